"""The style sheets: they style nothing that no page and no script of ours makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKERS = (
    "stages/pages/**/*.py",
    "stages/pages/**/*.j2",
    "overrides/**/*.html",
    "docs/*.md",
    "docs/about/*.md",
    "docs/assets/js/*.js",
)
STYLED = re.compile(r"[.#](cr-[\w-]+)")
COMPLETED = re.compile(
    r"(cr-[\w-]+(?:--|__|-))(?:\{\{|\$\{)"
)  # cr-tag--{{ kind }} of a template, cr-card--${kind} of a script


def styled(sheet: str) -> set[str]:
    """Return the classes and ids of ours that a style sheet names in its selectors."""
    without_comments = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    return set(STYLED.findall(re.sub(r"\{[^{}]*\}", "{}", without_comments)))


def unmade(names: set[str], makers: str) -> list[str]:
    """Return those names that the makers of pages neither write out nor put together of a beginning and a word of theirs."""
    written = set(re.findall(r"[\w-]+", makers))
    words = {word.lower() for word in re.findall(r"\w+", makers)}
    beginnings = set(COMPLETED.findall(makers))
    return sorted(
        name
        for name in names - written
        if not any(name.startswith(start) and name.removeprefix(start) in words for start in beginnings)
    )


@pytest.mark.parametrize(
    ("sheet", "made", "left"),
    [
        pytest.param(".cr-a { top: 0 }", '<p class="cr-a">', [], id="written out"),
        pytest.param(".cr-a { top: 0 }", '<p class="cr-a-b">', ["cr-a"], id="only part of another name"),
        pytest.param(".cr-a--x { top: 0 }", "cr-a--{{ kind }} X = 1", [], id="put together by a template"),
        pytest.param(".cr-a--x { top: 0 }", "`cr-a--${kind}` x", [], id="put together by a script"),
        pytest.param(".cr-a--x { top: 0 }", "cr-a--{{ kind }}", ["cr-a--x"], id="a kind that nobody says"),
        pytest.param(".cr-b--x { top: 0 }", "cr-a--{{ kind }} x", ["cr-b--x"], id="another beginning"),
        pytest.param("@media print { #cr-a { top: 0 } .cr-b, i { top: 0 } }", "", ["cr-a", "cr-b"], id="inside a query"),
        pytest.param("/* .cr-a */ i { top: 0 }", "", [], id="a comment"),
    ],
)  # fmt: skip
def test_what_is_styled_and_not_made_is_found(sheet: str, made: str, left: list[str]) -> None:
    assert unmade(styled(sheet), made) == left


@pytest.mark.parametrize(
    "sheet", [pytest.param(path, id=path.stem) for path in (ROOT / "docs/assets/css").glob("*.css")]
)
def test_every_class_and_id_of_ours_that_is_styled_is_made_somewhere(sheet: Path) -> None:
    makers = "\n".join(path.read_text(encoding="utf-8") for places in MAKERS for path in ROOT.glob(places))
    names = styled(sheet.read_text(encoding="utf-8"))
    assert names
    assert unmade(names, makers) == []
