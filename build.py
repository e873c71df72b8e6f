"""The recipe: content/ in, a sealed site out. Stages return values; only this file writes.

python build.py setup     make what all the rest needs, in this folder; --tests: and what the tests need; --bench: and the peers
python build.py           compile content/, prepare the calculator, build and seal site/
python build.py check     say every mistake in content/, hand-written docs/, links and navigation, and whether the tables are stale
                          --bank-holidays FILE says where ours differ from a file of GOV.UK's list
                          --due says what was to be checked again by a day that has passed
python build.py tables    refresh what is generated and committed: two tables of calculators/, and the scripts' types
python build.py serve     rebuild on every change and show the pages, or the mistakes, on this computer; site/ stays as it is
                          --port NUMBER says at which port (8000)
python build.py open      open the built site in the browser
python build.py zip       build, then pack the site into dist/ for handing on, with the sum of the zip beside it
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import sys
import webbrowser
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python comes this far, and no further
    sys.exit(f"Python 3.11 or later is needed; this is {sys.version.split()[0]} (make PYTHON=python3.11 names another)")

from stages.environment import begin, hand_on

if __name__ == "__main__":
    if __spec__ is not None:  # called as a module, `python -m build`: never ours
        hand_on(Path(__file__).parent)
    begin(Path(__file__).parent, sys.argv[1:])

from datetime import UTC, datetime
from hashlib import sha256

import material
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from rich.console import Console

from calculators import __version__
from stages.checks import differences_from_govuk, link_problems, mkdocs_problems, overdue
from stages.compiler import compile_guide, second_reader_problems
from stages.compiling import bank_holidays_of
from stages.contracts import reply_types, rules_files
from stages.pages import examples_script, findable, pages
from stages.problems import ContentRefused, Problem
from stages.reading import not_utf_8, read_content, read_supplements
from stages.release import (
    NO_PAGES_YET,
    UNUSED,
    Stamp,
    bundle_site,
    completed,
    deflated,
    licence_texts,
    names_in,
    parts_list,
    prepare_engine,
    seal_page,
    search_index_files,
    search_worker_script,
    trimmed_page,
    trimmed_style,
    uncommented,
    with_problems,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from stages.guide import Guide

ROOT = Path(__file__).parent
DOCS, SITE = ROOT / "docs", ROOT / "site"
GENERATED = (DOCS / "guide", DOCS / "assets" / "engine")
TABLES, TYPES = ROOT / "calculators", DOCS / "assets" / "js" / "reply.d.ts"
TEMPLATES = ROOT / ".cache" / "templates"
UNSEALED, PREVIEW = ROOT / ".cache" / "site", ROOT / ".cache" / "preview"
THEME = Path(material.__file__).parent / "templates"
INDEX = "search/search_index.json"
PORT, PORTS = 8000, range(1, 65536)
WATCHED = (
    "content",
    "docs/index.md",
    "docs/about",
    "docs/assets/css",
    "docs/assets/js",
    "overrides",
    "stages/pages/templates",
    "mkdocs.yml",
    "CHANGELOG.md",
)
terminal = Console(stderr=True, highlight=False, soft_wrap=True)


def build() -> Stamp:
    """Make the whole site, sealed, and return which it is; the last site stays until this one is whole."""
    stamp = make(UNSEALED)
    with terminal.status("Sealing"):
        seal_site(UNSEALED)
        complete_site(UNSEALED, stamp)
    replace(SITE, UNSEALED)
    terminal.print(f"Built {SITE / 'index.html'}")
    return stamp


def make(folder: Path) -> Stamp:
    """Make the whole site, unsealed, in `folder` and return which it is.

    Raises `ContentRefused` with every mistake, and then nothing is changed. MkDocs finds those in links as it builds, once;
    it reads files, so that what is generated is written first and put back if it refuses.
    """
    with terminal.status("Reading content/"):
        guide, texts = compiled()
        made = pages(guide, cache=TEMPLATES)
        rules = rules_files(guide, content=guide.content_hash)
    with put_back_if_stopped([*committed(texts), *GENERATED, *(DOCS / name for name in rules)]):
        write_committed(texts)
        with terminal.status("Preparing Python for the browser"):
            os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")  # the wheel's file times: same content, same bytes
            payload = prepare_engine(ROOT, cache=ROOT / ".cache" / "engine")
        with terminal.status("Writing pages"):
            for generated in GENERATED:
                shutil.rmtree(generated, ignore_errors=True)
            for path, text in made.items():
                write(DOCS / "guide" / path, text)
            for name, text in rules.items():
                write(DOCS / name, text)
            scripts = {"search-worker-source.js": search_worker_script(THEME), "examples.js": examples_script(guide)}
            for path, text in (payload.files | scripts).items():
                write(DOCS / "assets" / "engine" / path, text)
        with terminal.status("Building the site"):
            shutil.rmtree(folder, ignore_errors=True)
            foot = page_foot(guide)
            os.environ |= foot | {"GUIDE_BUILD": payload.build}
            settings = config(folder)
            settings.extra |= {"host": guide.host, "payload": sizes_and_sums(payload.files)}
            if problems := mkdocs_problems(lambda: mkdocs_build(settings), root=ROOT, pages=made):
                raise ContentRefused(problems)
    for name, text in search_index_files((folder / INDEX).read_text(encoding="utf-8"), findable(guide)).items():
        write(folder / "search" / name, text)
    return Stamp(**{name.removeprefix("GUIDE_").lower(): value for name, value in foot.items()})


@contextmanager
def put_back_if_stopped(places: Iterable[Path]) -> Iterator[None]:
    """Put these files and folders back as they were if what is done within fails or is stopped.

    A file that stands as it did is not touched: the preview watches some of them, and would build again for ever.
    """
    places = list(places)
    files = {file for place in places for file in (place, *place.rglob("*")) if file.is_file()}
    held = {file: file.read_bytes() for file in files}
    try:
        yield
    except BaseException:
        for place in places:
            if place.is_dir():
                shutil.rmtree(place)
            elif place not in held:
                place.unlink(missing_ok=True)
        for file, data in held.items():
            if not file.is_file() or file.read_bytes() != data:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
        raise


def config(folder: Path) -> MkDocsConfig:
    """Return MkDocs' settings for a site in `folder`; not strict, which would count warnings of the preview's server too."""
    return load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=False)


def sizes_and_sums(texts: Mapping[str, str]) -> list[tuple[str, int, str]]:
    """Return the name, the bytes and the SHA-256 sum of each of the calculator's files, the largest first."""
    held = {name: text.encode() for name, text in texts.items()}
    return sorted(((name, len(data), sha256(data).hexdigest()) for name, data in held.items()), key=lambda row: -row[1])


