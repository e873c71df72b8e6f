"""What an editor may write in the words that editions share, one file each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from stages.schema.scalars import STRICT, ConditionWords, Day, Id, PartialDate, Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class EventBlock:
    """An entry of events.yml.

    `words` follow "before" and "from", and "after" too unless there is a `verb`: 'the local authority becomes aware'.
    """

    label: Text
    words: Text
    hint: Text
    verb: Text | None = None
    follows: tuple[Id, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class FactBlock:
    """An entry of facts.yml: the question as it is asked, and a hint that helps to answer it.

    `excludes` lists what cannot be true as well: facts, or conditions as in a test's limb.
    """

    question: Text
    hint: Text
    excludes: tuple[ConditionWords, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ChannelBlock:
    """Where one kind of thing is sent, and the day, month or year of the text in which that is printed."""

    how: Text
    printed: PartialDate


@dataclass(frozen=True, kw_only=True, config=STRICT)
class BodyBlock:
    """An entry of bodies.yml: `channels` by what is sent, which rules name under `sends`; `how` where none is held.

    `takes_cases_in` names the nation in which a case is put to this body, where no rule says so.
    """

    name: Text
    how: Text | None = None
    takes_cases_in: Id | None = None
    channels: dict[Id, ChannelBlock] = Field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, config=STRICT)
class CalendarBlock:
    """A division of the UK with its own bank holidays, and its name in the `holidays` package."""

    name: Text
    subdivision: Literal["ENG", "NIR", "SCT", "WLS"]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class SpanBlock:
    """First and last day of the published list."""

    start: Day = Field(alias="from")
    end: Day = Field(alias="to")


@dataclass(frozen=True, kw_only=True, config=STRICT)
class AmendmentBlock:
    """A bank holiday proclaimed or moved that the `holidays` package lacks or still has."""

    calendar: Id
    date: Day
    name: Text
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class BankHolidaysBlock:
    """The whole of bank-holidays.yml."""

    first: Day = Field(alias="from")
    horizon: Day
    published: SpanBlock
    calendars: Annotated[dict[Id, CalendarBlock], Field(min_length=1)]
    names: dict[Text, Text] = Field(default_factory=dict)
    added: tuple[AmendmentBlock, ...] = ()
    removed: tuple[AmendmentBlock, ...] = ()
