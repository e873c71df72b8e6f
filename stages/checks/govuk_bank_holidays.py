"""Holds our bank holidays against a file downloaded from GOV.UK's list (bank-holidays.json)."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from calculators.counting import SATURDAY
from stages.problems import ContentRefused, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stages.schema import BankHolidaysBlock

_HERE = "content/bank-holidays.yml"


def differences_from_govuk(
    text: str, *, path: str, spec: BankHolidaysBlock, days: Mapping[str, Mapping[date, str]]
) -> list[Problem]:
    """Return where `days` (calendar, day, name) and the list in `text` differ, on weekdays of the years the list holds.

    Raises `ContentRefused` if `text` is not such a list.
    """
    published = _read(text, path=path, calendars=list(spec.calendars))
    found: list[Problem] = []
    for calendar, theirs in published.items():
        years = {day.year for day in theirs}
        ours = {day: name for day, name in days[calendar].items() if day.year in years}
        found += [Problem(_HERE, 1, said) for said in _compared(calendar, ours, theirs)]
    last = max(day.year for theirs in published.values() for day in theirs)
    if last > spec.published.end.year:
        found.append(Problem(_HERE, 1, f"the list now runs to {last}; write `to: {last}-12-31` under `published`"))
    return found


def _read(text: str, *, path: str, calendars: list[str]) -> dict[str, dict[date, str]]:
    """Return the list's weekdays by calendar, named as we name them, or raise `ContentRefused`."""
    try:
        data: Any = json.loads(text)
        return {calendar: dict(map(_named, data[calendar]["events"])) for calendar in calendars}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        what = f"is not GOV.UK's bank-holidays.json: it must hold {', '.join(calendars)}, each with its events"
        raise ContentRefused([Problem(path, 1, what)]) from None


def _named(event: Mapping[str, str]) -> tuple[date, str]:
    """Return one entry's day, and its title with the note that it is a substitute."""
    substitute = " (substitute day)" if event.get("notes") == "Substitute day" else ""
    return date.fromisoformat(event["date"]), f"{event['title']}{substitute}"


def _compared(calendar: str, ours: Mapping[date, str], theirs: Mapping[date, str]) -> Iterator[str]:
    """Yield each difference in one calendar, with the line to write."""
    for day in sorted(set(ours) | {their_day for their_day in theirs if their_day.weekday() < SATURDAY}):
        line = f"{{calendar: {calendar}, date: {day}, name: {theirs.get(day, ours.get(day))}, source: …}}"
        if day not in ours:
            yield f"{calendar} lacks {day}, {theirs[day]}; add {line} under `added`"
        elif day not in theirs:
            yield f"{calendar} has {day}, {ours[day]}, which the list has not; if it is no holiday, add {line} under `removed`"
        elif ours[day] != theirs[day]:
            yield f"{calendar} calls {day} '{ours[day]}', the list '{theirs[day]}'; add {line} under `added` to name it so"
