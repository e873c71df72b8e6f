"""A plan's rules whose gap a supplied figure fills, that were done, or that do not apply."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from calculators.counting.planner import Case, Planned, plan, with_figure
from calculators.records import Direction, Duty, Figure, Is, Kind, Period, Rule, Supplied, Unit
from calculators.register import CALENDARS, EVENTS
from tests.invented import edition, reading, rule

ENGLAND = CALENDARS["england-and-wales"]
AWARE = date(2026, 6, 11)  # a Thursday
GAP = rule(kind=Kind.GAP, event="incident")
HANGING = replace(rule(reading()), applies=Is("abuse-or-neglect"))
SUPPLIED = Supplied(by="A. Reader", role="partnership", read_on="2026-01-05", source="Our copy", place="page 9")


def figure(direction: Direction = Direction.AFTER, duty: Duty | None = None) -> Figure:
    """Return 10 days, supplied for the invented rule's gap."""
    period = Period(length=10, unit=Unit.DAY)
    return Figure(fills="a-rule", reading=reading(period=period, direction=direction), duty=duty, supplied=SUPPLIED)


def only(rule: Rule, case: Case) -> Planned:
    """Return the one line of a plan with one rule."""
    (found,) = plan(edition(rule), case, calendar=ENGLAND, vocabulary=EVENTS)
    return found


@pytest.mark.parametrize(
    ("direction", "kind", "due"),
    [
        pytest.param(Direction.AFTER, Kind.DEADLINE, "2026-06-21", id="a time limit"),
        pytest.param(Direction.BEFORE, Kind.DEADLINE, "2026-06-01", id="a time limit before an event"),
        pytest.param(Direction.KEPT, Kind.RETENTION, "2026-06-21", id="for how long to keep something"),
        pytest.param(Direction.WINDOW, Kind.LOOKBACK, "2026-06-01", id="how far back to look"),
    ],
)
def test_a_supplied_figure_fills_a_gap(direction: Direction, kind: Kind, due: str) -> None:
    """10 days from 11 June 2026, as whatever kind of figure it is; the rule keeps its words and says who supplied it."""
    found = only(GAP, Case(events={"incident": AWARE}, figures={"a-rule": figure(direction)}))
    assert found.shown
    assert found.shown.counted
    assert (found.state, found.settled, found.shown.counted.due.isoformat()) == ("due", True, due)
    assert (found.rule.kind, found.rule.action, found.rule.who) == (kind, GAP.action, GAP.who)
    assert (found.applies, found.done, found.supplied) == (True, None, SUPPLIED)


def test_a_figure_fills_no_other_gap() -> None:
    """A figure for another rule leaves this one as it is."""
    found = only(GAP, Case(events={"incident": AWARE}, figures={"another": figure()}))
    assert found == Planned(GAP, "no-number", settled=False)


@pytest.mark.parametrize(
    ("act", "limit", "kept"),
    [
        pytest.param(Duty.MUST, Duty.SHOULD, Duty.SHOULD, id="a limit of another force than the act's"),
        pytest.param(Duty.MUST, Duty.MUST, None, id="of the same force: said once, with the act"),
        pytest.param(Duty.MUST, None, None, id="of no force that was said"),
    ],
)
def test_the_force_of_a_supplied_limit(act: Duty, limit: Duty | None, kept: Duty | None) -> None:
    """The duty to act stays the rule's own."""
    found = with_figure(replace(GAP, duty=act), figure(duty=limit))
    assert (found.duty, found.time_duty, found.readings) == (act, kept, (figure().reading,))


@pytest.mark.parametrize(
    ("facts", "done", "applies"),
    [
        pytest.param({"abuse-or-neglect": True}, None, True, id="it applies"),
        pytest.param({"abuse-or-neglect": False}, None, False, id="it does not"),
        pytest.param({}, None, None, id="not known"),
        pytest.param({"abuse-or-neglect": True}, AWARE, True, id="it applies, and was done"),
        pytest.param({"abuse-or-neglect": False}, AWARE, True, id="what was done is never said not to apply"),
        pytest.param({}, AWARE, None, id="that it was done makes nothing known"),
    ],
)  # fmt: skip
def test_what_was_done(facts: dict[str, bool], done: date | None, *, applies: bool | None) -> None:
    """The day on which it was done stands with the rule, whether it applies or not."""
    found = only(HANGING, Case(events={}, facts=facts, done={"a-rule": done} if done else {}))
    assert found.applies is applies
    assert (found.done, found.supplied) == (done, None)


def test_a_rule_that_hangs_on_nothing_was_done() -> None:
    """It applies, and has its day."""
    found = only(rule(reading()), Case(events={"incident": AWARE}, done={"a-rule": AWARE}))
    assert (found.applies, found.done) == (True, AWARE)
