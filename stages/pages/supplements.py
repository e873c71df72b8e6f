"""Turns what stands beside the editions into pages of docs/guide/: glossary, library, local arrangements, every field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from stages.compiling.slots import fill
from stages.pages.glossary_links import link, terms
from stages.reading.supplements import LAYERS
from stages.schema.reference import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Environment

    from calculators.records import Edition
    from stages.compiling.slots import Names
    from stages.pages.glossary_links import Terms
    from stages.reading.supplements import Local, Shelf

MARKS = {
    "Local": "local",
    "National": "national",
    "Where they differ": "differs",
}  # the layers, as classes of the style sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalSection:
    """One topic of local arrangements: its heading, anchor, and the Markdown of each layer."""

    topic: str
    heading: str
    layers: tuple[tuple[str, str, Markup], ...]


def pages(
    shelf: Shelf, *, editions: tuple[Edition, ...], topics: Mapping[str, str], names: Names, templates: Environment
) -> dict[str, str]:
    """Return every page made from the shelf: its path under docs/guide/ and its Markdown."""
    templates.filters["coded"] = coded
    by_id = {one.id: one for one in editions}
    known = terms(shelf.glossary)
    library = {name.split("/")[1].replace("-", "_"): held for name, held in shelf.files.items() if "/" in name}

    def page(template: str, **given: Any) -> str:  # noqa: ANN401 - Jinja takes what it is given
        return templates.get_template(f"{template}.md.j2").render(editions=by_id, **given)

    made = {
        "glossary.md": page("glossary", glossary=shelf.glossary, entries=alphabetical(shelf), letters=letters(shelf)),
        "fields.md": page("fields", kinds=kinds()),
        "release-notes.md": page("release-notes", changelog=Markup(shelf.changelog)),  # noqa: S704 - our own Markdown
        "local/index.md": page("local-index", locals=in_order(shelf, by_id)),
        "library/index.md": page("library", **library),
    }
    for name in library:
        made[f"library/{name.replace('_', '-')}.md"] = page(name.replace("_", "-"), **library)
    for local in shelf.locals:
        edition = edition_under(local, editions)
        made[f"local/{local.id}.md"] = page(
            "local", local=local, edition=edition, sections=sections(local, topics, names, known)
        )
    return made


def coded(text: str) -> Markup:
    """Return a docstring's words with what stands between backticks as code."""
    parts = enumerate(text.split("`"))
    return Markup("").join(Markup("<code>{}</code>").format(part) if number % 2 else part for number, part in parts)


def alphabetical(shelf: Shelf) -> list[tuple[str, Any]]:
    """Return the glossary's terms in the order in which a reader looks them up."""
    return sorted(shelf.glossary.terms.items(), key=lambda entry: entry[1].term.lower())


def letters(shelf: Shelf) -> list[tuple[str, str]]:
    """Return each first letter with the id of its first term; letters with two meanings stand elsewhere."""
    found: dict[str, str] = {}
    for name, term in alphabetical(shelf):
        if not term.meanings:
            found.setdefault(term.term[0].upper(), name)
    return list(found.items())


def in_order(shelf: Shelf, editions: Mapping[str, Edition]) -> list[tuple[Local, Edition]]:
    """Return local arrangements by name, each with the edition under it."""
    return [(local, editions[local.front.sits_on]) for local in sorted(shelf.locals, key=lambda one: one.front.name)]


def sections(local: Local, topics: Mapping[str, str], names: Names, known: Terms) -> Iterator[LocalSection]:
    """Yield the topics that local arrangements speak of, slots filled and terms linked."""
    seen: set[str] = set()
    for topic, heading in topics.items():
        layers = tuple(
            (one.name, MARKS[one.name], markdown(one.text, local, names, known, seen))
            for one in local.layers
            if one.topic == heading
        )
        if layers:
            yield LocalSection(
                topic=topic, heading=heading, layers=tuple(sorted(layers, key=lambda one: LAYERS.index(one[0])))
            )


def markdown(text: str, local: Local, names: Names, known: Terms, seen: set[str]) -> Markup:
    """Return a layer's Markdown with its slots filled and its terms linked."""
    said = fill(text, edition=local.front.sits_on, known=names)
    return Markup(link(said, known, seen, "../glossary.md"))  # noqa: S704 - our own Markdown


def edition_under(local: Local, editions: Iterable[Edition]) -> Edition:
    """Return the edition on which local arrangements sit."""
    return next(one for one in editions if one.id == local.front.sits_on)
