"""Small faults put into the code on purpose, one at a time, and how many of them the tests notice.

    python -m bench.mutation counting      # every fault in calculators/counting/, against tests/counting/
    python -m bench.mutation sample        # a fixed sample of 300 from the other calculators, the checks and the pages

Both work in a copy of the tree under .cache/mutation/, take up again where they were stopped, and use mutmut's faults: an
operator, a number, a word, an argument, a branch of a function. A survivor is listed in bench/mutants.toml with why it lives.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import inf
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from bench.faults import SAMPLE, Mutant, draw, mutants
from bench.keeping import Figure, keep

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ROOT = Path(__file__).parents[1]
THERE = ROOT / ".cache" / "mutation"
LISTED = Path(__file__).with_name("mutants.toml")
SURE = 4  # a fault has run away if its tests take so many times the seconds that they take without it, and SPARE more
SPARE = 20
Verdict: TypeAlias = Literal["killed", "timed out", "survived"]

# What is asked of files, and tested through them.
_OF_A_QUESTION = tuple(f"tests/files/test_{name}.py" for name in ("choices", "decision_text", "figures_file"))
_BESIDE_THE_ROOMS = (
    "answer", "command_line", "command_line_cases", "doctests", "register", "request", "typed", "typed_periods", "wording",
)  # fmt: skip
# Where a module's tests are: first the file named after it, then, for what that lets live, those of its room.
ROOMS = {
    "calculators/batch": ("tests/batch", "tests/replies/test_cases.py", "tests/test_command_line_cases.py"),
    "calculators/files": ("tests/files", "tests/test_answer.py"),
    "calculators/replies": ("tests/replies", *_OF_A_QUESTION, "tests/test_answer.py", "tests/test_request.py"),
    "calculators": tuple(f"tests/test_{name}.py" for name in _BESIDE_THE_ROOMS),
    "stages/checks": ("tests/checks",),
    "stages/pages": ("tests/pages",),
}


@dataclass(frozen=True)
class Listed:
    """A survivor that was looked at: why it lives, and whether no test could tell it from the right code."""

    module: str
    change: str
    why: str
    equivalent: bool


def listed() -> tuple[Listed, ...]:
    """Return the survivors of bench/mutants.toml. Raises TypeError for a field that there is not."""
    entries = tomllib.loads(LISTED.read_text(encoding="utf-8")).get("survivor", [])
    return tuple(Listed(**{**entry, "change": entry["change"].strip("\n")}) for entry in entries)


def where_tested(module: str, exists: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the test files of a module, its own first, then its room's; `exists` are the paths that there are."""
    room, _, name = module.rpartition("/")
    own = "/".join(["tests", *room.split("/")[1:], f"test_{name}"])
    return ((own,) if own in set(exists) else ()), ROOMS[room]


def figures(verdicts: Mapping[str, Verdict], equivalent: int, *, of: int) -> tuple[Figure, ...]:
    """Return what a run came to: `verdicts` by name, how many survivors are `equivalent`, and how many faults it is `of`."""
    count = {verdict: list(verdicts.values()).count(verdict) for verdict in ("killed", "timed out", "survived")}
    noticed, run = count["killed"] + count["timed out"], len(verdicts)
    return (
        Figure("faults to be tried", of, "faults"),
        Figure("faults tried", run, "faults"),
        Figure("killed by a test", count["killed"], "faults"),
        Figure("timed out", count["timed out"], "faults", "the tests ran on until they were stopped: noticed as well"),
        Figure("survived", count["survived"], "faults"),
        Figure("survived and listed as equivalent", equivalent, "faults", "no test can tell them from the right code"),
        Figure("score, of all tried", round(100 * noticed / run, 1), "%"),
        Figure("score, without the equivalent", round(100 * noticed / (run - equivalent), 1), "%"),
    )  # fmt: skip


