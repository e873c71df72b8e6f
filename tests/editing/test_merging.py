"""Two editors change the content, each on a branch with its own tables; the branches come together by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.register import CONTENT
from tests import real
from tests.editing.copies import begin, copy_to, git, run
from tests.editing.tasks import ENGLAND, WALES, replaced

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def refresh_tables(copy: Path) -> None:
    """Make what is generated and committed."""
    done = run(copy, "build.py", "tables")
    assert done.returncode == 0, done.stderr


def branch(copy: Path, name: str, edit: Callable[[], None]) -> None:
    """Make an edit and refresh the tables, on a branch of its own."""
    git(copy, "checkout", "--quiet", "-b", name, "main")
    edit()
    refresh_tables(copy)
    git(copy, "commit", "--quiet", "--all", "--message", name)


def test_two_changes_of_content_do_not_conflict(tmp_path: Path) -> None:
    """One in England's edition and one in Wales's; what comes of the merge is what the tables of both would be."""
    copy = copy_to(tmp_path / "guide")
    begin(copy)
    branch(copy, "one", lambda: replaced(copy / ENGLAND, r"(\nid: notify-panel\naction: )", r"\g<1>Be quick to "))
    branch(copy, "two", lambda: replaced(copy / WALES, r"(\nid: publish-report\naction: )", r"\g<1>Be sure to "))
    git(copy, "merge", "--quiet", "--message", "both", "one")
    refresh_tables(copy)
    assert git(copy, "status", "--porcelain") == ""


def test_the_calculators_work_out_the_hash_that_the_pages_show() -> None:
    assert real.compiled()[0].content_hash == CONTENT
    assert not any(CONTENT in text for text in real.compiled()[1].values())
