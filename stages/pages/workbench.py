"""What the workbench's form is made from: which guidance may be chosen in each nation, and which events each uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.counting import WEIGHED, facts_in, facts_of

if TYPE_CHECKING:
    from calculators.records import Edition, Rule
    from stages.guide import Guide
    from stages.reading import Vocabulary
    from stages.schema import EventBlock, FactBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to count in a nation: an edition, and what to say of it."""

    edition: Edition
    in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NationForm:
    """A nation's choice: the ways on, newest first; none where no edition is held."""

    id: str
    name: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventForm:
    """One event's date field, and the rules that use it: `edition#rule`, for showing only what applies."""

    id: str
    event: EventBlock
    used_by: tuple[str, ...]
    clock_in: tuple[str, ...]  # editions in which a clock runs from it, or would if its figure were held
    late: bool  # whether it starts no clock before a report is written


@dataclass(frozen=True, slots=True, kw_only=True)
class FactForm:
    """One fact's question, where it decides something and where it is only weighed, and what each edition takes it to mean."""

    id: str
    fact: FactBlock
    used_by: tuple[str, ...]  # tests, `edition#test`
    asked_in: tuple[str, ...]  # editions in which a test, or what applies, turns on it
    weighed_in: tuple[str, ...]  # editions in which it is weighed
    late: bool  # whether nothing turns on it before a report is written
    meanings: tuple[tuple[str, str, str], ...]  # edition, for which test (empty where all agree), and the meaning


_LATE = {"report", "publication", "learning"}


def nation_forms(guide: Guide) -> tuple[NationForm, ...]:
    """Return every nation's choice of guidance."""
    nations = guide.content.vocabulary.nations
    return tuple(NationForm(id=nation, name=name, ways=_ways(guide, nation)) for nation, name in nations.items())


def _ways(guide: Guide, nation: str) -> tuple[Way, ...]:
    """Return a nation's editions as ways to count, newest first."""
    held = guide.newest_first(nation)
    return tuple(Way(edition=edition, in_force=not guide.superseded(edition)) for edition in held)


def event_forms(guide: Guide) -> tuple[EventForm, ...]:
    """Return a date field for every event of the vocabulary, in its order."""
    return tuple(_event_form(guide, name, event) for name, event in guide.content.vocabulary.events.items())


def _event_form(guide: Guide, name: str, event: EventBlock) -> EventForm:
    """Return one event's date field."""
    counted = [
        (edition.id, rule)
        for edition in guide.editions
        for rule in edition.rules
        if name in _events_of(guide, edition, rule)
    ]
    uncounted = [(edition.id, rule) for edition in guide.editions for rule in edition.rules if rule.event == name]
    clocks = [*counted, *uncounted]
    return EventForm(
        id=name,
        event=event,
        used_by=tuple(f"{edition}#{rule.id}" for edition, rule in counted),
        clock_in=tuple(dict.fromkeys(edition for edition, _ in clocks)),
        late=all(rule.topic in _LATE for _, rule in clocks),
    )


def _events_of(guide: Guide, edition: Edition, rule: Rule) -> set[str]:
    """Return the events from which a rule counts: by its own readings, by a figure supplied, by the last figure held."""
    readings = list(rule.readings)
    if figure := guide.figures.get(edition.id, {}).get(rule.id):
        readings.append(figure.reading)
    if rule.last_held:
        readings += guide.last_held(rule)[1].readings
    return {reading.event for reading in readings}


def fact_forms(editions: tuple[Edition, ...], vocabulary: Vocabulary) -> tuple[FactForm, ...]:
    """Return a question for every fact of the vocabulary, in its order."""
    return tuple(_fact_form(name, fact, editions) for name, fact in vocabulary.facts.items())


def _fact_form(name: str, fact: FactBlock, editions: tuple[Edition, ...]) -> FactForm:
    """Return one fact's question."""
    tests = [(edition.id, test) for edition in editions for test in edition.tests if name in facts_of(test)]
    hanging = [
        (edition.id, rule.topic)
        for edition in editions
        for rule in edition.rules
        if rule.applies is not None and name in facts_in(rule.applies)
    ]
    turned_on = [edition for edition, test in tests if test.shape not in WEIGHED]
    turned_on += [edition for edition, _ in hanging]
    meanings: dict[str, dict[str, str]] = {}  # by edition, each meaning with the test that gives it
    for edition, test in tests:
        if name in test.definitions:
            meanings.setdefault(edition, {}).setdefault(test.definitions[name], test.question)
    return FactForm(
        id=name,
        fact=fact,
        used_by=tuple(f"{edition}#{test.id}" for edition, test in tests),
        asked_in=tuple(dict.fromkeys(turned_on)),
        weighed_in=tuple(dict.fromkeys(edition for edition, test in tests if test.shape in WEIGHED)),
        late=not tests and all(topic in _LATE for _, topic in hanging),
        meanings=tuple(
            (edition, test if len(said) > 1 else "", meaning)
            for edition, said in meanings.items()
            for meaning, test in said.items()
        ),
    )
