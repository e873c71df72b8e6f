"""Which text was used for what, and how it is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from calculators.records import Citation, Kind, Read, Source
from calculators.register import EDITIONS
from stages.pages.sources import places, references, wanted
from tests import real
from tests.invented import edition, reading, rule

TEXT = Source(title="The Guidance", publisher="The Department", year=2020, read=Read.NONE)
RESTATED = Source(title="The Procedures", publisher="A Board", read=Read.WHOLE)
OTHER = Source(title="Nobody's Text", publisher="Nobody", read=Read.PART)
VIA = Citation(ref="text", place="chapter 1", via="procedures")
RULE = replace(rule(reading()), citation=VIA, readings=(replace(reading(), citation=VIA),))
FIRST = replace(edition(RULE), id="england/first", sources={"text": TEXT, "procedures": RESTATED, "other": OTHER})
SECOND = replace(edition(), id="england/second", sources={"same": replace(TEXT, read=Read.PART)})
MENTIONS = {"england/second": (("every 2 years", Citation(ref="same", place="chapter 2")),)}


def test_a_text_that_two_editions_list_stands_once_with_the_uses_of_both() -> None:
    found = {one.source.title: one for one in references("england", (FIRST, SECOND), MENTIONS, {})}
    assert list(found) == ["The Procedures", "Nobody's Text", "The Guidance"]
    guidance = found["The Guidance"]
    assert [(use.edition.id, use.words, use.anchor, use.restated) for use in guidance.uses] == [
        ("england/first", "Tell them", "rule-a-rule", False),
        ("england/second", "every 2 years", None, False),
    ]
    assert [(read, [one.id for one in of]) for read, of in guidance.reads] == [
        ("none", ["england/first"]),
        ("part", ["england/second"]),
    ]


def test_two_texts_under_one_name_have_an_anchor_each() -> None:
    third = replace(edition(), id="england/third", sources={"text": OTHER, "same": TEXT})
    ids = [one.id for one in references("england", [FIRST, SECOND, third], {}, {})]
    assert len(ids) == len(set(ids))
    fourth = replace(edition(), id="england/fourth", sources={"text": replace(TEXT, title="A Later Text")})
    found = {one.source.title: one.id for one in references("england", [FIRST, fourth], {}, {})}
    assert (found["The Guidance"], found["A Later Text"]) == ("england-text", "england-text-2")


def test_a_text_that_restates_another_is_used_as_such() -> None:
    found = {one.source.title: one for one in references("england", (FIRST,), {}, {})}
    assert [(use.words, use.restated) for use in found["The Procedures"].uses] == [("Tell them", True)]
    assert found["Nobody's Text"].uses == ()


def test_a_place_that_every_reading_shares_is_given_once() -> None:
    assert places(RULE) == [VIA]


def test_the_day_of_the_latest_reading_stands_with_a_text_and_what_was_not_read_has_none() -> None:
    days = {("england/first", "procedures"): date(2020, 1, 2), ("england/second", "same"): date(2020, 3, 4)}
    found = {one.source.title: one for one in references("england", (FIRST, SECOND), MENTIONS, days)}
    assert {title: one.read_on for title, one in found.items()} == {
        "The Procedures": "2020-01-02",
        "Nobody's Text": None,
        "The Guidance": "2020-03-04",
    }
    assert [one.id for one in found["Nobody's Text"].unused] == ["england/first"]


def test_what_was_read_has_its_day_and_what_was_not_has_none() -> None:
    sources = [
        (f"{edition.id}: {ref}", source)
        for edition in real.compiled()[0].content.editions
        for ref, source in edition.front.sources.items()
    ]
    assert [name for name, source in sources if (source.read == "none") == (source.read_on is not None)] == []


def test_an_edition_with_gaps_says_which_texts_would_fill_them() -> None:
    gaps = {one.id for one in real.compiled()[0].editions if any(each.kind is Kind.GAP for each in one.rules)}
    assert {one.id for one in real.compiled()[0].content.editions if wanted(one)} >= gaps


def test_no_rule_and_no_test_of_the_guide_lacks_a_source() -> None:
    found = [(one, each.id, places(each)) for one in EDITIONS.values() for each in one.rules]
    found += [(one, each.id, places(each)) for one in EDITIONS.values() for each in one.tests]
    lacking = [
        f"{one.id}#{name}"
        for one, name, stands in found
        if not all(at.ref in one.sources and at.place for at in stands)
    ]
    assert lacking == []
