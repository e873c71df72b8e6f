"""Opens a table in LibreOffice Calc, as a reader would, and says what became of its cells."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def program() -> str:
    """Return LibreOffice's path, installed with apt if this is root on a machine that has it; or fail."""
    apt = shutil.which("apt-get")
    if shutil.which("soffice") is None and apt is not None and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "libreoffice-calc"]):
            subprocess.run([apt, *command], check=True, env=environment, capture_output=True)  # noqa: S603 - apt with our own words
    found = shutil.which("soffice")
    if found is None:
        pytest.fail("LibreOffice Calc is not here: install libreoffice-calc, then run this test again", pytrace=False)
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
