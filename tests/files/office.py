"""Opens a table in LibreOffice Calc, as a reader would, and says what became of its cells."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def program() -> str:
    """Return LibreOffice's path, or fail saying how to have it: tests install nothing."""
    found = shutil.which("soffice")
    if found is None:
        message = "LibreOffice Calc is not here: run `python -m tests.browser.install` as root on Debian, or install it"
        pytest.fail(message, pytrace=False)
    return found


def opened(table: Path) -> str:
    """Return a CSV file as Calc understands it, in OpenDocument XML: a formula there has the attribute `table:formula`."""
    profile = (
        f"-env:UserInstallation={(table.parent / 'profile').as_uri()}"  # its own, so that no other run is in the way
    )
    asked = [program(), profile, "--headless", "--convert-to", "fods", "--outdir", str(table.parent), str(table)]
    done = subprocess.run(asked, check=True, capture_output=True, timeout=120)  # noqa: S603 - a program of the system
    made = table.with_suffix(".fods")
    assert made.is_file(), done.stderr.decode()
    return made.read_text(encoding="utf-8")
