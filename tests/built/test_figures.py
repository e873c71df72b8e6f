"""Figures that a partnership lays into its own copy: on the pages and in every plan of that copy, or refused at their line."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from calculators.records import Kind
from calculators.register import EDITIONS
from stages.compiler import compile_guide
from stages.pages import pages
from stages.problems import ContentRefused
from tests.both_pythons import payload
from tests.built.test_build import ROOT, run, without_figures
from tests.files.test_figures_file import EVERY_GAP, figure, file

if TYPE_CHECKING:
    from pathlib import Path

    from stages.guide import Guide

EDITION = "england/child-safeguarding-practice-review-2026"
NAME = "A & B <b>Partnership</b>"
READ = {"supplied_by": NAME, "read_on": "2026-03-20"}
WORDS = (
    f"Figure read by {NAME} (business manager) on 20 March 2026 in An invented copy of the guidance, paragraph {{}}; "
    "not checked by this guide."
)


def compiled(folder: Path) -> Guide:
    """Return the guide of a copy, or raise `ContentRefused`."""
    navigation = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    return compile_guide(folder, handwritten={}, navigation=navigation, today=date(2026, 11, 28))[0]


@pytest.fixture
def laid_in(tmp_path: Path) -> Any:  # noqa: ANN401 - a function of files
    """Return what makes a copy that can be compiled, with these files in content/figures/."""

    def copy(**files: object) -> Path:
        shutil.copytree(ROOT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("figures"))
        for name in ("mkdocs.yml", "CHANGELOG.md"):
            shutil.copy(ROOT / name, tmp_path / name)
        (tmp_path / "content" / "figures").mkdir()
        for name, given in files.items():
            text = given if isinstance(given, str) else json.dumps(given, indent=1)
            (tmp_path / "content" / "figures" / name.replace("_", ".")).write_text(text, encoding="utf-8")
        return tmp_path

    return copy


def told(folder: Path) -> list[str]:
    """Return the problems of a copy as they are printed."""
    with pytest.raises(ContentRefused) as refused:
        compiled(folder)
    return [str(problem) for problem in refused.value.problems]


def line_of(folder: Path, name: str, words: str, *, occurrence: int = 0) -> int:
    """Return the line of a figures file on which words stand."""
    lines = (folder / "content" / "figures" / name).read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if words in line][occurrence]


def test_in_a_copy_every_page_and_plan_has_them(tmp_path: Path) -> None:
    """On the card of each filled gap, under the supplier's name and nobody's else; and in a plan without --figures."""
    folder = without_figures(tmp_path / "guide")
    (folder / "content" / "figures").mkdir()
    laid = folder / "content" / "figures" / "ours.json"
    laid.write_text(json.dumps(file(*EVERY_GAP, **READ)), encoding="utf-8")
    text = pages(compiled(folder))[f"{EDITION}.md"]
    page = LexborHTMLParser(text)
    for place, gap in enumerate(EVERY_GAP, 1):
        (card,) = page.css(f"#rule-{gap['fills']}")
        (fact,) = (one for one in card.css("div.cr-fact") if one.css("dt")[0].text() == "Supplied")
        told = " ".join(fact.text().split())
        assert WORDS.format(place) in told
        assert (f"; within the time: {gap['duty']}. Figure read by" in told) is bool(gap["duty"])
    assert text.count("<dt>Supplied</dt>") == len(EVERY_GAP)
    assert "<b>Partnership" not in text

    done = run(folder, "build.py", "tables")
    assert done.returncode == 0, done.stderr
    asked = ["plan", EDITION, "--event", "authority-aware=2026-06-11", "--today", "2026-06-12"]
    plan = run(folder, "-m", "calculators", *asked, "--json")
    found = {one["rule"]: one for one in json.loads(plan.stdout)["dates"]}
    assert (found["notify-panel"]["due"], found["notify-panel"]["supplied"]["by"]) == ("2026-06-16", NAME)
    assert {rule for rule, one in found.items() if one["supplied"]} == {gap["fills"] for gap in EVERY_GAP}

    given = tmp_path / "given.json"
    given.write_text(json.dumps(file(figure(length=9), read_on="2026-03-20")), encoding="utf-8")
    refused = run(folder, "-m", "calculators", *asked, "--figures", str(given))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (
        "case-review: the figures built into this copy and the figures file of Invented Partnership disagree on "
        "notify-panel; settle which is right\n"
    )


@pytest.mark.slow
def test_the_whole_site_of_a_copy_has_them(tmp_path: Path) -> None:
    """Every gap of the edition filled: on its page, in comparisons and tables, as data, and in the workbench's own engine."""
    gaps = [rule.id for rule in EDITIONS[EDITION].rules if rule.kind is Kind.GAP]
    folder = without_figures(tmp_path / "guide")
    (folder / "content" / "figures").mkdir()
    figures = [figure(gap, length=number, place=f"paragraph {number}") for number, gap in enumerate(gaps, 3)]
    laid = folder / "content" / "figures" / "ours.json"
    laid.write_text(
        json.dumps(file(*figures, supplied_by="Invented Partnership", read_on="2026-03-20")), encoding="utf-8"
    )
    done = run(folder, "build.py")
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    pages = {
        f"guide/{EDITION}": 2, "guide/compare": 1, "guide/compare-england": 1, "guide/compare-editions": 1,
        "guide/deadlines": 2, "guide/workbench": 1,
    }  # fmt: skip
    for name, times in pages.items():
        page = LexborHTMLParser((site / f"{name}.html").read_text(encoding="utf-8"))
        text = " ".join(page.css("article")[0].text().split())
        for number in range(3, 3 + len(gaps)):
            words = WORDS.replace(NAME, "Invented Partnership").format(number)
            assert text.count(words) == times, (name, number)
            assert text.count(f"{number} working days after the local authority becomes aware") >= times, (name, number)
    assert "Invented Partnership" in (site / "rules.json").read_text(encoding="utf-8")
    (tmp_path / "engine").mkdir()
    asked = tmp_path / "asked.jsonl"
    asked.write_text(
        json.dumps(json.dumps({"ask": "plan", "edition": EDITION, "events": {"authority-aware": "2026-04-02"}})) + "\n",
        encoding="utf-8",
    )
    done = payload.run("answers.mjs", payload.engine(tmp_path / "engine", site), asked, tmp_path / "told.jsonl")
    assert done.returncode == 0, done.stderr
    (rule,) = (
        rule
        for rule in json.loads((tmp_path / "told.jsonl").read_text(encoding="utf-8"))["dates"]
        if rule["rule"] == gaps[0]
    )
    assert rule["supplied"]["by"] == "Invented Partnership"


