"""Turns what stands beside the editions into pages of docs/guide/: glossary, library, local arrangements, every field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from stages.compiling import fill, with_own
from stages.pages.glossary_links import link, words_to_link
from stages.reading import LAYERS
from stages.schema import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Environment

    from calculators.records import Edition
    from stages.compiling import Names
    from stages.pages.glossary_links import Terms
    from stages.reading import Local, Supplements

_MARKS = {
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
    supplements: Supplements,
    *,
    editions: tuple[Edition, ...],
    topics: Mapping[str, str],
    names: Names,
    templates: Environment,
) -> dict[str, str]:
    """Return every page made from the supplements: its path under docs/guide/ and its Markdown."""
    templates.filters["coded"] = _coded
    by_id = {held.id: held for held in editions}
    known = words_to_link(supplements.terms)
    library = {
        "reading_list": supplements.reading_list,
        "learning_models": supplements.learning_models,
        "published_reviews": supplements.published_reviews,
        "referral_form": supplements.referral_form,
    }

    def page(template: str, **given: object) -> str:
        return templates.get_template(f"{template}.md.j2").render(editions=by_id, **given)

    made = {
        "glossary.md": page(
            "glossary", glossary=supplements.glossary, entries=_alphabetical(supplements), letters=_letters(supplements)
        ),
        "fields.md": page("fields", kinds=kinds()),
        "release-notes.md": page("release-notes", changelog=Markup(supplements.changelog)),  # noqa: S704 - our own Markdown
        "local/index.md": page("local-index", locals=_in_order(supplements, by_id)),
        "library/index.md": page("library", **library),
    }
    for name in library:
        made[f"library/{name.replace('_', '-')}.md"] = page(name.replace("_", "-"), **library)
    for local in supplements.locals:
        edition = _edition_under(local, editions)
        made[f"local/{local.id}.md"] = page(
            "local",
            local=local,
            edition=edition,
            summary=fill(local.front.summary, edition=edition.id, known=with_own(names, edition.id, local.words)),
            sections=_sections(local, topics, names, known),
        )
    return made


def _coded(text: str) -> Markup:
    """Return a docstring's words with what stands between backticks as code."""
    parts = enumerate(text.split("`"))
    return Markup("").join(Markup("<code>{}</code>").format(part) if number % 2 else part for number, part in parts)


def _alphabetical(supplements: Supplements) -> list[tuple[str, Any]]:
    """Return the glossary's terms in the order in which a reader looks them up."""
    return sorted(supplements.terms.items(), key=lambda entry: entry[1].term.lower())


def _letters(supplements: Supplements) -> list[tuple[str, str]]:
    """Return each first letter with the id of its first term; letters with two meanings stand elsewhere."""
    found: dict[str, str] = {}
    for name, term in _alphabetical(supplements):
        if not term.meanings:
            found.setdefault(term.term[0].upper(), name)
    return list(found.items())


def _in_order(supplements: Supplements, editions: Mapping[str, Edition]) -> list[tuple[Local, Edition]]:
    """Return local arrangements by name, each with the edition under it."""
    return [
        (local, editions[local.front.sits_on])
        for local in sorted(supplements.locals, key=lambda arrangements: arrangements.front.name)
    ]


def _sections(local: Local, topics: Mapping[str, str], names: Names, known: Terms) -> Iterator[LocalSection]:
    """Yield the topics that local arrangements speak of, slots filled and terms linked."""
    seen: set[str] = set()
    for topic, heading in topics.items():
        layers = tuple(
            (layer.name, _MARKS[layer.name], _markdown(layer.text, local, names, known, seen))
            for layer in local.layers
            if layer.topic == heading
        )
        if layers:
            yield LocalSection(
                topic=topic, heading=heading, layers=tuple(sorted(layers, key=lambda layer: LAYERS.index(layer[0])))
            )


def _markdown(text: str, local: Local, names: Names, known: Terms, seen: set[str]) -> Markup:
    """Return a layer's Markdown with its slots filled and its terms linked."""
    edition = local.front.sits_on
    said = fill(text, edition=edition, known=with_own(names, edition, local.words))
    return Markup(link(said, known, seen, "../glossary.md"))  # noqa: S704 - our own Markdown


def _edition_under(local: Local, editions: Iterable[Edition]) -> Edition:
    """Return the edition on which local arrangements sit."""
    return next(edition for edition in editions if edition.id == local.front.sits_on)
