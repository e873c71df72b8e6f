"""Pages that set editions side by side: which editions stand in a named view, what empties a cell, what a topic shows."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from calculators.records import Citation, Kind, Read, Source
from stages.pages.compare import Cell, Row, is_silent, times_said
from stages.pages.process import when_shortly
from tests import real
from tests.invented import edition, reading, rule

TOPICS = ("overview", "legal-basis", "criteria", "responsibilities", "notification", "first-look", "decision", "types",
          "reviewers", "involvement", "other-proceedings", "report", "publication", "learning", "transition")  # fmt: skip
LAST_HELD = [
    "england/child-safeguarding-practice-review-2023",
    "northern-ireland/case-management-review-2017",
    "scotland/significant-case-review-2015",
    "wales/child-practice-review-2016",
]
IN_2018 = ["england/child-safeguarding-practice-review-2018", *LAST_HELD[1:]]


def heads(page: str) -> list[str]:
    """Return the editions in the head of a page's first table."""
    (head,) = re.findall(r"<thead>(.*?)</thead>", page, re.DOTALL)[:1]
    return re.findall(r'data-column="([^"]+)"', head)


def test_last_held_is_the_comparison_of_2018_with_england_s_text_of_2023() -> None:
    made = real.made()
    assert heads(made["compare/last-held.md"]) == LAST_HELD
    view = re.findall(r'data-view href="\?([^"]+)">([^<]+)<', html.unescape(made["criteria.md"]))
    named = {name: [part.removeprefix("show=") for part in query.split("&")] for query, name in view}
    assert list(named) == ["In force", "Last held in all four nations", "As NSPCC compared them in 2018", "All"]
    assert named["Last held in all four nations"] == LAST_HELD
    assert named["As NSPCC compared them in 2018"] == IN_2018
    assert "compare/last-held.html" in made["compare.md"]
    assert "\nThe last edition of each nation whose criteria were read whole, " in made["compare/last-held.md"]
    assert " Those marked as superseded no longer govern." in made["compare/last-held.md"]


def test_every_topic_has_a_page_of_its_own_under_its_own_heading() -> None:
    made = real.made()
    for topic in TOPICS:
        page = made[f"compare/{topic}.md"]
        heading = real.compiled()[0].content.vocabulary.topics[topic]
        assert f"# {heading}: the nations compared" in page
        assert f'href="compare/{topic}.html"' in made["compare.md"]
        assert all(f"guide/compare/{topic}.html" in made[f"{held.id}.md"] for held in real.compiled()[0].editions)


def test_an_edition_that_holds_nothing_on_a_topic_has_no_column_but_is_named() -> None:
    page = real.made()["compare/publication.md"]
    assert "scotland/learning-review-2021" not in heads(page)
    assert "northern-ireland/case-management-review-2017" in heads(page)
    (list_of_others,) = re.findall(r'<div class="cr-unheld">(.*?)</div>', page, re.DOTALL)
    others = re.findall(r'data-column="([^"]+)"', list_of_others)
    assert "scotland/learning-review-2021" in others
    assert not set(others) & set(heads(page))


def test_every_sentence_of_content_stands_over_its_topic_with_what_it_rests_on() -> None:
    made = {name: html.unescape(text) for name, text in real.made().items()}
    comparisons = real.compiled()[0].supplements.comparisons
    assert set(comparisons) == set(TOPICS) - {"overview"}, "what the reviews are called is told from the records"
    for topic, comparison in comparisons.items():
        for page in (made["compare.md"], made[f"compare/{topic}.md"]):
            assert comparison.says in page
        for ground in comparison.rests_on:
            where, _, section = ground.partition("#")
            assert f'href="../{where}.html#{section}"' in made[f"compare/{topic}.md"]
    assert (
        "England holds child safeguarding practice reviews, Northern Ireland case management reviews, "
        "Scotland learning reviews and Wales single unified safeguarding reviews." in made["compare/overview.md"]
    )


def test_names_and_who_leads_stand_over_all_topics() -> None:
    guide = real.compiled()[0]
    page = html.unescape(real.made()["compare-editions.md"])
    leads = [written.front.led_by for written in guide.content.editions if written.front.led_by]
    assert len(leads) > 8
    assert all(told in page for told in leads)


def test_a_gap_names_the_last_figure_and_says_to_check_it() -> None:
    page = html.unescape(real.made()["compare/notification.md"])
    guide = real.compiled()[0]
    held = next(one for one in guide.editions if one.id == LAST_HELD[0])
    figure = next(one for one in held.rules if one.id == "notify-panel")
    assert (
        f"Last held: {when_shortly(figure, guide.content.vocabulary.events)} (England 2023). Check in your copy."
        in page
    )


WHOLE = Source(title="Read", publisher="nobody", read=Read.WHOLE)
GAP = replace(rule(kind=Kind.GAP), citation=Citation(ref="whole", place="1"))
MIXED = {"whole": WHOLE, "part": replace(WHOLE, read=Read.PART), "none": replace(WHOLE, read=Read.NONE)}


@pytest.mark.parametrize(
    ("ref", "via", "silent"),
    [
        pytest.param("whole", None, True, id="the text was read whole"),
        pytest.param("none", "whole", True, id="the text that restates it was read whole"),
        pytest.param("part", None, False, id="the text was read in part"),
        pytest.param("none", None, False, id="the text was not read"),
        pytest.param("none", "part", False, id="the restatement was read in part"),
    ],
)
def test_silence_is_said_only_of_a_text_that_was_read_whole(ref: str, via: str | None, silent: bool) -> None:  # noqa: FBT001
    held = replace(edition(), sources=MIXED)
    assert is_silent(held, replace(GAP, citation=Citation(ref=ref, place="1", via=via))) is silent


def test_times_are_told_of_each_nation_once() -> None:
    dated = rule(reading())
    told = {
        "england": (dated, GAP),
        "northern-ireland": (GAP,),
        "scotland": (replace(GAP, citation=Citation(ref="none", place="1")),),
        "wales": (),
    }
    cells = tuple(
        Cell(edition=replace(edition(), nation=nation, sources=MIXED), summary=None, rules=rules, tests=())
        for nation, rules in told.items()
    )
    nations = {"england": "England", "northern-ireland": "Northern Ireland", "scotland": "Scotland", "wales": "Wales"}
    assert times_said(Row(topic="report", heading="The report", cells=cells), nations) == (
        "Times: held for England (1 of 2 steps); none given by the text that was read for Northern Ireland; "
        "not read for Scotland; no step held here for Wales."
    )
    assert times_said(Row(topic="types", heading="Types", cells=cells[3:]), nations) is None


def test_the_comparison_of_the_editions_in_force_says_of_each_nation_that_not_all_was_read() -> None:
    """Northern Ireland's Regulations were read whole and its guidance was not."""
    made = real.made()
    for page in ("compare.md", "compare/reviewers.md", "compare/criteria.md"):
        assert "Not all of the text in force was read for England, Northern Ireland, Scotland and Wales" in made[page]
