"""The generated pages: every rule has its card, every topic its place, and no page names what only its makers know."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

import build
from calculators.records import Figure, Kind, Supplied
from calculators.wording import NO_FIGURE, clock_words, event_words
from stages.compiling.slots import fill, period_of
from stages.pages import every_page as pages
from stages.schema import CaseBlock, ExampleBlock
from tests import invented, real

if TYPE_CHECKING:
    from pathlib import Path

    from calculators.records import Edition, Rule
    from stages.guide import Guide

WORKING_IDS = re.compile(r"\b(?:[ENCWK][0-9]{1,2}[a-z]?|Q[0-9]|P[0-9]\.[0-9]|S[0-9] L[0-9]+)\b")  # of our reading notes
MAKERS_FILES = re.compile(r"\b[a-z]+-ledger\b|/(?:home|root|tmp|work|Users)/|\b[0-9]{3}_[0-9a-f]{16}\b")


@cache
def guide() -> Guide:
    """Return the real guide, compiled."""
    return real.compiled()[0]


@cache
def made() -> dict[str, str]:
    """Return every generated page."""
    return dict(real.made())


def every_rule() -> list[object]:
    """Return a row for each rule of each edition."""
    return [pytest.param(one, rule, id=f"{one.id}#{rule.id}") for one in guide().editions for rule in one.rules]


every_edition = pytest.mark.parametrize("edition", [pytest.param(one, id=one.id) for one in guide().editions])


def words(html: str) -> str:
    """Return the text of HTML with its white space made even."""
    return " ".join(LexborHTMLParser(html).text(separator=" ").split())


def card(edition: Edition, rule: Rule) -> str:
    """Return the HTML of a rule's line and card; there must be exactly one."""
    return article(edition, f"rule-{rule.id}")


def article(edition: Edition, name: str) -> str:
    """Return the HTML of a rule or test by its anchor; there must be exactly one."""
    (found,) = re.findall(rf'<article class="[^"]*" id="{name}">.*?</article>', made()[f"{edition.id}.md"], re.DOTALL)
    return str(found)


def noted(html: str) -> set[str]:
    """Return the sources that are referred to by number, each by the right one of its page's notes."""
    return {str(link.attributes["href"]).removeprefix("#source-") for link in LexborHTMLParser(html).css("a.cr-ref")}


@pytest.mark.parametrize(("edition", "rule"), every_rule())
def test_every_rule_has_its_card(edition: Edition, rule: Rule) -> None:
    """With what, who, whom, where it stands, and its period in the words of each reading, or that there is none.

    What it is and how long are on its line, before it is opened.
    """
    text = words(card(edition, rule))
    (line,) = LexborHTMLParser(card(edition, rule)).css("details > summary")
    told = " ".join(line.text(separator=" ").split())
    assert told == f"{rule.action} {NO_FIGURE if rule.kind is Kind.GAP else period_of(rule)}"
    assert rule.who in text
    assert all(guide().content.vocabulary.bodies[body].name in text for body in rule.to)
    cited = [rule.citation] if len(rule.readings) < 2 else [reading.citation for reading in rule.readings]
    for citation in cited:
        assert {citation.ref, citation.via} - {None} <= noted(card(edition, rule))
        assert citation.place in text
    for reading in rule.readings:
        event = guide().content.vocabulary.events[reading.event]
        clock = clock_words(reading.period, reading.direction, event_words(event, reading.direction))
        assert clock in text
    if rule.words:
        assert " ".join(fill(rule.words, edition=edition.id, known=guide().names).split()) in text
    if rule.kind is Kind.PROMPT and rule.readings:
        assert f"{rule.words} Beside it, other texts say:" in text
        assert all(reading.label[0].upper() + reading.label[1:] in text for reading in rule.readings if reading.label)


@pytest.mark.parametrize(("edition", "rule"), every_rule())
def test_what_was_not_read_is_said_on_the_card(edition: Edition, rule: Rule) -> None:
    text = words(card(edition, rule))
    if rule.citation.via:
        number = list(edition.sources).index(rule.citation.via) + 1
        assert f"; known only from [{number}]" in text
    elif edition.sources[rule.citation.ref].read == "none":
        assert f"{rule.citation.place}; not read." in text


def test_a_figure_laid_into_this_copy_stands_on_its_card_with_whose_it_is() -> None:
    edition, gap = next((one, rule) for one in guide().editions for rule in one.rules if rule.kind is Kind.GAP)
    supplied = Supplied(
        by="Anyshire Partnership", role="business manager", read_on="2026-03-20", source="Our copy", place="paragraph 7"
    )
    figure = Figure(fills=gap.id, reading=invented.reading("incident"), duty=None, supplied=supplied)
    page = pages.pages(replace(guide(), figures={edition.id: {gap.id: figure}}))[f"{edition.id}.md"]
    (told,) = re.findall(r"<dt>Supplied</dt> <dd>(.*?)</dd>", page)
    assert words(told) == (
        "within 5 working days after the incident . Figure read by Anyshire Partnership (business manager) on 20 March 2026 in "
        "Our copy, paragraph 7; not checked by this guide."
    )


