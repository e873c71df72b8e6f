"""The licences of everything that the site carries: whose each part is, which version, and the text as its own package gives it.

The parts themselves stand in licences.toml beside this file.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
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
    text: Place | None = None
    same_text: str = ""
    version: Place | None = None
    carried_by: str = ""


_PARTS = TypeAdapter(tuple[Part, ...]).validate_python(
    tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["parts"]
)

_OPENING = """What this folder carries, and under which licence.

UK Case Review Guide
  the guide and its calculators
  Code: MIT. Content: CC BY 4.0. The text is in "UK Case Review Guide.txt" beside this file."""


def licence_texts(root: Path) -> dict[str, str]:
    """Return the files of LICENSES/ by name: ours, each text that is at hand, and a list of every part."""
    made = {"UK Case Review Guide.txt": (root / "LICENSE").read_text(encoding="utf-8")}
    made |= {f"{part.name}.txt": _read(part.text, root) for part in _PARTS if part.text}
    versions = {part.name: _version(part.version, root) for part in _PARTS if part.version}
    return {"LIST.txt": "\n\n".join([_OPENING, *(_entry(part, versions) for part in _PARTS)]) + "\n"} | made


def _entry(part: Part, versions: dict[str, str]) -> str:
    """Return what the list says of one part."""
    lines = [part.name, part.what]
    if part.name in versions:
        lines.append(f"Version {versions[part.name]}")
    elif part.carried_by:
        lines.append(f"Version not stated: as carried by {part.carried_by} {versions[part.carried_by]}")
    lines.append(f"{part.licence}. {part.address}")
    file = part.name if part.text else part.same_text
    lines.append(f'The text is in "{file}.txt" beside this file.' if file else "The text is at that address.")
    return "\n  ".join(lines)


def _version(place: Place, root: Path) -> str:
    """Return a version as the file at a place says it, or that of the package or wheel itself."""
    if place.says:
        (version,) = set(re.findall(place.says, _read(place, root)))
        return str(version).replace("_", ".")  # 5_0_3, as the name of a platform has it
    if place.package:
        return metadata.version(place.package)
    return _wheel(place, root).name.split("-")[1]


def _read(place: Place, root: Path) -> str:
    """Return the text of the one file at a place."""
    if place.package:
        (found,) = (file for file in metadata.files(place.package) or () if fnmatchcase(file.as_posix(), place.path))
        return found.read_text(encoding="utf-8")
    if place.wheel:
        with ZipFile(_wheel(place, root)) as archive:
            (name,) = (name for name in archive.namelist() if fnmatchcase(name, place.path))
            return archive.read(name).decode()
    return (root / place.folder / place.path).read_text(encoding="utf-8")


def _wheel(place: Place, root: Path) -> Path:
    """Return the wheel that a place names."""
    (wheel,) = (root / ".cache" / "wheels").glob(f"{place.wheel}-*.whl")
    return wheel
