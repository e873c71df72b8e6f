"""Plans by the calculators and by a planner in another language, which knows only the schema and the rules of counting.

`python -m tests.second_road 100000` compares as many cases as it is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.second_road import cases
from tests.second_road.cases import differences

if TYPE_CHECKING:
    import pytest


def test_two_planners_agree_on_random_cases() -> None:
    assert differences(4_000, seed=20261129) == []


def test_a_planner_that_counts_otherwise_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: with one bank holiday left out of the second planner's list the two differ."""
    holidays = cases.bank_holidays()
    holidays["calendars"]["england-and-wales"].remove("2026-04-06")
    case = {
        "edition": "england/child-safeguarding-practice-review-2023",
        "events": {"authority-aware": "2026-04-02"},
    }
    monkeypatch.setattr(cases, "cases", lambda *_: iter([case]))
    assert differences(1, seed=1) == []
    monkeypatch.setattr(cases, "bank_holidays", lambda: holidays)
    assert [line for line in differences(1, seed=1) if "'due': '2026-04-10'" in line.split("second road")[1]]
