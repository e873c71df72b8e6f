"""A plan in a few lines: short, whole, without ids; law and what was last held never in one line."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

import pytest

from calculators import __main__ as command_line
from calculators.register import EDITIONS, EVENTS, FACTS
from tests.files.test_calendar_file import CASE, ENGLAND, file, put
from tests.files.test_figures_file import file as figures

NEW = "england/child-safeguarding-practice-review-2026"
SCOTLAND = "scotland/learning-review-2021"
WALES = "wales/child-practice-review-2016"
TODAY = {"incident": "2026-11-25", "authority-aware": "2026-11-26"}
NOTIFY = "Notify the Child Safeguarding Practice Review Panel of a serious incident"


def lines(**asked: object) -> list[str]:
    """Return the lines of a summary."""
    return file("summary", **asked).split("\n")


def part(heading: str, **asked: object) -> list[str]:
    """Return the lines under one heading of a summary, none if it has no such heading."""
    told = lines(**asked)
    if heading not in told:
        return []
    return list(takewhile(lambda line: line.startswith("- "), told[told.index(heading) + 1 :]))


def test_what_was_given_the_plan_and_the_caveat() -> None:
    """England in its time: five working days after Thursday 2 April over Easter is Monday 13 April."""
    facts = {"abuse-or-neglect": "yes", "looked-after": "no", "in-authority-area": "unknown"}
    told = lines(events=CASE, facts=facts, reference="CR 17")
    assert told[:3] == [
        "Case reference: CR 17",
        "Working Together to Safeguard Children 2023, superseded by Working Together to Safeguard Children 2026",
        (
            "Given: Date the local authority became aware: Thursday 2 April 2026; Date of publication of the report: "
            "Wednesday 6 May 2026; Is abuse or neglect of the child known or suspected? Yes; Was the child looked after by a "
            "local authority? No"
        ),
    ]
    assert f"- By Monday 13 April 2026: {NOTIFY} (local authority must; if it applies)" in told
    assert told[-1].endswith(". No legal advice: check each date against the text in force.")
    assert not [line for line in told if "looked-after child" in line], "not on these facts"
    assert lines(events={})[1] == "Given: nothing yet"


def test_a_date_by_the_last_figure_says_if_its_bank_holidays_are_projected() -> None:
    """Over Easter 2040, for which no list is published."""
    checks = part(
        "CHECK IN YOUR COPY: dates if the figure last held still applies",
        edition=NEW,
        events={"authority-aware": "2040-03-29"},
    )
    assert checks[0].endswith(": check in your copy; with bank holidays that are projected")


def test_the_last_figure_has_a_heading_of_its_own() -> None:
    """In the law's line there is no date, and each line below the other heading says to check."""
    asked: dict[str, Any] = {"edition": NEW, "events": TODAY | {"publication": "2027-02-01"}}
    checks = part("CHECK IN YOUR COPY: dates if the figure last held still applies", **asked)
    assert checks[0] == (
        f"- CHECK Thursday 3 December 2026: {NOTIFY} (local authority must; if it applies), 5 working days by Working Together to "
        "Safeguard Children 2023: check in your copy"
    )
    assert all("check in your copy" in line for line in checks)
    assert f"- {NOTIFY} (local authority must; if it applies)" in part("NO NUMBER HELD", **asked)
    assert not [line for line in part("DATES", **asked) if "CHECK" in line]
    whole = lines(**asked)
    assert whole.index(checks[0]) < whole.index("DATES"), "the earlier of the two is said first"


