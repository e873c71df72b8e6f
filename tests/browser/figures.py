"""Dates that journeys expect of the guide's own figures: what the second reader found, counted by the oracle."""

from __future__ import annotations

from datetime import date

from tests.by_hand.rules import CALENDAR, ENGLAND_2023, RULES
from tests.by_hand.second_opinion import due

_AWARE = date(2026, 4, 2)
_TOLD = due(CALENDAR[ENGLAND_2023], RULES[ENGLAND_2023]["notify-panel"].readings[None], {"authority-aware": _AWARE})
assert _TOLD
PANEL_TOLD = f"{_TOLD:%A} {_TOLD.day} {_TOLD:%B} {_TOLD.year}"  # by England's edition of 2023, aware on 2 April 2026
PANEL_TOLD_ISO = _TOLD.isoformat()
