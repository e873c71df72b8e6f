"""content/ as its editors wrote it: frozen records that remember the line on which everything stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from stages.schema import AnyBlock, RuleBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stages.problems import Problem
    from stages.reading.validation import Block
    from stages.schema import BankHolidaysBlock, BodyBlock, ClockBlock, EventBlock, FactBlock, FrontMatter, ReadingBlock

_Record = TypeVar("_Record", bound=AnyBlock)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenReading:
    """One reading as written: what is said of it, and its clock."""

    said: ReadingBlock
    clock: ClockBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenBlock:
    """A fenced block: its kind, its record, and for a dated rule its clock or readings."""

    kind: str
    record: AnyBlock  # an instance of BLOCKS[kind]
    block: Block
    clock: ClockBlock | None = None
    readings: Mapping[str, WrittenReading] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Markdown between blocks, with the line on which it starts."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One `##` heading and what stands under it, in order."""

    heading: str
    line: int
    parts: tuple[Prose | WrittenBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """What stands in blocks that could not be read, so that one mistake is not told again wherever they are named."""

    ids: frozenset[str] = frozenset()  # of rules and mentions
    worked: frozenset[str] = frozenset()  # rules whose example could not be read
    lost: bool = False  # some block does not even tell its name

    def __or__(self, other: Unread) -> Unread:
        return Unread(ids=self.ids | other.ids, worked=self.worked | other.worked, lost=self.lost or other.lost)

    def __bool__(self) -> bool:
        return bool(self.ids or self.worked or self.lost)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenEdition:
    """One edition file as written."""

    id: str
    path: str
    front: FrontMatter
    front_block: Block
    sections: tuple[Section, ...]
    unread: Unread = Unread()

    def blocks(self) -> Iterator[tuple[Section, WrittenBlock]]:
        """Yield every block with its section, in order."""
        for section in self.sections:
            for part in section.parts:
                if isinstance(part, WrittenBlock):
                    yield section, part

    def records(self, shape: type[_Record]) -> Iterator[tuple[WrittenBlock, _Record]]:
        """Yield every block whose record has this shape, with its record, in order."""
        for _, block in self.blocks():
            if isinstance(block.record, shape):
                yield block, block.record

    def rules(self) -> Iterator[tuple[WrittenBlock, RuleBlock]]:
        """Yield every block that is a rule of a plan, with its record, in order."""
        for _, block in self.blocks():
            if isinstance(block.record, RuleBlock):
                yield block, block.record


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words that editions share."""

    nations: Mapping[str, str]
    topics: Mapping[str, str]
    events: Mapping[str, EventBlock]
    facts: Mapping[str, FactBlock]
    bodies: Mapping[str, BodyBlock]
    bank_holidays: BankHolidaysBlock
    blocks: Mapping[str, Block]  # each file as parsed, for the lines of later findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All of content/, with the problems met in reading it; unreadable editions are left out."""

    vocabulary: Vocabulary
    editions: tuple[WrittenEdition, ...]
    problems: tuple[Problem, ...]
    unread: frozenset[str] = frozenset()  # ids of editions that could not be read

    @property
    def unread_nations(self) -> frozenset[str]:
        """Return the nations with an edition that could not be read."""
        return frozenset(edition.split("/")[0] for edition in self.unread)
