"""Copies of what editors change, and what the check and the recipe make of them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from stages.compiler import compile_guide

if TYPE_CHECKING:
    from stages.guide import Guide

ROOT = Path(__file__).parents[2]
_COPIED = ("content", "calculators", "mkdocs.yml", "CHANGELOG.md")
TODAY = date(2026, 11, 29)


def copy_to(folder: Path) -> Path:
    """Return a copy of content/, its tables, the navigation and the changelog."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in _COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def compiled(copy: Path) -> tuple[Guide, dict[str, str]]:
    """Return the guide of a copy and the texts of its tables, or raise `ContentRefused` with every mistake."""
    navigation = (copy / "mkdocs.yml").read_text(encoding="utf-8")
    return compile_guide(copy, handwritten={}, navigation=navigation, today=TODAY)


def refresh_tables(copy: Path) -> dict[str, str]:
    """Write the tables of a copy, as `build.py tables` does, and return them."""
    texts = compiled(copy)[1]
    for name, text in texts.items():
        (copy / "calculators" / name).write_text(text, encoding="utf-8", newline="\n")
    return texts
