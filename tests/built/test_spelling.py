"""Our prose has no common misspelling and no American spelling, as codespell's lists know them."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROSE = ("content", "docs/index.md", "docs/about", "docs/decisions", "overrides", "stages/pages/templates",
         "README.md", "CONTRIBUTING.md", "CHANGELOG.md")  # fmt: skip
CODE = ("calculators", "stages", "docs/assets/js", "bench", "build.py", "Makefile", "pyproject.toml")
GOOD = "inforce"  # InForce, a record of ours
# Ours too: the noun, the names of a file and a folder, the device, the computer's; then a word of HTML and one of Jinja.
BRITISH_TOO = {"practice", "license", "licenses", "meter", "program", "dialog", "capitalize"}


def misspelt(*arguments: str) -> list[str]:
    """Return what codespell finds, a line each."""
    done = subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, "-m", "codespell_lib", "-L", GOOD, *arguments],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode in {0, 65}, done.stderr  # 65: it found something
    return done.stdout.splitlines()


@pytest.fixture
def american(tmp_path: Path) -> Path:
    """Return codespell's list of British words the other way round: what is American, and how we write it."""
    listed = files("codespell_lib").joinpath("data", "dictionary_en-GB_to_en-US.txt").read_text(encoding="utf-8")
    pairs = [line.split("->") for line in listed.splitlines()]
    turned = {us.strip(): gb for gb, all_us in pairs for us in all_us.split(",") if us.strip()}
    file = tmp_path / "american.txt"
    words = [f"{us}->{gb}\n" for us, gb in turned.items() if us not in BRITISH_TOO]
    file.write_text("".join(words), encoding="utf-8")
    return file


def test_nothing_is_misspelt() -> None:
    assert misspelt(*PROSE, *CODE) == []


def test_prose_is_spelt_as_in_britain(american: Path) -> None:
    assert misspelt("-D", str(american), *PROSE) == []


def test_the_check_finds_what_it_should(american: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("The pannel gave its judgement on behaviour.\n\nIts organization centered on color.\n")
    assert [line.partition(": ")[2] for line in misspelt(str(page))] == ["pannel ==> panel"]
    found = [line.partition(": ")[2] for line in misspelt("-D", str(american), str(page))]
    assert found == ["organization ==> organisation", "centered ==> centred", "color ==> colour"]
