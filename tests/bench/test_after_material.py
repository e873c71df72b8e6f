"""What another site generator lost of our pages is told, and nothing else is."""

from __future__ import annotations

import pytest

from bench.after_material import KINDS, PINS, ROOT, adapted, lost

HEAD = '<!doctype html><html><head><meta charset="utf-8">'
PAGE = f'{HEAD}</head><body><article><h1 id="a">Rapid review</h1></article><script src="../assets/js/page.js"></script></body></html>'


@pytest.mark.parametrize(
    ("theirs", "told"),
    [
        pytest.param({"p.html": PAGE, "404.html": PAGE}, [], id="nothing lost, and a page more"),
        pytest.param({}, [("p.html", "the page", "all of it")], id="a page"),
        pytest.param({"p.html": PAGE.replace('id="a"', 'id="b"')}, [("p.html", "anchors", "a")], id="an anchor"),
        pytest.param({"p.html": PAGE.replace("Rapid ", "")}, [("p.html", "words", "Rapid")], id="a word"),
        pytest.param({"p.html": PAGE.replace("page.js", "x.js")}, [("p.html", "scripts", "assets/js/page.js")], id="a script"),
        pytest.param({"p.html": PAGE.replace("../assets", "./assets")}, [], id="the same script, reached by another way"),
        pytest.param({"p.html": PAGE.replace("<article>", '<script src="assets/javascripts/bundle.js"></script><article>')}, [], id="a script of the theme"),
    ],
)  # fmt: skip
def test_what_is_lost(theirs: dict[str, str], told: list[tuple[str, str, str]]) -> None:
    assert list(lost({"p.html": PAGE}, theirs)) == told
    assert {kind for _, kind, _ in told} <= KINDS.keys(), "each kind has its figure"


def test_a_script_that_the_seal_does_not_know() -> None:
    """Told even where nothing is lost: such a page cannot be handed on."""
    ((path, kind, what),) = lost(
        {"p.html": PAGE}, {"p.html": PAGE.replace("<article>", "<script>x()</script><article>")}
    )
    assert (path, kind) == ("p.html", "the seal")
    assert what.startswith("has an inline script that is none of the theme's: `x()`")


def test_the_settings_that_zensical_reads() -> None:
    """A date is text, whatever is not known is empty, and the theme keeps its look."""
    settings = (
        'theme:\n  name: material\nextra:\n  checked: !ENV [GUIDE_CHECKED, ""]\n  build: !ENV [GUIDE_BUILD, ""]\n'
    )
    assert adapted(settings, {"GUIDE_CHECKED": "2026-11-25"}) == (
        'theme:\n  name: material\n  variant: classic\nextra:\n  checked: "2026-11-25"\n  build: ""\n'
    )
    ours = adapted((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), {})
    assert "!ENV" not in ours
    assert "variant: classic" in ours


def test_zensical_is_pinned_as_the_project_says() -> None:
    """One version, by hash, in the list and in pyproject.toml."""
    (line,) = (line for line in PINS.read_text(encoding="utf-8").splitlines() if line.startswith("zensical=="))
    assert f'"{line.removesuffix(" " + chr(92))}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
