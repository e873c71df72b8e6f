"""YAML as an editor types it: what is taken, and the one sentence that each slip gets."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

import pytest

from calculators.records import Period, Unit
from stages.problems import Problem
from stages.reading.validation import Block, keys_of, parse, read
from stages.schema.edition import ClockBlock, DatedBlock, ExampleBlock, InForceBlock, SourceBlock
from stages.schema.scalars import Id, Text
from stages.schema.vocabulary import EventBlock

RULE = "id: tell\naction: Tell the Panel\nwho: the authority\nsource: {ref: text, place: paragraph 1}\n"
EXAMPLE = "title: A Thursday\nrule: tell\n"
CLOCKS = ("within", "after")


def parsed(text: str) -> Block:
    """Return YAML that can be parsed, as if its first line stood on line 10 of a file."""
    block = parse(text, path="x.md", line=10)
    assert isinstance(block, Block)
    return block


def told(text: str, shape: Any, **how: Any) -> list[str]:  # noqa: ANN401 - whatever pydantic takes
    """Return what an editor is told of `text`, each finding as 'line: message'."""
    block = parse(text, path="x.md", line=10)
    found = [block] if isinstance(block, Problem) else read(block, shape, **how)
    return [f"{one.line}: {one.message}" for one in sorted(found)] if isinstance(found, list) else []


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        pytest.param((), 10, id="the block begins on its own first line"),
        pytest.param(("who",), 12, id="a key stands on its line"),
        pytest.param(("source", "place"), 14, id="a key inside keys"),
        pytest.param(("notes", 1), 17, id="an entry of a list"),
        pytest.param(("source", "via"), 13, id="a key that is missing is told where it should be"),
        pytest.param(("absent",), 10, id="a key that is missing from the block is told at its first line"),
    ],
)
def test_lines(keys: tuple[str | int, ...], line: int) -> None:
    text = "id: tell\naction: Tell\nwho: the authority\nsource:\n  place: 1\nnotes:\n  - one\n  - two\n"
    assert parsed(text).line_of(*keys) == line


Shaped = TypeVar("Shaped")


def sound(block: Block, shape: type[Shaped]) -> Shaped:
    """Return a block as a shape, in which there is nothing to mend."""
    found = read(block, shape)
    assert not isinstance(found, list)
    return found


@pytest.mark.parametrize(
    ("text", "shape", "value"),
    [
        pytest.param("within: 5 working days", ClockBlock, Period(length=5, unit=Unit.WORKING_DAY), id="working days"),
        pytest.param("within: 1 month", ClockBlock, Period(length=1, unit=Unit.MONTH), id="one is singular"),
        pytest.param("within: 7 clear days", ClockBlock, Period(length=7, unit=Unit.DAY, clear=True), id="clear days"),
        pytest.param("within: 1 working day", ClockBlock, Period(length=1, unit=Unit.WORKING_DAY), id="a working day"),
    ],
)
def test_periods_are_read_by_their_words(text: str, shape: type[ClockBlock], value: Period) -> None:
    assert sound(parsed(text), shape).within == value


@pytest.mark.parametrize(
    ("written", "held"),
    [
        pytest.param("2023-12-15", "2023-12-15", id="a day"),
        pytest.param("2021-09", "2021-09", id="a month"),
        pytest.param("2017", "2017", id="a year, though YAML takes it for a number"),
        pytest.param("'2017'", "2017", id="a year in quotation marks"),
    ],
)
def test_dates_in_force_may_be_partial(written: str, held: str) -> None:
    assert sound(parsed(f"from: {written}\nfrom_is: publication"), InForceBlock).start == held


def test_an_example_expects_a_date_or_one_for_each_reading() -> None:
    single = sound(parsed(EXAMPLE + "given: {incident: 2026-06-11}\nexpect: 2026-06-18"), ExampleBlock)
    each = sound(parsed(EXAMPLE + "given: {incident: 2026-06-11}\nexpect: {a: 2026-06-18}"), ExampleBlock)
    assert single.expect == date(2026, 6, 18)
    assert each.expect == {"a": date(2026, 6, 18)}


def test_no_and_yes_are_words() -> None:
    """YAML 1.2 has no second spelling of true and false; Norway stays Norway."""
    assert read(parsed("a: no\nb: yes\nc: on"), dict[Id, Text]) == {"a": "no", "b": "yes", "c": "on"}


def test_folded_text_is_text() -> None:
    assert read(parsed("a: >-\n  one\n  two\nb: |\n  three\n"), dict[Id, Text]) == {"a": "one two", "b": "three"}


@pytest.mark.parametrize(
    ("text", "shape", "expected"),
    [
        pytest.param("", DatedBlock, ["10: write `key: value` lines here"], id="nothing at all"),
        pytest.param("# a note", DatedBlock, ["10: write `key: value` lines here"], id="only a comment"),
        pytest.param("tell", DatedBlock, ["10: write `key: value` lines here"], id="a word"),
        pytest.param(
            "id: a\nwho: `b`", DatedBlock, ["11: text that begins with ` must stand in quotation marks"], id="a backtick"
        ),
        pytest.param("id: a\nwho: & b", DatedBlock, ["11: text that begins with & or * must stand in quotation marks"], id="an ampersand"),
        pytest.param("id: a\nwho: | b", DatedBlock, ["11: text that begins with | or > must stand in quotation marks"], id="a bar"),
        pytest.param(
            "id: a\nwho: }", DatedBlock,
            ["11: a bracket or brace is closed here that nothing opened; put text that has them in quotation marks"],
            id="a brace that closes nothing",
        ),
        pytest.param(
            "id: a\n...\nwho: b", DatedBlock, ["12: a line of --- or ... stands here; take it out"], id="dots end a document"
        ),
        pytest.param(
            RULE + "duty: [must", DatedBlock,
            ["14: a list is opened with [ here and not closed; put ] after its last word, and quotation marks around text that has brackets"],
            id="a bracket left open at the end",
        ),
        pytest.param(
            "from: 0000\nfrom_is: publication", InForceBlock,
            ["10: 'from': write a date such as 2023-12-15, a month such as 2021-09 or a year"],
            id="the year nought",
        ),
        pytest.param(
            "from: true\nfrom_is: publication\nto: 2023-05-06 10:00:00", InForceBlock,
            [
                "10: 'from': write a date such as 2023-12-15, a month such as 2021-09 or a year",
                "12: 'to': write a date such as 2023-12-15, a month such as 2021-09 or a year",
            ],
            id="true is no date, and a time is none",
        ),
        pytest.param(
            "title: A\npublisher: B\nread: whole\nyear: true", SourceBlock,
            ["13: 'year': write a year such as 2018, without quotation marks"],
            id="true is no number",
        ),
        pytest.param(
            "title: A\npublisher: B\nread: whole\nyear: '2018'", SourceBlock,
            ["13: 'year': write a year such as 2018, without quotation marks"],
            id="a number in quotation marks is none",
        ),
        pytest.param(
            EXAMPLE + "given: {incident: 2026-06-11}\nexpect:", ExampleBlock,
            ["13: 'expect' is empty; write it, or leave it out"],
            id="an empty value is told once, though it could have been either of two things",
        ),
        pytest.param(
            EXAMPLE + "given: {incident: soon}\nexpect: later\nworking: {Good Friday: soon}", ExampleBlock,
            [
                "12: 'incident' must be a date such as 2026-04-02, without quotation marks or a time",
                "13: 'expect' must be a date such as 2026-04-02, without quotation marks or a time",
                "14: 'Good Friday': write the bank holiday's date, or for weekend days how many there were",
            ],
            id="every slip is told at once, each once",
        ),
        pytest.param(
            EXAMPLE + "given: {incident: 2026-06-11}\nexpect: 2026-06-18\nworking: {weekend days: -2}", ExampleBlock,
            ["14: 'weekend days': write the bank holiday's date, or for weekend days how many there were"],
            id="days cannot be fewer than none",
        ),
        pytest.param(
            "a: {label: x, words: y, hint: z}\n5: {label: x, words: y, hint: z}", dict[Id, EventBlock],
            ["11: '5' cannot be a key; a key is a word, with its value after the colon"],
            id="a number as a key",
        ),
        pytest.param(
            "a: {label: x, words: y, hint: z, follows: [5, ' ']}", dict[Id, EventBlock],
            [
                "10: entry 1 of 'follows' must be text; put it in quotation marks if it looks like a number or a date",
                "10: entry 2 of 'follows' must be small letters, digits and hyphens, such as notify-panel",
            ],
            id="entries of a list are told by their number",
        ),
        pytest.param(
            RULE.replace("action", "acton"), DatedBlock, ["11: 'acton' is not a key that belongs here; did you mean 'action'?"],
            id="a misspelt key is not told as missing too",
        ),
        pytest.param(
            "id: tell\nwho: the authority\nsource: {rev: text, place: 1}", DatedBlock,
            [
                "10: 'action' is missing; write `action: …`",
                "12: 'place' must be text; put it in quotation marks if it looks like a number or a date",
                "12: 'rev' is not a key that belongs here; did you mean 'ref'?",
            ],
            id="what is really missing is told, and what is misspelt inside",
        ),
    ],
)  # fmt: skip
def test_what_an_editor_is_told(text: str, shape: Any, expected: list[str]) -> None:  # noqa: ANN401
    assert told(text, shape) == expected


def test_keys_that_are_read_apart_are_offered_too() -> None:
    """A deadline's clock is another dataclass, but one block to its editor."""
    own = list(parsed(RULE + "aftr: incident").node)
    assert told(RULE + "aftr: incident", DatedBlock, keys=own, beside=CLOCKS) == [
        "14: 'aftr' is not a key that belongs here; did you mean 'after'?"
    ]


