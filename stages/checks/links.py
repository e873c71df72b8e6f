"""Says what MkDocs finds wrong in the site's pages, links and navigation as problems: file, line, and what to write."""

from __future__ import annotations

import logging
import re
import threading
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from stages.checks.navigation import nav_pages
from stages.problems import Problem
from stages.reading import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_MARKDOWN = MarkdownIt("commonmark")
_CONFIG = "mkdocs.yml"
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_FOOTNOTE = re.compile(r"\s*\[\^[^\]]+\]:")
_MEANT = re.compile(r"(?s)(?P<warning>.*?)(?: Did you mean '(?P<meant>.*)'\?)?")
# MkDocs' own sentences, as of the version that pyproject.toml pins.
_IN_PAGE = re.compile(r"(?s)Doc file '(?P<page>.*?)' contains (?:a|an) (?P<finding>.*)")
_NO_TARGET = re.compile(
    r"link '(?P<link>.*)', but the target(?: '(?P<target>.*)')? is not found among documentation files\."
)
_ABSOLUTE = re.compile(r"absolute link '(?P<link>.*)', it was left as is\.")
_UNRECOGNIZED = re.compile(r"unrecognized relative link '(?P<link>.*)', it was left as is\.")
_EXCLUDED = re.compile(r"link to '(?P<link>.*)' which is excluded from the built site\.")
_NO_ANCHOR_HERE = re.compile(r"link '(?P<link>.*)', but there is no such anchor on this page\..*")
_NO_ANCHOR = re.compile(
    r"link '(?P<link>.*)', but the doc '(?P<target>.*)' does not contain an anchor '(?P<anchor>.*)'\."
)
_OMITTED = re.compile(
    r'(?s)The following pages exist in the docs directory, but are not included in the "nav" configuration:(?P<pages>.*)'
)
_NAV_NOT_FOUND = re.compile(r"A reference to '(?P<page>.*)' is included in the 'nav' configuration, .*")
_NAV_ABSOLUTE = re.compile(r"An absolute path to '(?P<page>.*)' is included in the 'nav' configuration, .*")
_SETTING = re.compile(r"(?s)Config value '(?P<key>.*?)': (?P<finding>.*)")


def link_problems(root: Path, pages: Mapping[str, str]) -> list[Problem]:
    """Return what is wrong in the links, pictures and navigation of the site in `root`; nothing is written.

    `pages` are the generated pages, by path under docs/guide/; what stands in that folder is not looked at.
    """
    return mkdocs_problems(lambda: _render(root, pages), root=root, pages=pages)


def mkdocs_problems(run: Callable[[], None], *, root: Path, pages: Mapping[str, str]) -> list[Problem]:
    """Return what MkDocs warns of or fails with while it does `run`, which may build the site in `root`."""
    gathered = _Gathered()
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.addHandler(gathered)
    logger.setLevel(logging.INFO)  # a link to a page that is left out of the site is told at this level
    try:
        run()
    except MkDocsException as stopped:
        if not gathered.warnings:
            gathered.warnings.append(str(stopped))
    finally:
        logger.setLevel(level)
        logger.removeHandler(gathered)
    return sorted({problem for warning in gathered.warnings for problem in _problems_of(warning, root, pages)})


class _Gathered(logging.Handler):
    """Keeps the warnings of one thread: the preview's server warns in others of addresses that it has not."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.warnings: list[str] = []
        self.thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning."""
        message = record.getMessage()
        if record.thread == self.thread and (record.levelno >= logging.WARNING or "excluded from the built" in message):
            self.warnings.append(message)


def _render(root: Path, pages: Mapping[str, str]) -> None:
    """Let MkDocs read and render every page, without theme, plugins or writing, and look at every anchor."""
    config = load_config(str(root / _CONFIG))
    files = Files([file for file in get_files(config) if not file.src_uri.startswith("guide/")])
    for path, text in pages.items():
        file = File(f"guide/{path}", None, config.site_dir, config.use_directory_urls)
        file.content_string = text
        files.append(file)
    set_exclusions(files, config)
    get_navigation(files, config)
    documents = files.documentation_pages()
    for file in documents:
        page = file.page or Page(None, file, config)
        page.read_source(config)
        page.render(config, files)
    for file in documents:
        if file.page:
            file.page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)


