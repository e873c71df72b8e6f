"""What a reader is warned of beside the dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from calculators.counting.planner import Case, plan, planned
from calculators.records import Direction, Kind, Period, Unit
from calculators.register import CALENDARS, EDITIONS, EVENTS, superseded
from calculators.replies.warnings import (  # fmt: skip
    _about_age,
    _about_currency,
    _about_dates_in_force,
    _about_readings,
    _about_unused,
    out_of_order,
    warnings_of,
)
from tests.door import ask
from tests.invented import edition, reading, rule

ENGLAND = CALENDARS["england-and-wales"]
BOTH = (reading("incident", id="one"), reading("publication", id="two"))


def on(**events: str) -> dict[str, date]:
    """Return events by name, with underscores for hyphens."""
    return {event.replace("_", "-"): date.fromisoformat(day) for event, day in events.items()}


@pytest.mark.parametrize(
    ("start", "end", "day", "warning"),
    [
        pytest.param("2020-01-01", "2020-12-31", "2020-01-01", None, id="its first day"),
        pytest.param("2020-01-01", "2020-12-31", "2019-12-31", "Date of the incident, 31 December 2019, lies outside the dates of this edition, in force from 1 January 2020 (publication) to 31 December 2020.", id="the eve of its first day"),
        pytest.param("2020-01-01", "2020-12-31", "2021-01-01", "Date of the incident, 1 January 2021, lies outside the dates of this edition, in force from 1 January 2020 (publication) to 31 December 2020.", id="the day after its last"),
        pytest.param("2020-03", "2021-09", "2020-03-15", "Date of the incident, 15 March 2020: this edition's border is known only as lying between 1 March 2020 and 31 March 2020, so we cannot say whether it covers that day.", id="within the month of its start"),
        pytest.param("2020-03", "2021-09", "2021-09-15", "Date of the incident, 15 September 2021: this edition's border is known only as lying between 1 September 2021 and 30 September 2021, so we cannot say whether it covers that day.", id="within the month of its end"),
        pytest.param("2020-03", None, "2040-01-01", None, id="an edition without an end"),
    ],
)  # fmt: skip
def test_an_event_outside_the_editions_dates(start: str, end: str | None, day: str, warning: str | None) -> None:
    """The answer is given all the same."""
    found = list(_about_dates_in_force(edition(start=start, end=end), on(incident=day)))
    assert found == ([warning] if warning else [])


@pytest.mark.parametrize(
    ("today", "aged"),
    [
        pytest.param(None, False, id="no day to reckon from: nothing is said"),
        pytest.param("2027-01-01", False, id="the day by which it was to be checked again"),
        pytest.param("2027-01-02", True, id="the day after"),
    ],
)
def test_an_edition_that_has_aged(today: str | None, *, aged: bool) -> None:
    """The invented edition was checked on 1 January 2026, and is due by 1 January 2027."""
    warning = (
        "What this guide holds of An invented text was last checked on 1 January 2026, and was due to be checked again "
        "by 1 January 2027. Check each date against the text in force."
    )
    assert list(_about_age(edition(), date.fromisoformat(today) if today else None)) == ([warning] if aged else [])


def test_dates_outside_are_told_together() -> None:
    """Three dates outside make one sentence."""
    events = on(incident="2021-01-01", authority_aware="2021-01-02", publication="2021-02-01")
    assert list(_about_dates_in_force(edition(start="2020-01-01", end="2020-12-31"), events)) == [
        (
            "Date of the incident, 1 January 2021; Date the local authority became aware, 2 January 2021, and Date of "
            "publication of the report, 1 February 2021, lie outside the dates of this edition, in force from "
            "1 January 2020 (publication) to 31 December 2020."
        )
    ]


def test_events_that_are_missing_are_told_together() -> None:
    """Two readings that wait for different events make one warning."""
    three = tuple(reading(event, id=event) for event in ("authority-aware", "incident", "impairment-identified"))
    found = planned(rule(*three), Case(events=on(authority_aware="2026-06-01")), calendar=ENGLAND, vocabulary=EVENTS)
    assert list(_about_readings([found])) == [
        (
            "Tell them: the date is not settled. Date of the incident and Date a public body identified the impairment "
            "have no date yet, and could make it earlier."
        )
    ]


@pytest.mark.parametrize(
    ("events", "warning"),
    [
        pytest.param(on(incident="2026-06-02", authority_aware="2026-06-01"), "Date the local authority became aware, 1 June 2026, is before Date of the incident, 2 June 2026; check both dates.", id="aware before it happened"),
        pytest.param(on(incident="2026-06-01", authority_aware="2026-06-01"), None, id="aware on the day"),
        pytest.param(on(authority_aware="2026-06-01"), None, id="nothing to be before"),
    ],
)  # fmt: skip
def test_events_out_of_order(events: dict[str, date], warning: str | None) -> None:
    """An event cannot come before one that it follows; the later one's field is where that is said."""
    assert list(out_of_order(events)) == ([("authority-aware", warning)] if warning else [])


