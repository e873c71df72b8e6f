"""The walk that `python -m tests.by_hand` takes, by great strides; and each of its parts tells where the two sides part."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from calculators.register import CALENDARS
from tests.by_hand import walk
from tests.by_hand.rules import ENGLAND_2023

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STRIDE = 397
PARTS: dict[str, Callable[[Counter[str]], Iterator[str]]] = {
    "working days": lambda seen: walk.working_days(STRIDE // 10, seen),
    "tests": walk.every_test,
    "what rules hang on": walk.every_condition,
    "months": lambda seen: walk.months(STRIDE, seen),
    "calendar files": lambda seen: walk.calendar_files(ENGLAND_2023, STRIDE, seen),
    "calendars": lambda seen: walk.calendars(ENGLAND_2023, STRIDE, seen),
    "answers": lambda seen: walk.answers(ENGLAND_2023, STRIDE, seen),
}


def no_holidays(patch: pytest.MonkeyPatch) -> None:
    """Let the calculators know of no bank holiday."""
    for name, calendar in list(CALENDARS.items()):
        patch.setitem(CALENDARS, name, replace(calendar, holidays={}))


FAULTS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "working days": no_holidays,
    "tests": lambda patch: patch.setattr(walk, "OUTCOMES", dict.fromkeys(walk.OUTCOMES, "met")),
    "what rules hang on": lambda patch: patch.setattr(walk, "expected", lambda *_: "yes"),
    "months": lambda patch: patch.setitem(walk.IN_MONTHS, "year", 11),
    "calendar files": no_holidays,
    "calendars": no_holidays,
    "answers": no_holidays,
}


@pytest.mark.parametrize("part", PARTS)
def test_the_two_sides_agree(part: str) -> None:
    seen: Counter[str] = Counter()
    assert list(PARTS[part](seen))[:20] == []
    assert seen.total() > 0


@pytest.mark.parametrize("part", PARTS)
def test_where_the_two_sides_part_it_is_told(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    FAULTS[part](monkeypatch)
    assert list(PARTS[part](Counter()))
