"""A length of time as a person typed it, made into a period or into a sentence that says what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.records import Period, Refused, Unit
from calculators.typed import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 1_000


def from_fields(typed: Mapping[str, str], *, field: str) -> Period:
    """Return the period that `length` (1 to 1,000) and `unit` (a word of `Unit`) describe, or raise `Refused`.

    The refusal's field is `field` with the part to mend: 'own.1.length'.
    """
    length = typed.get("length", "").strip()
    if not (length.isascii() and length.isdigit() and len(length) <= len(str(LONGEST)) and 1 <= int(length) <= LONGEST):
        message = f"The length must be a whole number from 1 to {LONGEST:,}; this is {quoted(length)}"
        raise Refused(message, field=f"{field}.length")
    if typed.get("unit") not in set(Unit):
        raise Refused(f"The unit must be one of: {', '.join(Unit)}", field=f"{field}.unit")
    return Period(length=int(length), unit=Unit(typed["unit"]))
