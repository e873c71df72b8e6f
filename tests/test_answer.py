"""The door: a question in JSON, an answer in JSON, whatever is asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.answer import answer
from calculators.register import CALENDARS, EDITIONS, EVENTS, FACTS, NATIONS
from calculators.replies import ask_cases, ask_criteria, ask_days, ask_plan, handlers, table
from tests.door import ask

if TYPE_CHECKING:
    from collections.abc import Collection

ENGLAND = "england/child-safeguarding-practice-review-2023"
OWN = {
    "length": "10",
    "unit": "working day",
    "runs": "after",
    "event": "incident",
    "place": "page 4",
    "action": "Write",
}


def plan(**events: str) -> dict[str, Any]:
    """Return England 2023's rules by id, for events with underscores for hyphens."""
    reply = ask(ask="plan", edition=ENGLAND, events={event.replace("_", "-"): day for event, day in events.items()})
    return {one["rule"]: one for one in reply["dates"]}


def test_a_plan_has_every_key_that_others_hold_on_to() -> None:
    """The keys that other programs rely on, down to a day of a count."""
    reply = ask(ask="plan", edition=ENGLAND, events={"incident": "2026-06-01"})
    assert reply.keys() >= {"format", "edition", "calendar", "content", "today", "warnings", "dates"}
    assert (reply["format"], reply["edition"], reply["calendar"]) == (1, ENGLAND, "england-and-wales")
    timing = {"due", "until", "event", "period", "count", "source"}
    for one in reply["dates"]:
        assert one.keys() >= timing | {
            "rule", "topic", "kind", "state", "settled", "action", "who", "to", "duty",
            "last_working_day_before", "if_closed_days_excluded", "readings", "notes",
        }  # fmt: skip
        assert one["source"].keys() >= {"ref", "place", "read", "via", "url"}
        for each in one["readings"]:
            assert each.keys() >= timing | {"id", "safest", "applies_when"}
            assert each["event"].keys() >= {"id", "date", "known"}
            assert all(day.keys() >= {"date", "day", "name", "n"} for day in each["count"])


def test_the_example_of_the_interfaces() -> None:
    """Aware on Thursday 2 April 2026: Monday 13 April, five days counted, Good Friday named."""
    one = plan(authority_aware="2026-04-02")["notify-panel"]
    assert (one["due"], one["state"], one["settled"]) == ("2026-04-13", "due", True)
    assert one["event"]["date"] == "2026-04-02"
    day = {"date": "2026-04-03", "day": "holiday", "name": "Good Friday", "n": None}
    assert one["count"][1].items() >= day.items()
    assert [line["n"] for line in one["count"] if line["n"]] == [1, 2, 3, 4, 5]


def test_guidance_and_regulation_before_publication() -> None:
    """Publishing on Wednesday 6 May 2026: 7 working days before is 24 April, 7 days before is 29 April."""
    one = plan(publication="2026-05-06")["send-report"]
    assert {each["id"]: (each["due"], each["safest"]) for each in one["readings"]} == {
        "guidance": ("2026-04-24", True),
        "regulation": ("2026-04-29", False),
    }
    assert one["due"] == "2026-04-24"


def test_a_date_on_no_working_day_stands_with_the_one_before() -> None:
    """Decided on 25 September 2025, published within 6 months: 25 March 2026. Decided on the 3rd of October: Good Friday."""
    assert plan(review_decision="2025-09-25")["publish-report"]["last_working_day_before"] is None
    one = plan(review_decision="2025-10-03")["publish-report"]
    assert (one["due"], one["last_working_day_before"]) == ("2026-04-03", "2026-04-02")


def test_what_is_left() -> None:
    """From today to the date, in days and working days; past ones are negative; none where the calendar ends."""
    asked = {"ask": "plan", "edition": ENGLAND, "today": "2026-04-08"}
    rules = ask(**asked, events={"authority-aware": "2026-04-02", "national-publication": "2049-01-01"})["dates"]
    left = {one["rule"]: one["left"] for one in rules}
    assert left["notify-panel"].items() >= {"days": 5, "working_days": 3}.items()
    assert left["rapid-review"] is None
    assert left["keep-national-published"]["working_days"] is None
    assert (
        ask(ask="plan", edition=ENGLAND, today="2026-04-15", events={"authority-aware": "2026-04-02"})["dates"][0][
            "left"
        ]["working_days"]
        == -2
    )


