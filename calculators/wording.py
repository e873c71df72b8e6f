"""The words in which dates, clocks and counts are said, the same on the page, in the terminal and on paper."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from calculators.records import Direction

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calculators.records import Day, Edition, Period, Supplied, Test

NO_FIGURE = "This guide holds no figure"  # what is said of every gap, wherever it stands
BESIDE = "beside it, other texts say"  # what stands between a prompt's own words and the clocks of other texts
_LONGEST_QUOTED = 40  # characters of what somebody typed
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
    """Return a clock as a phrase: 'within 5 working days after the incident'. `event` is in the event's own words."""
    return _PHRASES[direction].format(period=period, event=event)


def prompt_words(said: str, beside: Sequence[tuple[str, str | None]]) -> str:
    """Return a prompt's own words, and the clocks that other texts set beside them, each with its label if it has one.

    >>> prompt_words('immediately', [('within 1 day after the death', 'by the guidance')])
    'immediately; beside it, other texts say: within 1 day after the death (by the guidance)'
    """
    clocks = "; ".join(f"{clock} ({label})" if label else clock for clock, label in beside)
    return f"{said}; {BESIDE}: {clocks}" if clocks else said


class _SaidTwoWays(Protocol):
    """An event: in words as they follow 'before', and perhaps as a verb."""

    @property
    def words(self) -> str: ...
    @property
    def verb(self) -> str | None: ...


class _Reached(Protocol):
    """A body: how it is reached in general, or by what is sent."""

    @property
    def how(self) -> str | None: ...
    @property
    def channels(self) -> Mapping[str, _Printed]: ...


class _Printed(Protocol):
    """Where something is sent, and the day, month or year in which that was printed."""

    @property
    def how(self) -> str: ...
    @property
    def printed(self) -> str: ...


def event_words(event: _SaidTwoWays, direction: Direction) -> str:
    """Return an event as a clock of this direction says it: 'after the authority becomes aware', 'before publication'."""
    return event.verb if event.verb and direction is Direction.AFTER else event.words


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


def slack_words(days: int, working_days: int | None) -> str:
    """Return what time lies between the last date given and the latest day of an act that comes after it.

    >>> slack_words(50, 36), slack_words(0, 0), slack_words(-6, -4)
    ('36 working days (50 days)', 'none: it is the same day', 'too late by 4 working days (6 days)')
    """
    if days == 0:
        return "none: it is the same day"
    in_days = counted(days, "day")
    length = in_days if working_days is None else f"{counted(working_days, 'working day')} ({in_days})"
    return length if days > 0 else f"too late by {length}"


def since_words(event: str, day: date) -> str:
    """Return from what the time for acts before a planned day is counted.

    >>> since_words('the decision to hold a review', date(2026, 7, 1))
    'Time for each is counted from the decision to hold a review, Wednesday 1 July 2026, the last date given that leads to it.'
    """
    return f"Time for each is counted from {event}, {in_full(day)}, the last date given that leads to it."


def apart_words(start: date, end: date, working_days: int) -> str:
    """Return how far one day lies from another, in working days and in days of every kind.

    >>> apart_words(date(2026, 4, 2), date(2026, 4, 13), 5)
    'Monday 13 April 2026 is 5 working days after Thursday 2 April 2026, or 11 days if every day is counted'
    >>> apart_words(date(2026, 4, 2), date(2026, 4, 2), 0)
    'Both dates are Thursday 2 April 2026, so there is no day to count'
    """
    if start == end:
        return f"Both dates are {in_full(start)}, so there is no day to count"
    side = "after" if end > start else "before"
    in_days = counted((end - start).days, "day")
    return f"{in_full(end)} is {counted(working_days, 'working day')} {side} {in_full(start)}, or {in_days} if every day is counted"


def period_words(period: Period, direction: Direction, start: date, due: date, until: date | None) -> str:
    """Return what a length of time from `start` comes to: a date, a time to keep something, or one to look back over."""
    if until:
        runs = "runs" if period.length == 1 else "run"
        return f"The {period} before {in_full(start)} {runs} from {in_full(due)} to {in_full(until)}"
    if direction is Direction.KEPT:
        return f"Keep until {in_full(due)} at least, which is {period} from {in_full(start)}"
    return f"{in_full(due)} is {period} {'before' if direction is Direction.BEFORE else 'after'} {in_full(start)}"


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


def coverage_words(edition: Edition, *, called: str = "This guidance") -> str:
    """Return how much of an edition is held, and what is not; it bears its name only where two are spoken of."""
    held = {"partial": "is held in part", "stub": "is in force, but its figures are not held", "whole": "is held whole"}
    return f"{called} {held[edition.coverage]}. {edition.coverage_note}"


def contact_words(body: _Reached, sent: str | None) -> str:
    """Return how a body is reached with what is sent, and when that was printed; or that no address is held."""
    channel = body.channels.get(sent or "")
    if channel:
        return f"{channel.how} Printed {_when_printed(channel.printed)}: check it before you send."
    return body.how or "We hold no address."


