"""What was to be checked again by a day that has passed."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from stages.checks import overdue
from stages.reading import read_content, read_supplements

CONTENT = Path(__file__).parents[2] / "content"
EDITION, LOCAL = "wales/child-practice-review-2016.md", "local/cumbria.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of content/ in which an edition is due on 31 January 2027, local arrangements on the 30th, the rest later."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    for file in folder.rglob("*.md"):
        day = {EDITION: "2027-01-31", LOCAL: "2027-01-30"}.get(file.relative_to(folder).as_posix(), "2029-01-01")
        written = re.sub("^review_by: .*$", f"review_by: {day}", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        file.write_text(written, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("today", "late"),
    [
        pytest.param("2027-01-30", [], id="the day itself is not late"),
        pytest.param("2027-01-31", [LOCAL], id="the day after"),
        pytest.param("2027-02-01", [LOCAL, EDITION], id="two, the oldest first"),
    ],
)
def test_what_is_late(today: str, late: list[str], content: Path) -> None:
    """Each with its file, the line of `review_by`, and what to do."""
    told = overdue(read_content(content), read_supplements(content).locals, today=date.fromisoformat(today))
    assert [problem.path for problem in told] == [f"content/{name}" for name in late]
    for problem, name in zip(told, late, strict=True):
        line = (content / name).read_text(encoding="utf-8").splitlines()[problem.line - 1]
        assert line == f"review_by: {'2027-01-30' if name == LOCAL else '2027-01-31'}"
        assert problem.message.startswith(
            f"was to be checked again by {line.removeprefix('review_by: ')}; read its sources"
        )
