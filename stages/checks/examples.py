"""Worked examples are tests: each is counted by the calculators and must come to what its author worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.counting import count
from calculators.records import BeyondHorizon
from calculators.wording import in_words
from stages.problems import nearest
from stages.schema import DatedBlock, ExampleBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from calculators.counting import WorkingCalendar
    from calculators.records import Count, Edition, Reading, Rule
    from stages.problems import Problem
    from stages.reading import WrittenBlock, WrittenEdition

_WEEKEND_DAYS = "weekend days"


def example_problems(
    edition: WrittenEdition, record: Edition, calendars: Mapping[str, WorkingCalendar]
) -> Iterator[Problem]:
    """Find examples that disagree with the calculators, and dated rules without an example."""
    rules = {rule.id: rule for rule in record.rules}
    written = {rule.id: block for block, rule in edition.records(DatedBlock)}
    calendar = calendars.get(edition.front.working_day.calendar)
    unread = edition.unread
    shown: set[str] = set(unread.worked)
    seen: list[tuple[WrittenBlock, ExampleBlock]] = []
    for block, example in edition.records(ExampleBlock):
        shown.add(example.rule)
        if same := next((earlier for earlier, other in seen if _like(other, example)), None):
            message = (
                f"the example on line {same.block.line_of('title')} works the same rule from the same dates; keep one"
            )
            yield block.block.problem(message, "given")
        seen.append((block, example))
        if example.rule not in written:
            if unread.lost or example.rule in unread.ids:
                continue  # its rule could not be read, which is told there
            message = (
                f"no rule of this edition that yields a date is called '{example.rule}'{nearest(example.rule, written)}"
            )
            yield block.block.problem(message, "rule")
        elif example.rule in rules and calendar:
            yield from _worked_problems(block, example, rules[example.rule], calendar)
    for name, rule_block in written.items():
        if name not in shown and not unread.lost:
            yield rule_block.block.problem(
                f"'{name}' has no worked example; add a `yaml example` block with `rule: {name}`", "id"
            )


def _like(example: ExampleBlock, other: ExampleBlock) -> bool:
    """Return whether two examples work the same rule from the same dates."""
    return (example.rule, example.given) == (other.rule, other.given)


def _worked_problems(
    block: WrittenBlock, example: ExampleBlock, rule: Rule, calendar: WorkingCalendar
) -> Iterator[Problem]:
    """Find what is wrong in one example."""
    used = {reading.event for reading in rule.readings}
    for event in example.given:
        if event not in used:
            message = f"'{rule.id}' does not count from '{event}'{nearest(event, sorted(used))}"
            yield block.block.problem(message, "given", event)
    dates = example.expect.items() if isinstance(example.expect, dict) else [(None, example.expect)]
    expected: dict[str | None, date] = dict(dates)
    readings = {reading.id: reading for reading in rule.readings}
    if set(expected) != set(readings):
        names = ", ".join(str(name) for name in readings)
        hint = f"a date for each reading: {names}" if len(readings) > 1 else "one date"
        yield block.block.problem(f"'expect' must give {hint}", "expect")
        return
    for name, reading in readings.items():
        given = example.given.get(reading.event)
        if given is None:
            yield block.block.problem(f"'given' must have a date for '{reading.event}'", "given")
            continue
        try:
            counted = count(reading.period, reading.direction, given, calendar=calendar)
        except BeyondHorizon as beyond:
            yield block.block.problem(f"{beyond}", "given")
            continue
        at = ("expect", name) if name else ("expect",)
        if counted.due != expected[name]:
            message = f"the calculators make this {in_words(counted.due)}, not {in_words(expected[name])}; work it again by hand"
            yield block.block.problem(message, *at)
        yield from _working_problems(block, example, reading, counted)
        yield from _until_problems(block, example, rule, counted)


def _until_problems(block: WrittenBlock, example: ExampleBlock, rule: Rule, counted: Count) -> Iterator[Problem]:
    """Find a window's end that the calculators make another day, or one for a rule that has no window."""
    until = example.until
    if until is not None and counted.until is None:
        yield block.block.problem(f"'{rule.id}' is a {rule.kind}, which has no window; take `until` out", "until")
    elif until is None and len(rule.readings) > 1:
        return  # each reading has a window of its own
    elif until != counted.until and counted.until is not None:
        said = in_words(until) if until else "missing"
        message = f"the window ends on {in_words(counted.until)}, the day before the event; `until` is {said}"
        yield block.block.problem(message, "until")


def _working_problems(
    block: WrittenBlock, example: ExampleBlock, reading: Reading, counted: Count
) -> Iterator[Problem]:
    """Find a `working` that names other skipped days than the count has."""
    if example.working is None:
        if any(day.day == "holiday" for day in counted.ledger) and reading.id is None:
            yield block.block.problem("this count passes a bank holiday; name it under `working`", "expect")
        return
    found: dict[str, date | int] = {day.name: day.date for day in counted.ledger if day.day == "holiday" and day.name}
    weekend = sum(day.day == "weekend" for day in counted.ledger)
    if weekend:
        found[_WEEKEND_DAYS] = weekend
    if found != example.working:
        told = ", ".join(f"{name}: {value}" for name, value in found.items()) or "nothing; leave `working` out"
        yield block.block.problem(f"the count skips other days than `working` says; it skips {told}", "working")
