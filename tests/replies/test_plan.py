"""A plan beyond its dates: what was done, how strongly time binds, what is to be done at once, which facts were not used."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from calculators.records import Kind
from calculators.register import EDITIONS
from tests.door import ask
from tests.files.test_figures_file import figure, file

OLD = "england/child-safeguarding-practice-review-2023"
NEW = "england/child-safeguarding-practice-review-2026"
SCOTLAND = "scotland/learning-review-2021"
WALES = "wales/single-unified-safeguarding-review-2024"
WALES_BEFORE = "wales/child-practice-review-2016"
AWARE = {"authority-aware": "2026-04-02"}  # the Panel is told by 13 April


def put(edition: str = OLD, **asked: object) -> Any:  # noqa: ANN401 - an answer
    """Return the answer to a plan's question."""
    return ask(**{"ask": "plan", "edition": edition, **asked})


def rule(wanted: str, edition: str = OLD, **asked: object) -> Any:  # noqa: ANN401 - a rule of an answer
    """Return one rule of a plan."""
    (found,) = (one for one in put(edition, **asked)["dates"] if one["rule"] == wanted)
    return found


@pytest.mark.parametrize(
    ("day", "events", "days"),
    [
        pytest.param("2026-04-15", AWARE, 2, id="late"),
        pytest.param("2026-04-13", AWARE, 0, id="on the day"),
        pytest.param("2026-04-10", AWARE, -3, id="early"),
        pytest.param("2026-04-15", {}, None, id="with nothing to be late for"),
        pytest.param({"day": "15", "month": "4", "year": "2026"}, AWARE, 2, id="typed in three fields"),
    ],
)
def test_what_was_done(day: object, events: dict[str, str], days: int | None) -> None:
    """The day, and calendar days late; the date it was due still stands."""
    found = rule("notify-panel", events=events, done={"notify-panel": day})
    written = day if isinstance(day, str) else "2026-04-15"
    assert found["done"] == {"date": written, "days": days}
    assert found["due"] == ("2026-04-13" if events else None)
    assert rule("notify-panel", events=events)["done"] is None


ALL_ON = dict.fromkeys(("incident", "authority-aware", "partners-aware"), "2026-11-02")  # a Monday
FROM_INCIDENT, FROM_PARTNERS = "from the incident", "from the partners becoming aware"


@pytest.mark.parametrize(
    ("wanted", "asked", "dates"),
    [
        pytest.param("notify-panel", {}, [("2026-11-09", [], "15 working days past (21 days)")], id="it would be past"),
        pytest.param("notify-panel", {"today": None}, [("2026-11-09", [], None)], id="no day to look from"),
        pytest.param("notify-panel", {"done": {"notify-panel": "2026-11-12"}}, [("2026-11-09", [], None)], id="what is done is not past"),
        pytest.param("notify-panel", {"events": {}}, [], id="no date"),
        pytest.param("rapid-review", {}, [("2026-11-23", [FROM_INCIDENT, FROM_PARTNERS], "5 working days past (7 days)")], id="two readings agree, and their date stands once"),
        pytest.param("rapid-review", {"events": ALL_ON | {"partners-aware": "2026-11-10"}}, [("2026-11-23", [FROM_INCIDENT], "5 working days past (7 days)"), ("2026-12-01", [FROM_PARTNERS], "1 working day left (1 day)")], id="they differ, the sooner first"),
    ],
)  # fmt: skip
def test_how_far_off_a_date_by_the_last_figure_is(wanted: str, asked: dict[str, Any], dates: list[Any]) -> None:
    """It is no date of this edition, so that nothing is left of the rule itself."""
    found = rule(wanted, NEW, **{"events": ALL_ON, "today": "2026-11-30", **asked})
    told = [(each["due"], each["labels"], each["off"] and each["off"]["words"]) for each in found["last_held"]["dates"]]
    assert (told, found["left"]) == (dates, None)


