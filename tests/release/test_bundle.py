"""The zip that is handed on: one folder, a note, sums that hold, licences of all that it carries, the same bytes again."""

from __future__ import annotations

import re
import shutil
import subprocess
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from stages.release.bundle import _NOTE, _SUMS, Stamp, bundle_site
from stages.release.licences import _PARTS, licence_texts
from tests import real

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
STAMP = Stamp(release="1.2.3", content="abcdef0123456789", checked="2026-11-21", review_by="2027-02-21")
TOP = "uk-case-review-guide-1.2.3"
SITE = {"index.html": b"<!doctype html>", "guide/a page.html": "Môn".encode(), "assets/a.js": b"1;\n" * 1000}
TEXTS = {"LIST.txt": "What this folder carries\n", "A.txt": "Licence of A\n"}


@pytest.fixture
def extracted(tmp_path: Path) -> Path:
    """Return the folder that somebody gets who extracts the zip."""
    unpack(bundle_site(SITE, TEXTS, STAMP), tmp_path)
    return tmp_path / TOP


def unpack(packed: bytes, folder: Path) -> None:
    """Extract a zip."""
    with ZipFile(BytesIO(packed)) as archive:
        archive.extractall(folder)


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def assert_sums_hold(folder: Path) -> None:
    """Hold every file but the list of sums itself against its sum, with coreutils' own program where there is one."""
    lines = (folder / _SUMS).read_text(encoding="utf-8").splitlines()
    listed: Mapping[str, str] = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    assert listed == {path: sha256(data).hexdigest() for path, data in files(folder).items() if path != _SUMS}
    if program := shutil.which("sha256sum"):
        subprocess.run([program, "--check", "--quiet", "--strict", _SUMS], cwd=folder, check=True)  # noqa: S603


def test_everything_lies_in_one_folder(tmp_path: Path) -> None:
    unpack(bundle_site(SITE, TEXTS, STAMP), tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == [TOP]


def test_the_folder_holds_the_site_as_it_was_and_what_goes_with_it(extracted: Path) -> None:
    held = files(extracted)
    assert {path: held[path] for path in SITE} == SITE
    assert set(held) - set(SITE) == {_NOTE, _SUMS, "LICENSES/LIST.txt", "LICENSES/A.txt"}


def test_every_file_has_its_sum(extracted: Path) -> None:
    assert_sums_hold(extracted)


def test_the_same_files_give_the_same_bytes_in_whatever_order_they_come() -> None:
    backwards = dict(reversed(SITE.items()))
    assert bundle_site(SITE, TEXTS, STAMP) == bundle_site(backwards, dict(reversed(TEXTS.items())), STAMP)


def test_another_file_or_another_release_gives_other_bytes() -> None:
    assert bundle_site(SITE | {"index.html": b"<!doctype html> "}, TEXTS, STAMP) != bundle_site(SITE, TEXTS, STAMP)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("1. EXTRACT ALL FILES FIRST.", id="what to do first"),
        pytest.param("double-click index.html", id="what to do then"),
        pytest.param("asks nothing of any network", id="no network"),
        pytest.param("How the four UK nations review cases", id="what it is"),
        pytest.param("Release       1.2.3\r\n", id="release"),
        pytest.param("Content hash  abcdef0123456789\r\n", id="content hash"),
        pytest.param("Date checked  21 November 2026, its oldest part\r\n", id="date checked"),
        pytest.param("To be checked again by 21 February 2027", id="when it ages"),
        pytest.param("sha256sum -c SHA256SUMS", id="how to check the sums"),
    ],
)
def test_the_note_says(words: str, extracted: Path) -> None:
    assert words in (extracted / _NOTE).read_bytes().decode("ascii")


def entries() -> dict[str, list[str]]:
    """Return what the list says of each part of others, line by line, by the part's name."""
    blocks = [block.splitlines() for block in real.licences()["LIST.txt"].split("\n\n")]
    return {name: [line.strip() for line in lines] for name, *lines in blocks[2:]}


