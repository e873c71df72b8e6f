"""The tests of the four nations' criteria as plain functions of facts, as content/second-reading.yml has them."""

from __future__ import annotations

from tests.by_hand.expressions import NO, UNKNOWN, YES, Criterion, Facts, Truth, criterion
from tests.by_hand.rules import ENGLAND_2015, ENGLAND_2023, NORTHERN_IRELAND, SCOTLAND_2021, WALES_2016
from tests.by_hand.second_reading import SECOND_READING

__all__ = [
    "BY_HAND", "ENGLAND_2015", "ENGLAND_2023", "NO", "NORTHERN_IRELAND", "SCOTLAND_2021", "UNKNOWN", "WALES_2016", "WEIGHED", "YES",
    "Criterion", "Facts", "Truth",
]  # fmt: skip

_WEIGHED = "weighed"
BY_HAND: dict[tuple[str, str], Criterion] = {
    (name, test): criterion(written)
    for name, edition in SECOND_READING.editions.items()
    for test, written in edition.tests.items()
    if written != _WEIGHED
}
WEIGHED = {
    (name, test)
    for name, edition in SECOND_READING.editions.items()
    for test, written in edition.tests.items()
    if written == _WEIGHED
}
