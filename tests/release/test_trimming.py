"""What a page need not carry is left out, and nothing else."""

from __future__ import annotations

import pytest

from stages.release import names_in, trimmed_style, uncommented

PAGE = '<html dir="ltr" class="js"><body data-md-color-scheme="slate"><p class="md-typeset used">x</p></body></html>'
NAMES = names_in([PAGE], ['element.className = "made-by-script"'])


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        pytest.param(".used{a:b}", ".used{a:b}", id="a class of a page"),
        pytest.param(".made-by-script{a:b}", ".made-by-script{a:b}", id="a class that a script of ours gives"),
        pytest.param(
            ".md-search-result__item{a:b}", ".md-search-result__item{a:b}", id="a class of the search's results"
        ),
        pytest.param(".unused{a:b}p{c:d}", "p{c:d}", id="a class that nothing has"),
        pytest.param(".used,.unused,p{a:b}", ".used,p{a:b}", id="one selector of several"),
        pytest.param(".used .unused>p{a:b}", "", id="a class on the way"),
        pytest.param(".used:not(.unused){a:b}", ".used:not(.unused){a:b}", id="a class that must be missing"),
        pytest.param(":is(.used,.unused) p,hr{a:b}", ":is(.used,.unused) p,hr{a:b}", id="a class or another"),
        pytest.param("[dir=rtl] p,[dir=ltr] p{a:b}", "[dir=ltr] p{a:b}", id="the direction that no page has"),
        pytest.param('[data-md-color-scheme="slate"]{a:b}', '[data-md-color-scheme="slate"]{a:b}', id="a palette"),
        pytest.param("[data-md-color-scheme=youtube]{a:b}", "", id="a palette that nobody can choose"),
        pytest.param("[data-md-state=x] p{a:b}", "[data-md-state=x] p{a:b}", id="an attribute that a script may give"),
        pytest.param("@media print{.unused{a:b}.used{c:d}}", "@media print{.used{c:d}}", id="inside a group"),
        pytest.param("@media print{.unused{a:b}}p{c:d}", "p{c:d}", id="a group of which nothing is left"),
        pytest.param("@keyframes spin{to{a:b}}", "@keyframes spin{to{a:b}}", id="a movement is no group of selectors"),
        pytest.param('@charset "UTF-8";p{a:b}', '@charset "UTF-8";p{a:b}', id="what stands before all rules"),
        pytest.param("p{a:url('x;}{.y')}", "p{a:url('x;}{.y')}", id="marks in quotes"),
        pytest.param(":root{--unread:1;--read:2}p{a:var(--read)}", ":root{--read:2}p{a:var(--read)}", id="a variable"),
        pytest.param(":root{--a:var(--b);--b:1}", "", id="variables that only variables read"),
    ],
)
def test_a_style_sheet_keeps_what_a_page_can_show(sheet: str, left: str) -> None:
    assert trimmed_style(sheet, NAMES) == left


def test_a_variable_that_another_sheet_reads_stays() -> None:
    assert trimmed_style(":root{--ink:1}", NAMES, others="p{color:var(--ink)}") == ":root{--ink:1}"


def test_our_own_sheets_keep_all_but_comments_and_indentation() -> None:
    sheet = "/* For print,\n   on A4. */\n@media print {\n  .a > .b { margin: 0; } /* none */\n}\n"
    assert uncommented(sheet) == "\n@media print {\n.a > .b { margin: 0; } \n}\n"
