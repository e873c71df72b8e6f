"""Rounds of measurement in which the sides take turns, so that what else the computer does falls on all alike."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from bench.keeping import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

AT_LEAST = 0.02  # seconds a side must take in one turn, so that the clock's own grain does not count
DIGITS = 3  # that a measured figure is kept with


def calls_needed(work: Callable[[], object]) -> int:
    """Return how often `work` must be called to fill a turn."""
    calls = 1
    while (taken := seconds(work, calls) * calls) < AT_LEAST:
        calls = max(calls * 2, int(calls * AT_LEAST / taken) if taken else 0)
    return calls


def seconds(work: Callable[[], object], calls: int) -> float:
    """Return the seconds that one of so many calls takes."""
    began = time.perf_counter()
    for _ in range(calls):
        work()
    return (time.perf_counter() - began) / calls


def turns(sides: Mapping[str, Callable[[], object]], *, rounds: int) -> dict[str, list[float]]:
    """Return each side's seconds for one call in each of so many rounds, in which every side has a turn."""
    calls = {name: calls_needed(work) for name, work in sides.items()}
    found: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds):
        for name in calls if number % 2 else reversed(calls):
            found[name].append(seconds(sides[name], calls[name]))
    return found


def ratios(found: Sequence[float], beside: Sequence[float]) -> list[float]:
    """Return how many times as much each turn took as the other side's turn of the same round."""
    return [mine / theirs for mine, theirs in zip(found, beside, strict=True)]


def median_of(what: str, values: Sequence[float], unit: str = "", note: str = "") -> Figure:
    """Return the median of several measured values as a figure, whose note gives the lowest and the highest.

    >>> median_of("a start", [2.0, 1.23456, 40.0], "s").note
    '1.23 to 40, 3 turns'
    """
    low, high = (f"{rounded(value):,}" for value in (min(values), max(values)))
    spread = f"{low} to {high}, {len(values)} turns" if len(values) > 1 else ""
    return Figure(what, rounded(statistics.median(values)), unit, "; ".join(part for part in (spread, note) if part))


def rounded(value: float) -> float:
    """Return a value with three digits, or all that stand before the point.

    >>> rounded(0.123456), rounded(12.3456), rounded(123456.7)
    (0.123, 12.3, 123457)
    """
    short = float(f"{value:.{DIGITS}g}") if abs(value) < 10**DIGITS else round(value)
    return int(short) if short == int(short) else short


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201 - a command's own words
