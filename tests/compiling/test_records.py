"""The generated tables: Python that says exactly what was compiled, the same bytes for the same content."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import build
from calculators import records
from calculators.records import Citation, Direction, Kind, Period, Unit
from stages.checks import check
from stages.compiling import slots
from stages.compiling.bank_holidays import bank_holidays_of, working_calendars
from stages.compiling.python_source import _literal, table_texts
from stages.compiling.tables import content_hash, tables_of
from stages.reading.editions import read_content
from tests import real
from tests.checks.broken_cases import BROKEN, SOUND, tree

if TYPE_CHECKING:
    from pathlib import Path

    from calculators.records import Edition
    from stages.reading.model import Content

NAMES = vars(records) | {"date": date}


def executed(text: str) -> dict[str, Any]:
    """Return what a table's Python says, run as a program of its own."""
    space: dict[str, Any] = {}
    exec(compile(text, "table", "exec"), space)  # noqa: S102 - the point of the test
    return space


def small(folder: Path, *, old: str = "", new: str = "", file: str = SOUND[0]) -> tuple[Content, dict[str, str]]:
    """Return a small content and its tables, with one change made in one of its files."""
    text = (BROKEN / file).read_text(encoding="utf-8")
    assert not old or text.count(old) == 1
    sound = {SOUND[0]: (BROKEN / SOUND[0]).read_bytes()}
    content = read_content(tree(folder, {**sound, file: text.replace(old, new).encode()}))
    days = bank_holidays_of(content.vocabulary.bank_holidays)
    return content, table_texts(content, compiled(content), days, {})


def hash_of(content: Content) -> str:
    """Return the hash of what a content compiles to."""
    spec = content.vocabulary.bank_holidays
    calendars = working_calendars(spec, bank_holidays_of(spec))
    return content_hash(tables_of(content, compiled(content), {}), calendars)


def compiled(content: Content) -> tuple[Edition, ...]:
    """Return what is compiled of a content, whether or not its examples still come out."""
    spec = content.vocabulary.bank_holidays
    return check(content, working_calendars(spec, bank_holidays_of(spec))).editions


def test_the_editions_come_back_as_they_were_compiled() -> None:
    """Every record of the real content, through the text and back."""
    guide, texts = real.compiled()
    table = executed(texts["_editions.py"])
    assert table["EDITIONS"] == {one.id: one for one in guide.editions}
    assert list(table["TOPICS"].items()) == list(guide.content.vocabulary.topics.items())
    assert list(table["NATIONS"].items()) == list(guide.content.vocabulary.nations.items())
    for name, held in (("EVENTS", guide.content.vocabulary.events), ("BODIES", guide.content.vocabulary.bodies),
                       ("FACTS", guide.content.vocabulary.facts)):  # fmt: skip
        assert list(table[name]) == list(held)


def test_the_bank_holidays_come_back_as_they_were_worked_out() -> None:
    guide, texts = real.compiled()
    held = executed(texts["_bank_holidays.py"])["CALENDARS"]
    assert {name: dict(one.holidays) for name, one in held.items()} == {
        name: dict(one.holidays) for name, one in guide.calendars.items()
    }


def test_no_slot_is_left_in_the_tables() -> None:
    assert "{{" not in real.compiled()[1]["_editions.py"]


def test_the_tables_are_those_in_the_repository() -> None:
    """As `build.py check` says with the command that refreshes them."""
    for name, text in real.compiled()[1].items():
        assert (build.TABLES / name).read_text(encoding="utf-8") == text, "run `python build.py tables`"


