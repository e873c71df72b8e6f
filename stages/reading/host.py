"""Reads content/host.yml, in which whoever runs a copy says who they are; a copy need not have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stages.reading.validation import read
from stages.reading.yaml_document import parse_file
from stages.schema import HostBlock

if TYPE_CHECKING:
    from pathlib import Path

    from stages.problems import Problem


def read_host(root: Path) -> tuple[HostBlock | None, list[Problem]]:
    """Return what the host says in `root` (content/), none if nothing, with every problem met."""
    if not (root / "host.yml").is_file():
        return None, []
    block, problems = parse_file(root, "host")
    if block is None:
        return None, problems
    host = read(block, HostBlock)
    return (None, [*problems, *host]) if isinstance(host, list) else (host, problems)