def test_an_own_figure_is_counted_like_any_other() -> None:
    """Ten working days after 1 June 2026 is 15 June, from the reader's own copy; its event is not called unused."""
    reply = ask(
        ask="plan",
        edition="england/child-safeguarding-practice-review-2026",
        events={"incident": "2026-06-01"},
        own=[OWN],
    )
    one = reply["dates"][-1]
    assert (one["rule"], one["due"], one["source"]["ref"], one["source"]["place"]) == (
        "your-copy-1",
        "2026-06-15",
        "your-copy",
        "page 4",
    )
    assert not [warning for warning in reply["warnings"] if "starts no clock" in warning]


@pytest.mark.parametrize("action", ["2026-02-30", "2026-06-01", "", "\ud800", "x" * 200])
def test_an_own_figure_may_be_called_anything(action: str) -> None:
    """Even what looks like a date."""
    assert "errors" not in ask(ask="plan", edition=ENGLAND, own=[{**OWN, "action": action}])


def test_every_problem_is_told_at_once() -> None:
    """One question with a mistake in each part; each refusal names its entry."""
    reply = ask(
        ask="plan", edition="england", events={"incident": "2026-02-30", "moon": "2026-01-01"}, closed=["2026-4-2"],
        today=7, own=[{}, 5, {**OWN, "event": "moon"}],
    )  # fmt: skip
    assert [one["field"] for one in reply["errors"]] == [
        "edition", "events.incident", "events.moon", "today", "closed.1", "own.1.length", "own.2", "own.3.event",
    ]  # fmt: skip
    shapes = ask(ask="plan", edition="england", events=[], closed={}, own="")
    assert [one["field"] for one in shapes["errors"]] == ["edition", "events", "closed", "own"]


WAYS = "Give --from and --add, or --before and --back, or --from and --until"


@pytest.mark.parametrize(
    ("asked", "date", "working_days"),
    [
        pytest.param({"from": "2026-04-02", "add": 5}, "2026-04-13", 5, id="on"),
        pytest.param({"before": "2026-05-06", "back": "7"}, "2026-04-24", 7, id="back"),
        pytest.param({"from": "2026-04-02", "until": "2026-04-13"}, "2026-04-13", 5, id="between"),
        pytest.param({"before": "2026-05-10", "back": 1}, "2026-05-08", 1, id="back from a Sunday"),
        pytest.param({"from": "2026-04-03", "add": 0}, "2026-04-03", 0, id="nothing added, on a holiday"),
        pytest.param({"from": "2026-04-03", "until": "2026-04-03"}, "2026-04-03", 0, id="nothing between"),
    ],
)
def test_workdays(asked: dict[str, object], date: str, working_days: int) -> None:
    """One step or one count, with its days."""
    reply = ask(ask="workdays", calendar="england-and-wales", **asked)
    assert (reply["date"], reply["working_days"]) == (date, working_days)
    assert sum(day["n"] is not None for day in reply["count"]) == working_days


def test_a_second_date_before_the_first_has_a_field_of_its_own_by_which_a_page_offers_to_swap_them() -> None:
    (error,) = ask(ask="workdays", calendar="england-and-wales", **{"from": "2026-04-03"}, until="2026-04-02")["errors"]
    assert error["field"] == "until.order"