def _problems_of(warning: str, root: Path, pages: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what one warning of MkDocs says to an editor."""
    if in_page := _IN_PAGE.fullmatch(warning):
        yield from _page_problems(in_page["page"], in_page["finding"], root, pages)
    elif omitted := _OMITTED.fullmatch(warning):
        for page in omitted["pages"].split("\n  - ")[1:]:
            yield Problem(_CONFIG, _nav_line(root, None), f"the navigation lacks {page}; add `- …: {page}` under nav")
    elif absolute := _NAV_ABSOLUTE.fullmatch(warning):
        message = f"'{absolute['page']}' begins with /; write the page's path under docs/, such as about/index.md"
        yield Problem(_CONFIG, _nav_line(root, absolute["page"]), message)
    elif not_found := _NAV_NOT_FOUND.fullmatch(warning):
        message = f"the site has no page '{not_found['page']}'; mend its path under docs/, or take this line out"
        yield Problem(_CONFIG, _nav_line(root, not_found["page"]), message)
    elif setting := _SETTING.fullmatch(warning):
        block = parse((root / _CONFIG).read_text(encoding="utf-8"), path=_CONFIG, line=1)
        line = 1 if isinstance(block, Problem) else block.line_of(setting["key"])
        yield Problem(_CONFIG, line, f"MkDocs cannot use '{setting['key']}': {_one_line(setting['finding'])}")
    else:
        yield Problem(_CONFIG, 1, f"MkDocs says: {_one_line(warning)}")


def _page_problems(page: str, finding: str, root: Path, pages: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what MkDocs finds in one page, at each line on which the link stands."""
    told = _MEANT.fullmatch(finding)
    warning, meant = (told["warning"], told["meant"]) if told else (finding, None)
    for kind in (_NO_TARGET, _ABSOLUTE, _UNRECOGNIZED, _EXCLUDED, _NO_ANCHOR_HERE, _NO_ANCHOR):
        if found := kind.fullmatch(warning):
            break
    else:
        yield Problem(f"docs/{page}", 1, f"MkDocs says: this page contains a {_one_line(finding)}")
        return
    # A page left out of the site is named by its path under docs/, not as the link has it.
    link = rf"[^)\s]*{re.escape(found['link'].rsplit('/', 1)[-1])}" if kind is _EXCLUDED else re.escape(found["link"])
    path, lines = _places(page, link, root, pages)
    made = path == f"docs/{page}" and page.startswith("guide/")
    for number, line in lines.items():
        message = _message(kind, found, line, meant)
        if made:
            message += " (this page is generated: mend stages/pages/templates/, or the file of content/ that says it)"
        yield Problem(path, number, message)


def _message(kind: re.Pattern[str], found: re.Match[str], line: str, meant: str | None) -> str:
    """Return what is wrong with a link that stands in `line`, and what to write."""
    link = found["link"]
    if _FOOTNOTE.match(line):
        return "the site has no footnotes; write the note in the sentence, or after it in brackets"
    if kind is _NO_ANCHOR_HERE:
        return f"nothing on this page has the anchor '{link}'; write that of a heading or rule that it has"
    if kind is _NO_ANCHOR:
        return f"{found['target']} has no anchor '{found['anchor']}'; write that of a heading or rule that it has"
    if kind is _EXCLUDED:
        return f"'{link}' is left out of the site (`exclude_docs` in {_CONFIG}); link to a page that is in it"
    if kind is _ABSOLUTE:
        what, write = f"'{link}' begins with /, which leads nowhere on a share", "write the path from this page"
    elif kind is _NO_TARGET and re.search(rf"!\[[^\]]*\]\(\s*<?{re.escape(link)}", line):
        what, write = (
            f"there is no picture '{link}'",
            "put the file under docs/assets/, and write its path from this page",
        )
    else:
        what = f"the link '{link}' leads to no page of the site"
        write = "write the path from this page, ending in .md, or a whole address with https://"
    return f"{what}; did you mean '{meant}'?" if meant else f"{what}; {write}"


def _places(page: str, link: str, root: Path, pages: Mapping[str, str]) -> tuple[str, dict[int, str]]:
    """Return the file to mend and its lines in which `link`, a pattern, stands: what a generated page was made from, if it has it."""
    if not page.startswith("guide/"):
        text = (root / "docs" / page).read_text(encoding="utf-8")
        return f"docs/{page}", _lines_with(link, text) or {1: ""}
    inner = page.removeprefix("guide/").removesuffix(".md")
    for path in (
        f"content/{inner}.md",
        f"content/{inner}.yml",
        *(["CHANGELOG.md"] if inner == "release-notes" else []),
    ):
        if (root / path).is_file() and (lines := _lines_with(link, (root / path).read_text(encoding="utf-8"))):
            return path, lines
    return f"docs/{page}", _lines_with(link, pages.get(f"{inner}.md", "")) or {1: ""}


def _lines_with(link: str, text: str) -> dict[int, str]:
    """Return the lines, by number, in which Markdown outside code links to `link`, a pattern."""
    lines = dict(enumerate(text.split("\n"), 1))
    for token in _MARKDOWN.parse(text):
        if token.type in {"fence", "code_block"} and token.map:
            lines |= dict.fromkeys(range(token.map[0] + 1, token.map[1] + 1), "")
    place = re.compile(rf"""(?:\]\(\s*<?|\]:\s*<?|(?:href|src)=["']?|<){link}(?=[>)\s"'#]|$)""")
    return {number: line for number, line in lines.items() if place.search(_CODE.sub("", line))}


def _nav_line(root: Path, page: str | None) -> int:
    """Return the line of mkdocs.yml on which the navigation names `page`, or on which it begins."""
    read = nav_pages((root / _CONFIG).read_text(encoding="utf-8"))
    if isinstance(read, Problem):
        return read.line
    begins, lines = read
    return next((line for named, line in lines if named == page), begins)


def _one_line(text: str) -> str:
    """Return MkDocs' words on one line."""
    return " ".join(text.split())
