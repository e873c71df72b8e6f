"""The whole build against a plain `mkdocs build` of the same pages, and where the rest of its time goes.

    python -m bench.build_time [ROUNDS]      5 rounds unless told

Both are processes of their own and take turns; processor seconds, so that a busy machine changes them little. Plain: the
pages, theme, plugins and settings that our build left in docs/, by MkDocs' own command. Ours also reads and checks content/,
writes the pages, seals them and gathers the licences; the calculator's engine is made beforehand and only fetched. The stages
are those that build.py names in the terminal. The aim is at most twice the plain build.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.keeping import Figure, command, keep
from bench.rounds import median_of, ratios, say

ROOT = Path(__file__).parents[1]
AIM = 2
BEGIN = "starting Python and imports"
TOLD = "## "  # before the line that says the stages
STAGED = f"""
import gc, json, os, time
from contextlib import contextmanager
gc.set_threshold(100_000, 50, 100)  # as build.py does
import build

taken = {{{BEGIN!r}: time.process_time()}}

@contextmanager
def timed(stage):
    began = time.process_time()
    yield
    taken[stage] = taken.get(stage, 0) + time.process_time() - began

build.terminal.status = timed
os.chdir(build.ROOT)
build.build()
taken["the rest"] = time.process_time() - sum(taken.values())
print({TOLD!r} + json.dumps(taken))
"""


def used(*command: str) -> tuple[float, str]:
    """Return the processor seconds of a command and its children, and what it printed; leave if it fails."""
    with subprocess.Popen([sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
        out = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command[:3])} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, out


def stages_of(out: str) -> dict[str, float]:
    """Return the seconds of each stage from what the staged build printed."""
    line = next(line for line in out.splitlines() if line.startswith(TOLD))
    return {str(stage): float(taken) for stage, taken in json.loads(line.removeprefix(TOLD)).items()}


def main(rounds: int) -> None:
    """Measure, print and keep."""
    used("build.py")  # so that both find the engine and compiled modules
    ours, plain, stages = [], [], []
    with TemporaryDirectory() as folder:
        for number in range(rounds):
            ours.append(used("build.py")[0])
            plain.append(used("-m", "mkdocs", "build", "--quiet", "--site-dir", f"{folder}/site")[0])
            stages.append(stages_of(used("-c", STAGED)[1]))
            say(f"round {number + 1} of {rounds}: ours {ours[-1]:.1f} s, plain {plain[-1]:.1f} s")
    told = [
        median_of("our build", ours, "s"),
        median_of("plain mkdocs build of the same pages", plain, "s"),
        median_of("our build, times the plain one", ratios(ours, plain), "", f"aim: at most {AIM}"),
        *(median_of(f"of ours, {stage}", [each[stage] for each in stages], "s") for stage in stages[0]),
    ]
    report(told)
    keep("build_time", command("bench.build_time"), told, runs=3)


def report(told: list[Figure]) -> None:
    """Print the figures."""
    for figure in told:
        say(f"{figure.what:50} {figure.value:>8} {figure.unit:3} {figure.note}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
