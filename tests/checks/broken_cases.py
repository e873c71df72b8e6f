"""Reads tests/broken/: small wrong files, the one sentence that each must get, and how it is mended."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from stages.checks.editions import check
from stages.compiling.bank_holidays import bank_holidays_of, working_calendars
from stages.problems import ContentRefused, Problem
from stages.reading.editions import read_content

if TYPE_CHECKING:
    from stages.reading.model import Content

BROKEN = Path(__file__).parents[1] / "broken"
SOUND = ("content/northern-ireland/sound.md", "content/wales/sound.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One broken file of tests/broken/ and what must be said of it."""

    file: str
    line: int
    message: str
    first: int  # the lines that `mended` replaces
    last: int
    mended: str | None
    companions: tuple[str, ...]

    @property
    def told_at(self) -> str:
        """Return the path under which the finding is told: a vocabulary stands in for the file its folder names."""
        room, *inner = self.file.split("/")
        if room == "supplements":
            own = {
                "local": "content/local/" + inner[-1],
                "glossary": "content/glossary.yml",
                "comparisons": "content/comparisons.yml",
            }
            return own.get(inner[0], f"content/library/{inner[0]}.yml")
        return {"vocabulary": f"content/{inner[0]}.yml", "nav": "mkdocs.yml", "changelog": "CHANGELOG.md"}.get(
            room, self.file
        )

    @property
    def problem(self) -> Problem:
        """Return the one finding that is expected."""
        return Problem(self.told_at, self.line, self.message)

    def data(self) -> bytes:
        """Return the broken file."""
        return (BROKEN / self.file).read_bytes()

    def mended_data(self) -> bytes:
        """Return the file with its lines mended; a vocabulary is mended by the sound one."""
        if self.mended is None:
            return (BROKEN / self.told_at).read_bytes()
        lines = self.data().split(b"\n")
        return b"\n".join([*lines[: self.first - 1], self.mended.encode(), *lines[self.last :]])


@cache
def cases(room: str) -> tuple[Case, ...]:
    """Return the cases of one folder of tests/broken/: content, vocabulary, docs, nav or changelog."""
    written = YAML(typ="safe").load(BROKEN / "cases.yml")
    return tuple(
        Case(
            file=one["file"],
            line=one["line"],
            message=one["message"],
            first=one.get("replaces", [one["line"]])[0],
            last=one.get("replaces", [one["line"]])[-1],
            mended=one.get("mended"),
            companions=tuple(f"content/{path}" for path in one.get("with", ())),
        )
        for one in written
        if one["file"].startswith(f"{room}/")
    )


def each(room: str) -> pytest.MarkDecorator:
    """Return the mark that runs a test for each case of one folder of tests/broken/."""
    rows = [pytest.param(one, id=one.file.removeprefix(f"{room}/").rsplit(".", 1)[0]) for one in cases(room)]
    return pytest.mark.parametrize("case", rows)


def tree(folder: Path, files: dict[str, bytes]) -> Path:
    """Return a content/ in `folder` with the sound vocabularies, and `files` over and beside them."""
    root = folder / "content"
    root.mkdir(parents=True)
    for vocabulary in (BROKEN / "content").glob("*.yml"):
        shutil.copy(vocabulary, root)
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return root


def found(root: Path) -> list[Problem]:
    """Return everything that the compiler says of a content/."""
    try:
        return problems(read_content(root))
    except ContentRefused as refused:
        return refused.problems


def problems(content: Content) -> list[Problem]:
    """Return everything that the checks say of content that could be read."""
    spec = content.vocabulary.bank_holidays
    return list(check(content, working_calendars(spec, bank_holidays_of(spec))).problems)