def last_site() -> str:
    """Return how things stand when a site could not be finished."""
    return "the last site stands as it was" if SITE.exists() else "no site was built"


def replace(last: Path, folder: Path) -> None:
    """Put the finished site in `folder` in place of the `last`."""
    shutil.rmtree(last, ignore_errors=True)
    folder.rename(last)


def complete_site(site: Path, stamp: Stamp) -> None:
    """Put beside the sealed pages what is handed on with them: licences, the list of parts, a note, and every file's sum."""
    listed = parts_list(ROOT, release=stamp.release, content=stamp.content)
    added = completed(files_of(site), licences=licence_texts(ROOT), parts_list=listed, stamp=stamp)
    for path, data in added.items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_bytes(data)


def pack() -> None:
    """Build, and write the site as a zip for handing on, with its sum beside it."""
    stamp = build()
    with terminal.status("Packing"):
        bundle = bundle_site(files_of(SITE), release=stamp.release)
        packed = deflated(bundle.archive, pyodide=ROOT / "node_modules" / "pyodide")
        file = ROOT / "dist" / f"{bundle.name}.zip"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(packed)
        write(file.with_name(f"{file.name}.sha256"), f"{sha256(packed).hexdigest()}  {file.name}\n")
    terminal.print(f"Packed {file}; its sum is in the file beside it, to be published apart from it")


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path in it."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def page_foot(guide: Guide) -> dict[str, str]:
    """Return what the foot of every page shows, as mkdocs.yml takes it from the environment.

    A copy is as old as the oldest thing in it: the edition or local arrangements that were checked longest ago, and the
    first that is due to be checked again.
    """
    return {
        "GUIDE_RELEASE": __version__,
        "GUIDE_CONTENT": guide.content_hash,
        "GUIDE_CHECKED": guide.oldest_checked,
        "GUIDE_REVIEW_BY": guide.first_review_by,
    }


