"""What is handed on: a note, sums that hold, the list of parts and the licences in the site itself; one zip of it, the same bytes again."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from stages.release.bundle import _NOTE, _SUMS, _SUMS_SCRIPT, Bundle, Stamp, _note, bundle_site, completed
from stages.release.compressor import deflated, gzipped

if TYPE_CHECKING:
    from collections.abc import Mapping

PYODIDE = Path(__file__).parents[2] / "node_modules" / "pyodide"
STAMP = Stamp(release="1.2.3", content="abcdef0123456789", checked="2026-11-21", review_by="2027-02-21")
SITE = {"index.html": b"<!doctype html>", "guide/a page.html": "Môn".encode(), "assets/a.js": b"1;\n" * 1000}
TEXTS = {"LIST.txt": "What this folder carries\n", "A.txt": "Licence of A\n"}


def whole(site: Mapping[str, bytes] = SITE, texts: Mapping[str, str] = TEXTS) -> dict[str, bytes]:
    """Return a whole site."""
    return dict(site) | completed(site, licences=texts, parts_list="{}\n", stamp=STAMP)


def bundled(site: Mapping[str, bytes] = SITE, texts: Mapping[str, str] = TEXTS) -> Bundle:
    """Return a whole site as one zip."""
    return bundle_site(whole(site, texts), release=STAMP.release)


@pytest.fixture
def extracted(tmp_path: Path) -> Path:
    """Return the folder that somebody gets who extracts the zip."""
    bundle = bundled()
    unpack(bundle.archive, tmp_path)
    return tmp_path / bundle.name


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


def test_everything_lies_in_one_folder_that_names_the_release_and_its_content(tmp_path: Path) -> None:
    bundle = bundled()
    unpack(bundle.archive, tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == [bundle.name]
    assert re.fullmatch(r"uk-case-review-guide-1\.2\.3-[0-9a-f]{12}", bundle.name)
    assert sha256((tmp_path / bundle.name / _SUMS).read_bytes()).hexdigest().startswith(bundle.name[-12:])


def test_the_folder_holds_the_site_as_it_was_and_what_goes_with_it(extracted: Path) -> None:
    held = files(extracted)
    assert {path: held[path] for path in SITE} == SITE
    assert set(held) - set(SITE) == {
        _NOTE, _SUMS, _SUMS_SCRIPT, "sbom.cdx.json", "LICENSES/LIST.txt", "LICENSES/A.txt",
    }  # fmt: skip


def test_every_file_has_its_sum(extracted: Path) -> None:
    assert_sums_hold(extracted)


def test_the_script_for_the_page_has_the_sums_of_all_but_itself_and_the_list(extracted: Path) -> None:
    script = (extracted / _SUMS_SCRIPT).read_text(encoding="ascii")
    told = json.loads(script.removeprefix("window.CaseReviewSums = ").removesuffix(";\n"))
    held = {path: sha256(data).hexdigest() for path, data in files(extracted).items()}
    assert told == {path: digest for path, digest in held.items() if path not in {_SUMS, _SUMS_SCRIPT}}


def test_the_same_files_give_the_same_bytes_in_whatever_order_they_come() -> None:
    assert bundled() == bundled(dict(reversed(SITE.items())), dict(reversed(TEXTS.items())))


def test_another_file_gives_another_name_and_other_bytes() -> None:
    one, other = bundled(), bundled(SITE | {"index.html": b"<!doctype html> "})
    assert one.name != other.name
    assert one.archive != other.archive


@pytest.mark.slow
def test_the_zip_is_compressed_and_holds_the_same_files(tmp_path: Path) -> None:
    bundle = bundled()
    packed = deflated(bundle.archive, pyodide=PYODIDE)
    assert len(packed) < len(bundle.archive)
    with ZipFile(BytesIO(packed)) as archive:
        assert {file.compress_type for file in archive.infolist()} == {ZIP_DEFLATED}
        assert {file.date_time for file in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        archive.extractall(tmp_path)
    assert files(tmp_path / bundle.name) == whole()


@pytest.mark.slow
def test_a_compressed_file_is_the_same_whatever_python_asked_for_it(tmp_path: Path) -> None:
    """Python 3.13's own gzip writes another byte 9 than 3.12's, and another zlib packs otherwise: Pyodide's does both here.

    The bytes are those of RFC 1952: no name, no time, deflate at its best, "unknown" for the system.
    """
    once = gzipped({"a": b"1;\n" * 1000}, pyodide=PYODIDE, cache=tmp_path / "once")["a"]
    assert once[:10] == bytes.fromhex("1f8b 08 00 00000000 02 ff")
    assert gzipped({"a": b"1;\n" * 1000, "b": b""}, pyodide=PYODIDE, cache=tmp_path / "twice")["a"] == once


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
        pytest.param("sha256sum --quiet -c SHA256SUMS", id="how to check the sums"),
        pytest.param("(Get-FileHash -LiteralPath $f).Hash -ne $s", id="how to check the sums on Windows, in one line"),
    ],
)
def test_the_note_says(words: str, extracted: Path) -> None:
    assert words in (extracted / _NOTE).read_bytes().decode("ascii")


def test_the_site_as_built_is_whole_and_is_bundled_whole(site: Path, tmp_path: Path) -> None:
    assert_sums_hold(site)
    bundle = bundle_site(files(site), release=STAMP.release)
    unpack(bundle.archive, tmp_path)
    assert files(tmp_path / bundle.name) == files(site)


def test_what_the_theme_carries_for_other_languages_and_for_its_makers_stays_out(site: Path) -> None:
    """Those scripts have licences of their own, which are not listed."""
    assert not list((site / "assets").rglob("lunr*"))
    assert not list(site.rglob("*.map"))


@pytest.mark.parametrize("start", ["gc SHA256SUMS", "sha256sum", "shasum"])
def test_the_page_that_checks_the_copy_has_the_note_s_commands(start: str) -> None:
    note = _note(STAMP).replace("\r\n", "\n")
    (command,) = (
        line.strip() for line in re.findall(rf"(?m)(?:^| ){re.escape(start)}.*$", note) if "SHA256SUMS" in line
    )
    page = (PYODIDE.parents[1] / "docs" / "about" / "self-check.md").read_text(encoding="utf-8")
    assert f"```\n{command}\n```" in page
