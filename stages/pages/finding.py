"""What search knows of the guide beside its prose: a plain sentence for each rule and test, and the words that readers type.

The words come from the content itself: numbers as numerals and as words, a term's abbreviation, its other and former names
(content/glossary.yml), and what people ask of a kind of rule or of a topic. They are looked in and never shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from calculators.records import Kind
from calculators.wording import NO_FIGURE
from stages.pages.statements import Words, main_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.records import Edition, Rule, Test
    from stages.guide import Guide
    from stages.schema import TermBlock

_ASKED_OF_KINDS = {
    Kind.DEADLINE: "deadline time limit due date when how soon",
    Kind.PROMPT: "when how soon promptly",
    Kind.GAP: "deadline time limit due date when how soon not held",
    Kind.RETENTION: "retention retain keep kept how long stay stays public publicly available website",
    Kind.LOOKBACK: "window look-back how far back",
}
_ASKED_OF_TOPICS = {
    "overview": "what is it called name purpose",
    "legal-basis": "law act regulations statute",
    "criteria": "criteria threshold which cases when is a review compulsory",
    "responsibilities": "who leads who does what",
    "notification": "notify tell whom incident",
    "decision": "who decides decides decide decision",
    "reviewers": "who leads lead reviewer appoint",
    "involvement": "family families parents siblings practitioners staff take part",
    "other-proceedings": "police criminal coroner inquest court",
    "publication": "publish published retention keep how long stay public report",
    "transition": "which edition old reviews begun before",
}
_ASKED_OF_PAGES = {
    "guide/contacts.html": "mailbox mailboxes email e-mail address contact where to send panel who to tell",
    "guide/deadlines.html": "deadline deadlines time limit how soon how long",
    "guide/glossary.html#crosswalk": "names called who decides decide",
}
_IN_FORCE, _SUPERSEDED, _EARLIER, _NEXT_NATION = 2.0, 0.5, 0.9, 0.97
_ALL_FOUR = 5.0  # of a place that answers for all nations at once
_NO_LENGTH = 0.4  # of a rule without a length of time, beside one that answers how long
_NUMBERS = dict(
    enumerate("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), 1)  # noqa: SIM905
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One place: the sentence that a result shows of it (None: the prose that stands there), and words it is found by."""

    words: str
    text: str | None = None
    boost: float | None = None  # how much it counts beside others; None: as its page does


def findable(guide: Guide) -> dict[str, Found]:
    """Return what is found where, by address from the site's root with its fragment; `page#` is every place of a page."""
    found = {address: Found(words=words, boost=_ALL_FOUR) for address, words in _ASKED_OF_PAGES.items()}
    for edition in guide.editions:
        page = f"guide/{edition.id}.html"
        called = f"{guide.content.vocabulary.nations[edition.nation]} {edition.review} {edition.guidance}"
        found[page] = Found(
            words=f"{called} {_other_names(guide, edition, called)}",
            text=_sentence(f"{edition.review[0].upper()}{edition.review[1:]}"),
        )
        found[f"{page}#"] = Found(
            words=f"{guide.content.vocabulary.nations[edition.nation]} {edition.in_force.start[:4]}",
            boost=_weight(guide, edition),
        )
        for topic in guide.content.vocabulary.topics:
            found[f"{page}#{topic}"] = Found(words=_ASKED_OF_TOPICS.get(topic, ""))
        found |= {f"{page}#rule-{rule.id}-title": _rule(guide, edition, rule) for rule in edition.rules}
        found |= {f"{page}#test-{test.id}-title": _test(guide, edition, test) for test in edition.tests}
    return found


def _weight(guide: Guide, edition: Edition) -> float:
    """Return how much an edition counts: in force before all others, the later before the earlier, nations in their order."""
    order = list(guide.content.vocabulary.nations).index(edition.nation)
    in_force = guide.in_force(edition.nation) == edition
    in_time = _IN_FORCE if in_force else _SUPERSEDED * _EARLIER ** guide.place(edition)
    return in_time * _NEXT_NATION**order


def _rule(guide: Guide, edition: Edition, rule: Rule) -> Found:
    """Return how a rule is found: who does it, how strongly it binds, and by when."""
    words = _words(guide)
    does = f"{_upper(rule.who)}{_duty(rule)}"
    parts = [does, NO_FIGURE] if rule.kind is Kind.GAP else [f"{does}: {main_words(rule, words)}"]
    kinds = [rule.kind]
    readings = list(rule.readings)
    if rule.last_held:
        held_in, held = guide.last_held(rule)
        parts.append(f"Last held: {main_words(held, words)}, in {held_in.guidance}, which is superseded")
        kinds = [held.kind]
        readings += held.readings
    if rule.action.startswith("Keep"):
        kinds.append(Kind.RETENTION)
    said = f"{rule.action} {rule.id.replace('-', ' ')}"
    asked = [_ASKED_OF_KINDS[kind] for kind in dict.fromkeys(kinds)]
    lengths = [_in_words(str(reading.period)) for reading in readings]
    return Found(
        words=" ".join([*asked, *dict.fromkeys(lengths), _other_names(guide, edition, said)]),
        text=_sentence(*parts),
        boost=_weight(guide, edition) * (1 if readings else _NO_LENGTH),
    )


def _test(guide: Guide, edition: Edition, test: Test) -> Found:
    """Return how a test is found: what it asks for, limb by limb and whole."""
    said = f"{test.question} {test.id.replace('-', ' ')}"
    return Found(
        words=f"criteria threshold test {test.who} {_other_names(guide, edition, said)}",
        text=_sentence(main_words(test, _words(guide))),
    )


def _words(guide: Guide) -> Words:
    """Return the vocabulary in which rules and tests are said."""
    vocabulary = guide.content.vocabulary
    return Words(events=vocabulary.events, bodies={key: body.name for key, body in vocabulary.bodies.items()})


def _duty(rule: Rule) -> str:
    """Return how strongly a rule binds, as it stands after who does it; nothing where its readings differ in that."""
    if rule.duty is None or any(reading.duty or reading.time_duty for reading in rule.readings):
        return ""
    apart = rule.time_duty and rule.time_duty != rule.duty
    return f" ({rule.duty}; within the time: {rule.time_duty})" if apart else f" ({rule.duty})"


def _other_names(guide: Guide, edition: Edition, said: str) -> str:
    """Return every other name of the glossary's terms that are said, as far as they are terms of the edition's nation."""
    terms = guide.supplements.terms.values()
    return " ".join(name for term in terms if edition.nation in term.nations for name in _others(term, said.lower()))


def _others(term: TermBlock, said: str) -> Iterator[str]:
    """Yield the names of a term, if any of them stands in what is said."""
    names = [term.term, *term.forms, *term.also, *term.former, *([term.abbreviation] if term.abbreviation else [])]
    if any(re.search(rf"\b{re.escape(name.lower())}\b", said) for name in (term.term, *term.forms)):
        yield from names


def _in_words(period: str) -> str:
    """Return a period with its number both ways: '5 working days five'.

    >>> _in_words("15 working days")
    '15 working days fifteen'
    """
    number = period.partition(" ")[0]
    return f"{period} {_NUMBERS.get(int(number), '')}".rstrip() if number.isdigit() else period


def _sentence(*parts: str) -> str:
    """Return parts as a paragraph of short sentences."""
    return f"<p>{escape('. '.join(part.rstrip('.') for part in parts), quote=False)}.</p>"


def _upper(words: str) -> str:
    """Return words as they stand at the beginning of a sentence."""
    return words[0].upper() + words[1:]
