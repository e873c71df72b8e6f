"""The criteria matrix: every cell against content/ as plain YAML, by a way that shares nothing with the pages' own."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from calculators.records import AllOf, AnyOf, Is, Not
from stages.pages.criteria_matrix import _how
from tests import real

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.records import Condition

CONTENT = Path(__file__).parents[2] / "content"
WEIGHED = ("factors", "choice")
CELL = re.compile(r'<td data-column="([^"]+)" data-kind="([^"]+)".*?</td>', re.DOTALL)
ROW = re.compile(r'<tr id="fact-([^"]+)">(.*?)</tr>', re.DOTALL)
MARK = re.compile(r'<a href="([^"]+)\.html#test-([^"]+)"><strong>([^<]*)</strong>:? ([^<]*)</a>(, if not)?(?: <span class="cr-limb">limbs? ([\d, ]+)</span>)?( <span class="cr-limb">counts)?')  # fmt: skip


def yaml(text: str) -> Any:  # noqa: ANN401 - whatever was written
    """Return what YAML says, read as any program would."""
    return YAML(typ="safe").load(text)


def editions() -> dict[str, tuple[dict[str, Any], list[dict[str, Any]], dict[str, str]]]:
    """Return each edition's front matter, its tests, and the kind of each rule, found by regular expression."""
    found = {}
    for file in CONTENT.glob("*/*.md"):
        if file.parent.name == "local":
            continue
        text = file.read_text(encoding="utf-8")
        front = yaml(text.split("---\n")[1])
        blocks = re.findall(r"^```yaml (\w+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
        tests = [yaml(block) for kind, block in blocks if kind == "test"]
        kinds = {yaml(block)["id"]: kind for kind, block in blocks if kind in {"deadline", "retention", "lookback", "prompt", "gap"}}  # fmt: skip
        found[f"{file.parent.name}/{file.stem}"] = (front, tests, kinds)
    return found


def facts_of(when: Any, turned: bool = False) -> Iterator[tuple[str, bool, bool]]:  # noqa: ANN401, FBT001, FBT002
    """Yield each fact that a condition names, whether it must not be, and whether it is presumed."""
    if isinstance(when, str):
        yield when, turned, False
    elif "presumed" in when:
        yield when["presumed"], turned, True
    elif "not" in when:
        yield from facts_of(when["not"], not turned)
    else:
        for part in when.get("all", when.get("any")):
            yield from facts_of(part, turned)


def expected(table: str) -> dict[tuple[str, str], set[tuple[str, str, str, bool, tuple[int, ...], bool]]]:
    """Return by fact and edition each test that asks about it: id, force, act, absence, limbs, presumption."""
    found: dict[tuple[str, str], set[tuple[str, str, str, bool, tuple[int, ...], bool]]] = {}
    for edition, (_, tests, kinds) in editions().items():
        for test in tests:
            (shape,) = {"all", "any", *WEIGHED} & set(test)
            if (shape in WEIGHED) != (table == "weigh"):
                continue
            limbs = test[shape]
            brought = [kinds[rule] for rule in test.get("follows", [])]
            without = "duty not held" if brought and set(brought) == {"gap"} else "can"
            asked: dict[str, list[tuple[int, bool, bool]]] = {}
            for number, limb in enumerate(limbs, 1):
                for fact, absent, presumed in facts_of(limb["when"]):
                    asked.setdefault(fact, []).append((number, absent, presumed))
            for fact, places in asked.items():
                numbers = tuple(dict.fromkeys(number for number, _, _ in places)) if len(limbs) > 1 else ()
                mark = (
                    test["id"], test.get("duty", without), test["act"],
                    all(absent for _, absent, _ in places), numbers, any(presumed for _, _, presumed in places),
                )  # fmt: skip
                found.setdefault((fact, edition), set()).add(mark)
    return found


def shown(table: str) -> dict[tuple[str, str], tuple[str, set[tuple[str, str, str, bool, tuple[int, ...], bool]]]]:
    """Return by fact and edition what the page shows: the kind of cell and its marks."""
    page = html.unescape(real.made()["criteria.md"])
    (part,) = re.findall(rf'<table [^>]*id="cr-{table}".*?</table>', page, re.DOTALL)
    found = {}
    for fact, row in ROW.findall(part):
        for cell in CELL.finditer(row):
            marks = set()
            for edition, test, force, act, absent, limbs, presumed in MARK.findall(cell[0]):
                assert edition == cell[1]
                numbers = tuple(int(number) for number in limbs.split(",")) if limbs else ()
                marks.add((test, force, act, bool(absent), numbers, bool(presumed)))
            assert len(marks) == cell[0].count("<li>")
            found[fact, cell[1]] = (cell[2], marks)
    return found


@pytest.mark.parametrize("table", ["decide", "weigh"])
def test_every_cell_says_what_content_says(table: str) -> None:
    """Every fact of facts.yml that any test asks about has a row, with a cell for every edition."""
    wanted, fronts = expected(table), {edition: front for edition, (front, _, _) in editions().items()}
    found = shown(table)
    facts = {fact for fact, _ in wanted}
    assert facts <= set(yaml((CONTENT / "facts.yml").read_text(encoding="utf-8")))
    assert set(found) == {(fact, edition) for fact in facts for edition in fronts}
    for (fact, edition), (kind, marks) in found.items():
        assert marks == wanted.get((fact, edition), set()), (fact, edition)
        empty = "silent" if fronts[edition].get("criteria_read", "part") == "whole" else "unread"
        assert kind == ("held" if marks else empty), (fact, edition)


def test_an_empty_cell_claims_no_silence_of_the_text() -> None:
    """Cumbria's text counts a suspected suicide as a death, in a definition: no test asks, and yet the text is not silent."""
    page = html.unescape(real.made()["criteria.md"])
    assert shown("decide")["suicide-or-accident", "england/serious-case-review-2015"] == ("silent", set())
    assert "Silent" not in page
    assert page.count("Not asked") > 1


def test_how_far_the_criteria_were_read_is_told_in_each_edition_s_own_words() -> None:
    page = " ".join(html.unescape(real.made()["criteria.md"]).partition("{: #read }")[2].split())
    for front, _, _ in editions().values():
        assert " ".join(front["coverage_note"].split()) in page


def test_the_two_tables_hold_every_fact_that_a_test_asks_about() -> None:
    asked = {fact for fact, _ in expected("decide")} | {fact for fact, _ in expected("weigh")}
    everywhere = {
        fact
        for _, tests, _ in editions().values()
        for test in tests
        for shape in ({"all", "any", *WEIGHED} & set(test))
        for limb in test[shape]
        for fact, _, _ in facts_of(limb["when"])
    }
    assert asked == everywhere


@pytest.mark.parametrize(
    ("fact", "edition", "kind", "force"),
    [
        pytest.param("child-died", "northern-ireland/case-management-review-2017", "held", {"must"}, id="regulation 17(2)(a)"),
        pytest.param("suicide-or-accident", "scotland/significant-case-review-2015", "held", {"should"}, id="Scotland's criteria of 2015"),
        pytest.param("risk-of-significant-harm", "scotland/significant-case-review-2015", "held", {"can"}, id="a review after harm can be held"),
        pytest.param("register-ever", "wales/child-practice-review-2016", "silent", set(), id="Wales asks about a window, not about ever"),
        pytest.param("seriously-harmed", "northern-ireland/case-management-review-2017", "silent", set(), id="Northern Ireland's word is significantly"),
        pytest.param("abuse-or-neglect", "scotland/learning-review-2021", "unread", set(), id="Scotland's test of today was not read"),
        pytest.param("care-leaver-died", "england/child-safeguarding-practice-review-2026", "held", {"duty not held"}, id="what the 2026 text asks for was not read"),
        pytest.param("care-leaver-died", "england/child-safeguarding-practice-review-2023", "held", {"should"}, id="2023 says should"),
    ],
)  # fmt: skip
def test_cells_that_a_practitioner_can_check(fact: str, edition: str, kind: str, force: set[str]) -> None:
    found_kind, marks = shown("decide")[fact, edition]
    assert (found_kind, {mark[1] for mark in marks}) == (kind, force)


@pytest.mark.parametrize(
    ("when", "how"),
    [
        pytest.param(Is("suicide"), [(False, False)], id="it is to be so"),
        pytest.param(Not(Is("suicide")), [(True, False)], id="it is not to be so"),
        pytest.param(Not(AnyOf((Is("suicide"), Is("in-custody")))), [(True, False)], id="none of several"),
        pytest.param(Not(Not(Is("suicide"))), [(False, False)], id="denied twice"),
        pytest.param(Not(Is("suicide", presumed=True)), [(True, True)], id="presumed, and to be rebutted"),
        pytest.param(AllOf((Is("in-custody"), AnyOf((Not(Is("suicide")), Is("suicide"))))), [(True, False), (False, False)], id="asked about twice"),
        pytest.param(Is("in-custody"), [], id="not asked about"),
    ],
)  # fmt: skip
def test_how_a_condition_asks_about_a_fact(when: Condition, how: list[tuple[bool, bool]]) -> None:
    """For each place that asks about a suicide: whether it must not be one, and whether one is presumed."""
    assert list(_how(when, "suicide")) == how


def test_each_table_has_its_heading() -> None:
    page = real.made()["criteria.md"]
    headings = [
        page.rpartition(f'id="cr-{table}"')[0].rpartition("## ")[2].split("\n")[0] for table in ("decide", "weigh")
    ]
    assert [heading.partition(" {")[0] for heading in headings] == ["Facts that decide", "Facts that are weighed"]
