"""Turns compiled content into the Markdown pages of docs/guide/, with cards and forms from the templates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from calculators.counting.in_force import said
from calculators.records import Kind, Read, Unit
from calculators.typed import MONTHS, in_full, in_words
from calculators.wording import clock_words
from stages.compiling.slots import fill, period_of
from stages.pages import glossary_links as glossary
from stages.pages import process
from stages.pages import supplements as shelf_pages
from stages.pages.almanac import holiday_years, reckoner_months
from stages.pages.changes import consecutive
from stages.pages.compare import Matrix, compare_pages, compared, dated, lines, summaries, with_figures
from stages.pages.glance import glance, retentions
from stages.pages.reckoner import reckoners
from stages.pages.sources import mentions_of, places, references
from stages.pages.statements import Words, asked, when
from stages.pages.workbench import event_forms, fact_forms, nation_forms
from stages.reading.editions import Prose, WrittenBlock

if TYPE_CHECKING:
    from calculators.records import Edition, Rule, Source
    from stages.guide import Guide
    from stages.pages.compare import Summaries
    from stages.reading.editions import WrittenEdition

TEMPLATES = Path(__file__).parent / "templates"
COVERAGE_WORDS = {"whole": "Held whole", "partial": "Held in part", "stub": "Figures mostly not held"}


def pages(guide: Guide) -> dict[str, str]:
    """Return every generated page: its path under docs/guide/ and its Markdown."""
    templates = environment(guide)
    vocabulary = guide.content.vocabulary
    said_of = summaries(guide.content.editions, vocabulary.topics, guide.names)
    kept = retentions(guide.editions)
    glances = {edition.id: glance(edition, said_of, kept) for edition in guide.editions}
    event_words = {key: event.words for key, event in vocabulary.events.items()}
    known = glossary.terms(guide.shelf.glossary)
    made = shelf_pages.pages(
        guide.shelf, editions=guide.editions, topics=vocabulary.topics, names=guide.names, templates=templates
    )
    for written in guide.content.editions:
        edition = next(one for one in guide.editions if one.id == written.id)
        made[f"{edition.id}.md"] = templates.get_template("edition.md.j2").render(
            edition=edition,
            root="../../",
            sections=glossary.linked(sections(guide, written, edition), known, address="../glossary.md"),
            glance=glances[edition.id],
            process=process.process(edition, vocabulary.topics, event_words),
        )
    year = max(int(edition.checked[:4]) for edition in guide.editions)
    made["workbench.md"] = templates.get_template("workbench.md.j2").render(
        editions=guide.editions,
        nation_forms=nation_forms(guide.editions, guide.content.vocabulary.nations),
        event_forms=event_forms(guide.editions, guide.content.vocabulary),
        fact_forms=fact_forms(guide.editions, guide.content.vocabulary),
    )
    made["index.md"] = templates.get_template("index.md.j2").render(glances=glances)
    spec = guide.content.vocabulary.bank_holidays
    made["bank-holidays.md"] = templates.get_template("bank-holidays.md.j2").render(
        calendars=holiday_years(guide.calendars.values(), spec, near=(year, year + 1)), published=spec.published
    )
    made["reckoner.md"] = templates.get_template("reckoner.md.j2").render(
        tables=reckoner_months(reckoners(guide.editions, guide.calendars, (year, year + 1)), guide.calendars)
    )
    return made | across_editions(guide, templates, said_of)


def across_editions(guide: Guide, templates: Environment, said: Summaries) -> dict[str, str]:
    """Return the pages that stand across editions, by path under docs/guide/."""
    vocabulary = guide.content.vocabulary
    by_nation = {nation: tuple(guide.newest_first(nation)) for nation in vocabulary.nations}
    in_force = tuple(held[0] for held in by_nation.values() if held)
    everything = tuple(edition for held in by_nation.values() for edition in held)
    pages = compare_pages(guide, by_nation, in_force, everything, said)
    titles = (*pages, {"path": "deadlines", "title": "The deadline matrix"})
    words = Words(
        events={key: event.words for key, event in vocabulary.events.items()},
        bodies={key: body.name for key, body in vocabulary.bodies.items()},
    )
    made = {
        f"{page.path}.md": templates.get_template("compare.md.j2").render(
            page=page, pages=titles, with_figures=tuple(with_figures(held) for held in by_nation.values() if held)
        )
        for page in pages
    }
    made["deadlines.md"] = templates.get_template("deadlines.md.j2").render(
        pages=titles,
        columns=in_force,
        all_editions=everything,
        rows=dated(compared(in_force, vocabulary.topics, said)),
        matrices=[
            Matrix(id=nation, columns=held, lines=lines(held, vocabulary.topics))
            for nation, held in by_nation.items()
            if held
        ],
    )
    made["changes.md"] = templates.get_template("changes.md.j2").render(
        by_nation={nation: consecutive(held, words) for nation, held in by_nation.items()},
        when_words=lambda rule: when(rule, words),
        asked_words=asked,
    )
    mentions = mentions_of(guide.content)
    made["sources.md"] = templates.get_template("sources.md.j2").render(
        references={nation: references(nation, held, mentions) for nation, held in by_nation.items()}, places=places
    )
    return made


def environment(guide: Guide) -> Environment:
    """Return the templates' own Jinja, autoescaping, with the words that they need."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "clock": lambda reading: clock_words(
            reading.period, reading.direction, guide.content.vocabulary.events[reading.event].words
        ),
        "events": guide.content.vocabulary.events,
        "facts": guide.content.vocabulary.facts,
        "bodies": guide.content.vocabulary.bodies,
        "nations": guide.content.vocabulary.nations,
        "topics": guide.content.vocabulary.topics,
        "successor": guide.successor,
        "newest_first": guide.newest_first,
        "months": MONTHS,
        "units": list(Unit),
        "superseded": guide.superseded,
        "uses": uses,
        "not_read": not_read,
        "period_of": period_of,
        "flow_width": process.WIDTH,
        "flow_left": process.LEFT,
        "flow_right": process.RIGHT,
        "rule_of": rule_of,
        "coverage_words": COVERAGE_WORDS,
        "calendar_names": {one.id: one.name for one in guide.calendars.values()},
    }
    made.filters |= {"said": said, "in_words": in_words, "in_full": in_full, "fill": filler(guide)}
    return made