def report(part: str, verdicts: Mapping[Mutant, Verdict], *, of: int) -> bool:
    """Print and keep a run's figures, and every survivor with its reason; return whether each has one."""
    known = {(entry.module, entry.change): entry for entry in listed()}
    lives = {
        mutant: known.get((mutant.module, mutant.change)) for mutant, found in verdicts.items() if found == "survived"
    }
    for mutant, entry in lives.items():
        why = entry.why if entry else "NOT LISTED: kill it, or say in bench/mutants.toml why it lives"
        _say(f"\n{mutant.name}\n{mutant.change}\n  {why}")
    by_name = {mutant.name: found for mutant, found in verdicts.items()}
    found = figures(by_name, sum(entry is not None and entry.equivalent for entry in lives.values()), of=of)
    _say()
    for figure in found:
        _say(f"{figure.what:36} {figure.value} {figure.unit}")
    keep(f"mutation-{part}", f"python -m bench.mutation {part}", found)
    return None not in lives.values()


def tree(name: str) -> Path:
    """Copy what git follows, as it stands now, into a folder of its own, and return that."""
    copy = THERE / name
    listing = _out("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    wanted = {path for path in listing.split("\0") if path and (ROOT / path).is_file()}
    for path in wanted:
        source, target = ROOT / path, copy / path
        if not target.exists() or target.read_bytes() != source.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    for room in ("calculators", "content", "stages", "tests"):
        for file in (copy / room).rglob("*"):
            if file.is_file() and file.suffix != ".pyc" and str(file.relative_to(copy)) not in wanted:
                file.unlink()
    return copy


def counting(at_once: int, minutes: float) -> bool:
    """Try every fault in calculators/counting/ with mutmut, by the tests that reach the function; stop after `minutes`."""
    copy = tree("counting")
    stamp, now = copy / "stamp", _digest(copy, ("calculators", "tests/counting", "tests/by_hand", "pyproject.toml"))
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != now:
        shutil.rmtree(copy / "mutants", ignore_errors=True)
    stamp.write_text(now, encoding="utf-8")
    if minutes:
        command = [str(Path(sys.executable).with_name("mutmut")), "run", "--max-children", str(at_once)]
        process = subprocess.Popen(command, cwd=copy)  # noqa: S603 - our own command line
        try:
            if process.wait(None if minutes == inf else minutes * 60):
                raise RuntimeError(f"mutmut stopped: see above, and {copy}")
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
            process.wait()
    verdicts: dict[Mutant, Verdict | None] = {}
    for module, found in mutants(copy, ["calculators/counting/"]).items():
        if not found:
            continue
        held = json.loads((copy / "mutants" / f"{module}.meta").read_text(encoding="utf-8"))["exit_code_by_key"]
        for mutant, code in zip(found, held.values(), strict=True):
            verdicts[mutant] = None if code is None else _verdict(code)
    return report("counting", {mutant: tried for mutant, tried in verdicts.items() if tried}, of=len(verdicts))


def sample(at_once: int, minutes: float) -> bool:
    """Try the sample, in its order, each fault by the tests of its module and then of its room; begin none after `minutes`."""
    until = time.monotonic() + minutes * 60
    copies: SimpleQueue[Path] = SimpleQueue()
    first = tree("sample-1")
    for path in (first, *(tree(f"sample-{number}") for number in range(2, at_once + 1))):
        copies.put(path)
    everything = [
        mutant
        for found in mutants(first, ["calculators/", "stages/checks/", "stages/pages/"]).values()
        for mutant in found
    ]
    drawn = draw(everything)
    _say(f"{len(drawn)} drawn from {len(everything)}")
    kept = THERE / "sample.json"
    held: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    exists = [str(path.relative_to(first)) for path in (first / "tests").rglob("test_*.py")]

    tests = {mutant: where_tested(mutant.module, exists) for mutant in drawn}
    of = {
        mutant: _digest(first, (mutant.module, *(path for group in groups for path in group)))
        for mutant, groups in tests.items()
    }

    def holds(mutant: Mutant) -> bool:
        """Return whether its verdict is of the code and the tests as they are."""
        return bool(held.get(mutant.name, {}).get("of") == of[mutant])

    def tried(mutant: Mutant) -> None:
        if time.monotonic() > until:
            return
        copy = copies.get()
        try:
            if not holds(mutant):
                held[mutant.name] = {"verdict": _try(mutant, copy, tests[mutant]), "of": of[mutant]}
                kept.write_text(json.dumps(held, indent=1), encoding="utf-8")
                _say(f"{held[mutant.name]['verdict']:10} {mutant.name}")
        finally:
            copies.put(copy)

    with ThreadPoolExecutor(at_once) as pool:
        for each in [pool.submit(tried, mutant) for mutant in drawn]:
            each.result()
    verdicts = {mutant: held[mutant.name]["verdict"] for mutant in drawn if holds(mutant)}
    return report("sample", verdicts, of=SAMPLE)


def _try(mutant: Mutant, copy: Path, tests: Sequence[Sequence[str]]) -> Verdict:
    """Put the fault into the copy, run the tests, first those named after the module, and take it out again."""
    faulty, right = copy / mutant.module, copy / "right.py"
    for group in filter(None, tests):
        limit = SPARE + SURE * _seconds(copy, tuple(group))
        shutil.copy2(faulty, right)
        faulty.write_text(mutant.faulty(), encoding="utf-8")
        try:
            code, _ = _pytest(copy, group, limit)
        finally:
            right.replace(faulty)
        if code:
            return _verdict(code)
    return "survived"


def _seconds(copy: Path, tests: tuple[str, ...]) -> float:
    """Return the processor's seconds that tests take without a fault, as kept. Raises RuntimeError if they do not pass."""
    key = f"{' '.join(tests)} {_digest(copy, ('calculators', 'content', 'stages', 'tests'))}"
    with _MEASURED.setdefault(key, Lock()):
        kept = THERE / f"seconds-{hashlib.sha256(key.encode()).hexdigest()[:12]}"
        if not kept.exists():
            code, taken = _pytest(copy, tests, limit=3600)
            if code:
                raise RuntimeError(f"{' '.join(tests)} fail without any fault: see {copy / 'pytest.log'}")
            kept.write_text(str(taken), encoding="utf-8")
    return float(kept.read_text(encoding="utf-8"))


def _pytest(copy: Path, tests: Sequence[str], limit: float) -> tuple[int, float]:
    """Run the quick ones of these tests in a copy until one fails; return the exit code and the processor's seconds taken, `limit` at most."""
    command = ["sh", "-c", 'ulimit -t "$0"; exec "$@"', str(round(limit)), sys.executable, "-m", "pytest", "-q", "-x"]
    quick = ["-m", "not slow", "-p", "no:cacheprovider"]
    with (copy / "pytest.log").open("w") as log:
        process = subprocess.Popen(  # noqa: S603 - our own command line
            [*command, *quick, *tests],
            cwd=copy, stdout=log, stderr=log, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime


_MEASURED: dict[str, Lock] = {}  # what the same tests take is measured once


def _verdict(code: int) -> Verdict:
    """Return what an exit code says: of pytest's or mutmut's, 0 is passed; a run stopped for its time ends by a signal or by 36."""
    if code in {-24, -9, 24, 36, 152, 255}:
        return "timed out"
    return "killed" if code not in {0, 5, 33} else "survived"


def _digest(copy: Path, paths: Iterable[str]) -> str:
    """Return what the files of some paths add up to."""
    found = hashlib.sha256()
    for path in paths:
        whole = copy / path
        for file in sorted(whole.rglob("*.py")) if whole.is_dir() else [whole]:
            found.update(file.read_bytes())
    return found.hexdigest()


def _say(line: str = "") -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _out(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S603


if __name__ == "__main__":
    command = argparse.ArgumentParser(description="How many faults put into the code on purpose do the tests notice?")
    command.add_argument("part", choices=("counting", "sample"))
    command.add_argument("--at-once", type=int, default=2, metavar="N", help="faults tried side by side (2)")
    command.add_argument(
        "--minutes", type=float, default=inf, metavar="N", help="stop after so long, and go on the next time"
    )
    asked = command.parse_args()
    sys.exit(not {"counting": counting, "sample": sample}[asked.part](asked.at_once, asked.minutes))