def test_a_date_out_of_order_is_said_with_its_event_and_among_the_warnings() -> None:
    events = {"incident": "2026-02-12", "authority-aware": "2026-02-10"}
    reply = ask(ask="plan", edition="england/child-safeguarding-practice-review-2023", events=events)
    (found,) = reply["out_of_order"]
    assert found["event"] == "authority-aware"
    assert found["words"] in reply["warnings"]
    assert found["words"].startswith(
        "Date the local authority became aware, 10 February 2026, is before Date of the incident"
    )


def test_an_event_that_starts_no_clock() -> None:
    """A rule's event, a prompt's event and an own figure's event are used; another is not, and that is said."""
    invented = edition(rule(reading("incident")), rule(kind=Kind.PROMPT, event="review-decision"))
    events = on(incident="2026-06-01", review_decision="2026-06-02", publication="2026-06-03", requisition="2026-06-04")
    own = planned(rule(reading("publication")), Case(events=events), calendar=ENGLAND, vocabulary=EVENTS)
    dates = (*plan(invented, Case(events=events), calendar=ENGLAND, vocabulary=EVENTS), own)
    assert list(_about_unused(invented, events, dates)) == [
        "Date the requisition was presented starts no clock in An invented text; its date was not used."
    ]


def test_an_incident_that_starts_no_clock_still_says_which_edition_governs() -> None:
    """The page asks for it first, so nobody is told that it was of no use."""
    invented = edition(rule(reading("publication")))
    events = on(incident="2026-06-01")
    assert list(
        _about_unused(invented, events, plan(invented, Case(events=events), calendar=ENGLAND, vocabulary=EVENTS))
    ) == ["Date of the incident starts no clock in An invented text; its date says which edition governs, and no more."]


@pytest.mark.parametrize(
    ("kind", "events", "warnings"),
    [
        pytest.param(Kind.DEADLINE, on(publication="2026-06-01"), ["Tell them: the date is not settled. Date of the incident has no date yet, and could make it earlier."], id="a deadline's other reading could be earlier"),
        pytest.param(Kind.DEADLINE, on(incident="2026-06-01"), [], id="what cannot come before the incident cannot be earlier"),
        pytest.param(Kind.RETENTION, on(incident="2026-06-01"), ["Tell them: the date is not settled. Date of publication of the report has no date yet, and could make it later."], id="a retention's other reading could be later"),
        pytest.param(Kind.DEADLINE, on(incident="2026-06-01", publication="2026-06-01"), [], id="settled"),
        pytest.param(Kind.DEADLINE, {}, [], id="nothing shown, nothing to unsettle"),
        pytest.param(Kind.LOOKBACK, on(incident="2026-06-01"), [], id="a look-back's readings are no dispute"),
    ],
)  # fmt: skip
def test_a_date_that_could_still_move(kind: Kind, events: dict[str, date], warnings: list[str]) -> None:
    """The warning names the event without a date."""
    assert (
        list(
            _about_readings([planned(rule(*BOTH, kind=kind), Case(events=events), calendar=ENGLAND, vocabulary=EVENTS)])
        )
        == warnings
    )


def test_a_missing_event_is_named_once_a_rule() -> None:
    """Two readings that wait for the same event make one warning."""
    week = Period(length=1, unit=Unit.WEEK)
    waiting = (
        reading("publication", id="two"),
        reading("publication", id="three", period=week, direction=Direction.BEFORE),
    )
    found = planned(
        rule(reading(id="one"), *waiting), Case(events=on(incident="2026-06-01")), calendar=ENGLAND, vocabulary=EVENTS
    )
    assert len(list(_about_readings([found]))) == 1


