"""What the files that people keep have in common: a kind, a format that only grows, and lines of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.records import Refused
from calculators.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Collection

    from calculators.reply import Json
    from calculators.request import Refusals

FORMAT = 1
_LONGEST_TEXT = 200


def object_of(given: object, problems: Refusals, *, kind: str, keys: Collection[str], field: str) -> Json | None:
    """Return a file of this `kind` as parsed from JSON, or None if it is no object.

    A file of another kind, a newer format or a key that is none of `keys` is noted in `problems`.
    """
    if not isinstance(given, dict):
        problems.refuse(f"A {kind} file must be a JSON object", field=field)
        return None
    _refuse_other_files(given, problems, kind=kind, field=field)
    problems.refuse_unknown(given, keys, within=field, what=f"a {kind} file")
    return given


def _refuse_other_files(given: Json, problems: Refusals, *, kind: str, field: str) -> None:
    """Note a refusal for a file of another kind or a newer format than this copy reads."""
    if given.get("kind") != kind:
        told = "nothing" if given.get("kind") is None else quoted(str(given["kind"]))
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