def test_a_copy_without_figures_names_nobody(tmp_path: Path) -> None:
    """The guide as we publish it has none."""
    guide = compiled(without_figures(tmp_path / "guide"))
    assert guide.figures == {}
    assert "<dt>Supplied</dt>" not in pages(guide)[f"{EDITION}.md"]


YAML = f"""format: 1
kind: figures
edition: {EDITION}
supplied_by: Our own office
role: manager
read_on: 2026-03-20
source: An invented copy of the guidance
figures:
  - {{fills: notify-panel, length: 3, unit: working days, runs: after, event: authority-aware, duty: should, place: "7"}}
"""


def test_a_file_written_as_yaml(laid_in: Any) -> None:  # noqa: ANN401 - a fixture
    """A date without quotation marks is a date; two files that agree are the first one's."""
    figures = compiled(laid_in(b_json=file(), a_yml=YAML)).figures[EDITION]
    assert {rule: one.supplied.by for rule, one in figures.items()} == {"notify-panel": "Our own office"}


def test_two_files_that_disagree(laid_in: Any) -> None:  # noqa: ANN401 - a fixture
    """The later is at fault as far as we know, and the earlier is named in it."""
    folder = laid_in(a_json=file(), b_json=file(figure(length=9), supplied_by="Second Partnership"))
    line = line_of(folder, "b.json", '"figures": [')
    assert told(folder) == [
        (
            f"content/figures/b.json:{line}: this disagrees with content/figures/a.json on 'notify-panel'; settle which is "
            "right, and change or remove the other"
        )
    ]


@pytest.mark.parametrize(
    ("given", "words", "occurrence", "message"),
    [
        pytest.param(file(figure(), figure("publish-report", length=0)), '"length"', 1, "length must be a whole number from 1 to 1,000; this is '0'", id="a figure that is none"),
        pytest.param(file(figure(lenght=3)), '"lenght"', 0, "'lenght' is no part of a figure; did you mean length?", id="an unknown key of a figure"),
        pytest.param(file(suplied_by="x"), '"suplied_by"', 0, "'suplied_by' is no part of a figures file; did you mean supplied_by?", id="an unknown key"),
        pytest.param(file(read_on="2026-11-29"), '"read_on"', 0, "read_on, 29 November 2026, is in the future", id="yet to be read"),
        pytest.param(file(figure("send-report")), '"fills"', 0, f"'send-report' has a figure or words of its own in {EDITION}; a figure of yours fills only a gap", id="a rule with a figure"),
        pytest.param(file(edition="mars"), '"edition"', 0, "'mars' is not an edition that this guide holds; write one of: ", id="no edition that is held"),
        pytest.param(file(kind="case"), '"kind"', 0, 'This is no figures file: its "kind" must be "figures", and says \'case\'', id="another kind of file"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_line(
    given: dict[str, Any], words: str, occurrence: int, message: str, laid_in: Any  # noqa: ANN401 - a fixture
) -> None:  # fmt: skip
    folder = laid_in(a_json=given)
    (problem,) = told(folder)
    line = line_of(folder, "a.json", words, occurrence=occurrence)
    assert problem.startswith(f"content/figures/a.json:{line}: {message}")


def test_what_is_no_figures_file(laid_in: Any) -> None:  # noqa: ANN401 - a fixture
    """Another ending, half a file, a list: each has its sentence, all at once."""
    problems = told(laid_in(a_txt="words", b_json='{"format": 1,', c_json="[1]"))
    assert (
        problems[0] == "content/figures/a.txt:1: a figures file ends in .json or .yml; rename it, or move it elsewhere"
    )
    assert [problem.partition(":")[0] for problem in problems] == [
        "content/figures/a.txt", "content/figures/b.json", "content/figures/c.json",
    ]  # fmt: skip
