"""Reads a table of comma-separated values row by row, in bounded memory, losing no line to a broken row."""

from __future__ import annotations

import csv
import re
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from calculators.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_LINES = 100  # in one row: a quotation mark left open must not swallow the rest of the table
_MARK = "\ufeff"  # what some programs put at a file's head, and joining files leaves inside
_NOT_UTF8 = re.compile("[\udc80-\udcff]")  # how Python keeps a byte that it cannot read


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the table as read: the line it starts on, and its cells or why it has none."""

    line: int
    cells: Sequence[str] = ()
    reason: str | None = None


@dataclass(slots=True)
class Records:
    """Reads a table row by row. Lines that a broken row swallowed are read again on their own, so that none is lost."""

    lines: Iterator[str]
    again: deque[str] = field(default_factory=deque)
    line: int = 1

    def next(self, *, width: int | None) -> Record | None:
        """Return the next row that is not blank, or None at the end; `width` is how many cells it must have."""
        while True:
            taken: list[str] = []
            reason = None
            try:
                cells = next(csv.reader(self.feed(taken), strict=True), None)
            except csv.Error as error:
                cells, reason = [], _broken(str(error))
            if cells is None:
                return None
            start = self.line
            if reason is None and cells and width not in (None, len(cells)):
                reason = f"The row has {counted(len(cells), 'cell')} where the header has {width}"
            if reason is None and _NOT_UTF8.search("".join(taken)):
                reason = "The row holds bytes that are not UTF-8; save the table as CSV UTF-8"
            if reason:
                self.again.extendleft(reversed(taken[1:]))
                del taken[1:]
            self.line += len(taken)
            if cells or reason:
                return Record(start, [cell.replace(_MARK, "") for cell in cells], reason)

    def feed(self, taken: list[str]) -> Iterator[str]:
        """Yield lines for one row, noting each in `taken`."""
        while len(taken) < _MOST_LINES:
            line = self.again.popleft() if self.again else next(self.lines, None)
            if line is None:
                return
            taken.append(line)
            yield line


def _broken(error: str) -> str:
    """Return why a row is no CSV, as a sentence."""
    if error == "unexpected end of data":
        return f"A quotation mark is opened and not closed within {_MOST_LINES} lines"
    return f"The row cannot be read as CSV: {error}"
