"""Turns compiled content into the Markdown pages of docs/guide/, with cards and forms from the templates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from calculators.in_force import said
from calculators.records import Kind, Read, Unit
from calculators.typed_dates import MONTHS, in_full, in_words
from calculators.wording import clock_words
from stages import glossary, process, shelf_pages
from stages.across import across
from stages.almanac import holiday_years, reckoner_months
from stages.compare import summaries
from stages.content import Prose, WrittenBlock
from stages.glance import glance, retentions
from stages.reckoner import reckoners
from stages.slots import fill, period_of
from stages.workbench import event_forms, fact_forms, nation_forms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.records import Edition, Rule, Source
    from calculators.working_days import WorkingCalendar
    from stages.content import Content, WrittenEdition
    from stages.read_shelf import Shelf
    from stages.slots import Names

TEMPLATES = Path(__file__).parent / "templates"
COVERAGE_WORDS = {"whole": "Held whole", "partial": "Held in part", "stub": "Figures mostly not held"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """Everything the pages are made from."""

    content: Content
    editions: tuple[Edition, ...]
    names: Names
    calendars: Mapping[str, WorkingCalendar]
    shelf: Shelf

    @property
    def oldest_checked(self) -> str:
        """Return the ISO date on which the edition or local arrangements checked longest ago were checked."""
        editions = (edition.checked for edition in self.editions)
        return min([*editions, *(local.front.checked.isoformat() for local in self.shelf.locals)])

    @property
    def first_review_by(self) -> str:
        """Return the ISO date by which the first of the editions and local arrangements is due to be checked again."""
        editions = (edition.review_by for edition in self.editions)
        return min([*editions, *(local.front.review_by.isoformat() for local in self.shelf.locals)])

    def successor(self, edition: Edition) -> Edition | None:
        """Return the nation's next edition, or None for its newest."""
        of_nation = sorted((one for one in self.editions if one.nation == edition.nation), key=start)
        later = of_nation[of_nation.index(edition) + 1 :]
        return later[0] if later else None

    def superseded(self, edition: Edition) -> bool:
        """Return whether an edition has an end, or one after it."""
        return edition.in_force.end is not None or self.successor(edition) is not None

    def newest_first(self, nation: str) -> list[Edition]:
        """Return a nation's editions, the one in force first."""
        return sorted((one for one in self.editions if one.nation == nation), key=start, reverse=True)


def start(edition: Edition) -> str:
    """Return what editions are ordered by."""
    return edition.in_force.start


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
    return made | across(guide, templates, said_of)


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
