"""A plan as plain text: every date with its reasons, a line each."""

from __future__ import annotations

from typing import Any

import pytest

from calculators.files.plain_plan import _headline, _rule_lines, plan_text
from calculators.register import EDITIONS
from tests.door import ask

ENGLAND = "england/child-safeguarding-practice-review-2023"
SCOTLAND = "scotland/significant-case-review-2015"


def said(
    rule: str, edition: str = ENGLAND, closed: tuple[str, ...] = (), *, counts: bool = True, **events: str
) -> list[str]:
    """Return a rule's lines, for events with underscores for hyphens."""
    given = {event.replace("_", "-"): day for event, day in events.items()}
    reply = ask(ask="plan", edition=edition, events=given, closed=closed)
    return next(list(_rule_lines(one, counts=counts)) for one in reply["dates"] if one["rule"] == rule)


def test_a_deadline_with_its_count() -> None:
    """Aware on Thursday 2 April 2026: the date heads the rule, the clock follows, every day is listed."""
    lines = said("notify-panel", authority_aware="2026-04-02")
    assert lines[0].startswith("Monday 13 April 2026  Notify ")
    assert lines[0].endswith(" [notify-panel] (if it applies)")
    assert (
        "    within 5 working days after the local authority becomes aware of the incident, Thursday 2 April 2026"
        in lines
    )
    assert [line.split()[:2] for line in lines[-12:]] == [
        ["2026-04-02", "Thu"], ["2026-04-03", "Fri"], ["2026-04-04", "Sat"], ["2026-04-05", "Sun"], ["2026-04-06", "Mon"],
        ["2026-04-07", "Tue"], ["2026-04-08", "Wed"], ["2026-04-09", "Thu"], ["2026-04-10", "Fri"], ["2026-04-11", "Sat"],
        ["2026-04-12", "Sun"], ["2026-04-13", "Mon"],
    ]  # fmt: skip
    assert "Good Friday" in lines[-11]


def test_readings_each_have_their_line() -> None:
    """Three triggers; the earliest is marked, and each has its own clock and count."""
    lines = said("rapid-review", incident="2026-06-01", partners_aware="2026-06-08", panel_notified="2026-06-15")
    assert lines[0].startswith("Monday 22 June 2026  ")
    heads = [line.strip() for line in lines if line.startswith("  - ")]
    assert [head.split(".")[0] for head in heads] == [
        "- from the incident: Monday 22 June 2026 (safest)",
        "- from the partners becoming aware: Monday 29 June 2026",
        "- from the notification to the Panel: Monday 6 July 2026",
    ]


def test_an_earlier_date_to_check_says_what_is_done_and_not_how_late_by_the_law() -> None:
    reply = ask(
        ask="plan", edition="england/child-safeguarding-practice-review-2026", events={"publication": "2027-01-06"},
        done={"send-report": "2026-12-29"},
    )  # fmt: skip
    check, law, *_ = next(
        list(_rule_lines(one, counts=False)) for one in reply["dates"] if one["rule"] == "send-report"
    )
    assert check.endswith(" [send-report] (if it applies; done on Tuesday 29 December 2026)")
    assert law.endswith(" [send-report] (if it applies; done on Tuesday 29 December 2026 in time)")


def test_an_unsettled_date_says_so() -> None:
    """The notification alone: a date, but not settled, and the others have none yet."""
    lines = said("rapid-review", panel_notified="2026-06-15")
    assert lines[0].startswith("Monday 6 July 2026 (not settled)  ")
    assert sum("no date yet" in line and "no date given" in line for line in lines) == 2


def test_what_stands_beside_a_date() -> None:
    """A due date on a holiday, and the date if closed days were passed over."""
    beside = said("send-notification-form", SCOTLAND, lead_informed="2021-03-26")
    assert "    Falls on a day that is no working day; the last before it: Thursday 1 April 2021" in beside
    brief = said("send-notification-form", SCOTLAND, counts=False, lead_informed="2021-03-26")
    assert "    No working day; the last before it: Thursday 1 April 2021" in brief
    closed = said("notify-panel", closed=("2026-04-08",), authority_aware="2026-04-02")
    assert "    If your closed days were not counted: Tuesday 14 April 2026" in closed


@pytest.mark.parametrize(
    ("one", "words"),
    [
        pytest.param({"due": "2026-04-13", "settled": True}, "Monday 13 April 2026", id="a date"),
        pytest.param(
            {"due": "2026-04-13", "settled": False}, "Monday 13 April 2026 (not settled)", id="a date that could move"
        ),
        pytest.param(
            {"due": None, "state": "no-number", "kind": "gap"}, "This guide holds no figure", id="a silent source"
        ),
        pytest.param({"due": None, "state": "no-number", "kind": "prompt"}, "No number of days", id="words alone"),
        pytest.param({"due": None, "state": "past-horizon"}, "Beyond the bank holidays held", id="past the horizon"),
        pytest.param({"due": None, "state": "due"}, "See the readings", id="a look-back with readings"),
        pytest.param({"due": None, "state": "waiting"}, "Waiting for a date", id="no event yet"),
    ],
)
def test_headline(one: dict[str, Any], words: str) -> None:
    """A date, or why there is none."""
    whole: Any = {"at_once": False, "kind": "deadline", "until": None, **one}
    assert _headline(whole) == words


