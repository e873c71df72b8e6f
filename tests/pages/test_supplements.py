"""Glossary, library and local arrangements as pages: terms are linked where they should be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stages import schema
from stages.compiling.slots import _value
from stages.pages.glossary_links import link, words_to_link
from stages.schema import reference as fields
from stages.schema.supplements import GlossaryBlock, TermBlock
from tests import real

ROOT = Path(__file__).parents[2]

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
        pytest.param(
            "[A look](a/SCR.md)/SCR",
            "[A look](a/SCR.md)/[SCR](g#scr){: .cr-term }",
            id="not in a link's address, whatever follows it",
        ),
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


def terms_linked_in(edition: str) -> list[str]:
    """Return the terms to which the page of an edition links."""
    return re.findall(r"\]\(\.\./glossary\.md#([\w-]+)\)", real.made()[f"{edition}.md"])


@pytest.mark.parametrize("edition", [held.id for held in real.compiled()[0].editions])
def test_an_edition_s_page_links_each_term_once_to_the_glossary(edition: str) -> None:
    linked = terms_linked_in(edition)
    assert len(set(linked)) == len(linked)
    assert set(linked) <= real.compiled()[0].supplements.terms.keys()


def test_terms_are_linked_from_the_editions_that_use_them() -> None:
    """A text of few words may use none."""
    assert {"rapid-review", "csprp"} & set(terms_linked_in("england/child-safeguarding-practice-review-2023"))


def test_every_kind_of_block_has_its_fields_on_the_page() -> None:
    told = {fence for _, _, held in fields.kinds() for kind in held for fence in kind.fences}
    assert told == set(schema.BLOCKS)


def test_a_field_is_said_as_an_editor_writes_it() -> None:
    kinds = {kind.name: kind for _, _, held in fields.kinds() for kind in held}
    in_force = {key.key: (key.needed, key.what) for key in kinds["in force"].keys}
    assert in_force["from"] == (True, "a date, a month such as 2021-09, or a year")
    assert in_force["to"] == (False, "a date, a month such as 2021-09, or a year")


def test_what_changed_in_the_guidance_and_in_the_code_has_its_page() -> None:
    page = real.made()["release-notes.md"]
    assert "\n## Guidance\n" in page
    assert "\n- **England, Working Together 2023** (" in page
    assert "\n## Code\n" in page


def test_a_published_review_without_a_date_says_so_and_opens_its_rule() -> None:
    page = real.made()["library/published-reviews.md"]
    assert page.count("Date of publication not held") == 3
    assert "workbench.html?edition=england/serious-case-review-2015&amp;rule=keep-published" in page


def test_slots_in_local_arrangements_are_those_of_the_edition_under_them() -> None:
    page = real.made()["local/cumbria.md"]
    said = _value("report-incident.period", edition="england/serious-case-review-2015", known=real.compiled()[0].names)
    assert f"within {said} of becoming aware" in page
