"""What must hold in Markdown: nothing that the site and an editor's preview read differently, nothing that the policy blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from stages.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

LISTS = {"bullet_list_open", "ordered_list_open"}
IN_ITEMS = {"paragraph_open", "blockquote_open", "fence", "code_block"}
OPENINGS = {"list_item_open", "blockquote_open"}
OUTSIDE = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)
STYLE = re.compile(r"(?:<[^>]*\s|\{:[^}]*\b)style\s*=", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b|<style\b|<[^>]*\son[a-z]+\s*=", re.IGNORECASE)
FETCHED = re.compile(r"<[^>]*\b(?:src|srcset|poster|data)\s*=\s*[\"']?(?:https?:)?//", re.IGNORECASE)
STEP = 4  # columns by which the site wants what belongs to a list item indented


def edition_problems(text: str, *, path: str, line: int) -> Iterator[Problem]:
    """Find in an edition's prose, which begins at `line`, what would not come out as its editor sees it."""
    lines = text.split("\n")
    tokens = MarkdownIt("commonmark").parse(text)
    yield from list_problems(tokens, lines, path=path, line=line)
    for token in tokens:
        at = line + first_line(token)
        if token.type == "code_block":
            yield Problem(path, at, "four spaces at the start of this line make it program code; take them away")
        elif token.type == "html_block":
            yield Problem(path, at, "this is HTML; an edition is written in Markdown alone")
        for child in token.children or ():
            here = at + offset_of(child.content, token.content)
            if child.type == "html_inline":
                yield Problem(path, here, f"'{child.content}' is HTML; an edition is written in Markdown alone")
            elif child.type == "image":
                yield from image_problems(str(child.attrs.get("src", "")), path=path, line=here)
    yield from policy_problems(text, path=path, line=line, html=False)
    for number, one in enumerate(lines):
        if one.endswith("\\"):
            yield Problem(path, line + number, "the site prints the backslash at the end of this line; take it out")


def list_problems(tokens: list[Token], lines: list[str], *, path: str, line: int) -> Iterator[Problem]:
    """Find lists that the site and an editor's preview would read differently."""
    for before, token in zip([None, *tokens], tokens, strict=False):
        first = first_line(token)
        indent = len(lines[first]) - len(lines[first].lstrip()) if token.map and lines else 0
        if token.type in LISTS:
            if token.level == 0 and first and lines[first - 1].strip():
                message = "put a blank line before this list; without it the site shows one paragraph"
                yield Problem(path, line + first, message)
            if token.level and indent % STEP:
                message = "indent a list inside a list by four spaces; the site does not see fewer"
                yield Problem(path, line + first, message)
            if token.type == "ordered_list_open" and token.markup == ")":
                yield Problem(path, line + first, "write `1.` rather than `1)`; the site does not see that as a list")
        elif token.type in IN_ITEMS and token.level and before and before.type not in OPENINGS and indent % STEP:
            message = "indent what belongs to the list item by four spaces; with fewer the site ends the list"
            yield Problem(path, line + first, message)


def policy_problems(text: str, *, path: str, line: int, html: bool = True) -> Iterator[Problem]:
    """Find what the site's policy would block: styles, scripts and pictures from elsewhere. `html` looks into tags too."""
    for number, one in enumerate(text.split("\n")):
        if STYLE.search(one):
            yield Problem(
                path, line + number, "the site's policy blocks `style=`; use a class of docs/assets/css/guide.css"
            )
        if html and SCRIPT.search(one):
            yield Problem(
                path, line + number, "the site's policy blocks scripts and styles written in a page; take this out"
            )
        if html and FETCHED.search(one):
            yield from image_problems("//", path=path, line=line + number)


def image_problems(source: str, *, path: str, line: int) -> Iterator[Problem]:
    """Find a picture that would be fetched from elsewhere."""
    if OUTSIDE.match(source):
        yield Problem(
            path, line, "this would be fetched from another site; put the file under docs/assets/ and name it there"
        )


def offset_of(part: str, whole: str) -> int:
    """Return how many lines into `whole` the first `part` stands."""
    return whole.count("\n", 0, max(whole.find(part), 0)) if part else 0


def first_line(token: Token) -> int:
    """Return the line on which a token begins, counted from 0."""
    return token.map[0] if token.map else 0
