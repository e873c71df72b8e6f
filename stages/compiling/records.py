"""What was written, compiled: records for the calculators, and the Python text of the two generated tables."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from calculators.records import (
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
from stages.schema.edition import PHRASES, SHAPES, is_rule, phrase

if TYPE_CHECKING:
    from stages.reading.editions import Content, Vocabulary, WrittenBlock, WrittenEdition
    from stages.schema.edition import CitationBlock, ClockBlock


def compiled(content: Content) -> tuple[Edition, ...]:
    """Return every edition as a record. The content must have passed its checks."""
    return tuple(edition_record(edition, content.vocabulary) for edition in content.editions)


def edition_record(
    written: WrittenEdition, vocabulary: Vocabulary, *, leaving_out: frozenset[str] = frozenset()
) -> Edition:
    """Return one edition, its rules in the order of its topics, `leaving_out` those that cannot be compiled."""
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
            rule_record(block, topic_of.get(section.heading, ""))
            for section, block in written.blocks()
            if is_rule(block.kind) and block.record.id not in leaving_out
        ),
        tests=tuple(
            test_record(block, topic_of.get(section.heading, ""))
            for section, block in written.blocks()
            if block.kind == "test" and f"test {block.record.id}" not in leaving_out
        ),
        transition=front.transition,
    )


def rule_record(block: WrittenBlock, topic: str) -> Rule:
    """Return one rule."""
    said = block.record
    readings: tuple[Reading, ...] = ()
    if block.readings:
        readings = tuple(
            reading_record(each.clock, each.said.source, id=name, duty=each.said.duty,
                           applies_when=each.said.applies_when, note=each.said.note)
            for name, each in block.readings.items()
        )  # fmt: skip
    elif block.clock and phrase(block.clock):
        readings = (reading_record(block.clock, said.source),)
    return Rule(
        id=said.id,
        topic=topic,
        kind=Kind(block.kind),
        action=said.action,
        who=said.who,
        to=said.to,
        duty=said.duty,
        citation=citation_record(said.source),
        readings=readings,
        event=getattr(said, "event", None),
        words=getattr(said, "when", None) or getattr(said, "looked", None),
        notes=said.notes,
    )


def reading_record(clock: ClockBlock, source: CitationBlock, **said: Any) -> Reading:  # noqa: ANN401
    """Return one reading from its clock."""
    keys = phrase(clock)
    return Reading(
        period=getattr(clock, keys[0]) if len(keys) > 1 else Period(length=0, unit=Unit.DAY),
        direction=PHRASES[keys],
        event=getattr(clock, keys[-1]),
        citation=citation_record(source),
        **said,
    )


def test_record(block: WrittenBlock, topic: str) -> Test:
    """Return one test; a limb without a source of its own stands where the test does."""
    said = block.record
    shape = next(shape for shape, key in SHAPES.items() if getattr(said, key))
    return Test(
        id=said.id,
        topic=topic,
        shape=shape,
        question=said.question,
        outcome=said.outcome,
        limbs=tuple(
            Limb(text=limb.text, when=limb.when, citation=citation_record(limb.source or said.source))
            for limb in getattr(said, SHAPES[shape])
        ),
        citation=citation_record(said.source),
        who=said.who,
        duty=said.duty,
        follows=said.follows,
        definitions=said.definitions,
        either=said.either,
        either_says=said.either_says,
        notes=said.notes,
    )


def citation_record(source: CitationBlock) -> Citation:
    """Return where a rule stands."""
    return Citation(ref=source.ref, place=source.place, via=source.via)
