"""Holds the editions against content/second-reading.yml, where a second person typed what the texts say.

A message never tells what the other of the two has: whoever mends one of them goes back to the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calculators.counting import facts_of
from calculators.records import Direction, Shape
from stages.problems import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from calculators.records import Edition, Reading, Rule, Test
    from stages.reading import SecondReading
    from stages.schema import ReadRuleBlock

_FORM = re.compile(
    r"(\d+ .+ (after|before|from and including)|kept \d+ .+ from|the \d+ .+ before|the same day as) \S+|gap|prompt"
)
_PLURAL = re.compile(r"\b(day|week|month|year)s\b")
_WORDS = {"and", "or", "not", "presumed", "dated"}  # that join facts and events, and name none
_WEIGHED = "weighed"


def second_reading_problems(
    second: SecondReading, editions: Iterable[Edition], *, published_to: int
) -> Iterator[Problem]:
    """Find where the two readings part, and what stands in one of them alone. `published_to` is GOV.UK's last year held."""
    held = {edition.id: edition for edition in editions}
    if second.published_to != published_to:
        yield second.block.problem(
            "the last year of `published` in content/bank-holidays.yml is another; look at GOV.UK's list, and mend the one that is wrong",
            "published_to",
        )
    yield from _missing(second, ("editions",), held, second.editions, "an edition")
    for name, edition in held.items():
        if name in second.editions:
            yield from _edition_problems(second, edition)


def _missing(
    second: SecondReading, keys: tuple[str, ...], held: Collection[str], read: Collection[str], what: str
) -> Iterator[Problem]:
    """Find names that only the editions have, or only the second reading; `what` is said of the latter."""
    where = f" of {keys[1]}" if len(keys) > 1 else ""
    for name in held:
        if name not in read:
            message = f"'{name}'{where} is missing; who reads its source a second time adds it here, as the head of this file shows"
            yield second.block.problem(message, *keys)
    for name in read:
        if name not in held:
            yield second.block.problem(f"'{name}' is not {what}{where}{nearest(name, sorted(held))}", *keys, name)


def _edition_problems(second: SecondReading, edition: Edition) -> Iterator[Problem]:
    """Find where the two readings of one edition part."""
    at, read = ("editions", edition.id), second.editions[edition.id]
    if read.calendar != edition.calendar:
        yield _parted(second, edition, "the calendar", *at, "calendar")
    rules = {rule.id: rule for rule in edition.rules}
    yield from _missing(second, (*at, "rules"), rules, read.rules, "a rule")
    for name, said in second.rules[edition.id].items():
        if name in rules:
            for what, *keys in _rule_differences(rules[name], said):
                yield _parted(second, edition, f"'{name}': {what}", *at, "rules", name, *keys)
    tests = {test.id: test for test in edition.tests}
    yield from _missing(second, (*at, "tests"), tests, read.tests, "a test")
    for name, written in read.tests.items():
        if name in tests and _names(written) != _facts(tests[name]):
            yield _parted(second, edition, f"'{name}': the facts", *at, "tests", name)


def _parted(second: SecondReading, edition: Edition, what: str, *keys: str) -> Problem:
    """Return the finding that the two readings of something part."""
    return second.block.problem(
        f"{what} is not as in content/{edition.id}.md; read the source again, and mend the one that it does not bear out",
        *keys,
    )


def _rule_differences(rule: Rule, said: ReadRuleBlock) -> Iterator[tuple[str, ...]]:
    """Yield what of a rule differs, each with the key at which it stands."""
    clocks = {reading.id: _phrase(reading) for reading in rule.readings}
    whole = rule.kind if not clocks or (None not in clocks and rule.kind == "prompt") else clocks.get(None)
    if (said.says and not _FORM.fullmatch(said.says)) or any(
        not _FORM.fullmatch(each) for each in said.readings.values()
    ):
        yield ("its words", "says") if said.says else ("its words", "readings")
        return
    if (said.says and _plain(said.says)) != whole:
        yield "its clock", "says"
    if {name: _plain(words) for name, words in said.readings.items()} != {
        name: clock for name, clock in clocks.items() if name
    }:
        yield "its readings", "readings"
    forces = {rule.time_duty, *(reading.time_duty for reading in rule.readings)} - {None}
    if {said.time_duty} - {None} != forces or (said.duty and said.duty != rule.duty):
        yield "the force of its time limit", "time_duty"
    if said.at_once != rule.at_once:
        yield "whether it is to be done at once", "at_once"
    if (f"{said.last_held}#{rule.id}" if said.last_held else None) != rule.last_held:
        yield "the figure last held", "last_held"
    if bool(said.applies) != bool(rule.applies):
        yield "whether it always applies", "applies"


def _phrase(reading: Reading) -> str:
    """Return a clock as a second reader writes it, in the singular."""
    period = _plain(str(reading.period))
    return {
        Direction.SAME_DAY: f"the same day as {reading.event}",
        Direction.KEPT: f"kept {period} from {reading.event}",
        Direction.WINDOW: f"the {period} before {reading.event}",
    }.get(reading.direction, f"{period} {reading.direction} {reading.event}")


def _plain(words: str) -> str:
    """Return a clock with its unit in the singular and single spaces."""
    return _PLURAL.sub(r"\1", " ".join(words.split()))


def _names(written: str) -> set[str]:
    """Return the facts that an expression names, or the one word that a test is weighed."""
    return set(re.findall(r"[a-z0-9-]+", written)) - _WORDS


def _facts(test: Test) -> set[str]:
    """Return the facts of a test, or the one word that it is weighed."""
    return {_WEIGHED} if test.shape in {Shape.FACTORS, Shape.CHOICE} else set(facts_of(test))
