"""Glossary, library and local arrangements: each mistake gets its sentence, and terms are linked where they should be."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stages import schema
from stages.checks import local as local_checks
from stages.checks import supplements as shelf_checks
from stages.compiling.slots import _value
from stages.pages.glossary_links import link, words_to_link
from stages.reading.editions import read_content
from stages.reading.supplements import read_supplements
from stages.schema import reference as fields
from stages.schema.supplements import GlossaryBlock, TermBlock
from tests import real

if TYPE_CHECKING:
    from stages.compiling.slots import Names
    from stages.reading.model import Content
    from stages.reading.supplements import Supplements

ROOT = Path(__file__).parents[2]
BROKEN = Path(__file__).parents[1] / "broken_shelf"
CASES = [
    ("glossary/html.yml", "13: 'meaning': '<em>' is HTML; write plain words"),
    (
        "glossary/linked-twice.yml",
        "11: 'Practice review' links to 'practice-review' already; words can link to one term only",
    ),
    (
        "glossary/row-named-like-a-term.yml",
        "2: 'rapid-review' is a term as well, and the two would share an address; rename the row",
    ),
    ("glossary/slot.yml", "13: slots are not filled here; write words without a length of time"),
    (
        "glossary/typed-length.yml",
        "13: '15 working days' is a length of time typed in prose; only an edition's rule may say it",
    ),
    (
        "glossary/unknown-nation.yml",
        "9: 'cornwall' is not a nation; write one of: england, northern-ireland, scotland, wales",
    ),
    ("glossary/unknown-term.yml", "14: 'practise-review' is not a term; did you mean 'practice-review'?"),
    (
        "learning-models/unknown-edition.yml",
        "7: 'england/serious-case-review-2105' is not an edition; did you mean 'england/serious-case-review-2015'?",
    ),
    (
        "learning-models/unknown-work.yml",
        "6: 'working-together-2103' is not a work of reading-list.yml; did you mean 'working-together-2013'?",
    ),
    ("local/a-rule-of-its-own.md", "23: a rule stands in an edition, not here; name it with a slot"),
    ("local/due-before-checked.md", "10: 'review_by' must be later than 'checked', 2026-11-21"),
    ("local/edition-of-another-nation.md", "4: this edition is not of the nation 'wales'; mend one of the two"),
    ("local/empty-layer.md", "15: nothing stands under 'Local'; write it, or take the heading out"),
    ("local/empty-sources.md", "7: 'sources' is empty; name at least one"),
    ("local/html-in-the-name.md", "2: 'name': '<script>' is HTML; write plain words"),
    (
        "local/layers-out-of-order.md",
        "19: 'Local' of 'Notification' stands twice or too late; topics stand in the order of topics.yml, and under each Local, National, Where they differ",
    ),
    (
        "local/link-to-a-script.md",
        "23: this leads to javascript:alert(1); a link leads to https://, http://, mailto: or a page of this guide",
    ),
    (
        "local/neither-local-nor-national.md",
        "15: say whether this is local or national: put it under `### ` and one of Local, National, Where they differ",
    ),
    ("local/no-front-matter.md", "1: start with front matter: a line `---`, its keys, a line `---`"),
    ("local/no-sources.md", "2: 'sources' is missing; write `sources: …`"),
    (
        "local/no-topic.md",
        "1: no topic is written; begin with `## ` and a topic, then `### ` and one of Local, National, Where they differ",
    ),
    (
        "local/slot-of-nothing.md",
        "21: slot 'notify-pannel.period' names rule 'notify-pannel', which england/child-safeguarding-practice-review-2023 does not have; did you mean 'notify-panel'?",
    ),
    ("local/text-before-a-topic.md", "13: text before the first `## ` heading belongs to no topic; move it under one"),
    (
        "local/topics-out-of-order.md",
        "25: 'Local' of 'Criteria' stands twice or too late; topics stand in the order of topics.yml, and under each Local, National, Where they differ",
    ),
    (
        "local/typed-length-in-summary.md",
        "6: '10 days' is a length of time typed in prose; name a rule of the edition under it, as in {{ rule-id.period }}",
    ),
    (
        "local/typed-length.md",
        "21: 'five working days' is a length of time typed in prose; name a rule of the edition under it, as in {{ rule-id.period }}",
    ),
    (
        "local/unknown-edition.md",
        "4: 'england/child-safeguarding-practice-review-2032' is not an edition; did you mean 'england/child-safeguarding-practice-review-2026'?",
    ),
    ("local/unknown-key.md", "5: 'aera' is not a key that belongs here; did you mean 'area'?"),
    (
        "local/unknown-layer.md",
        "15: 'Regional' is no heading of local arrangements; write `## ` and a topic, then `### ` and one of Local, National, Where they differ",
    ),
    ("local/unknown-nation.md", "3: 'engalnd' is not a nation; did you mean 'england'?"),
    ("local/unknown-topic.md", "13: 'Notifications' is not a topic; did you mean 'Notification'?"),
    (
        "published-reviews/no-retention.yml",
        "9: 'send-report' is not a retention of england/serious-case-review-2015; write one of: keep-published",
    ),
    (
        "published-reviews/no-such-date.yml",
        "11: 'published': write a date such as 2023-12-15, a month such as 2021-09 or a year",
    ),
    (
        "published-reviews/unknown-edition.yml",
        "8: 'england/serious-case-review-2051' is not an edition; did you mean 'england/serious-case-review-2015'?",
    ),
    ("reading-list/unknown-topic.yml", "9: 'methods' is not a topic of this list; did you mean 'method'?"),
    ("reading-list/year-as-text.yml", "8: 'year': write a year such as 2018, without quotation marks"),
    ("referral-form/no-lines.yml", "7: 'lines': input should be greater than or equal to 1"),
    ("referral-form/unknown-fact.yml", "8: 'child-dead' is not a fact of facts.yml; did you mean 'child-died'?"),
]


@cache
def content() -> Content:
    """Return the guide's own editions, read once."""
    return read_content(ROOT / "content")


