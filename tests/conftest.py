"""Shared by all tests: how hypothesis searches, the calculators as a stranger would run them, and the built site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests import fixed

if TYPE_CHECKING:
    from collections.abc import Generator

CALCULATORS = Path(__file__).parents[1] / "calculators"

# No test fails because the machine is busy: neither for one slow example nor for many that are slow to draw.
_TIMED = [HealthCheck.too_slow]
settings.register_profile("tests", deadline=None, derandomize=True, max_examples=200, suppress_health_check=_TIMED)
settings.load_profile("tests")


BEHAVIOUR = (
    "batch",
    "counting",
    "files",
    "replies",
)  # folders whose tests type dates, and count with figures that stay
SLOW = ("browser", "built", "by_hand", "editing")  # folders whose tests `make quick` leaves to `make test`


@cache
def counts_with_what_is_held(module: Path) -> bool:
    """Return whether a module's tests hold what content/ says today to something, or look at what is made of it."""
    folder, *inner = module.relative_to(Path(__file__).parent).parts
    if inner and folder not in BEHAVIOUR:
        return True
    return "pytest.mark.real" in module.read_text(encoding="utf-8")


def count_as(module: Path) -> None:
    """Let the calculators count as a module's tests expect; the second reading, the second planner and the journeys know nothing of figures laid into a copy."""
    real = counts_with_what_is_held(module)
    fixed.use(real=real, laid_in=real and module.parent.name not in {"browser", "by_hand", "second_road"})


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Let a module be read with the figures with which its tests will count: its tables of cases may hang on them."""
    if isinstance(collector, pytest.Module):
        count_as(collector.path)
    return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let a test count with what the guide holds, or with figures that stay, before anything is made ready for it."""
    count_as(item.path)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what takes minutes by the folder in which it stands, and what needs a built site."""
    for item in items:
        folder = item.path.relative_to(Path(__file__).parent).parts[0]
        if folder in SLOW or "site" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)
        if counts_with_what_is_held(item.path):
            item.add_marker(pytest.mark.real)


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


def copy_to(directory: Path, *, real: bool) -> Checkout:
    """Return a bare checkout in `directory`, with what the guide holds or with figures that stay."""
    shutil.copytree(CALCULATORS, directory / "calculators", ignore=shutil.ignore_patterns("__pycache__"))
    if not real:
        (directory / "calculators" / "_editions.py").write_text(fixed.table(), encoding="utf-8")
    return Checkout(directory)


@pytest.fixture(scope="session")
def checkouts(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Checkout]:
    """Return two bare checkouts: with what the guide holds (True), and with figures that stay."""
    return {real: copy_to(tmp_path_factory.mktemp("checkout"), real=real) for real in (True, False)}


@pytest.fixture
def checkout(request: pytest.FixtureRequest, checkouts: dict[bool, Checkout]) -> Checkout:
    """Return a bare checkout that tests only read, with the figures with which this module counts."""
    return checkouts[counts_with_what_is_held(request.path)]


@pytest.fixture
def own_checkout(request: pytest.FixtureRequest, tmp_path: Path) -> Checkout:
    """Return a bare checkout that one test may alter, with the figures with which this module counts."""
    return copy_to(tmp_path, real=counts_with_what_is_held(request.path))


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the built site: `site/`, or the folder that GUIDE_SITE names."""
    folder = Path(os.environ.get("GUIDE_SITE") or CALCULATORS.parent / "site").resolve()
    if not (folder / "index.html").is_file():
        pytest.fail(f"{folder} holds no built site: run `python build.py` first", pytrace=False)
    return folder
