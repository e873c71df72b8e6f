"""The page that helps somebody with the text in hand to fill an edition's gaps: questions, and the lines to paste."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from calculators.records import Duty, Kind
from calculators.typed import RUNS, UNITS

if TYPE_CHECKING:
    from jinja2 import Environment

    from calculators.records import Edition, Rule
    from stages.guide import Guide


def complete_pages(guide: Guide, templates: Environment) -> dict[str, str]:
    """Return a page for each edition with gaps, by path under docs/guide/."""
    return {
        f"complete/{edition.id.replace('/', '-')}.md": templates.get_template("complete.md.j2").render(
            edition=edition,
            root="../../",
            gaps=gaps,
            units=list(UNITS),
            runs=list(RUNS),
            duties=list(Duty),
            skeleton=_figures_skeleton(edition, gaps),
            blocks={rule.id: _block(rule) for rule in gaps},
        )
        for edition in guide.editions
        if (gaps := _gaps_of(edition))
    }


def _gaps_of(edition: Edition) -> tuple[Rule, ...]:
    """Return the gaps of an edition, in its order."""
    return tuple(rule for rule in edition.rules if rule.kind is Kind.GAP)


def _figures_skeleton(edition: Edition, gaps: tuple[Rule, ...]) -> str:
    """Return a figures file with everything that is known before the text is read; what is empty is to be written."""
    head = {
        "format": 1, "kind": "figures", "edition": edition.id, "supplied_by": "", "role": "", "read_on": "",
        "source": edition.guidance,
    }  # fmt: skip
    lines = [
        json.dumps(
            {"fills": rule.id, "length": 0, "unit": "", "runs": "", "event": rule.event or "", "duty": "", "place": ""},
            ensure_ascii=False,
        )
        for rule in gaps
    ]
    opening = json.dumps(head, ensure_ascii=False, indent=1).rstrip("}\n")
    joined = ",\n  ".join(lines)
    return f'{opening},\n "figures": [\n  {joined}\n ]\n}}'


def _block(rule: Rule) -> str:
    """Return the block that an editor writes in place of a gap once she has read the text."""
    to = f"to: [{', '.join(rule.to)}]\n" if rule.to else ""
    duty = rule.duty or "must, should, expected or may"
    return (
        f"id: {rule.id}\naction: {json.dumps(rule.action, ensure_ascii=False)}\nwho: {rule.who}\n{to}duty: {duty}\n"
        f"within: … working days\nafter: {rule.event or '…'}\nsource: {{ref: …, place: paragraph …}}"
    )
