"""The single values that an editor may write, each with the sentence for what is none."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Discriminator, Strict, StringConstraints, Tag
from pydantic_core import PydanticCustomError

from calculators.records import AllOf, AnyOf, Condition, Duty, Happened, Is, Met, Not, Period, Read, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


HTML = re.compile(r"<[A-Za-z/!?][^>\s]*>?")  # where a browser begins to read a tag, a comment or the like


def _plain(value: str) -> str:
    """Return a text that has no HTML: some texts become titles, which the theme prints as they stand."""
    if found := HTML.search(value):
        raise PydanticCustomError("html", "'{found}' is HTML; write plain words", {"found": found[0]})
    return value


Id: TypeAlias = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


Text: TypeAlias = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1), AfterValidator(_plain)
]


Day: TypeAlias = Annotated[date, Strict()]


_PARTIAL = re.compile(r"[1-9][0-9]{3}(-(0[1-9]|1[0-2]))?")


_PERIOD = re.compile(r"([1-9][0-9]{0,3}) (clear )?(working day|day|week|month|year)(s?)")


_LONGEST = {Unit.YEAR: 100, Unit.MONTH: 1200}  # further than any guidance reaches, and short of the calendar's end


_URL = re.compile(r"https?://[^\s/<>\"]+\.[^\s<>\"]+")


_YEARS = range(1800, 2100)


def _partial_date(value: object) -> str:
    """Return a date, a month ('2021-09') or a year (2017) as text."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if _PARTIAL.fullmatch(str(value)):
        return str(value)
    raise PydanticCustomError("partial_date", "write a date such as 2023-12-15, a month such as 2021-09 or a year")


def _period(value: object) -> Period:
    """Return the period that words such as '5 working days' name."""
    found = _PERIOD.fullmatch(str(value))
    if not found:
        raise PydanticCustomError("period", "write a length such as 5 working days, 7 clear days, 6 months or 1 year")
    length, clear, unit, plural = found.groups()
    if (length == "1") == bool(plural):
        raise PydanticCustomError("period", f"write {length} {clear or ''}{unit}{'' if length == '1' else 's'}")
    if clear and unit != "day":
        raise PydanticCustomError("period", "only days can be clear: write clear days, or leave 'clear' out")
    if int(length) > _LONGEST.get(Unit(unit), 9999):
        raise PydanticCustomError("period", "no period is longer than 100 years; check the number")
    return Period(length=int(length), unit=Unit(unit), clear=bool(clear))


_NAMED: dict[str, Callable[[str], Condition]] = {"test": Met, "event": Happened}  # what a rule may hang on beside facts


def _condition(value: object) -> Condition:
    """Return the condition that a fact, or a mapping of one of `all`, `any`, `not`, `presumed`, stands for."""
    found = _condition_of(value, {"presumed": lambda fact: Is(fact, presumed=True)})
    if found is None:
        raise PydanticCustomError(
            "condition", "write a fact, {all: [two or more]}, {any: [two or more]}, {not: one} or {presumed: fact}"
        )
    return found


def _rule_condition(value: object) -> Condition:
    """Return what a rule hangs on: a condition over facts, tests and events."""
    found = _condition_of(value, _NAMED)
    if found is None:
        message = "write a fact, {test: one}, {event: one}, {all: [two or more]}, {any: [two or more]} or {not: one}"
        raise PydanticCustomError("condition", message)
    return found


def _condition_of(value: object, named: Mapping[str, Callable[[str], Condition]]) -> Condition | None:
    """Return the condition that was written, or None; `named` are the words that stand before a single name."""
    if isinstance(value, str):
        return Is(value)
    if not isinstance(value, dict) or len(value) != 1:
        return None
    ((word, inner),) = value.items()
    if word in named and isinstance(inner, str):
        return named[word](inner)
    if word == "not" and (part := _condition_of(inner, named)):
        return Not(part)
    if word in {"all", "any"} and isinstance(inner, list) and len(inner) > 1:
        parts = tuple(part for each in inner if (part := _condition_of(each, named)))
        if len(parts) == len(inner):
            return AllOf(parts) if word == "all" else AnyOf(parts)
    return None


def _skipped(value: object) -> date | int:
    """Return what was passed over: a bank holiday's date, or the number of weekend days."""
    if type(value) is date or (isinstance(value, int) and not isinstance(value, bool) and value > 0):
        return value
    raise PydanticCustomError("skipped", "write the bank holiday's date, or for weekend days how many there were")


def _year(value: object) -> int:
    """Return the year in which a text was published."""
    if isinstance(value, int) and not isinstance(value, bool) and value in _YEARS:
        return value
    raise PydanticCustomError("year", "write a year such as 2018, without quotation marks")


def _url(value: object) -> str:
    """Return a web address."""
    if isinstance(value, str) and _URL.fullmatch(value.strip()):
        return value.strip()
    raise PydanticCustomError("url", "write the whole address, beginning with https://")


def _from_words(kind: type[Any]) -> BeforeValidator:
    """Return a reader of an enumeration by its words."""

    def read(value: object) -> object:
        try:
            return kind(value)
        except ValueError:
            words = ", ".join(str(word) for word in kind)
            raise PydanticCustomError("words", "write one of: {words}", {"words": words}) from None

    return BeforeValidator(read)


PartialDate: TypeAlias = Annotated[str, BeforeValidator(_partial_date)]


PeriodWords: TypeAlias = Annotated[Period, BeforeValidator(_period)]


ConditionWords: TypeAlias = Annotated[Condition, BeforeValidator(_condition)]


RuleConditionWords: TypeAlias = Annotated[Condition, BeforeValidator(_rule_condition)]


DutyWord: TypeAlias = Annotated[Duty, _from_words(Duty)]


ReadWord: TypeAlias = Annotated[Read, _from_words(Read)]


Skipped: TypeAlias = Annotated[Any, BeforeValidator(_skipped)]


Year: TypeAlias = Annotated[int, BeforeValidator(_year)]


Url: TypeAlias = Annotated[str, BeforeValidator(_url)]


Expected: TypeAlias = Annotated[  # the tags keep a mistake in one form from being told as a mistake in the other too
    Annotated[Day, Tag("<one date>")] | Annotated[dict[Id, Day], Tag("<a date each>")],
    Discriminator(lambda value: "<a date each>" if isinstance(value, dict) else "<one date>"),
]
