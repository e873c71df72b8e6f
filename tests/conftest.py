"""Shared by all tests: how hypothesis searches, the calculators as a stranger would run them, and the built site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

CALCULATORS = Path(__file__).parents[1] / "calculators"

settings.register_profile("tests", deadline=None, derandomize=True, max_examples=200)
settings.load_profile("tests")


SLOW = ("browser", "built", "by_hand")  # folders whose tests `make quick` leaves to `make test`


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what takes minutes by the folder in which it stands, and what needs a built site."""
    for item in items:
        folder = item.path.relative_to(Path(__file__).parent).parts[0]
        if folder in SLOW or "site" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


@dataclass(frozen=True)
class Checkout:
    """A directory that holds a copy of calculators/ and nothing else."""

    directory: Path

    def run(self, *arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
        """Run `python -m calculators` there: nothing installed, nothing inherited from our environment."""
        return subprocess.run(  # noqa: S603 - our own command line
            [sys.executable, "-S", "-B", "-m", "calculators", *arguments],
            cwd=self.directory,
            env={"PYTHONUTF8": "1", **environment},
            capture_output=True,
            check=False,
            timeout=60,
        )


def copy_to(directory: Path) -> Checkout:
    """Return a bare checkout in `directory`."""
    shutil.copytree(CALCULATORS, directory / "calculators", ignore=shutil.ignore_patterns("__pycache__"))
    return Checkout(directory)


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """Return a bare checkout that tests only read."""
    return copy_to(tmp_path_factory.mktemp("checkout"))


@pytest.fixture
def own_checkout(tmp_path: Path) -> Checkout:
    """Return a bare checkout that one test may alter."""
    return copy_to(tmp_path)


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the built site: `site/`, or the folder that GUIDE_SITE names."""
    folder = Path(os.environ.get("GUIDE_SITE") or CALCULATORS.parent / "site").resolve()
    if not (folder / "index.html").is_file():
        pytest.fail(f"{folder} holds no built site: run `python build.py` first", pytrace=False)
    return folder
