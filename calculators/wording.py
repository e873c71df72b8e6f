"""The words in which dates, clocks and counts are said, the same on the page, in the terminal and on paper."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from calculators.records import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from calculators.records import Day, Period, Test

NO_FIGURE = "This guide holds no figure"  # what is said of every gap, wherever it stands
_TREATED = {
    "excluded": "Not counted: the clock runs from this day",
    "weekend": "Not counted: weekend",
    "closed": "Not counted: a day you were closed",
}
_PHRASES = {
    Direction.AFTER: "within {period} after {event}",
    Direction.FROM_AND_INCLUDING: "within {period} from and including {event}",
    Direction.BEFORE: "at least {period} before {event}",
    Direction.KEPT: "kept for at least {period} from {event}",
    Direction.WINDOW: "any date in the {period} before {event}",
    Direction.SAME_DAY: "on the same day as {event}",
}


def clock_words(period: Period, direction: Direction, event: str) -> str:
    """Return a clock as a phrase: 'within 5 working days after the incident'. `event` is the event's own words."""
    return _PHRASES[direction].format(period=period, event=event)


def ledger_words(ledger: Sequence[Day]) -> tuple[str, ...]:
    """Return how each day of a count was treated: 'Not counted: Good Friday', 'Day 1', 'Month 2: the corresponding date'.

    `ledger` is a count's, in date order. A month that has no day of the event's number ends on its last day; a period that
    runs from and including its event ends the day before its last corresponding date.
    """
    event = next((day for day in ledger if day.day == "excluded" or _begins(day)), None)
    return tuple(
        _month_words(day, event.date, early=_begins(event) and day is ledger[-1])
        if day.day == "month" and event
        else _day_words(day)
        for day in ledger
    )


def _begins(day: Day) -> bool:
    """Return whether a period begins with this day itself."""
    return day.day == "counted" and day.n is None


def _month_words(day: Day, event: date, *, early: bool) -> str:
    """Return how a month of a count ended; `early` if it ended the day before its corresponding date."""
    ends = day.date + timedelta(days=1) if early else day.date
    which = "the corresponding date"
    if ends.day != event.day:
        which = f"the last day of the month, which has no day {event.day}"
    return f"Month {day.n}: {'the day before ' if early else ''}{which}"


def _day_words(day: Day) -> str:
    """Return how a day of a count was treated."""
    if day.name:
        return f"Not counted: {day.name}"
    if day.day == "counted":
        return "Counted: the period begins with this day" if day.n is None else f"Day {day.n}"
    return _TREATED[day.day]


def left_words(days: int, working_days: int | None) -> str:
    """Return how far off a date is: 'today', '5 working days left (7 days)', '2 working days past (4 days)'."""
    if days == 0:
        return "today"
    side = "left" if days > 0 else "past"
    in_days = counted(days, "day")
    if working_days is None:
        return f"{in_days} {side}"
    return f"{counted(working_days, 'working day')} {side} ({in_days})"


def counted(number: int, thing: str) -> str:
    """Return '1 day' or '5 days', without a sign.

    >>> counted(-1, 'day'), counted(0, 'day')
    ('1 day', '0 days')
    """
    return f"{abs(number)} {thing}{'' if abs(number) == 1 else 's'}"


def read_words(read: str, via_title: str | None) -> str | None:
    """Return how a source is known, or None for one read whole."""
    if via_title:
        return f"As {restated_words(via_title)}; the text itself was not read."
    return {"part": "Read in part.", "none": "The text itself was not read."}.get(read)


def restated_words(title: str) -> str:
    """Return through which text something is known that was not read itself."""
    return f"restated by {title}"


def outcome_words(outcome: str, test: Test) -> str:
    """Return what a test's outcome means, never as a bare verdict."""
    match outcome:
        case "met":
            return f"This test is met on these facts. {test.outcome}"
        case "not-met":
            return "This test is not met on these facts."
        case "not-known":
            return "Whether this test is met is not known yet: it turns on facts that are not known."
        case _:
            return f"No number of these decides: they are to be weighed. {test.outcome}"


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December")  # fmt: skip


def in_words(day: date) -> str:
    """Return '2 April 2026'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def in_full(day: date) -> str:
    """Return 'Thursday 2 April 2026'."""
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return f"{names[day.weekday()]} {in_words(day)}"


def quoted(text: str) -> str:
    r"""Return `text` on one line, in quotation marks, cut short, with anything unprintable made visible.

    >>> print(quoted('a' + chr(10) + 'b'))
    'a\u000ab'
    """
    return f"'{printable(text[:40])}{'…' if len(text) > 40 else ''}'"  # noqa: PLR2004 - the two forties are one limit


def printable(text: str) -> str:
    """Return `text` with anything unprintable made visible: control characters, line ends, stray bytes."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
