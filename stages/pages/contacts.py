"""Whom to tell: what the editions in force have somebody send, who sends it, to whom, and the addresses that are held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.wording import contact_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from calculators.records import Edition, Rule
    from stages.guide import Guide
    from stages.pages.compare import Summaries
    from stages.reading import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one rule has somebody send: the names of those who are reached in one way, and that way."""

    rule: Rule
    reached: tuple[tuple[tuple[str, ...], str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What is sent under one topic of an edition."""

    topic: str
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Whom to tell under a nation's edition in force; the edition is None where this guide holds none.

    `takes_cases` are the bodies to which a case is put, with how they are reached, where no rule names them.
    """

    edition: Edition | None
    summary: Markup | None
    takes_cases: tuple[tuple[str, str], ...] = ()
    sent: tuple[Sent, ...] = ()


def contacts(guide: Guide, said: Summaries) -> Mapping[str, Contacts]:
    """Return whom to tell, by nation. No address is given for acts of a system that has been superseded."""
    return {nation: _of_nation(nation, guide, said) for nation in guide.content.vocabulary.nations}


def _of_nation(nation: str, guide: Guide, said: Summaries) -> Contacts:
    """Return whom to tell under the edition in force, with what that says of notifying."""
    current = guide.in_force(nation)
    if current is None:
        return Contacts(edition=None, summary=None)
    words = guide.content.vocabulary
    takes = tuple(
        (body.name, contact_words(body, None)) for body in words.bodies.values() if body.takes_cases_in == nation
    )
    return Contacts(
        edition=current,
        summary=said[current.id].get("notification"),
        takes_cases=takes,
        sent=tuple(_sent(current, words)),
    )


def _sent(edition: Edition, words: Vocabulary) -> Iterator[Sent]:
    """Yield what an edition has somebody send, topic by topic."""
    for topic, heading in words.topics.items():
        lines = tuple(_line(rule, words) for rule in edition.rules if rule.topic == topic and rule.to)
        if lines:
            yield Sent(topic=topic, heading=heading, lines=lines)


def _line(rule: Rule, words: Vocabulary) -> Line:
    """Return a rule's line; bodies that are reached in one way share it."""
    reached: dict[str, tuple[str, ...]] = {}
    for body in rule.to:
        how = contact_words(words.bodies[body], rule.sends)
        reached[how] = (*reached.get(how, ()), words.bodies[body].name)
    return Line(rule=rule, reached=tuple((names, how) for how, names in reached.items()))