@pytest.mark.parametrize(
    ("asked", "messages"),
    [
        pytest.param({}, [WAYS], id="nothing"),
        pytest.param({"from": "2026-04-02"}, [WAYS], id="only a start"),
        pytest.param({"from": "2026-04-02", "add": 1, "until": "2026-04-03"}, [WAYS], id="two questions in one"),
        pytest.param({"from": {}, "add": 1}, ["The date to count from must include a day, a month and a year"], id="empty fields"),
        pytest.param({"from": "2026-04-02", "until": {}}, ["The second date must include a day, a month and a year"], id="an empty end"),
        pytest.param({"from": "", "until": "2026-04-02"}, ["The first date must be a date written as YYYY-MM-DD, such as 2026-04-02; this is ''"], id="an empty start as text"),
        pytest.param({"from": "2026-04-02", "until": "2026-04-01"}, ["The second date, 1 April 2026, is before the first, 2 April 2026; swap them or mend one"], id="an end before the start"),
        pytest.param({"from": "2050-12-30", "add": 1}, ["We hold no bank holidays for England and Wales after 31 December 2050, so we cannot count working days there"], id="past the horizon"),
        pytest.param({"before": "2000-01-04", "back": 1}, ["We hold no bank holidays for England and Wales before 1 January 2000, so we cannot count working days there"], id="before the first year"),
    ],
)  # fmt: skip
def test_workdays_that_cannot_be_counted(asked: dict[str, object], messages: list[str]) -> None:
    """Refused, never guessed."""
    reply = ask(ask="workdays", calendar="england-and-wales", **asked)
    assert [one["message"] for one in reply["errors"]] == messages


def test_editions() -> None:
    """Every edition; one nation's; what governs on a day. An empty nation is no nation."""
    assert [one["edition"] for one in ask(ask="editions")["editions"]] == list(EDITIONS)
    reply = ask(ask="editions", nation="england", on="2026-03-18")
    assert {one["nation"] for one in reply["editions"]} == {"england"}
    assert reply["governs"][0]["editions"] == ["england/child-safeguarding-practice-review-2026"]
    held = {one["edition"]: one["status"] for one in reply["editions"]}
    assert (held[ENGLAND], held["england/child-safeguarding-practice-review-2026"]) == ("superseded", "current")
    assert ask(ask="editions", nation="")["errors"][0]["field"] == "nation"


