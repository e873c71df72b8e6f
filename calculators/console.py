"""What the command line reads and writes: whatever the console's encoding, and whether or not anybody reads on."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable


def write(stream: TextIO | None, text: str) -> None:
    """Write a line of text, whatever the stream's encoding; leave quietly if nobody reads it any more."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    _pour(stream, (text, "\n"))


def write_file(stream: TextIO | None, parts: Iterable[str]) -> None:
    """Write a file's text as UTF-8 with the line ends it has, part by part as it is made."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="", line_buffering=False)
    _pour(stream, parts)


def _pour(stream: TextIO | None, parts: Iterable[str]) -> None:
    """Write parts of text; leave quietly if nobody reads them any more."""
    for part in parts:
        if stream is not None:  # None if the caller closed it before we began
            _push(stream, part)
    if stream is not None:
        _push(stream, "", flush=True)


def _push(stream: TextIO, text: str, *, flush: bool = False) -> None:
    """Write to a stream, or leave quietly."""
    try:
        stream.write(text)
        if flush:
            stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # or Python complains again as it closes
        sys.exit(1)


def opened(path: str) -> TextIO:
    """Return the table at `path`, or standard input for '-', as text in UTF-8 whose stray bytes are kept as surrogates.

    Raises `OSError`. The command line alone opens a file.
    """
    if path == "-" and sys.stdin is None:  # the caller closed it before we began
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    binary = sys.stdin.buffer if path == "-" else Path(path).open("rb")  # noqa: SIM115 - closed with the text around it
    return io.TextIOWrapper(binary, encoding="utf-8-sig", errors="surrogateescape", newline="")