def test_every_part_is_listed_and_every_text_that_is_named_is_there() -> None:
    texts, listed = real.licences(), entries()
    for part in _PARTS:
        what, *_, licence, where = listed[part.name]
        assert (what, licence) == (part.what, f"{part.licence}. {part.address}")
        named = re.findall(r'"(.+)" beside', where)
        assert named or where == "The text is at that address."
        assert set(named) <= set(texts)
    assert {f"{part.name}.txt" for part in _PARTS if part.text} == set(texts) - {"LIST.txt", "UK Case Review Guide.txt"}


@pytest.mark.parametrize(
    ("part", "pins", "pin"),
    [
        pytest.param("Material for MkDocs", "requirements/build.txt", "mkdocs-material=={}", id="the theme"),
        pytest.param("MkDocs", "requirements/build.txt", "mkdocs=={}", id="MkDocs"),
        pytest.param("icalendar", "requirements/engine.txt", "icalendar=={}", id="icalendar"),
        pytest.param("python-dateutil", "requirements/engine.txt", "python-dateutil=={}", id="dateutil"),
        pytest.param("tzdata", "requirements/engine.txt", "tzdata=={}", id="tzdata"),
        pytest.param("Pyodide", "package.json", '"pyodide": "{}"', id="Pyodide"),
    ],
)
def test_the_version_is_the_one_that_is_pinned(part: str, pins: str, pin: str) -> None:
    (version,) = [line.removeprefix("Version ") for line in entries()[part] if line.startswith("Version ")]
    pinned = (ROOT / pins).read_text(encoding="utf-8")
    assert re.search(rf"(?m)(^|\s){re.escape(pin.format(version))}(\s|,|$)", pinned)


def test_every_program_names_its_version_or_the_part_that_brings_it() -> None:
    """The text of the Apache licence is no program. Python is the one for which the wheels of the engine are taken."""
    told = {name: [line for line in lines if line.startswith("Version ")] for name, lines in entries().items()}
    assert told.pop("Apache License 2.0") == []
    number = r"\d+\.\d+(\.\d+)?"
    assert all(
        re.fullmatch(rf"Version ({number}|not stated: as carried by .+ {number})", said) for (said,) in told.values()
    )
    assert told["CPython"][0].startswith("Version 3.14.")


def test_the_list_and_the_texts_are_the_same_each_time() -> None:
    assert list(licence_texts(ROOT).items()) == list(licence_texts(ROOT).items())


@pytest.mark.parametrize(
    ("file", "words"),
    [
        pytest.param("UK Case Review Guide.txt", "Creative Commons Attribution 4.0", id="ours"),
        pytest.param("Material for MkDocs.txt", "Permission is hereby granted, free of charge", id="the theme"),
        pytest.param("MkDocs.txt", "Redistribution and use in source and binary forms", id="MkDocs"),
        pytest.param("Pyodide.txt", "Mozilla Public License Version 2.0", id="Pyodide"),
        pytest.param("CPython.txt", "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2", id="Python"),
        pytest.param("icalendar.txt", "Redistribution and use in source and binary forms", id="icalendar"),
        pytest.param("python-dateutil.txt", "Apache License, Version 2.0", id="dateutil"),
        pytest.param("Apache License 2.0.txt", "TERMS AND CONDITIONS FOR USE", id="Apache's"),
    ],
)
def test_the_texts_are_what_they_say(file: str, words: str) -> None:
    assert words in real.licences()[file]


def test_each_wheel_that_the_calculator_carries_has_its_licence() -> None:
    """All of requirements/engine.txt but micropip, which only prepares the rest and is not carried."""
    wheels = {one.name.partition("-")[0] for one in (ROOT / ".cache" / "wheels").glob("*.whl")} - {"micropip"}
    assert wheels <= {part.text.wheel for part in _PARTS if part.text}


def test_the_site_as_built_is_bundled_whole(site: Path, tmp_path: Path) -> None:
    unpack(bundle_site(files(site), real.licences(), STAMP), tmp_path)
    assert_sums_hold(tmp_path / TOP)
    assert files(site).items() <= files(tmp_path / TOP).items()


def test_what_the_theme_carries_for_other_languages_and_for_its_makers_stays_out(site: Path) -> None:
    """Those scripts have licences of their own, which are not listed."""
    assert not list(site.rglob("lunr*"))
    assert not list(site.rglob("*.map"))