SOUND: list[tuple[Any, str]] = [
    (DatedBlock, RULE),
    (ExampleBlock, EXAMPLE + "given: {a: 2026-01-01}\nexpect: 2026-01-01\n"),
    (SourceBlock, "title: A\npublisher: B\nread: whole\n"),
    (ClockBlock, ""),
    (InForceBlock, "from: 2020\nfrom_is: publication\n"),
]
WRONG = [
    "true",
    "5",
    "5.5",
    "2026-04-02",
    "2026-04-02 10:00",
    "text",
    "[a]",
    "{a: b}",
    "''",
    "",
    "!x y",
    "[[a]]",
    "[5]",
]


@pytest.mark.parametrize(("shape", "sound"), [pytest.param(*one, id=one[0].__name__) for one in SOUND])
@pytest.mark.parametrize("value", WRONG)
def test_no_sentence_of_pydantic_s_reaches_an_editor(shape: Any, sound: str, value: str) -> None:  # noqa: ANN401
    """Every key given a wrong value: one finding at most, none in a programmer's words."""
    for name in keys_of(shape, ()):
        lines = [line for line in sound.splitlines() if not line.startswith(f"{name}:")]
        found = told("\n".join([*lines, f"{name}: {value}"]), shape)
        assert len(found) <= 1 or value == "{a: b}", (name, found)  # there its own keys are missing too
        assert not any(word in one for one in found for word in ("nput", "valid", "instance", "dict")), found
