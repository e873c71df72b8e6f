"""What must hold in each rule block: names that exist, a clock that says one thing, ids that stand once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.counting import bounds, leaves
from calculators.records import Direction, Happened, Is, Kind, Met, Read, Unit
from stages.problems import nearest
from stages.schema import (
    PHRASES,
    DatedBlock,
    MentionBlock,
    PromptBlock,
    RuleBlock,
    TestBlock,
    event_of,
    length_of,
    phrase,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from calculators.records import Condition, Edition
    from stages.problems import Problem
    from stages.reading import Vocabulary, WrittenBlock, WrittenEdition
    from stages.schema import CitationBlock, ClockBlock, SourceBlock

_KEYS = {
    "deadline": "`within` and `after`, `within` and `from and including`, `no later than` and `before`, `at least` and `before`, or `on the same day as` alone",
    "retention": "`kept for at least` and `from`",
    "lookback": "`any date in the` and `before`",
    "prompt": "`within` and `after`, or `no later than` and `before`",
}
_DIRECTIONS = {
    "deadline": {Direction.AFTER, Direction.FROM_AND_INCLUDING, Direction.BEFORE, Direction.SAME_DAY},
    "retention": {Direction.KEPT},
    "lookback": {Direction.WINDOW},
    "prompt": {Direction.AFTER, Direction.FROM_AND_INCLUDING, Direction.BEFORE, Direction.SAME_DAY},
}
_CLEAR = {Direction.AFTER, Direction.BEFORE}  # the clocks that can run in clear days


def id_problems(edition: WrittenEdition) -> Iterator[Problem]:
    """Find rules and mentions that bear the id of one before them."""
    seen: dict[str, int] = {}
    for _, block in edition.blocks():
        if isinstance(block.record, RuleBlock | MentionBlock):
            name = block.record.id
            if name in seen:
                yield block.block.problem(f"the id '{name}' stands on line {seen[name]} already; choose another", "id")
            seen.setdefault(name, block.block.line_of("id"))


def mention_problems(edition: WrittenEdition) -> Iterator[Problem]:
    """Find mentions whose source is none."""
    for block, mention in edition.records(MentionBlock):
        yield from source_problems(block, mention.source, ("source",), edition)


def block_problems(
    block: WrittenBlock, rule: RuleBlock, edition: WrittenEdition, words: Vocabulary
) -> Iterator[Problem]:
    """Find what keeps a rule from being compiled."""
    yield from source_problems(block, rule.source, ("source",), edition)
    for number, body in enumerate(rule.to):
        if body not in words.bodies:
            message = f"'{body}' is not a body{nearest(body, words.bodies)} (content/bodies.yml lists them)"
            yield block.block.problem(message, "to", number)
        elif body in rule.to[:number]:
            yield block.block.problem(f"'{body}' stands twice; keep one", "to", number)
    if rule.sends and not any(rule.sends in words.bodies[body].channels for body in rule.to if body in words.bodies):
        message = f"none of the bodies under 'to' has a channel '{rule.sends}' in content/bodies.yml"
        yield block.block.problem(message, "sends")
    if rule.applies:
        yield from _applies_problems(block, rule.applies, edition, words)
    if isinstance(rule, DatedBlock):
        yield from _dated_problems(block, rule, edition, words)
        return
    if rule.event and rule.event not in words.events:
        yield _event_problem(block, rule.id, rule.event, ("event",), words)
    if isinstance(rule, PromptBlock):
        for name, reading in (block.readings or {}).items():
            at = ("readings", name)
            yield from _clock_problems(block, rule.id, reading.clock, at, words)
            yield from source_problems(block, reading.said.source, (*at, "source"), edition)


def _applies_problems(
    block: WrittenBlock,
    condition: Condition,
    edition: WrittenEdition,
    words: Vocabulary,
    *,
    at: tuple[str, ...] = ("applies",),
) -> Iterator[Problem]:
    """Find facts, tests and events on which a rule hangs in vain; what is only weighed decides nothing."""
    tests = {test.id: test for _, test in edition.records(TestBlock)}
    for leaf in leaves(condition):
        match leaf:
            case Is(fact) if fact not in words.facts:
                message = f"'{fact}' is not a fact{nearest(fact, words.facts)} (content/facts.yml lists them)"
            case Happened(event) if event not in words.events:
                message = f"'{event}' is not an event{nearest(event, words.events)} (content/events.yml lists them)"
            case Met(test) if test not in tests and not edition.unread:
                message = f"'{test}' is not a test of this edition{nearest(test, tests)}"
            case Met(test) if test in tests and tests[test].factors + tests[test].choice:
                message = f"'{test}' is only weighed, so it decides nothing; name facts, or a test that can be met"
            case _:
                continue
        yield block.block.problem(message, *at)


def last_held_problems(
    edition: WrittenEdition,
    editions: Mapping[str, Edition],
    held_back: Mapping[str, Collection[str]],
    lost: Collection[str],
) -> Iterator[Problem]:
    """Find figures last held that are not: of another nation, not of an earlier edition, without a clock, or superseded.

    Rules `held_back` and editions that are `lost` could not be read; that is told where they stand.
    """
    own = editions.get(edition.id)
    for block, rule in edition.rules():
        where, _, name = (rule.last_held or "").partition("#")
        if not where or own is None or name in held_back.get(where, ()) or where in lost:
            continue
        held = editions.get(where)
        old = next((other for other in held.rules if other.id == name), None) if held else None
        if held is None or held.nation != own.nation or held.in_force.start >= own.in_force.start:
            message = f"'{rule.last_held}' names no earlier edition of this nation; write edition#rule"
        elif old is None:
            message = f"'{name}' is not a rule of {where}{nearest(name, [other.id for other in held.rules])}"
        elif not old.readings:
            message = f"'{rule.last_held}' holds no figure itself; take this out"
        elif own.in_force.end is not None:
            message = "this edition is no longer in force, so nobody is to be told what was last held before it; take this out"
        else:
            continue
        yield block.block.problem(message, "last_held")


def source_problems(
    block: WrittenBlock, source: CitationBlock, at: tuple[str | int, ...], edition: WrittenEdition
) -> Iterator[Problem]:
    """Find a source that is not listed, or a text not read that is cited as if it were."""
    held = edition.front.sources
    for key, name in (("ref", source.ref), ("via", source.via)):
        if name is not None and name not in held:
            message = f"'{name}' is not among this edition's sources{nearest(name, held)}"
            yield block.block.problem(message, *at, key)
    unread = source.ref in held and held[source.ref].read is Read.NONE
    if unread and source.via is None and block.kind != "gap":  # a gap says just that: nothing is known
        message = f"'{source.ref}' was not read, so add `via:` with the source through which this is known"
        yield block.block.problem(message, *at, "ref")
    elif source.via is not None and source.ref in held and not unread:
        message = f"'{source.ref}' was read, so take `via` out: it says that this is known only through '{source.via}'"
        yield block.block.problem(message, *at, "via")
    older = _first_day(held.get(source.via or ""), last=True)
    newer = _first_day(held.get(source.ref))
    if source.via is not None and older and newer and older < newer:
        message = f"'{source.via}' is older than '{source.ref}', so it cannot restate it; name the text that does, or the older text itself"
        yield block.block.problem(message, *at, "via")
    if source.via in held and held[source.via].read is Read.NONE:
        yield block.block.problem(f"'{source.via}' was not read, so nothing is known through it", *at, "via")


def _first_day(source: SourceBlock | None, *, last: bool = False) -> date | None:
    """Return the first day on which a text may have been published, or the last; None if not even its year is held."""
    written = source and (source.dated or (str(source.year) if source.year else None))
    return bounds(written)[1 if last else 0] if written else None


def _dated_problems(
    block: WrittenBlock, rule: DatedBlock, edition: WrittenEdition, words: Vocabulary
) -> Iterator[Problem]:
    """Find what is wrong in the clock or readings of a deadline, retention or lookback."""
    own = phrase(block.clock) if block.clock else ()
    if block.readings and own:
        message = "this rule has both its own clock and `readings`; move the clock into a reading"
        yield block.block.problem(message, "readings")
    elif block.readings:
        if len(block.readings) == 1:
            yield block.block.problem("one reading is no dispute: write its keys in the rule itself", "readings")
        names = list(block.readings)
        for number, (name, reading) in enumerate(block.readings.items()):
            at = ("readings", name)
            mistakes = list(_clock_problems(block, rule.id, reading.clock, at, words))
            yield from mistakes
            same = [other for other in names[:number] if block.readings[other].clock == reading.clock]
            if same and not mistakes:
                message = f"readings '{same[0]}' and '{name}' count alike; keep one, and put its other source in a note"
                yield block.block.problem(message, *at)
            yield from source_problems(block, reading.said.source, (*at, "source"), edition)
            if block.kind == "lookback" and reading.said.applies_when is None:
                yield block.block.problem(f"reading '{name}' of a lookback must say `applies_when: …`", *at)
            if reading.said.applies:
                yield from _applies_problems(block, reading.said.applies, edition, words, at=(*at, "applies"))
    elif block.clock:
        yield from _clock_problems(block, rule.id, block.clock, (), words)


def _clock_problems(
    block: WrittenBlock, rule: str, clock: ClockBlock, at: tuple[str, ...], words: Vocabulary
) -> Iterator[Problem]:
    """Find a clock that says nothing, too much, or what its kind of rule cannot mean."""
    keys = phrase(clock)
    direction = PHRASES.get(keys)
    if direction not in _DIRECTIONS[block.kind]:
        has = " and ".join(f"`{_spelt(key)}`" for key in keys) or "none of these"
        message = f"a {block.kind} needs {_KEYS[block.kind]}; this has {has}"
        yield block.block.problem(message, *at, *(_spelt(key) for key in keys[:1]))
        return
    event, length = event_of(clock), length_of(clock)
    if event not in words.events:
        yield _event_problem(block, rule, event, (*at, _spelt(keys[-1])), words)
    if length is None:
        return
    if direction is Direction.FROM_AND_INCLUDING and length.unit is Unit.WORKING_DAY:
        message = "working days cannot run from and including a day that may be none; write `after`"
        yield block.block.problem(message, *at, _spelt(keys[0]))
    if length.clear and direction not in _CLEAR:
        message = "clear days leave out both ends, which only `after` and `before` can mean; write days"
        yield block.block.problem(message, *at, _spelt(keys[0]))
    if length.unit is Unit.WORKING_DAY and Kind(block.kind) not in {Kind.DEADLINE, Kind.PROMPT}:
        message = f"a {block.kind} is not counted in working days; write days, weeks, months or years"
        yield block.block.problem(message, *at, _spelt(keys[0]))


def _event_problem(block: WrittenBlock, rule: str, event: str, at: tuple[str, ...], words: Vocabulary) -> Problem:
    """Return the finding that a rule counts from something that is no event."""
    message = (
        f"{block.kind} '{rule}' counts from '{event}', which is not an event"
        f"{nearest(event, words.events)} (content/events.yml lists them)"
    )
    return block.block.problem(message, *at)


def _spelt(name: str) -> str:
    """Return a clock's field as an editor spells its key."""
    return "from" if name == "start" else name.replace("_", " ")
