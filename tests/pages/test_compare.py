"""Editions side by side: which paragraph stands in a cell, and which rules in a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from calculators.records import Direction, Kind
from stages.pages.compare import _in_line, compared, dated, lines
from stages.pages.edition import glance, retentions
from stages.reading.markdown import opening_paragraph
from stages.reading.model import Prose, Section
from tests.invented import edition, reading, rule

if TYPE_CHECKING:
    from stages.pages.compare import Summaries

TOPICS = {"overview": "Overview", "notification": "Notification", "publication": "Publication"}
TELL = rule(reading())
KEEP = replace(
    rule(reading("publication", direction=Direction.KEPT), kind=Kind.RETENTION), id="keep", topic="publication"
)
NEWER = replace(edition(replace(TELL, action="Tell them today")), id="england/newer")
OLDER = replace(edition(TELL, KEEP), id="england/older")


@pytest.mark.parametrize(
    ("prose", "first"),
    [
        pytest.param("One.\nStill one.\n\nTwo.\n", "One.\nStill one.", id="up to the first empty line"),
        pytest.param("\n\nOne.\n\n- a list\n", "One.", id="after empty lines"),
        pytest.param("One.", "One.", id="the whole section"),
        pytest.param("One.\n### Within\nMore.", "One.", id="a heading on the next line ends it"),
        pytest.param("One.\n   \nTwo.", "One.", id="a line of spaces ends it"),
    ],
)
def test_the_summary_is_the_first_paragraph(prose: str, first: str) -> None:
    opening = opening_paragraph(Section(heading="Overview", line=1, parts=(Prose(text=prose, line=1),)))
    assert opening is not None
    assert opening.text == first


def test_a_section_without_prose_has_no_summary() -> None:
    assert opening_paragraph(Section(heading="Overview", line=1, parts=())) is None


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("**Yes**, at once", "<strong>Yes</strong>, at once", id="emphasis is kept"),
        pytest.param("See [Notification](#notification).", "See Notification.", id="a link, written for another page, is not"),
        pytest.param("a < b & <b>c</b>", "a &lt; b &amp; &lt;b&gt;c&lt;/b&gt;", id="HTML is shown, not obeyed"),
    ],
)  # fmt: skip
def test_a_summary_is_safe_on_any_page(text: str, html: str) -> None:
    assert _in_line(text) == html


def test_every_topic_has_a_cell_for_every_edition_in_the_order_given() -> None:
    said = {NEWER.id: {"notification": _in_line("Newer.")}, OLDER.id: {}}
    rows = compared((NEWER, OLDER), TOPICS, said)
    assert [row.topic for row in rows] == list(TOPICS)
    cells = rows[1].cells
    assert [(cell.edition.id, cell.summary, [each.id for each in cell.rules]) for cell in cells] == [
        ("england/newer", "Newer.", ["a-rule"]),
        ("england/older", None, ["a-rule"]),
    ]


def test_the_matrix_has_only_the_stages_that_some_edition_has_a_clock_for() -> None:
    said: Summaries = {NEWER.id: {}, OLDER.id: {}}
    rows = compared((NEWER, OLDER), TOPICS, said)
    assert [row.topic for row in dated(rows)] == ["notification", "publication"]


def test_a_line_is_named_by_the_newest_edition_and_says_where_a_rule_is_not() -> None:
    found = lines((NEWER, OLDER), TOPICS)
    assert [(line.action, [one and one.action for _, one in line.cells]) for line in found] == [
        ("Tell them today", ["Tell them today", "Tell them"]),
        ("Tell them", [None, "Tell them"]),
    ]


def test_a_gap_in_how_long_a_report_stays_is_told_under_how_long_kept() -> None:
    gap = replace(KEEP, kind=Kind.GAP, readings=())
    unread = replace(edition(TELL, gap, replace(gap, id="other")), id="england/unread")
    found = glance(unread, {unread.id: {}}, retentions((OLDER, unread)))
    assert [each.id for each in found.clocks] == ["a-rule"]
    assert [each.id for each in found.kept] == ["keep"]
    assert [each.id for each in found.not_held] == ["other"]
    assert found.decides is None
