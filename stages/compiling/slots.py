"""Puts a rule's own words where prose names it: `{{ rule.field }}`, or `{{ edition#rule.field }}` elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calculators.records import Kind
from calculators.wording import NO_FIGURE
from stages.problems import nearest
from stages.schema import MentionBlock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.records import Edition, Rule
    from stages.reading import Content

_SLOT = re.compile(r"\{\{([^{}]*)\}\}")
_SINGLE = re.compile(r"(?<!\{)\{\s*[a-z0-9/#-]+\.(?:period|duty|action|who|words)\s*\}(?!\})")
HALF = re.compile(r"\{\{|\}\}")
_NAME = re.compile(r"(?:([a-z0-9/-]+)#)?([a-z0-9-]+)\.([a-z]+)")
_FIELDS = ("period", "duty", "action", "who", "words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What slots may name: each edition's rules and mentions by id."""

    rules: Mapping[str, Mapping[str, Rule | None]]  # None for a rule that is written but cannot be compiled
    mentions: Mapping[str, Mapping[str, str]]
    lost: frozenset[str] = frozenset()  # editions that could not be read, or not wholly: they may hold any name


def names_of(
    editions: tuple[Edition, ...],
    mentions: Mapping[str, Mapping[str, str]],
    unsound: Mapping[str, frozenset[str]] | None = None,
    lost: frozenset[str] = frozenset(),
) -> Names:
    """Return everything that a slot may name."""
    rules = {
        edition.id: {rule.id: rule for rule in edition.rules} | dict.fromkeys((unsound or {}).get(edition.id, ()))
        for edition in editions
    }
    return Names(rules=rules, mentions=mentions, lost=lost)


def with_own(known: Names, edition: str, words: Mapping[str, str]) -> Names:
    """Return `known` with mentions that one page has beside those of the edition under it."""
    held = {**known.mentions.get(edition, {}), **words}
    return replace(known, mentions={**known.mentions, edition: held}) if words else known


def fill(text: str, *, edition: str, known: Names) -> str:
    """Return `text` with its slots filled. The text must have passed `faults`."""
    return _SLOT.sub(lambda slot: _value(slot[1].strip(), edition=edition, known=known), text)


def faults(text: str, *, edition: str, known: Names) -> list[tuple[int, str]]:
    """Return each slot that cannot be filled: its line within `text`, counted from 0, and what to write."""
    found = []
    for slot in _SLOT.finditer(text):
        try:
            _value(slot[1].strip(), edition=edition, known=known)
        except LookupError as fault:
            found.append((text.count("\n", 0, slot.start()), str(fault.args[0])))
        if text[: slot.start()].endswith("{") or text[slot.end() :].startswith("}"):
            found.append(
                (text.count("\n", 0, slot.start()), f"'{slot[0]}' stands in a brace more; a slot has two on each side")
            )
    rest = without(text)
    for single in _SINGLE.finditer(rest):
        message = f"'{single[0]}' has one brace on each side; a slot has two, as in {{{{ rule.period }}}}"
        found.append((rest.count("\n", 0, single.start()), message))
    for half in HALF.finditer(rest):
        message = f"'{half[0]}' is half a slot; a slot is {{{{ rule.period }}}}, with two braces on each side"
        found.append((rest.count("\n", 0, half.start()), message))
    return found


def without(text: str) -> str:
    """Return `text` with its slots taken out and its lines kept."""
    return _SLOT.sub(lambda slot: " " + "\n" * slot[0].count("\n"), text)


def named_in(text: str, *, edition: str) -> set[tuple[str, str]]:
    """Return the edition and the rule or mention that each slot of `text` names."""
    parts = (_NAME.fullmatch(slot[1].strip()) for slot in _SLOT.finditer(text))
    return {(slot_parts[1] or edition, slot_parts[2]) for slot_parts in parts if slot_parts}


