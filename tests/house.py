"""The house as its imports draw it: which room stands on which, read from the code itself.

`python -m tests.house` prints the floors as CONTRIBUTING.md shows them. A room is a package of stages/ or calculators/, or
a module that lies directly in one of the two. An import counts wherever it stands, those for types alone too.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOUSE = ("calculators", "stages")
ELSEWHERE = "stages/release/runtime/*.py"  # run inside Pyodide, alone


@cache
def modules() -> dict[str, ast.Module]:
    """Return every module of the house by its dotted name; a package goes by its own."""
    files = [file for top in HOUSE for file in sorted((ROOT / top).rglob("*.py")) if not file.match(ELSEWHERE)]
    return {_name_of(file): ast.parse(file.read_text(encoding="utf-8")) for file in [*files, ROOT / "build.py"]}


def _name_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports() -> dict[str, dict[str, frozenset[str]]]:
    """Return, for each module, the modules of the house that it imports from, with the names taken from each."""
    return {module: _imports_of(tree) for module, tree in modules().items()}


def _imports_of(tree: ast.Module) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in HOUSE:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                module, name = (inner, frozenset()) if inner in modules() else (node.module, frozenset({alias.name}))
                found[module] = found.get(module, frozenset()) | name
        elif isinstance(node, ast.Import):
            found |= {alias.name: frozenset() for alias in node.names if alias.name.split(".")[0] in HOUSE}
    return found


def room_of(module: str) -> str:
    """Return the room in which a module stands: 'stages.checks' for 'stages.checks.rules'."""
    return ".".join(module.split(".")[:2])


def is_package(room: str) -> bool:
    """Return whether a room is a package, with a door; the two wings themselves have none."""
    return "." in room and (ROOT / room.replace(".", "/") / "__init__.py").is_file()


def doors(room: str) -> frozenset[str]:
    """Return the names that a package's door offers."""
    (names,) = (node.value for node in modules()[room].body if isinstance(node, ast.Assign))
    return frozenset(ast.literal_eval(names))


@cache
def stands_on() -> dict[str, frozenset[str]]:
    """Return, for each room, the other rooms that it imports from."""
    found: dict[str, set[str]] = {room_of(module): set() for module in modules()}
    for module, imported in imports().items():
        found[room_of(module)] |= {room_of(other) for other in imported} - {room_of(module)}
    return {room: frozenset(others) for room, others in found.items()}


def floors(graph: dict[str, frozenset[str]]) -> list[list[str]]:
    """Return the nodes of a graph by floor, each as low as what it stands on allows; raise `ValueError` for a circle."""
    placed: dict[str, int] = {}
    while len(placed) < len(graph):
        ready = [node for node, below in graph.items() if node not in placed and below <= placed.keys()]
        if not ready:
            circle = ", ".join(sorted(graph.keys() - placed.keys()))
            message = f"these import each other in a circle, or stand on one: {circle}"
            raise ValueError(message)
        placed |= {node: 1 + max((placed[below] for below in graph[node]), default=0) for node in ready}
    return [
        sorted(node for node, floor in placed.items() if floor == level) for level in range(1, max(placed.values()) + 1)
    ]


def inside(room: str) -> dict[str, frozenset[str]]:
    """Return the imports among the modules of one package, its door left out."""
    own = {module for module in modules() if module.startswith(f"{room}.")}
    return {module: frozenset(other for other in imports()[module] if other in own) for module in own}


def drawn() -> str:
    """Return the floors in words, the top one first, each room with the rooms that it stands on."""
    levels = floors(dict(stands_on()))
    lines = [
        f"{len(stands_on())} rooms on {len(levels)} floors, {sum(map(len, stands_on().values()))} arrows, no circle.",
        "",
    ]
    for number, level in reversed(list(enumerate(levels, 1))):
        for room in level:
            below = ", ".join(sorted(stands_on()[room])) or "nothing of ours"
            lines.append(f"{number}  {room} ─> {below}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(drawn())  # noqa: T201 - printing is what this is for
