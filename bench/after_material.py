"""The same docs/ built with Zensical, the theme's successor, and what is lost beside the site that MkDocs made.

    python -m bench.after_material

Builds site/ first, so that both are of one content. Then installs Zensical by its hashes (requirements/zensical.txt) into an
environment of its own under .cache/zensical, copies docs/ and overrides/ there, and builds them. Pages and overrides stay as
they are, but for what `adapted` and `build_there` say. Nothing in site/ changes, and what is built there is not handed on.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from bench.keeping import Figure, keep
from stages.release import UNUSED, seal_page, search_worker_script

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[1]
THERE = ROOT / ".cache" / "zensical"
PINS = ROOT / "requirements" / "zensical.txt"
FROM_ENVIRONMENT = re.compile(r'!ENV \[(\w+), ""\]')
_THEME_S_SCRIPT = re.compile(r' data-theme="\{\{ super\(\).*? \}\}"')
SHOWN = 5
# What a page may lose, and what is said of the pages that did.
KINDS = {
    "the page": "pages that Zensical did not make",
    "anchors": "pages that lost an anchor",
    "words": "pages that lost words",
    "scripts": "pages that lost a script of ours",
    "the seal": "pages with a script that the seal does not know",
}


def adapted(settings: str, values: Mapping[str, str]) -> str:
    """Return mkdocs.yml's text as Zensical reads it: a date under `extra` must be text, and the theme keeps its classic look."""
    told = FROM_ENVIRONMENT.sub(lambda found: f'"{values.get(found[1], "")}"', settings)
    return told.replace("  name: material\n", "  name: material\n  variant: classic\n", 1)


class Lost(NamedTuple):
    """One thing that a page had and has no longer: of which kind (anchors, words, scripts, the seal), and what it was."""

    page: str
    kind: str
    what: str


def lost(ours: Mapping[str, str], theirs: Mapping[str, str]) -> Iterator[Lost]:
    """Yield each thing that pages had and have no longer, and what may not be sealed, page by page."""
    for path in sorted(ours.keys() - theirs.keys()):
        yield Lost(path, "the page", "all of it")
    for path in sorted(ours.keys() & theirs.keys()):
        before, after = _parts(ours[path]), _parts(theirs[path])
        for what, had in before.items():
            if gone := sorted(had - after[what]):
                more = f" and {len(gone) - SHOWN} more" if len(gone) > SHOWN else ""
                yield Lost(path, what, f"{', '.join(gone[:SHOWN])}{more}")
        for problem in seal_page(theirs[path], path=path).problems:
            yield Lost(path, "the seal", problem.message)


def _parts(html: str) -> dict[str, set[str]]:
    """Return what is compared of a page: where links may lead, what is said, and which scripts of ours it loads."""
    page = LexborHTMLParser(html)
    article = page.css_first("article")
    return {
        "anchors": {each.attributes["id"] or "" for each in page.css("article [id]")},
        "words": set(re.findall(r"\w+", article.text(separator=" "))) if article else set(),
        "scripts": {
            (each.attributes["src"] or "").lstrip("./")
            for each in page.css("script[src]")
            if "javascripts/" not in (each.attributes["src"] or "")  # the theme's own
        },
    }


def pages_of(site: Path) -> dict[str, str]:
    """Return the pages of a site by path, without those that are not handed on."""
    return {
        page.relative_to(site).as_posix(): page.read_text(encoding="utf-8")
        for page in site.rglob("*.html")
        if page.name not in UNUSED
    }


def build_there(values: Mapping[str, str]) -> Path:
    """Return the folder of the site that Zensical makes of docs/.

    Three things of ours belong to MkDocs' theme and give way: the search's template and the worker that the search hands to a page
    opened from a folder to Zensical's own, and the name of the theme's script, which its templates cannot read out of the theme's.
    """
    python = THERE / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        _run(sys.executable, "-m", "venv", str(THERE / "venv"))
    _run(str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:", "-r", str(PINS))
    found = subprocess.run(  # noqa: S603 - the environment made here
        [str(python), "-c", "import zensical; print(zensical.__path__[0])"], check=True, capture_output=True, text=True
    )
    work = THERE / "project"
    shutil.rmtree(work, ignore_errors=True)
    for folder in ("docs", "overrides"):
        shutil.copytree(ROOT / folder, work / folder)
    (work / "overrides" / "partials" / "search.html").unlink()
    main = work / "overrides" / "main.html"
    main.write_text(_THEME_S_SCRIPT.sub("", main.read_text(encoding="utf-8")), encoding="utf-8")
    worker = search_worker_script(Path(found.stdout.strip()) / "templates")
    (work / "docs" / "assets" / "engine" / "search-worker-source.js").write_text(worker, encoding="utf-8")
    settings = adapted((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), values)
    (work / "mkdocs.yml").write_text(settings, encoding="utf-8")
    _run(str(python), "-m", "zensical", "build", "--clean", cwd=work)
    return work / "site"


def _run(*command: str, cwd: Path = ROOT) -> None:
    """Run a command, or leave with what it was."""
    if code := subprocess.run(command, cwd=cwd, check=False).returncode:  # noqa: S603 - commands of this file
        sys.exit(f"{' '.join(command)} ended with {code}; nothing was compared")


def main() -> None:
    """Build both sites and say what one has lost."""
    import build  # noqa: PLC0415 - it needs the theme, which the comparison alone does not

    stamp = build.build()
    values = {name: value for name, value in os.environ.items() if name.startswith("GUIDE_")}
    ours, theirs = pages_of(ROOT / "site"), pages_of(build_there(values))
    found = list(lost(ours, theirs))
    pages: dict[tuple[str, str], list[str]] = {}
    for page, kind, what in found:
        pages.setdefault((kind, what), []).append(page)
    for (kind, what), where in pages.items():
        sys.stdout.write(f"{len(where)} of {len(ours)} pages, such as {where[0]}: {kind}: {what}\n")
    sys.stdout.write(f"{len(ours)} pages by MkDocs, {len(theirs)} by Zensical, of content {stamp.content[:12]}\n")
    told = [Figure("pages by MkDocs", len(ours)), Figure("pages by Zensical", len(theirs))]
    for kind, words in KINDS.items():
        told.append(Figure(words, len({each.page for each in found if each.kind == kind}), f"of {len(ours)}"))
    keep("after_material", "python -m bench.after_material", told)


if __name__ == "__main__":
    main()
