"""Reads content/ as it stands into values that remember their lines; says what cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stages.problems import ContentRefused, Problem
from stages.reading.files import edition_files, name_problems, text_of
from stages.reading.markdown import read_sections
from stages.reading.model import Content, WrittenEdition
from stages.reading.validation import parse, read
from stages.reading.vocabulary import VOCABULARIES, read_vocabulary
from stages.schema import FrontMatter

if TYPE_CHECKING:
    from pathlib import Path

_BORDER = "---"


def read_content(root: Path) -> Content:
    """Return what `root` (content/) holds, with the problems met.

    Raises `ContentRefused` if a whole vocabulary cannot be read: with that, and every problem of reading the editions.
    """
    vocabulary, nations, problems = read_vocabulary(root)
    if vocabulary or nations:
        problems += name_problems(root, nations, VOCABULARIES)
    editions: list[WrittenEdition] = []
    unread: set[str] = set()
    for file in edition_files(root, nations):
        name, path = f"{file.parent.name}/{file.stem}", f"{root.name}/{file.parent.name}/{file.name}"
        text, mistakes = text_of(file, path=path)
        problems += mistakes
        edition = None
        if text is not None:
            edition, mistakes = _read_edition(text, name=name, path=path)
            problems += mistakes
        if edition:
            editions.append(edition)
        else:
            unread.add(name)
    if vocabulary is None:
        raise ContentRefused(problems)
    return Content(vocabulary=vocabulary, editions=tuple(editions), problems=tuple(problems), unread=frozenset(unread))


def _read_edition(text: str, *, name: str, path: str) -> tuple[WrittenEdition | None, list[Problem]]:
    """Return an edition with the problems in its blocks; no edition if its front matter cannot be read."""
    lines = text.split("\n")
    borders = [number for number, line in enumerate(lines) if line.rstrip() == _BORDER]
    if borders[:1] != [0]:
        return None, [Problem(path, 1, "start with front matter: a line `---`, the edition's keys, a line `---`")]
    if len(borders) == 1:
        return None, [Problem(path, 1, "the front matter is not closed; write a line `---` after its last key")]
    sections, problems, unread = read_sections(lines, start=borders[1] + 1, path=path)
    front_block = parse("\n".join(lines[1 : borders[1]]), path=path, line=2)
    if isinstance(front_block, Problem):
        return None, [front_block, *problems]
    front = read(front_block, FrontMatter)
    if isinstance(front, list):
        return None, [*front, *problems]
    edition = WrittenEdition(id=name, path=path, front=front, front_block=front_block, sections=sections, unread=unread)
    return edition, problems
