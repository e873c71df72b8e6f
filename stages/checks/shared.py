"""What several checks need: texts in parsed YAML with their keys, names that must be known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stages.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stages.problems import Problem
    from stages.reading import Block


NOT_SENTENCES = {"title", "held_in", "url"}  # as published


def texts_of(node: object, keys: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Yield every text in parsed YAML with its keys, those in lists too."""
    if isinstance(node, str):
        yield keys, node
    elif isinstance(node, list | dict):
        for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
            yield from texts_of(inner, (*keys, key))


def unknown(
    block: Block, named: Iterable[tuple[tuple[Any, ...], str]], known: Iterable[str], what: str
) -> Iterator[Problem]:
    """Find names that are none of `known`: each comes with its keys."""
    known = list(known)
    for keys, name in named:
        if name not in known:
            yield block.problem(f"'{name}' is not {what}{nearest(name, known)}", *keys)
