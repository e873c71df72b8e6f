"""What must hold in the words that editions share: names that name something, bank holidays that can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.counting import SATURDAY, facts_in
from calculators.wording import in_full
from stages.checks.typed_lengths import typed, typed_lengths
from stages.compiling import from_package
from stages.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stages.problems import Problem
    from stages.reading import Vocabulary
    from stages.schema import AmendmentBlock

_SENTENCES = {"events": ("label", "words", "verb", "hint"), "facts": ("question", "hint"), "bodies": ("name", "how")}


def vocabulary_problems(words: Vocabulary) -> Iterator[Problem]:
    """Find everything that is wrong in the vocabularies."""
    yield from _topic_problems(words)
    yield from _event_problems(words)
    yield from _fact_problems(words)
    yield from _body_problems(words)
    yield from _span_problems(words)
    yield from _amendment_problems(words)
    for name, keys in _SENTENCES.items():
        block = words.blocks[name]
        for entry, record in getattr(words, name).items():
            for key in keys:
                for _, length in typed_lengths(getattr(record, key) or ""):
                    yield block.problem(typed(length, write="only an edition's rule may say it"), entry, key)


def _topic_problems(words: Vocabulary) -> Iterator[Problem]:
    """Find two topics, or two nations, that bear the same name."""
    for name in ("topics", "nations"):
        seen: dict[str, str] = {}
        for entry, heading in getattr(words, name).items():
            if heading in seen:
                yield words.blocks[name].problem(
                    f"'{entry}' and '{seen[heading]}' bear the same name; change one", entry
                )
            seen.setdefault(heading, entry)


def _event_problems(words: Vocabulary) -> Iterator[Problem]:
    """Find events that follow nothing, themselves, or each other in a ring."""
    block = words.blocks["events"]
    for name, event in words.events.items():
        for number, earlier in enumerate(event.follows):
            if earlier not in words.events:
                message = f"event '{name}' follows '{earlier}', which is not an event{nearest(earlier, words.events)}"
                yield block.problem(message, name, "follows", number)
    for name, event in words.events.items():
        for number, earlier in enumerate(event.follows):
            if name == earlier or name in _before(earlier, words):
                way = "" if name == earlier else f" by way of '{earlier}'"
                message = f"event '{name}' follows itself{way}, which no day can; take out what is not true"
                yield block.problem(message, name, "follows", number)
                return  # each event of the ring would say the same


def _fact_problems(words: Vocabulary) -> Iterator[Problem]:
    """Find facts that exclude what is no fact, and a fact whose id is an event's too: a link could not tell them apart."""
    block = words.blocks["facts"]
    for name, fact in words.facts.items():
        if name in words.events:
            yield block.problem(f"'{name}' is an event too; choose another id", name)
        for number, excluded in enumerate(fact.excludes):
            for other in facts_in(excluded):
                if other not in words.facts or other == name:
                    message = f"'{other}' is not another fact{nearest(other, words.facts)}"
                    yield block.problem(message, name, "excludes", number)


def _body_problems(words: Vocabulary) -> Iterator[Problem]:
    """Find bodies that are said to be reached in no way at all, or to take the cases of no nation of this guide."""
    block = words.blocks["bodies"]
    for name, body in words.bodies.items():
        if body.how is None and not body.channels:
            yield block.problem("write `how: …`, or `channels` by what is sent", name)
        if body.takes_cases_in and body.takes_cases_in not in words.nations:
            message = f"'{body.takes_cases_in}' is not a nation{nearest(body.takes_cases_in, words.nations)} (content/nations.yml lists them)"
            yield block.problem(message, name, "takes_cases_in")


def _before(event: str, words: Vocabulary) -> set[str]:
    """Return every event that `event` follows, at one remove or more."""
    found: set[str] = set()
    waiting = [event]
    while waiting:
        event = waiting.pop()
        for earlier in words.events[event].follows if event in words.events else ():
            if earlier not in found:
                found.add(earlier)
                waiting.append(earlier)
    return found


def _span_problems(words: Vocabulary) -> Iterator[Problem]:
    """Find years of bank holidays that cannot be."""
    holidays, block = words.bank_holidays, words.blocks["bank-holidays"]
    if (holidays.first.month, holidays.first.day) != (1, 1):
        yield block.problem("whole years are held: 'from' is a 1 January", "from")
    if (holidays.horizon.month, holidays.horizon.day) != (12, 31):
        yield block.problem("whole years are held: 'horizon' is a 31 December", "horizon")
    if not holidays.first <= holidays.published.start <= holidays.published.end <= holidays.horizon:
        yield block.problem("'published' must lie between 'from' and 'horizon'", "published")


def _amendment_problems(words: Vocabulary) -> Iterator[Problem]:
    """Find bank holidays added or removed that change nothing, or in a calendar that is none."""
    holidays, block = words.bank_holidays, words.blocks["bank-holidays"]
    told: set[tuple[str, date]] = set()
    package = from_package(holidays)
    for key, amendments in (("added", holidays.added), ("removed", holidays.removed)):
        for number, amendment in enumerate(amendments):
            message, at = None, "date"
            if amendment.calendar not in holidays.calendars:
                message, at = (
                    f"'{amendment.calendar}' is not a calendar{nearest(amendment.calendar, holidays.calendars)}",
                    "calendar",
                )
            elif not holidays.first <= amendment.date <= holidays.horizon:
                message = f"{amendment.date} lies outside the years from 'from' to 'horizon'"
            elif amendment.date.weekday() >= SATURDAY:
                message = (
                    f"{in_full(amendment.date)} is no working day already; write the substitute day, if there is one"
                )
            elif (amendment.calendar, amendment.date) in told:
                message = f"{amendment.date} stands twice for {amendment.calendar}; keep one"
            elif key == "removed" and package[amendment.calendar].get(amendment.date) != amendment.name:
                message, at = _no_such_holiday(amendment, package[amendment.calendar].get(amendment.date))
            elif key == "added" and package[amendment.calendar].get(amendment.date) == amendment.name:
                message = f"{amendment.date} is held under this name already; take the line out"
            told.add((amendment.calendar, amendment.date))
            if message:
                yield block.problem(message, key, number, at)


def _no_such_holiday(amendment: AmendmentBlock, held: str | None) -> tuple[str, str]:
    """Return what is wrong with a bank holiday to be removed that is none, or is `held` under another name, and at which key."""
    if held is None:
        return f"{amendment.date} is no bank holiday in {amendment.calendar}, so it need not be removed", "date"
    return f"{amendment.date} is '{held}' in {amendment.calendar}; write that name, or the day that is meant", "name"
