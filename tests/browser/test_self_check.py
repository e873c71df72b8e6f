"""The page that checks its own copy: every file is held against its sum, every published example is worked, and it says what it could not do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.served import AWKWARD
from tests.browser.test_worked_examples import worked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Mode
    from tests.browser.page import Page
    from tests.browser.served import Copy

CHECK = "about/self-check.html"
HANDED_OVER = 5  # the calculator's four files and the search's


# geckodriver takes no folder: in Firefox the files are typed one by one, and told where they lie, as its own chooser tells them.
TOLD = """
const [input, paths] = arguments;
input.multiple = true;
input.webkitdirectory = false;
document.addEventListener("change", () => {
  [...input.files].forEach((file, at) => Object.defineProperty(file, "webkitRelativePath", { value: paths[at] }));
}, { capture: true, once: true });"""


def verdict_of(page: Page) -> str:
    """Wait for the verdict and return its word; what was found is then in #check-found."""
    page.until(lambda: page.shows("#check-verdict"), "the verdict")
    return str(page.run("return document.getElementById('check-answer').dataset.verdict"))


def checked(page: Page, copy: Copy | None = None) -> str:
    """Check a copy, no folder chosen, and return the verdict."""
    page.open(CHECK, site=copy)
    page.click("#check-start")
    return verdict_of(page)


def choose(page: Page, mode: Mode, folder: Path) -> None:
    """Choose a folder, which starts the check if it is the page's own."""
    field = page.find("#check-folder")
    if mode.browser == "chromium":
        field.send_keys(str(folder))
        return
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    page.run(TOLD, field, [str(file.relative_to(folder.parent)) for file in files])
    field.send_keys("\n".join(str(file) for file in files))


def checked_whole(page: Page, mode: Mode, copy: Copy) -> str:
    """Check every file of a copy: on a server by pressing the button, from a folder by choosing it; return the verdict."""
    if mode.scheme == "http":
        return checked(page, copy)
    page.open(CHECK, site=copy)
    choose(page, mode, copy.root)
    return verdict_of(page)


def number_of_files(copy: Copy) -> int:
    """Return how many files a copy has."""
    return sum(1 for file in copy.root.rglob("*") if file.is_file())


def test_a_sound_copy_is_found_sound(page: Page, mode: Mode) -> None:
    assert checked_whole(page, mode, page.site) == "right"
    assert page.text("#check-verdict") == "This copy is as it was made, and its calculator works here"
    told = page.text("#check-found")
    assert f"All {number_of_files(page.site)} files are as they were made." in told
    assert f"All {len(worked())} published examples come out as their pages have them." in told
    assert page.shows("#check-where") == (mode.scheme == "file")


def test_in_a_folder_that_was_not_chosen_what_was_not_read_is_said(page: Page, mode: Mode) -> None:
    verdict = checked(page)
    told, files = page.text("#check-found"), number_of_files(page.site)
    if mode.scheme == "file":
        assert verdict == "partly"
        assert "not every file could be" in page.text("#check-verdict")
        assert f"{HANDED_OVER} of {files} files could be read here and are as they were made." in told
        assert f"Choose the folder above, and the other {files - HANDED_OVER} are checked too." in told
    else:
        assert verdict == "right"


def test_what_was_altered_lost_or_added_is_named(page: Page, own_copy: Copy, mode: Mode) -> None:
    """One byte of a page, a picture that is gone, and files that nobody made: one of a stranger's, one of Windows' own."""
    own_copy.change("guide/reckoner.html", "working days", "working dayz")
    (own_copy.root / "LICENSES" / "LIST.txt").unlink()
    (own_copy.root / "guide" / "added.html").write_text("<p>Words", encoding="utf-8")
    (own_copy.root / "guide" / "Thumbs.db").write_bytes(b"\0")
    assert checked_whole(page, mode, own_copy) == "wrong"
    told = page.text("#check-found")
    assert "2 of the files are not right:" in told
    assert "guide/reckoner.html is not as it was made" in told
    assert "LICENSES/LIST.txt is missing" in told
    assert ("guide/added.html" in told) == (mode.scheme == "file")  # a server gives out no list of its files
    assert "Thumbs.db" not in told
    page.complaints()


def test_a_copy_is_not_green_while_a_file_lies_in_it_that_nobody_made(page: Page, own_copy: Copy, mode: Mode) -> None:
    (own_copy.root / "guide" / "added.html").write_text("<p>Words", encoding="utf-8")
    if mode.scheme == "http":
        assert checked(page, own_copy) == "right"
        return
    assert checked_whole(page, mode, own_copy) == "partly"
    assert "other files lie in its folder" in page.text("#check-verdict")
    assert f"All {number_of_files(own_copy) - 1} files are as they were made." in page.text("#check-found")


def test_another_folder_is_refused_and_the_right_one_named(page: Page, own_copy: Copy, mode: Mode) -> None:
    page.open(CHECK, site=own_copy)
    if mode.scheme == "http":
        assert not page.shows("#check-where")
        return
    choose(page, mode, own_copy.root / "guide")
    page.until(lambda: page.shows("#check-refused"), "the refusal")
    assert page.text("#check-refused") == (
        f"This page lies in another folder than “guide”, so nothing was checked. Choose the folder “{AWKWARD}”, "
        "in which this page's folder “about” lies."
    )
    assert not page.shows("#check-answer")
    page.open(CHECK, site=own_copy)
    choose(page, mode, own_copy.root)
    assert verdict_of(page) == "right"
    assert not page.shows("#check-refused")


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


def test_an_example_that_does_not_come_out_is_named(page: Page, own_copy: Copy) -> None:
    edition, _, record = next(one for one in worked() if one[1] == "case" and one[2].expect == "met")
    own_copy.change("assets/engine/examples.js", '"outcome": "met"', '"outcome": "not-met"')
    assert checked(page, own_copy) == "wrong"
    assert "published examples do not come out as their page has them" in page.text("#check-found")
    assert f"{edition}: {record.title}" in page.text("#check-found")
    page.complaints()


@pytest.mark.parametrize("altered", ["SHA256SUMS", "assets/sums.js"])
def test_the_two_lists_of_sums_must_agree(page: Page, own_copy: Copy, mode: Mode, altered: str) -> None:
    file = own_copy.root / altered
    text = file.read_text(encoding="utf-8")
    known = re.search(r"[0-9a-f]{64}(?=  index\.html)|(?<=index\.html\": \")[0-9a-f]{64}", text)
    assert known
    file.write_text(text.replace(known[0], "0" * 64), encoding="utf-8")
    assert checked_whole(page, mode, own_copy) == "wrong"
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
