"""The theme's search index, shaped: what is found is the guide's text, and neither its forms nor its tables."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import NotRequired, Protocol

    class _Found(Protocol):
        @property
        def words(self) -> str: ...
        @property
        def text(self) -> str | None: ...
        @property
        def boost(self) -> float | None: ...


_FIELDS = {"title": {"boost": 8.0}, "words": {"boost": 6.0}, "text": {"boost": 0.1}, "rest": {"boost": 0.05}}
_BY_NAME = (  # pages that are a form or tables from end to end: found by their names
    "index.html",
    "guide/index.html",
    "guide/workbench.html",
    "guide/cases.html",
    "guide/day-counter.html",
    "guide/deadlines.html",
    "guide/reckoner.html",
    "guide/bank-holidays.html",
    "guide/fields.html",
    "guide/library/referral-form.html",
)
_TWICE = ("#at-a-glance", "#process", "#sources")  # on an edition's page: what stands there again beside its rule
_TABLES = re.compile(r"guide/sources\.html#[a-z-]+-\d{4}")  # which rule stands where: its own page says it better
_SHOWN = re.compile(r"<(p|ul|ol|pre)>.*?</\1>", re.DOTALL)
_PARAGRAPH = re.compile(r"<p>.*?</p>", re.DOTALL)


class _Entry(TypedDict):
    """One place as the theme's search knows it, with two fields that are never shown: words, and the cells of tables."""

    location: str
    title: str
    text: str
    words: NotRequired[str]
    rest: NotRequired[str]
    boost: NotRequired[float]


def search_index_files(index: str, found: Mapping[str, _Found]) -> dict[str, str]:
    """Return the files of the search by name: for a server as JSON, and for a folder as a script that hands over the same.

    `index` is the theme's (JSON); the sentences and words of `found`, by address, are put to it, and forms and tables left out.
    """
    data: dict[str, Any] = json.loads(index)
    data["config"]["fields"] = _FIELDS
    data["docs"] = [_with(entry, found) for entry in _kept(data["docs"], found)]
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    return {"search_index.json": text, "search_index.js": f"var __index = {text}"}


def _kept(entries: Iterable[_Entry], found: Mapping[str, _Found]) -> Iterator[_Entry]:
    """Yield the entries to be found; one that only says its page's title again is told with the page."""
    page: _Entry = {"location": "", "title": "", "text": ""}
    held: _Entry | None = None
    for entry in entries:
        address, _, fragment = entry["location"].partition("#")
        if not fragment:
            if held:
                yield held
            page = held = {**entry, "text": _first(entry["text"])} if address in _BY_NAME else entry
        elif entry["title"] == page["title"] and held:
            yield {**held, "text": held["text"] or _first(entry["text"])}
            held = None
        else:
            if held:
                yield held
                held = None
            again = f"{address}#" in found and f"#{fragment}" in _TWICE
            if address not in _BY_NAME and not again and not _TABLES.fullmatch(entry["location"]):
                yield entry
    if held:
        yield held


def _with(entry: _Entry, found: Mapping[str, _Found]) -> _Entry:
    """Return an entry with what is known of its place, and of every place on its page."""
    address = entry["location"].partition("#")[0]
    known = [told for told in (found.get(entry["location"]), found.get(f"{address}#")) if told]
    shown = "".join(block[0] for block in _SHOWN.finditer(entry["text"]))
    done: _Entry = {
        **entry,
        "text": shown,
        "words": " ".join(told.words for told in known),
        "rest": " ".join(_SHOWN.sub(" ", entry["text"]).split()),  # a result would run the cells together
    }
    texts = [told.text for told in known if told.text is not None]
    boosts = [told.boost for told in known if told.boost is not None]
    if texts:
        done["text"] = texts[0]
    if boosts:
        done["boost"] = boosts[0]
    return done


def _first(text: str) -> str:
    """Return the first paragraph, or nothing."""
    paragraph = _PARAGRAPH.search(text)
    return paragraph[0] if paragraph else ""
