"""The recipe: content/ in, a sealed site out. Stages return values; only this file writes.

    python build.py            compile content/, prepare the engine, build and seal site/
    python build.py check      say every mistake in content/ and hand-written docs/, and whether the tables are stale
    python build.py serve      rebuild on every change and show the site, or the mistakes, at a local address
    python build.py open       open the built site in the browser
"""

from __future__ import annotations

import os
import shutil
import sys
import webbrowser
from pathlib import Path

ROOT = Path(__file__).parent
CONTENT, DOCS, SITE, CACHE = ROOT / "content", ROOT / "docs", ROOT / "site", ROOT / ".cache"
TABLES = ROOT / "calculators"
os.chdir(ROOT)
os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")  # the wheel's file times: same content, same bytes

import material
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from calculators import __version__
from stages import engine, pages, seal, slots, tables
from stages.bank_holidays import bank_holidays
from stages.content import read_content
from stages.reckoner import calendars


def main() -> None:
    content = read_content(CONTENT)
    editions = tables.compiled(content)
    spec = content.vocabulary.bank_holidays
    days = bank_holidays(spec)
    (TABLES / "_editions.py").write_text(tables.editions_table(content, editions, __version__), encoding="utf-8")
    (TABLES / "_bank_holidays.py").write_text(tables.bank_holidays_table(spec, days), encoding="utf-8")
    shutil.rmtree(DOCS / "guide", ignore_errors=True)
    shutil.rmtree(DOCS / "assets/engine", ignore_errors=True)
    names = slots.names(editions, {})
    guide = pages.Guide(content=content, editions=editions, names=names, calendars=calendars(spec, days))
    for path, text in pages.pages(guide).items():
        f = DOCS / "guide" / path
        f.parent.mkdir(parents=True, exist_ok=True)
        f.write_text(text)
    made = engine.engine(ROOT, cache=CACHE / "engine")
    (DOCS / "assets/engine").mkdir(parents=True)
    for name, text in made.files.items():
        (DOCS / "assets/engine" / name).write_text(text)
    theme = Path(material.__file__).parent / "templates"
    (DOCS / "assets/engine/search-worker-source.js").write_text(engine.search_worker_script(theme))
    os.environ["GUIDE_BUILD"] = made.build
    mkdocs_build(load_config("mkdocs.yml"))
    for f in SITE.rglob("*.html"):
        sealed = seal.seal(f.read_text(), path=str(f))
        print(*sealed.problems, sep="\n")
        f.write_text(sealed.html)


main()
