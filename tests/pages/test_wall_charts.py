"""The wall charts: every step of the edition in force once, with who and how binding, against content/ as plain YAML."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from selectolax.lexbor import LexborHTMLParser, LexborNode

from calculators.records import Citation, Duty, Kind, Read, Source
from stages.pages import pages
from stages.pages.wall_charts import _print_size, _standing
from tests import real
from tests.by_hand.rules import ENGLAND_2023, RULES
from tests.invented import edition, rule

CONTENT = Path(__file__).parents[2] / "content"
IN_FORCE = {
    "england": "england/child-safeguarding-practice-review-2026",
    "northern-ireland": "northern-ireland/case-management-review-2017",
    "scotland": "scotland/learning-review-2021",
    "wales": "wales/single-unified-safeguarding-review-2024",
}
PANEL = RULES[ENGLAND_2023]["notify-panel"].readings[None]  # as the second reader found it
assert PANEL
BLOCK = re.compile(r"^```yaml (deadline|retention|lookback|prompt|gap)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
EACH = pytest.mark.parametrize(("nation", "held"), IN_FORCE.items(), ids=list(IN_FORCE))


def written(held: str) -> tuple[dict[str, Any], list[tuple[str, dict[str, Any]]]]:
    """Return an edition's front matter and its rules with their kinds, as any YAML reader finds them."""
    text = (CONTENT / f"{held}.md").read_text(encoding="utf-8")
    yaml = YAML(typ="safe")
    return yaml.load(text.split("---\n")[1]), [(kind, yaml.load(block)) for kind, block in BLOCK.findall(text)]


def chart(nation: str) -> LexborNode:
    """Return the chart of a nation as a browser would read it."""
    found = LexborHTMLParser(real.made()[f"wall-charts/{nation}.md"]).css_first(".cr-wall")
    assert found is not None
    return found


def said(node: LexborNode) -> str:
    """Return the text of an element, its spaces made one."""
    return " ".join(node.text().split())


@EACH
def test_every_step_stands_on_its_chart_once_with_who_does_it(nation: str, held: str) -> None:
    _, rules = written(held)
    links = chart(nation).css("a[href*='#rule-']")
    assert sorted(str(link.attributes["href"]) for link in links) == sorted(
        f"../{held}.html#rule-{rule['id']}" for _, rule in rules
    )
    text = said(chart(nation))
    for _, told in rules:
        assert html.unescape(told["action"]) in text
        assert told["who"].lower() in text.lower()


@EACH
def test_a_step_says_its_duty_and_whether_law_says_so(nation: str, held: str) -> None:
    front, rules = written(held)
    rows = {
        str(link.attributes["href"]).partition("#rule-")[2]: row
        for row in chart(nation).css(".cr-wall__step")
        for link in row.css("a")
    }
    for kind, told in rules:
        if told["id"] not in rows:
            assert kind == "gap"
            assert "duty" not in told
            assert "last_held" not in told
            continue
        cells = [said(cell) for cell in rows[told["id"]].css("td")]
        law = front["sources"][told["source"]["ref"]]["publisher"] == "legislation.gov.uk"
        if "duty" in told:
            assert cells[1].startswith(f"{told['duty']} ({'law' if law else 'guidance'})")
        assert (len(cells) == 3 and cells[2] != "") is ("last_held" in told)
        read = front["sources"][told["source"].get("via", told["source"]["ref"])]["read"]
        if kind == "gap":
            assert cells[0].startswith("– No time in the text that was read" if read == "whole" else "? Not read")


@EACH
def test_a_chart_says_when_it_was_checked_how_days_count_and_what_was_not_read(nation: str, held: str) -> None:
    front, _ = written(held)
    foot = said(chart(nation).css_first(".cr-wall__foot"))  # type: ignore[arg-type]
    for day in (front["checked"], front["review_by"]):
        assert f"{day.day} {MONTHS[day.month - 1]} {day.year}" in foot
    assert " ".join(front["working_day"]["note"].split()) in foot
    warning = said(chart(nation).css_first(".cr-wall__warning"))  # type: ignore[arg-type]
    first = " ".join(front["coverage_note"].split()).partition(". ")[0]
    assert warning.startswith("Most of the text" if front["coverage"] == "stub" else first)


def test_last_figures_of_england_stand_apart() -> None:
    rows = chart("england").css(".cr-wall__step")
    (told,) = [row for row in rows if row.css_first("a[href$='#rule-notify-panel']")]
    when, standing, last = [said(cell) for cell in told.css("td")]
    assert when.startswith("? Not read")
    assert standing == "must (law)"
    assert last == f"within {PANEL.length} {PANEL.unit}s after the local authority becomes aware of the incident"
    assert said(chart("england").css("thead th")[-1]) == "Last held: check"


