"""A figure that the reader supplies, and what must be said of it before it counts."""

# ruff: noqa: RUF001 - other scripts' digits are what is refused

from __future__ import annotations

import pytest

from calculators.records import Direction, Kind, Period, Refused, Unit
from calculators.replies.own_figure import _MARK, own_rule
from tests.door import ask

GIVEN = {"length": "5", "unit": "working day", "runs": "after", "event": "incident", "place": "paragraph 12"}


@pytest.mark.parametrize(
    "length",
    [
        pytest.param("1", id="the shortest"),
        pytest.param("1000", id="the longest"),
        pytest.param(" 15 ", id="spaces around it"),
    ],
)
@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize(("runs", "direction"), [("after", Direction.AFTER), ("before", Direction.BEFORE)])
def test_a_figure_becomes_a_rule(length: str, unit: Unit, runs: str, direction: Direction) -> None:
    """Any length, unit and direction; the rule is marked as the reader's own."""
    found = own_rule({**GIVEN, "length": length, "unit": unit, "runs": runs}, number=2)
    (reading,) = found.readings
    assert (found.id, found.kind, found.notes) == ("your-copy-2", Kind.DEADLINE, (_MARK,))
    assert (reading.period, reading.direction, reading.event) == (
        Period(length=int(length), unit=unit),
        direction,
        "incident",
    )
    assert found.citation.place == "paragraph 12"


@pytest.mark.parametrize(
    ("action", "shown"),
    [
        pytest.param("Tell the Board", "Tell the Board", id="as typed"),
        pytest.param("  ", "Your own deadline", id="nothing typed"),
    ],
)
def test_what_it_is_called(action: str, shown: str) -> None:
    """A figure without a name gets a plain one."""
    assert own_rule({**GIVEN, "action": action}, number=1).action == shown


LENGTH = "The length must be a whole number from 1 to 1,000; this is "


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        pytest.param("length", "0", LENGTH + "'0'", id="no time at all"),
        pytest.param("length", "1001", LENGTH + "'1001'", id="one more than the longest"),
        pytest.param("length", "-5", LENGTH + "'-5'", id="a sign"),
        pytest.param("length", "1e2", LENGTH + "'1e2'", id="an exponent"),
        pytest.param("length", "５", LENGTH + "'５'", id="a full-width digit"),
        pytest.param("length", "9" * 60, LENGTH + "'" + "9" * 40 + "…'", id="far too many digits"),
        pytest.param("length", "", "Give the length, a whole number from 1 to 1,000", id="no length"),
        pytest.param(
            "unit", "fortnight", "The unit must be one of: day, working day, week, month, year", id="an unknown unit"
        ),
        pytest.param("unit", "", "The unit must be one of: day, working day, week, month, year", id="no unit"),
        pytest.param(
            "runs", "around", "Say whether the period runs after or before the event", id="an unknown direction"
        ),
        pytest.param("event", "", "Choose the event that the period runs from", id="no event"),
        pytest.param(
            "place", "  ", "Say where the figure stands in your copy, such as a paragraph number", id="no place"
        ),
    ],
)
def test_a_figure_that_needs_mending(key: str, value: str, message: str) -> None:
    """The refusal names the entry."""
    with pytest.raises(Refused) as refusal:
        own_rule({**GIVEN, key: value}, number=3)
    assert (str(refusal.value), refusal.value.field) == (message, f"own.3.{key}")


@pytest.mark.parametrize("key", GIVEN)
def test_every_entry_is_needed(key: str) -> None:
    """Nothing is supplied for the reader."""
    with pytest.raises(Refused):
        own_rule({name: value for name, value in GIVEN.items() if name != key}, number=1)


def test_where_it_stands_is_the_reader_s_own_copy_as_it_was_typed() -> None:
    reply = ask(ask="plan", edition="england/child-safeguarding-practice-review-2026", own=[GIVEN])
    (source,) = [each["source"] for each in reply["dates"] if each["rule"] == "your-copy-1"]
    assert (source["title"], source["place"], source["read"]) == ("Your own copy", "paragraph 12", "none")
    assert source["how_known"] == "As you typed it."
