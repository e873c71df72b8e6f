"""`python -m tests.both_pythons.suite [PATH …]`: the calculators' own tests, run by the Python that the site ships.

The interpreter and its memory, with the calculators loaded, are those of the built site. The runner is not part of it:
pytest and what else the tests import comes from this environment, its compiled parts from wheels for that Python, and the
library's modules that are not in the memory from the whole library that Pyodide brings; all of it stands behind the site's own.
Tests that start a program or a thread are left out and counted, since no Python in a page can; so are those of rules.json,
which need the maker of pages.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.keeping import Figure, keep
from tests.both_pythons import payload

PATHS = (
    "tests/counting",
    "tests/replies",
    "tests/files",
    "tests/batch",
    "tests/by_hand",
    "tests/test_answer.py",
    "tests/test_request.py",
    "tests/test_typed.py",
    "tests/test_typed_periods.py",
    "tests/test_wording.py",
)
# What makes pages, which a compiled package reads that no wheel is made of for this Python.
_IGNORED = ("tests/files/test_rules_file.py",)
# Fixtures that start another program, or need what one made.
_START_PROGRAMS = ("checkout", "checkouts", "own_checkout", "site")
_COMPILED = ("hypothesis", "pydantic-core")
_CACHE = payload.ROOT / ".cache" / "pyodide-wheels"
_INI = "[pytest]\nmarkers =\n    slow\n    real\nfilterwarnings = error\n"


def run(paths: tuple[str, ...] = PATHS) -> dict[str, Any]:
    """Run these tests in the payload, print what the runner prints, and return what was counted.

    Raises RuntimeError if it did not come to an end.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "engine").mkdir()
        engine = payload.engine(folder / "engine")
        mounts = {"/tree": _tree(folder / "tree"), "/compiled": _compiled(folder / "compiled")}
        mounts["/packages"] = Path(sysconfig.get_path("purelib")).resolve()
        shutil.copy(payload.ROOT / "node_modules" / "pyodide" / "python_stdlib.zip", folder / "tree" / "library.zip")
        parts = {
            "mounts": {place: str(real) for place, real in mounts.items()}, "tree": "/tree",
            "library": "/tree/library.zip", "packages": ["/compiled", "/packages"],
            "left_out": _START_PROGRAMS, "ignored": _IGNORED, "paths": paths,
        }  # fmt: skip
        done = payload.run("suite.mjs", engine, json.dumps(parts))
    printed, _, result = done.stdout.rpartition("\nRESULT ")
    sys.stdout.write(f"{printed}\n{done.stderr[-3000:]}\n")
    if done.returncode or not result:
        raise RuntimeError(done.stderr[-3000:])
    counted = json.loads(result)

    assert counted["calculators"].endswith("answer.pyc"), counted["calculators"]
    assert not (stood_in := _loaded_by_a_page() & {*counted["from_checkout"]}), f"not in the memory: {stood_in}"
    return dict(counted)


def _loaded_by_a_page() -> set[str]:
    """Return the calculators' modules that the door loads."""
    command = "import calculators.answer, sys; print(*(name for name in sys.modules if name.startswith('calculators')))"
    ran = subprocess.run([sys.executable, "-c", command], cwd=payload.ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    return set(ran.stdout.split())


def _tree(folder: Path) -> Path:
    """Copy what the tests import; of the calculators only what no page loads is taken from there."""
    for name in ("tests", "stages", "content", "bench", "calculators"):
        shutil.copytree(payload.ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "pyproject.toml"):
        shutil.copy(payload.ROOT / name, folder / name)
    (folder / "pytest.ini").write_text(_INI, encoding="utf-8")
    return folder


def _compiled(folder: Path) -> Path:
    """Unpack the compiled packages as they are made for this Pyodide, in the versions of this environment."""
    lock = json.loads((payload.ROOT / "node_modules" / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8"))
    python = lock["info"]["python"].rpartition(".")[0]
    platform = f"pyemscripten_{lock['info']['abi_version']}_wasm32"
    for name in _COMPILED:
        pattern = f"{name.replace('-', '_')}-{version(name)}-*{platform}.whl"
        if not list(_CACHE.glob(pattern)):
            command = [
                sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", str(_CACHE),
                "--python-version", python, "--platform", platform, f"{name}=={version(name)}",
            ]  # fmt: skip
            subprocess.run(command, check=True)  # noqa: S603 - pip, by version
        (wheel,) = _CACHE.glob(pattern)
        zipfile.ZipFile(wheel).extractall(folder)
    return folder


def main(paths: tuple[str, ...]) -> int:
    """Run, and keep the figures if everything ran and nothing failed."""
    counted = run(paths or PATHS)
    sys.stdout.write("".join(f"failed: {name}\n" for name in counted["failed"]))
    wrong = bool(counted["failed"] or counted["code"])
    if not paths and not wrong:
        keep(
            "suite_in_payload",
            "python -m tests.both_pythons.suite",
            [
                Figure("tests of the calculators that passed in the shipped payload", counted["passed"], "tests"),
                Figure("of them failed", 0, "tests"),
                Figure(
                    "left out, since they start a program or a thread, or need one that is in no page",
                    counted["left_out"],
                    "tests",
                ),
                Figure("Python of the shipped payload", counted["version"], "", counted["platform"]),
            ],
        )
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
