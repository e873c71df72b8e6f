"""The search index as it leaves the house: prose, not forms and tables, with what is known of each place."""

from __future__ import annotations

import json

from stages.pages.finding import Found
from stages.release import search_index_files

EDITION = "guide/wales/review-2016.html"
FOUND = {
    EDITION: Found(words="Wales"),
    f"{EDITION}#": Found(words="Wales 2016", boost=0.5),
    f"{EDITION}#rule-keep-title": Found(words="retention", text="<p>Board: kept for 12 weeks.</p>", boost=0.4),
}


def shaped(*entries: tuple[str, str, str]) -> list[dict[str, object]]:
    """Return the entries of the index made from these: location, title and text of each."""
    index = {"config": {}, "docs": [dict(zip(("location", "title", "text"), entry, strict=True)) for entry in entries]}
    files = search_index_files(json.dumps(index), FOUND)
    assert files["search_index.js"] == f"var __index = {files['search_index.json']}"
    docs: list[dict[str, object]] = json.loads(files["search_index.json"])["docs"]
    return docs


def test_a_rule_is_shown_by_its_sentence_and_found_by_its_words() -> None:
    (rule,) = shaped((f"{EDITION}#rule-keep-title", "Keep the report", "12 weeks"))
    assert (rule["text"], rule["words"], rule["boost"]) == (
        "<p>Board: kept for 12 weeks.</p>",
        "retention Wales 2016",
        0.4,
    )


def test_prose_of_an_edition_keeps_its_text_and_counts_as_its_edition_does() -> None:
    (prose,) = shaped((f"{EDITION}#learning", "Learning", "<p>Boards learn.</p>"))
    assert (prose["text"], prose["words"], prose["boost"]) == ("<p>Boards learn.</p>", "Wales 2016", 0.5)


def test_what_stands_twice_on_an_edition_page_is_found_once() -> None:
    left = shaped(
        (EDITION, "Wales", ""), (f"{EDITION}#process", "The process", "x"), (f"{EDITION}#sources", "Sources", "x")
    )
    assert [entry["location"] for entry in left] == [EDITION]


def test_a_page_and_its_title_are_one_entry() -> None:
    left = shaped(
        ("a.html", "A", ""), ("a.html#a", "A", "<p>First.</p><p>Second.</p>"), ("a.html#b", "B", "<p>Third.</p>")
    )
    assert [(entry["location"], entry["text"]) for entry in left] == [
        ("a.html", "<p>First.</p>"),
        ("a.html#b", "<p>Third.</p>"),
    ]


def test_a_form_is_found_by_its_name_alone() -> None:
    left = shaped(
        ("guide/workbench.html", "Work out what is due", "<p>Say where.</p><p>Day Month Year</p>"),
        ("guide/workbench.html#step-child-title", "About the child", "Yes No"),
    )
    assert [(entry["location"], entry["text"]) for entry in left] == [("guide/workbench.html", "<p>Say where.</p>")]


def test_the_tables_of_where_each_rule_stands_are_not_found_but_the_texts_are() -> None:
    left = shaped(("guide/sources.html#wales", "Texts", "a"), ("guide/sources.html#wales-review-2016", "Where", "b"))
    assert [entry["title"] for entry in left] == ["Texts"]


def test_the_cells_of_a_table_are_found_and_never_shown() -> None:
    (entry,) = shaped(
        ("guide/changes.html#wales", "Wales", "<p>One change.</p> RuleWhat is said Keep <ul><li>a</li></ul>")
    )
    assert (entry["text"], entry["rest"]) == ("<p>One change.</p><ul><li>a</li></ul>", "RuleWhat is said Keep")
