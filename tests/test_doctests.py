"""The examples in the calculators' docstrings run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import calculators

MODULES = [
    module.name
    for module in pkgutil.walk_packages(calculators.__path__, "calculators.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    """Each module's examples come to what they say."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0
