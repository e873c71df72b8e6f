"""docs/about/proof.md from what is kept in bench/kept/: measures nothing, and gives the same page for the same files.

    python -m bench.proof

What each kept file proves, and what it does not, stands in bench/proved.py.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, TypeAlias

from bench.keeping import KEPT
from bench.proved import PROVED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bench.proved import Check

PAGE = Path(__file__).parents[1] / "docs" / "about" / "proof.md"
Run: TypeAlias = "dict[str, Any]"
Kept: TypeAlias = "dict[str, Any]"
_HEAD = """\
---
# Written by `python -m bench.proof` from bench/kept/ and bench/proved.py: write there, not here.
search:
  boost: 0.3
---
# Proof

For whoever must decide whether to rely on this guide, and doubts it. The page says what was checked, against what, how much of it and
when; and what each check does not show. No figure was typed: the command that measured it also wrote it down.

## What none of this shows {: #limits }

- That the guide is complete, or that we read a text rightly. [About this guide](index.md#provenance) says how we know what we say.
- That anybody outside the project has checked it. Nobody has yet.
- How it does on Windows, on a Mac or in Safari. All of this was measured on Linux, in Chromium and Firefox.

## Run it yourself {: #again }

Each command runs in a copy of the repository, after `python build.py setup --tests` and `python build.py`. Those of
[the last part](#speed) need `--bench` as well. A command writes down what it found, and `python -m bench.proof` makes this page
of it. [Check this copy](self-check.md) works the guide's examples again in your own browser, with nothing to install.
"""


def page(kept: Mapping[str, Kept]) -> str:
    """Return the page, from the kept files by name.

    Raises ValueError if a file's name is none that bench/proved.py has, or if its main figure is missing.
    """
    known = {check.name for group in PROVED for check in group.checks}
    if unknown := sorted(kept.keys() - known):
        message = f"bench/kept/{unknown[0]}.json: say in bench/proved.py what it shows and what it does not"
        raise ValueError(message)
    parts = [_HEAD, *_at_a_glance(kept)]
    for group in PROVED:
        parts.append(f"## {group.title} {{: #{group.id} }}\n")
        parts += [_section(check, kept.get(check.name)) for check in group.checks]
    return "\n".join(parts)


def kept_files() -> dict[str, Kept]:
    """Return every file of bench/kept/ by its name without `.json`."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(KEPT.glob("*.json"))}


def _at_a_glance(kept: Mapping[str, Kept]) -> Iterator[str]:
    """Yield a line for each check: its main figure, and when it was last run."""
    yield "## At a glance {: #runs }\n"
    yield "| Check | Main figure | Last run |\n|---|---|---|"
    for group in PROVED:
        for check in group.checks:
            yield f"| [{check.title}](#{check.name}) | {' | '.join(_newest(check, kept.get(check.name)))} |"
    yield ""


def _newest(check: Check, kept: Kept | None) -> tuple[str, str]:
    """Return a check's main figure, the median of it if there are several, and the day of its newest run."""
    if kept is None:
        return "not yet measured", "–"
    newest = kept["runs"][-1]
    main = next((figure for figure in newest["figures"] if check.main in {None, figure["what"]}), None)
    if main is None:
        message = f"bench/kept/{check.name}.json has no figure '{check.main}', which bench/proved.py calls the main one"
        raise ValueError(message)
    values = [figure["value"] for run in kept["runs"] for figure in run["figures"] if figure["what"] == main["what"]]
    value = main["value"] if isinstance(main["value"], str) else median(values)
    return _cell(f"{_sentence(main['what'])}: {_said(value, main['unit'])}"), _day(newest)


def _section(check: Check, kept: Kept | None) -> str:
    """Return how a check is made and what it does not show, its figures, and how they were made."""
    said = f"### {check.title} {{: #{check.name} }}\n\n{check.how}\n\n"
    limit = f"It does not show {check.not_shown}\n"
    if kept is None:
        return f"{said}Not yet measured; the command is `{check.command}`. {limit}"
    return f"{said}{_table(kept['runs'])}\n\n{limit}\n{_made(kept)}\n"


def _table(runs: list[Run]) -> str:
    """Return the figures of the newest run, each with the range over all runs if there are several."""
    before: dict[str, list[float]] = defaultdict(list)
    for run in runs:
        for figure in run["figures"]:
            if isinstance(figure["value"], int | float):
                before[figure["what"]].append(figure["value"])
    several = len(runs) > 1
    head = ("What", "Median", "Lowest to highest") if several else ("What", "Figure")
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    for figure in runs[-1]["figures"]:
        values = before[figure["what"]]
        note = f" ({figure['note']})" if figure["note"] else ""
        cells = [f"{_sentence(figure['what'])}{note}"]
        if several and values:
            cells += [_said(median(values), figure["unit"]), f"{_number(min(values))} to {_number(max(values))}"]
        else:
            cells += [_said(figure["value"], figure["unit"])] + [""] * several
        lines.append(f"| {' | '.join(map(_cell, cells))} |")
    return "\n".join(lines)


def _made(kept: Kept) -> str:
    """Return by which command the figures were made, when, from which commit and on what."""
    runs, newest = kept["runs"], kept["runs"][-1]
    if len(runs) == 1:
        when = f"on {_day(newest)} at {_hour(newest)}"
    else:
        when = f"in {len(runs)} runs, on " + ", ".join(f"{_day(run)} at {_hour(run)}" for run in runs)
    commits = list(
        dict.fromkeys(
            f"`{run['commit']}`" + ("" if run["clean"] else " with changes not yet committed") for run in runs
        )
    )
    load = ", ".join(str(run["load"]) for run in runs if run["load"] is not None)
    where = f"{newest['machine']}, Python {newest['python']}" + (f", load {load}" if load else "")
    named = "commit" if len(commits) == 1 else "commits"
    return f"Measured by `{kept['command']}` {when} UTC; {named} {'; '.join(commits)}; {where}."


def _said(value: float | str, unit: str) -> str:
    return f"{_number(value)} {unit}".strip()


def _number(value: float | str) -> str:
    """Return a number with thousands parted by commas, and as many places as tell something."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) or value.is_integer() or abs(value) >= 100:  # noqa: PLR2004 - three figures tell enough
        return f"{value:,.0f}"
    if abs(value) >= 10:  # noqa: PLR2004 - as above
        return f"{value:.1f}"
    return f"{value:.2f}" if abs(value) >= 0.1 else f"{value:.2g}"  # noqa: PLR2004 - two of the rest


def _day(run: Run) -> str:
    day = _at(run)
    return f"{day.day} {day:%B %Y}"


def _hour(run: Run) -> str:
    return f"{_at(run):%H:%M}"


def _at(run: Run) -> dt.datetime:
    return dt.datetime.strptime(run["at"], "%Y-%m-%dT%H:%MZ").replace(tzinfo=dt.UTC)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(kept_files()), encoding="utf-8")
    sys.stdout.write(f"Wrote {PAGE}\n")


if __name__ == "__main__":
    main()