def compiled() -> tuple[Guide, dict[str, str]]:
    """Return the guide and the texts of the generated tables, or raise `ContentRefused` with every mistake."""
    files = {
        file.relative_to(ROOT).as_posix(): file for file in [*handwritten(), ROOT / "mkdocs.yml", ROOT / "CHANGELOG.md"]
    }
    told = [not_utf_8(file.read_bytes(), path=path) for path, file in files.items() if file.is_file()]
    if problems := [problem for problem in told if problem]:
        raise ContentRefused(problems)
    written = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in handwritten()}
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    return compile_guide(ROOT, handwritten=written, navigation=navigation, today=datetime.now(UTC).date())


def handwritten() -> list[Path]:
    """Return the pages of docs/ that people write."""
    return sorted(one for one in DOCS.rglob("*.md") if not any(folder in one.parents for folder in GENERATED))


def check() -> None:
    """Raise `ContentRefused` with every mistake, or if something that is generated and committed is stale."""
    guide, texts = compiled()
    problems = [*link_problems(ROOT, pages(guide, cache=TEMPLATES)), *second_reader_problems(ROOT, guide)]
    problems += [
        Problem(path.relative_to(ROOT).as_posix(), 1, f"is not what {source} says; run `python build.py tables`")
        for path, (source, text) in committed(texts).items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    if problems:
        raise ContentRefused(problems)
    terminal.print("content/ and docs/ hold together; the tables are fresh")


def check_bank_holidays(file: Path) -> None:
    """Raise `ContentRefused` with every difference between our bank holidays and GOV.UK's list in `file`."""
    if not file.is_file():
        raise ContentRefused([Problem(str(file), 1, "there is no such file; download bank-holidays.json from GOV.UK")])
    spec = read_content(ROOT / "content").vocabulary.bank_holidays
    text = file.read_text(encoding="utf-8", errors="replace")
    if found := differences_from_govuk(text, path=str(file), spec=spec, days=bank_holidays_of(spec)):
        raise ContentRefused(found)
    terminal.print("Our bank holidays are those of the list, day for day and name for name")


def check_due() -> None:
    """Raise `ContentRefused` with everything that was to be checked again by now; readers see the same on their pages."""
    content, beside = read_content(ROOT / "content"), read_supplements(ROOT / "content")
    if found := overdue(content, beside.locals, today=datetime.now(UTC).date()):
        raise ContentRefused(found)
    terminal.print("Nothing was to be checked again by now")


def refresh_tables() -> None:
    """Write what is generated and committed."""
    write_committed(compiled()[1])


def write_committed(texts: dict[str, str]) -> None:
    """Write what is generated and committed, of which `texts` are the tables."""
    for path, (_source, text) in committed(texts).items():
        write(path, text)


def committed(texts: dict[str, str]) -> dict[Path, tuple[str, str]]:
    """Return each file that is generated and committed: what it is made from, and what it must say."""
    tables = {TABLES / name: ("content/", text) for name, text in texts.items()}
    return {**tables, TYPES: ("calculators/reply.py", reply_types())}


def seal_site(site: Path) -> None:
    """Put the policy on every page of `site`, and drop the files that no page of it uses."""
    for path in [one for pattern in UNUSED for one in site.glob(pattern)]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    problems: list[Problem] = []
    names: frozenset[str] = frozenset()
    for page in sorted(site.rglob("*.html")):  # one at a time: a site of many editions would fill the memory
        html = trimmed_page(page.read_text(encoding="utf-8"))
        done = seal_page(html, path=f"site/{page.relative_to(site).as_posix()}")
        problems += done.problems
        names |= names_in([html], [])
        write(page, done.html)
    if problems:
        raise ContentRefused(problems, stands=last_site())
    trim_styles(site, names)


def trim_styles(site: Path, in_pages: frozenset[str]) -> None:
    """Leave out of the theme's style sheets what no page of `site` can show, by the names that stand in its pages."""
    ours = [file.read_text(encoding="utf-8") for file in sorted((site / "assets").glob("[cj]s*/*.[cj]s*"))]
    theirs = {
        file: file.read_text(encoding="utf-8") for file in sorted((site / "assets" / "stylesheets").glob("*.css"))
    }
    names = in_pages | names_in([], ours)
    for file, sheet in theirs.items():
        others = "".join([*ours, *(other for place, other in theirs.items() if place != file)])
        write(file, trimmed_style(sheet, names, others=others))
    for file in (site / "assets" / "css").glob("*.css"):
        write(file, uncommented(file.read_text(encoding="utf-8")))


def serve(port: int = PORT) -> None:
    """Show the site on this computer and rebuild on every change; mistakes stand above the last good pages."""

    def rebuild() -> None:
        new = PREVIEW.with_name("preview-new")
        try:
            make(new)
            replace(PREVIEW, new)
        except ContentRefused as refused:
            terminal.print(str(refused), style="red", markup=False)
            if not (PREVIEW / "index.html").is_file():
                write(PREVIEW / "index.html", NO_PAGES_YET)
            for page in PREVIEW.rglob("*.html"):
                write(page, with_problems(page.read_text(encoding="utf-8"), refused.problems))

    rebuild()
    try:
        server = LiveReloadServer(rebuild, host="127.0.0.1", port=port, root=str(PREVIEW), mount_path="/")
        for watched in WATCHED:
            server.watch(str(ROOT / watched))
        server.serve(open_in_browser=True)  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
    except OSError as refused:
        sys.exit(f"The pages cannot be shown at port {port} of this computer ({refused.strerror}); stop what uses it")


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
    "zip": pack,
    "open": lambda: webbrowser.open((SITE / "index.html").as_uri()),
}