def test_a_fault_of_ours_is_an_answer_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a calculator break, the door says so and gives no date."""
    monkeypatch.setitem(handlers._HANDLERS, "plan", lambda asked: {"gone": asked["gone"]})
    (error,) = ask(ask="plan")["errors"]
    assert error["message"] == "The calculator met a fault of its own (KeyError: 'gone'). No date was worked out."


def usable(reply: str) -> None:
    """Check that a reply is an answer or refusals, and no fault of ours."""
    read = json.loads(reply)
    assert isinstance(read, dict)
    assert reply.isascii()
    if "errors" in read:
        assert read["errors"]
        assert all(one.keys() == {"field", "message"} and one["message"].isprintable() for one in read["errors"])
        assert "fault of its own" not in reply
    else:
        assert {"format", "content"} <= read.keys()


texts = st.text(st.characters(exclude_categories=()), max_size=8)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
dates = st.dates().map(str) | st.fixed_dictionaries(
    {"day": st.text(max_size=2), "month": st.text(max_size=4), "year": st.text(max_size=4)}
)
digits = st.integers(-5, 1100).map(str)
own = st.fixed_dictionaries({
    "length": digits, "unit": st.sampled_from(["day", "working day", "week", "month", "year", "x"]), "place": st.text(max_size=5),
    "runs": st.sampled_from(["after", "before"]), "event": st.sampled_from([*EVENTS, "x"]), "action": dates | anything,
})  # fmt: skip
facts = st.dictionaries(st.sampled_from(list(FACTS)), st.sampled_from(["yes", "no", "unknown"]) | anything, max_size=4)
gaps = [(held.id, rule.id) for held in EDITIONS.values() for rule in held.rules if rule.kind == "gap"]
figures = st.sampled_from(gaps).flatmap(lambda gap: st.fixed_dictionaries({
    "format": st.just(1) | anything, "kind": st.just("figures") | anything, "edition": st.just(gap[0]) | anything,
    "supplied_by": st.just("A partnership") | anything, "role": st.just("manager") | anything, "read_on": st.just("2026-11-20") | dates,
    "source": st.just("The text") | anything,
    "figures": st.lists(st.fixed_dictionaries({
        "fills": st.just(gap[1]) | anything, "length": st.integers(1, 30) | anything,
        "unit": st.sampled_from(["days", "working days", "clear days", "week", "months"]) | anything,
        "runs": st.sampled_from(["after", "before", "kept", "window"]) | anything, "event": st.sampled_from(list(EVENTS)) | anything,
        "duty": st.sampled_from(["must", "should"]) | anything, "place": st.just("paragraph 1") | anything,
    }), max_size=2),
}))  # fmt: skip
case = st.fixed_dictionaries({
    "format": st.just(1) | anything, "kind": st.just("case") | anything, "saved": st.just("2026-11-20") | dates,
    "edition": st.sampled_from(list(EDITIONS)) | anything,
}, optional={
    "events": st.dictionaries(st.sampled_from(list(EVENTS)), st.dates().map(str), max_size=3) | anything, "facts": facts | anything,
    "done": anything, "closed": anything, "figures": figures | anything, "notes": texts, "reference": texts, "release": texts,
    "content": texts, "answered": st.dictionaries(st.sampled_from([name for _, name in gaps]) | texts, st.dates().map(str), max_size=2),
    "basis": anything | st.dictionaries(texts, anything, max_size=2),
})  # fmt: skip
parts = {
    "ask": st.sampled_from(list(handlers._HANDLERS)) | anything,
    "edition": st.sampled_from(list(EDITIONS)) | anything,
    "events": st.dictionaries(st.sampled_from(list(EVENTS)), dates | anything, max_size=4) | anything,
    "closed": st.lists(dates | anything, max_size=3) | anything,
    "own": st.lists(own | anything, max_size=2) | anything,
    "calendar": st.sampled_from(list(CALENDARS)) | anything,
    "test": st.sampled_from(["notify-panel", "serious-case", "local-review"]) | anything,
    "facts": facts | anything,
    "figures": figures | st.lists(figures, max_size=2) | anything,
    "case": case | anything,
    "done": st.dictionaries(st.sampled_from([name for _, name in gaps]), dates | anything, max_size=2) | anything,
    "notes": texts | anything,
    "nation": st.sampled_from(list(NATIONS)) | anything,
    "cases": st.lists(case | case.map(json.dumps) | anything, max_size=3) | anything,
    "columns": st.just(["case", "edition", "incident", "done:notify-panel"]) | anything,
    "rows": st.lists(
        st.fixed_dictionaries({"line": anything, "cells": st.lists(texts, min_size=4, max_size=4) | anything}),
        max_size=3,
    )
    | anything,
    "text": texts | st.just("case,edition,incident\nA,b,c\n") | anything,
    "name": texts | anything,
    **dict.fromkeys(("today", "on", "from", "before", "until"), dates | anything),
    **{name: st.integers(0, 10_000) | anything for name in ("add", "back")},
}


PARTS_OF: dict[str, Collection[str]] = {
    "plan": ask_plan._KEYS,
    "moved": ask_plan._MOVED_KEYS,
    "criteria": ask_criteria._KEYS,
    "nations": ask_criteria._NATIONS_KEYS,
    "workdays": ask_days._WORKDAYS_KEYS,
    "period": ask_days._PERIOD_KEYS,
    "editions": handlers._EDITIONS_KEYS,
    "cases": ask_cases._KEYS,
    "cells": ask_cases._CELLS_KEYS,
    "table": table._KEYS,
}


@pytest.mark.slow
@settings(max_examples=1500)
@given(st.fixed_dictionaries({}, optional=parts), st.booleans())
def test_the_door_never_raises_whatever_the_parts(asked: dict[str, object], strays: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    """Any JSON value in any part, alone or together, with parts of other questions among them or without."""
    own_parts = PARTS_OF.get(str(asked.get("ask")), tuple(parts))
    usable(answer(json.dumps({name: value for name, value in asked.items() if strays or name in own_parts})))


@given(anything)
def test_the_door_never_raises_whatever_the_value(asked: object) -> None:
    """Any JSON value for the whole question."""
    usable(answer(json.dumps(asked)))


@given(st.text(st.characters(exclude_categories=())))
def test_the_door_never_raises_whatever_the_text(asked: str) -> None:
    """Any text, stray surrogates among it."""
    usable(answer(asked))


@pytest.mark.parametrize("depth", [10, 100, 300, 900, 990, 5000])
@pytest.mark.parametrize("part", list(parts))
def test_the_door_never_raises_however_deep(part: str, depth: int) -> None:
    """A value nested as deep as the reader of JSON just allows, or deeper."""
    usable(answer(f'{{"ask": "plan", "{part}": {"[" * depth}{"]" * depth}}}'.replace('"ask": "plan", "ask"', '"ask"')))
