"""Reads content/second-reading.yml: what a second person found in the texts. Nothing is made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stages.reading.validation import read
from stages.reading.yaml_document import parse_file
from stages.schema import ReadEditionBlock, ReadRuleBlock, SecondReadingBlock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from stages.problems import Problem
    from stages.reading.validation import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReading:
    """The file with its lines; a rule of one line is a block that says no more."""

    block: Block
    editions: Mapping[str, ReadEditionBlock]
    rules: Mapping[str, Mapping[str, ReadRuleBlock]]  # by edition and rule
    published_to: int


def read_second_reading(root: Path) -> tuple[SecondReading | None, list[Problem]]:
    """Return what `root` (content/) holds of it, none if it cannot be read, with the problems met."""
    block, problems = parse_file(root, "second-reading")
    if block is None:
        return None, problems
    held = read(block, SecondReadingBlock)
    if isinstance(held, list):
        return None, [*problems, *held]
    rules: dict[str, dict[str, ReadRuleBlock]] = {}
    for name, edition in held.editions.items():
        rules[name] = {}
        for rule, said in edition.rules.items():
            if isinstance(said, str):
                rules[name][rule] = ReadRuleBlock(says=said)
                continue
            written = read(block, ReadRuleBlock, at=("editions", name, "rules", rule))
            if isinstance(written, list):
                problems += written
            else:
                rules[name][rule] = written
    return SecondReading(block=block, editions=held.editions, rules=rules, published_to=held.published_to), problems
