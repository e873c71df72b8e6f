"""What must hold in what stands beside the editions; tests/broken/supplements/ has the wrong."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from stages.checks.local import slot_problems
from stages.checks.supplements import supplement_problems
from stages.reading.editions import read_content
from stages.reading.supplements import read_supplements
from tests import real
from tests.checks.broken_cases import each

if TYPE_CHECKING:
    from stages.problems import Problem
    from stages.reading.model import Content
    from tests.checks.broken_cases import Case

ROOT = Path(__file__).parents[2]


@cache
def content() -> Content:
    """Return the guide's own editions."""
    return read_content(ROOT / "content")


def told(root: Path) -> list[Problem]:
    """Return everything that is said of what stands beside the editions in `root` (content/)."""
    supplements = read_supplements(root)
    names = real.compiled()[0].names
    return sorted({*supplement_problems(supplements, content()), *slot_problems(supplements, names)})


def told_of(case: Case, data: bytes, folder: Path) -> list[Problem]:
    """Return what is said of the guide's own glossary and library, without local arrangements, with one file in its place."""
    root = folder / "content"
    shutil.copytree(ROOT / "content" / "library", root / "library")
    shutil.copy(ROOT / "content" / "glossary.yml", root)
    shutil.copy(ROOT / "content" / "comparisons.yml", root)
    (root / "local").mkdir()
    (folder / case.told_at).write_bytes(data)
    return told(root)


@each("supplements")
def test_a_mistake_alone(case: Case, tmp_path: Path) -> None:
    """That one sentence at that line, and nothing else."""
    assert told_of(case, case.data(), tmp_path) == [case.problem]


@each("supplements")
def test_a_mistake_mended(case: Case, tmp_path: Path) -> None:
    """With those lines written as the case says, nothing is left to say."""
    assert not told_of(case, case.mended_data(), tmp_path)


def test_the_guide_s_own_are_sound() -> None:
    assert not told(ROOT / "content")


def test_a_file_that_nothing_reads_is_told(tmp_path: Path) -> None:
    root = tmp_path / "content"
    shutil.copytree(ROOT / "content" / "library", root / "library")
    shutil.copy(ROOT / "content" / "glossary.yml", root)
    shutil.copy(ROOT / "content" / "comparisons.yml", root)
    (root / "library" / "readinglist.yml").write_text("a: b\n", encoding="utf-8")
    (root / "local").mkdir()
    (root / "local" / "Example Shire.md").write_text("---\n---\n", encoding="utf-8")
    found = [f"{problem.path}: {problem.message}" for problem in read_supplements(root).problems]
    assert "content/library/readinglist.yml: nothing reads this file; did you mean 'reading-list.yml'?" in found
    assert "content/local/Example Shire.md: a name here is small letters, digits and hyphens; rename this file" in found


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    found = {str(problem) for problem in read_supplements(tmp_path / "content").problems}
    assert "content/glossary.yml:1: this file is missing; restore it from the repository" in found
