"""A slip in a question is refused with the word that was meant; a question out of all bounds is refused at once."""

from __future__ import annotations

import json
from typing import Any

import pytest

from calculators import request
from calculators.answer import answer
from calculators.batch import batch
from calculators.records import Refused
from tests.door import ask
from tests.files.test_figures_file import file

ENGLAND = "england/child-safeguarding-practice-review-2023"
OWN = {"length": "5", "unit": "day", "runs": "after", "event": "incident", "place": "paragraph 1"}


def refusals(**asked: object) -> list[tuple[str | None, str]]:
    """Return what the door refuses of a question, by field."""
    reply: dict[str, Any] = ask(**asked)
    return [(error["field"], error["message"]) for error in reply.get("errors", ())]


@pytest.mark.parametrize(
    ("asked", "field", "message"),
    [
        pytest.param({"ask": "plann"}, "ask", "'plann' is not a question that this guide holds; did you mean plan?", id="plann for plan"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "event": {"incident": "2026-04-02"}}, "event", "'event' is no part of this question; did you mean events?", id="event for events"),
        pytest.param({"ask": "criteria", "edition": ENGLAND, "test": "serious-case", "fact": {}}, "fact", "'fact' is no part of this question; did you mean facts?", id="fact for facts"),
        pytest.param({"ask": "editions", "On": "2026-04-02"}, "On", "'On' is no part of this question; did you mean on?", id="a capital letter"),
        pytest.param({"ask": "editions", "elephant": 1}, "elephant", "'elephant' is no part of this question; write one of: ask, nation, on, today", id="nothing like it"),
        pytest.param({"ask": "workdays", "calendar": "scotland", "from": "2026-06-11", "add": "5", "today": "2026-01-01"}, "today", "'today' is no part of this question; write one of: ask, calendar, from, add, before, back, until", id="a part of another question"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "own": [{**OWN, "lenght": "5"}]}, "own.1.lenght", "'lenght' is no part of own.1 of this question; did you mean length?", id="a part of a figure of one's own"),
        pytest.param({"ask": "editions", "today": "2026-02-30"}, "today", "Today must be a real date; 2026-02-30 is not in the calendar", id="a day that there is not"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "rule": 5}, "rule", "rule must be the id of a rule, as text", id="a rule that is no text"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "made": "yesterday"}, "made", "made must be a moment from 2000 to 2050 written as 2026-11-25T10:15:00Z", id="a moment in words"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "made": "2026-02-30T10:15:00Z"}, "made", "made must be a moment from 2000 to 2050 written as 2026-11-25T10:15:00Z", id="a moment of no day"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "made": "2999-01-01T00:00:00Z"}, "made", "made must be a moment from 2000 to 2050 written as 2026-11-25T10:15:00Z", id="a moment that no calendar can count to"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "closed": ["2026-04-01"] * 401}, "closed", "closed has 401 entries; at most 400 can be worked out at once", id="more closed days than there are"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "own": [OWN] * 21}, "own", "own has 21 entries; at most 20 can be worked out at once", id="more figures of one's own than are counted"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "own": [{**OWN, "place": "\u202e"}]}, "own.1.place", "The place has no letter that can be seen; write it again", id="a place that nobody can see"),
        pytest.param({"ask": "cells", "name": "x" * 101, "rows": []}, "name", "name must be up to 100 letters, digits and hyphens", id="a file's name that is a book"),
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


def names(number: int) -> str:
    """Return a question with so many names that no question has, all different."""
    return json.dumps({"ask": "editions", **{f"name{each}": 1 for each in range(number)}})


def test_a_hundred_thousand_names_cost_no_more_comparisons_than_twenty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearest of our names is looked for behind the first twenty; the rest are numbered in one sentence."""
    compared: list[str] = []

    def nearest(name: str, *_given: object, **_named: object) -> list[str]:
        compared.append(name)
        return []

    monkeypatch.setattr(request, "get_close_matches", nearest)
    reply = json.loads(answer(names(100_000)))
    assert len(reply["errors"]) == 21
    assert reply["errors"][-1]["message"] == "99,980 further names in this question cannot be used either"
    assert set(compared) == {f"name{each}" for each in range(20)}
    assert len(answer(names(100_000))) < 5_000


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param('{"a": 1' + "".join(f', "name{each // 2}": 1' for each in range(100_000)) + "}", id="names given twice"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "events": {f"incident{each}": "2026-04-02" for each in range(400)}}, id="events that there are not"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "decisions": [{f"name{each}": 1 for each in range(400)}] * 400}, id="decisions full of names"),
        pytest.param({"ask": "plan", "edition": ENGLAND, "figures": [{}] * 400}, id="figures files that are none"),
    ],
)  # fmt: skip
def test_reading_stops_after_a_hundred_mistakes(asked: str | dict[str, object]) -> None:
    """All that a person can mend at once, and a sentence that there may be more."""
    reply = json.loads(answer(asked if isinstance(asked, str) else json.dumps(asked)))
    assert len(reply["errors"]) == 101
    assert reply["errors"][-1] == {
        "field": None,
        "message": "Reading stopped after 100 mistakes; mend these, and ask again",
    }


def test_a_figures_file_full_of_mistakes_is_refused_before_a_table_is_read() -> None:
    """In the terminal too, where figures are read before the first row."""
    with pytest.raises(Refused, match="Reading stopped after 100 mistakes"):
        batch(["case,edition\n"], figures=[file(*[{"name": 1}] * 400)])


def test_a_question_of_all_bounds() -> None:
    """Refused before it is read."""
    assert json.loads(answer("x" * 20_000_001))["errors"] == [
        {"field": None, "message": "The question has 20,000,001 characters; it may have 20,000,000"}
    ]


def test_a_name_without_end_is_cut_in_the_reply() -> None:
    ((field, message),) = refusals(ask="editions", **{"x" * 1_000_000: 1})
    assert field == "x" * 200 + "…"
    assert len(message) < 200
