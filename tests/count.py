"""`python -m tests.count`: how many tests there are of each kind, from pytest's own list of them; none is run."""

from __future__ import annotations

import contextlib
import io
import sys
from collections import Counter
from pathlib import Path

import pytest

from bench.keeping import Figure, keep
from tests.browser.conftest import MODES

COMMAND = "python -m tests.count"
_BROWSER = Path(__file__).parent / "browser"


class _Listed:
    """Takes the list once pytest has it."""

    items: tuple[pytest.Item, ...] = ()

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Keep the list."""
        self.items = tuple(session.items)


def kind_of(item: pytest.Item) -> str:
    """Return what a test is: by where it stands, in which way it runs, and how long it takes."""
    in_browser = _BROWSER in item.path.parents
    ways = [str(mode) for mode in MODES if str(mode) in item.name.partition("[")[2]]
    if ways:
        browser, scheme = ways[0].split("-")
        return f"journeys in {browser.title()}, {'from a folder' if scheme == 'file' else 'over http'}"
    if in_browser:
        return "others of the browser tests"
    slow = item.get_closest_marker("slow") is not None
    return "slow tests: of the built site, by the second reading, of what an editor does" if slow else "quick tests"


def main() -> int:
    """Print and keep the number of each kind; return pytest's own code if it cannot list them."""
    listed = _Listed()
    with contextlib.redirect_stdout(io.StringIO()):
        code = pytest.main(["--collect-only", "-q", str(Path(__file__).parent)], plugins=[listed])
    if code != pytest.ExitCode.OK:
        return int(code)
    kinds = Counter(map(kind_of, listed.items))
    figures = [
        Figure("all tests", len(listed.items), "tests"),
        *(Figure(kind, number, "tests") for kind, number in sorted(kinds.items(), key=lambda each: -each[1])),
    ]
    sys.stdout.write("\n".join(f"{figure.value} {figure.what}" for figure in figures) + "\n")
    keep("tests", COMMAND, figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
