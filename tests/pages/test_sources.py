"""Which text was used for what, and how it is known."""

from __future__ import annotations

from dataclasses import replace

from calculators.records import Citation, Read, Source
from calculators.register import EDITIONS
from stages.pages.sources import places, references
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
    found = {one.source.title: one for one in references("england", (FIRST, SECOND), MENTIONS)}
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
    ids = [one.id for one in references("england", [FIRST, SECOND, third], {})]
    assert len(ids) == len(set(ids))
    fourth = replace(edition(), id="england/fourth", sources={"text": replace(TEXT, title="A Later Text")})
    found = {one.source.title: one.id for one in references("england", [FIRST, fourth], {})}
    assert (found["The Guidance"], found["A Later Text"]) == ("england-text", "england-text-2")


def test_a_text_that_restates_another_is_used_as_such() -> None:
    found = {one.source.title: one for one in references("england", (FIRST,), {})}
    assert [(use.words, use.restated) for use in found["The Procedures"].uses] == [("Tell them", True)]
    assert found["Nobody's Text"].uses == ()


def test_a_place_that_every_reading_shares_is_given_once() -> None:
    assert places(RULE) == [VIA]


def test_no_rule_of_the_guide_lacks_a_source() -> None:
    lacking = [
        f"{one.id}#{each.id}"
        for one in EDITIONS.values()
        for each in one.rules
        if not all(place.ref in one.sources and place.place for place in places(each))
    ]
    assert lacking == []