def test_a_date_to_check_says_whether_it_applies_and_what_is_done_as_its_other_line_does() -> None:
    """By the law before 6 January is 30 December; by the guidance last held 23 December: late by the one is not told of the other."""
    asked: dict[str, Any] = {
        "edition": NEW, "events": TODAY | {"publication": "2027-01-06"}, "facts": {"improvements-only": "no", **dict.fromkeys(("child-died", "abuse-or-neglect", "in-authority-area"), "yes")},
        "done": {"notify-panel": "2026-11-30", "send-report": "2027-01-04"},
    }  # fmt: skip
    told = lines(**asked)
    panel = [line for line in told if NOTIFY in line]
    assert len(panel) == 2
    assert all("(local authority must; done on Monday 30 November 2026)" in line for line in panel)
    death = [line for line in told if "looked-after child" in line]
    assert len(death) == 2
    assert all("must; if it applies)" in line for line in death)
    check, law = (line for line in told if "Send the full report to the Panel" in line)
    assert "done on Monday 4 January 2027)" in check
    assert "done on Monday 4 January 2027, 5 days late)" in law
    copied = file("row", **asked, rows=["notify-panel"]).split("\n")
    assert "(local authority must; done on Monday 30 November 2026)" in copied[-1]


def test_what_is_to_be_done_at_once_comes_first() -> None:
    asked: dict[str, Any] = {"edition": SCOTLAND, "events": {"incident": "2026-06-11", "authority-aware": "2026-06-11"}}
    told = lines(**asked)
    assert told[2] == "AT ONCE"
    assert told[3].endswith("; by the Scottish Government's guidance: Friday 12 June 2026; the Care Inspectorate's notice, by the same hour: Friday 12 June 2026")  # fmt: skip


def test_what_waits_stands_under_its_date() -> None:
    (line,) = (each for each in part("WAITING FOR A DATE", events=CASE) if each.startswith("- Date of the decision"))
    assert (
        line
        == "- Date of the decision to hold a review: Complete and publish the local report (safeguarding partners must)"
    )


def test_a_look_back_has_both_its_ends() -> None:
    asked: dict[str, Any] = {"edition": WALES, "events": {"incident": "2024-02-29"}}
    assert any(line.startswith("- Tuesday 29 August 2023 to Wednesday 28 February 2024: ") for line in part("DATES", **asked))  # fmt: skip


def test_what_was_done_and_whose_figure_it_is() -> None:
    """Both stand in the line of the date."""
    done = part("DATES", done={"notify-panel": "2026-04-15"})
    assert (
        f"- By Monday 13 April 2026: {NOTIFY} (local authority must; if it applies; "
        "done on Wednesday 15 April 2026, 2 days late)"
    ) in done
    read = figures()
    (line,) = (each for each in part("DATES", edition=NEW, events=TODAY, figures=read, today="2026-11-27") if NOTIFY in each)  # fmt: skip
    assert f"figure read by {read['supplied_by']} on " in line


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(
    ("events", "most"),
    [
        pytest.param({}, 25, id="nothing dated"),
        pytest.param(TODAY, 25, id="it came in today"),
        pytest.param(dict.fromkeys(EVENTS, "2026-06-11"), 30, id="everything dated"),
    ],
)
def test_it_is_short_and_names_every_act(edition: str, events: dict[str, str], most: int) -> None:
    """No act that applies or may apply is missing, and there is no id."""
    told = lines(edition=edition, events=events, reference="CR 17")
    assert len(told) <= most
    text = "\n".join(told)
    reply = put(edition=edition, events=events)
    for one in reply["dates"]:
        assert one["action"] in text
        assert one["due"] is None or one["kind"] == "lookback" or f"[{one['rule']}]" not in text
    names = {rule.id for rule in EDITIONS[edition].rules} | EVENTS.keys() | FACTS.keys()
    assert not [name for name in names if "-" in name and f" {name} " in text and name != "looked-after"]
    assert "[" not in text


@pytest.mark.parametrize("edition", EDITIONS)
def test_one_act_to_copy(edition: str) -> None:
    """Two lines or three: the date, the act and who; how, to whom and where it stands; readings and checks."""
    events = dict.fromkeys(EVENTS, "2026-06-11")
    for one in put(edition=edition, events=events)["dates"]:
        told = file("row", edition=edition, events=events, rows=[one["rule"]], reference="CR 17").split("\n")
        assert len(told) in {2, 3}
        assert one["action"] in told[0]
        assert one["who"] in told[0]
        assert told[0].endswith(" [CR 17]")
        assert one["source"]["place"] in told[1]


