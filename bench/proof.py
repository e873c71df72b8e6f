"""docs/about/proof.md from what is kept in bench/kept/: measures nothing, and gives the same page for the same files.

    python -m bench.proof

What each kept file proves, and what it does not, stands in bench/proved.py.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, TypeAlias

from bench.keeping import KEPT, commits, note_of
from bench.proved import PROVED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bench.proved import Check

_ROOT = Path(__file__).parents[1]
PAGE = _ROOT / "docs" / "about" / "proof.md"
_LONGEST = 40  # letters of a word that fits a narrow window
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

Under each check stands the commit that it was made with, and the code may have changed since. A run that finds something wrong is kept
only where faults are what is counted; otherwise the fault is mended and the check made again, and until then the page shows the last run
that found nothing, with its day.
"""
_LIMITS = """\
## What none of this shows {: #limits }

- That the guide is complete, or that we read a text rightly. [About this guide](index.md#provenance) says how we know what we say.
- That anybody outside the project has checked it. Nobody has yet.
- How it does on Windows, on a Mac or in Safari. All of this was measured on Linux, in Chromium and Firefox.

## Run it yourself {: #again }

Each command runs in a copy of the repository, after `python build.py setup --tests` and `python build.py`. Those that begin
`python -m bench` need `--bench` as well. A command writes down what it found, and `python -m bench.proof` makes this page
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
    parts = [_HEAD, *_at_a_glance(kept), _LIMITS]
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
    yield "| Check | Main figures, and the day |\n|---|---|"
    for group in PROVED:
        for check in group.checks:
            yield f"| [{check.title}](#{check.name}) | {_newest(check, kept.get(check.name))} |"
    yield ""


def _newest(check: Check, kept: Kept | None) -> str:
    """Return a check's main figures, the median of each if there are several runs, and the day of the newest."""
    if kept is None:
        return "Not yet measured"
    figures = {figure["what"]: figure for figure in kept["runs"][-1]["figures"]}
    told = []
    for what in check.main or list(figures)[:1]:
        if what not in figures:
            message = f"bench/kept/{check.name}.json has no figure '{what}', which bench/proved.py calls a main one"
            raise ValueError(message)
        values = _values(kept["runs"], what)
        told.append(f"{what}: {_said(median(values) if values else figures[what]['value'], figures[what]['unit'])}")
    return _cell(f"{_sentence('; '.join(told))} ({_day(kept['runs'][-1])})")


def _values(runs: list[Run], what: str) -> list[float]:
    """Return the numbers that the runs have for one figure, oldest first; none if it is said in words."""
    values = [figure["value"] for run in runs for figure in run["figures"] if figure["what"] == what]
    return [] if any(isinstance(value, str) for value in values) else values


def _section(check: Check, kept: Kept | None) -> str:
    """Return how a check is made and what it does not show, its figures, and how they were made."""
    said = f"### {check.title} {{: #{check.name} }}\n\n{check.how}\n\n"
    limit = f"It does not show {check.not_shown}\n"
    if kept is None:
        command = f"the command is `{check.command}`" if _exists(check.command) else "there is no command for it yet"
        return f"{said}Not yet measured; {command}. {limit}"
    return f"{said}{_table(check, kept['runs'])}\n\n{limit}\n{_made(kept)}\n"


def _exists(command: str) -> bool:
    """Return whether the module of a `python -m` command stands in this tree."""
    path = _ROOT.joinpath(*command.split()[2].split("."))
    return path.with_suffix(".py").is_file() or (path / "__main__.py").is_file()


def _table(check: Check, runs: list[Run]) -> str:
    """Return the figures of the newest run, each with the range over all runs if there are several."""
    figures = runs[-1]["figures"]
    shown = [figure for figure in figures if re.search(check.rows, figure["what"])]
    lines = [f"| What | {'Median, and lowest to highest' if len(runs) > 1 else 'Figure'} |", "|---|---|"]
    for figure in shown:
        note = note_of(figure["what"], runs)
        what = _sentence(figure["what"]) + (f" ({note})" if note else "")
        values = _values(runs, figure["what"])
        if len(values) > 1:
            spread = f"{_number(min(values))} to {_number(max(values))}"
            lines.append(f"| {_cell(what)} | {_said(median(values), figure['unit'])} ({spread}) |")
        else:
            lines.append(f"| {_cell(what)} | {_cell(_said(figure['value'], figure['unit']))} |")
    if left := len(figures) - len(shown):
        lines += ["", f"`bench/kept/{check.name}.json` has {left} more."]
    return "\n".join(lines)


def _made(kept: Kept) -> str:
    """Return by which command the figures were made, when, from which commit and on what."""
    runs, newest = kept["runs"], kept["runs"][-1]
    if len(runs) == 1:
        when = f"on {_day(newest)} at {_hour(newest)}"
    else:
        when = f"in {len(runs)} runs, on " + ", ".join(f"{_day(run)} at {_hour(run)}" for run in runs)
    of = commits(runs)
    load = ", ".join(str(run["load"]) for run in runs if run["load"] is not None)
    where = f"{newest['machine']}, Python {newest['python']}" + (f", load {load}" if load else "")
    named = "commit" if len(of) == 1 else "commits"
    return f"Measured by `{kept['command']}` {when} UTC; {named} {'; '.join(of)}; {where}."


def _said(value: float | str, unit: str) -> str:
    return f"{_number(value)} {unit}".strip()


def _number(value: float | str) -> str:
    """Return a number with thousands parted by commas, and as many places as tell something; of a hash its beginning."""
    if isinstance(value, str):
        return value if len(value) <= _LONGEST or " " in value else f"{value[:16]}…"
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
