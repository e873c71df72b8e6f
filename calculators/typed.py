"""What a person typed, made into a date or into a sentence that says what to write instead."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from calculators.records import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December")  # fmt: skip
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ONE_OR_TWO_DIGITS = re.compile(r"[0-9]{1,2}")
FOUR_DIGITS = re.compile(r"[0-9]{4}")
PARTS = ("day", "month", "year")


def in_words(day: date) -> str:
    """Return '2 April 2026'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_full(day: date) -> str:
    """Return 'Thursday 2 April 2026'."""
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return f"{names[day.weekday()]} {in_words(day)}"


def from_iso(text: str, *, label: str, field: str) -> date:
    """Return the date that exactly `YYYY-MM-DD` in ASCII digits names, or raise `Refused`.

    `date.fromisoformat` accepts week dates, compact forms and other scripts' digits: those are refused here.
    """
    if not ISO.fullmatch(text):
        message = f"{label} must be a date written as YYYY-MM-DD, such as 2026-04-02; this is {quoted(text)}"
        raise Refused(message, field=field)
    try:
        return date(int(text[:4]), int(text[5:7]), int(text[8:]))
    except ValueError:
        raise Refused(f"{label} must be a real date; {text} is not in the calendar", field=field) from None


def quoted(text: str) -> str:
    """Return `text` on one line, in quotation marks, cut short, with anything unprintable made visible."""
    return f"'{printable(text[:40])}{'…' if len(text) > 40 else ''}'"  # noqa: PLR2004 - the two forties are one limit


def printable(text: str) -> str:
    """Return `text` with anything unprintable made visible: control characters, line ends, stray bytes."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def from_fields(typed: Mapping[str, str], *, label: str, field: str) -> date | None:
    """Return the date typed into separate day, month and year fields, or None if all three are empty.

    The month may be a number, a name or its first letters ('3', 'March', 'mar'). Raises `Refused` with a sentence
    that names `label` and the part to mend.
    """
    day, month, year = (typed.get(part, "").strip() for part in PARTS)
    missing = [f"a {part}" for part, value in zip(PARTS, (day, month, year), strict=True) if not value]
    if len(missing) == len(PARTS):
        return None
    if missing:
        raise Refused(f"{label} must include {' and '.join(missing)}", field=field)
    if not ONE_OR_TWO_DIGITS.fullmatch(day):
        raise Refused(f"{label}: the day must be a number from 1 to 31; this is {quoted(day)}", field=field)
    number = month_number(month)
    if number is None:
        message = f"{label}: the month must be a number from 1 to 12 or a name such as March; this is {quoted(month)}"
        raise Refused(message, field=field)
    if not FOUR_DIGITS.fullmatch(year):
        raise Refused(f"{label}: the year must be four digits, such as 2026; this is {quoted(year)}", field=field)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        shown = f"{int(day)} {MONTHS[number - 1]} {year}"
        raise Refused(f"{label} must be a real date; {shown} is not in the calendar", field=field) from None


def month_number(text: str) -> int | None:
    """Return 1 to 12 for a month's number, name or first three or more letters, else None."""
    if ONE_OR_TWO_DIGITS.fullmatch(text):
        return int(text) if 1 <= int(text) <= len(MONTHS) else None
    wanted = text.casefold()
    if len(wanted) < 3:  # noqa: PLR2004 - shorter beginnings are shared by several months
        return None
    return next((i for i, name in enumerate(MONTHS, 1) if name.casefold().startswith(wanted)), None)
