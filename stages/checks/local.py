"""What must hold in local arrangements: an edition under them, topics and layers in order, slots that fill."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from stages.checks import markdown as markdown_checks
from stages.checks.prose import texts_of, typed_in
from stages.compiling.slots import faults
from stages.problems import Problem, nearest
from stages.reading.supplements import LAYERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from calculators.records import Edition
    from stages.compiling.slots import Names
    from stages.reading.model import Content
    from stages.reading.supplements import Local, Shelf
    from stages.reading.validation import Block

NOT_SENTENCES = {"title", "held_in", "url"}  # as published


def problems(local: Local, content: Content, *, bare: bool) -> Iterator[Problem]:
    """Find what is wrong in one partnership's local arrangements, but for slots; `bare` if nothing is written in them."""
    yield from front_problems(local, content)
    if bare:
        message = f"no topic is written; begin with `## ` and a topic, then `### ` and one of {', '.join(LAYERS)}"
        yield Problem(local.path, 1, message)
    yield from order_problems(local, list(content.vocabulary.topics.values()))
    for layer in local.layers:
        for one in typed_in(layer.text, local.path, layer.line):
            yield Problem(one.path, one.line, in_slot(one))
        yield from markdown_checks.edition_problems(layer.text, path=local.path, line=layer.line)
        for token in MarkdownIt("commonmark").parse(layer.text):
            if token.type == "fence":
                message = "a rule stands in an edition, not here; name it with a slot"
                yield Problem(local.path, layer.line + markdown_checks.first_line(token), message)


def front_problems(local: Local, content: Content) -> Iterator[Problem]:
    """Find what is wrong in the front matter."""
    front, block = local.front, local.block
    editions = {one.id for one in content.editions}
    yield from unknown(block, [(("nation",), front.nation)], content.vocabulary.nations, "a nation")
    if front.sits_on not in content.unread:
        yield from unknown(block, [(("sits_on",), front.sits_on)], editions, "an edition")
    of_nation = front.sits_on.split("/")[0] == front.nation
    if front.sits_on in editions and front.nation in content.vocabulary.nations and not of_nation:
        yield block.problem(f"this edition is not of the nation '{front.nation}'; mend one of the two", "sits_on")
    if front.review_by <= front.checked:
        yield block.problem(f"'review_by' must be later than 'checked', {front.checked}", "review_by")
    for keys, text in all_texts(block.node, ()):
        if keys[-1] not in NOT_SENTENCES and keys != ("sits_on",):
            line = block.line_of(*keys)
            yield from (Problem(local.path, line, in_slot(one)) for one in typed_in(text, local.path, line))


def in_slot(problem: Problem) -> str:
    """Return the finding of a typed length with what to write in local arrangements, which have no mentions."""
    return f"{problem.message.split(';')[0]}; name a rule of the edition under it, as in {{{{ rule-id.period }}}}"


def order_problems(local: Local, topics: list[str]) -> Iterator[Problem]:
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


def slot_problems(shelf: Shelf, names: Names) -> list[Problem]:
    """Return the slots that cannot be filled; the editions must have been compiled."""
    return [
        Problem(local.path, line + offset, fault)
        for local in shelf.locals
        for line, text in said(local)
        for offset, fault in faults(text, edition=local.front.sits_on, known=names)
    ]


def said(local: Local) -> Iterator[tuple[int, str]]:
    """Yield each text of local arrangements in which slots are filled, with its line."""
    yield local.block.line_of("summary"), local.front.summary
    for layer in local.layers:
        yield layer.line, layer.text


def edition_under(local: Local, editions: Iterable[Edition]) -> Edition:
    """Return the edition on which local arrangements sit."""
    return next(one for one in editions if one.id == local.front.sits_on)


def all_texts(node: Any, keys: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:  # noqa: ANN401 - YAML's own shapes
    """Yield every text in parsed YAML with its keys, those in lists too."""
    if isinstance(node, list):
        for number, one in enumerate(node):
            yield from all_texts(one, (*keys, number))
    elif isinstance(node, dict):
        for key, one in node.items():
            yield from all_texts(one, (*keys, key))
    else:
        yield from texts_of(node, keys)


def unknown(
    block: Block, named: Iterable[tuple[tuple[Any, ...], str]], known: Iterable[str], what: str
) -> Iterator[Problem]:
    """Find names that are none of `known`: each comes with its keys."""
    known = list(known)
    for keys, name in named:
        if name not in known:
            yield block.problem(f"'{name}' is not {what}{nearest(name, known)}", *keys)
