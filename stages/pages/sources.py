"""The texts that a nation's editions rest on: full references, how much of each was read, and everything it was used for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from calculators.records import Rule
from stages.compiling import citation_record
from stages.schema import MentionBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from calculators.records import Citation, Edition, Source, Test
    from stages.reading import Content, WrittenEdition
    from stages.schema import SourceBlock

Mentions: TypeAlias = (
    "Mapping[str, Sequence[tuple[str, Citation]]]"  # by edition: the words of each mention, and where they stand
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Something that rests on a source: a rule, a test, or a length of time that the text mentions."""

    edition: Edition
    words: str
    anchor: str | None  # on the edition's page; None for a mention, which has none of its own
    restated: bool  # known through this source, which restates another


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One text, the editions that list it, and its uses; used in the text alone if there are none."""

    id: str
    source: Source
    editions: tuple[Edition, ...]
    uses: tuple[Use, ...]
    by_edition: Mapping[str, tuple[Use, ...]]  # the same uses by the edition's id: a page asks this for every edition
    read_on: str | None  # the ISO date on which it was last read, for whichever edition that was

    @property
    def reads(self) -> tuple[tuple[str, tuple[Edition, ...]], ...]:
        """Return how much of it was read, with the editions for which that holds."""
        found: dict[str, tuple[Edition, ...]] = {}
        for edition in self.editions:
            read = next(source.read for source in edition.sources.values() if _same(source, self.source))
            found[read] = (*found.get(read, ()), edition)
        return tuple(found.items())

    def used_by(self, edition: Edition) -> tuple[Use, ...]:
        """Return the uses in one edition."""
        return self.by_edition.get(edition.id, ())

    @property
    def unused(self) -> tuple[Edition, ...]:
        """Return the editions of which no rule or test stands in it: their text names it."""
        return tuple(edition for edition in self.editions if not self.used_by(edition))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A text in which something was looked for and not found, since it or that part of it was not read."""

    edition: str
    source: SourceBlock
    words: str


def wanted(edition: WrittenEdition) -> tuple[Wanted, ...]:
    """Return the texts with which a reader could complete an edition."""
    return tuple(
        Wanted(edition=edition.id, source=source, words=source.wanted)
        for source in edition.front.sources.values()
        if source.wanted
    )


def days_of_reading(content: Content) -> Mapping[tuple[str, str], date]:
    """Return the day on which each source was last read, by the edition's id and the source's."""
    return {
        (edition.id, ref): source.read_on
        for edition in content.editions
        for ref, source in edition.front.sources.items()
        if source.read_on
    }


def references(
    nation: str, editions: Sequence[Edition], mentions: Mentions, days: Mapping[tuple[str, str], date]
) -> tuple[Reference, ...]:
    """Return the texts of a nation's editions by publisher and title; one that several editions list stands once.

    `days` are those of `days_of_reading`.
    """
    found: dict[tuple[str, str, int | None, str | None], list[tuple[Edition, str]]] = {}
    for edition in editions:
        for ref, source in edition.sources.items():
            found.setdefault(_key(source), []).append((edition, ref))
    made = [
        Reference(
            id=f"{nation}-{name}",
            source=listed[0][0].sources[listed[0][1]],
            editions=tuple(edition for edition, _ in listed),
            uses=(used := tuple(use for edition, ref in listed for use in _uses(edition, ref, mentions))),
            by_edition={edition: tuple(of) for edition, of in groupby(used, key=lambda use: use.edition.id)},
            read_on=max(
                (days[edition.id, ref].isoformat() for edition, ref in listed if (edition.id, ref) in days),
                default=None,
            ),
        )
        for name, listed in zip(_names([ref for (_, ref), *_ in found.values()]), found.values(), strict=True)
    ]
    return tuple(
        sorted(made, key=lambda reference: (reference.source.publisher.casefold(), reference.source.title.casefold()))
    )


def _names(refs: Sequence[str]) -> Iterator[str]:
    """Yield each name, numbered from its second text on: editions may give one name to different texts."""
    seen: Counter[str] = Counter()
    for ref in refs:
        seen[ref] += 1
        yield ref if seen[ref] == 1 else f"{ref}-{seen[ref]}"


def _uses(edition: Edition, ref: str, mentions: Mentions) -> Iterator[Use]:
    """Yield what an edition takes from one of its sources."""
    for words, anchor, citations in _cited(edition, mentions):
        if any(ref in (each.ref, each.via) for each in citations):
            restated = all(each.ref != ref for each in citations)
            yield Use(edition=edition, words=words, anchor=anchor, restated=restated)


def _cited(edition: Edition, mentions: Mentions) -> Iterator[tuple[str, str | None, list[Citation]]]:
    """Yield everything of an edition that stands somewhere, with the places where it stands."""
    for rule in edition.rules:
        yield rule.action, f"rule-{rule.id}", places(rule)
    for test in edition.tests:
        yield test.question, f"test-{test.id}", places(test)
    for words, citation in mentions.get(edition.id, ()):
        yield words, None, [citation]


def places(found: Rule | Test) -> list[Citation]:
    """Return every place in which a rule or one of its readings stands, or a test or one of its limbs, each once."""
    parts = found.readings if isinstance(found, Rule) else found.limbs
    return list(dict.fromkeys((found.citation, *(part.citation for part in parts))))


def _key(source: Source) -> tuple[str, str, int | None, str | None]:
    """Return what makes two editions' sources the same text: all but how much was read for each."""
    return source.title, source.publisher, source.year, source.url


def _same(source: Source, other: Source) -> bool:
    """Return whether two sources are the same text."""
    return _key(source) == _key(other)


def mentions_of(content: Content) -> Mentions:
    """Return the lengths of time that texts mention, by edition."""
    return {
        edition.id: tuple(
            (mention.words, citation_record(mention.source)) for _, mention in edition.records(MentionBlock)
        )
        for edition in content.editions
    }