def test_the_same_content_gives_the_same_bytes() -> None:
    assert build.compiled()[1] == build.compiled()[1]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(SOUND[0], "within: 5 working days", "within: 6 working days", id="a number"),
        pytest.param(SOUND[0], "after: incident", "after: aware", id="an event"),
        pytest.param(SOUND[0], "duty: must", "duty: should", id="a duty"),
        pytest.param(SOUND[0], "place: paragraph 1", "place: paragraph 2", id="a place in the source"),
        pytest.param(SOUND[0], "to: 2001-12-31", "to: 2001-12-30", id="a day in force"),
        pytest.param(SOUND[0], "checked: 2026-01-01", "checked: 2026-01-02", id="the day it was checked"),
        pytest.param(SOUND[0], "An invented text\nin", "An Invented Text\nin", id="a letter of the title"),
        pytest.param("content/events.yml", "words: the incident", "words: the event", id="an event's words"),
        pytest.param("content/bodies.yml", "The Panel", "Panel", id="a body's name"),
        pytest.param("content/topics.yml", "publication:", "publishing:", id="a topic's id"),
        pytest.param("content/nations.yml", "wales: Wales", "wales: Cymru", id="a nation's name"),
        pytest.param("content/facts.yml", "Either will do.", "Either.", id="a fact's hint"),
        pytest.param("content/bank-holidays.yml", "2026-06-15", "2026-06-16", id="a bank holiday of another nation"),
        pytest.param("content/bank-holidays.yml", "horizon: 2027", "horizon: 2028", id="how far the calendar reaches"),
    ],
)  # fmt: skip
def test_every_change_changes_the_content_hash(file: str, old: str, new: str, tmp_path: Path) -> None:
    before, _ = small(tmp_path / "before")
    after, _ = small(tmp_path / "after", file=file, old=old, new=new)
    assert hash_of(before) != hash_of(after)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            "This paragraph stands alone.", "This paragraph still stands alone.", id="prose that no rule prints"
        ),
        pytest.param("duty: must", "duty:   must # as the text says", id="spaces and comments"),
    ],
)
def test_what_no_rule_says_does_not_change_it(old: str, new: str, tmp_path: Path) -> None:
    """The hash is of the compiled rules: two copies with the same hash give the same dates."""
    _, before = small(tmp_path / "before")
    _, after = small(tmp_path / "after", old=old, new=new)
    assert before == after


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
VALUES = st.one_of(
    WORDS, st.integers(-10_000, 10_000), st.booleans(), st.none(), st.dates(), st.sampled_from([*Unit, *Kind, *Direction]),
    st.builds(Period, length=st.integers(0, 9999), unit=st.sampled_from(Unit), clear=st.booleans()),
    st.builds(Citation, ref=WORDS, place=WORDS, via=st.none() | WORDS),
)  # fmt: skip


@given(
    st.recursive(
        VALUES,
        lambda inner: st.lists(inner, max_size=4).map(tuple) | st.dictionaries(WORDS, inner, max_size=4),
        max_leaves=12,
    )
)
def test_whatever_stands_in_a_record_comes_back(value: object) -> None:
    """Quotation marks, backslashes, line ends, any script: the text is Python for the same value."""
    assert eval(_literal(value), dict(NAMES)) == value  # noqa: S307 - the point of the test


def test_a_filled_edition_differs_from_the_written_one_in_its_sentences_alone(tmp_path: Path) -> None:
    """A slot in a rule's action and one in a note are filled; all else is as it was written."""
    text = (BROKEN / SOUND[0]).read_text(encoding="utf-8")
    slotted = text.replace("action: Tell the Panel", "action: 'Tell the Panel {{ tell.period }}'", 1).replace(
        "duty: must\n", "duty: must\nnotes: ['As {{ tell.who }} does.']\n", 1
    )
    assert slotted.count("{{") == 2
    content = read_content(tree(tmp_path, {SOUND[0]: slotted.encode()}))
    (edition,) = compiled(content)
    (rule,) = edition.rules
    filled = replace(rule, action="Tell the Panel 5 working days", notes=("As the authority does.",))
    assert slots.filled(edition, slots.names_of((edition,), {})) == replace(edition, rules=(filled,))