def test_a_date_by_the_last_figure_shows_each_day_counted_and_each_way_of_counting_once() -> None:
    """Two readings from one day count alike; from two days, to a date on which they agree after all, each shows its own."""
    (panel,) = rule("notify-panel", NEW, events=ALL_ON)["last_held"]["dates"]
    ((*days, last),) = panel["counts"]
    assert (last["date"], last["n"], sum(day["n"] is not None for day in days)) == (panel["due"], 5, 4)
    (one,) = rule("rapid-review", NEW, events=ALL_ON)["last_held"]["dates"]
    assert [count[-1]["n"] for count in one["counts"]] == [15]
    saturday = ALL_ON | {"incident": "2026-10-31", "partners-aware": "2026-11-01"}
    (one,) = rule("rapid-review", NEW, events=saturday)["last_held"]["dates"]
    assert [(count[0]["date"], count[-1]["date"]) for count in one["counts"]] == [
        ("2026-10-31", "2026-11-20"), ("2026-11-01", "2026-11-20"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("done", "message"),
    [
        pytest.param({"keep-published": "2026-04-15"}, ": this is a time to keep or to look back on, and no act that is done on a day", id="a time to keep"),
        pytest.param({"notify-panle": "2026-04-15"}, "'notify-panle' is not a rule of " + OLD, id="an unknown rule"),
        pytest.param({"notify-panel": "2026-4-15"}, "The day on which this was done: Notify the Child Safeguarding", id="a date that is none"),
        pytest.param(["notify-panel"], "done must be an object of names and values", id="a list"),
    ],
)  # fmt: skip
def test_what_cannot_have_been_done(done: Any, message: str) -> None:  # noqa: ANN401 - what was given
    (error,) = put(done=done)["errors"]
    assert message in error["message"]
    assert error["field"] == (f"done.{next(iter(done))}" if isinstance(done, dict) else "done")


@pytest.mark.parametrize(
    ("edition", "facts", "events"),
    [
        pytest.param(OLD, {"abuse-or-neglect": "yes", "child-died": "yes"}, AWARE, id="England in its time"),
        pytest.param(WALES_BEFORE, {"permanent-impairment": "yes"}, {"incident": "2023-09-10"}, id="Wales, with its window"),
        pytest.param("scotland/significant-case-review-2015", {}, {}, id="Scotland, nothing known"),
    ],
)  # fmt: skip
def test_every_test_beside_the_plan(edition: str, facts: dict[str, str], events: dict[str, str]) -> None:
    """Asked for, each test of the edition stands beside the dates as it stands asked alone; not asked for, none does."""
    told = put(edition, facts=facts, events=events, tests=True)
    alone = [
        ask(ask="criteria", edition=edition, test=each["test"], facts=facts, events=events) for each in told["tests"]
    ]
    assert told["tests"] == [{key: each[key] for key in told["tests"][0]} for each in alone]
    assert [each["test"] for each in told["tests"]] == [each.id for each in EDITIONS[edition].tests]
    for asked in (None, False):
        assert "tests" not in put(edition, facts=facts, tests=asked)


def test_whether_tests_are_asked_for_is_yes_or_no() -> None:
    (error,) = put(tests="serious-case")["errors"]
    assert error == {"field": "tests", "message": "tests must be true or false"}


def test_nobody_does_a_look_back_on_a_day() -> None:
    (error,) = put(WALES_BEFORE, done={"practice-timeline": "2026-04-15"})["errors"]
    assert error["field"] == "done.practice-timeline"


def test_nor_a_gap_that_a_figure_makes_a_time_to_keep() -> None:
    """Until the figure says that it is one, it is an act like any other."""
    done, kept = {"publish-report": "2026-07-01"}, file(figure("publish-report", length=1, unit="year", runs="kept"))
    assert rule("publish-report", NEW, done=done)["done"] == {"date": "2026-07-01", "days": None}
    (error,) = put(NEW, done=done, figures=kept)["errors"]
    assert error["field"] == "done.publish-report"


def test_events_on_a_day_to_come() -> None:
    """Planned ones, or a year mistyped."""
    aware = "Date the local authority became aware, 2 April 2026"
    one = f"{aware}, is yet to come. Check the date: what is counted from it is provisional."
    both = f"Date of the incident, 31 March 2026, and {aware}, are yet to come. Check the dates: what is counted from them is provisional."
    given = {"incident": "2026-03-31", **AWARE}
    for events, today, told in ((AWARE, "2026-04-01", one), (given, "2026-04-01", one), (given, "2026-03-30", both)):
        assert [each for each in put(events=events, today=today)["warnings"] if "yet to come" in each] == [told]
    for known in ({"today": "2026-04-02"}, {}):
        assert not any("yet to come" in each for each in put(events=given, **known)["warnings"])


def test_done_on_a_day_to_come() -> None:
    told = (
        "Notify the Child Safeguarding Practice Review Panel of a serious incident: given as done on 15 April 2026, which is "
        "yet to come; check the date."
    )
    assert told in put(events=AWARE, done={"notify-panel": "2026-04-15"}, today="2026-04-14")["warnings"]
    assert told not in put(events=AWARE, done={"notify-panel": "2026-04-15"}, today="2026-04-15")["warnings"]


def test_what_was_done_is_never_said_not_to_apply() -> None:
    """No abuse and no harm: the notice is not called for; but if it was given, it stands."""
    facts = {"abuse-or-neglect": "no", "child-died": "yes"}
    assert rule("notify-panel", facts=facts)["applies"] == "no"
    assert rule("notify-panel", facts=facts, done={"notify-panel": "2026-04-15"})["applies"] == "yes"


def test_a_figure_read_today_may_stand_in_a_plan_as_of_an_earlier_day() -> None:
    """It was read on 25 November 2026: after the day that is looked from, not after the moment at which it is asked."""
    asked: dict[str, Any] = {"edition": NEW, "figures": file(figure()), "today": "2026-11-20"}
    assert rule("notify-panel", **asked, made="2026-11-25T10:00:00Z")["supplied"]["read_on"] == "2026-11-25"
    for made in (None, "2026-11-24T10:00:00Z"):
        assert [error["field"] for error in put(**asked, made=made)["errors"]] == ["figures.read_on"]


def test_an_answer_says_when_it_was_made_if_it_was_told() -> None:
    assert put(made="2026-11-25T10:00:00Z")["made"] == "2026-11-25T10:00:00Z"
    assert "made" not in put()


def test_windows_last_held_are_told_from_the_first_that_the_text_gave(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if Wales today said nothing of them: six months before Thursday 29 February 2024, and before nothing that is known."""
    window = next(each for each in EDITIONS[WALES].rules if each.id == "review-type-window")
    gap = replace(window, kind=Kind.GAP, readings=(), last_held=f"{WALES_BEFORE}#review-type-window")
    monkeypatch.setitem(EDITIONS, WALES, replace(EDITIONS[WALES], rules=(gap,)))
    held = rule("review-type-window", WALES, events={"incident": "2024-02-29"})["last_held"]
    assert [(each["due"], each["until"]) for each in held["readings"]] == [("2023-08-29", "2024-02-28"), (None, None)]
    assert (held["clock"], held["event"]["id"]) == ("any date in the 6 months before the incident", "incident")
    assert held["due"] is None, "nobody acts on the first day of a window"


@pytest.mark.parametrize(
    ("edition", "wanted", "duty", "time_duty"),
    [
        pytest.param(OLD, "notify-panel", "must", "should", id="the act a must, its time guidance"),
        pytest.param(OLD, "keep-published", "must", None, id="time and act alike"),
        pytest.param(NEW, "send-report", "must", None, id="by law"),
    ],
)
def test_how_strongly_the_time_binds(edition: str, wanted: str, duty: str, time_duty: str | None) -> None:
    found = rule(wanted, edition)
    assert (found["duty"], found["time_duty"]) == (duty, time_duty)


def test_at_once() -> None:
    """Scotland: no date of its own. Monday 30 November 2026 is St Andrew's Day, so one working day is Tuesday."""
    events = dict.fromkeys(("incident", "authority-aware"), "2026-11-27")
    found = rule("notify-looked-after-death", SCOTLAND, events=events, today="2026-11-28")
    assert (found["at_once"], found["due"], found["state"], found["left"]) == (True, None, "no-number", None)
    assert {each["id"]: each["due"] for each in found["readings"]} == {
        "guidance": "2026-12-01", "care-inspectorate": "2026-11-28",
    }  # fmt: skip
    assert [each["left"]["words"] for each in found["readings"]] == ["1 working day left (3 days)", "today"]
    done = rule("notify-looked-after-death", SCOTLAND, events=events, today="2026-11-28", done={"notify-looked-after-death": "2026-11-28"})  # fmt: skip
    assert [each["left"] for each in done["readings"]] == [None, None]
    assert not any(each["safest"] for each in found["readings"])
    assert [one["rule"] for one in put(SCOTLAND)["dates"] if one["at_once"]] == ["notify-looked-after-death"]


def test_nothing_is_left_of_a_look_back() -> None:
    """A window that lies behind is neither left nor late, nor does it end on a working day."""
    found = rule("practice-timeline", WALES_BEFORE, events={"incident": "2024-09-01"}, today="2024-09-10")
    assert (found["due"], found["until"]) == ("2023-09-01", "2024-08-31")
    assert (found["left"], found["last_working_day_before"]) == (None, None)


def test_a_fact_that_nothing_asks_for() -> None:
    """It is told with its question; one that only a rule asks for is not."""
    reply = put(NEW, facts={"worked-effectively": "yes", "improvements-only": "no", "child-died": "yes"})
    assert [one for one in reply["warnings"] if "asks:" in one] == [
        (
            "No test and no rule of Working Together to Safeguard Children 2026 asks: Has the Board determined that agencies "
            "worked effectively? The answer was not used; if another question of this edition asks the like, answer that too."
        )
    ]
    assert reply["asked"]["facts"] == {"child-died": "yes", "worked-effectively": "yes", "improvements-only": "no"}


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        pytest.param({"child-dead": "yes"}, "facts.child-dead", id="an unknown fact"),
        pytest.param({"child-died": True}, "facts.child-died", id="a truth"),
        pytest.param({"child-died": "perhaps"}, "facts.child-died", id="neither yes, no nor unknown"),
        pytest.param(["child-died"], "facts", id="a list"),
    ],
)
def test_facts_that_cannot_be_used(facts: object, field: str) -> None:
    (error,) = put(NEW, facts=facts)["errors"]
    assert error["field"] == field
