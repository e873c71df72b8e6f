"""A case as it grows and shrinks: dates, facts and days done given and taken back, saved and opened between, in any order.

Whatever happened before, the plan is the one of what stands in the case now; and opening what was just saved moves nothing.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from calculators.records import Kind
from calculators.register import EDITIONS, EVENTS, FACTS
from tests.door import ask

TODAY = "2026-11-28"
days = st.dates(date(2014, 1, 1), date(2030, 12, 31)).map(date.isoformat)
choices = st.integers(0, 1_000)


class Case(RuleBasedStateMachine):
    """A case of one edition, what is given of it kept here apart, and as the last file that was opened has it."""

    def __init__(self) -> None:
        super().__init__()
        self.given: dict[str, Any] = {"events": {}, "facts": {}, "done": {}, "closed": []}
        self.edition = ""

    @initialize(edition=st.sampled_from(sorted(EDITIONS)))
    def begin(self, edition: str) -> None:
        """Choose the edition."""
        self.edition = edition
        rules = EDITIONS[edition].rules
        self.acts = [each.id for each in rules if each.kind not in {Kind.RETENTION, Kind.LOOKBACK}]

    @rule(event=st.sampled_from(sorted(EVENTS)), day=days)
    def give(self, event: str, day: str) -> None:
        """Give an event's date, or give it anew; that date alone then takes part."""
        self.given["events"][event] = day

    @rule(fact=st.sampled_from(sorted(FACTS)), value=st.sampled_from(("yes", "no", "unknown")))
    def say(self, fact: str, value: str) -> None:
        """Answer a question; an answer that is unknown is as if none had been given."""
        self.given["facts"][fact] = value
        if value == "unknown":
            told = self.plan()
            del self.given["facts"][fact]
            assert self.plan()["dates"] == told["dates"]

    @rule(number=choices, day=days)
    def do(self, number: int, day: str) -> None:
        """Say that an act was done; it then applies, whatever was said of the child."""
        act = self.acts[number % len(self.acts)]
        self.given["done"][act] = day
        (line,) = (each for each in self.plan()["dates"] if each["rule"] == act)
        assert line["applies"] != "no"
        assert line["done"]["date"] == day

    @rule(day=days)
    def close(self, day: str) -> None:
        """Add a closed day."""
        if day not in self.given["closed"]:
            self.given["closed"].append(day)

    @rule(part=st.sampled_from(("events", "facts", "done")), number=choices)
    def take_back(self, part: str, number: int) -> None:
        """Take something back and give it again: the plan is the one before."""
        held = self.given[part]
        if held:
            before = self.plan()
            name = sorted(held)[number % len(held)]
            value = held.pop(name)
            self.plan()
            held[name] = value
            assert self.plan() == before

    @rule(number=choices)
    def drop(self, number: int) -> None:
        """Take a date away for good: no date that is left leans on it."""
        events = self.given["events"]
        if events:
            name = sorted(events)[number % len(events)]
            del events[name]
            leaning = [line for line in self.plan()["dates"] if line["due"] and line["event"]["id"] == name]
            assert leaning == []

    @rule()
    def save_and_open(self) -> None:
        """Save the case and open it: it moves nothing, and what it holds goes on."""
        before = self.plan()
        saved = json.loads(self.plan(**{"as": "case"})["file"]["text"])
        opened = ask(ask="moved", today=TODAY, case=saved)
        assert opened["moved"] == []
        assert opened["dates"] == before["dates"]
        self.given = {part: saved[part] for part in self.given}

    @invariant()
    def the_plan_is_of_what_stands_now(self) -> None:
        """Ask afresh, the other way round: the answer is the same."""
        if self.edition:
            turned = {part: _turned(held) for part, held in reversed(self.given.items())}
            assert ask(**turned, today=TODAY, edition=self.edition, ask="plan") == self.plan()

    def plan(self, **more: object) -> Any:  # noqa: ANN401 - an answer
        """Return the plan of what is given."""
        return ask(ask="plan", edition=self.edition, today=TODAY, **self.given, **more)


def _turned(held: dict[str, str] | list[str]) -> object:
    """Return what is given in the other order."""
    return dict(reversed(held.items())) if isinstance(held, dict) else held[::-1]


Case.TestCase.settings = settings(max_examples=12, stateful_step_count=15)
TestCase = Case.TestCase
