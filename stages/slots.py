"""Puts a rule's own words where prose names it: `{{ rule.field }}`, or `{{ edition#rule.field }}` elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calculators.records import Kind
from stages.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.records import Edition, Rule

SLOT = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
NAME = re.compile(r"(?:([a-z0-9/-]+)#)?([a-z0-9-]+)\.([a-z]+)")
FIELDS = ("period", "duty", "action", "who", "words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What slots may name: each edition's rules and mentions by id."""

    rules: Mapping[str, Mapping[str, Rule | None]]  # None for a rule that is written but cannot be compiled
    mentions: Mapping[str, Mapping[str, str]]


def names(
    editions: tuple[Edition, ...],
    mentions: Mapping[str, Mapping[str, str]],
    unsound: Mapping[str, frozenset[str]] | None = None,
) -> Names:
    """Return everything that a slot may name."""
    rules = {
        one.id: {rule.id: rule for rule in one.rules} | dict.fromkeys((unsound or {}).get(one.id, ()))
        for one in editions
    }
    return Names(rules=rules, mentions=mentions)


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
    rule = known.rules[where][rule_id]
    return field_of(rule, field) if rule else ""


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


def filled(edition: Edition, known: Names) -> Edition:
    """Return the edition with the slots in its rules' sentences filled, as the calculators will say them."""

    def sure(text: str) -> str:
        return fill(text, edition=edition.id, known=known)

    def said(text: str | None) -> str | None:
        return sure(text) if text else text

    return replace(
        edition,
        rules=tuple(
            replace(
                rule,
                action=fill(rule.action, edition=edition.id, known=known),
                words=said(rule.words),
                notes=tuple(fill(note, edition=edition.id, known=known) for note in rule.notes),
                readings=tuple(
                    replace(reading, note=said(reading.note), applies_when=said(reading.applies_when))
                    for reading in rule.readings
                ),
            )
            for rule in edition.rules
        ),
        tests=tuple(
            replace(
                test,
                question=sure(test.question),
                outcome=sure(test.outcome),
                limbs=tuple(replace(limb, text=sure(limb.text)) for limb in test.limbs),
                definitions={fact: sure(text) for fact, text in test.definitions.items()},
                either_says=said(test.either_says),
                notes=tuple(map(sure, test.notes)),
            )
            for test in edition.tests
        ),
    )
