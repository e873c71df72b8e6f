"""Everything that is held, as the two files in the site's top folder that other programs read."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

from calculators.files import rules_payload
from stages.compiling import tables_of
from stages.contracts.rules_schema import rules_schema

if TYPE_CHECKING:
    from stages.guide import Guide


def rules_files(guide: Guide, *, content: str) -> dict[str, str]:
    """Return rules.json, as `python -m calculators rules --json` prints it, and its schema, by file name.

    `content` is the hash of the compiled rules.
    """
    tables = tables_of(guide.content, guide.editions, guide.figures)
    held = rules_payload(content=content, **{field.name: getattr(tables, field.name) for field in fields(tables)})
    return {
        "rules.json": json.dumps(held) + "\n",
        "rules.schema.json": json.dumps(rules_schema(), indent=2) + "\n",
    }
