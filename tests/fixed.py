"""The guide with figures that stay, for tests of behaviour: they type dates, and content/ may say another figure tomorrow.

The editions are the real ones, with the rules, clocks and calendars of fixed_figures.yml in place of their own; an edition or a
rule that came later is left out, and so are figures that were laid into this copy.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from calculators.records import Direction, Kind, Period, Reading, Unit
from calculators.register import BODIES, EDITIONS, EVENTS, FACTS, FIGURES, NATIONS, TOPICS
from stages.compiling import Tables, editions_table
from tests.by_hand.second_reading import read

if TYPE_CHECKING:
    from calculators.records import Edition, Rule
    from tests.by_hand.second_reading import Clock, Expected

_FIGURES = Path(__file__).with_name("fixed_figures.yml")
_REAL, _REAL_FIGURES = dict(EDITIONS), dict(FIGURES)
_INCLUDING = " from and including"


def use(*, real: bool, laid_in: bool = False) -> None:
    """Let the calculators in this process count with what the guide holds, or with figures that stay.

    `laid_in`: and with figures that somebody laid into this copy's content/figures/, which fill gaps.
    """
    for table, held in ((EDITIONS, _REAL if real else editions()), (FIGURES, _REAL_FIGURES if laid_in else {})):
        table.clear()
        table.update(held)  # type: ignore[arg-type] # each with its own


def table() -> str:
    """Return calculators/_editions.py as it would be with figures that stay."""
    checked = min(edition.checked for edition in editions().values())
    return editions_table(
        Tables(
            checked=checked, nations=NATIONS, topics=TOPICS, events=EVENTS, facts=FACTS, bodies=BODIES,
            editions=editions(), figures={},
        )
    )  # fmt: skip


@cache
def editions() -> dict[str, Edition]:
    """Return the editions by id, in their order."""
    figures = read(_FIGURES).editions
    held = {name: edition for name, edition in _REAL.items() if name in figures}
    newest = {edition.nation: edition.id for edition in sorted(held.values(), key=lambda each: each.in_force.start)}
    fixed = {}
    for name, edition in held.items():
        rules = tuple(
            _rule(rule, figures[name].rules[rule.id].says) for rule in edition.rules if rule.id in figures[name].rules
        )
        in_force = edition.in_force
        if newest[edition.nation] == name:
            in_force = replace(in_force, end=None, end_is=None)
        fixed[name] = replace(edition, rules=rules, calendar=figures[name].calendar, in_force=in_force)
    return fixed


def _rule(rule: Rule, says: Expected) -> Rule:
    """Return a rule with other clocks than its own, if they are others."""
    readings = tuple(_reading(rule, name, clock, says.kind) for name, clock in says.readings.items())
    if (rule.kind, rule.readings) == (says.kind, readings):
        return rule
    words = rule.words if readings else rule.words or "We looked, and hold no figure."
    return replace(rule, kind=Kind(says.kind), readings=readings, words=words)


def _reading(rule: Rule, name: str | None, clock: Clock, kind: str) -> Reading:
    """Return a reading of a rule, as its own of that name (or else its first) has the rest of it."""
    unit = clock.unit.removesuffix(_INCLUDING)
    clear = unit == "clear day"
    period = Period(length=abs(clock.length), unit=Unit.DAY if clear else Unit(unit), clear=clear)
    if clock.length == 0:
        direction = Direction.SAME_DAY
    elif kind in {Kind.RETENTION, Kind.LOOKBACK}:
        direction = Direction.KEPT if kind == Kind.RETENTION else Direction.WINDOW
    elif clock.unit.endswith(_INCLUDING):
        direction = Direction.FROM_AND_INCLUDING
    else:
        direction = Direction.AFTER if clock.length > 0 else Direction.BEFORE
    own = next((each for each in rule.readings if each.id == name), next(iter(rule.readings), None))
    if own is None:
        return Reading(id=name, period=period, direction=direction, event=clock.event, citation=rule.citation)
    return replace(own, id=name, period=period, direction=direction, event=clock.event)
