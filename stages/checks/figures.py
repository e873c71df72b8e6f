"""What must hold in content/figures/: what holds in every figures file, and that no two of them disagree."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from calculators.files import disagreements, figures_of
from calculators.request import Refusals

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from calculators.files import Figures
    from calculators.records import Edition, Figure
    from stages.problems import Problem
    from stages.reading import Block


def check_figures(
    blocks: Sequence[Block], editions: Mapping[str, Edition], events: Collection[str], *, today: date
) -> tuple[dict[str, dict[str, Figure]], list[Problem]]:
    """Return the figures by edition and rule, and everything that is wrong in their files.

    `today` is the last day on which a text can have been read.
    """
    problems: list[Problem] = []
    files: list[tuple[str, Figures]] = []
    for block in blocks:
        refusals = Refusals()
        found = figures_of(_as_json(block.node), refusals, field="", editions=editions, events=events, today=today)
        problems += [
            block.problem(str(refusal), *_keys_of(refusal.field or "", block)) for refusal in refusals.refusals
        ]
        if found:
            files.append((block.path, found))
    by_path = {block.path: block for block in blocks}
    for rule, first, second in disagreements(files):
        message = f"this disagrees with {first} on '{rule}'; settle which is right, and change or remove the other"
        problems.append(by_path[second].problem(message, "figures"))
    figures: dict[str, dict[str, Figure]] = {}
    for _, file in reversed(files):
        figures.setdefault(file.edition.id, {}).update(file.by_rule)
    return figures, problems


def _keys_of(field: str, block: Block) -> tuple[str | int, ...]:
    """Return the keys of a refusal's field as the file has them: '.figures.2.length' is the second entry's length."""
    keys: list[str | int] = [int(part) - 1 if part.isdigit() else part for part in field.split(".") if part]
    node: Any = block.node
    for depth, key in enumerate(keys):
        try:
            node = node[key]
        except (LookupError, TypeError):
            return tuple(keys[:depth])  # the key that is missed stands nowhere
    return tuple(keys)


def _as_json(node: object) -> object:
    """Return what YAML's reader made of a file as JSON has it: plain objects and lists, dates as text."""
    match node:
        case dict():
            return {str(key): _as_json(value) for key, value in node.items()}
        case list():
            return [_as_json(value) for value in node]
        case date():
            return node.isoformat()
        case bool() | None:
            return node
        case int():
            return int(node)
        case _:
            return str(node)
