"""What must hold in local arrangements: an edition under them, topics and layers in order, slots that fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from stages.checks import markdown as markdown_checks
from stages.checks.shared import NOT_SENTENCES, texts_of, unknown
from stages.checks.typed_lengths import typed, typed_lengths
from stages.compiling import faults, named_in, with_own
from stages.problems import Problem, nearest
from stages.reading import LAYERS
from stages.schema import MentionBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stages.compiling import Names
    from stages.reading import Content, Local, Supplements


_MARKDOWN = MarkdownIt("commonmark")
_NAME_IT = "name a rule of the edition under it, as in {{ rule-id.period }}, or put what is local under `mentions` in the front matter"


def local_problems(local: Local, content: Content, *, bare: bool) -> Iterator[Problem]:
    """Find what is wrong in one partnership's local arrangements, but for slots; `bare` if nothing is written in them."""
    yield from _front_problems(local, content)
    if bare:
        message = f"no topic is written; begin with `## ` and a topic, then `### ` and one of {', '.join(LAYERS)}"
        yield Problem(local.path, 1, message)
    yield from _mention_problems(local, content)
    yield from _order_problems(local, list(content.vocabulary.topics.values()))
    for layer in local.layers:
        for offset, words in typed_lengths(layer.text):
            yield Problem(local.path, layer.line + offset, typed(words, write=_NAME_IT))
        yield from markdown_checks.edition_problems(layer.text, path=local.path, line=layer.line)
        for token in _MARKDOWN.parse(layer.text):
            if token.type == "fence":
                message = "a rule stands in an edition, not here; name it with a slot"
                yield Problem(local.path, layer.line + markdown_checks.first_line(token), message)


def _front_problems(local: Local, content: Content) -> Iterator[Problem]:
    """Find what is wrong in the front matter."""
    front, block = local.front, local.block
    editions = {edition.id for edition in content.editions}
    yield from unknown(block, [(("nation",), front.nation)], content.vocabulary.nations, "a nation")
    if front.sits_on not in content.unread:
        yield from unknown(block, [(("sits_on",), front.sits_on)], editions, "an edition")
    of_nation = front.sits_on.split("/")[0] == front.nation
    if front.sits_on in editions and front.nation in content.vocabulary.nations and not of_nation:
        yield block.problem(f"this edition is not of the nation '{front.nation}'; mend one of the two", "sits_on")
    if front.review_by <= front.checked:
        yield block.problem(f"'review_by' must be later than 'checked', {front.checked}", "review_by")
    for keys, text in texts_of(block.node):
        if keys[-1] not in NOT_SENTENCES and keys != ("sits_on",) and keys[0] != "mentions":
            yield from (block.problem(typed(words, write=_NAME_IT), *keys) for _, words in typed_lengths(text))


def _mention_problems(local: Local, content: Content) -> Iterator[Problem]:
    """Find lengths of the page's own that no slot prints, that bear another's id, or whose source is none."""
    front = local.front
    under = [edition for edition in content.editions if edition.id == front.sits_on]
    records = [record for edition in under for _, record in (*edition.rules(), *edition.records(MentionBlock))]
    taken = {record.id for record in records}
    printed = {name for _, text in _said(local) for name in named_in(text, edition=front.sits_on)}
    for name, mention in front.mentions.items():
        at = ("mentions", name)
        if name in taken:
            message = f"'{name}' is a rule or mention of {front.sits_on} already; choose another id"
            yield local.block.problem(message, *at)
        elif (front.sits_on, name) not in printed:
            message = f"no slot prints this; write {{{{ {name}.words }}}} where this page speaks of it"
            yield local.block.problem(message, *at)
        cited = [((*at, "source", key), ref) for key in ("ref", "via") if (ref := getattr(mention.source, key))]
        yield from unknown(local.block, cited, front.sources, "a source of this page")


def _order_problems(local: Local, topics: list[str]) -> Iterator[Problem]:
    """Find headings that are no topics, and topics and layers that stand twice or out of order."""
    seen: list[tuple[int, int]] = []
    for layer in local.layers:
        if layer.topic not in topics:
            yield Problem(local.path, layer.topic_line, f"'{layer.topic}' is not a topic{nearest(layer.topic, topics)}")
            continue
        place = (topics.index(layer.topic), LAYERS.index(layer.name))
        if seen and place <= seen[-1]:
            message = f"'{layer.name}' of '{layer.topic}' stands twice or too late; topics stand in the order of topics.yml, and under each {', '.join(LAYERS)}"
            yield Problem(local.path, layer.heading_line, message)
        seen.append(place)


def slot_problems(supplements: Supplements, names: Names) -> list[Problem]:
    """Return the slots that cannot be filled; the editions must have been compiled."""
    return [
        Problem(local.path, line + offset, fault)
        for local in supplements.locals
        for line, text in _said(local)
        for offset, fault in faults(
            text, edition=local.front.sits_on, known=with_own(names, local.front.sits_on, local.words)
        )
    ]


def _said(local: Local) -> Iterator[tuple[int, str]]:
    """Yield each text of local arrangements in which slots are filled, with its line."""
    yield local.block.line_of("summary"), local.front.summary
    for layer in local.layers:
        yield layer.line, layer.text