@cache
def names() -> Names:
    """Return what slots may name, from the guide's own editions."""
    return real.compiled()[0].names


def with_file(tmp_path: Path, case: str) -> Supplements:
    """Return the guide's own shelf without its local arrangements, with one broken file in its place."""
    root = tmp_path / "content"
    shutil.copytree(ROOT / "content" / "library", root / "library")
    shutil.copy(ROOT / "content" / "glossary.yml", root)
    room, name = case.split("/")
    (root / "local").mkdir()
    place = {"local": f"local/{name}", "glossary": "glossary.yml"}.get(room, f"library/{room}.yml")
    shutil.copy(BROKEN / case, root / place)
    return read_supplements(root)


def found(shelf: Supplements) -> list[str]:
    """Return every problem of a shelf, by line and message."""
    problems = [*shelf_checks.supplement_problems(shelf, content()), *local_checks.slot_problems(shelf, names())]
    return [f"{one.line}: {one.message}" for one in problems]


@pytest.mark.parametrize(("case", "problem"), [pytest.param(case, problem, id=case) for case, problem in CASES])
def test_a_mistake_gets_one_sentence_at_its_line(case: str, problem: str, tmp_path: Path) -> None:
    assert found(with_file(tmp_path, case)) == [problem]


def test_every_broken_file_has_its_row() -> None:
    lying = {str(one.relative_to(BROKEN)) for one in BROKEN.rglob("*") if one.is_file()}
    assert lying == {case for case, _ in CASES}


def test_the_guide_s_own_shelf_is_sound() -> None:
    assert not found(read_supplements(ROOT / "content"))


def test_a_file_that_nothing_reads_is_told(tmp_path: Path) -> None:
    root = tmp_path / "content"
    shutil.copytree(ROOT / "content" / "library", root / "library")
    shutil.copy(ROOT / "content" / "glossary.yml", root)
    (root / "library" / "readinglist.yml").write_text("a: b\n", encoding="utf-8")
    (root / "local").mkdir()
    (root / "local" / "Example Shire.md").write_text("---\n---\n", encoding="utf-8")
    told = [f"{one.path}: {one.message}" for one in read_supplements(root).problems]
    assert "content/library/readinglist.yml: nothing reads this file; did you mean 'reading-list.yml'?" in told
    assert "content/local/Example Shire.md: a name here is small letters, digits and hyphens; rename this file" in told


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    told = {str(one) for one in read_supplements(tmp_path / "content").problems}
    assert "content/glossary.yml:1: this file is missing; restore it from the repository" in told


