"""Questions to the calculators, the same for the same seed: most valid, some not, of every kind that the page asks."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from calculators.records import Kind, Unit
from calculators.register import CALENDARS, EDITIONS, EVENTS, FACTS, NATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def questions(number: int, seed: int) -> Iterator[str]:
    """Yield so many questions as text."""
    asker = _Asker(seed)
    for _ in range(number):
        yield asker.question()


class _Asker:
    """Makes up questions from a seed: three in four can be answered, the rest are wrong somewhere."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - the same questions each time is what is wanted
        self.kinds: tuple[Callable[[], dict[str, Any]], ...] = (
            self.plan, self.plan, self.plan, self.criteria, self.criteria, self.workdays, self.period, self.editions,
            self.nations, self.moved, self.cases, self.table, self.cells,
        )  # fmt: skip

    def question(self) -> str:
        """Return a question as text; now and then one that is no question at all."""
        if self.chance.random() < 0.01:
            return self.chance.choice(
                ["", "null", "[]", '"plan"', "{", '{"ask": "plan", "ask": "plan"}', "\ud800", "[" * 100_000]
            )
        asked = self.chance.choice(self.kinds)()
        if self.chance.random() < 0.2:
            self.spoil(asked)
        return json.dumps(asked, ensure_ascii=self.chance.random() < 0.5)

    def spoil(self, asked: dict[str, Any]) -> None:
        """Put something wrong into a question, or take something out."""
        key = self.chance.choice(list(asked))
        wrong: tuple[object, ...] = (
            None,
            "",
            "2026-02-30",
            "\uff12\uff10\uff12\uff16-04-02",
            "=1+1",
            7,
            -1,
            1.5,
            True,
            [],
            {},
            ["x"],
            {"incident": "soon"},
            "engl",
            "\u0000\u2028",
            "Môn",
        )
        asked[key] = self.chance.choice(wrong)
        if self.chance.random() < 0.2:
            del asked[key]

    def day(self) -> str:
        """Return a date for which bank holidays are held; now and then one near the edge of those, or beyond."""
        first, last = (
            (date(2000, 1, 1), date(2050, 12, 31))
            if self.chance.random() < 0.3
            else (date(2012, 1, 1), date(2028, 12, 31))
        )
        if self.chance.random() < 0.03:
            return self.chance.choice(
                ["1999-12-31", "2000-01-01", "2000-02-29", "2050-12-30", "2050-12-31", "2051-01-01"]
            )
        return (first + timedelta(days=self.chance.randint(0, (last - first).days))).isoformat()

    def typed_day(self) -> Any:  # noqa: ANN401 - JSON
        """Return a date as text, or as the form types it."""
        day = self.day()
        if self.chance.random() < 0.95:
            return day
        year, month, number = day.split("-")
        return {
            "day": number,
            "month": self.chance.choice([month, month.lstrip("0"), "Feb", "march", "Ju", ""]),
            "year": year,
        }

    def some(self, names: list[str]) -> list[str]:
        """Return some of these names, in an order of their own."""
        return self.chance.sample(names, self.chance.randint(0, len(names)))

    def plan(self) -> dict[str, Any]:
        """Ask what is due when, with closed days, a day to reckon from, figures of the reader's own, a file."""
        edition = self.chance.choice(list(EDITIONS))
        used = sorted({reading.event for rule in EDITIONS[edition].rules for reading in rule.readings})
        asked: dict[str, Any] = {
            "ask": "plan",
            "edition": edition,
            "events": {
                event: self.typed_day() for event in self.some(used if self.chance.random() < 0.8 else list(EVENTS))
            },
        }
        self.add_what_is_known(asked)
        if self.chance.random() < 0.2:
            asked["closed"] = [self.day() for _ in range(self.chance.randint(0, 6))]
        if self.chance.random() < 0.3:
            asked["today"] = self.typed_day()
        if self.chance.random() < 0.1:
            asked["own"] = [self.own() for _ in range(self.chance.randint(0, 3))]
        if self.chance.random() < 0.2:
            asked["reference"] = self.chance.choice(["CR-17", "Môn 3/2026", "=SUM(A1)", " ", "x" * 61, "two\nlines"])
        if self.chance.random() < 0.15:
            asked["as"] = self.chance.choice(["csv", "text", "case", "summary", "row", "pdf"])
        rules = [rule.id for rule in EDITIONS[edition].rules]
        if self.chance.random() < 0.1:
            asked["rule"] = self.chance.choice([*rules, "notify-pannel"])
        elif self.chance.random() < 0.1:
            asked["rows"] = self.some(rules)
        if self.chance.random() < 0.1:
            asked["figures"] = [self.figures_file(edition)]
        return asked

    def figures_file(self, edition: str) -> dict[str, Any]:
        """Return a figures file for an edition: what it fills may be a gap, or a rule that has its figure."""
        fills = self.some([rule.id for rule in EDITIONS[edition].rules])
        return {
            "format": 1, "kind": "figures", "edition": edition, "supplied_by": "Môn", "role": "chair", "read_on": self.day(),
            "source": "our copy", "figures": [{"fills": rule, "duty": "must", **self.own()} for rule in fills],
        }  # fmt: skip

    def add_what_is_known(self, asked: dict[str, Any]) -> None:
        """Add what is known of the child and what has been done, to some questions."""
        rules = EDITIONS[asked["edition"]].rules
        if self.chance.random() < 0.6:
            asked["facts"] = self.facts()
        if self.chance.random() < 0.2:
            acts = [rule.id for rule in rules if rule.kind not in {Kind.RETENTION, Kind.LOOKBACK}]
            asked["done"] = {
                act: self.typed_day() for act in self.chance.sample(acts, self.chance.randint(0, min(3, len(acts))))
            }
        if self.chance.random() < 0.1:
            asked["notes"] = self.chance.choice(["", "The inquest may delay it.\nAsk again.", "Môn"])
        if self.chance.random() < 0.2:
            asked["tests"] = True

    def own(self) -> dict[str, str]:
        """Return a figure of the reader's own."""
        return {
            "length": self.chance.choice(["1", "5", "20", "1000", "0", "1001", "five"]),
            "unit": self.chance.choice([*Unit, "fortnight"]),
            "runs": self.chance.choice(["after", "before", "during"]),
            "event": self.chance.choice([*EVENTS, "incidnet"]),
            "place": self.chance.choice(["paragraph 12", "§ 4", ""]),
            "action": self.chance.choice(["", "Send the report", "+1"]),
        }

    def criteria(self) -> dict[str, Any]:
        """Ask whether a test is met."""
        edition = self.chance.choice([one for one in EDITIONS.values() if one.tests])
        test = self.chance.choice(edition.tests)
        return {"ask": "criteria", "edition": edition.id, "test": test.id, "facts": self.facts(), **self.record()}

    def record(self) -> dict[str, str]:
        """Return what is asked for the record of a decision, if it is."""
        return {"as": "text", "today": self.day(), "reference": "CR-17"} if self.chance.random() < 0.2 else {}

    def facts(self) -> dict[str, str]:
        """Return some facts, answered."""
        return {fact: self.chance.choice(["yes", "no", "unknown"]) for fact in self.some(list(FACTS))}

    def nations(self) -> dict[str, Any]:
        """Put the same facts to all nations."""
        return {"ask": "nations", "on": self.day(), "facts": self.facts(), **self.record()}

    def moved(self) -> dict[str, Any]:
        """Ask what moved since a case was saved, in which some dates, all of them or none stand as they would have."""
        return {"ask": "moved", "case": self.case_file()}

    def case_file(self) -> dict[str, Any]:
        """Return a case file."""
        edition = self.chance.choice(list(EDITIONS.values()))
        used = sorted({reading.event for rule in edition.rules for reading in rule.readings})
        return {
            "format": 1, "kind": "case", "saved": self.day(), "release": "0", "content": "0", "reference": "CR-17",
            "edition": edition.id, "facts": self.facts(), "events": {event: self.day() for event in self.some(used)},
            "done": {}, "closed": [], "figures": None, "notes": "",
            "answered": {rule: self.day() for rule in self.some([rule.id for rule in edition.rules])},
        }  # fmt: skip

    def cases(self) -> dict[str, Any]:
        """Ask what is due next in case files and in rows of a table."""
        columns = ["case", "edition", *self.some(list(EVENTS)), *self.some(list(FACTS))]
        return {
            "ask": "cases",
            "today": self.day(),
            "cases": [json.dumps(self.case_file()) for _ in range(self.chance.randint(0, 2))],
            "columns": columns,
            "rows": [{"line": line, "cells": self.cells_of(columns)} for line in range(2, self.chance.randint(2, 5))],
        }

    def cells_of(self, columns: list[str]) -> list[str]:
        """Return a row of a table: a date for each event, a word for each fact, some of them left empty."""
        told = {"case": "CR-17", "edition": self.chance.choice([*EDITIONS, "England 2023"]), **self.facts()}
        return [
            self.chance.choice(["", told.get(column) or self.day()]) if n > 1 else told[column]
            for n, column in enumerate(columns)
        ]

    def table(self) -> dict[str, Any]:
        """Ask what the rows of a table are."""
        columns = ["case", "edition", *self.some(list(EVENTS))]
        lines = [columns, *(self.cells_of(columns) for _ in range(self.chance.randint(0, 3)))]
        return {
            "ask": "table",
            "text": self.chance.choice(["\n", "\r\n"]).join(
                self.chance.choice([",", ",", ";"]).join(line) for line in lines
            ),
        }

    def cells(self) -> dict[str, Any]:
        """Ask for a table of these cells as a file."""
        return {
            "ask": "cells",
            "name": self.chance.choice(["days", "Môn", ""]),
            "rows": [["day", "=1+1"], [self.day(), "a, b"]],
        }

    def workdays(self) -> dict[str, Any]:
        """Ask for working days on, back or between."""
        number = str(self.chance.choice([0, 1, 5, 15, 250, 10_000, 10_001]))
        between = {"from": self.day(), "until": self.day()}
        rest = self.chance.choice(
            [{"from": self.day(), "add": number}, {"before": self.day(), "back": number}, between]
        )
        return {"ask": "workdays", "calendar": self.chance.choice(list(CALENDARS)), **rest}

    def period(self) -> dict[str, Any]:
        """Ask what one length of time comes to."""
        return {
            "ask": "period",
            "calendar": self.chance.choice(list(CALENDARS)),
            "length": str(self.chance.choice([1, 2, 7, 12, 90, 1000, 0, 1001])),
            "unit": self.chance.choice([*Unit, "moon"]),
            "runs": self.chance.choice(["after", "before", "kept", "window", "since"]),
            "from": self.typed_day(),
        }

    def editions(self) -> dict[str, Any]:
        """Ask what is held and which governs."""
        return {
            "ask": "editions",
            "nation": self.chance.choice([*NATIONS, None, "mercia"]),
            "on": self.chance.choice([self.day(), None]),
        }
