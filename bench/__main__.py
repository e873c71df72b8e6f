"""Runs all measurements, or those that are named, and writes the page of results, bench/README.md.

    python -m bench                   everything; says at the start how long it takes
    python -m bench plans memory      these parts alone
    python -m bench --list            the parts, and the minutes that each takes on a quiet machine with two processors

Each part keeps its figures in bench/kept/, and the page is written from there (`python -m bench.page`). A part that fails
keeps nothing, the rest goes on, and the command ends with an error that names it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench import page
from bench.rounds import say

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Part:
    """A measurement: its minutes on a quiet machine, and whether it looks at the built site."""

    minutes: int
    site: bool = False


PARTS = {
    "working_day_arithmetic": Part(2),
    "plans": Part(15),
    "build_time": Part(3),
    "growth": Part(40),
    "readability": Part(1),
    "after_material": Part(2),
    "recalculation": Part(1, site=True),
    "page_weight": Part(4, site=True),
    "memory": Part(2, site=True),
    "open_to_answer": Part(5, site=True),
    "peers": Part(5, site=True),
}


def arguments(given: list[str]) -> list[str]:
    """Return the parts that were asked for, in the order in which they run."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART", help=", ".join(PARTS))
    asked.add_argument("--list", action="store_true", help="say the parts and their minutes, and measure nothing")
    told = asked.parse_args(given)
    if told.list:
        for name, part in PARTS.items():
            say(f"{name:24} {part.minutes:3} min")
        raise SystemExit(0)
    return [name for name in PARTS if name in told.parts or not told.parts]


def main(given: list[str]) -> None:
    """Run the parts, one process each, and write the page."""
    parts = arguments(given)
    say(f"{', '.join(parts)}: about {sum(PARTS[name].minutes for name in parts)} minutes on a quiet machine")
    commands = {name: ["-m", f"bench.{name}"] for name in parts}
    if any(PARTS[name].site for name in parts):
        commands = {"the site": ["build.py"]} | commands
    failed = []
    for name, command in commands.items():
        say(f"\n== {name}")
        if subprocess.run([sys.executable, *command], cwd=ROOT, check=False).returncode:  # noqa: S603 - our own
            failed.append(name)
    page.main()
    if failed:
        sys.exit(f"not measured: {', '.join(failed)}")


if __name__ == "__main__":
    main(sys.argv[1:])
