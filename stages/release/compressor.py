"""Compresses with the zlib that Pyodide carries, so that the same files give the same bytes on every computer.

The zlib of a system or of a Python may be another, and its own gzip writes which Python it was (3.13 another byte than 3.12).
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from stages.release.node import run_node

if TYPE_CHECKING:
    from collections.abc import Mapping

_SCRIPT = Path(__file__).parent / "runtime" / "compress.mjs"


def gzipped(data: Mapping[str, bytes], *, pyodide: Path, cache: Path) -> dict[str, bytes]:
    """Return each piece of data as a gzip file, by the same names. What was compressed before is in `cache`."""
    compressor = sha256((pyodide / "package.json").read_bytes() + _SCRIPT.read_bytes()).digest()
    kept = {name: cache / f"{sha256(compressor + held).hexdigest()}.gz" for name, held in data.items()}
    if missing := [name for name, file in kept.items() if not file.is_file()]:
        cache.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=cache) as folder:
            files = {name: Path(folder) / str(number) for number, name in enumerate(missing)}
            for name, file in files.items():
                file.write_bytes(data[name])
            run_node(_SCRIPT, pyodide, "gzip", *files.values())
            for name, file in files.items():
                file.with_name(f"{file.name}.gz").replace(kept[name])
    for file in kept.values():
        file.touch()  # used of late
    return {name: file.read_bytes() for name, file in kept.items()}


def deflated(archive: bytes, *, pyodide: Path) -> bytes:
    """Return a zip whose files are stored as one whose files are compressed."""
    with TemporaryDirectory() as folder:
        stored = Path(folder) / "stored.zip"
        stored.write_bytes(archive)
        run_node(_SCRIPT, pyodide, "zip", stored)
        return stored.with_name("stored.zip.deflated").read_bytes()
