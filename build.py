"""The recipe: content/ in, a sealed site out. Stages return values; only this file writes.

python build.py           compile content/, prepare the calculator, build and seal site/
python build.py check     say every mistake in content/ and hand-written docs/, and whether the tables are stale
                          --bank-holidays FILE says where ours differ from a file of GOV.UK's list
python build.py tables    refresh the two generated tables of calculators/
python build.py serve     rebuild on every change and show the pages, or the mistakes, on this computer
python build.py open      open the built site in the browser
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import material
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from rich.console import Console

from calculators import __version__
from stages import checks, engine, govuk_list, pages, preview, seal, slots, tables
from stages.bank_holidays import bank_holidays
from stages.content import read_content
from stages.problems import ContentRefused, Problem
from stages.reckoner import calendars

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent
DOCS, SITE = ROOT / "docs", ROOT / "site"
GENERATED = (DOCS / "guide", DOCS / "assets" / "engine")
TABLES = ROOT / "calculators"
THEME = Path(material.__file__).parent / "templates"
terminal = Console(stderr=True, highlight=False, soft_wrap=True)


def build(*, sealed: bool = True) -> None:
    """Make the whole site, or raise `ContentRefused` before anything of the last one is touched."""
    with terminal.status("Reading content/"):
        guide, texts = compiled()
        for name, text in texts.items():
            write(TABLES / name, text)
    with terminal.status("Preparing Python for the browser"):
        os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")  # the wheel's file times: same content, same bytes
        payload = engine.engine(ROOT, cache=ROOT / ".cache" / "engine")
    with terminal.status("Writing pages"):
        for folder in GENERATED:
            shutil.rmtree(folder, ignore_errors=True)
        for path, text in pages.pages(guide).items():
            write(DOCS / "guide" / path, text)
        for path, text in (payload.files | {"search-worker-source.js": engine.search_worker_script(THEME)}).items():
            write(DOCS / "assets" / "engine" / path, text)
    with terminal.status("Building the site"):
        checked = max(edition.checked for edition in guide.editions)
        os.environ |= {"GUIDE_RELEASE": __version__, "GUIDE_CONTENT": tables.content_hash(texts),
                       "GUIDE_CHECKED": checked,
                       "GUIDE_REVIEW_BY": max(edition.review_by for edition in guide.editions), "GUIDE_BUILD": payload.build}  # fmt: skip
        mkdocs_build(load_config(str(ROOT / "mkdocs.yml")))
    if sealed:
        with terminal.status("Sealing"):
            seal_site()
    terminal.print(f"Built {SITE / 'index.html'}")


def compiled() -> tuple[pages.Guide, dict[str, str]]:
    """Return the guide and the texts of the generated tables, or raise `ContentRefused` with every mistake."""
    content = read_content(ROOT / "content")
    spec = content.vocabulary.bank_holidays
    days = bank_holidays(spec)
    held = calendars(spec, days)
    problems = checks.check(content, held)
    problems += checks.docs_problems(
        {str(one.relative_to(ROOT)): one.read_text(encoding="utf-8") for one in handwritten()}
    )
    if problems:
        raise ContentRefused(problems)
    editions = tables.compiled(content)
    names = slots.names(editions, checks.mentions(content))
    editions = tuple(slots.filled(edition, names) for edition in editions)
    if problems := list(checks.nav_problems((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), editions)):
        raise ContentRefused(problems)
    guide = pages.Guide(content=content, editions=editions, names=names, calendars=held)
    return guide, tables.texts(content, editions, days)


def handwritten() -> list[Path]:
    """Return the pages of docs/ that people write."""
    return sorted(one for one in DOCS.rglob("*.md") if not any(folder in one.parents for folder in GENERATED))


def check() -> None:
    """Raise `ContentRefused` with every mistake, or if a generated table is stale."""
    _, texts = compiled()
    stale = [
        Problem(f"calculators/{name}", 1, "is not what content/ says; run `python build.py tables`")
        for name, text in texts.items()
        if not (TABLES / name).is_file() or (TABLES / name).read_text(encoding="utf-8") != text
    ]
    if stale:
        raise ContentRefused(stale)
    terminal.print("content/ and docs/ hold together; the tables are fresh")


def check_bank_holidays(file: Path) -> None:
    """Raise `ContentRefused` with every difference between our bank holidays and GOV.UK's list in `file`."""
    if not file.is_file():
        raise ContentRefused([Problem(str(file), 1, "there is no such file; download bank-holidays.json from GOV.UK")])
    spec = read_content(ROOT / "content").vocabulary.bank_holidays
    text = file.read_text(encoding="utf-8", errors="replace")
    if found := govuk_list.differences(text, path=str(file), spec=spec, days=bank_holidays(spec)):
        raise ContentRefused(found)
    terminal.print("Our bank holidays are those of the list, day for day and name for name")


def refresh_tables() -> None:
    """Write the generated tables."""
    for name, text in compiled()[1].items():
        write(TABLES / name, text)


def seal_site() -> None:
    """Put the policy on every page, and drop the files that only a server could use."""
    for name in ("404.html", "sitemap.xml", "sitemap.xml.gz"):
        (SITE / name).unlink(missing_ok=True)
    problems: list[Problem] = []
    for page in sorted(SITE.rglob("*.html")):
        done = seal.seal(page.read_text(encoding="utf-8"), path=str(page.relative_to(ROOT)))
        problems += done.problems
        write(page, done.html)
    if problems:
        raise ContentRefused(problems)


def serve() -> None:
    """Show the site on this computer and rebuild on every change; mistakes stand above the last good pages."""

    def rebuild() -> None:
        try:
            build(sealed=False)
        except ContentRefused as refused:
            terminal.print(str(refused), style="red")
            for page in SITE.rglob("*.html"):
                write(page, preview.with_problems(page.read_text(encoding="utf-8"), refused.problems))

    rebuild()
    server = LiveReloadServer(rebuild, host="127.0.0.1", port=8000, root=str(SITE), mount_path="/")
    for folder in (
        "content",
        "docs/index.md",
        "docs/about",
        "docs/assets/css",
        "docs/assets/js",
        "overrides",
        "stages/templates",
    ):
        server.watch(str(ROOT / folder))
    server.serve(open_in_browser=True)  # type: ignore[no-untyped-call]


def write(path: Path, text: str) -> None:
    """Write a file, making its folder; a file that already says this is left alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")


VERBS: dict[str, Callable[[], object]] = {
    "build": build,
    "check": check,
    "tables": refresh_tables,
    "serve": serve,
    "open": lambda: webbrowser.open((SITE / "index.html").as_uri()),
}


def arguments() -> argparse.Namespace:
    """Return what was asked on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", nargs="?", default="build", choices=VERBS)
    parser.add_argument("--bank-holidays", type=Path, metavar="FILE", help="with check: a file from GOV.UK's list")
    asked = parser.parse_args()
    if asked.bank_holidays and asked.verb != "check":
        parser.error("--bank-holidays goes with check")
    return asked


if __name__ == "__main__":
    os.chdir(ROOT)
    asked = arguments()
    try:
        if asked.bank_holidays:
            check_bank_holidays(asked.bank_holidays)
        else:
            VERBS[asked.verb]()
    except ContentRefused as refused:
        sys.exit(f"{refused}\n\n{len(refused.problems)} to mend; nothing was changed")
