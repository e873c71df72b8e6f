"""Writes the tables of bench/README.md from the figures that are kept; the prose between them is written by hand.

    python -m bench.page

A table stands between `<!-- kept: NAME -->` and `<!-- kept: end -->` and says what bench/kept/NAME.json says. Figures whose
words have the form `column: row` make a grid if every row has every column, and a list otherwise. Of several runs the median
is shown, with the lowest and the highest.
"""

from __future__ import annotations

import json
import re
import statistics
from pathlib import Path
from typing import Any

from bench.keeping import KEPT, commits, note_of
from bench.rounds import rounded, say

README = Path(__file__).with_name("README.md")
_PLACE = re.compile(r"(<!-- kept: (?!end)([\w-]+) -->\n).*?(<!-- kept: end -->)", re.DOTALL)
_SPREAD = re.compile(r"(\S+ to \S+), \d+ turns")  # as bench.rounds writes it
_MOST_COLUMNS = 6


def page(text: str, kept: Path) -> str:
    """Return the page's text with each table as the file of its name in the folder `kept` has it."""
    return _PLACE.sub(lambda found: f"{found[1]}\n{_table(kept / f'{found[2]}.json')}\n\n{found[3]}", text)


def _table(file: Path) -> str:
    """Return what one kept file says: its figures, and where, when and at what load they were measured."""
    if not file.is_file():
        return "Not measured yet."
    runs: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["runs"]
    rows = [_across(figure, runs) for figure in runs[-1]["figures"]]
    return f"{_grid(rows) or _list(rows)}\n\n{_measured(runs)}"


def _across(figure: dict[str, Any], runs: list[dict[str, Any]]) -> tuple[str, str, str]:
    """Return one figure's words, its value over all runs that have it, and its note."""
    alike = [each for run in runs for each in run["figures"] if (each["what"], each["unit"]) == (figure["what"], figure["unit"])]  # fmt: skip
    values = [each["value"] for each in alike]
    if len(values) == 1 or any(isinstance(value, str) for value in values):
        return figure["what"], _with_unit(_said(figure["value"]), figure["unit"]), figure["note"]
    spread = f"{_said(min(values))} to {_said(max(values))} in {len(values)} runs"
    median = _with_unit(_said(statistics.median(values)), figure["unit"])
    return figure["what"], f"{median} ({spread})", note_of(figure["what"], runs)


def _said(value: float | str) -> str:
    return value if isinstance(value, str) else f"{rounded(value):,}"


def _with_unit(value: str, unit: str) -> str:
    return f"{value} {unit}" if unit else value


def _grid(rows: list[tuple[str, str, str]]) -> str:
    """Return a table with a column for what stands before the colon; nothing if the figures make no grid."""
    cells = {tuple(what.split(": ", 1)): _with_spread(value, note) for what, value, note in rows}
    if any(len(at) != 2 for at in cells):  # noqa: PLR2004 - column and row
        return ""
    columns, lines = (list(dict.fromkeys(at[place] for at in cells)) for place in (0, 1))
    if len(columns) < 2 or len(columns) > _MOST_COLUMNS or len(cells) != len(columns) * len(lines):  # noqa: PLR2004
        return ""
    head = ["", *columns]
    return _drawn(head, [[line, *(cells[column, line] for column in columns)] for line in lines])


def _with_spread(value: str, note: str) -> str:
    """Return a value with the lowest and the highest of its turns, unless it has those of several runs."""
    spread = _SPREAD.match(note)
    return f"{value} ({spread[1]})" if spread and "(" not in value else value


def _list(rows: list[tuple[str, str, str]]) -> str:
    """Return a table with a line for each figure, and its note where there is one."""
    if any(note for *_, note in rows):
        return _drawn(["", "measured", "note"], [list(row) for row in rows])
    return _drawn(["", "measured"], [list(row[:2]) for row in rows])


def _drawn(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |".replace("|  |", "| |") for line in lines)


def _measured(runs: list[dict[str, Any]]) -> str:
    """Return the sentence that says when, of which commit, on what and how busy."""
    last = runs[-1]
    loads = " and ".join(dict.fromkeys(str(run["load"]) for run in runs))
    when = last["at"] if len(runs) == 1 else f"{runs[0]['at']} to {last['at']}, {len(runs)} runs"
    of = commits(runs)
    return f"Measured {when}; {'commit' if len(of) == 1 else 'commits'} {'; '.join(of)}; Python {last['python']}; {last['machine']}; load {loads}."


def main() -> None:
    """Write the page."""
    README.write_text(page(README.read_text(encoding="utf-8"), KEPT), encoding="utf-8", newline="\n")
    say(f"{README} says what is kept")


if __name__ == "__main__":
    main()
