"""What a page need not carry: the theme's styles for what no page has, palettes that nobody can choose, and indentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_INDENTED = re.compile(r"(<(pre|textarea|script)\b.*?</\2>)|\n\s+", re.DOTALL)  # the first is left as it stands
_GROUPS = ("@media", "@supports")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_EITHER = re.compile(r":(?:not|is|where|has)\([^()]*(?:\([^()]*\)[^()]*)*\)")  # what stands in it may be missing
_CHOSEN = re.compile(
    r"\[(dir|data-md-color-[a-z]+)=\"?([\w-]+)\"?\]"
)  # attributes whose every value stands in the pages
_ATTRIBUTE = re.compile(r"\[[^\]]*\]")
_SET, _USED = re.compile(r"(--[\w-]+):"), re.compile(r"var\(\s*(--[\w-]+)")
_BY_THEME = {  # classes that the theme's script gives once search has fetched it, beside those of the results
    "md-header--shadow",
    "md-nav__link--passed",
    "md-typeset__scrollwrap",
    "md-typeset__table",
}


def trimmed_page(html: str) -> str:
    r"""Return a page without the indentation of its lines, and without empty ones.

    >>> trimmed_page("<p>\n    One\n\n  two</p><pre>\n  as it stands</pre>")
    '<p>\nOne\ntwo</p><pre>\n  as it stands</pre>'
    """
    return _INDENTED.sub(lambda found: found[1] or "\n", html)


def names_in(pages: Iterable[str], scripts: Iterable[str]) -> frozenset[str]:
    """Return every class of the pages, every word of our scripts, and each chosen attribute as `name=value`."""
    found = set(_BY_THEME)
    for page in pages:
        for node in LexborHTMLParser(page).css("*"):
            for name, value in node.attributes.items():
                if name == "class":
                    found.update((value or "").split())
                elif name == "dir" or name.startswith("data-md-color-"):
                    found.add(f"{name}={value}")
    for script in scripts:
        found.update(re.findall(r"[A-Za-z][\w-]*", script))
    return frozenset(found)


def uncommented(sheet: str) -> str:
    """Return a style sheet of ours without comments and indentation, which only its writers need."""
    return re.sub(r"/\*.*?\*/|^[ ]+", "", sheet, flags=re.DOTALL | re.MULTILINE)


def trimmed_style(sheet: str, names: Collection[str], *, others: str = "") -> str:
    """Return a style sheet without rules that only other `names` could meet, and without variables that nothing reads.

    `others` are the style sheets and scripts that may read its variables.
    """
    kept = "".join(_rules(sheet, names))
    while True:
        read = set(_USED.findall(kept + others))
        fewer = _without_variables(kept, read)
        if fewer == kept:
            return kept
        kept = fewer


def _rules(sheet: str, names: Collection[str]) -> Iterator[str]:
    """Yield each rule of which something is left, with the selectors that are left."""
    for rule in _split(sheet, "", after="};"):
        head, brace, body = rule.partition("{")
        if not brace or (head.startswith("@") and not head.startswith(_GROUPS)):
            yield rule
        elif head.startswith("@"):
            inside = "".join(_rules(body[:-1], names))
            if inside:
                yield f"{head}{{{inside}}}"
        else:
            selectors = [each for each in _split(head, ",") if _can_be_met(each, names)]
            if selectors:
                yield f"{','.join(selectors)}{{{body}"


def _can_be_met(selector: str, names: Collection[str]) -> bool:
    """Return whether every class that a selector asks for, and every chosen attribute, is among the names."""
    asked = _EITHER.sub("", selector)
    chosen = all(f"{name}={value}" in names for name, value in _CHOSEN.findall(asked))
    classes = _CLASS.findall(_ATTRIBUTE.sub("", asked))
    return chosen and all(name in names or name.startswith("md-search-result") for name in classes)


def _without_variables(sheet: str, read: Collection[str]) -> str:
    """Return a sheet without the declarations of variables that nothing reads, and without rules that are then empty."""
    done = []
    for rule in _split(sheet, "", after="};"):
        head, brace, body = rule.partition("{")
        if not brace:
            done.append(rule)
        elif head.startswith(_GROUPS):
            inside = _without_variables(body[:-1], read)
            done += [f"{head}{{{inside}}}"] if inside else []
        elif head.startswith("@"):
            done.append(rule)
        else:
            left = [each for each in _split(body[:-1], ";") if not (name := _SET.match(each)) or name[1] in read]
            done += [f"{head}{{{';'.join(left)}}}"] if left else []
    return "".join(done)


def _split(text: str, at: str, *, after: str = "") -> Iterator[str]:
    """Yield the parts of a style sheet's text between marks (`at`), or each with the mark that ends it (`after`).

    What stands in quotes, brackets and braces is passed over.
    """
    begin, depth, quote = 0, 0, ""
    for place, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote and text[place - 1] != "\\" else quote
        elif letter in "\"'":
            quote = letter
        elif letter in "{([":
            depth += 1
        elif letter in "})]":
            depth -= 1
        if not quote and depth == 0 and letter in (at or after):
            end = place if at else place + 1
            if text[begin:end].strip():
                yield text[begin:end]
            begin = place + 1
    if text[begin:].strip():
        yield text[begin:]
