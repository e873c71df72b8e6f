"""Reads content/figures/: files in which partnerships wrote down what they read in their own copies of guidance texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stages.problems import Problem
from stages.reading.files import hidden, text_of
from stages.reading.yaml_document import parse

if TYPE_CHECKING:
    from pathlib import Path

    from stages.reading.validation import Block

_ENDINGS = {".json", ".yml"}  # JSON is YAML 1.2 too


def read_figures(root: Path) -> tuple[list[Block], list[Problem]]:
    """Return each figures file of `root` (content/) as parsed, and every problem met; a copy need not have any."""
    blocks: list[Block] = []
    problems: list[Problem] = []
    folder = root / "figures"
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if hidden(file):
            continue
        path = f"{root.name}/figures/{file.name}"
        if file.suffix not in _ENDINGS:
            problems.append(Problem(path, 1, "a figures file ends in .json or .yml; rename it, or move it elsewhere"))
            continue
        text, mistakes = text_of(file, path=path)
        problems += mistakes
        block = parse(text, path=path, line=1) if text is not None else None
        if isinstance(block, Problem):
            problems.append(block)
        elif block is not None:
            blocks.append(block)
    return blocks, problems
