"""The list of parts for programs: a CycloneDX 1.6 file that scanners match against known vulnerabilities."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from stages.release.parts import PARTS, versions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from stages.release.parts import Part

_GUIDE = "uk-case-review-guide"
_NOT_STATED = "not stated"


def parts_list(root: Path, *, release: str, content: str) -> str:
    """Return the CycloneDX file, as JSON, of the guide at this release with this content hash. The same parts, the same bytes."""
    told = versions(root)
    programs = [part for part in PARTS if part.is_program]
    listed = {
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": _GUIDE,
                "name": _GUIDE,
                "version": release,
                "description": "UK Case Review Guide: static pages, with calculators that run in the browser",
                "licenses": [{"expression": "MIT AND CC-BY-4.0"}],
                "properties": [{"name": "guide:content-hash", "value": content}],
            }
        },
        "components": [_component(part, told) for part in programs],
        "dependencies": [
            {"ref": name, "dependsOn": sorted(part.name for part in programs if part.carried_by == carrier)}
            for name, carrier in [(_GUIDE, ""), *((part.name, part.name) for part in programs)]
        ],
        # Material, Pyodide and Emscripten state no versions of some parts, and may bring small ones that we do not know of.
        "compositions": [{"aggregate": "incomplete", "assemblies": [_GUIDE]}],
    }
    serial = uuid5(NAMESPACE_URL, json.dumps(listed, sort_keys=True))
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{serial}", "version": 1}
    return json.dumps(head | listed, indent=1, ensure_ascii=False) + "\n"


def _component(part: Part, told: Mapping[str, str]) -> dict[str, Any]:
    """Return one part as CycloneDX words it. One that states no version says so, and is found by what brings it."""
    version = told.get(part.name)
    made: dict[str, Any] = {"type": "library", "bom-ref": part.name, "name": part.name}
    if version:
        made["version"] = version
    made["description"] = part.what
    made["licenses"] = [{"expression": part.spdx} if part.spdx else {"license": {"name": part.licence}}]
    if part.notice:
        made["copyright"] = part.notice.strip()
    if part.cpe and version:
        made["cpe"] = f"cpe:2.3:a:{part.cpe}:{version}:*:*:*:*:*:*:*"
    if part.purl:
        made["purl"] = f"{part.purl}@{version}" if version else part.purl
    made["externalReferences"] = [{"type": "website", "url": part.address}]
    if not version:
        made["properties"] = [
            {"name": "guide:version", "value": _NOT_STATED},
            {"name": "guide:carried-by", "value": f"{part.carried_by} {told[part.carried_by]}"},
        ]
    return made