def test_one_act_in_full() -> None:
    assert file("row", rows=["notify-panel"]).split("\n") == [
        f"By Monday 13 April 2026: {NOTIFY} (local authority must; if it applies)",
        (
            "Within 5 working days after the local authority becomes aware of the incident; to Child Safeguarding Practice Review "
            "Panel; Working Together to Safeguard Children 2023, Serious incident notification"
        ),
    ]


def test_a_time_to_keep_runs_until_its_day() -> None:
    """A year from Wednesday 6 May 2026."""
    assert file("row", rows=["keep-published"]).startswith("Until Thursday 6 May 2027: ")


@pytest.mark.parametrize(
    ("meeting", "done", "when"),
    [
        pytest.param("2026-12-21", {}, "By Sunday 13 December 2026 (last working day before: Friday 11 December 2026): ", id="it falls on a Sunday"),
        pytest.param("2026-12-21", {"meeting-notice": "2026-12-11"}, "By Sunday 13 December 2026: ", id="it was done"),
        pytest.param("2026-12-22", {}, "By Monday 14 December 2026: ", id="it falls on a Monday"),
    ],
)  # fmt: skip
def test_the_last_working_day_stands_beside_a_date_that_is_none(meeting: str, done: dict[str, str], when: str) -> None:
    """Seven clear days before the meeting, in Northern Ireland."""
    told = part("DATES", edition="northern-ireland/case-management-review-2017", events={"panel-meeting": meeting}, done=done)  # fmt: skip
    assert told[0].startswith(f"- {when}Serve notice of a meeting")


def test_the_last_working_day_is_not_told_of_a_time_to_keep() -> None:
    """A year from Saturday 7 November 2026 is a Sunday: nobody is to act by it."""
    assert file("row", rows=["keep-published"], events={"publication": "2026-11-07"}).startswith("Until Sunday 7 November 2027: ")  # fmt: skip


@pytest.mark.parametrize(
    ("edition", "rule", "when"),
    [
        pytest.param(ENGLAND, "notify-panel", "No date yet", id="it waits for a date"),
        pytest.param(WALES, "practice-timeline", "No date yet", id="so does what lies behind"),
        pytest.param(NEW, "notify-panel", "This guide holds no figure", id="no figure is held"),
        pytest.param(SCOTLAND, "notify-looked-after-death", "Immediately", id="at once"),
    ],
)
def test_one_act_without_a_date_says_why(edition: str, rule: str, when: str) -> None:
    assert file("row", edition=edition, events={}, rows=[rule]).startswith(f"{when}: ")


@pytest.mark.parametrize("rows", [None, ["notify-panel", "send-report"]])
def test_a_row_is_one_act(rows: list[str] | None) -> None:
    (error,) = put(rows=rows, **{"as": "row"})["errors"]
    assert error == {"field": "rows", "message": "A row to copy is one act: give rows with the id of one rule"}


def test_the_command_line_sums_up(capsys: pytest.CaptureFixture[str]) -> None:
    command_line.main(["plan", ENGLAND, "--event", "authority-aware=2026-04-02", "--summary"])
    assert capsys.readouterr().out.rstrip("\n") == file("summary", events={"authority-aware": "2026-04-02"})


def test_a_report_is_not_taken_down_by_the_figure_last_held_alone() -> None:
    """Wales today, published on Monday 4 January 2027: twelve weeks by the text before are over on Monday 29 March."""
    told = part(
        "CHECK IN YOUR COPY: dates if the figure last held still applies",
        edition="wales/single-unified-safeguarding-review-2024", events={"publication": "2027-01-04"},
    )  # fmt: skip
    (keep,) = [line for line in told if "Monday 29 March 2027" in line]
    assert keep.endswith(": check in your copy; do not take down before reading the text in force")
    others = part("CHECK IN YOUR COPY: dates if the figure last held still applies", edition=NEW, events=TODAY)
    assert others
    assert not [line for line in others if "take down" in line]
