"""What a person typed, made into a date or a length of time, or into a sentence that says what to write instead."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from calculators.records import Direction, Period, Refused, Unit
from calculators.wording import MONTHS, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ONE_OR_TWO_DIGITS = re.compile(r"[0-9]{1,2}")
_DAY = re.compile(r"([0-9]{1,2})(?:st|[nr]d|th)?", re.IGNORECASE | re.ASCII)
_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_FOUR_DIGITS = re.compile(r"[0-9]{4}")
_SHORTEST_MONTH = 3  # shorter beginnings are shared by several months
PARTS = ("day", "month", "year")


def from_iso(text: str, *, label: str, field: str) -> date:
    """Return the date that exactly `YYYY-MM-DD` in ASCII digits names, or raise `Refused`.

    `date.fromisoformat` accepts week dates, compact forms and other scripts' digits: those are refused here.
    """
    if not ISO.fullmatch(text):
        message = f"{label} must be a date written as YYYY-MM-DD, such as 2026-04-02; this is {quoted(text)}"
        raise Refused(message, field=field)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"{label} must be a real date; {text} is not in the calendar", field=field) from None


def date_from_fields(typed: Mapping[str, str], *, label: str, field: str) -> date | None:
    """Return the date typed into separate day, month and year fields, or None if all three are empty.

    The day may be '24' or '24th'; the month a number, a name or its first letters ('3', 'March', 'mar'). Raises `Refused` with a sentence
    that names `label` and the part to mend.
    """
    day, month, year = (typed.get(part, "").strip() for part in PARTS)
    missing = [f"a {part}" for part, value in zip(PARTS, (day, month, year), strict=True) if not value]
    if len(missing) == len(PARTS):
        return None
    if missing:
        raise Refused(f"{label} must include {' and '.join(missing)}", field=field)
    written = _DAY.fullmatch(day)
    if not written:
        raise Refused(f"{label}: the day must be a number from 1 to 31; this is {quoted(day)}", field=field)
    number = _month_number(month)
    if number is None:
        message = f"{label}: the month must be a number from 1 to 12 or a name such as March; this is {quoted(month)}"
        raise Refused(message, field=field)
    if not _FOUR_DIGITS.fullmatch(year):
        raise Refused(f"{label}: the year must be four digits, such as 2026; this is {quoted(year)}", field=field)
    try:
        return date(int(year), number, int(written[1]))
    except ValueError:
        shown = f"{int(written[1])} {MONTHS[number - 1]} {year}"
        raise Refused(f"{label} must be a real date; {shown} is not in the calendar", field=field) from None


def from_cell(text: str, *, column: str) -> str | dict[str, str]:
    """Return a table's date: its day, month and year if it is written with the day first, else the text as it stands.

    So a spreadsheet writes it: '02/04/2026', '2.4.2026' or '2-4-2026' is 2 April 2026. Raises `Refused` where no month
    stands second.

    >>> from_cell('27/11/2026', column='incident')
    {'day': '27', 'month': '11', 'year': '2026'}
    """
    found = _DAY_FIRST.fullmatch(text)
    if not found:
        return text
    day, _, month, year = found.groups()
    if int(month) > len(MONTHS):
        message = (
            f"{column}: the day stands first, as in 27/11/2026, and there is no month {month}; "
            f"this is {quoted(text)}. Check the other dates of this table too"
        )
        raise Refused(message, field=column)
    return {"day": day, "month": month, "year": year}


def _month_number(text: str) -> int | None:
    """Return 1 to 12 for a month's number, name or first three or more letters, else None.

    >>> _month_number('03'), _month_number('sept'), _month_number('ju'), _month_number('13')
    (3, 9, None, None)
    """
    if _ONE_OR_TWO_DIGITS.fullmatch(text):
        return int(text) if 1 <= int(text) <= len(MONTHS) else None
    wanted = text.casefold()
    if len(wanted) < _SHORTEST_MONTH:
        return None
    return next((i for i, name in enumerate(MONTHS, 1) if name.casefold().startswith(wanted)), None)


RUNS = {"after": Direction.AFTER, "before": Direction.BEFORE, "kept": Direction.KEPT, "window": Direction.WINDOW}
UNITS = {
    "days": (Unit.DAY, False),
    "working days": (Unit.WORKING_DAY, False),
    "clear days": (Unit.DAY, True),
    "weeks": (Unit.WEEK, False),
    "months": (Unit.MONTH, False),
    "years": (Unit.YEAR, False),
}  # each with the unit it is counted in, and whether both end days are excluded
_LONGEST_PERIOD = 1_000


def period_from_fields(typed: Mapping[str, str], *, field: str) -> Period:
    """Return the period that `length` and `unit` (a word of `Unit`) describe as typed, or raise `Refused`.

    The refusal's field is `field` with the part to mend: 'own.1.length'.
    """
    length = typed.get("length", "").strip()
    if not length:
        raise Refused(f"Give the length, a whole number from 1 to {_LONGEST_PERIOD:,}", field=f"{field}.length")
    short = length.isascii() and length.isdigit() and len(length) <= len(str(_LONGEST_PERIOD))
    if not (short and 1 <= int(length) <= _LONGEST_PERIOD):
        message = f"The length must be a whole number from 1 to {_LONGEST_PERIOD:,}; this is {quoted(length)}"
        raise Refused(message, field=f"{field}.length")
    if typed.get("unit") not in set(Unit):
        raise Refused(f"The unit must be one of: {', '.join(Unit)}", field=f"{field}.unit")
    return Period(length=int(length), unit=Unit(typed["unit"]))


def period_from_file(length: object, unit: str, *, field: str) -> Period:
    """Return the period that a file's number and word of `UNITS` describe, the word in the singular or plural.

    Raises `Refused`, with `field` and the part to mend, for any other length or word.

    >>> period_from_file(1, 'clear day', field='figures.1')
    Period(length=1, unit=<Unit.DAY: 'day'>, clear=True)
    """
    if not isinstance(length, int) or isinstance(length, bool) or not 1 <= length <= _LONGEST_PERIOD:
        message = f"length must be a whole number from 1 to {_LONGEST_PERIOD:,}; this is {quoted(str(length))}"
        raise Refused(message, field=f"{field}.length")
    plural = unit if unit.endswith("s") else f"{unit}s"
    if plural not in UNITS:
        raise Refused(f"unit must be one of: {', '.join(UNITS)}; this is {quoted(unit)}", field=f"{field}.unit")
    counted_in, clear = UNITS[plural]
    return Period(length=length, unit=counted_in, clear=clear)
