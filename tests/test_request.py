"""A question's parts, where anything may stand: read exactly, or refused with what to write."""

# ruff: noqa: RUF001 - other scripts' digits are what is refused

from __future__ import annotations

import json
from datetime import date

import pytest

from calculators import horizon
from calculators import request as question
from calculators.records import Refused

HORIZON = "Today must be from 1 January 2000 to 31 December 2050, the years whose bank holidays we hold"


@pytest.mark.parametrize(
    ("asked", "messages"),
    [
        pytest.param("", ["The question must be a JSON object"], id="nothing"),
        pytest.param("{", ["The question must be a JSON object"], id="broken off"),
        pytest.param("[]", ["The question must be a JSON object"], id="a list"),
        pytest.param('"plan"', ["The question must be a JSON object"], id="a text"),
        pytest.param("null", ["The question must be a JSON object"], id="null"),
        pytest.param("[" * 100_000, ["The question must be a JSON object"], id="too deep to read"),
        pytest.param('{"ask":' * 51 + "1" + "}" * 51, ["The question must be a JSON object"], id="objects too deep"),
        pytest.param("1" * 5000, ["The question must be a JSON object"], id="a number too long to read"),
        pytest.param('{"ask": "plan", "ask": "plan"}', ["'ask' is given twice; give it once"], id="a name given twice"),
        pytest.param('{"events": {"a": 1, "a": 1, "b": 1, "b": 1}}', ["'a' is given twice; give it once", "'b' is given twice; give it once"], id="two names given twice, one level down"),
        pytest.param('{"a\\nb": 1, "a\\nb": 1}', ["'a\\u000ab' is given twice; give it once"], id="a name with a line end"),
    ],
)  # fmt: skip
def test_what_is_no_question(asked: str, messages: list[str]) -> None:
    """Every refusal at once."""
    with pytest.raises(question.QuestionRefused) as unusable:
        question.parse(asked)
    assert [str(one) for one in unusable.value.refusals] == messages


def test_brackets_inside_text_are_no_depth() -> None:
    """A reference may be full of them, beside quotation marks and backslashes."""
    reference = '[{"\\' * 60
    assert question.parse(json.dumps({"reference": reference})) == {"reference": reference}


def test_a_question_is_an_object() -> None:
    """Anything may stand in it; what is missing reads as nothing."""
    asked = question.parse('{"ask": "plan", "edition": 7}')
    assert asked == {"ask": "plan", "edition": 7}
    assert (question.text(asked, "ask"), question.text(asked, "edition"), question.text(asked, "on")) == (
        "plan",
        "",
        "",
    )
    assert (question.mapping(asked, "events"), question.sequence(asked, "closed")) == ({}, [])


def test_shapes() -> None:
    """A list where an object belongs, an object where a list belongs, a number where text belongs."""
    with pytest.raises(Refused, match=r"^events must be an object of names and values$"):
        question.mapping({"events": []}, "events")
    with pytest.raises(Refused, match=r"^closed must be a list$"):
        question.sequence({"closed": {}}, "closed")
    with pytest.raises(Refused, match=r"^own.1 must be an object of text values$"):
        question.strings({"length": 5}, field="own.1")
    with pytest.raises(Refused, match=r"^own.1 must be an object of text values$"):
        question.strings([], field="own.1")


@pytest.mark.parametrize(
    ("value", "read"),
    [
        pytest.param("2000-01-01", date(2000, 1, 1), id="the first day held"),
        pytest.param("2050-12-31", date(2050, 12, 31), id="the last day held"),
        pytest.param({"day": "2", "month": "April", "year": "2026"}, date(2026, 4, 2), id="three fields"),
        pytest.param({"day": "", "month": "", "year": ""}, None, id="three empty fields"),
        pytest.param({}, None, id="no fields"),
        pytest.param(None, None, id="none given"),
    ],
)
def test_day(value: object, read: date | None) -> None:
    """One form of text, or three fields as typed."""
    assert horizon.day(value, label="Today", field="today") == read


FORM = "Today must be a date written as YYYY-MM-DD, such as 2026-04-02"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        pytest.param("1999-12-31", HORIZON, id="the day before the first held"),
        pytest.param("2051-01-01", HORIZON, id="the day after the last held"),
        pytest.param({"day": "1", "month": "1", "year": "2051"}, HORIZON, id="that day in three fields"),
        pytest.param(20260402, FORM, id="a number"),
        pytest.param(True, FORM, id="a truth"),
        pytest.param(["2026-04-02"], FORM, id="a list"),
        pytest.param({"day": 2, "month": 4, "year": 2026}, FORM, id="fields that are not text"),
    ],
)
def test_no_day(value: object, message: str) -> None:
    """Refused with the form, or with the years that are held."""
    with pytest.raises(Refused) as refusal:
        horizon.day(value, label="Today", field="today")
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    ("value", "message"),
    [
        pytest.param(None, "^from must be a date written as YYYY-MM-DD", id="nothing"),
        pytest.param({}, "^from must include a day, a month and a year$", id="no fields"),
        pytest.param({"day": ""}, "^from must include a day, a month and a year$", id="an empty field"),
    ],
)
def test_a_day_that_is_needed(value: object, message: str) -> None:
    """Where a date cannot be left out, nothing is refused too, in the words of how it was asked for."""
    with pytest.raises(Refused, match=message):
        horizon.a_day(value, label="from", field="from")


@pytest.mark.parametrize("value", [0, 10_000, "0", "5", "10000", "007"])
def test_number(value: object) -> None:
    """From 0 to 10,000, as a number or in digits."""
    assert question.number(value, field="add") == int(str(value))


@pytest.mark.parametrize(
    "value", [-1, 10_001, 1.0, 1e3, True, None, [], "-1", "10001", "1e3", "+5", "５", "", " 5", "9" * 4000]
)
def test_no_number(value: object) -> None:
    """Everything else that Python would take for a number is refused."""
    with pytest.raises(Refused, match=r"^add must be a whole number from 0 to 10,000; this is '"):
        question.number(value, field="add")
