"""What was written, made into the records on which the calculators work."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from calculators.records import (
    Body,
    Channel,
    Citation,
    Edition,
    InForce,
    Kind,
    Limb,
    Period,
    Reading,
    Rule,
    Source,
    Test,
    Unit,
)
from stages.schema import (
    PHRASES,
    DatedBlock,
    GapBlock,
    PromptBlock,
    RuleBlock,
    TestBlock,
    event_of,
    length_of,
    limbs_of,
    phrase,
)

if TYPE_CHECKING:
    from stages.reading import Vocabulary, WrittenBlock, WrittenEdition
    from stages.schema import BodyBlock, CitationBlock, ClockBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsound:
    """The ids of an edition's rules and tests that cannot be compiled; each has a space of ids of its own."""

    rules: frozenset[str] = frozenset()
    tests: frozenset[str] = frozenset()


def edition_record(written: WrittenEdition, vocabulary: Vocabulary, *, unsound: Unsound) -> Edition:
    """Return one edition, its rules in the order of its topics, without the `unsound`, which cannot be compiled."""
    front = written.front
    topic_of = {heading: topic for topic, heading in vocabulary.topics.items()}
    return Edition(
        id=written.id,
        nation=front.nation,
        review=front.review,
        guidance=front.guidance,
        in_force=InForce(**{field.name: getattr(front.in_force, field.name) for field in fields(InForce)}),
        coverage=front.coverage,
        coverage_note=front.coverage_note,
        calendar=front.working_day.calendar,
        working_day_note=front.working_day.note,
        checked=front.checked.isoformat(),
        review_by=front.review_by.isoformat(),
        sources={
            ref: Source(**{field.name: getattr(source, field.name) for field in fields(Source)})
            for ref, source in front.sources.items()
        },
        rules=tuple(
            _rule_record(block, block.record, topic_of.get(section.heading, ""))
            for section, block in written.blocks()
            if isinstance(block.record, RuleBlock) and block.record.id not in unsound.rules
        ),
        tests=tuple(
            _test_record(block.record, topic_of.get(section.heading, ""))
            for section, block in written.blocks()
            if isinstance(block.record, TestBlock) and block.record.id not in unsound.tests
        ),
        transition=front.transition,
    )


def _rule_record(block: WrittenBlock, rule: RuleBlock, topic: str) -> Rule:
    """Return one rule."""
    return Rule(
        id=rule.id,
        topic=topic,
        kind=Kind(block.kind),
        action=rule.action,
        who=rule.who,
        to=rule.to,
        duty=rule.duty,
        citation=citation_record(rule.source),
        time_duty=rule.time_duty,
        sends=rule.sends,
        readings=_readings_of(block, rule),
        event=None if isinstance(rule, DatedBlock) else rule.event,
        words=_words_of(rule),
        at_once=isinstance(rule, PromptBlock) and rule.at_once,
        applies=rule.applies,
        last_held=rule.last_held,
        same_as=rule.same_as,
        notes=rule.notes,
    )


def _readings_of(block: WrittenBlock, rule: RuleBlock) -> tuple[Reading, ...]:
    """Return the readings of a rule: those that are written, or its one clock; none for prompts and gaps."""
    if block.readings:
        return tuple(
            replace(
                _reading_record(reading.clock, reading.said.source),
                id=name,
                label=reading.said.label,
                duty=reading.said.duty,
                time_duty=reading.said.time_duty,
                applies_when=reading.said.applies_when,
                applies=reading.said.applies,
                note=reading.said.note,
            )
            for name, reading in block.readings.items()
        )
    return (_reading_record(block.clock, rule.source),) if block.clock and phrase(block.clock) else ()


def _words_of(rule: RuleBlock) -> str | None:
    """Return a prompt's words for when, or a gap's account of where we looked."""
    match rule:
        case PromptBlock():
            return rule.when
        case GapBlock():
            return rule.looked
        case _:
            return None


def _reading_record(clock: ClockBlock, source: CitationBlock) -> Reading:
    """Return one reading from its clock."""
    return Reading(
        period=length_of(clock) or Period(length=0, unit=Unit.DAY),
        direction=PHRASES[phrase(clock)],
        event=event_of(clock),
        citation=citation_record(source),
    )


def _test_record(test: TestBlock, topic: str) -> Test:
    """Return one test; a limb without a source of its own stands where the test does."""
    ((shape, limbs),) = limbs_of(test).items()
    return Test(
        id=test.id,
        topic=topic,
        shape=shape,
        question=test.question,
        outcome=test.outcome,
        limbs=tuple(
            Limb(text=limb.text, when=limb.when, citation=citation_record(limb.source or test.source)) for limb in limbs
        ),
        citation=citation_record(test.source),
        who=test.who,
        duty=test.duty,
        follows=test.follows,
        definitions=test.definitions,
        either=test.either,
        either_says=test.either_says,
        either_asks=test.either_asks,
        either_name=test.either_name,
        window=test.window,
        same_as=test.same_as,
        notes=test.notes,
    )


def body_record(body: BodyBlock) -> Body:
    """Return a body with its addresses by what is sent."""
    channels = {sent: Channel(how=channel.how, printed=channel.printed) for sent, channel in body.channels.items()}
    return Body(name=body.name, how=body.how, channels=channels)


def citation_record(source: CitationBlock) -> Citation:
    """Return where a rule stands."""
    return Citation(ref=source.ref, place=source.place, via=source.via)