def test_a_superseded_edition_says_what_took_its_place() -> None:
    """England 2023: the 2026 edition, its date and what that date is; and that the text is held in part."""
    superseded, partial = _about_currency(EDITIONS["england/child-safeguarding-practice-review-2023"])
    assert superseded == (
        "These dates are from Working Together to Safeguard Children 2023, superseded: Working Together to "
        "Safeguard Children 2026 is in force from 18 March 2026 (publication). Check each against the newer text."
    )
    assert partial.startswith("Working Together to Safeguard Children 2023 is held in part. ")


def test_a_current_edition_is_not_called_superseded() -> None:
    """England 2026 is the newest."""
    assert not any(
        "superseded:" in one for one in _about_currency(EDITIONS["england/child-safeguarding-practice-review-2026"])
    )


def test_an_edition_whose_figures_are_not_held_says_so() -> None:
    """England 2026 is in force and its figures are not held."""
    (stub,) = _about_currency(EDITIONS["england/child-safeguarding-practice-review-2026"])
    assert stub.startswith("This guidance is in force, but its figures are not held. ")


def test_an_edition_held_whole_needs_no_caution() -> None:
    """The newest edition, were its text read whole."""
    whole = replace(EDITIONS["england/child-safeguarding-practice-review-2026"], coverage="whole")
    assert list(_about_currency(whole)) == []


def test_all_warnings_stand_together() -> None:
    """Currency, dates, order, use and readings, in that order, each a sentence."""
    held = EDITIONS["england/child-safeguarding-practice-review-2023"]
    events = on(incident="2026-06-02", partners_aware="2026-06-01", requisition="2025-01-01")
    found = warnings_of(held, Case(events=events), plan(held, Case(events=events), calendar=ENGLAND, vocabulary=EVENTS))
    assert all(one.endswith((".", ";")) for one in found)
    marks = ("superseded", "in part", "outside", "starts no clock", "is before")
    assert [mark for mark, one in zip(marks, found, strict=True) if mark not in one] == []


