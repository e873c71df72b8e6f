"""Everything of others that the site carries: whose each part is, which version, and where its licence's text is.

The parts themselves stand in parts.toml beside this file.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib import metadata
from pathlib import Path
from zipfile import ZipFile

from pydantic import ConfigDict, TypeAdapter, with_config

_STRICT = ConfigDict(extra="forbid")


@with_config(_STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An installed package, a wheel of requirements/engine.txt or a folder of the repository, and one file in it."""

    package: str = ""
    wheel: str = ""
    folder: str = ""
    path: str = ""  # a pattern that only this file's path matches
    says: str = ""  # an expression whose first group is a version, if the file is read for that


@with_config(_STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something of others that the site carries, and where its licence's text and its version are to be had here."""

    name: str
    what: str
    licence: str
    address: str
    spdx: str = ""  # an SPDX expression; empty for the public domain
    notice: str = ""
    text: Place | None = None
    same_text: str = ""
    version: Place | None = None
    stated: str = ""
    carried_by: str = ""
    source: str = ""  # where the source of this very version is, if its licence asks for that
    purl: str = ""
    cpe: str = ""

    @property
    def is_program(self) -> bool:
        """Return whether this is a program, and not only a text that several of them name."""
        return bool(self.version or self.stated or self.carried_by)


PARTS = TypeAdapter(tuple[Part, ...]).validate_python(
    tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["parts"]
)


def versions(root: Path) -> dict[str, str]:
    """Return the version of each part that states one, by the part's name."""
    stated = {part.name: part.stated for part in PARTS if part.stated}
    return stated | {part.name: _version(part.version, root) for part in PARTS if part.version}


def text_at(place: Place, root: Path) -> str:
    """Return the text of the one file at a place."""
    if place.package:
        (found,) = (file for path, file in _files(place.package).items() if fnmatchcase(path, place.path))
        return found.read_text(encoding="utf-8")
    if place.wheel:
        with ZipFile(_wheel(place, root)) as archive:
            (name,) = (name for name in archive.namelist() if fnmatchcase(name, place.path))
            return archive.read(name).decode()
    return (root / place.folder / place.path).read_text(encoding="utf-8")


@cache  # the theme has eleven thousand files, and several places in it are asked for
def _files(package: str) -> dict[str, metadata.PackagePath]:
    """Return the files of an installed package by path."""
    return {file.as_posix(): file for file in metadata.files(package) or ()}


@cache  # asked for the list of parts and for the page of licences
def _version(place: Place, root: Path) -> str:
    """Return a version as the file at a place says it, or that of the package or wheel itself."""
    if place.says:
        (version,) = set(re.findall(place.says, text_at(place, root)))
        return str(version).replace("_", ".")  # 5_0_3, as the name of a platform has it
    if place.package:
        return metadata.version(place.package)
    return _wheel(place, root).name.split("-")[1]


def _wheel(place: Place, root: Path) -> Path:
    """Return the wheel that a place names."""
    (wheel,) = (root / ".cache" / "wheels").glob(f"{place.wheel}-*.whl")
    return wheel
