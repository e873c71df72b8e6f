"""The rules as the built site carries them, in its top folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jsonschema import Draft202012Validator

from calculators.register import CONTENT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Checkout


def test_the_rules_stand_in_the_site_with_their_schema(site: Path, checkout: Checkout) -> None:
    """As the command line prints them, byte for byte, and as the schema beside them says."""
    held = (site / "rules.json").read_bytes()
    assert held.decode() == checkout.run("rules", "--json").stdout.decode().replace("\r\n", "\n")
    rules = json.loads(held)
    assert rules["content"] == CONTENT
    schema = json.loads((site / "rules.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(rules)


def test_the_types_of_the_scripts_are_not_handed_over(site: Path) -> None:
    assert not list(site.rglob("*.d.ts"))
