"""The page that checks its own copy: what it can read is held against the sums, every published example is worked, and it says what it cannot do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_worked_examples import worked

if TYPE_CHECKING:
    from tests.browser.conftest import Mode
    from tests.browser.page import Page
    from tests.browser.served import Copy

CHECK = "about/self-check.html"
HANDED_OVER = 6  # the calculator's five files and the search's


def checked(page: Page, copy: Copy | None = None) -> str:
    """Check a copy and return the verdict; what was found is then in #check-found."""
    page.open(CHECK, site=copy)
    page.click("#check-start")
    page.until(lambda: page.shows("#check-verdict"), "the verdict")
    return str(page.run("return document.getElementById('check-answer').dataset.verdict"))


def number_of_files(copy: Copy) -> int:
    """Return how many files a copy has."""
    return sum(1 for file in copy.root.rglob("*") if file.is_file())


def test_a_sound_copy_is_found_sound_and_what_was_not_read_is_said(page: Page, mode: Mode) -> None:
    verdict = checked(page)
    told, files = page.text("#check-found"), number_of_files(page.site)
    assert f"All {len(worked())} published examples come out as their pages have them." in told
    if mode.scheme == "http":
        assert (verdict, page.text("#check-verdict")) == (
            "right", "This copy is as it was made, and its calculator works here",
        )  # fmt: skip
        assert f"All {files} files are as they were made." in told
    else:
        assert verdict == "partly"
        assert "not every file could be" in page.text("#check-verdict")
        assert f"{HANDED_OVER} of {files} files could be read here and are as they were made." in told
        assert f"The other {files - HANDED_OVER} a page opened from a folder may not read" in told


def test_a_file_that_was_altered_is_named(page: Page, own_copy: Copy) -> None:
    own_copy.change("assets/engine/search-worker-source.js", "Oliver Nightingale", "Olivia Nightingale")
    assert checked(page, own_copy) == "wrong"
    assert page.text("#check-verdict") == "Something is not right with this copy here"
    assert "assets/engine/search-worker-source.js is not as it was made" in page.text("#check-found")
    page.complaints()  # the browser tells of it too


def test_a_file_that_is_missing_is_named(page: Page, own_copy: Copy) -> None:
    (own_copy.root / "assets" / "engine" / "exports.js").unlink()
    assert checked(page, own_copy) == "wrong"
    assert re.search(r"assets/engine/exports\.js is missing", page.text("#check-found"))
    page.complaints()


def test_an_altered_page_is_found_on_a_server_and_left_to_the_commands_in_a_folder(
    page: Page, own_copy: Copy, mode: Mode
) -> None:
    own_copy.change("guide/reckoner.html", "working days", "working nights")
    verdict = checked(page, own_copy)
    assert verdict == ("wrong" if mode.scheme == "http" else "partly")
    assert ("guide/reckoner.html is not as it was made" in page.text("#check-found")) == (mode.scheme == "http")
    page.complaints()


def test_an_example_that_does_not_come_out_is_named(page: Page, own_copy: Copy) -> None:
    edition, _, record = next(one for one in worked() if one[1] == "case" and one[2].expect == "met")
    own_copy.change("assets/engine/examples.js", '"outcome": "met"', '"outcome": "not-met"')
    assert checked(page, own_copy) == "wrong"
    assert "published examples do not come out as their page has them" in page.text("#check-found")
    assert f"{edition}: {record.title}" in page.text("#check-found")
    page.complaints()


@pytest.mark.parametrize("altered", ["SHA256SUMS", "assets/sums.js"])
def test_on_a_server_the_two_lists_of_sums_must_agree(page: Page, own_copy: Copy, mode: Mode, altered: str) -> None:
    file = own_copy.root / altered
    text = file.read_text(encoding="utf-8")
    known = re.search(r"[0-9a-f]{64}(?=  index\.html)|(?<=index\.html\": \")[0-9a-f]{64}", text)
    assert known
    file.write_text(text.replace(known[0], "0" * 64), encoding="utf-8")
    assert checked(page, own_copy) == ("wrong" if mode.scheme == "http" else "partly")
    if mode.scheme == "http":
        assert "SHA256SUMS differs from the sums in assets/sums.js" in page.text("#check-found")
    page.complaints()


def test_where_the_calculator_cannot_start_no_file_is_called_missing_that_it_did_not_come_to(
    page: Page, own_copy: Copy
) -> None:
    """Nothing is fetched by a browser that is too old; what was read is told, and why the rest was not."""
    own_copy.change("assets/js/engine.js", 'typeof DecompressionStream !== "function"', "true")
    assert checked(page, own_copy) == "wrong"
    told = page.text("#check-found")
    assert "This browser is too old to run the calculator (it lacks DecompressionStream)." in told
    assert "missing" not in told
    page.complaints()
