"""Says every field that an editor may write, from the records themselves: no second list to keep."""

from __future__ import annotations

import inspect
import types
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from calculators.records import Duty, Read
from stages.schema import edition, host, scalars, supplements, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import DataclassInstance

_WORDS: tuple[tuple[Any, str], ...] = (
    (scalars.Id, "an id: small letters, digits and hyphens"),
    (scalars.Text, "text"),
    (scalars.Day, "a date, such as 2026-04-02"),
    (scalars.PartialDate, "a date, a month such as 2021-09, or a year"),
    (scalars.PeriodWords, "a length: a number and working days, days, clear days, weeks, months or years"),
    (scalars.ConditionWords, "a fact; or one of all, any (each with a list), not, presumed"),
    (scalars.RuleConditionWords, "a fact, test: or event: with an id; or one of all, any (each with a list), not"),
    (scalars.DutyWord, f"one of: {', '.join(Duty)}"),
    (scalars.ReadWord, f"one of: {', '.join(Read)}"),
    (scalars.Skipped, "a date, or for weekend days a number"),
    (scalars.Year, "a year"),
    (scalars.Url, "a web address"),
    (scalars.Expected, "a date, or a reading's name and a date for each"),
    (bool, "true or false"),
    (int, "a whole number"),
)
_PLACES: tuple[tuple[str, str, tuple[Any, ...]], ...] = (
    ("edition", "An edition: the front matter", (edition.FrontMatter, edition.InForceBlock, edition.WorkingDayBlock, edition.SourceBlock, edition.ForkBlock, edition.WayBlock)),
    ("rules", "An edition: rules", (edition.DatedBlock, edition.ClockBlock, edition.ReadingBlock, edition.PromptBlock, edition.GapBlock, edition.MentionBlock, edition.CitationBlock)),
    ("tests", "An edition: tests", (edition.TestBlock, edition.LimbBlock)),
    ("worked", "An edition: worked examples and cases", (edition.ExampleBlock, edition.CaseBlock)),
    ("shared", "Shared words", (vocabulary.EventBlock, vocabulary.FactBlock, vocabulary.BodyBlock, vocabulary.ChannelBlock, vocabulary.BankHolidaysBlock, vocabulary.CalendarBlock, vocabulary.SpanBlock, vocabulary.AmendmentBlock)),
    ("local", "Local arrangements", (supplements.LocalFront, supplements.LocalMention)),
    ("glossary", "Glossary", (supplements.GlossaryBlock, supplements.TermBlock, supplements.CrosswalkBlock)),
    ("comparisons", "Comparisons", (supplements.ComparisonBlock,)),
    ("library", "Library", (supplements.ReadingListBlock, supplements.ReadingListEntry, supplements.ModelsBlock, supplements.ModelEntry, supplements.ReviewsBlock, supplements.PublishedReview, supplements.FormBlock, supplements.FormPart, supplements.FormField)),
    ("host", "Who runs this copy", (host.HostBlock, host.HostPrivacyBlock, host.HostAccessibilityBlock, host.HostCheckBlock)),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSaid:
    """One key: how it is written, whether it must be, and what to write."""

    key: str
    needed: bool
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSaid:
    """One kind of block: what it is for, and its keys."""

    name: str
    fences: tuple[str, ...]  # the kinds of block that it describes
    says: tuple[str, ...]  # its docstring, paragraph by paragraph
    keys: tuple[FieldSaid, ...]


def kinds() -> list[tuple[str, str, list[KindSaid]]]:
    """Return every kind of block by the place in which it stands: the place's anchor and heading, and the kinds."""
    return [(anchor, heading, [_said(kind) for kind in held]) for anchor, heading, held in _PLACES]


def _said(kind: type[DataclassInstance]) -> KindSaid:
    """Return what a dataclass says of itself."""
    doc = inspect.cleandoc(kind.__doc__ or "").split("\n\n")
    fences = tuple(name for name, block in edition.BLOCKS.items() if block is kind)
    return KindSaid(
        name=_spaced(kind.__name__),
        fences=fences,
        says=tuple(" ".join(part.split()) for part in doc),
        keys=tuple(_keys(kind)),
    )


def _spaced(name: str) -> str:
    """Return a class's name as words: 'InForceBlock' is 'in force'."""
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name.removesuffix("Block"))
    return words.strip()


def _keys(kind: type[DataclassInstance]) -> Iterator[FieldSaid]:
    """Yield a dataclass's keys, under the names that an editor writes."""
    hints = get_type_hints(kind, include_extras=True)
    for field in fields(kind):
        default = field.default
        info = default if isinstance(default, FieldInfo) else None
        needed = info.is_required() if info else default is MISSING and field.default_factory is MISSING
        yield FieldSaid(key=(info.alias if info else None) or field.name, needed=needed, what=_what(hints[field.name]))


def _what(hint: object) -> str:
    """Return what may be written, in words."""
    known = next((words for shape, words in _WORDS if hint == shape), None)
    return known or _shape(hint)


def _shape(hint: object) -> str:
    """Return in words a type that is put together from others."""
    inner = get_args(hint)
    match get_origin(hint):
        case origin if origin is Annotated:
            words = _what(inner[0])
        case origin if origin in {Union, types.UnionType}:
            words = " or ".join(_what(part) for part in inner if part is not type(None))
        case origin if origin is Literal:
            words = f"one of: {', '.join(map(str, inner))}"
        case origin if origin is tuple:
            words = f"a list; each: {_what(inner[0])}"
        case origin if origin is dict:
            words = f"keys, each {_what(inner[0]).split(':')[0]}, with {_what(inner[1])}"
        case _:
            words = f"keys of: {_spaced(hint.__name__)}" if is_dataclass(hint) and isinstance(hint, type) else "text"
    return words
