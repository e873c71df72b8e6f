"""What must hold in content/ before anything is made from it: every finding at once, each with its file and line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from calculators.counting import bounds, said
from stages.checks import criteria as criteria_checks
from stages.checks import examples as example_checks
from stages.checks import prose as prose_checks
from stages.checks import renamed as renamed_checks
from stages.checks import rules as rule_checks
from stages.checks import vocabulary as vocabulary_checks
from stages.compiling import Unsound, edition_record, mentions, names_of
from stages.problems import Problem, nearest
from stages.schema import TestBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from calculators.counting import WorkingCalendar
    from calculators.records import Edition
    from stages.compiling import Names
    from stages.reading import Content, Vocabulary, WrittenEdition


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Editions with everything that is wrong in them; what was compiled of them is whole only if that is nothing."""

    problems: tuple[Problem, ...]
    editions: tuple[Edition, ...]
    names: Names


def check(content: Content, calendars: Mapping[str, WorkingCalendar]) -> Checked:
    """Return what could be compiled of the editions, and everything that is wrong in what was read of them.

    What cannot be compiled is found first and left out, so that the rest can be checked in full.
    """
    words = content.vocabulary
    problems = [*content.problems, *vocabulary_checks.vocabulary_problems(words), *_currency_problems(content)]
    unsound: dict[str, Unsound] = {}
    for edition in content.editions:
        unsound[edition.id], mistakes = _uncompilable(edition, words)
        problems += mistakes
    records = {edition.id: edition_record(edition, words, unsound=unsound[edition.id]) for edition in content.editions}
    held_back = {edition.id: unsound[edition.id].rules | edition.unread.ids for edition in content.editions}
    unsound_ids = {name: held_back[name] | unsound[name].tests for name in held_back}
    lost = content.unread | {edition.id for edition in content.editions if edition.unread.lost}
    names = names_of(tuple(records.values()), mentions(content), held_back, lost)
    used = prose_checks.used_names(content.editions)
    for edition in content.editions:
        problems += _front_problems(edition, content)
        problems += _fork_problems(edition, content)
        problems += _heading_problems(edition, content)
        problems += rule_checks.id_problems(edition)
        problems += rule_checks.mention_problems(edition)
        problems += rule_checks.last_held_problems(edition, records, held_back, lost)
        problems += renamed_checks.same_as_problems(edition, records, unsound_ids, lost)
        problems += prose_checks.prose_problems(edition, names, used)
        problems += prose_checks.named_text_problems(edition, _titles(content, edition.front.nation))
        problems += criteria_checks.criteria_problems(edition, records[edition.id])
        problems += example_checks.example_problems(edition, records[edition.id], calendars)
    return Checked(problems=tuple(sorted(set(problems))), editions=tuple(records.values()), names=names)


def _uncompilable(edition: WrittenEdition, words: Vocabulary) -> tuple[Unsound, list[Problem]]:
    """Return the rules and tests of an edition that cannot be compiled, and why."""
    rules = [
        (rule.id, list(rule_checks.block_problems(block, rule, edition, words))) for block, rule in edition.rules()
    ]
    tests = [
        (test.id, list(criteria_checks.block_problems(block, test, edition, words)))
        for block, test in edition.records(TestBlock)
    ]
    unsound = Unsound(
        rules=frozenset(name for name, mistakes in rules if mistakes),
        tests=frozenset(name for name, mistakes in tests if mistakes),
    )
    return unsound, [mistake for _, mistakes in (*rules, *tests) for mistake in mistakes]


def _titles(content: Content, nation: str) -> list[str]:
    """Return the titles of all sources of a nation's editions."""
    return [
        source.title
        for edition in content.editions
        if edition.front.nation == nation
        for source in edition.front.sources.values()
    ]


def _front_problems(edition: WrittenEdition, content: Content) -> Iterator[Problem]:
    """Find what is wrong in an edition's front matter."""
    front, block, folder = edition.front, edition.front_block, edition.id.split("/")[0]
    if front.nation != folder:
        yield block.problem(f"this file lies under {folder}/, so write `nation: {folder}`", "nation")
    calendars = content.vocabulary.bank_holidays.calendars
    if front.working_day.calendar not in calendars:
        message = f"'{front.working_day.calendar}' is not a calendar{nearest(front.working_day.calendar, calendars)}"
        yield block.problem(message, "working_day", "calendar")
    if front.review_by <= front.checked:
        yield block.problem(f"'review_by' must be later than 'checked', {front.checked}", "review_by")
    end = front.in_force.end
    if _ends_too_soon(edition):
        yield block.problem("'to' is earlier than 'from'; an edition cannot end before it begins", "in_force", "to")
    if front.in_force.end_is and not end:
        yield block.problem(
            "'to_is' says what kind of date `to` is, and there is no `to`; write it", "in_force", "to_is"
        )
    written = {section.heading for section in edition.sections}
    missing = [heading for heading in content.vocabulary.topics.values() if heading not in written]
    if front.coverage == "whole" and missing and not edition.unread.lost:
        message = (
            f"an edition held whole has every topic, and this lacks {', '.join(missing)}; write `coverage: partial`"
        )
        yield block.problem(message, "coverage")


