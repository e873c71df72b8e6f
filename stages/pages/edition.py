"""An edition's page: its topics with prose, cards and examples, and the edition at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from calculators.records import Kind, Read
from stages.compiling import fill
from stages.reading import Prose, WrittenBlock
from stages.schema import CaseBlock, DatedBlock, ExampleBlock, GapBlock, MentionBlock, PromptBlock, TestBlock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calculators.records import Edition, Rule, Test
    from stages.guide import Guide
    from stages.pages.compare import Summaries
    from stages.reading import WrittenEdition
    from stages.schema import SourceBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSection:
    """One topic as the page shows it: prose with slots filled, rules as cards, examples in a box; None for a gap."""

    topic: str
    heading: str
    parts: tuple[tuple[str, Any], ...] | None


def sections(guide: Guide, written: WrittenEdition, edition: Edition) -> list[PageSection]:
    """Return every topic of an edition in the fixed order; one that it leaves out has no parts."""
    by_heading = {section.heading: section for section in written.sections}
    found = []
    for topic, heading in guide.content.vocabulary.topics.items():
        section = by_heading.get(heading)
        parts = tuple(_shown(guide, part, edition) for part in section.parts if _stands(part)) if section else None
        found.append(PageSection(topic=topic, heading=heading, parts=parts))
    return found


def _stands(part: Prose | WrittenBlock) -> bool:
    """Return whether a part stands in its own place; what was worked stands with its rule or test, a mention in the prose."""
    return isinstance(part, Prose) or not isinstance(part.record, ExampleBlock | CaseBlock | MentionBlock)


def worked(written: WrittenEdition) -> dict[tuple[str, str], list[ExampleBlock | CaseBlock]]:
    """Return the worked examples of each rule and the worked cases of each test, in their order."""
    found: dict[tuple[str, str], list[ExampleBlock | CaseBlock]] = {}
    for _, example in written.records(ExampleBlock):
        found.setdefault(("rule", example.rule), []).append(example)
    for _, case in written.records(CaseBlock):
        found.setdefault(("test", case.test), []).append(case)
    return found


def _shown(guide: Guide, part: Prose | WrittenBlock, edition: Edition) -> tuple[str, Any]:
    """Return a part as a kind of thing to show and its value."""
    if isinstance(part, Prose):
        return "prose", Markup(fill(part.text, edition=edition.id, known=guide.names))  # noqa: S704 - our own Markdown
    match part.record:
        case DatedBlock(id=rule) | PromptBlock(id=rule) | GapBlock(id=rule):
            return "rule", _rule_of(edition, rule)
        case TestBlock(id=name):
            return "test", next(test for test in edition.tests if test.id == name)
        case _:
            return part.kind, part.record


def _rule_of(edition: Edition, rule: str) -> Rule:
    """Return an edition's rule with this id."""
    return next(held for held in edition.rules if held.id == rule)


def note_number(edition: Edition, ref: str) -> int:
    """Return the number of a source among the notes at the end of an edition's page."""
    return list(edition.sources).index(ref) + 1


def said_in(edition: Edition, test: Test, fact: str) -> Test | None:
    """Return the earlier test of an edition that gives a fact the same meaning, or None: a meaning is said once."""
    earlier = edition.tests[: edition.tests.index(test)]
    return next((one for one in earlier if one.definitions.get(fact) == test.definitions[fact]), None)


def not_read(written: WrittenEdition) -> list[tuple[str, SourceBlock]]:
    """Return the sources that were looked for and not read: where to look for what is not held."""
    return [
        (ref, source) for ref, source in written.front.sources.items() if source.wanted and source.read == Read.NONE
    ]


LIBRARY = {  # what the library has on a topic: its page and what the link says
    "reviewers": (("learning-models", "Learning models"),),
    "learning": (("published-reviews", "Published reviews"), ("reading-list", "Reading list")),
}
_ASKED = {"trigger": "criteria", "decides": "decision", "published": "publication"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """One edition in a few lines, each drawn from its rules or from the summary of a section; None where nothing is held."""

    trigger: Markup | None
    decides: Markup | None
    published: Markup | None
    clocks: tuple[Rule, ...]
    kept: tuple[Rule, ...]  # retentions, and gaps where another edition has the same rule as a retention
    not_held: tuple[Rule, ...]


def glance(edition: Edition, said: Summaries, kept: frozenset[str]) -> Glance:
    """Return an edition at a glance; `kept` are the ids of `retentions`."""
    gaps = [rule for rule in edition.rules if rule.kind is Kind.GAP]
    return Glance(
        **{field: said[edition.id].get(topic) for field, topic in _ASKED.items()},
        clocks=tuple(rule for rule in edition.rules if rule.kind in {Kind.DEADLINE, Kind.LOOKBACK}),
        kept=tuple(rule for rule in edition.rules if rule.id in kept),
        not_held=tuple(rule for rule in gaps if rule.id not in kept),
    )


def retentions(editions: Iterable[Edition]) -> frozenset[str]:
    """Return the ids of the rules that some edition has as a time for which to keep something."""
    return frozenset(rule.id for edition in editions for rule in edition.rules if rule.kind is Kind.RETENTION)
