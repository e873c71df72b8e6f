"""What a rule or test says, thing by thing, in words that can be set beside another edition's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from calculators.records import AllOf, AnyOf, Is, Kind, Met, Not, Rule, Shape, Test
from calculators.wording import NO_FIGURE, clock_words, event_words, prompt_words, restated_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from calculators.records import Citation, Condition, Edition
    from stages.schema import EventBlock

Told: TypeAlias = Rule | Test


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The vocabulary in which differences are said."""

    events: Mapping[str, EventBlock]
    bodies: Mapping[str, str]


def statements(told: Told, edition: Edition, words: Words) -> Iterator[tuple[str, str]]:
    """Yield each thing that a rule or test says: a label, and its words; nothing where it is silent."""
    if isinstance(told, Rule):
        yield "When", when(told, words)
        yield "What", told.action
        yield "To whom", "; ".join(words.bodies[body] for body in told.to)
        citations = [told.citation, *(reading.citation for reading in told.readings)]
    else:
        yield "Asks for", asked(told)
        yield "Question", told.question
        yield "Limbs", " ".join(limb.text for limb in told.limbs)
        yield "Then", told.outcome
        citations = [told.citation, *(limb.citation for limb in told.limbs)]
    yield "Duty", told.duty or ""
    yield "Who", told.who
    yield "Source", "; ".join(dict.fromkeys(_place(each, edition) for each in citations))


def when(rule: Rule, words: Words) -> str:
    """Return a rule's clock in words: every reading of it, a prompt's own words first, or that no figure is held."""
    if rule.kind is Kind.GAP:
        return NO_FIGURE.lower()
    told = [
        clock_words(reading.period, reading.direction, event_words(words.events[reading.event], reading.direction))
        + (f" (when {reading.applies_when})" if reading.applies_when else "")
        for reading in rule.readings
    ]
    if rule.kind is Kind.PROMPT:
        labels = [reading.label for reading in rule.readings]
        return prompt_words(rule.words or "", list(zip(told, labels, strict=True)))
    return ", or ".join(told)


def asked(test: Test) -> str:
    """Return the facts that a test asks for, and how they make its outcome."""
    how = {Shape.ALL: "all of", Shape.ANY: "any of", Shape.FACTORS: "to be weighed", Shape.CHOICE: "to be weighed"}
    return f"{how[test.shape]}: {'; '.join(_condition_words(limb.when) for limb in test.limbs)}"


def _condition_words(condition: Condition) -> str:
    """Return a condition over facts by their names: 'child died or (seriously harmed and not looked after)'."""
    match condition:
        case Is(fact, presumed):
            return fact.replace("-", " ") + (" (presumed)" if presumed else "")
        case Not(part):
            return f"not {_condition_words(part)}"
        case AllOf(parts):
            return f"({' and '.join(map(_condition_words, parts))})"
        case AnyOf(parts):
            return f"({' or '.join(map(_condition_words, parts))})"
        case Met(test):
            return f"the test {test} is met"
        case _:
            return f"{condition.event} has happened"


def _place(citation: Citation, edition: Edition) -> str:
    """Return where a rule stands, and through what it is known."""
    via = f" (as {restated_words(edition.sources[citation.via].title)})" if citation.via else ""
    return f"{edition.sources[citation.ref].title}, {citation.place}{via}"
