"""Reads the words that editions share, one file each; an entry that cannot be read still counts as a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from stages.reading.files import as_id, nation_folders
from stages.reading.model import Vocabulary
from stages.reading.validation import read
from stages.reading.yaml_document import parse_file
from stages.schema import BankHolidaysBlock, BodyBlock, EventBlock, FactBlock, Id, Text

if TYPE_CHECKING:
    from pathlib import Path

    from stages.problems import Problem
    from stages.reading.validation import Block

VOCABULARIES = ("nations", "topics", "events", "facts", "bodies", "bank-holidays")
# What stands for an entry that could not be read. Nothing is made from it: its problem refuses the whole.
_NO_EVENT = EventBlock(label="?", words="?", hint="?")
_NO_FACT = FactBlock(question="?", hint="?")
_NO_BODY = BodyBlock(name="?", how="?")
_Shaped = TypeVar("_Shaped")


def read_vocabulary(root: Path) -> tuple[Vocabulary | None, list[str], list[Problem]]:
    """Return the vocabularies, the nations' ids and every problem met; no vocabularies if a whole file is unusable."""
    blocks: dict[str, Block] = {}
    problems: list[Problem] = []
    for name in VOCABULARIES:
        block, mistakes = parse_file(root, name)
        problems += mistakes
        if block is not None:
            blocks[name] = block
    nations = _read_whole(blocks, "nations", dict[Id, Text], problems)
    topics = _read_whole(blocks, "topics", dict[Id, Text], problems)
    events = _read_entries(blocks, "events", _NO_EVENT, problems)
    facts = _read_entries(blocks, "facts", _NO_FACT, problems)
    bodies = _read_entries(blocks, "bodies", _NO_BODY, problems)
    bank_holidays = _read_whole(blocks, "bank-holidays", BankHolidaysBlock, problems)
    found = None
    if not (
        nations is None or topics is None or events is None or facts is None or bodies is None or bank_holidays is None
    ):
        found = Vocabulary(
            nations=nations,
            topics=topics,
            events=events,
            facts=facts,
            bodies=bodies,
            bank_holidays=bank_holidays,
            blocks=blocks,
        )
    return found, list(nation_folders(root) if nations is None else nations), problems


def _read_whole(blocks: dict[str, Block], name: str, shape: type[_Shaped], problems: list[Problem]) -> _Shaped | None:
    """Return a vocabulary, or None after adding to the `problems` why it cannot be read."""
    if name not in blocks:
        return None
    value = read(blocks[name], shape)
    if isinstance(value, list):
        problems += value
        return None
    return value


def _read_entries(
    blocks: dict[str, Block], name: str, stand_in: _Shaped, problems: list[Problem]
) -> dict[str, _Shaped] | None:
    """Return a vocabulary's entries, shaped as its `stand_in`, which takes the place of each that cannot be read."""
    shape = type(stand_in)
    whole = _read_whole(blocks, name, dict[Id, shape], problems)  # type: ignore[valid-type] # a class known when it runs
    if whole is not None or name not in blocks:
        return whole
    block = blocks[name]
    entries = {as_id(str(key)): read(block, shape, at=(key,)) for key in block.node}
    return {key: stand_in if isinstance(entry, list) else entry for key, entry in entries.items()}
