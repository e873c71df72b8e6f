"""What must hold in Markdown: nothing that the site and an editor's preview read differently, nothing that the policy blocks."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from stages.problems import Problem
from stages.schema import HTML

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_ANY_LINK = MarkdownIt("commonmark")  # left alone, the tokeniser takes a link to `javascript:` for words
_ANY_LINK.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - its caller's word
_LISTS = {"bullet_list_open", "ordered_list_open"}
_IN_ITEMS = {"paragraph_open", "blockquote_open", "fence", "code_block"}
_OPENINGS = {"list_item_open", "blockquote_open"}
_OUTSIDE = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)
_IN_TAG = r"<[a-z][^<>]*[\s/\"']"  # a tag may run over the end of a line
_IN_BRACES = r"\{:?[^{}\n]*\b"  # attributes as Markdown writes them
_STYLE = re.compile(rf"(?:{_IN_TAG}|{_IN_BRACES})style\s*=", re.IGNORECASE)
_SCRIPT = re.compile(rf"<script\b|<style\b|{_IN_TAG}on[a-z]+\s*=", re.IGNORECASE)
_HANDLER = re.compile(rf"{_IN_BRACES}on[a-z]+\s*=", re.IGNORECASE)
_FETCHED = re.compile(rf"{_IN_TAG}(?:src|srcset|poster|data)\s*=\s*[\"']?(?:https?:)?//", re.IGNORECASE)
_HREF = re.compile(rf"{_IN_TAG}href\s*=\s*(?:\"([^\"]*)|'([^']*)|([^\s\"'>]+))", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_LEADS_TO = {"https", "http", "mailto"}
_PASSED_OVER = re.compile(r"[\x00-\x20]")  # a browser reads `java script:` with a tab or line end in it as one word
_CODE = re.compile(r"(?<!\\)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_TAG = re.compile(
    rf"(?!<https?://[^<>\s]*>|<[^<>\s]+@[^<>\s]+>){HTML.pattern}"
)  # an address in angle brackets is a link
_STEP = 4  # columns by which the site wants what belongs to a list item indented


def edition_problems(text: str, *, path: str, line: int) -> Iterator[Problem]:
    """Find in an edition's prose, which begins at `line`, what would not come out as its editor sees it."""
    lines = text.split("\n")
    tokens = tokens_of(text)
    yield from _list_problems(tokens, lines, path=path, line=line)
    for token in tokens:
        at = line + first_line(token)
        if token.type == "code_block":
            yield Problem(path, at, "four spaces at the start of this line make it program code; take them away")
    yield from _html_problems(tokens, path=path, line=line, what="an edition")
    yield from place_problems(tokens, path=path, line=line)
    yield from policy_problems(text, path=path, line=line, html=False)
    for number, text_line in enumerate(lines):
        if text_line.endswith("\\"):
            yield Problem(path, line + number, "the site prints the backslash at the end of this line; take it out")


def changelog_problems(text: str, *, path: str) -> Iterator[Problem]:
    """Find in CHANGELOG.md, which becomes a page, what is no Markdown and what the site's policy blocks."""
    tokens = tokens_of(text)
    yield from _html_problems(tokens, path=path, line=1, what="this file")
    yield from place_problems(tokens, path=path, line=1)
    yield from policy_problems(text, path=path, line=1, html=False)


def _html_problems(tokens: list[Token], *, path: str, line: int, what: str) -> Iterator[Problem]:
    r"""Find HTML in what is written in Markdown alone; `what` names it.

    The tokeniser's own word for it will not do: `<img src=x onerror=a=1>` and `\<b>` are HTML to the site and none to it,
    and code inside a list is code to it alone.
    """
    for token in tokens:
        at = line + first_line(token)
        if token.type == "html_block":
            yield Problem(path, at, f"this is HTML; {what} is written in Markdown alone")
        elif token.type == "inline" or (token.level and token.type in {"fence", "code_block"}):
            words = _CODE.sub(lambda code: "\n" * code[0].count("\n"), token.content)
            for tag in _TAG.finditer(words):
                here = at + words.count("\n", 0, tag.start())
                yield Problem(path, here, f"'{tag[0]}' is HTML; {what} is written in Markdown alone")


