"""Puts a rule's own words where prose names it: `{{ rule.field }}`, or `{{ edition#rule.field }}` elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.records import Direction, Edition, Kind, Reading, Rule
from stages.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

SLOT = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
NAME = re.compile(r"(?:([a-z0-9/-]+)#)?([a-z0-9-]+)\.([a-z]+)")
FIELDS = ("period", "duty", "action", "who", "words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What slots may name: each edition's rules and mentions by id."""

    rules: Mapping[str, Mapping[str, Rule]]
    mentions: Mapping[str, Mapping[str, str]]


def names(editions: tuple[Edition, ...], mentions: Mapping[str, Mapping[str, str]]) -> Names:
    """Return everything that a slot may name."""
    return Names(rules={one.id: {rule.id: rule for rule in one.rules} for one in editions}, mentions=mentions)


def fill(text: str, *, edition: str, known: Names) -> str:
    """Return `text` with its slots filled. The text must have passed `faults`."""
    return SLOT.sub(lambda slot: value(slot[1].strip(), edition=edition, known=known), text)


def faults(text: str, *, edition: str, known: Names) -> list[tuple[int, str]]:
    """Return each slot that cannot be filled: its line within `text`, counted from 0, and what to write."""
    found = []
    for slot in SLOT.finditer(text):
        try:
            value(slot[1].strip(), edition=edition, known=known)
        except LookupError as fault:
            found.append((text.count("\n", 0, slot.start()), str(fault.args[0])))
    return found


def value(name: str, *, edition: str, known: Names) -> str:
    """Return what a slot prints, or raise `LookupError` with what to write instead."""
    parts = NAME.fullmatch(name)
    if not parts:
        message = f"'{{{{ {name} }}}}' is not a slot; write {{{{ rule.period }}}} or {{{{ edition#rule.period }}}}"
        raise LookupError(message)
    where, rule_id, field = parts[1] or edition, parts[2], parts[3]
    if where not in known.rules:
        message = f"slot '{name}' names edition '{where}', which does not exist{nearest(where, known.rules)}"
        raise LookupError(message)
    if field not in FIELDS:
        message = f"slot '{name}' asks for '{field}', which rules do not have{nearest(field, FIELDS)}"
        raise LookupError(message)
    if field == "words" and rule_id in known.mentions.get(where, {}):
        return known.mentions[where][rule_id]
    if rule_id not in known.rules[where]:
        message = f"slot '{name}' names rule '{rule_id}', which {where} does not have{nearest(rule_id, [*known.rules[where], *known.mentions.get(where, {})])}"
        raise LookupError(message)
    return field_of(known.rules[where][rule_id], field)


def field_of(rule: Rule, field: str) -> str:
    """Return one field of a rule as prose has it."""
    if field == "period":
        return period_of(rule)
    if field == "words":
        return rule.words or ""
    return str(getattr(rule, field) or "")


def period_of(rule: Rule) -> str:
    """Return a rule's period; every reading's where they differ; a gap's sentence; a prompt's words."""
    if rule.kind is Kind.GAP:
        return "(this guide holds no figure)"
    if rule.kind is Kind.PROMPT:
        return rule.words or ""
    said = {str(reading.period) for reading in rule.readings}
    if len(said) == 1:
        return said.pop()
    return " or ".join(f"{reading.period} ({reading.id})" for reading in rule.readings)


def clock_words(reading: Reading, event: str) -> str:
    """Return a reading as a phrase: 'within 5 working days after the incident'."""
    match reading.direction:
        case Direction.AFTER:
            return f"within {reading.period} after {event}"
        case Direction.FROM_AND_INCLUDING:
            return f"within {reading.period} from and including {event}"
        case Direction.BEFORE:
            return f"at least {reading.period} before {event}"
        case Direction.KEPT:
            return f"kept for at least {reading.period} from {event}"
        case Direction.WINDOW:
            return f"any date in the {reading.period} before {event}"
