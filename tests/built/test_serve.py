"""`build.py serve` as an editor has it: mistakes in the terminal and on the pages, from the first start on, and site/ left alone."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from stages.release.error_overlay import BEGIN
from tests.built.test_build import ROOT, copy_to, files, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAV = "          - Wales's editions: guide/compare-wales.md\n"
LACKS = "the navigation lacks the comparison of wales&#x27;s editions"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy that has a site to hand over, and whose navigation lacks a page."""
    folder = copy_to(tmp_path / "guide")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("The site as it was handed over.", encoding="utf-8")
    change(folder / "mkdocs.yml", NAV, f"#{NAV}")
    return folder


@pytest.fixture
def served(folder: Path) -> Iterator[str]:
    """Yield the address at which the copy is served."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GUIDE_"))}
    with (folder / "terminal.txt").open("w", encoding="utf-8") as terminal:
        server = subprocess.Popen(  # noqa: S603 - our own program and words
            [sys.executable, "-B", "build.py", "serve", "--port", str(port)], cwd=folder, stdout=terminal,
            stderr=terminal, env={**environment, "BROWSER": "true %s"},
        )  # fmt: skip
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=30)


def change(file: Path, old: str, new: str) -> None:
    """Replace text that must be there, as an editor saves it."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def awaited(address: str, *, having: str, lacking: str) -> str:
    """Return the page at an address once it has some words and lacks others; fail after four minutes."""
    page, late = "", time.monotonic() + 240
    while time.monotonic() < late:
        try:
            with urlopen(address, timeout=60) as reply:  # noqa: S310 - our own server
                page = reply.read().decode("utf-8")
        except (URLError, TimeoutError):
            page = ""
        if having in page and lacking not in page:
            return page
        time.sleep(0.3)
    pytest.fail(f"{address} has not {having!r} without {lacking!r}; last seen: {page[:2000]!r}")


def test_mistakes_are_shown_and_mended_while_site_stays(folder: Path, served: str) -> None:
    """At the first start, after mkdocs.yml is mended, and after CHANGELOG.md is broken."""
    held = files(folder / "site")
    first = awaited(f"{served}/", having=LACKS, lacking="At a glance")
    assert "mkdocs.yml:" in first

    change(folder / "mkdocs.yml", f"#{NAV}", NAV)
    awaited(f"{served}/guide/compare-wales.html", having="<h1", lacking=BEGIN)
    assert files(folder / "site") == held

    change(folder / "CHANGELOG.md", "# Code", "# Code\n\n[x](nowhere.md)")
    page = awaited(f"{served}/guide/compare-wales.html", having="nowhere.md", lacking="the navigation lacks")
    assert "CHANGELOG.md:" in page
    assert "<h1" in page
    told = (folder / "terminal.txt").read_text(encoding="utf-8")
    assert "the navigation lacks the comparison of wales's editions" in told
    assert "the link 'nowhere.md' leads to no page of the site" in told
    assert files(folder / "site") == held


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("check", "--port", "8001"), "--port goes with serve", id="with another verb"),
        pytest.param(("serve", "--port", "70000"), "--port is a whole number from 1 to 65535", id="no such port"),
    ],
)
def test_a_port_that_cannot_be(words: tuple[str, ...], said: str) -> None:
    done = run(ROOT, "build.py", *words)
    assert done.returncode == 2
    assert said in done.stderr
