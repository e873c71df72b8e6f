"""A slip in a question is refused with the word that was meant; a question out of all bounds is refused at once."""

from __future__ import annotations

import json
from typing import Any

import pytest

from calculators.answer import answer
from tests.door import ask

ENGLAND = "england/child-safeguarding-practice-review-2023"
OWN = {"length": "5", "unit": "day", "runs": "after", "event": "incident", "place": "paragraph 1"}


def refusals(**asked: object) -> list[tuple[str | None, str]]:
    """Return what the door refuses of a question, by field."""
    reply: dict[str, Any] = ask(**asked)
    return [(error["field"], error["message"]) for error in reply.get("errors", ())]


@pytest.mark.parametrize(
    ("asked", "field", "message"),
    [
        pytest.param({"ask": "plan", "edition": ENGLAND, "event": {"incident": "2026-04-02"}}, "event", "'event' is no part of this question; did you mean events?", id="event for events"),
        pytest.param({"ask": "criteria", "edition": ENGLAND, "test": "serious-case", "fact": {}}, "fact", "'fact' is no part of this question; did you mean facts?", id="fact for facts"),
        pytest.param({"ask": "editions", "On": "2026-04-02"}, "On", "'On' is no part of this question; did you mean on?", id="a capital letter"),
        pytest.param({"ask": "editions", "elephant": 1}, "elephant", "'elephant' is no part of this question; write one of: ask, nation, on", id="nothing like it"),
        pytest.param({"ask": "workdays", "calendar": "scotland", "from": "2026-06-11", "add": "5", "today": "2026-01-01"}, "today", "'today' is no part of this question; write one of: ask, calendar, from, add, before, back, until", id="a part of another question"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "own": [{**OWN, "lenght": "5"}]}, "own.1.lenght", "'lenght' is no part of own.1 of this question; did you mean length?", id="a part of a figure of one's own"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "rule": 5}, "rule", "rule must be the id of a rule, as text", id="a rule that is no text"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "made": "yesterday"}, "made", "made must be a moment from 2000 to 2050 written as 2026-11-25T10:15:00Z", id="a moment in words"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "made": "2026-02-30T10:15:00Z"}, "made", "made must be a moment from 2000 to 2050 written as 2026-11-25T10:15:00Z", id="a moment of no day"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "made": "2999-01-01T00:00:00Z"}, "made", "made must be a moment from 2000 to 2050 written as 2026-11-25T10:15:00Z", id="a moment that no calendar can count to"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "closed": ["2026-04-01"] * 401}, "closed", "closed has 401 entries; at most 400 can be worked out at once", id="more closed days than there are"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "own": [{**OWN, "place": "x" * 201}]}, "own.1.place", "The place must be text of up to 200 characters", id="a place that is a book"),
    ],
)  # fmt: skip
def test_a_part_that_no_question_has(asked: dict[str, object], field: str, message: str) -> None:
    assert (field, message) in refusals(**asked)


def test_a_date_with_parts_that_no_date_has() -> None:
    """Capital letters made it look as if no date had been given."""
    typed = {"Day": "2", "Month": "4", "Year": "2026"}
    ((field, message),) = refusals(ask="plan", edition=ENGLAND, events={"authority-aware": typed})
    assert field == "events.authority-aware"
    assert message.endswith("must be a date written as YYYY-MM-DD, such as 2026-04-02")


def test_a_rule_that_a_reply_names_may_be_asked_for() -> None:
    asked = {"ask": "plan", "edition": ENGLAND, "events": {"incident": "2026-04-02"}, "own": [OWN]}
    assert not refusals(**asked, rule="your-copy-1")
    assert refusals(**asked, rule="your-copy-2")


def test_many_names_are_looked_through_once() -> None:
    """Each of 30,000 names is told apart in one go: squared, that would take many seconds; here it must merely end."""
    names = ", ".join(f'"name{number}": 1' for number in range(30_000))
    reply = json.loads(answer(f'{{"ask": "editions", {names}}}'))
    assert reply["errors"]
