"""What must hold in what stands beside the editions: names that name something, no length of time typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stages.checks import local as local_checks
from stages.checks.shared import NOT_SENTENCES, texts_of, unknown
from stages.checks.typed_lengths import typed, typed_lengths
from stages.compiling import HALF
from stages.schema import ComparisonBlock, GlossaryBlock, linked_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stages.problems import Problem
    from stages.reading import Block, Content, Supplements
    from stages.schema import FormBlock, ModelsBlock, ReadingListBlock, ReviewsBlock


def supplement_problems(supplements: Supplements, content: Content) -> list[Problem]:
    """Return everything that is wrong in what was read, with what could not be read, but for slots."""
    found = list(supplements.problems)
    for block in supplements.blocks.values():
        found += _sentence_problems(block)
    if supplements.glossary:
        found += _glossary_problems(supplements.glossary, supplements.blocks["glossary"], content)
    if supplements.comparisons:
        found += _comparison_problems(supplements.comparisons, supplements.blocks["comparisons"], content)
    found += _library_problems(supplements, content)
    untold = {local.path for local in supplements.locals} - {problem.path for problem in supplements.problems}
    for local in supplements.locals:
        found += local_checks.local_problems(local, content, bare=local.path in untold and not local.layers)
    return sorted(set(found))


def _sentence_problems(block: Block) -> Iterator[Problem]:
    """Find typed lengths of time, and slots, which are not filled here, in a file's sentences."""
    for keys, text in texts_of(block.node):
        if keys[-1] in NOT_SENTENCES:
            continue
        for _, length in typed_lengths(text):
            yield block.problem(typed(length, write="only an edition's rule may say it"), *keys)
        if HALF.search(text):
            yield block.problem("slots are not filled here; write words without a length of time", *keys)


def _glossary_problems(glossary: GlossaryBlock, block: Block, content: Content) -> Iterator[Problem]:
    """Find terms and crosswalk rows that name what does not exist, and two terms linked by the same words."""
    nations, terms = content.vocabulary.nations, glossary.terms
    for name, term in terms.items():
        at = ("terms", name)
        yield from unknown(
            block, (((*at, "nations", n), named) for n, named in enumerate(term.nations)), nations, "a nation"
        )
        yield from unknown(block, (((*at, "see", n), named) for n, named in enumerate(term.see)), terms, "a term")
        for nation, meant in term.meanings.items():
            yield from unknown(block, [((*at, "meanings", nation), nation)], nations, "a nation")
            yield from unknown(block, [((*at, "meanings", nation), meant)], terms, "a term")
    linked: dict[str, str] = {}
    for word, name in linked_words(glossary.terms):
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
            block, ((("crosswalk", name, "nations", named), named) for named in row.nations), nations, "a nation"
        )


def _comparison_problems(
    comparisons: Mapping[str, ComparisonBlock], block: Block, content: Content
) -> Iterator[Problem]:
    """Find sentences on what is no topic, and sections named as their ground that no edition has."""
    topics = content.vocabulary.topics
    yield from unknown(block, (((topic,), topic) for topic in comparisons), topics, "a topic of topics.yml")
    sections = [f"{edition.id}#{topic}" for edition in content.editions for topic in topics]
    for topic, comparison in comparisons.items():
        named = [((topic, "rests_on", n), section) for n, section in enumerate(comparison.rests_on)]
        read = [one for one in named if one[1].partition("#")[0] not in content.unread]
        yield from unknown(block, read, sections, "an edition and a topic, as in england/an-edition#criteria")


def _library_problems(supplements: Supplements, content: Content) -> Iterator[Problem]:
    """Find entries of the library that name a topic, an edition, a rule, a work or a fact that does not exist."""
    blocks, reading = supplements.blocks, supplements.reading_list
    if reading:
        yield from _reading_problems(reading, blocks["library/reading-list"])
    if supplements.learning_models:
        models = supplements.learning_models
        yield from _model_problems(models, reading, blocks["library/learning-models"], content)
    if supplements.published_reviews:
        yield from _review_problems(supplements.published_reviews, blocks["library/published-reviews"], content)
    if supplements.referral_form:
        yield from _form_problems(supplements.referral_form, blocks["library/referral-form"], content)


def _reading_problems(reading: ReadingListBlock, block: Block) -> Iterator[Problem]:
    """Find works under a topic that the list does not have."""
    named = [(("entries", name, "topic"), entry.topic) for name, entry in reading.entries.items()]
    yield from unknown(block, named, reading.topics, "a topic of this list")


def _model_problems(
    models: ModelsBlock, reading: ReadingListBlock | None, block: Block, content: Content
) -> Iterator[Problem]:
    """Find models that name a work or an edition that does not exist."""
    for name, model in models.models.items():
        works = [(("models", name, "works", n), named) for n, named in enumerate(model.works) if reading]
        yield from unknown(block, works, reading.entries if reading else (), "a work of reading-list.yml")
        editions = [(("models", name, "editions", n), named) for n, named in enumerate(model.editions)]
        read = [named for named in editions if named[1] not in content.unread]
        yield from unknown(block, read, (named.id for named in content.editions), "an edition")


def _review_problems(reviews: ReviewsBlock, block: Block, content: Content) -> Iterator[Problem]:
    """Find published reviews whose edition does not exist, or does not have that retention."""
    editions = {held.id: held for held in content.editions}
    for name, review in reviews.reviews.items():
        at = ("reviews", name)
        yield from unknown(block, [((*at, "nation"), review.nation)], content.vocabulary.nations, "a nation")
        if review.edition not in content.unread:
            yield from unknown(block, [((*at, "edition"), review.edition)], editions, "an edition")
        edition = editions.get(review.edition)
        if edition and not edition.unread:
            kept = [rule.id for block, rule in edition.rules() if block.kind == "retention"]
            yield from unknown(block, [((*at, "rule"), review.rule)], kept, f"a retention of {review.edition}")


def _form_problems(form: FormBlock, block: Block, content: Content) -> Iterator[Problem]:
    """Find facts that the form asks for and facts.yml does not have."""
    for name, part in form.parts.items():
        facts = ((("parts", name, "facts", n), fact) for n, fact in enumerate(part.facts))
        yield from unknown(block, facts, content.vocabulary.facts, "a fact of facts.yml")
