"""What MkDocs finds in pages, links and navigation is told with file and line, alike by the check and the build."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import Abort, BuildError

from stages.checks.links import link_problems, mkdocs_problems
from stages.problems import Problem
from tests.built.test_build import copy_to, files, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOG = logging.getLogger("mkdocs.anything")
CONFIG = """site_name: A guide
use_directory_urls: false
exclude_docs: decisions/
validation:
  links: {anchors: warn, absolute_links: warn, unrecognized_links: warn}
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
nav:
  - Home: index.md
  - How: about/how.md
  - Edition: guide/wales/reviews-2016.md
  - Notes: guide/release-notes.md
"""
SOUND = {
    "mkdocs.yml": CONFIG,
    "docs/index.md": "# Home\n\n[How](about/how.md#we-count), [here](#home).\n",
    "docs/about/how.md": "# How\n\n## We count\n\n![A map](../assets/map.png)\n",
    "docs/assets/map.png": "",
    "docs/decisions/one.md": "# Decided\n",
    "docs/guide/old.md": "What an earlier build left: [x](nowhere.md)\n",
    "content/wales/reviews-2016.md": "---\n---\n# Publication\n\nSee below.\n",
    "CHANGELOG.md": "# Changes\n",
}
EDITION, HOW = "content/wales/reviews-2016.md", "docs/about/how.md"


def found(folder: Path, changed: dict[str, str]) -> list[Problem]:
    """Return what is said of the sound site, made in `folder` with `changed` files, its pages as if generated."""
    written = SOUND | changed
    for path, text in written.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    made = written[EDITION].replace("---\n---\n", "---\ntitle: Made\n---\n\nA kicker.\n\n")
    return link_problems(folder, {"wales/reviews-2016.md": made, "release-notes.md": written["CHANGELOG.md"]})


def test_a_sound_site(tmp_path: Path) -> None:
    assert not found(tmp_path, {})


NEW_LINE = "\n"
LEADS = "leads to no page of the site"
WRITE = "write the path from this page, ending in .md, or a whole address with https://"


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        pytest.param("[x](nowhere.md)", f"the link 'nowhere.md' {LEADS}; {WRITE}", id="a link to no page"),
        pytest.param("[x](<no where.md>)", f"the link 'no where.md' {LEADS}; {WRITE}", id="a link with a space"),
        pytest.param("[x][1]\n\n[1]: nowhere.md", f"the link 'nowhere.md' {LEADS}; {WRITE}", id="a link by reference"),
        pytest.param("[x](nowhere)", f"the link 'nowhere' {LEADS}; {WRITE}", id="a link to no file"),
        pytest.param("[x](x.md?a=1&b=2)", f"the link 'x.md?a=1&b=2' {LEADS}; {WRITE}", id="a link with a query"),
        pytest.param(
            "[x](#nowhere)", "nothing on this page has the anchor '#nowhere'; write that of a heading or rule that it has",
            id="an anchor of the page itself",
        ),
        pytest.param(
            "[x](/nowhere.html)", "'/nowhere.html' begins with /, which leads nowhere on a share; write the path from this page",
            id="an absolute link",
        ),
        pytest.param(
            "![x](x.png)", "there is no picture 'x.png'; put the file under docs/assets/, and write its path from this page",
            id="a picture that is not there",
        ),
        pytest.param(
            "x[^1]\n\n[^1]: note", "the site has no footnotes; write the note in the sentence, or after it in brackets",
            id="a footnote",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", [HOW, EDITION, "CHANGELOG.md"])
def test_a_wrong_link(path: str, markdown: str, message: str, tmp_path: Path) -> None:
    """Told at its line in the page, or in the file of which the page is made; links in code are none."""
    before = f"{SOUND[path]}\nIn code, `{markdown.rpartition(NEW_LINE)[2]}` is nothing.\n\n"
    line = (before + markdown).count("\n") + 1
    assert found(tmp_path, {path: f"{before}{markdown}\n"}) == [Problem(path, line, message)]


@pytest.mark.parametrize(
    ("path", "markdown", "message"),
    [
        pytest.param(
            HOW, "[x](../index.md#nowhere)",
            "index.md has no anchor '#nowhere'; write that of a heading or rule that it has", id="an anchor of a page",
        ),
        pytest.param(
            EDITION, "[x](../../about/how.md#nowhere)",
            "about/how.md has no anchor '#nowhere'; write that of a heading or rule that it has", id="from an edition",
        ),
        pytest.param(
            HOW, "[x](../index.html)", "the link '../index.html' leads to no page of the site; did you mean '../index.md'?",
            id="a page by its address",
        ),
        pytest.param(
            HOW, "[x](/index.html)",
            "'/index.html' begins with /, which leads nowhere on a share; did you mean '../index.md'?",
            id="a page from the root",
        ),
        pytest.param(
            HOW, "[x](../decisions/one.md)",
            "'decisions/one.md' is left out of the site (`exclude_docs` in mkdocs.yml); link to a page that is in it",
            id="a page left out of the site",
        ),
    ],
)  # fmt: skip
def test_a_wrong_link_between_pages(path: str, markdown: str, message: str, tmp_path: Path) -> None:
    line = SOUND[path].count("\n") + 2
    assert found(tmp_path, {path: f"{SOUND[path]}\n{markdown}\n"}) == [Problem(path, line, message)]


def test_a_link_on_two_lines_is_told_twice(tmp_path: Path) -> None:
    told = found(tmp_path, {HOW: f"{SOUND[HOW]}\n[x](#a)\n\n[y](#a)\n"})
    assert [problem.line for problem in told] == [7, 9]


def test_a_link_of_a_template(tmp_path: Path) -> None:
    """What the page is made of has no such link, so the page is named and what made it."""
    found(tmp_path, {})
    made = {"wales/reviews-2016.md": "# Made\n\n[x](nowhere.md)\n", "release-notes.md": "# Changes\n"}
    (told,) = link_problems(tmp_path, made)
    assert (told.path, told.line) == ("docs/guide/wales/reviews-2016.md", 3)
    assert told.message.endswith(
        "(this page is generated: mend stages/pages/templates/, or the file of content/ that says it)"
    )


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        pytest.param(
            {"docs/about/lost.md": "# Lost\n"},
            Problem("mkdocs.yml", 7, "the navigation lacks about/lost.md; add `- …: about/lost.md` under nav"),
            id="a page that it lacks",
        ),
        pytest.param(
            {"mkdocs.yml": f"{CONFIG}  - Gone: about/gone.md\n"},
            Problem("mkdocs.yml", 12, "the site has no page 'about/gone.md'; mend its path under docs/, or take this line out"),
            id="a page that is not there",
        ),
        pytest.param(
            {"mkdocs.yml": f"{CONFIG}  - How: /about/how.md\n"},
            Problem("mkdocs.yml", 12, "'/about/how.md' begins with /; write the page's path under docs/, such as about/index.md"),
            id="an absolute path",
        ),
    ],
)  # fmt: skip
def test_a_wrong_navigation(changed: dict[str, str], problem: Problem, tmp_path: Path) -> None:
    assert found(tmp_path, changed) == [problem]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("theme: nowhere", "MkDocs cannot use 'theme': ", id="a setting that it refuses"),
        pytest.param("plugins: [nowhere]", "MkDocs cannot use 'plugins': ", id="a plugin that is not there"),
    ],
)
def test_a_setting_that_mkdocs_refuses(line: str, said: str, tmp_path: Path) -> None:
    """Its own sentence is passed on, at the line of the setting."""
    (told,) = found(tmp_path, {"mkdocs.yml": f"{CONFIG}{line}\n"})
    assert (told.path, told.line) == ("mkdocs.yml", 12)
    assert told.message.startswith(said)
    assert "\n" not in told.message


@pytest.mark.parametrize(
    ("warn", "said"),
    [
        pytest.param(
            lambda: LOG.warning("Something\n  odd happened."), [Problem("mkdocs.yml", 1, "MkDocs says: Something odd happened.")],
            id="a warning that it has no words for",
        ),
        pytest.param(
            lambda: LOG.warning("Doc file 'about/how.md' contains a surprise."),
            [Problem(HOW, 1, "MkDocs says: this page contains a surprise.")], id="such a warning of one page",
        ),
        pytest.param(lambda: LOG.info("Building documentation"), [], id="what is no warning"),
        pytest.param(
            lambda: in_another_thread(LOG.warning, '"GET /x HTTP/1.1" code 404'), [], id="a warning of the preview's server"
        ),
        pytest.param(
            lambda: stop(BuildError("No.")), [Problem("mkdocs.yml", 1, "MkDocs says: No.")], id="a build that stops",
        ),
        pytest.param(
            lambda: stop(Abort("Aborted with 1 warnings")), [Problem("mkdocs.yml", 1, "MkDocs says: Aborted with 1 warnings")],
            id="an end of the program",
        ),
    ],
)  # fmt: skip
def test_whatever_mkdocs_says_is_told(warn: Callable[[], None], said: list[Problem], tmp_path: Path) -> None:
    assert mkdocs_problems(warn, root=tmp_path, pages={}) == said


def in_another_thread(do: Callable[[str], None], words: str) -> None:
    """Do something in a thread of its own, and wait for it."""
    thread = threading.Thread(target=do, args=(words,))
    thread.start()
    thread.join()


def stop(error: BaseException) -> None:
    """Raise an error."""
    raise error


WRONG = (
    "[x](nowhere.md)", "[x](#nowhere)", "[x](/guide/index.html)", "![x](x.png)", "levels.[^1]", "", "[^1]: note",
)  # fmt: skip
WRITTEN, MADE = "docs/about/counting.md", "content/northern-ireland/case-management-review-2017.md"
ANCHOR = {WRITTEN: "[x](hosting.md#nowhere)", MADE: "[x](../england/serious-case-review-2015.md#nowhere)"}


@pytest.mark.slow
def test_check_and_build_tell_every_wrong_link_and_change_nothing(tmp_path: Path) -> None:
    """In a page written by hand, in an edition, and a page that the navigation lacks."""
    folder = copy_to(tmp_path / "guide")
    assert run(folder, "build.py", "tables").returncode == 0
    expected = []
    for path, anchor in sorted(ANCHOR.items()):
        lines = [*(folder / path).read_text(encoding="utf-8").rstrip("\n").split("\n"), "", *WRONG, "", anchor]
        (folder / path).write_text("\n".join([*lines, ""]), encoding="utf-8")
        wrong = {*WRONG, anchor} - {"", "levels.[^1]"}  # a footnote is told where it is written
        expected += [f"{path}:{number}: " for number, line in enumerate(lines, 1) if line in wrong]
    (folder / "docs" / "about" / "lost.md").write_text("# Lost\n", encoding="utf-8")
    nav = (folder / "mkdocs.yml").read_text(encoding="utf-8").split("\n").index("nav:") + 1
    expected.append(f"mkdocs.yml:{nav}: the navigation lacks about/lost.md; add `- …: about/lost.md` under nav")
    held = {name: files(folder / name) for name in ("docs", "calculators")}
    for verb in ("check", "build"):
        done = run(folder, "build.py", verb)
        assert done.returncode == 1
        *told, blank, last = done.stderr.splitlines()
        assert len(told) == len(expected) == 13
        assert all(line.startswith(start) for line, start in zip(told, expected, strict=True)), done.stderr
        assert (blank, last) == ("", "13 to mend; nothing was changed")
        assert {name: files(folder / name) for name in held} == held
        assert not (folder / "site").exists()
