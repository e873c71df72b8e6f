"""Working days on and between, ours against four peers, one date at a time as a calculator asks.

    python -m bench.working_day_arithmetic [ROUNDS]      15 rounds unless told; needs `make bench`'s packages

England's calendar, spans of 5 to 5,000 working days, Python dates in and out. Every peer is prepared beforehand with
the same holidays (numpy, pandas) or its own (workalendar, holidays), and must give our answer for every start before
anything is timed. The starts lie after 8 May 2023, a holiday that workalendar lacks; it and ours agree from then on.
Keeps how many times as long as ours each takes, round by round, in rounds in which all take turns.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING

import holidays
import numpy as np
import pandas as pd
from workalendar.europe import UnitedKingdom

from bench.keeping import Figure, command, keep
from bench.rounds import median_of, ratios, rounded, say, turns
from calculators.counting import between, ledger, step
from calculators.register import CALENDARS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SPANS = (5, 50, 500, 5_000)
STARTS = [date(2023, 5, 9) + timedelta(days=73 * n) for n in range(35)]  # to 2030; every weekday, and weekends
ENGLAND = CALENDARS["england-and-wales"]
CLOSED = sorted(ENGLAND.holidays)
NUMPY = np.busdaycalendar(holidays=CLOSED)
PANDAS = {span: pd.offsets.CustomBusinessDay(span, calendar=NUMPY) for span in (1, *SPANS)}
WORKALENDAR = UnitedKingdom()
HOLIDAYS = holidays.country_holidays("GB", subdiv="ENG", years=range(2000, 2051))
OURS = "ours"

ONE_DAY = timedelta(days=1)


def ours_with_count(start: date, span: int) -> date:
    """Step as the calculator does when it shows its working: with every day on the way."""
    end = step(ENGLAND, start, span)
    return ledger(ENGLAND, start, end)[-1].date


STEPS: Mapping[str, Callable[[date, int], date]] = {
    OURS: partial(step, ENGLAND),
    "ours, every day shown": ours_with_count,
    "numpy busday_offset": lambda start, span: np.busday_offset(start, span, roll="backward", busdaycal=NUMPY).item(),
    "pandas CustomBusinessDay": lambda start, span: (pd.Timestamp(start) + PANDAS[span]).date(),
    "workalendar": WORKALENDAR.add_working_days,
    "holidays": HOLIDAYS.get_nth_working_day,
}
COUNTS: Mapping[str, Callable[[date, date], int]] = {
    OURS: partial(between, ENGLAND),
    "numpy busday_count": lambda start, end: int(np.busday_count(start + ONE_DAY, end + ONE_DAY, busdaycal=NUMPY)),
    "pandas date_range": lambda start, end: len(pd.date_range(start + ONE_DAY, end, freq=PANDAS[1])),
    "workalendar": WORKALENDAR.get_working_days_delta,
    "holidays": lambda start, end: HOLIDAYS.get_working_days_count(start + ONE_DAY, end),
}


def must_agree() -> None:
    """Leave with a sentence unless every side gives our answer for every start and span."""
    for span in SPANS:
        for start in STARTS:
            end = step(ENGLAND, start, span)
            for name, work in STEPS.items():
                if (found := work(start, span)) != end:
                    sys.exit(f"{span} working days after {start}: ours {end}, {name} {found}")
            for name, count in COUNTS.items():
                if (counted := count(start, end)) != span:
                    sys.exit(f"working days from {start} to {end}: ours {span}, {name} {counted}")
    say(f"all agree on {len(STARTS) * len(SPANS)} questions each way")


def figures(question: str, found: Mapping[int, Mapping[str, list[float]]]) -> list[Figure]:
    """Return our microseconds and every side's ratio to ours, by span."""
    told = []
    for span, sides in found.items():
        column = f"{question}, {span:,}"
        ours = median_of("", [each * 1e6 for each in sides[OURS]])
        told.append(Figure(f"{column}: ours", rounded(float(ours.value)), "µs", ours.note))
        told += [
            median_of(f"{column}: {name}, times ours", ratios(taken, sides[OURS]))
            for name, taken in sides.items()
            if name != OURS
        ]
    return told


def main(rounds: int) -> None:
    """Check, measure, print and keep."""
    must_agree()
    stepped: dict[int, dict[str, list[float]]] = {}
    counted: dict[int, dict[str, list[float]]] = {}
    for span in SPANS:
        starts = cycle(STARTS)
        pairs = cycle([(start, step(ENGLAND, start, span)) for start in STARTS])
        steps = {
            name: lambda work=work, span=span, starts=starts: work(next(starts), span) for name, work in STEPS.items()
        }
        counts = {name: lambda count=count, pairs=pairs: count(*next(pairs)) for name, count in COUNTS.items()}
        stepped[span] = turns(steps, rounds=rounds)
        counted[span] = turns(counts, rounds=rounds)
    for part, question, found in (("on", "working days on", stepped), ("between", "working days between", counted)):
        told = figures(question, found)
        for figure in told:
            say(f"{figure.what:60} {figure.value:>10} {figure.unit:3} {figure.note}")
        keep(f"working_days_{part}", command("bench.working_day_arithmetic"), told, runs=3)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
