"""Dates as given in a question, held to the years for which every calendar's bank holidays are held."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from calculators.records import Refused
from calculators.register import CALENDARS
from calculators.typed import PARTS, date_from_fields, from_iso
from calculators.wording import in_words

if TYPE_CHECKING:
    from datetime import date

_FIRST = max(calendar.first for calendar in CALENDARS.values())
_LAST = min(calendar.last for calendar in CALENDARS.values())
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


def time_of(value: object, *, field: str) -> str | None:
    """Return a moment written as '2026-11-25T10:15:00Z', None for none given, or raise `Refused`."""
    if value is None:
        return None
    message = f"{field} must be a moment from {_FIRST.year} to {_LAST.year} written as 2026-11-25T10:15:00Z"
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise Refused(message, field=field)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise Refused(message, field=field) from None
    if not _FIRST <= moment.date() <= _LAST:  # a calendar counts revisions in 31 bits
        raise Refused(message, field=field)
    return value


def day(value: object, *, label: str, field: str) -> date | None:
    """Return the date that `value` names, None for none given, or raise `Refused`.

    Text must be exactly `YYYY-MM-DD`; an object holds day, month and year as typed. The date must lie in the years
    for which every calendar's bank holidays are held.
    """
    if value is None:
        return None
    if isinstance(value, str):
        found: date | None = from_iso(value, label=label, field=field)
    elif (
        isinstance(value, dict) and value.keys() <= set(PARTS) and all(isinstance(part, str) for part in value.values())
    ):
        found = date_from_fields(value, label=label, field=field)
    else:
        raise Refused(f"{label} must be a date written as YYYY-MM-DD, such as 2026-04-02", field=field)
    if found and not _FIRST <= found <= _LAST:
        message = f"{label} must be from {in_words(_FIRST)} to {in_words(_LAST)}, the years whose bank holidays we hold"
        raise Refused(message, field=field)
    return found


def a_day(value: object, *, label: str, field: str) -> date:
    """Return the date that `value` names, where one is needed, or raise `Refused`."""
    found = day(value, label=label, field=field)
    if found is None and isinstance(value, dict):
        raise Refused(f"{label} must include a day, a month and a year", field=field)
    if found is None:
        raise Refused(f"{label} must be a date written as YYYY-MM-DD, such as 2026-04-02", field=field)
    return found
