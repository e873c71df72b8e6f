"""On what a rule hangs, as content/second-reading.yml has it: over facts and the events that are dated.

Every rule of which it says nothing hangs on nothing and always applies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Literal, TypeAlias

from tests.by_hand.expressions import NO, UNKNOWN, YES, Criterion, Truth, criterion
from tests.by_hand.second_reading import SECOND_READING

Word: TypeAlias = Literal["yes", "no", "unknown"]
Facts: TypeAlias = Mapping[str, Word]  # every fact that a function asks about, or more
Dated: TypeAlias = AbstractSet[str]  # the events whose date was given
Hangs: TypeAlias = Callable[[Facts, Dated], Word]

TRUTHS: dict[Word, Truth] = {"yes": YES, "no": NO, "unknown": UNKNOWN}
_WORDS: dict[Truth, Word] = {truth: word for word, truth in TRUTHS.items()}
_DATED = "dated "


def word_of(met: Criterion, facts: Facts, dated: Dated) -> Word:
    """Return what facts come to. An event with a date has happened; one without may have happened all the same."""

    def known(name: str) -> Truth:
        if name.startswith(_DATED):
            return YES if name.removeprefix(_DATED) in dated else UNKNOWN
        return TRUTHS[facts[name]]

    return _WORDS[met(known)]


def _hangs(written: str) -> Hangs:
    met = criterion(written)
    return lambda facts, dated: word_of(met, facts, dated)


BY_HAND: dict[str, dict[str, Hangs]] = {
    name: hung
    for name, edition in SECOND_READING.editions.items()
    if (hung := {rule: _hangs(read.applies) for rule, read in edition.rules.items() if read.applies})
}


def expected(edition: str, rule: str, facts: Facts, dated: Dated) -> Word:
    """Return whether a rule applies."""
    hangs = BY_HAND.get(edition, {}).get(rule)
    return hangs(facts, dated) if hangs else "yes"
