"""What a packager gets: a wheel that says it is typed, and a source distribution that makes its own tables."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import flit_core.buildapi
import pytest

ROOT = Path(__file__).parents[2]
LEFT = shutil.ignore_patterns(".*", "node_modules", "site", "dist", "__pycache__")
TABLES = ("_editions.py", "_bank_holidays.py")


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the repository that has been built in, as the current folder."""
    copy = tmp_path / "repository"
    shutil.copytree(ROOT, copy, ignore=LEFT)
    for made in ("docs/guide/index.md", "docs/assets/engine/engine.js", "docs/rules.json", "docs/rules.schema.json"):
        (copy / made).parent.mkdir(parents=True, exist_ok=True)
        (copy / made).write_text("made by a build", encoding="utf-8")
    monkeypatch.chdir(copy)
    return tmp_path


def test_a_source_distribution_makes_its_tables_anew(source: Path) -> None:
    """From content/ alone, byte for byte; what a build makes is not in it."""
    name = flit_core.buildapi.build_sdist(str(source))
    with tarfile.open(source / name) as archive:
        archive.extractall(source, filter="data")
    root = source / name.removesuffix(".tar.gz")
    files = {file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()}
    assert not [file for file in files if file.startswith(("docs/guide/", "docs/assets/engine/", "docs/rules"))]
    assert files >= {
        "build.py",
        "content/events.yml",
        "requirements/build.txt",
        "tests/test_answer.py",
        "calculators/py.typed",
    }
    before = [(ROOT / "calculators" / table).read_bytes() for table in TABLES]
    for table in TABLES:
        (root / "calculators" / table).unlink()
    subprocess.run([sys.executable, "build.py", "tables"], cwd=root, check=True, capture_output=True, timeout=200)
    assert [(root / "calculators" / table).read_bytes() for table in TABLES] == before


def test_a_wheel_is_typed_and_says_what_it_is(source: Path) -> None:
    """With the package's own page, and both licences; nothing of the repository beside the package."""
    name = flit_core.buildapi.build_wheel(str(source))
    with zipfile.ZipFile(source / name) as wheel:
        about = wheel.read("uk_case_review_guide-0.1.0.dist-info/METADATA").decode()
        folders = {file.split("/")[0] for file in wheel.namelist()}
        assert "calculators/py.typed" in wheel.namelist()
    assert folders == {"calculators", "uk_case_review_guide-0.1.0.dist-info"}
    for line in (
        "License-Expression: MIT AND CC-BY-4.0",
        "Classifier: Typing :: Typed",
        "Author: UK Case Review Guide contributors",
    ):
        assert line in about.splitlines()
    assert (ROOT / "PACKAGE.md").read_text(encoding="utf-8").strip() in about
