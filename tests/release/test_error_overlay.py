"""An editor's mistakes above the last good page: shown once, as text, and gone when mended."""

from __future__ import annotations

from stages.problems import Problem
from stages.release.error_overlay import with_problems

PAGE = '<html><body class="a" data-b="c">\n<p>The last good page.</p></body></html>'
FIRST = Problem("content/england/x.md", 12, "'<b>' is HTML; an edition is written in Markdown alone")
SECOND = Problem("content/england/x.md", 3, "write one of: a & b")


def test_problems_stand_at_the_top_of_the_page() -> None:
    html = with_problems(PAGE, [FIRST, SECOND])
    assert html.index("<body") < html.index("Not rebuilt") < html.index("The last good page.")
    assert html.count("<li>") == 2


def test_problems_are_text() -> None:
    html = with_problems(PAGE, [FIRST, SECOND])
    assert "content/england/x.md:12: &#x27;&lt;b&gt;&#x27; is HTML" in html
    assert "a &amp; b" in html


def test_later_problems_take_the_place_of_earlier_ones() -> None:
    assert with_problems(with_problems(PAGE, [FIRST]), [SECOND]) == with_problems(PAGE, [SECOND])


def test_they_are_announced_without_script_or_style() -> None:
    """The policy of a sealed page must not hide them."""
    html = with_problems(PAGE, [FIRST])
    assert 'role="alert"' in html
    assert "<script" not in html
    assert "style=" not in html
