"""Measured figures kept as they were made: one file in bench/kept/ for each command, from which pages of figures are written.

A file holds `name`, `command` and `runs`, oldest first. A run says its `at` (UTC, to the minute), `commit`, `clean` (whether
the tree was that commit's), `python`, `machine`, `load` (of the last minute, when the run was kept) and its `figures`: what
was measured, its value, its unit.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

KEPT = Path(__file__).parent / "kept"
_ROOT = Path(__file__).parents[1]
# By the commands that keep figures: with these changed, the code is still the commit's.
_WRITTEN = ("bench/kept", "bench/README.md", "docs/about/proof.md")


@dataclass(frozen=True)
class Figure:
    """One measured value: `what` it is in words that need no other line, its `unit` in the plural or empty, and a `note`."""

    what: str
    value: float | str
    unit: str = ""
    note: str = ""


def command(module: str) -> str:
    """Return the command that started `module`, with what it was given."""
    return " ".join(["python -m", module, *sys.argv[1:]])


def commits(runs: Sequence[dict[str, Any]]) -> list[str]:
    """Return of which commits some kept runs were, each once, in Markdown."""
    found = (f"`{run['commit']}`{'' if run['clean'] else ' with changes not yet committed'}" for run in runs)
    return list(dict.fromkeys(found))


def note_of(what: str, runs: Sequence[dict[str, Any]]) -> str:
    """Return the note of a figure, or nothing where several runs have different ones: each is of its own run."""
    notes = {figure["note"] for run in runs for figure in run["figures"] if figure["what"] == what}
    return notes.pop() if len(notes) == 1 else ""


def keep(name: str, ran: str, figures: Sequence[Figure], *, runs: int = 1) -> Path:
    """Keep what this run of the command `ran` measured as bench/kept/`name`.json, beside the newest `runs` - 1 before it.

    Returns the file's path. Raises ValueError if nothing was measured.
    """
    if not figures:
        message = f"{ran}: a run that measured nothing is not kept"
        raise ValueError(message)
    path = KEPT / f"{name}.json"
    before = json.loads(path.read_text(encoding="utf-8"))["runs"] if path.exists() and runs > 1 else []
    run = {**_where(), "figures": [asdict(figure) for figure in figures]}
    kept = {"name": name, "command": ran, "runs": [*before, run][-runs:]}
    KEPT.mkdir(exist_ok=True)
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _where() -> dict[str, Any]:
    return {
        "at": dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%MZ"),
        "commit": _git("rev-parse", "--short=10", "HEAD"),
        "clean": not _git("status", "--porcelain", "--", ".", *(f":!{written}" for written in _WRITTEN)),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
    }


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=_ROOT, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603, S607
