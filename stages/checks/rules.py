"""What must hold in each rule block: names that exist, a clock that says one thing, ids that stand once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.records import Direction, Kind, Read, Unit
from stages.problems import nearest
from stages.schema.edition import PHRASES, is_rule, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stages.problems import Problem
    from stages.reading.editions import Vocabulary, WrittenBlock, WrittenEdition
    from stages.schema.edition import CitationBlock, ClockBlock

KEYS = {
    "deadline": "`within` and `after`, `within` and `from and including`, `no later than` and `before`, `at least` and `before`, or `on the same day as` alone",
    "retention": "`kept for at least` and `from`",
    "lookback": "`any date in the` and `before`",
}
APART = {"example", "test", "case"}  # these have checks, and a space of ids, of their own
DIRECTIONS = {
    "deadline": {Direction.AFTER, Direction.FROM_AND_INCLUDING, Direction.BEFORE, Direction.SAME_DAY},
    "retention": {Direction.KEPT},
    "lookback": {Direction.WINDOW},
}
CLEAR = {Direction.AFTER, Direction.BEFORE}  # the clocks that can run in clear days


def problems(edition: WrittenEdition, words: Vocabulary) -> Iterator[Problem]:
    """Find what is wrong in an edition's rules and mentions."""
    seen: dict[str, int] = {}
    for _, block in edition.blocks():
        yield from block_problems(block, edition, words)
        if block.kind in APART:
            continue
        name = block.record.id
        if name in seen:
            yield block.block.problem(f"the id '{name}' stands on line {seen[name]} already; choose another", "id")
        seen.setdefault(name, block.block.line_of("id"))


def unsound(edition: WrittenEdition, words: Vocabulary) -> frozenset[str]:
    """Return the ids of the rules that cannot be compiled."""
    return frozenset(
        block.record.id
        for _, block in edition.blocks()
        if is_rule(block.kind) and any(block_problems(block, edition, words))
    )


def block_problems(block: WrittenBlock, edition: WrittenEdition, words: Vocabulary) -> Iterator[Problem]:
    """Find what is wrong in one block, leaving examples to their own checks."""
    if block.kind in APART:
        return
    yield from source_problems(block, block.record.source, ("source",), edition)
    if not is_rule(block.kind):
        return
    for number, body in enumerate(block.record.to):
        if body not in words.bodies:
            message = f"'{body}' is not a body{nearest(body, words.bodies)} (content/bodies.yml lists them)"
            yield block.block.problem(message, "to", number)
        elif body in block.record.to[:number]:
            yield block.block.problem(f"'{body}' stands twice; keep one", "to", number)
    event = getattr(block.record, "event", None)
    if event and event not in words.events:
        yield event_problem(block, event, ("event",), words)
    if block.kind in KEYS:
        yield from dated_problems(block, edition, words)


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
    if source.via in held and held[source.via].read is Read.NONE:
        yield block.block.problem(f"'{source.via}' was not read, so nothing is known through it", *at, "via")


def dated_problems(block: WrittenBlock, edition: WrittenEdition, words: Vocabulary) -> Iterator[Problem]:
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
            mistakes = list(clock_problems(block, reading.clock, at, words))
            yield from mistakes
            same = [one for one in names[:number] if block.readings[one].clock == reading.clock]
            if same and not mistakes:
                message = f"readings '{same[0]}' and '{name}' count alike; keep one, and put its other source in a note"
                yield block.block.problem(message, *at)
            yield from source_problems(block, reading.said.source, (*at, "source"), edition)
            if block.kind == "lookback" and reading.said.applies_when is None:
                yield block.block.problem(f"reading '{name}' of a lookback must say `applies_when: …`", *at)
    elif block.clock:
        yield from clock_problems(block, block.clock, (), words)


def clock_problems(block: WrittenBlock, clock: ClockBlock, at: tuple[str, ...], words: Vocabulary) -> Iterator[Problem]:
    """Find a clock that says nothing, too much, or what its kind of rule cannot mean."""
    keys = phrase(clock)
    direction = PHRASES.get(keys)
    if direction not in DIRECTIONS[block.kind]:
        has = " and ".join(f"`{spelt(key)}`" for key in keys) or "none of these"
        message = f"a {block.kind} needs {KEYS[block.kind]}; this has {has}"
        yield block.block.problem(message, *at, *(spelt(key) for key in keys[:1]))
        return
    event = getattr(clock, keys[-1])
    if event not in words.events:
        yield event_problem(block, event, (*at, spelt(keys[-1])), words)
    if direction is Direction.SAME_DAY:
        return
    unit = getattr(clock, keys[0]).unit
    if direction is Direction.FROM_AND_INCLUDING and unit is Unit.WORKING_DAY:
        message = "working days cannot run from and including a day that may be none; write `after`"
        yield block.block.problem(message, *at, spelt(keys[0]))
    if getattr(clock, keys[0]).clear and direction not in CLEAR:
        message = "clear days leave out both ends, which only `after` and `before` can mean; write days"
        yield block.block.problem(message, *at, spelt(keys[0]))
    if unit is Unit.WORKING_DAY and Kind(block.kind) is not Kind.DEADLINE:
        message = f"a {block.kind} is not counted in working days; write days, weeks, months or years"
        yield block.block.problem(message, *at, spelt(keys[0]))


def event_problem(block: WrittenBlock, event: str, at: tuple[str, ...], words: Vocabulary) -> Problem:
    """Return the finding that a rule counts from something that is no event."""
    message = (
        f"{block.kind} '{block.record.id}' counts from '{event}', which is not an event"
        f"{nearest(event, words.events)} (content/events.yml lists them)"
    )
    return block.block.problem(message, *at)


def spelt(name: str) -> str:
    """Return a clock's field as an editor spells its key."""
    return "from" if name == "start" else name.replace("_", " ")