def test_words_alone_and_silence() -> None:
    """A prompt gives the source's words, a gap where we looked; neither has a clock or a count."""
    prompt = said("notify-committee", SCOTLAND)
    assert prompt[0].startswith("No number of days  ")
    assert "as soon as" in prompt[2].lower()
    assert said("decide-review", SCOTLAND)[0].startswith("This guide holds no figure  ")


def window(until: str | None, applies_when: str | None) -> Any:  # noqa: ANN401 - a rule of an answer
    """Return a look-back's answer as the door gives it."""
    reading = {
        "id": "incident", "label": "from the incident", "holidays": None, "due": "2025-02-28", "until": until, "safest": False, "applies_when": applies_when, "notes": ["A note."],
        "clock": "any date in the 6 months before the incident", "event": {"date": "2025-08-31", "known": True}, "count": [],
        "source": {"title": "The text", "place": "paragraph 1", "how_known": None}, "last_working_day_before": None,
        "if_closed_days_excluded": None,
    }  # fmt: skip
    return {**reading, "due": None, "state": "due", "action": "Look back", "rule": "window", "who": "the Board", "duty": None,
            "bodies": [], "words": None, "readings": [reading], "at_once": False, "applies": "yes", "done": None, "time_duty": None,
            "last_held": None, "supplied": None}  # fmt: skip


def test_a_look_back_shows_its_window() -> None:
    """From when, to when, and to which harm it applies."""
    assert list(_rule_lines(window("2025-08-30", "the child died"), counts=True)) == [
        "See the readings  Look back [window]",
        "    the Board",
        "  - from the incident: Friday 28 February 2025. Applies when the child died. any date in the 6 months before the incident, Sunday 31 August 2025",
        "      The window runs to Saturday 30 August 2025",
        "      Note: A note.",
        "      Source: The text, paragraph 1",
    ]


def test_a_plan_opens_with_its_edition_and_warnings() -> None:
    """Which text, what to be wary of, every rule, and what answered."""
    reply = ask(ask="plan", edition=ENGLAND)
    lines = plan_text(reply).split("\n")
    assert lines[0] == f"Working Together to Safeguard Children 2023 ({ENGLAND})"
    warned = lines[1 : lines.index("")]
    assert " ".join(line.removeprefix("! ").strip() for line in warned) == " ".join(reply["warnings"])
    assert sum(line.startswith("! ") for line in warned) == len(reply["warnings"])
    assert lines[-1].startswith("UK Case Review Guide ")
    assert "sources checked " in lines[-1]


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_rule_stands_under_one_heading(edition: str) -> None:
    reply = ask(ask="plan", edition=edition)
    text = plan_text(reply)
    assert {one["rule"]: text.count(f"[{one['rule']}]") for one in reply["dates"]} == {
        one["rule"]: 1 for one in reply["dates"]
    }


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        pytest.param({"child-died": "no", "looked-after": "yes"}, "Not on these facts: Has the child died? No.", id="it does not apply"),
        pytest.param({"looked-after": "yes"}, "Whether it applies is not known yet: Has the child died? Not known.", id="one fact is not known"),
        pytest.param({}, "Whether it applies is not known yet: Was the child looked after by a local authority? Not known. Has the child died? Not known.", id="neither fact is known"),
    ],
)  # fmt: skip
def test_why_a_rule_does_not_apply_is_told_apart_from_what_is_not_known(facts: dict[str, str], words: str) -> None:
    lines = plan_text(ask(ask="plan", edition=ENGLAND, facts=facts)).split("\n")
    start = next(number for number, line in enumerate(lines) if "[notify-looked-after-death]" in line)
    assert lines[start + 2] == f"    {words}"


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_not_held_is_told_in_lines_that_can_be_read(edition: str) -> None:
    """Neither a warning nor the note on working days is wider than a page."""
    lines = plan_text(ask(ask="plan", edition=edition)).split("\n")
    note = next(number for number, line in enumerate(lines) if line.startswith("Working days: "))
    assert max(map(len, (*lines[1 : lines.index("")], *lines[note:]))) <= 120


def test_what_moved_since_a_case_was_saved_is_told_and_that_the_reason_is_not_known() -> None:
    case = {
        "format": 1, "kind": "case", "saved": "2026-04-02", "edition": ENGLAND, "events": {"authority-aware": "2026-04-02"},
        "answered": {"notify-panel": "2026-04-10"},
    }  # fmt: skip
    lines = plan_text(ask(ask="moved", case=case, today="2026-04-08")).split("\n")
    told = lines[lines.index("MOVED SINCE THE CASE WAS SAVED") + 1]
    assert told == (
        "  Notify the Child Safeguarding Practice Review Panel of a serious incident [notify-panel]: "
        "Friday 10 April 2026 is now Monday 13 April 2026; why is not known"
    )
    assert "The 1 date kept in the file has moved since it was saved." in lines
    gone = plan_text(ask(ask="moved", case={**case, "answered": {"tell-panel": "2026-04-10"}}, today="2026-04-08"))
    assert (
        "  tell-panel [tell-panel]: Friday 10 April 2026 is now no date; the edition has no such rule any more"
        in gone.split("\n")
    )
    again = plan_text(ask(ask="moved", case={**case, "answered": {"notify-panel": "2026-04-13"}}, today="2026-04-08"))
    assert "No date kept in the file has moved since it was saved." in again.split("\n")
