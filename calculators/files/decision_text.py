"""A decision record: what a test comes to, on which facts and why, with room for those who decide; no name is asked."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from calculators.files.forms import name_of
from calculators.files.plain_text import said, window_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from calculators.reply import (
        CriteriaReply,
        FactReply,
        FileReply,
        NationReply,
        NationsReply,
        TestReply,
        YesNoUnknown,
    )

_WIDE = 80  # columns
_SAID: dict[YesNoUnknown, str] = {"yes": "Yes", "no": "No", "unknown": "Not known"}
_BECAUSE = {
    "met": "It is met because of:",
    "not-met": "It is not met because of:",
    "not-known": "It is held open by:",
    "weigh": "Present, of what is to be weighed:",
}


def decision_record(reply: CriteriaReply) -> FileReply:
    """Return one test's answer as a record to print, copy or keep, at most 80 columns wide."""
    lines = [
        *_head("DECISION RECORD", reply["reference"], reply["today"]),
        *_warned(reply["warnings"]),
        *_facts(reply["facts"]),
        *_test(reply),
        *_basis(reply["content"], reply["release"], reply["checked"], f"{reply['guidance']} ({reply['edition']})"),
        *_SIGN_OFF,
    ]
    name = name_of(reply["edition"], reply["test"], reply["reference"])
    return {"name": f"{name}.decision.txt", "type": "text/plain", "text": "\n".join(lines)}


def nations_record(reply: NationsReply) -> FileReply:
    """Return the tests in force in the four nations, on one set of facts, as such a record."""
    facts = {fact: told for nation in reply["nations"] for test in nation["tests"] for fact, told in test["facts"].items()}  # fmt: skip
    lines = [*_head("DECISION RECORD: FOUR NATIONS, ONE SET OF FACTS", reply["reference"], reply["today"])]
    lines += _told("Tests in force on: ", said(reply["on"]))
    lines += [*_warned(reply["warnings"]), *_facts({each["id"]: facts[each["id"]] for each in reply["facts"]})]
    for nation in reply["nations"]:
        lines += ["", "=" * _WIDE, *_told("", _headed(nation))]
        for test in nation["tests"]:
            lines += _test(test)
        lines += ["", "WHAT IS HELD, AND WHAT IS NOT", *_told("", nation["held"], indent="  ")]
    held = ", ".join(nation["edition"] or f"none of {nation['nation']}" for nation in reply["nations"])
    lines += [*_basis(reply["content"], reply["release"], reply["checked"], held), *_SIGN_OFF]
    name = name_of("four-nations", reply["on"], reply["reference"])
    return {"name": f"{name}.decision.txt", "type": "text/plain", "text": "\n".join(lines)}


def _headed(nation: NationReply) -> str:
    """Return a nation with the guidance in force there, as a heading."""
    return f"{nation['name']}: {nation['guidance']} ({nation['edition']})" if nation["edition"] else nation["name"]


def _told(begin: str, text: str, *, indent: str = "") -> list[str]:
    """Return text in lines of at most 80 columns, those after the first as far in as it begins."""
    return wrap(
        text,
        _WIDE,
        initial_indent=f"{indent}{begin}",
        subsequent_indent=indent + " " * len(begin),
        break_long_words=True,
        break_on_hyphens=False,
    )


def _head(title: str, reference: str | None, today: str | None) -> Iterator[str]:
    """Say what this is, of which case, and of which day."""
    yield title
    yield f"Case reference: {reference or '_' * 30}"
    yield f"Worked out on: {said(today) if today else '_' * 30}"


def _warned(warnings: list[str]) -> Iterator[str]:
    """Say what must be checked first."""
    for warning in warnings:
        yield from _told("! ", warning)


def _facts(facts: Mapping[str, FactReply]) -> Iterator[str]:
    """Say each fact as it was given."""
    yield from ("", "THE FACTS AS GIVEN")
    for fact in facts.values():
        yield from _told(f"{_SAID[fact['value']]:<11}", fact["question"], indent="  ")


def _test(test: TestReply) -> Iterator[str]:
    """Say what one test comes to, why, what would change it, and each limb with its source."""
    yield from ("", *_told("", test["question"]), "", "OUTCOME", *_told("", test["outcome_words"], indent="  "))
    force = f" ({test['duty']})" if test["duty"] else ""
    yield from _told("Whose decision: ", f"{test['who']}{force}", indent="  ")
    yield from ("", "REASONS", f"  {_BECAUSE[test['outcome']]}")
    yield from _answers(test, test["because"], none="nothing that was given")
    if test["outcome"] != "weigh":
        yield from ("", "WHAT WOULD CHANGE IT", "  Another answer to any one of these:")
        yield from _answers(test, test["would_change"], none="none alone; only several together")
    yield from ("", "THE TEST, PART BY PART")
    for limb in test["limbs"]:
        source = limb["source"]
        yield from _told(f"{_SAID[limb['value']]:<11}", limb["text"], indent="  ")
        where = " ".join(part for part in (f"{source['title']}, {source['place']}.", source["how_known"]) if part)
        yield from _told("", where, indent=" " * 13)
    yield from _what_follows(test)


def _what_follows(test: TestReply) -> Iterator[str]:
    """Say what a met test brings, the window that its facts ask about, and its notes."""
    if test["outcome"] == "met" and test["follows"]:
        yield from ("", "WHAT FOLLOWS")
        for rule in test["follows"]:
            yield from _told("- ", f"{rule['action']}: {rule['when']}", indent="  ")
    if test["window"] and (windows := list(window_lines(test["window"]["readings"]))):
        yield from ("", "THE WINDOW")
        for window in windows:
            yield from _told("- ", window, indent="  ")
    if test["notes"]:
        yield from ("", "NOTES")
        for note in test["notes"]:
            yield from _told("- ", note, indent="  ")


def _answers(test: TestReply, facts: list[str], *, none: str) -> Iterator[str]:
    """Say facts as questions with their answers."""
    for fact in facts:
        told = test["facts"][fact]
        yield from _told("- ", f"{told['question']} {_SAID[told['value']]}.", indent="  ")
    if not facts:
        yield f"  - {none}"


def _basis(content: str, release: str, checked: str, edition: str) -> Iterator[str]:
    """Say on which text and which copy of the guide this rests."""
    yield from ("", "BASIS", *_told("Edition: ", edition, indent="  "), f"  Sources checked: {said(checked)}")
    yield from (f"  UK Case Review Guide {release}", f"  Content: {content}")
    yield from _told("", "This is what the words come to on the facts given. The decision is for those named to take.", indent="  ")  # fmt: skip


_LINE = "_" * 54
_SIGN_OFF = (
    "", "DECIDED (roles; no names)",
    f"  Decision:    {_LINE}", f"  Reasons:     {_LINE}", f"               {_LINE}",
    f"  Role:        {_LINE}", f"  Date:        {_LINE}",
    "", "DISSENT (roles; no names)",
    f"  View:        {_LINE}", f"               {_LINE}",
    f"  Role:        {_LINE}", f"  Date:        {_LINE}",
)  # fmt: skip
