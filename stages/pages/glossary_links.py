"""Links the glossary's terms where they first stand in the prose of a page: never in headings, links or code."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from stages.schema import linked_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.token import Token

    from stages.schema import TermBlock

_MARKDOWN = MarkdownIt("commonmark")
_PLAIN = {"text", "softbreak"}
INSIDE, OUTSIDE = {"link_open"}, {"link_close"}
_CLASS = "{: .cr-term }"
_ADDRESS = re.compile(r"\](?:\([^)\n]*\)|\[[^\]\n]*\])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The words to link: one pattern that finds them all, longest first, and the term that each stands for."""

    pattern: re.Pattern[str]
    by_words: Mapping[str, str]


def words_to_link(terms: Mapping[str, TermBlock]) -> Terms:
    """Return the words of a glossary's terms that are to be linked."""
    by_words = dict(linked_words(terms))
    longest_first = sorted(by_words, key=len, reverse=True)
    pattern = "|".join(_as_pattern(word) for word in longest_first) or r"(?!)"
    return Terms(
        pattern=re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])"),
        by_words={_key(word): name for word, name in by_words.items()},
    )


def _as_pattern(written: str) -> str:
    """Return a pattern for words that may begin a sentence, be more than one, or run over the end of a line."""
    first, rest = written[0], written[1:]
    start = f"[{first.lower()}{first.upper()}]" if first.islower() else re.escape(first)
    return start + re.sub(r"\\?\s", r"\\s+", re.escape(rest)) + "s?"


def _key(found: str) -> str:
    """Return words as the glossary writes them, as far as that can be told from the words alone."""
    return " ".join(found.lower().split())


def _term_of(found: str, known: Terms) -> str:
    """Return the term that words found by the pattern stand for."""
    words = _key(found)
    return known.by_words.get(words) or known.by_words[words.removesuffix("s")]


def linked(sections: Sequence[Any], known: Terms, *, address: str) -> list[Any]:
    """Return the sections of a page with each term linked to its anchor at `address` where it first stands."""
    seen: set[str] = set()
    return [
        section
        if section.parts is None
        else replace(
            section,
            parts=tuple(
                (kind, Markup(link(str(part), known, seen, address))) if kind == "prose" else (kind, part)  # noqa: S704 - our own Markdown
                for kind, part in section.parts
            ),
        )
        for section in sections
    ]


def link(text: str, known: Terms, seen: set[str], address: str) -> str:
    """Return Markdown with each term that `seen` lacks linked once, and put it in `seen`."""
    lines = text.split("\n")
    tokens = _MARKDOWN.parse(text)
    changes: list[tuple[int, int, int, int, str]] = []  # first and last place, and the term
    for before, token in pairwise(tokens):
        if token.type != "inline" or before.type == "heading_open" or token.map is None:
            continue
        places = _places_of(token, lines)
        open_to_links = _linkable(token)
        for found in known.pattern.finditer(token.content):
            term = _term_of(found[0], known)
            if term in seen or not all(open_to_links[found.start() : found.end()]):
                continue
            if found.start() not in places or found.end() - 1 not in places:
                continue
            seen.add(term)
            changes.append((*places[found.start()], *places[found.end() - 1], term))
    for first_line, first, last_line, last, term in reversed(changes):
        lines[last_line] = f"{lines[last_line][: last + 1]}]({address}#{term}){_CLASS}{lines[last_line][last + 1 :]}"
        lines[first_line] = f"{lines[first_line][:first]}[{lines[first_line][first:]}"
    return "\n".join(lines)


def _places_of(token: Token, lines: list[str]) -> dict[int, tuple[int, int]]:
    """Return, for each character of an inline token's text, the line and column in which the page has it."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    start = token.map[0] if token.map else 0
    for offset, line in enumerate(token.content.split("\n")):
        column = lines[start + offset].find(line)
        if column >= 0:
            found |= {at + n: (start + offset, column + n) for n in range(len(line))}
        at += len(line) + 1
    return found


def _linkable(token: Token) -> list[bool]:
    """Return, for each character of an inline token's text, whether it is plain text outside links."""
    marks = [False] * len(token.content)
    at = depth = 0
    for child in token.children or ():
        depth += (child.type in INSIDE) - (child.type in OUTSIDE)
        if child.type in OUTSIDE and (address := _ADDRESS.match(token.content, at)):
            at = address.end()
        written = "\n" if child.type == "softbreak" else child.content
        begin = token.content.find(written, at) if written else -1
        if begin < 0:
            continue
        at = begin + len(written)
        if child.type in _PLAIN and not depth:
            marks[begin:at] = [True] * len(written)
    return marks
