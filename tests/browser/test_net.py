"""The net that every journey falls into, tried with planted faults: without these, "nothing was heard" would mean little."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.page import Page
    from tests.browser.served import Copy

HOME = "index.html"


def comes(source: Callable[[], list[str]], words: str) -> Callable[[], bool]:
    """Return a function that tells whether `source` has by now said anything with these words."""
    heard: list[str] = []

    def asked() -> bool:
        heard.extend(source())
        return any(words in each for each in heard)

    return asked


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("http://outside.example/x.png", id="a plain picture"),
        pytest.param("https://outside.example/x.png", id="an encrypted picture"),
    ],
)
def test_a_planted_picture_from_outside_is_recorded(page: Page, own_copy: Copy, address: str) -> None:
    own_copy.change(HOME, "img-src 'self'", "img-src http: https: 'self'")
    own_copy.change(HOME, "</body>", f'<img src="{address}" alt=""></body>')
    page.open(HOME, site=own_copy)
    page.until(comes(page.outside, "outside.example"), "the planted request")
    page.until(comes(page.complaints, address), "word of the picture that did not load")
    page.outside()


def test_a_picture_from_outside_is_refused_by_the_policy_and_heard_of(page: Page, own_copy: Copy) -> None:
    own_copy.change(HOME, "</body>", '<img src="http://outside.example/x.png" alt=""></body>')
    page.open(HOME, site=own_copy)
    assert any("policy refused img-src: http://outside.example" in each for each in page.complaints())
    assert page.outside() == []


@pytest.mark.parametrize(
    ("script", "words"),
    [
        pytest.param("console.error('planted fault')", "planted fault", id="a console error"),
        pytest.param("throw new Error('planted fault')", "planted fault", id="an error thrown"),
        pytest.param("Promise.reject(new Error('planted fault'))", "planted fault", id="a promise rejected"),
        pytest.param(
            "document.body.append(Object.assign(new Image(), {src: 'gone.png'}))", "gone.png", id="a file gone"
        ),
        pytest.param("document.body.setAttribute('style', 'color: red')", "style-src", id="a style the policy refuses"),
    ],
)
def test_a_planted_fault_in_a_script_is_heard(page: Page, own_copy: Copy, script: str, words: str) -> None:
    (own_copy.root / "assets/js/planted.js").write_text(script, encoding="utf-8")
    own_copy.change(HOME, "</body>", '<script src="assets/js/planted.js"></script></body>')
    page.open(HOME, site=own_copy)
    page.until(comes(page.complaints, words), words)