def place_problems(tokens: list[Token], *, path: str, line: int) -> Iterator[Problem]:
    """Find pictures that would be fetched from elsewhere, and links that lead where none may."""
    for token in tokens:
        at = line + first_line(token)
        for child in token.children or ():
            if child.type == "image":
                here = at + offset_of(child.content, token.content)
                yield from _image_problems(str(child.attrs.get("src", "")), path=path, line=here)
            elif child.type == "link_open":
                address = str(child.attrs.get("href", ""))
                yield from _address_problems(address, path=path, line=at + offset_of(address, token.content))


def _list_problems(tokens: list[Token], lines: list[str], *, path: str, line: int) -> Iterator[Problem]:
    """Find lists that the site and an editor's preview would read differently."""
    for before, token in zip([None, *tokens], tokens, strict=False):
        first = first_line(token)
        indent = len(lines[first]) - len(lines[first].lstrip()) if token.map and lines else 0
        if token.type in _LISTS:
            if token.level == 0 and first and lines[first - 1].strip():
                message = "put a blank line before this list; without it the site shows one paragraph"
                yield Problem(path, line + first, message)
            if token.level and indent % _STEP:
                message = "indent a list inside a list by four spaces; the site does not see fewer"
                yield Problem(path, line + first, message)
            if token.type == "ordered_list_open" and token.markup == ")":
                yield Problem(path, line + first, "write `1.` rather than `1)`; the site does not see that as a list")
        elif token.type in _IN_ITEMS and token.level and before and before.type not in _OPENINGS and indent % _STEP:
            message = "indent what belongs to the list item by four spaces; with fewer the site ends the list"
            yield Problem(path, line + first, message)


def policy_problems(text: str, *, path: str, line: int, html: bool = True) -> Iterator[Problem]:
    """Find what the site's policy would block: styles, scripts and pictures from elsewhere. `html` looks into tags too."""
    script = "the site's policy blocks scripts and styles written in a page; take this out"
    for at in _lines_of(_STYLE, text):
        yield Problem(path, line + at, "the site's policy blocks `style=`; use a class of docs/assets/css/guide.css")
    for at in _lines_of(_HANDLER, text):
        yield Problem(path, line + at, script)
    if html:
        for at in _lines_of(_SCRIPT, text):
            yield Problem(path, line + at, script)
        for at in _lines_of(_FETCHED, text):
            yield from _image_problems("//", path=path, line=line + at)
        for found in _HREF.finditer(text):
            address = unescape(found[1] or found[2] or found[3] or "")
            yield from _address_problems(address, path=path, line=line + text.count("\n", 0, found.start()))


def _lines_of(pattern: re.Pattern[str], text: str) -> list[int]:
    """Return each line, counted from 0, on which something that matches begins."""
    return list(dict.fromkeys(text.count("\n", 0, found.start()) for found in pattern.finditer(text)))


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of Markdown, with links of every kind."""
    return _ANY_LINK.parse(text)


def _address_problems(address: str, *, path: str, line: int) -> Iterator[Problem]:
    """Find an address of a link that leads where none may."""
    if leads_astray(address):
        message = f"this leads to {address}; a link leads to https://, http://, mailto: or a page of this guide"
        yield Problem(path, line, message)


def leads_astray(address: str) -> bool:
    """Return whether a link runs a script, opens a file of the reader's computer or, with `//`, a share of another."""
    address = _PASSED_OVER.sub("", address).replace("\\", "/")
    scheme = _SCHEME.match(address)
    return address.startswith("//") or bool(scheme and scheme[1].lower() not in _LEADS_TO)


def _image_problems(source: str, *, path: str, line: int) -> Iterator[Problem]:
    """Find a picture that would be fetched from elsewhere."""
    if _OUTSIDE.match(source):
        yield Problem(
            path, line, "this would be fetched from another site; put the file under docs/assets/ and name it there"
        )


def offset_of(part: str, whole: str) -> int:
    """Return how many lines into `whole` the first `part` stands."""
    return whole.count("\n", 0, max(whole.find(part), 0)) if part else 0


def first_line(token: Token) -> int:
    """Return the line on which a token begins, counted from 0."""
    return token.map[0] if token.map else 0
