"""How build time and size grow with local arrangements: 150 and 300 made-up ones in a copy of the project.

python -m bench.overlays           reports processor seconds (a busy machine changes them little), bytes of HTML and the ratio of 300 to 150; run by hand, never in tests
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
FEW, MANY = 150, 300
MOST = 2.2  # twice as many overlays may take this many times as long
LEFT = shutil.ignore_patterns(".*", "node_modules", "site", "bench", "tests", "__pycache__", "engine")
RUN = """
import json, os, time
import build
from stages import pages
began = time.process_time()
guide, _ = build.compiled()
for path, text in pages.pages(guide).items():
    build.write(build.DOCS / "guide" / path, text)
os.environ |= dict.fromkeys(("GUIDE_RELEASE", "GUIDE_CONTENT", "GUIDE_CHECKED", "GUIDE_BUILD"), "2000-01-01")
build.mkdocs_build(build.load_config("mkdocs.yml"))
took = time.process_time() - began
print(json.dumps([took, sum(one.stat().st_size for one in build.SITE.rglob("*.html"))]))
"""


def overlay(number: int, like: str) -> str:
    """Return made-up local arrangements: Cumbria's, under another name."""
    return like.replace("name: Cumbria", f"name: Exampleshire {number}").replace("Cumbria", f"Exampleshire {number}")


def measured(overlays: int) -> tuple[float, int]:
    """Return the processor seconds that content, pages and site take with that many overlays, and the bytes of HTML."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=LEFT)
        engine = copy / "docs" / "assets" / "engine"
        engine.mkdir(parents=True, exist_ok=True)
        (engine / "search-worker-source.js").write_text("", encoding="utf-8")  # the theme names it
        like = (copy / "content" / "local" / "cumbria.md").read_text(encoding="utf-8")
        for number in range(overlays):
            file = copy / "content" / "local" / f"exampleshire-{number}.md"
            file.write_text(overlay(number, like), encoding="utf-8")
        ran = subprocess.run([sys.executable, "-c", RUN], cwd=copy, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if ran.returncode:
        sys.exit(ran.stderr)
    seconds, size = json.loads(ran.stdout.splitlines()[-1])
    return float(seconds), int(size)


def main() -> None:
    """Measure and report; fail if the growth is more than it may be."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=1, help="take the fastest of so many (default 1)")
    rounds = asked.parse_args().rounds
    found = {}
    for overlays in (FEW, MANY):
        runs = [measured(overlays) for _ in range(rounds)]
        found[overlays] = min(runs)
        print(f"{overlays} overlays: {min(runs)[0]:.1f} s, {min(runs)[1] / 1e6:.1f} MB of HTML", flush=True)  # noqa: T201
    time, size = (found[MANY][part] / found[FEW][part] for part in (0, 1))
    print(f"{MANY} to {FEW}: {time:.2f} times the time, {size:.2f} times the HTML (at most {MOST})")  # noqa: T201
    sys.exit(max(time, size) > MOST)


if __name__ == "__main__":
    main()