def test_an_edition_that_ended_without_a_successor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were Wales 2024 not held, the edition of 2016 would still have ended: reply, list and warning agree."""
    monkeypatch.delitem(EDITIONS, "wales/single-unified-safeguarding-review-2024")
    ended = EDITIONS["wales/child-practice-review-2016"]
    assert superseded(ended)
    assert next(iter(_about_currency(ended))).endswith(
        "This guide holds no edition that followed it: check each date against the text in force."
    )
    reply = ask(ask="editions", nation="wales")
    assert [held["status"] for held in reply["editions"]] == ["superseded"]


IN_ITS_TIME = "england/child-safeguarding-practice-review-2023"
GIVEN = "Date of publication of the report, 2 June 2025,"


@pytest.mark.parametrize(
    ("asked", "warnings"),
    [
        pytest.param({"events": {"publication": "2025-06-02"}}, [], id="publication alone: nothing to conflict with"),
        pytest.param({"events": {"publication": "2025-06-02", "review-decision": "2024-12-02"}}, [], id="on the last day of six months"),
        pytest.param({"events": {"publication": "2025-06-02", "review-decision": "2024-12-01"}}, [f"{GIVEN} is after the limit of this step, 1 June 2025: Complete and publish the local report. Check both dates."], id="a day late"),
        pytest.param({"events": {"publication": "2025-06-02", "review-decision": "2024-12-01"}, "done": {"publish-report": "2025-06-02"}}, [], id="published: how late stands beside it"),
        pytest.param({"events": {"publication": "2025-06-02", "authority-aware": "2025-05-23"}, "facts": {"looked-after": "no"}}, [], id="five working days end on the day of publication"),
        pytest.param({"events": {"publication": "2025-06-02", "authority-aware": "2025-05-24"}, "facts": {"looked-after": "no"}}, [], id="nor does a weekend between move it"),
        pytest.param({"events": {"publication": "2025-06-02", "authority-aware": "2025-05-27"}, "facts": {"looked-after": "no"}}, [f"{GIVEN} is before the last day of steps that come first; check the dates: Notify the Child Safeguarding Practice Review Panel of a serious incident, 3 June 2025."], id="a step that comes first has until the day after"),
        pytest.param({"events": {"publication": "2025-06-02", "authority-aware": "2025-05-27"}, "facts": {"looked-after": "no"}, "done": {"notify-panel": "2025-05-28"}}, [], id="that step was done"),
        pytest.param({"events": {"publication": "2025-06-02", "authority-aware": "2025-05-27"}, "facts": {"looked-after": "no", "abuse-or-neglect": "no"}}, [], id="or does not apply"),
        pytest.param({"events": {"national-publication": "2025-06-02", "national-review-decision": "2024-12-01"}}, ["Date of publication of the national report, 2 June 2025, is after the limit of this step, 1 June 2025: Complete and publish the national report. Check both dates."], id="the Panel's own"),
    ],
)  # fmt: skip
def test_a_publication_and_what_comes_before_it(asked: dict[str, Any], warnings: list[str]) -> None:
    """Worked by hand: Monday 26 May 2025 is the spring bank holiday."""
    told = ask(ask="plan", edition=IN_ITS_TIME, **asked)["warnings"]
    assert [warning for warning in told if "after the limit" in warning or "come first" in warning] == warnings


@pytest.mark.parametrize(
    ("day", "told"),
    [
        pytest.param("2026-04-01", ["Notify the Child Safeguarding Practice Review Panel of a serious incident: given as done on 1 April 2026, before Date the local authority became aware; check both dates."], id="the day before"),
        pytest.param("2026-04-02", [], id="on the day itself"),
    ],
)  # fmt: skip
def test_nobody_notifies_of_what_nobody_knew_yet(day: str, told: list[str]) -> None:
    asked = {"events": {"authority-aware": "2026-04-02"}, "done": {"notify-panel": day}}
    warnings = ask(ask="plan", edition=IN_ITS_TIME, **asked)["warnings"]
    assert [warning for warning in warnings if "given as done" in warning] == told


def test_from_publication_alone_the_plan_says_what_must_have_happened_by_when() -> None:
    """Monday 2 June 2025: seven working days before, over the bank holiday of 26 May, is Wednesday 21 May."""
    reply = ask(ask="plan", edition=IN_ITS_TIME, events={"publication": "2025-06-02"})
    assert {one["rule"]: one["due"] for one in reply["dates"] if one["due"]} == {
        "send-report": "2025-05-21",
        "send-report-ofsted": "2025-05-21",
        "send-improvement-information": "2025-05-21",
        "keep-published": "2026-06-02",
    }


NOTIFIED = "Notify the Child Safeguarding Practice Review Panel of a serious incident: given as done on 1 November 2026, before "
REVIEWED = "Submit the rapid review to the Panel: given as done on 1 November 2026, before "


@pytest.mark.parametrize(
    ("rule", "events", "told"),
    [
        pytest.param("notify-panel", {"authority-aware": "2026-11-02"}, [f"{NOTIFIED}Date the local authority became aware; check both dates."], id="no figure is held: by the clock that was last held"),
        pytest.param("notify-panel", {"authority-aware": "2026-11-01"}, [], id="on the day itself"),
        pytest.param("notify-panel", {"incident": "2026-11-02"}, [f"{NOTIFIED}Date of the incident; check both dates."], id="before the incident, of which nobody can know sooner"),
        pytest.param("rapid-review", {"incident": "2026-10-30", "partners-aware": "2026-11-02"}, [], id="after the first of several events that may start its clock"),
        pytest.param("rapid-review", {"incident": "2026-11-02", "partners-aware": "2026-11-03"}, [f"{REVIEWED}Date of the incident; check both dates."], id="before all of them"),
        pytest.param("send-report", {"publication": "2026-11-02", "incident": "2026-10-01"}, [], id="what is to be done before its event is not late by it"),
        pytest.param("notify-panel", {}, [], id="nothing to be before"),
    ],
)  # fmt: skip
def test_nothing_is_done_before_the_event_by_which_it_was_last_counted(
    rule: str, events: dict[str, str], told: list[str]
) -> None:
    """England today, where an act has no clock of its own: done on Sunday 1 November 2026."""
    asked = {"edition": "england/child-safeguarding-practice-review-2026", "events": events}
    warnings = ask(ask="plan", **asked, done={rule: "2026-11-01"})["warnings"]
    assert [warning for warning in warnings if "given as done" in warning] == told
