"""Two editors change the content, each on a branch with its own tables; the branches come together by themselves."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from calculators.register import CONTENT
from stages.compiling import content_hash
from tests import real
from tests.editing.copies import copy_to, refresh_tables
from tests.editing.tasks import ENGLAND, WALES, replaced

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def git(copy: Path, *arguments: str) -> str:
    """Run git in a copy, under no configuration but ours, and return what it printed."""
    name = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(  # noqa: S603 - our own words
        ["git", *name, *arguments],  # noqa: S607 - git as the editor has it
        cwd=copy, env={"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "PATH": "/usr/bin:/bin:/usr/local/bin"},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def branch(copy: Path, name: str, edit: Callable[[], None]) -> None:
    """Make an edit and refresh the tables, on a branch of its own."""
    git(copy, "checkout", "--quiet", "-b", name, "main")
    edit()
    refresh_tables(copy)
    git(copy, "commit", "--quiet", "--all", "--message", name)


def test_two_changes_of_content_do_not_conflict(tmp_path: Path) -> None:
    """One in England's edition and one in Wales's; what comes of the merge is what the tables of both would be."""
    copy = copy_to(tmp_path)
    refresh_tables(copy)
    git(copy, "init", "--quiet", "--initial-branch", "main")
    git(copy, "add", "--all")
    git(copy, "commit", "--quiet", "--message", "before")
    branch(copy, "one", lambda: replaced(copy / ENGLAND, r"(\nid: notify-panel\naction: )", r"\g<1>Be quick to "))
    branch(copy, "two", lambda: replaced(copy / WALES, r"(\nid: publish-report\naction: )", r"\g<1>Be sure to "))
    git(copy, "merge", "--quiet", "--message", "both", "one")
    refresh_tables(copy)
    assert git(copy, "status", "--porcelain") == ""


def test_the_calculators_work_out_the_hash_that_the_pages_show() -> None:
    assert content_hash(real.compiled()[1]) == CONTENT
    assert not any(CONTENT in text for text in real.compiled()[1].values())
