"""A file's text, and what is said of one that is no text of content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stages.problems import Problem
from stages.reading.files import _LARGEST, text_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """A picture pasted as text, say: twenty megabytes would be checked for minutes."""
    file = tmp_path / "edition.md"
    file.write_bytes(b"x" * (_LARGEST + 1))
    message = (
        "this file has 1,000,001 bytes, and a file of content may have 1,000,000; take out what was pasted into it"
    )
    assert text_of(file, path="content/edition.md") == (None, [Problem("content/edition.md", 1, message)])
    file.write_bytes(b"x" * _LARGEST)
    assert text_of(file, path="content/edition.md") == ("x" * _LARGEST, [])


def test_each_character_that_cannot_stay_has_its_own_line(tmp_path: Path) -> None:
    """The first line, one line twice, the last line."""
    file = tmp_path / "edition.md"
    file.write_bytes("\ta\n\nb\u200b\tc\nd\n\u00a0".encode())
    text, problems = text_of(file, path="edition.md")
    assert text == " a\n\nb c\nd\n "
    assert [problem.line for problem in problems] == [1, 3, 3, 5]
