"""Reads the words that editions share, one file each; an entry that cannot be read still counts as a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stages.problems import Problem
from stages.reading.files import as_id, text_of
from stages.reading.model import Vocabulary
from stages.reading.validation import parse, read
from stages.schema.scalars import Id, Text
from stages.schema.vocabulary import BankHolidaysBlock, BodyBlock, EventBlock, FactBlock

if TYPE_CHECKING:
    from pathlib import Path

    from stages.reading.validation import Block

VOCABULARIES: dict[str, Any] = {
    "nations": dict[Id, Text],
    "topics": dict[Id, Text],
    "events": dict[Id, EventBlock],
    "facts": dict[Id, FactBlock],
    "bodies": dict[Id, BodyBlock],
    "bank-holidays": BankHolidaysBlock,
}
# What stands for an entry that could not be read. Nothing is made from it: its problem refuses the whole.
STAND_INS: dict[str, Any] = {
    "events": EventBlock(label="?", words="?", hint="?"),
    "facts": FactBlock(question="?", hint="?"),
    "bodies": BodyBlock(name="?", how="?"),
}


def read_vocabulary(root: Path) -> tuple[Vocabulary | None, list[str], list[Problem]]:
    """Return the vocabularies, the nations' ids and every problem met; no vocabularies if a whole file is unusable."""
    found: dict[str, Any] = {}
    blocks: dict[str, Block] = {}
    problems: list[Problem] = []
    for name, shape in VOCABULARIES.items():
        block, mistakes = read_file(root, name)
        problems += mistakes
        if block is None:
            continue
        value = read(block, shape)
        if isinstance(value, list):
            problems += value
            value = read_entries(block, name)
        if value is not None:
            blocks[name], found[name.replace("-", "_")] = block, value
    nations = list(found["nations"] if "nations" in found else folders(root))
    return (Vocabulary(blocks=blocks, **found) if len(found) == len(VOCABULARIES) else None), nations, problems


def read_file(root: Path, name: str) -> tuple[Block | None, list[Problem]]:
    """Return one vocabulary file as parsed, with the problems met."""
    path, file = f"{root.name}/{name}.yml", root / f"{name}.yml"
    if not file.is_file():
        return None, [Problem(path, 1, "this file is missing; restore it from the repository")]
    text, problems = text_of(file, path=path)
    block = parse(text, path=path, line=1) if text is not None else None
    return (None, [*problems, block]) if isinstance(block, Problem) else (block, problems)


def read_entries(block: Block, name: str) -> dict[str, Any] | None:
    """Return the entries of a vocabulary that can be read, and a stand-in for each of the others."""
    if name not in STAND_INS:
        return None
    shape = VOCABULARIES[name].__args__[1]
    entries = {as_id(str(key)): read(block, shape, at=(key,)) for key in block.node}
    return {key: STAND_INS[name] if isinstance(entry, list) else entry for key, entry in entries.items()}


def folders(root: Path) -> list[str]:
    """Return the folders of content/ that hold Markdown: the nations, as far as one can tell without their list."""
    return sorted(one.name for one in root.iterdir() if one.is_dir() and any(one.glob("*.md")))
