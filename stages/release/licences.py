"""The licences of everything that the site carries, each text in full, and a list of whose each part is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stages.release.parts import PARTS, text_at, versions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from stages.release.parts import Part

_OPENING = """What this folder carries, and under which licence. sbom.cdx.json says the same to programs (CycloneDX).

UK Case Review Guide
  the guide and its calculators
  Code: MIT. Content: CC BY 4.0. The text is in "UK Case Review Guide.txt" beside this file."""


def licence_texts(root: Path) -> dict[str, str]:
    """Return the files of LICENSES/ by name: ours, the text of every part, and a list of them."""
    made = {"UK Case Review Guide.txt": (root / "LICENSE").read_text(encoding="utf-8")}
    made |= {f"{part.name}.txt": _text(part, root) for part in PARTS if part.text}
    told = versions(root)
    return {"LIST.txt": "\n\n".join([_OPENING, *(_entry(part, told) for part in PARTS)]) + "\n"} | made


def _text(part: Part, root: Path) -> str:
    """Return the licence of a part, with the notice that it goes with where the text is one that several share."""
    words = text_at(part.text, root) if part.text else ""
    return f"{part.notice.strip()}\n\n{words}" if part.notice else words


def _entry(part: Part, told: Mapping[str, str]) -> str:
    """Return what the list says of one part."""
    lines = [part.name, part.what]
    if part.name in told:
        lines.append(f"Version {told[part.name]}")
    elif part.carried_by:
        lines.append(f"Version not stated: as carried by {part.carried_by} {told[part.carried_by]}")
    lines.append(f"{part.licence}. {part.address}")
    if part.source:
        lines.append(f"Source of this version: {part.source.format(version=told[part.name])}")
    lines.append(f'The text is in "{part.name if part.text else part.same_text}.txt" beside this file.')
    return "\n  ".join(lines)
