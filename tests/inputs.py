"""`python -m tests.inputs`: run the tests that try random input and files with a mistake, and keep how many inputs they tried."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bench.keeping import Figure, keep

if TYPE_CHECKING:
    from collections.abc import Generator

COMMAND = "python -m tests.inputs"
_TESTS = Path(__file__).parent
_TRIED = re.compile(r"(\d+) passing, (\d+) failing, and \d+ invalid")


class Tally:
    """Leaves only the tests meant, and counts what they tried."""

    def __init__(self) -> None:
        self.properties = self.tried = self.broken = self.failed = 0

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave property tests, outside the browser, and the tests of broken files."""
        items[:] = [item for item in items if _is_property(item) or _is_of_broken_file(item)]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Count a test that has run."""
        report = yield
        if report.failed:
            self.failed += 1
        elif report.when == "call" and _is_of_broken_file(item):
            self.broken += 1
        elif report.when == "call":
            self.properties += 1
            self.tried += tried(getattr(item, "hypothesis_statistics", ""))
        return report


def tried(statistics: str) -> int:
    """Return how many inputs a property test tried, by hypothesis's own words; those that it threw away do not count."""
    return sum(int(passing) + int(failing) for passing, failing in _TRIED.findall(statistics))


def _is_property(item: pytest.Item) -> bool:
    return item.get_closest_marker("hypothesis") is not None and _TESTS / "browser" not in item.path.parents


def _is_of_broken_file(item: pytest.Item) -> bool:
    callspec = getattr(item, "callspec", None)
    return item.path.name == "test_broken.py" and callspec is not None and "mended" not in item.name


def main() -> int:
    """Print and keep what was tried; return 1 if a test fails."""
    tally = Tally()
    with contextlib.redirect_stdout(io.StringIO()) as said:
        pytest.main(
            ["-q", "--timeout=0", "--hypothesis-show-statistics", "--ignore", str(_TESTS / "browser"), str(_TESTS)],
            plugins=[tally],
        )
    figures = [
        Figure("inputs made at random that were tried", tally.tried, "inputs"),
        Figure("properties that must hold for each of them", tally.properties, "tests"),
        Figure("files with one mistake, each told in the sentence that was written down for it", tally.broken, "files"),
        Figure("tests of these that failed", tally.failed, "tests"),
    ]
    if tally.failed or not tally.tried or not tally.broken:
        sys.stdout.write(said.getvalue()[-5000:])
        return 1
    sys.stdout.write("\n".join(f"{figure.value} {figure.what}" for figure in figures) + "\n")
    keep("inputs", COMMAND, figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