def arguments() -> argparse.Namespace:
    """Return what was asked on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", nargs="?", default="build", choices=VERBS)
    parser.add_argument("--bank-holidays", type=Path, metavar="FILE", help="with check: a file from GOV.UK's list")
    parser.add_argument("--due", action="store_true", help="with check: what was to be checked again by now")
    parser.add_argument(
        "--port", type=int, default=PORT, metavar="NUMBER", help="with serve: where the pages are shown"
    )
    asked = parser.parse_args()
    if (asked.bank_holidays or asked.due) and asked.verb != "check":
        parser.error(f"--{'bank-holidays' if asked.bank_holidays else 'due'} goes with check")
    if asked.port != PORT and asked.verb != "serve":
        parser.error("--port goes with serve")
    if asked.port not in PORTS:
        parser.error(f"--port is a whole number from {PORTS[0]} to {PORTS[-1]}")
    return asked


if __name__ == "__main__":
    os.chdir(ROOT)
    gc.set_threshold(100_000, 50, 100)  # much is made and little dropped: seeking garbage took an eighth of the time
    asked = arguments()
    try:
        if asked.bank_holidays:
            check_bank_holidays(asked.bank_holidays)
        elif asked.due:
            check_due()
        elif asked.verb == "serve":
            serve(asked.port)
        else:
            VERBS[asked.verb]()
    except ContentRefused as refused:
        sys.exit(f"{refused}\n\n{len(refused.problems)} to mend; {refused.stands}")
