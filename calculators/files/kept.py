"""What the files that people keep have in common: a kind, a format that only grows, and lines of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.records import Refused
from calculators.wording import quoted

if TYPE_CHECKING:
    from calculators.reply import Json
    from calculators.request import Refusals

FORMAT = 1
_LONGEST_TEXT = 200


def refuse_other_files(given: Json, problems: Refusals, *, kind: str, field: str) -> None:
    """Note a refusal for a file of another kind or a newer format than this copy reads."""
    if given.get("kind") != kind:
        told = quoted(str(given["kind"])) if "kind" in given else "nothing"
        problems.refuse(f'This is no {kind} file: its "kind" must be "{kind}", and says {told}', field=f"{field}.kind")
    number = given.get("format")
    if isinstance(number, int) and not isinstance(number, bool) and number > FORMAT:
        message = f"This {kind} file is of format {number}, which is newer than this copy of the guide reads ({FORMAT}); open it with a newer copy"
        problems.refuse(message, field=f"{field}.format")
    elif number != FORMAT or isinstance(number, bool):
        problems.refuse(f'This {kind} file must say "format": {FORMAT}', field=f"{field}.format")


def line_of(given: Json, name: str, *, field: str) -> str:
    """Return a line of text under `name`, or raise `Refused`: none, too long, or not plain text."""
    value = given.get(name)
    line = value.strip() if isinstance(value, str) else ""
    if not line or len(line) > _LONGEST_TEXT or not line.isprintable():
        raise Refused(f"{name} must be text of up to {_LONGEST_TEXT} characters on one line", field=f"{field}.{name}")
    return line