def _when_printed(day: str) -> str:
    """Return 'on 16 February 2024', 'in February 2024' or 'in 2024' for a day, month or year.

    >>> _when_printed('2024-02'), _when_printed('2024')
    ('in February 2024', 'in 2024')
    """
    year, *rest = (int(part) for part in day.split("-"))
    if not rest:
        return f"in {year}"
    month = f"{MONTHS[rest[0] - 1]} {year}"
    return f"in {month}" if len(rest) == 1 else f"on {rest[1]} {month}"


def supplied_words(supplied: Supplied) -> str:
    """Return whose figure it is, in a sentence that stands beside its date."""
    return f"Figure read by {supplied.by} ({supplied.role}) on {in_words(date.fromisoformat(supplied.read_on))} in {supplied.source}, {supplied.place}; not checked by this guide."


_BECAUSE = {
    "period": "the period changed",
    "event": "the date it runs from changed",
    "bank-holiday": "the bank holidays changed",
    "figure": "the figure supplied changed",
    "rule-gone": "the edition has no such rule any more",
    "not-known": "why is not known",
}


def moved_words(was: str, now: str | None, because: str) -> str:
    """Return how a date moved since it was saved, and why.

    >>> moved_words('2026-04-10', '2026-04-13', 'bank-holiday')
    'Friday 10 April 2026 is now Monday 13 April 2026; the bank holidays changed'
    """
    today = in_full(date.fromisoformat(now)) if now else "no date"
    return f"{in_full(date.fromisoformat(was))} is now {today}; {_BECAUSE[because]}"


def compared_words(kept: int, moved: int, *, last_held: bool) -> str:
    """Return what was compared of a saved case and what came of it; `last_held` if dates stand there that no case file keeps.

    >>> compared_words(2, 0, last_held=False)
    'no date kept in the file has moved since it was saved'
    >>> compared_words(3, 1, last_held=False)
    '1 of the 3 dates kept in the file has moved since it was saved'
    >>> compared_words(0, 0, last_held=True)
    'the file keeps no date to compare; dates by a last figure held are not kept in it, and were not compared'
    """
    if not kept:
        found = "the file keeps no date to compare"
    elif not moved:
        found = "no date kept in the file has moved since it was saved"
    else:
        which = f"the {counted(kept, 'date')}" if moved == kept else f"{moved} of the {counted(kept, 'date')}"
        found = f"{which} kept in the file {'has' if moved == 1 else 'have'} moved since it was saved"
    return f"{found}; dates by a last figure held are not kept in it, and were not compared" if last_held else found


def last_held_words(sources: Sequence[str], guidance: str, edition: str, *, keep: bool, projected: bool = False) -> str:
    """Return what must be said beside a figure last held: whose it was, and if bank holidays behind its date are projected.

    Of several readings each names its own source.

    >>> last_held_words(["Guidance 2023"], "Guidance 2023, chapter 5", "england/review-2023", keep=False)
    'if the figure of Guidance 2023, chapter 5, still applies: check in your copy'
    >>> last_held_words(["A page"], "Guidance 2023", "england/review-2023", keep=False)
    'if the figure of the edition of 2023, from A page, still applies: check in your copy'
    """
    whose = f"the edition of {edition.rsplit('-', 1)[1]}"
    if len(sources) == 1:
        (source,) = sources
        whose = guidance if guidance.startswith(source) else f"{whose}, from {source}"
        whose += "," if "," in whose else ""
    keeping = ", and do not take down before reading the text in force" if keep else ""
    counted = ", counted with bank holidays that are projected, not yet published" if projected else ""
    return f"if the figure of {whose} still applies: check in your copy{keeping}{counted}"


def outcome_words(outcome: str, test: Test, as_read: str | None = None) -> str:
    """Return what a test's outcome means, never as a bare verdict; `as_read` which text it stands on, if not today's."""
    match outcome:
        case "met" if as_read:
            return f"On these facts this test is met, on the text as read, amendments not checked ({as_read}). {test.outcome}"
        case "met":
            return f"This test is met on these facts. {test.outcome}"
        case "not-met":
            return "This test is not met on these facts."
        case "not-known":
            return "Whether this test is met is not known yet: it turns on facts that are not known."
        case _:
            return f"No number of these decides: they are to be weighed. {test.outcome}"


def alternatives_words(outcome: str, met: Test | None, as_read: str | None, *, certain: bool) -> str:
    """Return what a question comes to of which several tests are the outcomes."""
    if met:
        return f"{met.either_name}{', on the text as read' if as_read else ''}"
    if outcome == "neither":
        return "none on these facts"
    return "yes; its type is not known yet" if certain else "not known"


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
    return f"'{printable(text[:_LONGEST_QUOTED])}{'…' if len(text) > _LONGEST_QUOTED else ''}'"


def printable(text: str) -> str:
    """Return `text` with anything unprintable made visible: control characters, line ends, stray bytes."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
