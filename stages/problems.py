"""A mistake in content, said to whoever edits it: file, line, what is wrong and what to write."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake. Printed as `content/england/x.md:12: what is wrong and what to write`."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class ContentRefused(Exception):  # noqa: N818 - it names what happened, not a fault of the program
    """Content that cannot be compiled, with every problem in it and how things stand after it."""

    def __init__(self, problems: Iterable[Problem], *, stands: str = "nothing was changed") -> None:
        self.problems = sorted(set(problems))
        self.stands = stands
        super().__init__("\n".join(map(str, self.problems)))


def nearest(wanted: str, known: Iterable[str]) -> str:
    """Return '; did you mean 'x'?' for a near miss, else '; write one of: …'; nothing if nothing is known."""
    known = list(known)
    if not known:
        return ""
    near = get_close_matches(wanted, known, n=1)
    return f"; did you mean '{near[0]}'?" if near else f"; write one of: {', '.join(known)}"
