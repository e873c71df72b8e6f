"""How build time and size grow with editions, and with local arrangements: 10, 100 and 1,000 of either in a copy of the project.

    python -m bench.growth [--of editions overlays] [--most-minutes 20] [10 100 1000]

The further editions are England's of 2023 under invented names, one a year going back from 2014, outside the
navigation; the local arrangements are Cumbria's under invented names. Processor seconds of each stage, so that a busy
machine changes them little; without the calculator's engine. What is invented is longer than the mean of ours, so read
"each further" for growth: milliseconds for each one more since the size before, which stay as they are where growth is
linear. A copy that takes longer than it may is ended, and the stages it finished are told.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from bench.keeping import Figure, command, keep
from bench.rounds import rounded, say

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]
SIZES = (10, 100, 1_000)
KINDS = ("editions", "overlays")
LIKE = "england/child-safeguarding-practice-review-2023"
INVENTED = "england/invented"
LAST_YEAR, LAST_DAY = 2014, "2015-03-25"  # the day before England's oldest edition begins
LEFT = shutil.ignore_patterns(".*", "node_modules", "site", "bench", "tests", "__pycache__", "engine", "guide")
STAGES = ("compile", "pages", "MkDocs", "seal")
RUN = """
import gc, json, os, time
from datetime import date
import build
from stages import compiler, pages

def told(stage, size):
    global began
    print(json.dumps([stage, time.process_time() - began, size]), flush=True)
    began = time.process_time()

def weight(folder):
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())

written = {str(page.relative_to(build.ROOT)): page.read_text(encoding="utf-8") for page in build.handwritten()}
navigation = (build.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
invented = sorted((build.ROOT / "content" / "england").glob("invented-*.md"))
navigation += "".join(f"\\n  - guide/england/{one.name}" for one in invented)  # nav ends the file; MkDocs reads it without these
gc.set_threshold(100_000, 50, 100)  # as build.py does
began = time.process_time()
guide, texts = compiler.compile_guide(build.ROOT, handwritten=written, navigation=navigation, today=date.today())
told("compile", sum(len(text.encode()) for text in texts.values()))
for path, text in pages.pages(guide).items():
    build.write(build.DOCS / "guide" / path, text)
told("pages", weight(build.DOCS / "guide"))
os.environ |= build.page_foot(guide) | {"GUIDE_BUILD": "0"}
settings = build.config(build.SITE)
settings.extra |= {"host": guide.host, "payload": []}
build.mkdocs_build(settings)
told("MkDocs", weight(build.SITE))
build.seal_site(build.SITE)
told("seal", weight(build.SITE))
"""


def edition(number: int, like: str) -> str:
    """Return an invented edition: that of 2023, in force for one year that no other has."""
    year = LAST_YEAR - number
    last = f"{year}-12-31" if number else LAST_DAY
    return "\n".join(
        f"in_force: {{from: {year}-01-01, from_is: publication, to: {last}}}" if line.startswith("in_force:")
        else f"guidance: Invented guidance {year}" if line.startswith("guidance:")
        else line
        for line in like.split("\n")
    )  # fmt: skip


def copied(copy: Path, *, kind: str, size: int) -> None:
    """Make a copy of the project that holds so many editions, or so many local arrangements beside our own."""
    shutil.copytree(ROOT, copy, ignore=LEFT)
    engine = copy / "docs" / "assets" / "engine"
    engine.mkdir(parents=True, exist_ok=True)
    (engine / "search-worker-source.js").write_text("", encoding="utf-8")  # the theme names it
    content, config = copy / "content", copy / "mkdocs.yml"
    if kind == "overlays":
        like = (content / "local" / "cumbria.md").read_text(encoding="utf-8")
        for number in range(size):
            (content / "local" / f"exampleshire-{number}.md").write_text(overlay(number, like), encoding="utf-8")
        return
    like = (content / f"{LIKE}.md").read_text(encoding="utf-8")
    held = sum(1 for file in content.glob("[!l]*/*.md") if file.parent.name != "figures")  # neither library/ nor local/
    for number in range(size - held):
        (content / f"{INVENTED}-{LAST_YEAR - number}.md").write_text(edition(number, like), encoding="utf-8")
    text = config.read_text(encoding="utf-8")
    config.write_text(
        text.replace("\n  /guide/local/*\n", f"\n  /guide/local/*\n  /guide/{INVENTED}-*\n"), encoding="utf-8"
    )


def overlay(number: int, like: str) -> str:
    """Return made-up local arrangements: Cumbria's, under another name."""
    return like.replace("Cumbria", f"Exampleshire {number}")


def measured(kind: str, size: int, *, most_minutes: float) -> dict[str, tuple[float, int]]:
    """Return each finished stage's processor seconds and the bytes it left."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        copied(copy, kind=kind, size=size)
        command = [sys.executable, "-c", RUN]
        try:
            ran = subprocess.run(  # noqa: S603 - our own words
                command, cwd=copy, capture_output=True, text=True, check=True, timeout=most_minutes * 60
            )
            out = ran.stdout
        except subprocess.TimeoutExpired as late:
            out = (late.stdout or b"").decode()
            say(f"{size} {kind}: ended after {most_minutes:g} minutes; what follows is what it finished")
        except subprocess.CalledProcessError as failed:
            sys.exit(str(failed.stderr)[-4000:])
    lines = (json.loads(line) for line in out.splitlines() if line.startswith("["))
    return {stage: (seconds, size) for stage, seconds, size in lines}


def figures(kind: str, found: Mapping[int, Mapping[str, tuple[float, int]]]) -> list[Figure]:
    """Return what each size took, and what each one more took since the size before: by stage, and bytes of the site."""
    told = []
    stages = [stage for stage in STAGES if all(stage in sizes for sizes in found.values())]
    for size, sizes in found.items():
        told += [Figure(f"{size:,} {kind}: {stage}", rounded(sizes[stage][0]), "s") for stage in stages]
        told.append(Figure(f"{size:,} {kind}: bytes of the site", rounded(sizes[stages[-1]][1] / 1e6), "MB"))
    for (few, before), (many, after) in pairwise(found.items()):
        column = f"each further to {many:,}"
        told += [
            Figure(f"{column}: {stage}", rounded((after[stage][0] - before[stage][0]) / (many - few) * 1e3), "ms")
            for stage in stages
        ]
        grown = after[stages[-1]][1] - before[stages[-1]][1]
        told.append(Figure(f"{column}: bytes of the site", rounded(grown / (many - few) / 1e3), "kB"))
    return told


def main() -> None:
    """Measure, print and keep."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("sizes", nargs="*", type=int, default=SIZES)
    asked.add_argument("--of", nargs="+", choices=KINDS, default=KINDS)
    asked.add_argument("--most-minutes", type=float, default=20, help="for each size (default 20)")
    given = asked.parse_args()
    for kind in given.of:
        found = {}
        for size in given.sizes:
            found[size] = measured(kind, size, most_minutes=given.most_minutes)
            say(f"{size:,} {kind}: {', '.join(f'{stage} {taken:.1f} s' for stage, (taken, _) in found[size].items())}")
        told = figures(kind, found)
        for figure in told:
            say(f"{figure.what:45} {figure.value:>8} {figure.unit}")
        keep(f"growth_of_{kind}", command("bench.growth"), told)


if __name__ == "__main__":
    main()
