"""What a second reader may write in content/second-reading.yml; the forms of a line stand at the head of that file."""

from __future__ import annotations

from pydantic import Field
from pydantic.dataclasses import dataclass

from stages.schema.scalars import STRICT, Day, DutyWord, Id, Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ReadRuleBlock:
    """A rule with more than its one line."""

    says: Text | None = None
    readings: dict[Id, Text] = Field(default_factory=dict)
    duty: DutyWord | None = None
    time_duty: DutyWord | None = None
    at_once: bool = False
    last_held: Text | None = None
    applies: Text | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ReadEditionBlock:
    """An edition: whose bank holidays it leaves out, its rules (a line or a `ReadRuleBlock` each) and its tests."""

    calendar: Id
    rules: dict[Id, object]
    tests: dict[Id, Text]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ReadDayBlock:
    """A bank holiday that was proclaimed or taken away."""

    calendar: Id
    date: Day
    name: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ReadDaysBlock:
    """What the tests' own copy of GOV.UK's list does not know."""

    added: tuple[ReadDayBlock, ...]
    removed: tuple[ReadDayBlock, ...]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class SecondReadingBlock:
    """The whole file."""

    published_to: int
    bank_holidays: ReadDaysBlock
    never_before: dict[Id, tuple[Id, ...]]
    editions: dict[Text, ReadEditionBlock]