def test_each_chart_is_linked_from_the_edition_in_force_and_from_the_index() -> None:
    made = real.made()
    for nation, held in IN_FORCE.items():
        assert f"guide/wall-charts/{nation}.html" in made[f"{held}.md"]
        assert f"wall-charts/{nation}.html" in made["index.md"]
    assert "wall-charts/" not in made["england/child-safeguarding-practice-review-2023.md"]


ACT = Source(title="An Act", publisher="legislation.gov.uk", read=Read.WHOLE)
GUIDANCE = Source(title="A guidance", publisher="a department", read=Read.PART)


@pytest.mark.parametrize(
    ("duty", "time_duty", "ref", "kind", "told"),
    [
        pytest.param(Duty.MUST, None, "act", Kind.DEADLINE, "must (law)", id="an Act"),
        pytest.param(Duty.SHOULD, Duty.SHOULD, "guidance", Kind.DEADLINE, "should (guidance)", id="guidance"),
        pytest.param(Duty.MUST, Duty.SHOULD, "act", Kind.DEADLINE, "must (law); in that time: should", id="the time is weaker"),
        pytest.param(None, None, "guidance", Kind.GAP, "duty not read", id="a gap that was not read"),
        pytest.param(None, None, "act", Kind.GAP, "no duty stated", id="a gap in a text that was read"),
    ],
)  # fmt: skip
def test_standing(duty: Duty | None, time_duty: Duty | None, ref: str, kind: Kind, told: str) -> None:
    held = replace(edition(), sources={"act": ACT, "guidance": GUIDANCE})
    step = replace(rule(kind=kind), duty=duty, time_duty=time_duty, citation=Citation(ref=ref, place="1"))
    assert _standing(held, step) == told


def test_an_edition_that_lies_ahead_takes_no_chart_until_its_day() -> None:
    """The one before it is on the sheet still, and the page of the later says that it has not begun."""
    guide = real.compiled()[0]
    before = IN_FORCE["england"].replace("2026", "2023")
    begins = {IN_FORCE["england"]: {"start": "2099-04-01"}, before: {"end": None, "end_is": None}}
    editions = tuple(
        replace(held, in_force=replace(held.in_force, **begins.get(held.id, {})))  # type: ignore[arg-type]
        for held in guide.editions
    )
    made = pages(replace(guide, editions=editions))
    assert f"../{before}.html" in made["wall-charts/england.md"]
    assert IN_FORCE["england"] not in made["wall-charts/england.md"]
    assert "This edition is not in force yet" in made[f"{IN_FORCE['england']}.md"]
    assert "wall-charts/" not in made[f"{IN_FORCE['england']}.md"]
    assert "wall-charts/england.html" in made[f"{before}.md"]
    assert made["index.md"].count("wall-charts/england.html") == 1


STEP = "<tr><th>A step</th><td>within 5 days</td><td>must</td></tr>"
LONG = f"<tr><th>A step</th><td>{'five days ' * 12}</td><td>must</td></tr>"  # 119 characters, of which 37 fill a line of small print
ACROSS = f'<tr><th colspan="3">{"a step " * 36}</th></tr>'  # 251, of which 128 do
SAID = f"<p>{'a word ' * 36}</p>"


@pytest.mark.parametrize(
    ("chart", "size"),
    [
        pytest.param(STEP * 43, "large", id="43 rows of one line and their space fill a sheet in large print"),
        pytest.param(STEP * 44, "small", id="one more does not"),
        pytest.param(STEP * 60, "small", id="60 in small print"),
        pytest.param(STEP * 61, "smallest", id="one more does not go on it either"),
        pytest.param(STEP * 65, "smallest", id="65 in the smallest"),
        pytest.param(STEP * 66, None, id="more than fill a sheet in any"),
        pytest.param(LONG * 17, "small", id="17 rows of four lines, or in large print of four"),
        pytest.param(LONG * 13, "large", id="and 13 of them"),
        pytest.param(ACROSS * 33, "small", id="rows across the sheet"),
    ],
)
def test_the_more_lines_a_chart_has_the_smaller_its_print(chart: str, size: str | None) -> None:
    assert _print_size(f'<div class="cr-wall"><table>{chart}</table></div>') == size


def test_paragraphs_and_items_count_as_rows_across_the_sheet_do() -> None:
    assert _print_size(f'<div class="cr-wall">{SAID * 33}</div>') == "small"
    assert _print_size(f'<div class="cr-wall"><ul>{SAID.replace("p>", "li>") * 33}</ul></div>') == "small"
    assert _print_size(f'<div class="cr-wall">{SAID * 17}</div>') == "large"
