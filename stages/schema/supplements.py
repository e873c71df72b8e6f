"""What an editor may write beside the editions: glossary, library and local arrangements, each dataclass one schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass

from stages.schema.edition import CitationBlock, SourceBlock
from stages.schema.scalars import STRICT, Day, Id, PartialDate, Text, Year

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, kw_only=True, config=STRICT)
class TermBlock:
    """An entry of glossary.yml.

    `former` are names that the same idea bore before, `also` other names in use. `link: true` links the term, its
    abbreviation and its `forms` (other spellings of it) where one first stands in the prose of an edition's page.
    `meanings` is for letters that mean two things: a nation and the term that they stand for there. `see` names related terms.
    """

    term: Text
    meaning: Text
    nations: tuple[Id, ...] = ()
    abbreviation: Text | None = None
    former: tuple[Text, ...] = ()
    also: tuple[Text, ...] = ()
    forms: tuple[Text, ...] = ()
    meanings: dict[Id, Id] = Field(default_factory=dict)
    see: tuple[Id, ...] = ()
    link: bool = False


@dataclass(frozen=True, kw_only=True, config=STRICT)
class CrosswalkBlock:
    """One row of the crosswalk in glossary.yml: an idea, and what each nation calls it."""

    idea: Text
    nations: Annotated[dict[Id, Text], Field(min_length=1)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class GlossaryBlock:
    """The whole of glossary.yml."""

    crosswalk: dict[Id, CrosswalkBlock]
    terms: Annotated[dict[Id, TermBlock], Field(min_length=1)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ComparisonBlock:
    """One topic of comparisons.yml: what the comparison of the editions in force shows, and the sections it is drawn from.

    `rests_on` names each as 'edition#topic'.
    """

    says: Text
    rests_on: Annotated[tuple[Text, ...], Field(min_length=1)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ReadingListEntry:
    """A work of the reading list; `note` says in our own words what it is. `held_in` is the journal and its pages."""

    title: Text
    author: Text
    year: Year
    topic: Id
    note: Text
    publisher: Text | None = None
    place: Text | None = None
    held_in: Text | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ReadingListBlock:
    """The whole of library/reading-list.yml."""

    list: SourceBlock
    note: Text
    topics: Annotated[dict[Id, Text], Field(min_length=1)]
    entries: Annotated[dict[Id, ReadingListEntry], Field(min_length=1)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ModelEntry:
    """A learning model: what the texts that we read say of it, and the editions and works that speak of it."""

    name: Text
    note: Text
    editions: tuple[Text, ...] = ()
    works: tuple[Id, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ModelsBlock:
    """The whole of library/learning-models.yml; `gap` says what is not held."""

    gap: Text
    models: Annotated[dict[Id, ModelEntry], Field(min_length=1)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class PublishedReview:
    """A published review. `rule` is the retention of `edition` that says how long it stays; `published` if held."""

    name: Text
    kind: Text
    publisher: Text
    nation: Id
    edition: Text
    rule: Id
    source: Text
    published: PartialDate | None = None
    note: Text | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ReviewsBlock:
    """The whole of library/published-reviews.yml."""

    note: Text
    reviews: Annotated[dict[Id, PublishedReview], Field(min_length=1)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class FormField:
    """A line to fill in; `lines` is how many are left blank."""

    label: Text
    hint: Text | None = None
    lines: Annotated[int, Field(strict=True, ge=1, le=20)] = 1


@dataclass(frozen=True, kw_only=True, config=STRICT)
class FormPart:
    """A part of the form: lines to fill in, and facts of facts.yml, whose questions are asked with yes, no, not known."""

    heading: Text
    hint: Text | None = None
    fields: tuple[FormField, ...] = ()
    facts: tuple[Id, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class FormBlock:
    """The whole of library/referral-form.yml."""

    title: Text
    note: Text
    parts: Annotated[dict[Id, FormPart], Field(min_length=1)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class LocalMention:
    """A length of time that a partnership's own text says: a slot that asks for its words prints it, on that page alone."""

    words: Text
    source: CitationBlock


@dataclass(frozen=True, kw_only=True, config=STRICT)
class LocalFront:
    """What a partnership's local arrangements are: `sits_on` names the edition under them, `area` the place.

    `mentions` are lengths of time of its own, by id; no edition's rule may bear that id.
    """

    name: Text
    nation: Id
    sits_on: Text
    area: Text
    summary: Text
    sources: Annotated[dict[Id, SourceBlock], Field(min_length=1)]
    checked: Day
    review_by: Day
    mentions: dict[Id, LocalMention] = Field(default_factory=dict)


def linked_words(terms: Mapping[str, TermBlock]) -> Iterator[tuple[str, str]]:
    """Yield what each term to be linked is written as, with its name: itself, its abbreviation, its other forms.

    Letters that mean two things are a term of their own, and link there.
    """
    own = {term.term for term in terms.values()}
    for name, term in terms.items():
        if term.link:
            short = [term.abbreviation] if term.abbreviation and term.abbreviation not in own else []
            yield from ((word, name) for word in dict.fromkeys([term.term, *short, *term.forms]))
