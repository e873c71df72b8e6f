"""What must hold in what stands beside the editions: names that name something, no length of time typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stages.checks import local as local_checks
from stages.checks.shared import NOT_SENTENCES, all_texts, unknown
from stages.checks.typed_lengths import typed, typed_lengths
from stages.compiling.slots import HALF
from stages.schema.supplements import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stages.problems import Problem
    from stages.reading.model import Content
    from stages.reading.supplements import Shelf
    from stages.reading.validation import Block
    from stages.schema.supplements import FormBlock, ModelsBlock, ReadingListBlock, ReviewsBlock


def problems(shelf: Shelf, content: Content) -> list[Problem]:
    """Return everything that is wrong in what was read, with what could not be read, but for slots."""
    found = list(shelf.problems)
    for block in shelf.blocks.values():
        found += sentence_problems(block)
    if "glossary" in shelf.files:
        found += glossary_problems(shelf, content)
    found += library_problems(shelf, content)
    untold = {local.path for local in shelf.locals} - {one.path for one in shelf.problems}
    for local in shelf.locals:
        found += local_checks.problems(local, content, bare=local.path in untold and not local.layers)
    return sorted(set(found))


def sentence_problems(block: Block) -> Iterator[Problem]:
    """Find typed lengths of time, and slots, which are not filled here, in a file's sentences."""
    for keys, text in all_texts(block.node, ()):
        if keys[-1] in NOT_SENTENCES:
            continue
        for _, length in typed_lengths(text):
            yield block.problem(typed(length, write="only an edition's rule may say it"), *keys)
        if HALF.search(text):
            yield block.problem("slots are not filled here; write words without a length of time", *keys)


def glossary_problems(shelf: Shelf, content: Content) -> Iterator[Problem]:
    """Find terms and crosswalk rows that name what does not exist, and two terms linked by the same words."""
    glossary, block = shelf.glossary, shelf.blocks["glossary"]
    nations, terms = content.vocabulary.nations, glossary.terms
    for name, term in terms.items():
        at = ("terms", name)
        yield from unknown(
            block, (((*at, "nations", n), one) for n, one in enumerate(term.nations)), nations, "a nation"
        )
        yield from unknown(block, (((*at, "see", n), one) for n, one in enumerate(term.see)), terms, "a term")
        for nation, meant in term.meanings.items():
            yield from unknown(block, [((*at, "meanings", nation), nation)], nations, "a nation")
            yield from unknown(block, [((*at, "meanings", nation), meant)], terms, "a term")
    linked: dict[str, str] = {}
    for word, name in words(glossary):
        if word.lower() in linked:
            message = f"'{word}' links to '{linked[word.lower()]}' already; words can link to one term only"
            yield block.problem(message, "terms", name)
        linked.setdefault(word.lower(), name)
    for name, row in glossary.crosswalk.items():
        if name in terms:
            yield block.problem(
                f"'{name}' is a term as well, and the two would share an address; rename the row", "crosswalk", name
            )
        yield from unknown(
            block, ((("crosswalk", name, "nations", one), one) for one in row.nations), nations, "a nation"
        )


def library_problems(shelf: Shelf, content: Content) -> Iterator[Problem]:
    """Find entries of the library that name a topic, an edition, a rule, a work or a fact that does not exist."""
    for name, check in IN_LIBRARY.items():
        if name in shelf.files:
            yield from check(shelf, shelf.files[name], shelf.blocks[name], content)


def reading_problems(_: Shelf, reading: ReadingListBlock, block: Block, __: Content) -> Iterator[Problem]:
    """Find works under a topic that the list does not have."""
    named = [(("entries", name, "topic"), entry.topic) for name, entry in reading.entries.items()]
    yield from unknown(block, named, reading.topics, "a topic of this list")


def model_problems(shelf: Shelf, models: ModelsBlock, block: Block, content: Content) -> Iterator[Problem]:
    """Find models that name a work or an edition that does not exist."""
    reading = shelf.files.get("library/reading-list")
    for name, model in models.models.items():
        works = [(("models", name, "works", n), one) for n, one in enumerate(model.works) if reading]
        yield from unknown(block, works, reading.entries if reading else (), "a work of reading-list.yml")
        editions = [(("models", name, "editions", n), one) for n, one in enumerate(model.editions)]
        read = [one for one in editions if one[1] not in content.unread]
        yield from unknown(block, read, (one.id for one in content.editions), "an edition")


def review_problems(_: Shelf, reviews: ReviewsBlock, block: Block, content: Content) -> Iterator[Problem]:
    """Find published reviews whose edition does not exist, or does not have that retention."""
    editions = {one.id: one for one in content.editions}
    for name, review in reviews.reviews.items():
        at = ("reviews", name)
        yield from unknown(block, [((*at, "nation"), review.nation)], content.vocabulary.nations, "a nation")
        if review.edition not in content.unread:
            yield from unknown(block, [((*at, "edition"), review.edition)], editions, "an edition")
        edition = editions.get(review.edition)
        if edition and not edition.unread:
            kept = [one.record.id for _, one in edition.blocks() if one.kind == "retention"]
            yield from unknown(block, [((*at, "rule"), review.rule)], kept, f"a retention of {review.edition}")


def form_problems(_: Shelf, form: FormBlock, block: Block, content: Content) -> Iterator[Problem]:
    """Find facts that the form asks for and facts.yml does not have."""
    for name, part in form.parts.items():
        facts = ((("parts", name, "facts", n), one) for n, one in enumerate(part.facts))
        yield from unknown(block, facts, content.vocabulary.facts, "a fact of facts.yml")


IN_LIBRARY: dict[str, Callable[[Shelf, Any, Block, Content], Iterator[Problem]]] = {
    "library/reading-list": reading_problems,
    "library/learning-models": model_problems,
    "library/published-reviews": review_problems,
    "library/referral-form": form_problems,
}
