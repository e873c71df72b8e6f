"""Asks the same questions of the shipped payload and of each native Python at hand, and compares their answers' hashes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.both_pythons import payload
from tests.both_pythons.questions import questions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NATIVELY = Path(__file__).with_name("natively.py")
_MINORS = range(11, 15)  # the Pythons that the calculators are for: 3.11 to 3.14


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one Python answered: how many questions, how many refused, one hash over all, one over each thousand."""

    name: str
    version: str
    number: int
    refused: int
    faults: int
    sha256: str
    blocks: tuple[str, ...]
    imported: tuple[str, ...]  # modules looked for while it answered


def compare(number: int, seed: int, *, folder: Path, pythons: Sequence[str]) -> list[Told]:
    """Return what the shipped payload told, and what each of `pythons` did, of so many questions made from `seed`.

    `folder` takes the questions and the payload's parts. Raises RuntimeError with what a Python printed if it failed.
    """
    asked = folder / "asked.jsonl"
    with asked.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(question)}\n" for question in questions(number, seed))
    engine = payload.engine(folder)
    jobs: list[Callable[[], Told]] = [lambda: _told("the shipped payload", payload.run("answers.mjs", engine, asked))]
    jobs += [lambda python=python: _told(python, _natively(python, asked)) for python in pythons]  # type: ignore[misc]  # a default, bound now
    with ThreadPoolExecutor(max_workers=2) as pool:
        return [job.result() for job in [pool.submit(job) for job in jobs]]


def differences(told: Sequence[Told]) -> list[str]:
    """Return a sentence for each Python whose answers are not the first one's, and for each that was at fault."""
    first = told[0]
    found = [
        f"{each.name}: {each.faults} answers say that the calculator failed of itself" for each in told if each.faults
    ]
    found += [f"{each.name} looks for {', '.join(each.imported)}, which it lacks" for each in told if each.imported]
    for each in told[1:]:
        if each.sha256 != first.sha256:
            pairs = enumerate(zip(first.blocks, each.blocks, strict=True))
            where = [place for place, (ours, theirs) in pairs if ours != theirs]
            found.append(f"{each.name} ({each.version}) and {first.name} differ, first among question {where[0]}000 on")
    return found


def at_hand() -> list[str]:
    """Return this Python and every other from 3.11 to 3.14 on the path or under pyenv, one of each minor version."""
    held = {sys.version_info.minor: sys.executable}
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    for minor in _MINORS:
        places = [shutil.which(f"python3.{minor}"), *map(str, sorted(pyenv.glob(f"3.{minor}.*/bin/python")))]
        for place in filter(None, places):
            if minor not in held and _version(place) == (3, minor):
                held[minor] = place
    return [held[minor] for minor in sorted(held)]


def _version(python: str) -> tuple[int, int] | None:
    """Return the version that a program says it is; None if it does not run, as a shim without its Python."""
    command = [python, "-c", "import sys; print(*sys.version_info[:2])"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a Python of this machine
    if ran.returncode:
        return None
    major, minor = ran.stdout.split()
    return int(major), int(minor)


def _natively(python: str, asked: Path) -> subprocess.CompletedProcess[str]:
    command = [python, "-S", "-B", "-X", "utf8", str(_NATIVELY), str(asked)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a Python of this machine


def _told(name: str, ran: subprocess.CompletedProcess[str]) -> Told:
    if ran.returncode:
        raise RuntimeError(f"{name} failed:\n{ran.stderr[-2000:]}")
    said = json.loads(ran.stdout)
    return Told(name=name, **said | {key: tuple(said[key]) for key in ("blocks", "imported")})
