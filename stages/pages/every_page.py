"""Turns compiled content into the Markdown pages of docs/guide/, with cards and forms from the templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.records import Kind
from stages.pages import glossary_links as glossary
from stages.pages import process, supplements
from stages.pages.changes import consecutive, further, kind_of
from stages.pages.compare import summaries
from stages.pages.comparisons import comparison_pages
from stages.pages.complete import complete_pages
from stages.pages.contacts import contacts
from stages.pages.edition import glance, not_read, retentions, sections, worked
from stages.pages.environment import environment
from stages.pages.reckoner import holiday_years, reckoner_months, reckoners
from stages.pages.sources import days_of_reading, mentions_of, places, references, wanted
from stages.pages.statements import Words, main_words
from stages.pages.wall_charts import wall_charts
from stages.pages.workbench import event_forms, fact_forms, nation_forms

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jinja2 import Environment

    from calculators.records import Edition
    from stages.guide import Guide
    from stages.pages.compare import Summaries


def pages(guide: Guide, *, cache: Path | None = None) -> dict[str, str]:
    """Return every generated page: its path under docs/guide/ and its Markdown. Compiled templates are kept in `cache`, if told."""
    templates = environment(guide, cache=cache)
    vocabulary = guide.content.vocabulary
    said_of = summaries(guide.content.editions, vocabulary.topics, guide.names)
    kept = retentions(guide.editions)
    glances = {edition.id: glance(edition, said_of, kept) for edition in guide.editions}
    known = glossary.words_to_link(guide.supplements.terms)
    made = supplements.pages(
        guide.supplements, editions=guide.editions, topics=vocabulary.topics, names=guide.names, templates=templates
    )
    for written in guide.content.editions:
        edition = next(held for held in guide.editions if held.id == written.id)
        made[f"{edition.id}.md"] = templates.get_template("edition.md.j2").render(
            edition=edition,
            root="../../",
            sections=glossary.linked(sections(guide, written, edition), known, address="../glossary.md"),
            glance=glances[edition.id],
            process=process.process(edition, written.front.forks, vocabulary.topics),
            worked=worked(written),
            not_read=not_read(written),
            local=[one for one in guide.supplements.locals if one.front.sits_on == edition.id],
        )
    year = max(int(edition.checked[:4]) for edition in guide.editions)
    made["workbench.md"] = templates.get_template("workbench.md.j2").render(
        editions=guide.editions,
        nation_forms=nation_forms(guide),
        event_forms=event_forms(guide),
        fact_forms=fact_forms(guide.editions, guide.content.vocabulary),
    )
    made["day-counter.md"] = templates.get_template("day-counter.md.j2").render()
    made["cases.md"] = templates.get_template("cases.md.j2").render(
        editions=guide.editions,
        acts=dict(sorted(_acts(guide.editions).items())),
    )
    made["index.md"] = templates.get_template("index.md.j2").render(glances=glances)
    spec = guide.content.vocabulary.bank_holidays
    made["bank-holidays.md"] = templates.get_template("bank-holidays.md.j2").render(
        calendars=holiday_years(guide.calendars.values(), spec, near=(year, year + 1)), published=spec.published
    )
    made["reckoner.md"] = templates.get_template("reckoner.md.j2").render(
        tables=reckoner_months(reckoners(guide.editions, guide.calendars, (year, year + 1)), guide.calendars)
    )
    return (
        made
        | complete_pages(guide, templates)
        | wall_charts(guide, templates)
        | _across_editions(guide, templates, said_of)
    )


def _acts(editions: Iterable[Edition]) -> dict[str, str]:
    """Return every act that is done on a day, in the words of the edition that has it last."""
    rules = (rule for edition in editions for rule in edition.rules)
    return {rule.id: rule.action for rule in rules if rule.kind not in {Kind.RETENTION, Kind.LOOKBACK}}


def _across_editions(guide: Guide, templates: Environment, said: Summaries) -> dict[str, str]:
    """Return the pages that stand across editions, by path under docs/guide/."""
    vocabulary = guide.content.vocabulary
    by_nation = {nation: guide.newest_first(nation) for nation in vocabulary.nations}
    words = Words(
        events=vocabulary.events,
        bodies={key: body.name for key, body in vocabulary.bodies.items()},
    )
    made = comparison_pages(guide, templates, said)
    # One page for neighbours, one for each edition against those before its neighbour: a page grows with the editions, not their square.
    apart = {edition: pairs for held in by_nation.values() for edition, pairs in further(held, words).items()}
    said_of = {"main_words": lambda told: main_words(told, words), "kind_of": kind_of}
    made["changes.md"] = templates.get_template("changes.md.j2").render(
        by_nation={nation: consecutive(held, words) for nation, held in by_nation.items()}, further=apart, **said_of
    )
    for name, pairs in apart.items():
        made[f"changes/{name.replace('/', '-')}.md"] = templates.get_template("changes-further.md.j2").render(
            edition=pairs[0].after, pairs=pairs, **said_of
        )
    made["contacts.md"] = templates.get_template("contacts.md.j2").render(by_nation=contacts(guide, said))
    mentions, days = mentions_of(guide.content), days_of_reading(guide.content)
    made["sources.md"] = templates.get_template("sources.md.j2").render(
        references={nation: references(nation, held, mentions, days) for nation, held in by_nation.items()},
        wanted={written.id: wanted(written) for written in guide.content.editions},
        places=places,
    )
    return made