def _fork_problems(edition: WrittenEdition, content: Content) -> Iterator[Problem]:
    """Find a fork of the process at no topic, or a way on that names a test or rule which the edition does not have."""
    topics, block = content.vocabulary.topics, edition.front_block
    held = {
        "tests": [test.id for _, test in edition.records(TestBlock)],
        "rules": [rule.id for _, rule in edition.rules()],
    }
    for number, fork in enumerate(edition.front.forks):
        if fork.topic not in topics:
            yield block.problem(f"'{fork.topic}' is not a topic{nearest(fork.topic, topics)}", "forks", number, "topic")
        for place, way in enumerate(fork.ways):
            for key, names in (("tests", way.tests), ("rules", way.rules)):
                for nth, name in enumerate(names):
                    if name not in held[key] and not edition.unread:
                        message = f"'{name}' is not a {key.removesuffix('s')} of this edition{nearest(name, held[key])}"
                        yield block.problem(message, "forks", number, "ways", place, key, nth)


def _ends_too_soon(edition: WrittenEdition) -> bool:
    """Return whether an edition ends before it begins."""
    in_force = edition.front.in_force
    return in_force.end is not None and bounds(in_force.end)[1] < bounds(in_force.start)[0]


def _currency_problems(content: Content) -> Iterator[Problem]:
    """Find overlaps and holes between a nation's editions that no `transition` note covers by name."""
    for nation in content.vocabulary.nations:
        if nation in content.unread_nations:
            continue  # a hole may be the edition that could not be read
        editions = [edition for edition in content.editions if edition.id.startswith(f"{nation}/")]
        beside: dict[str, set[str]] = {edition.id: set() for edition in editions}
        for earlier, later in pairwise(sorted(editions, key=lambda edition: bounds(edition.front.in_force.start))):
            beside[earlier.id].add(later.id)
            beside[later.id].add(earlier.id)
            if not _ends_too_soon(earlier):
                yield from _border_problems(earlier, later)
        for edition in editions:
            yield from _covering_problems(edition, beside[edition.id])


def _border_problems(earlier: WrittenEdition, later: WrittenEdition) -> Iterator[Problem]:
    """Find an overlap or hole at one border that neither edition's `transition_covers` names.

    Borders known to the month or year need only touch.
    """
    end, start = earlier.front.in_force.end, later.front.in_force.start
    at = earlier.front_block
    if end is None:
        message = f"{later.id} begins on {said(start)}, so this edition needs an end: write `to: …` in in_force"
        yield at.problem(message, "in_force")
        return
    either = f"mend 'to', or say who is under which in a `transition` note, with `transition_covers: [{later.id}]`"
    if _days_after(bounds(end)[1], bounds(start)[0]) > 1:
        what = f"no edition covers the days after {said(end)} and before {later.id}, from {said(start)}"
    elif _days_after(bounds(end)[0], bounds(start)[1]) < 1:
        what = f"this edition ends on {said(end)} but {later.id} begins on {said(start)}"
    else:
        yield from (
            naming.front_block.problem(
                f"the border with {other.id} has neither hole nor overlap to cover; take this out", "transition_covers"
            )
            for naming, other in ((earlier, later), (later, earlier))
            if other.id in naming.front.transition_covers
        )
        return
    if later.id not in earlier.front.transition_covers and earlier.id not in later.front.transition_covers:
        yield at.problem(f"{what}; {either}", "in_force", "to")


def _covering_problems(edition: WrittenEdition, beside: set[str]) -> Iterator[Problem]:
    """Find a `transition_covers` without its note, or that names an edition other than those `beside` this one."""
    front, block = edition.front, edition.front_block
    if front.transition_covers and not front.transition:
        message = (
            "`transition_covers` names a border of which a `transition` note speaks, and there is no note; write it"
        )
        yield block.problem(message, "transition_covers")
    for number, name in enumerate(front.transition_covers):
        if name not in beside:
            message = f"'{name}' is not the edition before or after this one{nearest(name, sorted(beside))}"
            yield block.problem(message, "transition_covers", number)


def _days_after(first: date, second: date) -> int:
    """Return how many days `second` lies after `first`."""
    return (second - first).days


def _heading_problems(edition: WrittenEdition, content: Content) -> Iterator[Problem]:
    """Find headings that are no topics, stand twice, or stand out of the fixed order."""
    headings = list(content.vocabulary.topics.values())
    furthest = -1
    seen: set[str] = set()
    for section in edition.sections:
        if section.heading not in headings:
            message = f"'{section.heading}' is not a topic{nearest(section.heading, headings)}"
            yield Problem(edition.path, section.line, message)
        elif section.heading in seen:
            yield Problem(edition.path, section.line, f"the topic '{section.heading}' stands twice; join the two")
        elif headings.index(section.heading) < furthest:
            message = f"'{section.heading}' stands too late; it comes before '{headings[furthest]}' (topics.yml has the order)"
            yield Problem(edition.path, section.line, message)
        else:
            furthest = headings.index(section.heading)
        seen.add(section.heading)