GLOSSARY = GlossaryBlock(
    crosswalk={},
    terms={
        "rapid-review": TermBlock(term="rapid review", meaning="A first look.", link=True),
        "review": TermBlock(term="review", meaning="A look.", link=True),
        "scr": TermBlock(term="SCR", meaning="Two things.", link=True),
        "serious-case-review": TermBlock(
            term="serious case review", abbreviation="SCR", meaning="One of them.", link=True
        ),
        "gap": TermBlock(term="gap", meaning="Not linked."),
    },
)


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        pytest.param(
            "A rapid review.", "A [rapid review](g#rapid-review){: .cr-term }.", id="the longest term that fits"
        ),
        pytest.param(
            "Rapid reviews begin.", "[Rapid reviews](g#rapid-review){: .cr-term } begin.", id="a capital, a plural"
        ),
        pytest.param(
            "One rapid review, then a rapid review.",
            "One [rapid review](g#rapid-review){: .cr-term }, then a rapid review.",
            id="the first only",
        ),
        pytest.param(
            "- a rapid\n  review of it",
            "- a [rapid\n  review](g#rapid-review){: .cr-term } of it",
            id="over the end of a line",
        ),
        pytest.param("### Rapid review\n\nNone.", "### Rapid review\n\nNone.", id="not in a heading"),
        pytest.param("[A rapid review](x.md).", "[A rapid review](x.md).", id="not in a link"),
        pytest.param("See [x](review.md).", "See [x](review.md).", id="not in an address"),
        pytest.param("`rapid review`", "`rapid review`", id="not in code"),
        pytest.param("```\nrapid review\n```", "```\nrapid review\n```", id="not in a fence"),
        pytest.param("An SCR.", "An [SCR](g#scr){: .cr-term }.", id="letters of two meanings to their own entry"),
        pytest.param("A preview, reviewed.", "A preview, reviewed.", id="whole words only"),
        pytest.param("A gap.", "A gap.", id="only terms marked for it"),
        pytest.param(
            "**A rapid review**", "**A [rapid review](g#rapid-review){: .cr-term }**", id="inside strong words"
        ),
    ],
)
def test_where_terms_are_linked(text: str, linked: str) -> None:
    assert link(text, words_to_link(GLOSSARY.terms), set(), "g") == linked


def test_a_term_linked_on_the_page_already_is_not_linked_again() -> None:
    assert link("A rapid review.", words_to_link(GLOSSARY.terms), {"rapid-review"}, "g") == "A rapid review."


def test_every_kind_of_block_has_its_fields_on_the_page() -> None:
    told = {fence for _, _, held in fields.kinds() for kind in held for fence in kind.fences}
    assert told == set(schema.BLOCKS)


def test_a_field_is_said_as_an_editor_writes_it() -> None:
    kinds = {kind.name: kind for _, _, held in fields.kinds() for kind in held}
    in_force = {key.key: (key.needed, key.what) for key in kinds["in force"].keys}
    assert in_force["from"] == (True, "a date, a month such as 2021-09, or a year")
    assert in_force["to"] == (False, "a date, a month such as 2021-09, or a year")


def test_a_published_review_without_a_date_says_so_and_opens_its_rule() -> None:
    page = real.made()["library/published-reviews.md"]
    assert page.count("Date of publication not held") == 3
    assert "workbench.html?edition=england/serious-case-review-2015&amp;rule=keep-published" in page


def test_slots_in_local_arrangements_are_those_of_the_edition_under_them() -> None:
    page = real.made()["local/cumbria.md"]
    said = _value("report-incident.period", edition="england/serious-case-review-2015", known=names())
    assert f"within {said} of becoming aware" in page
