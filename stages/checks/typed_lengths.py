"""Lengths of time typed in a text, which only a rule may say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stages.compiling import without

if TYPE_CHECKING:
    from collections.abc import Iterator


_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
)


# A length may run over the end of a line, not of a paragraph; marks of emphasis and a figure said again do not part it.
_GAP = rf"(?:[^\S\n]|-|[*_]|&nbsp;|\((?:[0-9]+|{_NUMBERS})\)|\bor so\b|\n(?!\s*\n))+"


_KINDS = "calendar|working|clear|full|whole|consecutive|business|school|court"


# What any of the words below begins with: most words of a text are passed over at their first letter.
_BEGIN = r"\b(?=[0-9etfsonhqw])"


_LENGTH = re.compile(
    rf"{_BEGIN}(?:(?<!aged )(?<!age of )(?:[0-9]+|(?:{_NUMBERS})(?:-(?:{_NUMBERS}))?){_GAP}(?:(?:{_KINDS}){_GAP}){{0,2}}(?:hour|day|week|month|year)s?\b"
    rf"(?!{_GAP}olds?\b|{_GAP}of{_GAP}age\b)|fortnight(?:s|ly)?\b|quarterly\b|(?:each|every){_GAP}quarter\b"
    rf"|(?:[0-9]+|{_NUMBERS})(?:{_GAP})?(?:wds?\b|w\.d\.)"  # working days, as notes and forms have them
    rf"|within{_GAP}an?{_GAP}(?:hour|day|week|month|year)\b|half{_GAP}an?{_GAP}(?:hour|day|week|month|year)\b)",
    re.IGNORECASE,
)


_ADDRESS = re.compile(r"\]\([^)\s]*|https?://\S+")


def typed_lengths(text: str) -> Iterator[tuple[int, str]]:
    """Yield each typed length of time with its line, counted from 0; slots and addresses are left alone."""
    said = _ADDRESS.sub("", without(text))
    for found in _LENGTH.finditer(said):
        yield said.count("\n", 0, found.start()), " ".join(found[0].split())


def typed(words: str, *, write: str) -> str:
    """Return the finding of a typed length, with what to `write` instead."""
    return f"'{words}' is a length of time typed in prose; {write}"