def _value(name: str, *, edition: str, known: Names) -> str:
    """Return what a slot prints, or raise `LookupError` with what to write instead."""
    parts = _NAME.fullmatch(name)
    if not parts:
        message = f"'{{{{ {name} }}}}' is not a slot; write {{{{ rule.period }}}} or {{{{ edition#rule.period }}}}"
        raise LookupError(message)
    where, rule_id, field = parts[1] or edition, parts[2], parts[3]
    if where in known.lost and rule_id not in known.rules.get(where, {}):
        return ""  # the mistake that keeps it from being read is told elsewhere
    if where not in known.rules:
        message = f"slot '{name}' names edition '{where}', which does not exist{nearest(where, known.rules)}"
        raise LookupError(message)
    if field not in _FIELDS:
        message = f"slot '{name}' asks for '{field}', which rules do not have{nearest(field, _FIELDS)}"
        raise LookupError(message)
    if rule_id in known.mentions.get(where, {}):
        return _mentioned(name, rule_id, field, known.mentions[where])
    if rule_id not in known.rules[where]:
        held = [*known.rules[where], *known.mentions.get(where, {})]
        near = nearest(rule_id, held) if held else ""
        raise LookupError(f"slot '{name}' names rule '{rule_id}', which {where} does not have{near}")
    rule = known.rules[where][rule_id]
    return _printable(name, _field_of(rule, field), field) if rule else ""


def _mentioned(name: str, mention: str, field: str, held: Mapping[str, str]) -> str:
    """Return the words of a mention, or raise `LookupError` if a slot asks it for anything else."""
    if field != "words":
        raise LookupError(
            f"slot '{name}' asks a mention for its '{field}'; it has only words: {{{{ {mention}.words }}}}"
        )
    return _printable(name, held[mention], field)


def _printable(name: str, said: str, field: str) -> str:
    """Return what a slot prints, or raise `LookupError` if that is nothing, or has a slot in it."""
    if not said:
        raise LookupError(
            f"slot '{name}' asks for a '{field}' that this rule has not; ask for its period, action or who"
        )
    if "{{" in said:
        raise LookupError(f"slot '{name}' would print a text that has a slot in it; name what that slot names instead")
    return said


def _field_of(rule: Rule, field: str) -> str:
    """Return one field of a rule as prose has it; nothing if the rule has none."""
    return period_of(rule) if field == "period" else str(getattr(rule, field) or "")


def period_of(rule: Rule) -> str:
    """Return a rule's period; every reading's where they differ; a gap's sentence; a prompt's words."""
    if rule.kind is Kind.GAP:
        return f"({NO_FIGURE.lower()})"
    if rule.kind is Kind.PROMPT:
        return rule.words or ""
    said = {str(reading.period) for reading in rule.readings}
    if len(said) == 1:
        return said.pop()
    return " or ".join(f"{reading.period} ({reading.label})" for reading in rule.readings)


def filled(edition: Edition, known: Names) -> Edition:
    """Return the edition with the slots in its rules' sentences filled, as the calculators will say them."""

    def sure(text: str) -> str:
        return fill(text, edition=edition.id, known=known)

    def said(text: str | None) -> str | None:
        return sure(text) if text else text

    return replace(
        edition,
        coverage_note=sure(edition.coverage_note),
        working_day_note=sure(edition.working_day_note),
        transition=said(edition.transition),
        rules=tuple(
            replace(
                rule,
                action=sure(rule.action),
                who=sure(rule.who),
                words=said(rule.words),
                notes=tuple(map(sure, rule.notes)),
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
                who=sure(test.who),
                question=sure(test.question),
                outcome=sure(test.outcome),
                limbs=tuple(replace(limb, text=sure(limb.text)) for limb in test.limbs),
                definitions={fact: sure(text) for fact, text in test.definitions.items()},
                either_says=said(test.either_says),
                either_asks=said(test.either_asks),
                either_name=said(test.either_name),
                notes=tuple(map(sure, test.notes)),
            )
            for test in edition.tests
        ),
    )


def mentions(content: Content) -> dict[str, dict[str, str]]:
    """Return each edition's mentions: lengths of time that start no clock."""
    return {
        edition.id: {mention.id: mention.words for _, mention in edition.records(MentionBlock)}
        for edition in content.editions
    }
