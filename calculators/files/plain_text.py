"""An answer as plain text, for the terminal and for copying; a plan's is in `plain_plan.py`."""

from __future__ import annotations

import re
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING

from calculators.wording import counted, in_full

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calculators.reply import (
        CriteriaReply,
        DayReply,
        EditionsReply,
        FactReply,
        HeldReadingReply,
        NationsReply,
        PlanReply,
        Reply,
        TestReply,
        WorkdaysReply,
    )

_WIDTH = 120
_INDENT = "  "
_END_OF_SENTENCE = re.compile(r"(?<=\.) (?=[A-Z])")


def paragraph(text: str, *, mark: str = "") -> list[str]:
    """Return a text after its `mark`: in one line if it fits, else each sentence in a line of its own, or in several.

    >>> paragraph('Short. And good.', mark='! ')
    ['! Short. And good.']
    """
    if len(mark) + len(text) <= _WIDTH:
        return [f"{mark}{text}"]
    lines = [line for sentence in _END_OF_SENTENCE.split(text) for line in wrap(sentence, _WIDTH - len(_INDENT))]
    return [f"{_INDENT if number else mark}{line}" for number, line in enumerate(lines)]


def opening(reply: PlanReply | CriteriaReply) -> list[str]:
    """Return which text answers, and what to be wary of."""
    return [f"{reply['guidance']} ({reply['edition']})", *_warned(reply["warnings"])]


def _warned(warnings: Sequence[str]) -> Iterator[str]:
    """Say each warning."""
    for warning in warnings:
        yield from paragraph(warning, mark="! ")


def count_lines(count: Sequence[DayReply], *, indent: str) -> Iterator[str]:
    """Say each day of a count."""
    for day in count:
        yield f"{indent}  {day['date']} {date.fromisoformat(day['date']):%a}  {day['words']}"


def criteria_text(reply: CriteriaReply) -> str:
    """Return a test's outcome: in words, then each limb with its value and place, then what would change it."""
    lines = [*opening(reply), "", *_test_lines(reply), "", *(f"Note: {note}" for note in reply["notes"]), foot(reply)]
    return "\n".join(lines)


def _test_lines(reply: TestReply) -> Iterator[str]:
    """Say what a test comes to, with each limb, what decided and what would change it."""
    lines = [reply["question"], reply["outcome_words"], ""]
    for limb in reply["limbs"]:
        lines += [
            f"  {limb['value']:<8}{limb['text']}",
            f"          {limb['source']['title']}, {limb['source']['place']}",
        ]
    for heading, facts in (("Because of", reply["because"]), ("Would change it", reply["would_change"])):
        if facts:
            lines += ["", f"{heading}:", *(f"  {fact}: {_fact_line(reply['facts'][fact])}" for fact in facts)]
    if reply["outcome"] == "met" and reply["follows"]:
        lines += [
            "",
            "What follows:",
            *(f"  {rule['action']} [{rule['rule']}]: {rule['when']}" for rule in reply["follows"]),
        ]
    if reply["window"] and (windows := list(window_lines(reply["window"]["readings"]))):
        lines += ["", f"{reply['window']['action']}:", *(f"  {window}" for window in windows)]
    yield from lines


def nations_text(reply: NationsReply) -> str:
    """Return every test in force in the four nations on one set of facts, a line or two each."""
    lines = [f"On {said(reply['on'])}", *_warned(reply["warnings"])]
    told: set[str] = set()
    for nation in reply["nations"]:
        lines += ["", f"{nation['edition'] or nation['nation']}"]
        for test in nation["tests"]:
            lines.append(f"  {test['question']} [{test['test']}]")
            lines.append(f"    {test['outcome']}: {test['outcome_words']}")
            if test["outcome"] == "not-known":
                asked = " ".join(test["facts"][fact]["question"] for fact in test["because"])
                lines.append(f"    It turns on: {asked}")
            lines += [f"    Note: {note}" for note in test["notes"] if note not in told]
            told |= {*test["notes"]}
        lines += paragraph(nation["held"], mark="  ")
    return "\n".join([*lines, "", foot(reply)])


def window_lines(readings: Sequence[HeldReadingReply]) -> Iterator[str]:
    """Yield the windows that the facts make the ones, or else those that they do not rule out, each with its dates.

    After the ones that the facts make so, those stand that they do not rule out.
    """
    fitting = [each for each in readings if each["applies"] == "yes"] or [
        each for each in readings if each["applies"] != "no"
    ]
    for each in fitting:
        dates = (
            f"{said(each['due'])} to {said(each['until'])}"
            if each["due"]
            else f"any date in the {each['period']} before {each['event']['words']}"
        )
        yield ": ".join(part for part in (each["label"], dates) if part)
    for each in readings:
        if each["applies"] == "unknown" and each not in fitting:
            yield ": ".join(part for part in (each["label"], "not ruled out by what was answered") if part)


def _fact_line(fact: FactReply) -> str:
    """Return a fact's question with its answer."""
    return f"{fact['question']} {fact['value']}"


def workdays_text(reply: WorkdaysReply) -> str:
    """Return a count of working days."""
    head = f"{said(reply['date'])}: {counted(reply['working_days'], 'working day')} ({reply['calendar']})"
    return "\n".join([head, *count_lines(reply["count"], indent=""), foot(reply)])


def editions_text(reply: EditionsReply) -> str:
    """Return what is held, and what governs on the date asked about."""
    lines = [
        f"{edition['edition']}  {edition['guidance']}; {edition['in_words']}; {edition['status']}; held: {edition['coverage']}"
        for edition in reply["editions"]
    ]
    for day in sorted({edition["status_on"] for edition in reply["editions"]}):
        lines += ["", f"Which is current, superseded or ahead is said as of {said(day)}."]
    for found in reply["governs"]:
        governs = ", ".join(found["editions"]) or "none held"
        lines += ["", f"{found['nation']} on {said(found['on'])}: {governs}", f"    {found['reason']}"]
        lines.append("    That the incident's date picks the edition is this guide's convention.")
    return "\n".join([*lines, "", foot(reply)])


def foot(reply: Reply) -> str:
    """Return which release and content gave the answer."""
    checked = reply.get("checked")
    when = f", sources checked {said(str(checked))}" if checked else ""
    return f"UK Case Review Guide {reply['release']}, content {reply['content'][:12]}{when}"


def said(day: str | None) -> str:
    """Return 'Thursday 2 April 2026', or words for no date."""
    return in_full(date.fromisoformat(day)) if day else "no date yet"
