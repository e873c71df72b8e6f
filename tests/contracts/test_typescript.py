"""The contract as TypeScript's types: what each of Python's becomes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal, TypedDict, is_typeddict

import pytest

from calculators import reply
from stages.contracts.typescript import _record, _type, reply_types

ROOT = Path(__file__).parents[2]
NAMES = {reply.DutyWord: "DutyWord"}


class Noted(TypedDict, total=False):
    """A record whose key may be left out."""

    note: str | None


class Dated(Noted):
    """A record that adds to another.

    `days`: each of them.
    """

    days: list[reply.DayReply]


@pytest.mark.parametrize(
    ("hint", "written"),
    [
        pytest.param(str, "string", id="text"),
        pytest.param(int | None, "number | null", id="a number or nothing"),
        pytest.param(Any, "any", id="anything"),
        pytest.param(Literal["yes", "no"], '"yes" | "no"', id="one of two words"),
        pytest.param(reply.DutyWord | None, "DutyWord | null", id="words that have a name"),
        pytest.param(list[str], "string[]", id="a list"),
        pytest.param(list[str | None], "(string | null)[]", id="a list with gaps"),
        pytest.param(dict[str, list[bool]], "Record<string, boolean[]>", id="lists by id"),
        pytest.param(reply.LeftReply | None, "LeftReply | null", id="another record, or none"),
    ],
)
def test_a_type_is_written_as_typescript_has_it(hint: object, written: str) -> None:
    assert _type(hint, NAMES) == written


def test_a_type_that_is_not_known_is_refused() -> None:
    with pytest.raises(TypeError, match="no type that the contract has used"):
        _type(set[str], NAMES)


def test_a_record_carries_its_words_and_the_keys_that_it_inherits() -> None:
    """Alike under every Python: from 3.13 on it takes the indent of such words away, and before it does not."""
    assert (
        _record(Noted, NAMES)
        == "/** A record whose key may be left out. */\ntype Noted = {\n  note?: string | null;\n};"
    )
    assert (
        _record(Dated, NAMES)
        == "/** A record that adds to another.\n\n`days`: each of them. */\ntype Dated = {\n  note?: string | null;\n  days: DayReply[];\n};"
    )


def test_every_record_of_the_contract_is_written_with_each_of_its_keys() -> None:
    text = reply_types()
    records = [value for name, value in vars(reply).items() if is_typeddict(value) and not name.startswith("_")]
    assert re.findall(r"^type (\w+) = \{$", text, re.MULTILINE) == [record.__name__ for record in records]
    assert all(f"  {key}" in text for record in records for key in record.__annotations__)


def test_the_committed_types_are_fresh() -> None:
    assert (ROOT / "docs/assets/js/reply.d.ts").read_text(encoding="utf-8") == reply_types()
