"""Rounds of measurement in which the sides take turns, so that what else the computer does falls on all alike."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

AT_LEAST = 0.02  # seconds a side must take in one turn, so that the clock's own grain does not count


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


def medians(sides: Mapping[str, Callable[[], object]], *, rounds: int) -> dict[str, float]:
    """Return each side's median seconds for one call, over so many rounds in which every side has a turn."""
    calls = {name: calls_needed(work) for name, work in sides.items()}
    found: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds):
        for name in calls if number % 2 else reversed(calls):
            found[name].append(seconds(sides[name], calls[name]))
    return {name: statistics.median(each) for name, each in found.items()}


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201 - a command's own words
