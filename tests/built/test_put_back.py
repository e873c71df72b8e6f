"""What a build wrote before it was refused is put back as it was."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from build import put_back_if_stopped, write

if TYPE_CHECKING:
    from pathlib import Path


def _write_all(folder: Path, text: str, *names: str) -> None:
    for name in names:
        write(folder / name, text)


def _held(folder: Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): file.read_text() for file in folder.rglob("*") if file.is_file()}


def _build(folder: Path) -> None:
    """Change, add and leave out files, as a build does, in two folders and a file, of which one is not there before."""
    (folder / "guide" / "a" / "gone.md").unlink(missing_ok=True)
    _write_all(folder, "new", "guide/a/kept.md", "guide/b/added.md", "engine/payload.js", "_editions.py")


@pytest.mark.parametrize("stopped", [ValueError, KeyboardInterrupt])
def test_all_is_as_before_when_a_build_is_stopped(tmp_path: Path, stopped: type[BaseException]) -> None:
    _write_all(tmp_path, "old", "guide/a/kept.md", "guide/a/gone.md", "_editions.py", "beside.md")
    before = _held(tmp_path)
    with pytest.raises(stopped):
        _stopped_build(tmp_path, stopped)
    assert _held(tmp_path) == before


def _stopped_build(folder: Path, stopped: type[BaseException]) -> None:
    with put_back_if_stopped([folder / "guide", folder / "engine", folder / "_editions.py"]):
        _build(folder)
        raise stopped


def test_a_file_that_stands_as_it_did_is_not_touched(tmp_path: Path) -> None:
    """The preview builds again when a script changes, and must not take what was put back for a change."""
    _write_all(tmp_path, "new", "_editions.py")
    os.utime(tmp_path / "_editions.py", (0, 0))
    with pytest.raises(ValueError):  # noqa: PT011 - the one raised below
        _stopped_build(tmp_path, ValueError)
    assert (tmp_path / "_editions.py").stat().st_mtime == 0


def test_a_build_that_ends_well_stays(tmp_path: Path) -> None:
    _write_all(tmp_path, "old", "guide/a/kept.md")
    with put_back_if_stopped([tmp_path / "guide"]):
        _build(tmp_path)
    assert _held(tmp_path)["guide/a/kept.md"] == "new"
    assert _held(tmp_path)["guide/b/added.md"] == "new"
