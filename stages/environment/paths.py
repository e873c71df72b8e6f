"""Where a virtual environment keeps what we call, on each kind of system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ENTERED = "GUIDE_ENTERED"  # set for the environment's own Python to the name of the one that entered it, once


def programs(system: str = os.name) -> Path:
    """Return the folder of the environment's programs, from the root; 'nt' is Windows, every other name is not."""
    return Path(".venv") / ("Scripts" if system == "nt" else "bin")


def python(system: str = os.name) -> Path:
    """Return the environment's own Python, from the root."""
    return programs(system) / ("python.exe" if system == "nt" else "python")


def command(verb: str) -> str:
    """Return what to type for a verb of build.py, with the name of the Python that somebody called."""
    return f"`{os.environ.get(ENTERED) or called()} build.py {verb}`"


def called() -> str:
    """Return the name of the Python that runs this."""
    return Path(sys.executable).name.removesuffix(".exe")
