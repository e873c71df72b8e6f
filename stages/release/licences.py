"""The licences of everything that the site carries: whose each part is, and the text as its own package gives it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import files
from typing import TYPE_CHECKING
from zipfile import ZipFile

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something of others that the site carries, and where its licence's text is to be had on this computer."""

    name: str
    what: str
    licence: str
    address: str
    installed: tuple[str, str] | None = None  # an installed package, and how its licence's path ends
    wheel: tuple[str, str] | None = None  # a wheel of requirements/engine.txt, and the like


_PARTS = (
    Part(
        name="Material for MkDocs",
        what="the look of the pages: style sheets, the page's script and the search",
        licence="MIT",
        address="https://github.com/squidfunk/mkdocs-material",
        installed=("mkdocs-material", "dist-info/licenses/LICENSE"),
    ),
    Part(
        name="Material Design Icons",
        what="the few icons drawn in every page",
        licence="Apache-2.0, with its makers' notes",
        address="https://pictogrammers.com",
        installed=("mkdocs-material", ".icons/material/LICENSE"),
    ),
    Part(
        name="MkDocs",
        what="makes the pages and the list that the search reads",
        licence="BSD-2-Clause",
        address="https://github.com/mkdocs/mkdocs",
        installed=("mkdocs", "dist-info/licenses/LICENSE"),
    ),
    Part(
        name="Pyodide",
        what="runs Python in the browser: runtime.js and wasm.js of assets/engine",
        licence="MPL-2.0",
        address="https://github.com/pyodide/pyodide",
        wheel=("micropip", "dist-info/licenses/LICENSE"),  # of the same project, under the same licence
    ),
    Part(
        name="CPython",
        what="Python itself and its standard library: wasm.js, library.js and exports.js of assets/engine",
        licence="PSF-2.0; what it takes from others is listed at https://docs.python.org/3.14/license.html",
        address="https://github.com/python/cpython",
        installed=("typing-extensions", "dist-info/licenses/LICENSE"),  # CPython's own, but for its years
    ),
    Part(
        name="icalendar",
        what="writes calendar files: in exports.js of assets/engine",
        licence="BSD-2-Clause",
        address="https://github.com/collective/icalendar",
        wheel=("icalendar", "dist-info/licenses/LICENSE.rst"),
    ),
    Part(
        name="python-dateutil",
        what="used by icalendar: in exports.js of assets/engine",
        licence="Apache-2.0 or BSD-3-Clause",
        address="https://github.com/dateutil/dateutil",
        wheel=("python_dateutil", "dist-info/licenses/LICENSE"),
    ),
    Part(
        name="tzdata",
        what="used by icalendar: in exports.js of assets/engine",
        licence="Apache-2.0",
        address="https://github.com/python/tzdata",
        wheel=("tzdata", "dist-info/licenses/LICENSE"),
    ),
    Part(
        name="Apache License 2.0",
        what="the text that several of these parts name",
        licence="Apache-2.0",
        address="https://www.apache.org/licenses/LICENSE-2.0",
        wheel=("tzdata", "licenses/LICENSE_APACHE"),
    ),
    Part(
        name="lunr",
        what="finds words: in the search worker",
        licence="MIT, copyright Oliver Nightingale",
        address="https://github.com/olivernn/lunr.js",
    ),
    Part(
        name="RxJS",
        what="in the script of Material for MkDocs",
        licence="Apache-2.0",
        address="https://github.com/ReactiveX/rxjs",
    ),
    Part(
        name="clipboard.js",
        what="in the script of Material for MkDocs",
        licence="MIT, copyright Zeno Rocha",
        address="https://github.com/zenorocha/clipboard.js",
    ),
    Part(
        name="escape-html",
        what="in the script of Material for MkDocs",
        licence="MIT, copyright TJ Holowaychuk, Andreas Lubbe and Tiancheng Gu",
        address="https://github.com/component/escape-html",
    ),
    Part(
        name="focus-visible",
        what="in the script of Material for MkDocs",
        licence="W3C software and document licence",
        address="https://github.com/WICG/focus-visible",
    ),
    Part(
        name="tslib",
        what="in the script of Material for MkDocs",
        licence="0BSD, copyright Microsoft Corporation",
        address="https://github.com/microsoft/tslib",
    ),
    Part(
        name="Emscripten and musl",
        what="what CPython and Pyodide were compiled with: in runtime.js and wasm.js of assets/engine",
        licence="MIT, and for parts the University of Illinois/NCSA licence",
        address="https://github.com/emscripten-core/emscripten",
    ),
)


def licence_texts(root: Path) -> dict[str, str]:
    """Return the files of LICENSES/ by name: ours, each text that is at hand, and a list of every part."""
    made = {"UK Case Review Guide.txt": (root / "LICENSE").read_text(encoding="utf-8")}
    for part in _PARTS:
        if text := _text_of(part, root / ".cache" / "wheels"):
            made[f"{part.name}.txt"] = text
    return {"LIST.txt": "\n\n".join([_OPENING, *(_entry(part, made) for part in _PARTS)]) + "\n"} | made


_OPENING = """What this folder carries, and under which licence.

UK Case Review Guide
  the guide and its calculators
  Code: MIT. Content: CC BY 4.0. The text is in "UK Case Review Guide.txt" beside this file."""


def _entry(part: Part, texts: dict[str, str]) -> str:
    """Return what the list says of one part."""
    file = f"{part.name}.txt"
    where = f'The text is in "{file}" beside this file.' if file in texts else "The text is at that address."
    return f"{part.name}\n  {part.what}\n  {part.licence}. {part.address}\n  {where}"


def _text_of(part: Part, wheels: Path) -> str | None:
    """Return the text of a part's licence from the package that carries it, or None if only its address is known."""
    if part.installed:
        package, ending = part.installed
        (path,) = (one for one in files(package) or () if one.as_posix().endswith(ending))
        return path.read_text(encoding="utf-8")
    if part.wheel:
        package, ending = part.wheel
        (wheel,) = wheels.glob(f"{package}-*.whl")
        with ZipFile(wheel) as archive:
            (name,) = (one for one in archive.namelist() if one.endswith(ending))
            return archive.read(name).decode()
    return None
