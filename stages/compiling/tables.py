"""Everything that the guide holds as records: what the generated tables and rules.json are both written from; and its hash."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, TypeVar

from calculators.fingerprint import fingerprint
from calculators.records import Event, Fact
from stages.compiling.records import body_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from _typeshed import DataclassInstance

    from calculators.counting import WorkingCalendar
    from calculators.records import Body, Edition, Figure
    from stages.reading import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """What the generated tables hold, by id; `checked` is the ISO date of the edition checked longest ago."""

    checked: str
    nations: Mapping[str, str]
    topics: Mapping[str, str]
    events: Mapping[str, Event]
    facts: Mapping[str, Fact]
    bodies: Mapping[str, Body]
    editions: Mapping[str, Edition]
    figures: Mapping[str, Mapping[str, Figure]]


def tables_of(content: Content, editions: Sequence[Edition], figures: Mapping[str, Mapping[str, Figure]]) -> Tables:
    """Return the tables of what was compiled. `figures` are those that partnerships laid into content/figures/."""
    vocabulary = content.vocabulary
    return Tables(
        checked=min(
            (edition.checked for edition in editions), default=""
        ),  # a copy is as old as the oldest thing in it
        nations=dict(vocabulary.nations),
        topics=dict(vocabulary.topics),
        events={name: _copy_of(event, Event) for name, event in vocabulary.events.items()},
        facts={name: _copy_of(fact, Fact) for name, fact in vocabulary.facts.items()},
        bodies={name: body_record(body) for name, body in vocabulary.bodies.items()},
        editions={edition.id: edition for edition in editions},
        figures={edition.id: dict(figures[edition.id]) for edition in editions if edition.id in figures},
    )


def content_hash(tables: Tables, calendars: Mapping[str, WorkingCalendar]) -> str:
    """Return the hash of the compiled rules, as calculators/register.py works it out of the generated tables."""
    held = (tables.nations, tables.topics, tables.events, tables.facts, tables.bodies, tables.editions, tables.figures)
    return fingerprint(*held, calendars)


_Record = TypeVar("_Record", bound="DataclassInstance")


def _copy_of(entry: object, record: type[_Record]) -> _Record:
    """Return a `record` with the fields of the same names in `entry`."""
    return record(**{field.name: getattr(entry, field.name) for field in fields(record)})
