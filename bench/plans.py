"""Plans a second with and without the day-by-day counts, and how a table of 100,000 cases fares against one of 1,000.

    python -m bench.plans [--rounds 15] [--tables 3] [--few 1000] [--many 100000]

England's edition of 2023 with every event given. The door: a question in JSON, an answer in JSON with every count.
Batch: the same plan as a row for each rule, without counts. The table goes through the command line as a person runs
it, in a process of its own, from a file to nowhere; rows are rows of the table, a case each.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from bench.keeping import command, keep
from bench.rounds import median_of, ratios, say, turns
from calculators.answer import answer
from calculators.batch import batch
from calculators.counting import Case, plan
from calculators.register import EVENTS as EVENTS_HELD
from calculators.register import calendar, edition
from calculators.typed import from_iso

if TYPE_CHECKING:
    from bench.keeping import Figure

ROOT = Path(__file__).parents[1]
EDITION = "england/child-safeguarding-practice-review-2023"
HELD = edition(EDITION)
CALENDAR = calendar(HELD.calendar)
DAY = "2026-01-12"
EVENTS = {reading.event: DAY for rule in HELD.rules for reading in rule.readings}
QUESTION = {"ask": "plan", "edition": EDITION, "events": EVENTS, "today": "2026-01-20"}
HEADER = ",".join(["case", "edition", *EVENTS]) + "\n"
ROW = ",".join(["A1", EDITION, *EVENTS.values()]) + "\n"
CASE = Case(events={event: from_iso(day, label="", field="") for event, day in EVENTS.items()})
IN_BATCH = 20  # cases at a time, so that the header is not what is measured
BYTES_OF_RSS = 1 if sys.platform == "darwin" else 1024


def plans(rounds: int) -> list[Figure]:
    """Return plans a second by each way, and their ratio to the door, round by round."""
    asked = json.dumps(QUESTION)
    table = [HEADER, *repeat(ROW, IN_BATCH)]
    found = turns(
        {
            "door, JSON with counts": lambda: answer(asked),
            "batch rows, no counts": lambda: list(batch(table)),
            "plan alone, in Python": lambda: plan(HELD, CASE, calendar=CALENDAR, vocabulary=EVENTS_HELD),
        },
        rounds=rounds,
    )
    found["batch rows, no counts"] = [seconds / IN_BATCH for seconds in found["batch rows, no counts"]]
    door = found["door, JSON with counts"]
    size = f"{len(HELD.rules)} rules, {len(EVENTS)} events, {len(answer(asked)):,} characters of answer"
    told = []
    for name, taken in found.items():
        note = size if taken is door else ""
        told.append(median_of(f"plans, {name}", [1 / seconds for seconds in taken], "a second", note))
        if taken is not door:
            told.append(median_of(f"plans, {name}, times the door", ratios(door, taken)))
    return told


def run(table: Path) -> tuple[float, float]:
    """Send a table through the command line and return the seconds taken and the most memory held, in MB."""
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "calculators", "batch", str(table)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"the table of {table.name} ended with exit code {process.returncode}")
    return time.perf_counter() - began, used.ru_maxrss * BYTES_OF_RSS / 1e6


def throughput(few: int, many: int, *, rounds: int) -> list[Figure]:
    """Return rows a second and peak memory of a short and a long table, and the ratio of the long to the short."""
    found: dict[int, list[tuple[float, float]]] = {few: [], many: []}
    with tempfile.TemporaryDirectory() as folder:
        for rows in found:
            with (Path(folder) / str(rows)).open("w", encoding="utf-8") as table:
                table.write(HEADER)
                table.writelines(repeat(ROW, rows))
        for _ in range(rounds):
            for rows, runs in found.items():
                runs.append(run(Path(folder) / str(rows)))
    told = []
    for rows, runs in found.items():
        speeds, peaks = [rows / seconds for seconds, _ in runs], [peak for _, peak in runs]
        told += [
            median_of(f"batch of {rows:,} cases, rows", speeds, "a second"),
            median_of(f"batch of {rows:,} cases, most memory", peaks, "MB"),
        ]
    faster = [(many / slow) / (few / quick) for (quick, _), (slow, _) in zip(found[few], found[many], strict=True)]
    larger = ratios([peak for _, peak in found[many]], [peak for _, peak in found[few]])
    return [
        *told,
        median_of(f"batch, speed with {many:,} cases, times that with {few:,}", faster),
        median_of(f"batch, memory with {many:,} cases, times that with {few:,}", larger),
    ]


def main() -> None:
    """Measure, print and keep."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=15, help="of plans (default 15)")
    asked.add_argument("--tables", type=int, default=3, help="runs of each table (default 3)")
    asked.add_argument("--few", type=int, default=1_000)
    asked.add_argument("--many", type=int, default=100_000)
    given = asked.parse_args()
    told = [*plans(given.rounds), *throughput(given.few, given.many, rounds=given.tables)]
    for figure in told:
        say(f"{figure.what:60} {figure.value:>10} {figure.unit:9} {figure.note}")
    keep("plans", command("bench.plans"), told, runs=3)


if __name__ == "__main__":
    main()