def filler(guide: Guide) -> Any:  # noqa: ANN401 - Jinja's filters have no common type
    """Return the filter that fills slots in a note of an edition."""
    return lambda text, edition: fill(text, edition=edition.id, known=guide.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSection:
    """One topic as the page shows it: prose with slots filled, rules as cards, examples in a box; None for a gap."""

    topic: str
    heading: str
    parts: tuple[tuple[str, Any], ...] | None


def sections(guide: Guide, written: WrittenEdition, edition: Edition) -> list[PageSection]:
    """Return every topic of an edition in the fixed order; one that it leaves out has no parts."""
    by_heading = {section.heading: section for section in written.sections}
    found = []
    for topic, heading in guide.content.vocabulary.topics.items():
        section = by_heading.get(heading)
        parts = tuple(shown(guide, part, edition) for part in section.parts) if section else None
        found.append(PageSection(topic=topic, heading=heading, parts=parts))
    return found


def shown(guide: Guide, part: Prose | WrittenBlock, edition: Edition) -> tuple[str, Any]:
    """Return a part as a kind of thing to show and its value."""
    if isinstance(part, Prose):
        return "prose", Markup(fill(part.text, edition=edition.id, known=guide.names))  # noqa: S704 - our own Markdown
    if part.kind in set(Kind):
        return "rule", next(rule for rule in edition.rules if rule.id == part.record.id)
    if part.kind == "test":
        return "test", next(test for test in edition.tests if test.id == part.record.id)
    return part.kind, part.record


def rule_of(edition: Edition, example: Any) -> Rule:  # noqa: ANN401 - the record of an example block
    """Return the rule that a worked example works."""
    return next(rule for rule in edition.rules if rule.id == example.rule)


def not_read(edition: Edition) -> list[tuple[str, Source]]:
    """Return the sources that are known only through other texts: where to look for what is not held."""
    return [(ref, source) for ref, source in edition.sources.items() if source.read is Read.NONE]


def uses(edition: Edition, ref: str) -> list[Rule]:
    """Return the rules that cite a source, or are known through it."""
    return [
        rule
        for rule in edition.rules
        if any(
            ref in (cited.ref, cited.via) for cited in (rule.citation, *(reading.citation for reading in rule.readings))
        )
    ]
