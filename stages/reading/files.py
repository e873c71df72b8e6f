"""Reads the files of content/ as text: which files may lie there, and which characters may stand in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stages.problems import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_LARGEST = 1_000_000  # bytes: many times the longest edition, and few enough to check while somebody waits
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BESIDE = {"local", "library", "figures"}  # folders of content/ that hold no editions
_WORDS_BESIDE = {"comparisons", "facts", "glossary", "host", "second-reading"}  # files that other stages read
_SPACES = "\xa0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_ODD = re.compile(rf"[{_SPACES}\t\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2060\ufeff]")
_CONFLICT = re.compile(r"^(<{7}|>{7})( |$)", re.MULTILINE)


def text_of(file: Path, *, path: str) -> tuple[str | None, list[Problem]]:
    """Return a file's text and the characters in it that cannot stay; no text if it is too large, not UTF-8, or two versions are mixed.

    A byte order mark and any kind of line end are taken as they come.
    """
    if (size := file.stat().st_size) > _LARGEST:
        message = f"this file has {size:,} bytes, and a file of content may have {_LARGEST:,}; take out what was pasted into it"
        return None, [Problem(path, 1, message)]
    data = file.read_bytes()
    if problem := not_utf_8(data, path=path):  # of the words that it garbles nothing could be said that holds
        return None, [problem]
    text = data.decode("utf-8-sig")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if merge := _CONFLICT.search(text):
        message = "two versions were mixed here and not settled; keep one and delete the lines of < = >"
        return None, [Problem(path, _line_at(text, merge.start()), message)]
    problems = []
    line, before = 1, 0
    for found in _ODD.finditer(text):
        line, before = line + text.count("\n", before, found.start()), found.start()
        problems.append(Problem(path, line, _odd_words(found[0])))
    return _ODD.sub(lambda found: " " if re.match(rf"[{_SPACES}\t]", found[0]) else "", text), problems


def not_utf_8(data: bytes, *, path: str) -> Problem | None:
    """Return what an editor is told of a file that was not saved as UTF-8, once, at the first line where it shows."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return Problem(path, 1, "this file is UTF-16; save it as UTF-8 in your editor")
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        return Problem(path, line, "this line is not UTF-8 text; save the file as UTF-8 in your editor")
    return None


def _line_at(text: str, place: int) -> int:
    """Return the line, counted from 1, of a place in a text."""
    return text.count("\n", 0, place) + 1


def _odd_words(character: str) -> str:
    """Return what is wrong with a character that looks like an ordinary one, or like nothing."""
    if character == "\t":
        return "a tab stands here; type spaces"
    if re.match(rf"[{_SPACES}]", character):
        return "a space of a special kind stands here, as word processors make them; type an ordinary space"
    return f"a character that cannot be seen (U+{ord(character):04X}) stands here; delete it"


def edition_files(root: Path, nations: Iterable[str]) -> list[Path]:
    """Return the files of `nations`' editions, in the nations' order."""
    return [file for nation in nations for file in sorted((root / nation).glob("*.md")) if not hidden(file)]


def name_problems(root: Path, nations: Iterable[str], words: Iterable[str]) -> Iterator[Problem]:
    """Find what lies in content/ and would be passed over, or cannot have a page of its name."""
    nations, words = list(nations), list(words)
    for entry in sorted(root.iterdir()):
        path = f"{root.name}/{entry.name}"
        if hidden(entry) or entry.name in _BESIDE:
            continue
        if entry.is_dir():
            if entry.name in nations:
                yield from _folder_problems(root, entry)
            else:
                yield Problem(path, 1, f"'{entry.name}' is not a nation{nearest(entry.name, nations)}")
        elif entry.suffix == ".md":
            message = f"an edition lies in its nation's folder; move this file into one of: {', '.join(nations)}"
            yield Problem(path, 1, message)
        elif entry.suffix != ".yml" or entry.stem not in {*words, *_WORDS_BESIDE}:
            yield Problem(path, 1, f"nothing reads this file{nearest(entry.name, [f'{word}.yml' for word in words])}")


def _folder_problems(root: Path, folder: Path) -> Iterator[Problem]:
    """Find files in a nation's folder that are no editions, or whose names make poor addresses."""
    for entry in sorted(folder.iterdir()):
        path = f"{root.name}/{folder.name}/{entry.name}"
        if hidden(entry):
            continue
        if entry.is_dir():
            yield Problem(path, 1, f"an edition lies directly in {folder.name}/; move this folder's files there")
        elif entry.suffix != ".md":
            yield Problem(path, 1, "nothing reads this file; an edition's name ends in .md")
        elif not NAME.fullmatch(entry.stem):
            message = "an edition's name is small letters, digits and hyphens; name this file"
            yield Problem(path, 1, f"{message} {as_id(entry.stem)}.md")


def nation_folders(root: Path) -> list[str]:
    """Return the folders of content/ that hold editions: the nations, as far as one can tell without their list."""
    return sorted(entry.name for entry in root.iterdir() if entry.name not in _BESIDE and any(entry.glob("*.md")))


def as_id(name: str) -> str:
    """Return a name in small letters, digits and hyphens."""
    return re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")


def hidden(file: Path) -> bool:
    """Return whether an editor or operating system left this file for itself."""
    return file.name.startswith((".", "~", "#")) or file.name.endswith(("~", ".swp", ".tmp", ".bak"))
