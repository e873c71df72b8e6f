"""'How many working days?', and what one length of time comes to: counts that belong to no rule."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from calculators import __version__, horizon, request
from calculators.counting import between, count, ledger, step
from calculators.records import Count
from calculators.register import CONTENT, calendar
from calculators.replies.parts import FORMAT, ledger_payload, period_payload
from calculators.typed import RUNS, period_from_fields

if TYPE_CHECKING:
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
    dates = {
        key: problems.gather(horizon.a_day, asked[key], label=key, field=key)
        for key in ("from", "before", "until")
        if key in given
    }
    numbers = {key: problems.gather(request.number, asked[key], field=key) for key in ("add", "back") if key in given}
    start, until = dates.get("from") or dates.get("before"), dates.get("until")
    if start and until and until < start:
        problems.refuse("until must not be before from", field="until")
    if days is None or start is None or problems.refusals:
        raise request.QuestionRefused(problems.refusals)
    if until is None:
        until = problems.gather(step, days, start, (numbers.get("add") or 0) - (numbers.get("back") or 0))
    if until is None:
        raise request.QuestionRefused(problems.refusals)
    counted = Count(until, partial(ledger, days, start, until))
    return {
        "format": FORMAT,
        "calendar": days.id,
        "release": __version__,
        "content": CONTENT,
        "date": until.isoformat(),
        "working_days": between(days, start, until) if until >= start else between(days, until, start),
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
    counted = problems.gather(count, period, runs, start, calendar=days)
    if counted is None:
        raise request.QuestionRefused(problems.refusals)
    return period_payload(period, runs, counted, calendar=days)