@every_edition
def test_each_number_is_that_of_its_note(edition: Edition) -> None:
    numbers = {ref: f"[{number}]" for number, ref in enumerate(edition.sources, 1)}
    links = LexborHTMLParser(made()[f"{edition.id}.md"]).css("a.cr-ref")
    assert links
    for link in links:
        ref = str(link.attributes["href"]).removeprefix("#source-")
        assert (link.text(), link.attributes["title"]) == (numbers[ref], edition.sources[ref].title)


@every_edition
def test_every_test_is_whole(edition: Edition) -> None:
    """Its limbs are seen without opening anything; outcome, meanings, what follows, source and notes are inside."""
    for test in edition.tests:
        html = article(edition, f"test-{test.id}")
        text = words(html)
        limbs = [
            " ".join(limb.text(separator=" ").split()) for limb in LexborHTMLParser(html).css("article > .cr-limbs li")
        ]
        assert len(limbs) == len(test.limbs)
        assert all(" ".join(limb.text.split()) in shown for limb, shown in zip(test.limbs, limbs, strict=True))
        assert all(" ".join(told.split()) in text for told in (test.question, test.outcome, test.who, *test.notes))
        assert test.citation.ref in noted(html)
        assert all(f'href="#rule-{rule}"' in html for rule in test.follows)
        for fact, meaning in test.definitions.items():
            said = next(one for one in edition.tests if one.definitions.get(fact) == meaning)
            assert " ".join(meaning.split()) in words(article(edition, f"test-{said.id}"))
            assert said is test or f"As in {said.question}" in text


@every_edition
def test_nothing_that_an_edition_says_is_lost(edition: Edition) -> None:
    """Every sentence of its front matter, rules and tests stands on its page."""
    text = words(made()[f"{edition.id}.md"])
    told = [edition.coverage_note, edition.working_day_note, edition.transition or "", edition.review]
    told += [
        said for rule in edition.rules for said in (*rule.notes, *(reading.note or "" for reading in rule.readings))
    ]
    told += [reading.applies_when or "" for rule in edition.rules for reading in rule.readings]
    told += [duty for rule in edition.rules for duty in (rule.duty, rule.time_duty) if duty]
    for sentence in told:
        assert " ".join(fill(sentence, edition=edition.id, known=guide().names).split()) in text


@every_edition
def test_each_rule_is_said_three_times_at_most(edition: Edition) -> None:
    """In the drawing, on its line, and where a test has it follow: no table and no second list repeats it."""
    text = words(made()[f"{edition.id}.md"])
    for rule in edition.rules:
        follows = sum(rule.id in test.follows for test in edition.tests)
        longer = sum(rule.action in other.action for other in edition.rules if other is not rule)
        assert text.count(rule.action) - follows <= 2 * (1 + longer), rule.id


@every_edition
def test_every_topic_has_its_place(edition: Edition) -> None:
    """In the fixed order, whether or not anything is held on it."""
    page = made()[f"{edition.id}.md"]
    places = [
        page.index(f"## {heading} {{: #{topic} }}") for topic, heading in guide().content.vocabulary.topics.items()
    ]
    assert places == sorted(places)


@every_edition
def test_a_topic_left_out_says_so(edition: Edition) -> None:
    page = made()[f"{edition.id}.md"]
    (written,) = (one for one in guide().content.editions if one.id == edition.id)
    missing = len(guide().content.vocabulary.topics) - len(written.sections)
    assert page.count("This guide holds nothing on this topic for this edition.") == missing


@every_edition
def test_titles_name_nation_edition_and_whether_superseded(edition: Edition) -> None:
    page = made()[f"{edition.id}.md"]
    checked = max(one.checked for one in guide().editions)
    later = [
        one
        for one in guide().editions
        if one.nation == edition.nation and edition.in_force.start < one.in_force.start <= checked
    ]
    ended = edition.in_force.end is not None and edition.in_force.end < checked
    nation = guide().content.vocabulary.nations[edition.nation]
    title = f"{nation}: {edition.guidance}" + (" (superseded)" if later or ended else "")
    assert f"\n# {title}\n" in unescape(page)
    assert re.search(rf'^title: "{re.escape(title)}"$', unescape(page), re.MULTILINE)


@every_edition
def test_every_source_is_listed_with_how_much_was_read(edition: Edition) -> None:
    """Each once, with its publisher and its own word."""
    listed = LexborHTMLParser(made()[f"{edition.id}.md"]).css("ol.cr-sources > li")
    read = {"whole": "Read whole", "part": "Read in part", "none": "Not read"}
    assert [item.attributes["id"] for item in listed] == [f"source-{ref}" for ref in edition.sources]
    for item, source in zip(listed, edition.sources.values(), strict=True):
        text = " ".join(item.text(separator=" ").split()).replace(" .", ".")
        assert source.title in text
        assert source.publisher in text
        assert [said for said in read.values() if said in text] == [read[source.read]]


