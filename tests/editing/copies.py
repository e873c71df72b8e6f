"""Copies of the repository in which an editor's work is done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", ".cache", "node_modules", "site", "dist", "guide", "engine", "rules*.json", "results", ".coverage",
    "__pycache__", ".*_cache", ".hypothesis", "*.egg-info",
)  # fmt: skip


def copy_to(folder: Path) -> Path:
    """Return a copy of what is committed, which shares what was installed."""
    shutil.copytree(ROOT, folder, ignore=_LEFT_OUT)
    (folder / ".cache").mkdir()
    for shared in (".venv", "node_modules", ".cache/wheels"):
        (folder / shared).symlink_to(ROOT / shared)
    return folder


def run(copy: Path, *arguments: str, program: str = sys.executable) -> subprocess.CompletedProcess[str]:
    """Run Python in a copy, or another program, as a person at its terminal would."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GUIDE_", "GIT_"))}
    return subprocess.run(  # noqa: S603 - our own words
        [program, *arguments],
        cwd=copy,
        env={
            **inherited, "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHON": sys.executable,
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        },
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def git(copy: Path, *arguments: str) -> str:
    """Run git in a copy, under no configuration but ours, and return what it printed."""
    ours = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    done = run(copy, *ours, *arguments, program="git")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def begin(copy: Path) -> None:
    """Put all that stands in a copy under git, on a branch `main`."""
    git(copy, "init", "--quiet", "--initial-branch", "main")
    git(copy, "add", "--all")
    git(copy, "commit", "--quiet", "--message", "before")


def touched(copy: Path) -> set[str]:
    """Return the files of a copy that are not as they were when it began."""
    git(copy, "add", "--all", "--intent-to-add")
    return set(git(copy, "diff", "--name-only").split())
