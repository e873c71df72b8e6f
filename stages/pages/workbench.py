"""What the workbench's form is made from: which guidance may be chosen in each nation, and which events each uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.counting import facts_of

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
    superseded_by: Edition | None
    last_with_figures: bool  # the newest edition that is no stub, where the one in force is


@dataclass(frozen=True, slots=True, kw_only=True)
class NationForm:
    """A nation's choice: the ways on, newest first; none where no edition is held."""

    id: str
    name: str
    ways: tuple[Way, ...]

    @property
    def figures_missing(self) -> Edition | None:
        """Return the edition in force if its figures are not held: the reader is told so before anything else."""
        newest = self.ways[0] if self.ways else None
        return newest.edition if newest and newest.in_force and newest.edition.coverage == "stub" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventForm:
    """One event's date field, and the rules that use it: `edition#rule`, for showing only what applies."""

    id: str
    event: EventBlock
    used_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactForm:
    """One fact's question, the tests that ask it (`edition#test`), and what each takes it to mean."""

    id: str
    fact: FactBlock
    used_by: tuple[str, ...]
    definitions: tuple[tuple[str, str], ...]


def nation_forms(guide: Guide) -> tuple[NationForm, ...]:
    """Return every nation's choice of guidance."""
    nations = guide.content.vocabulary.nations
    return tuple(NationForm(id=nation, name=name, ways=_ways(guide, nation)) for nation, name in nations.items())


def _ways(guide: Guide, nation: str) -> tuple[Way, ...]:
    """Return a nation's editions as ways to count, newest first."""
    held = guide.newest_first(nation)
    last = next((edition for edition in held if edition.coverage != "stub"), None)
    newest_is_stub = bool(held) and held[0].coverage == "stub"
    return tuple(
        Way(
            edition=edition,
            in_force=not guide.superseded(edition),
            superseded_by=guide.successor(edition),
            last_with_figures=newest_is_stub and edition is last,
        )
        for edition in held
    )


def event_forms(guide: Guide) -> tuple[EventForm, ...]:
    """Return a date field for every event of the vocabulary, in its order."""
    return tuple(
        EventForm(
            id=name,
            event=event,
            used_by=tuple(
                f"{edition.id}#{rule.id}"
                for edition in guide.editions
                for rule in edition.rules
                if name in _events_of(guide, edition, rule)
            ),
        )
        for name, event in guide.content.vocabulary.events.items()
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
    tests = [(f"{edition.id}#{test.id}", test) for edition in editions for test in edition.tests]
    return tuple(
        FactForm(
            id=name,
            fact=fact,
            used_by=tuple(where for where, test in tests if name in facts_of(test)),
            definitions=tuple((where, test.definitions[name]) for where, test in tests if name in test.definitions),
        )
        for name, fact in vocabulary.facts.items()
    )
