"""What a rule or test says, thing by thing, in words that can be set beside another edition's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from calculators.records import Kind, Rule, Shape, Test
from calculators.wording import NO_FIGURE, clock_words, event_words, prompt_words, restated_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from calculators.records import Citation, Edition, Reading
    from stages.schema import EventBlock

Told: TypeAlias = Rule | Test

_HOW = {
    Shape.ALL: "Every one of these holds",
    Shape.ANY: "Any one of these holds",
    Shape.FACTORS: "These are weighed",
    Shape.CHOICE: "These are weighed",
}
_STATUTE_BOOK = "legislation.gov.uk"  # the publisher of every Act and of every set of regulations


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The vocabulary in which differences are said."""

    events: Mapping[str, EventBlock]
    bodies: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a rule or test says, in words (none where it is silent), and whether it is law that says so."""

    words: str
    law: bool


def in_law(edition: Edition, citation: Citation) -> bool:
    """Return whether something stands in an Act or in regulations; if not, it stands in guidance or beneath it."""
    return edition.sources[citation.ref].publisher == _STATUTE_BOOK


def statements(told: Told, edition: Edition, words: Words) -> Iterator[tuple[str, Statement]]:
    """Yield each thing that a rule or test says: a label, and what it says.

    Where the limit's force is another than the duty's, the limit is the guidance's and the duty the statute's.
    """
    law = in_law(edition, told.citation)
    if isinstance(told, Rule):
        apart = told.time_duty is not None and told.time_duty != told.duty
        yield "When", Statement(words=_when(told, words), law=law)
        yield "What", Statement(words=told.action, law=law)
        yield "To whom", Statement(words="; ".join(words.bodies[body] for body in told.to), law=law)
        yield "Duty", Statement(words=told.duty or "", law=law or apart)
        force = (told.time_duty or told.duty or "") if told.readings else ""
        yield "Within the time", Statement(words=force, law=law and not apart)
        citations = [told.citation, *(reading.citation for reading in told.readings)]
    else:
        yield "Asks for", Statement(words=_asked(told), law=law)
        yield "Question", Statement(words=told.question, law=law)
        yield "Then", Statement(words=told.outcome, law=law)
        yield "Duty", Statement(words=told.duty or "", law=law)
        citations = [told.citation, *(limb.citation for limb in told.limbs)]
    yield "Who", Statement(words=told.who, law=law)
    places = "; ".join(dict.fromkeys(_place(each, edition) for each in citations))
    yield "Source", Statement(words=places, law=law)


def main_words(told: Told, words: Words) -> str:
    """Return what a rule or test says above all: its clock, or what it asks for."""
    return _when(told, words) if isinstance(told, Rule) else _asked(told)


def _when(rule: Rule, words: Words) -> str:
    """Return a rule's clock in words: every reading of it, a prompt's own words first, or that no figure is held."""
    if rule.kind is Kind.GAP:
        return NO_FIGURE.lower()
    told = [_clock(reading, words) for reading in rule.readings]
    labels = [reading.label for reading in rule.readings]
    if rule.kind is Kind.PROMPT:
        return prompt_words(rule.words or "", list(zip(told, labels, strict=True)))
    if len({reading.event for reading in rule.readings}) > 1:
        return ", or ".join(told)  # what they run from tells them apart
    return ", or ".join(f"{clock} ({label})" if label else clock for clock, label in zip(told, labels, strict=True))


def _clock(reading: Reading, words: Words) -> str:
    """Return one reading's clock in words, and when it applies."""
    event = event_words(words.events[reading.event], reading.direction)
    clock = clock_words(reading.period, reading.direction, event)
    return clock + (f" (when {reading.applies_when})" if reading.applies_when else "")


def _asked(test: Test) -> str:
    """Return what a test asks for, in the words of its limbs, and how they make its outcome."""
    if len(test.limbs) == 1:
        return test.limbs[0].text
    return f"{_HOW[test.shape]}: " + " ".join(f"({number}) {limb.text}" for number, limb in enumerate(test.limbs, 1))


def _place(citation: Citation, edition: Edition) -> str:
    """Return where a rule stands, and through what it is known."""
    via = f" (as {restated_words(edition.sources[citation.via].title)})" if citation.via else ""
    return f"{edition.sources[citation.ref].title}, {citation.place}{via}"
