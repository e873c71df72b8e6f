"""The house keeps its shape: no room stands on one above it, others come in by the door, and what is private says so."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.house import doors, drawn, floors, imports, inside, is_package, modules, room_of, stands_on

ROOT = Path(__file__).parents[1]
PACKAGES = sorted(room for room in stands_on() if is_package(room))
STARTED = {"calculators.__main__": {"main"}}  # by pyproject.toml


def test_no_room_stands_on_one_above_it() -> None:
    """Whoever is imported lies lower, so there is no circle among the rooms."""
    assert floors(dict(stands_on()))


@pytest.mark.parametrize("room", PACKAGES)
def test_no_circle_within_a_room(room: str) -> None:
    assert floors(inside(room))


def test_the_calculators_know_nothing_of_the_stages() -> None:
    assert not [
        module
        for module, imported in imports().items()
        if module.startswith("calculators") and any(other.startswith("stages") for other in imported)
    ]


@pytest.mark.parametrize("room", PACKAGES)
def test_others_come_in_by_the_door(room: str) -> None:
    """From outside, a package is imported under its own name alone, and for what its `__all__` names."""
    for module, imported in imports().items():
        if room_of(module) != room:
            beyond = {other for other in imported if room_of(other) == room and other != room}
            assert not beyond, f"{module} goes past the door of {room}"
            assert imported.get(room, frozenset()) <= doors(room), f"{module} takes what {room} does not offer"


@pytest.mark.parametrize("module", sorted(modules().keys() - {"build"}))  # the recipe is read from top to bottom
def test_what_no_other_module_uses_is_private(module: str) -> None:
    """A function that only its own module and tests call begins with an underscore."""
    functions = {node.name for node in modules()[module].body if isinstance(node, ast.FunctionDef)}
    public = {name for name in functions if not name.startswith("_")}
    assert public - used()[module] - STARTED.get(module, set()) == set()


@cache
def used() -> dict[str, set[str]]:
    """Return, for each module, the names that others take: imported from it, or through it where it is imported whole."""
    found: dict[str, set[str]] = {module: set() for module in modules()}
    for other, tree in modules().items():
        for module, names in imports()[other].items():
            found[module] |= names
        whole = {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
            for alias in node.names if f"{node.module}.{alias.name}" in found
        }  # fmt: skip
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in whole:
                found[whole[node.value.id]].add(node.attr)
    return found


def test_contributing_shows_the_house_as_it_is() -> None:
    """Between its two marks stands what `python -m tests.house` prints."""
    shown = re.search(
        r"```text\n<!-- house: begin -->\n(.*?)\n<!-- house: end -->\n```",
        (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert shown, "CONTRIBUTING.md has lost its marks"
    assert shown[1] == drawn(), (
        "run `python -m tests.house` and put what it prints between the marks of CONTRIBUTING.md"
    )
