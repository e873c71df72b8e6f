"""What whoever runs a copy says of it: read strictly, told to the reader, and missed aloud where it is not said."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, FileSystemLoader

from stages.reading import read_content, read_host
from stages.schema import HostBlock
from tests.pages.test_style_sheets import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """\
organisation: Example Safeguarding Partnership
contact: the business unit, guide@example.org
published_at: the share S:\\Safeguarding
privacy:
  responsible: the IT service
  logged: pages, times and addresses
  kept: 90 days
accessibility:
  answered_within: 5 working days
  complaints: the body named in our own statement
  check: {day: 2026-11-28, by: two members of staff, how: keyboard and screen reader, found: no fault}
  prepared: 2026-11-28
"""


def said(folder: Path, text: str) -> tuple[HostBlock | None, list[str]]:
    """Return what a host file of this text gives, with the problems as they are told."""
    (folder / "content").mkdir()
    (folder / "content" / "host.yml").write_text(text, encoding="utf-8")
    host, problems = read_host(folder / "content")
    return host, [str(problem) for problem in problems]


def shown(path: str, host: HostBlock | None) -> str:
    """Return what the page at a path says under its last heading."""
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=False)  # noqa: S701 - as MkDocs has it
    templates.filters["url"] = lambda address: address
    source = (ROOT / "overrides" / "host.html").read_text(encoding="utf-8")
    page = source.replace('{% extends "main.html" %}', "").replace("{{ super() }}", "")
    words = templates.from_string(page).render(
        config={"extra": {"host": host}}, page={"url": path.replace(".md", ".html")}
    )
    return " ".join(words.split())


def test_a_copy_need_not_say_who_runs_it(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert read_host(tmp_path / "content") == (None, [])


def test_nothing_calls_the_file_a_stray_one(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "content" / "host.yml").write_text(WHOLE, encoding="utf-8")
    assert read_content(tmp_path / "content").problems == ()


def test_everything_that_may_be_said_is_read(tmp_path: Path) -> None:
    host, problems = said(tmp_path, WHOLE)
    assert problems == []
    assert host
    assert host.privacy
    assert host.privacy.kept == "90 days"
    assert host.accessibility
    assert host.accessibility.check
    assert host.accessibility.check.day == date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            WHOLE.replace("contact:", "contcat:"),
            ["content/host.yml:2: 'contcat' is not a key that belongs here; did you mean 'contact'?"],
            id="a key misspelt",
        ),
        pytest.param(
            "organisation: One\n", ["content/host.yml:1: 'contact' is missing; write `contact: …`"], id="no contact"
        ),
        pytest.param(
            WHOLE.replace("  kept: 90 days\n", ""),
            ["content/host.yml:4: 'kept' is missing; write `kept: …`"],
            id="half a statement",
        ),
        pytest.param(
            WHOLE.replace("the business unit", "<b>the</b> business unit"),
            ["content/host.yml:2: 'contact': '<b>' is HTML; write plain words"],
            id="HTML",
        ),
        pytest.param(
            WHOLE.replace("prepared: 2026-11-28", "prepared: soon"),
            ["content/host.yml:12: 'prepared' must be a date such as 2026-04-02, without quotation marks or a time"],
            id="no date",
        ),
        pytest.param(
            WHOLE.replace("organisation: Example Safeguarding Partnership", "organisation:"),
            ["content/host.yml:1: 'organisation' is empty; write it, or leave it out"],
            id="an empty value",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_write(text: str, told: list[str], tmp_path: Path) -> None:
    assert said(tmp_path, text) == (None, told)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("about/privacy.md", "<dt>Kept for</dt><dd>90 days</dd>"),
        ("about/privacy.md", "want to ask about this copy: Example Safeguarding Partnership, the business unit, guide@example.org."),
        ("about/accessibility.md", "as Example Safeguarding Partnership publishes it at the share S:\\Safeguarding."),
        ("about/accessibility.md", "On 28 November 2026 it was checked by two members of staff. How: keyboard and screen reader. Found: no fault."),
        ("about/accessibility.md", "<dt>Answered within</dt><dd>5 working days</dd>"),
    ],
)  # fmt: skip
def test_the_pages_say_what_the_host_says(page: str, words: str, tmp_path: Path) -> None:
    host, _ = said(tmp_path, WHOLE)
    assert words in shown(page, host)
    assert "has not said" not in shown(page, host)


@pytest.mark.parametrize("page", ["about/privacy.md", "about/accessibility.md"])
@pytest.mark.parametrize("host", [None, HostBlock(organisation="One", contact="two")])
def test_what_the_host_has_not_said_is_said_plainly(page: str, host: HostBlock | None) -> None:
    told = shown(page, host)
    assert "has not said" in told
    assert "[" not in told
    assert ("Nobody is named here for questions" in told) == (host is None)


def test_what_the_host_wrote_is_no_html() -> None:
    host = HostBlock(organisation="Smith & Sons", contact="two")
    assert "Smith &amp; Sons" in shown("about/privacy.md", host)


@pytest.mark.parametrize("page", ["docs/about/privacy.md", "docs/about/accessibility.md"])
def test_no_page_has_a_placeholder_for_the_host_to_fill(page: str) -> None:
    assert "**[" not in (ROOT / page).read_text(encoding="utf-8")
