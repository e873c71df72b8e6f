"""The examples run: those in the calculators' docstrings, and those that documents show."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import calculators

ROOT = Path(__file__).parents[1]
MODULES = [
    module.name
    for module in pkgutil.walk_packages(calculators.__path__, "calculators.")
    if not module.name.endswith("__main__")
]
DOCUMENTS = ["docs/about/programmers.md", "PACKAGE.md"]


def blocks(document: str, language: str) -> list[str]:
    """Return the blocks of a document in one language."""
    tokens = MarkdownIt().parse((ROOT / document).read_text(encoding="utf-8"))
    found = [token.content for token in tokens if token.type == "fence" and token.info == language]
    assert found
    return found


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    """Each module's examples come to what they say."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("document", DOCUMENTS)
def test_examples_of_a_document(document: str) -> None:
    """Read from top to bottom, as one session."""
    written = "\n".join(blocks(document, "python"))
    examples = doctest.DocTestParser().get_doctest(written, {}, document, document, 0)
    assert examples.examples
    assert doctest.DocTestRunner().run(examples).failed == 0


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_of_a_document(document: str) -> None:
    """Each ends with an answer; `case-review` is the installed name of `python -m calculators`."""
    lines = [line for block in blocks(document, "sh") for line in block.splitlines()]
    for line in lines:
        words = shlex.split(re.sub("^(python3 -m calculators|case-review)", "calculators", line))
        command = [sys.executable, "-m", *words]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=60)  # noqa: S603 - our own command line
        assert (done.returncode, done.stderr) == (0, b""), line
        assert done.stdout


def test_an_index_can_follow_every_link_of_the_package_page() -> None:
    """It has none that leads to a file of the repository, nor a picture."""
    tokens = MarkdownIt().parse((ROOT / "PACKAGE.md").read_text(encoding="utf-8"))
    inner = [child for token in tokens for child in token.children or ()]
    links = [
        str(child.attrGet("href") or child.attrGet("src")) for child in inner if child.type in {"link_open", "image"}
    ]
    assert all(link.startswith("https://") for link in links)
