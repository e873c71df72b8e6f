"""What a page of the guide makes a browser fetch before anybody searches or works anything out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from calculators.register import EDITIONS

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 300_000  # bytes
# A page with a table of all editions may grow with every edition more than there were when the limit was set.
EDITIONS_THEN, FOR_EACH_MORE = 9, 45_000
OF_ALL = ("criteria.html", "reckoner.html", "sources.html", "changes.html", "deadlines.html", "compare-editions.html")
FORMS = ("workbench.html", "cases.html", "day-counter.html")  # these fetch the engine


def fetched(page: Path) -> list[Path]:
    """Return the page and each script, style sheet and picture that it names."""
    parsed = LexborHTMLParser(page.read_text(encoding="utf-8"))
    named = [node.attributes.get("src") for node in parsed.css("script[src], img[src]")]
    named += [node.attributes.get("href") for node in parsed.css("link[rel=stylesheet], link[rel=icon]")]
    return [page, *((page.parent / name).resolve() for name in named if name)]


def test_a_page_of_the_guide_is_light(site: Path) -> None:
    pages = [page for page in (site / "guide").rglob("*.html") if page.name not in FORMS]
    weights = {page.relative_to(site).as_posix(): sum(file.stat().st_size for file in fetched(page)) for page in pages}
    more = FOR_EACH_MORE * max(0, len(EDITIONS) - EDITIONS_THEN)
    limits = dict.fromkeys(weights, LIMIT) | {f"guide/{name}": LIMIT + more for name in OF_ALL}
    assert len(weights) > 30
    assert limits.keys() == weights.keys()
    assert {page: weight for page, weight in weights.items() if weight > limits[page]} == {}


def test_no_page_names_the_theme_s_script_the_search_s_worker_or_its_index(site: Path) -> None:
    for page in site.rglob("*.html"):
        names = [file.name for file in fetched(page)]
        assert not [name for name in names if name.startswith(("bundle.", "search-worker", "search_index"))], page
