"""'How many working days?', and what one length of time comes to: counts that belong to no rule."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from calculators import __version__, horizon, request
from calculators.counting import between, count, ledger, step
from calculators.records import BeyondHorizon, Count, Refused, Unit
from calculators.register import CONTENT, calendar
from calculators.replies.parts import FORMAT, ledger_payload, period_payload
from calculators.typed import RUNS, period_from_fields
from calculators.wording import apart_words, in_words

if TYPE_CHECKING:
    from datetime import date
    from typing import Literal

    from calculators.counting import WorkingCalendar
    from calculators.records import Direction, Period
    from calculators.reply import Json, PeriodReply, WorkdaysReply

_WORKDAYS_KEYS = ("ask", "calendar", "from", "add", "before", "back", "until")
_PERIOD_KEYS = ("ask", "calendar", "length", "unit", "runs", "from")


def ask_workdays(asked: Json) -> WorkdaysReply:
    """Answer one of: the Nth working day after a day, the Nth before it, or how many lie between two days."""
    problems = request.Refusals()
    problems.refuse_unknown(asked, _WORKDAYS_KEYS)
    days = problems.gather(calendar, request.text(asked, "calendar"))
    given = {key for key in ("from", "add", "before", "back", "until") if asked.get(key) is not None}
    if given not in ({"from", "add"}, {"before", "back"}, {"from", "until"}):
        problems.refuse("Give --from and --add, or --before and --back, or --from and --until", field=None)
    labels = {"from": "The first date" if "until" in given else "The date to count from",
              "before": "The date to count back from", "until": "The second date"}  # fmt: skip
    dates = {
        key: problems.gather(horizon.a_day, asked[key], label=labels[key], field=key)
        for key in ("from", "before", "until")
        if key in given
    }
    numbers = {key: problems.gather(request.number, asked[key], field=key) for key in ("add", "back") if key in given}
    start, until = dates.get("from") or dates.get("before"), dates.get("until")
    if start and until and until < start:
        message = f"The second date, {in_words(until)}, is before the first, {in_words(start)}; swap them or mend one"
        problems.refuse(message, field="until.order")
    if days is None or start is None or problems.refusals:
        raise request.QuestionRefused(problems.refusals)
    if until is None:
        until = problems.gather(step, days, start, (numbers.get("add") or 0) - (numbers.get("back") or 0))
        working_days = numbers.get("add") or numbers.get("back") or 0
    else:
        working_days = between(days, start, until)
    if until is None:
        raise request.QuestionRefused(problems.refusals)
    counted = Count(until, partial(ledger, days, start, until))
    return {
        "format": FORMAT,
        "calendar": days.id,
        "release": __version__,
        "content": CONTENT,
        "words": apart_words(start, until, working_days),
        "date": until.isoformat(),
        "working_days": working_days,
        "holidays": _holidays(counted, days),
        "count": ledger_payload(counted),
    }


def ask_period(asked: Json) -> PeriodReply:
    """Answer what one length of time comes to, from or back from a day, for no rule in particular."""
    problems = request.Refusals()
    problems.refuse_unknown(asked, _PERIOD_KEYS)
    days = problems.gather(calendar, request.text(asked, "calendar"))
    fields = {name: request.text(asked, name) for name in ("length", "unit")}
    period = problems.gather(period_from_fields, fields, field="period")
    runs = problems.gather(
        request.look_up, RUNS, request.text(asked, "runs"), what="a way to count", field="period.runs"
    )
    start = problems.gather(horizon.a_day, asked.get("from"), label="The date to count from", field="from")
    if days is None or period is None or runs is None or start is None:
        raise request.QuestionRefused(problems.refusals)
    counted = problems.gather(_counted, period, runs, start, calendar=days)
    if counted is None:
        raise request.QuestionRefused(problems.refusals)
    holidays = _holidays(counted, days) if period.unit is Unit.WORKING_DAY else None
    return period_payload(period, runs, start, counted, calendar=days, holidays=holidays)


def _counted(period: Period, runs: Direction, start: date, *, calendar: WorkingCalendar) -> Count:
    """Return what `count` does; a count past the years held is refused at the length, which is what to mend."""
    try:
        return count(period, runs, start, calendar=calendar)
    except BeyondHorizon as beyond:
        raise Refused(str(beyond), field="period.length") from None


def _holidays(counted: Count, calendar: WorkingCalendar) -> Literal["published", "projected"] | None:
    """Return whether a working day that was counted lies after the published list; None where none was counted."""
    last = max((day.date for day in counted.ledger if day.day == "counted"), default=None)
    if last is None:
        return None
    return "projected" if last > calendar.published else "published"