@every_edition
def test_every_worked_example_stands_on_its_page(edition: Edition) -> None:
    """Inside the card of its rule or test, and out of the search."""
    (written,) = (one for one in guide().content.editions if one.id == edition.id)
    examples = [example for _, example in written.records(ExampleBlock)]
    for one in examples:
        assert " ".join(one.title.split()) in words(article(edition, f"rule-{one.rule}"))
        assert " ".join((one.note or "").split()) in words(article(edition, f"rule-{one.rule}"))
    for _, case in written.records(CaseBlock):
        inside = words(article(edition, f"test-{case.test}"))
        assert " ".join(case.title.split()) in inside
        assert all(guide().content.vocabulary.facts[fact].question in inside for fact in case.given)
    boxes = len(LexborHTMLParser(made()[f"{edition.id}.md"]).css(".cr-worked[data-search-exclude] > .cr-example"))
    assert boxes == len(examples) + len(list(written.records(CaseBlock)))


@pytest.mark.parametrize("path", sorted(made()))
def test_no_page_names_what_only_its_makers_know(path: str) -> None:
    """No id of the ledger, no file of the makers, no slot unfilled, nothing of Python."""
    text = words(made()[path])
    assert not WORKING_IDS.findall(text)
    assert not MAKERS_FILES.findall(text)
    assert "{{" not in text
    assert not re.findall(r"\bNone\b(?! of\b)|\bUndefined\b|<[A-Z][a-z]+\.[A-Z]+", text)


@pytest.mark.parametrize("path", sorted(made()))
def test_no_page_has_what_the_policy_blocks(path: str) -> None:
    page = LexborHTMLParser(made()[path])
    assert not page.css("[style], style, script, [onclick]")


def test_every_edition_has_one_page_and_stands_on_the_index() -> None:
    editions = {f"{one.id}.md" for one in guide().editions}
    nations = tuple(f"{nation}/" for nation in guide().content.vocabulary.nations)
    assert {path for path in made() if path.startswith(nations)} == editions
    assert all(f'href="{one.id}.html"' in made()["index.md"] for one in guide().editions)


def test_the_workbench_has_every_event_and_every_rule() -> None:
    page = LexborHTMLParser(made()["workbench.md"])
    events = {node.attributes["data-event"] for node in page.css("[data-event]")}
    assert events == set(guide().content.vocabulary.events)
    links = {node.attributes["href"] for node in page.css("#cr-table a")}
    assert links >= {f"{one.id}.html#rule-{rule.id}" for one in guide().editions for rule in one.rules}


def test_pages_are_the_same_each_time() -> None:
    assert pages.pages(guide()) == made()


def test_a_copy_is_as_old_as_the_oldest_thing_in_it() -> None:
    """One edition read again in 2027 makes no other younger; local arrangements age as well."""
    first, *rest = guide().editions
    fresh = replace(first, checked="2027-11-20", review_by="2028-02-20")
    again = replace(guide(), editions=(fresh, *rest))
    assert (again.oldest_checked, again.first_review_by) == (guide().oldest_checked, guide().first_review_by)
    local, *others = guide().supplements.locals
    front = replace(local.front, checked=date(2026, 11, 20), review_by=date(2027, 2, 20))
    older = replace(again, supplements=replace(guide().supplements, locals=(replace(local, front=front), *others)))
    assert (older.oldest_checked, older.first_review_by) == ("2026-11-20", "2027-02-20")


def test_the_foot_of_every_page_says_the_oldest() -> None:
    """What build.py gives to the templates is these two days."""
    foot = build.page_foot(guide())
    assert (foot["GUIDE_CHECKED"], foot["GUIDE_REVIEW_BY"]) == (guide().oldest_checked, guide().first_review_by)


def test_templates_compiled_before_are_used_until_something_that_made_them_changes(tmp_path: Path) -> None:
    told = tmp_path / "made-by"
    assert pages.pages(guide(), cache=tmp_path) == made()
    compiled, made_by = {file.name for file in tmp_path.iterdir()}, told.read_text(encoding="utf-8")
    left = tmp_path / "__jinja2_left.cache"
    left.touch()
    assert pages.pages(guide(), cache=tmp_path) == made()
    assert {file.name for file in tmp_path.iterdir()} == {left.name} | compiled
    told.write_text("other code", encoding="utf-8")
    assert pages.pages(guide(), cache=tmp_path) == made()
    assert ({file.name for file in tmp_path.iterdir()}, told.read_text(encoding="utf-8")) == (compiled, made_by)
