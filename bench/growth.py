"""How build time and size grow with editions: 9, 90 and 900 of them in a copy of the project.

    python -m bench.growth [--most-minutes 20] [9 90 900]

The further editions are England's of 2023 under invented names, one a year going back from 2014, outside the
navigation. Processor seconds of each stage, so that a busy machine changes them little; without the calculator's
engine. The invented editions are longer than the mean of ours, so read the last column for growth: milliseconds for
each further edition since the size before, which stay as they are where growth is linear. A copy that takes longer
than it may is ended, and the stages it finished are told.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZES = (9, 90, 900)
LIKE = "england/child-safeguarding-practice-review-2023"
INVENTED = "england/invented"
LAST_YEAR = 2014  # the oldest real edition begins in 2015
LEFT = shutil.ignore_patterns(".*", "node_modules", "site", "bench", "tests", "__pycache__", "engine", "guide")
STAGES = ("compile", "pages", "mkdocs", "seal")
RUN = """
import json, os, time
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
began = time.process_time()
guide, texts = compiler.compiled(build.ROOT, handwritten=written, navigation=navigation)
told("compile", sum(len(text.encode()) for text in texts.values()))
for path, text in pages.pages(guide).items():
    build.write(build.DOCS / "guide" / path, text)
told("pages", weight(build.DOCS / "guide"))
os.environ |= build.page_foot(guide, texts) | {"GUIDE_BUILD": "0"}
build.mkdocs_build(build.load_config("mkdocs.yml"))
told("mkdocs", weight(build.SITE))
build.seal_site(build.SITE)
told("seal", weight(build.SITE))
"""


def edition(number: int, like: str) -> str:
    """Return an invented edition: that of 2023, in force for one year that no other has."""
    year = LAST_YEAR - number
    return "\n".join(
        f"in_force: {{from: {year}-01-01, from_is: publication, to: {year}-12-31}}" if line.startswith("in_force:")
        else f"guidance: Invented guidance {year}" if line.startswith("guidance:")
        else line
        for line in like.split("\n")
    )  # fmt: skip


def copied(editions: int, copy: Path) -> None:
    """Make a copy of the project that holds so many editions."""
    shutil.copytree(ROOT, copy, ignore=LEFT)
    engine = copy / "docs" / "assets" / "engine"
    engine.mkdir(parents=True, exist_ok=True)
    (engine / "search-worker-source.js").write_text("", encoding="utf-8")  # the theme names it
    content, config = copy / "content", copy / "mkdocs.yml"
    like = (content / f"{LIKE}.md").read_text(encoding="utf-8")
    held = len(list(content.glob("[!l]*/*.md")))  # neither library/ nor local/
    for number in range(editions - held):
        (content / f"{INVENTED}-{LAST_YEAR - number}.md").write_text(edition(number, like), encoding="utf-8")
    text = config.read_text(encoding="utf-8")
    config.write_text(
        text.replace("\n  /guide/local/*\n", f"\n  /guide/local/*\n  /guide/{INVENTED}-*\n"), encoding="utf-8"
    )


def measured(editions: int, *, most_minutes: float) -> dict[str, tuple[float, int]]:
    """Return each finished stage's processor seconds and the bytes it left."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        copied(editions, copy)
        command = [sys.executable, "-c", RUN]
        try:
            ran = subprocess.run(  # noqa: S603 - our own words
                command, cwd=copy, capture_output=True, text=True, check=True, timeout=most_minutes * 60
            )
            out = ran.stdout
        except subprocess.TimeoutExpired as late:
            out = (late.stdout or b"").decode()
            say(f"{editions} editions: ended after {most_minutes:g} minutes; what follows is what it finished")
        except subprocess.CalledProcessError as failed:
            sys.exit(str(failed.stderr)[-4000:])
    lines = (json.loads(line) for line in out.splitlines() if line.startswith("["))
    return {stage: (seconds, size) for stage, seconds, size in lines}


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201 - a command's own words


def main() -> None:
    """Measure and print each stage's seconds and bytes, and their ratios to the first size."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("sizes", nargs="*", type=int, default=SIZES)
    asked.add_argument("--most-minutes", type=float, default=20, help="for each size (default 20)")
    given = asked.parse_args()
    first: dict[str, tuple[float, int]] = {}
    before: dict[str, tuple[int, float]] = {}
    say(f"{'':35}{f'ratios to {given.sizes[0]}':>17}")
    say(f"{'editions':>8}  {'stage':8} {'seconds':>8} {'MB':>7} {'time':>8} {'bytes':>8} {'each further':>14}")
    for editions in given.sizes:
        found = measured(editions, most_minutes=given.most_minutes)
        first = first or found
        for stage in STAGES:
            if stage not in found:
                say(f"{editions:8}  {stage:8} not finished")
                continue
            (seconds, size), (least, small) = found[stage], first[stage]
            number, took = before.get(stage, (0, 0.0))
            further = f"{(seconds - took) / (editions - number) * 1000:.0f} ms" if number else ""
            before[stage] = editions, seconds
            told = f"{editions:8}  {stage:8} {seconds:8.1f} {size / 1e6:7.1f}"
            say(f"{told} {seconds / least:8.1f} {size / small:8.1f} {further:>14}")


if __name__ == "__main__":
    main()
