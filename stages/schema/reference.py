"""Says every field that an editor may write, from the records themselves: no second list to keep."""

from __future__ import annotations

import inspect
import types
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from calculators.records import Duty, Read
from stages.schema import edition as schema
from stages.schema import supplements as shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS: tuple[tuple[Any, str], ...] = (
    (schema.Id, "an id: small letters, digits and hyphens"),
    (schema.Text, "text"),
    (schema.Day, "a date, such as 2026-04-02"),
    (schema.PartialDate, "a date, a month such as 2021-09, or a year"),
    (schema.PeriodWords, "a length: a number and working days, days, clear days, weeks, months or years"),
    (schema.ConditionWords, "a fact; or one of all, any (each with a list), not, presumed"),
    (schema.DutyWord, f"one of: {', '.join(Duty)}"),
    (schema.ReadWord, f"one of: {', '.join(Read)}"),
    (schema.Skipped, "a date, or for weekend days a number"),
    (schema.Year, "a year"),
    (schema.Url, "a web address"),
    (schema.Expected, "a date, or a reading's name and a date for each"),
    (bool, "true or false"),
    (int, "a whole number"),
)
PLACES: tuple[tuple[str, str, tuple[Any, ...]], ...] = (
    ("edition", "An edition: the front matter", (schema.FrontMatter, schema.InForceBlock, schema.WorkingDayBlock, schema.SourceBlock)),
    ("rules", "An edition: rules", (schema.DatedBlock, schema.ClockBlock, schema.ReadingBlock, schema.PromptBlock, schema.GapBlock, schema.MentionBlock, schema.CitationBlock)),
    ("tests", "An edition: tests", (schema.TestBlock, schema.LimbBlock)),
    ("worked", "An edition: worked examples and cases", (schema.ExampleBlock, schema.CaseBlock)),
    ("shared", "Shared words", (schema.EventBlock, schema.FactBlock, schema.BodyBlock, schema.BankHolidaysBlock, schema.CalendarBlock, schema.SpanBlock, schema.AmendmentBlock)),
    ("local", "Local arrangements", (shelf.LocalFront,)),
    ("glossary", "Glossary", (shelf.GlossaryBlock, shelf.TermBlock, shelf.CrosswalkBlock)),
    ("library", "Library", (shelf.ReadingListBlock, shelf.ReadingListEntry, shelf.ModelsBlock, shelf.ModelEntry, shelf.ReviewsBlock, shelf.PublishedReview, shelf.FormBlock, shelf.FormPart, shelf.FormField)),
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
    return [(anchor, heading, [said(one) for one in held]) for anchor, heading, held in PLACES]


def said(kind: Any) -> KindSaid:  # noqa: ANN401 - any of the dataclasses
    """Return what a dataclass says of itself."""
    doc = inspect.cleandoc(kind.__doc__ or "").split("\n\n")
    fences = tuple(name for name, one in schema.BLOCKS.items() if one is kind)
    return KindSaid(
        name=spaced(kind.__name__),
        fences=fences,
        says=tuple(" ".join(part.split()) for part in doc),
        keys=tuple(keys(kind)),
    )


def spaced(name: str) -> str:
    """Return a class's name as words: 'InForceBlock' is 'in force'."""
    words = "".join(f" {one.lower()}" if one.isupper() else one for one in name.removesuffix("Block"))
    return words.strip()


def keys(kind: Any) -> Iterator[FieldSaid]:  # noqa: ANN401
    """Yield a dataclass's keys, under the names that an editor writes."""
    hints = get_type_hints(kind, include_extras=True)
    for one in fields(kind):
        default = one.default
        info = default if isinstance(default, FieldInfo) else None
        needed = info.is_required() if info else default is MISSING and one.default_factory is MISSING
        yield FieldSaid(key=(info.alias if info else None) or one.name, needed=needed, what=what(hints[one.name]))


def what(hint: Any) -> str:  # noqa: ANN401
    """Return what may be written, in words."""
    known = next((words for one, words in WORDS if hint == one), None)
    return known or shape(hint)


def shape(hint: Any) -> str:  # noqa: ANN401
    """Return in words a type that is put together from others."""
    inner = get_args(hint)
    match get_origin(hint):
        case origin if origin is Annotated:
            words = what(inner[0])
        case origin if origin in {Union, types.UnionType}:
            words = " or ".join(what(one) for one in inner if one is not type(None))
        case origin if origin is Literal:
            words = f"one of: {', '.join(map(str, inner))}"
        case origin if origin is tuple:
            words = f"a list; each: {what(inner[0])}"
        case origin if origin is dict:
            words = f"keys, each {what(inner[0]).split(':')[0]}, with {what(inner[1])}"
        case _:
            words = f"keys of: {spaced(hint.__name__)}" if is_dataclass(hint) and isinstance(hint, type) else "text"
    return words
