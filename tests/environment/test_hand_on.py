"""`python -m build` in the repository means the package of that name, not our recipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(path: Path) -> subprocess.CompletedProcess[str]:
    """Return what `python -m build --sdist .` comes to in the repository, with the packages at `path`."""
    return subprocess.run(
        [sys.executable, "-B", "-m", "build", "--sdist", "."],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(path)}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_the_package_of_that_name_is_run_with_its_arguments(tmp_path: Path) -> None:
    """As if our build.py were not there; how it ends is how the command ends."""
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "build" / "__main__.py").write_text("import sys\nprint(sys.argv[1:])\nsys.exit(7)\n", encoding="utf-8")
    done = run(tmp_path)
    assert (done.returncode, done.stdout) == (7, "['--sdist', '.']\n")


def test_where_it_is_not_installed_a_sentence_says_so(tmp_path: Path) -> None:
    """And the site is not built instead."""
    done = run(tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("`-m build` means the package of that name, which is not installed in python")
    assert "or run `uv build`" in done.stderr
    assert len(done.stderr.splitlines()) == 1
