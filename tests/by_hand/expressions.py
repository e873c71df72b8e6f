"""Facts joined by `and`, `or`, `not` and brackets, as content/second-reading.yml has them, under Kleene's strong logic.

Nothing of ours is imported. `&`, `|` and `~` are Kleene's strong connectives, written out as minimum, maximum and complement.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.by_hand.second_reading import NAME

_WORDS = re.compile(r"[()]|[a-z0-9-]+")


@dataclass(frozen=True, order=True)
class Truth:
    """No is 0, unknown 1, yes 2."""

    rank: int

    def __and__(self, other: Truth) -> Truth:
        return min(self, other)

    def __or__(self, other: Truth) -> Truth:
        return max(self, other)

    def __invert__(self) -> Truth:
        return Truth(2 - self.rank)


NO, UNKNOWN, YES = Truth(0), Truth(1), Truth(2)
Facts = Callable[[str], Truth]
Criterion = Callable[[Facts], Truth]  # of a fact's name, or `dated EVENT`; it asks about every one that is written


def presumed(truth: Truth) -> Truth:
    """Return yes for a fact that is not known."""
    return YES if truth == UNKNOWN else truth


def criterion(written: str) -> Criterion:
    """Return an expression as a function of facts.

    >>> met = criterion("looked-after and not (child-died or presumed seriously-harmed)")
    >>> met({"looked-after": YES, "child-died": NO, "seriously-harmed": NO}.__getitem__).rank
    2
    """
    words = _WORDS.findall(written)
    assert "".join(words) == "".join(written.split()), f"{NAME}: '{written}' has characters that are no fact's"
    found, rest = _any(words)
    assert not rest, f"{NAME}: '{written}' cannot be read from '{' '.join(rest)}' on; put `and` or `or` before it"
    return found


def _any(words: list[str]) -> tuple[Criterion, list[str]]:
    """Return what `or` joins from the first of the words on, and the words after it."""
    left, words = _all(words)
    while words[:1] == ["or"]:
        right, words = _all(words[1:])
        left = _either(left, right)
    return left, words


def _all(words: list[str]) -> tuple[Criterion, list[str]]:
    """Return what `and` joins, which binds more closely."""
    left, words = _one(words)
    while words[:1] == ["and"]:
        right, words = _one(words[1:])
        left = _both(left, right)
    return left, words


def _one(words: list[str]) -> tuple[Criterion, list[str]]:
    """Return a fact, an event, a bracket, or one of them after `not` or `presumed`."""
    assert words, f"{NAME}: an expression ends where a fact should stand"
    first, *rest = words
    if first == "(":
        inner, rest = _any(rest)
        assert rest[:1] == [")"], f"{NAME}: a bracket is opened and not closed"
        return inner, rest[1:]
    if first == "not":
        inner, rest = _one(rest)
        return (lambda facts: ~inner(facts)), rest
    if first == "presumed":
        inner, rest = _one(rest)
        return (lambda facts: presumed(inner(facts))), rest
    if first == "dated":
        return (lambda facts: facts(f"dated {rest[0]}")), rest[1:]
    return (lambda facts: facts(first)), rest


def _both(left: Criterion, right: Criterion) -> Criterion:
    return lambda facts: left(facts) & right(facts)


def _either(left: Criterion, right: Criterion) -> Criterion:
    return lambda facts: left(facts) | right(facts)


def asked_about(by_hand: Criterion) -> list[str]:
    """Return the facts that a criterion asks about, found by calling it with nothing known."""
    seen: dict[str, None] = {}

    def note(fact: str) -> Truth:
        seen[fact] = None
        return UNKNOWN

    by_hand(note)
    return list(seen)
