"""Every link of the built site leads somewhere, and every page can be reached; nothing outside is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from calculators.register import BODIES, EDITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GIVEN = {source.url for edition in EDITIONS.values() for source in edition.sources.values() if source.url}


@dataclass(frozen=True)
class Page:
    """One page: the ids on it and every address that it names."""

    ids: frozenset[str]
    addresses: tuple[str, ...]


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    """Return every page of the built site by its path."""
    return {path: read(path) for path in sorted(site.rglob("*.html"))}


def read(path: Path) -> Page:
    """Return what a page holds."""
    html = LexborHTMLParser(path.read_text(encoding="utf-8"))
    return Page(
        ids=frozenset(node.attributes["id"] or "" for node in html.css("[id]")),
        addresses=tuple(node.attributes[name] or "" for name in ("href", "src") for node in html.css(f"[{name}]")),
    )


def outside(address: str) -> bool:
    """Return whether an address leads out of the site."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def inside(pages: dict[Path, Page]) -> Iterator[tuple[Path, str]]:
    """Yield each page with each address on it that stays in the site."""
    for path, page in pages.items():
        yield from ((path, one) for one in page.addresses if not outside(one))


def target(path: Path, address: str) -> Path:
    """Return the file that an address on a page names."""
    named = unquote(urlsplit(address).path)
    return (path.parent / named).resolve() if named else path


def test_every_link_leads_to_a_file_of_the_site(pages: dict[Path, Page], site: Path) -> None:
    """To a file, for a folder opens no index page from a share; and never out of the site's own folder."""
    lost = [
        f"{path.relative_to(site)}: {one}"
        for path, one in inside(pages)
        if not target(path, one).is_file() or site not in target(path, one).parents
    ]
    assert lost == []


def test_every_anchor_is_there(pages: dict[Path, Page], site: Path) -> None:
    lost = [
        f"{path.relative_to(site)}: {one}"
        for path, one in inside(pages)
        if (fragment := unquote(urlsplit(one).fragment)) and fragment not in pages[target(path, one)].ids
    ]
    assert lost == []


def test_no_link_begins_at_the_root(pages: dict[Path, Page], site: Path) -> None:
    assert [f"{path.relative_to(site)}: {one}" for path, one in inside(pages) if one.startswith(("/", "\\"))] == []


def test_what_a_link_chooses_is_held(pages: dict[Path, Page]) -> None:
    """`?nation=`, `?edition=`, `?rule=`, `?test=` and `?show=` name what the guide holds, and nothing else is asked."""
    asked = [parse_qs(urlsplit(one).query) for _, one in inside(pages) if urlsplit(one).query]
    assert asked
    for each in asked:
        assert each.keys() <= {"nation", "edition", "rule", "test", "show"}, each
        assert set(each.get("nation", ())) <= {edition.partition("/")[0] for edition in EDITIONS}, each
        assert {*each.get("edition", ()), *each.get("show", ())} <= EDITIONS.keys(), each
        chosen = [EDITIONS[one] for one in each.get("edition", ())]
        assert set(each.get("rule", ())) <= {rule.id for edition in chosen for rule in edition.rules}, each
        assert set(each.get("test", ())) <= {test.id for edition in chosen for test in edition.tests}, each


def test_no_page_is_an_orphan(pages: dict[Path, Page], site: Path) -> None:
    """Every page can be reached from the home page by following links."""
    reached, ahead = {site / "index.html"}, [site / "index.html"]
    while ahead:
        here = ahead.pop()
        led = {target(here, one) for one in pages[here].addresses if not outside(one)}
        ahead += sorted((led & pages.keys()) - reached)
        reached |= led & pages.keys()
    assert sorted(str(path.relative_to(site)) for path in pages.keys() - reached) == []


def test_links_to_the_outside_are_safe_or_as_the_source_gives_them(pages: dict[Path, Page]) -> None:
    """Https, or a mailbox of a body; plain http only where a source is known by that address. Nothing is fetched to find out."""
    elsewhere = {one for page in pages.values() for one in page.addresses if outside(one)}
    assert elsewhere
    told = " ".join(channel.how for body in BODIES.values() for channel in body.channels.values())
    mailboxes = {one for one in elsewhere if one.startswith("mailto:")}
    assert all(one.removeprefix("mailto:") in told for one in mailboxes)
    assert sorted(one for one in elsewhere - mailboxes if not one.startswith("https://") and one not in GIVEN) == []
