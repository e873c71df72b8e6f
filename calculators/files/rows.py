"""A plan taken apart for files: each rule or reading with what must be said beside its date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calculators.files.plain_text import said
from calculators.records import YOUR_COPY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.reply import HeldReadingReply, LastHeldReply, PlanReply, ReadingReply, RuleReply

_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")  # what a calendar and a spreadsheet cannot hold


_APPLIES = {
    "yes": (),
    "no": ("Not on the facts given.",),
    "unknown": ("If it applies: that turns on facts not known yet.",),
}


def entries(reply: PlanReply) -> Iterator[tuple[RuleReply, ReadingReply | None]]:
    """Yield each rule of a plan with each of its readings, or alone where nobody disputes it."""
    for rule in reply["dates"]:
        if not rule["readings"] or rule["at_once"]:  # a text that says immediately stands before the clocks beside it
            yield rule, None
        for reading in rule["readings"]:
            yield rule, reading


def held_dates(held: LastHeldReply) -> dict[str, list[HeldReadingReply]]:
    """Return the dates of the readings of a figure last held, each with those that agree on it."""
    found: dict[str, list[HeldReadingReply]] = {}
    for each in held["readings"]:
        if each["due"]:
            found.setdefault(each["due"], []).append(each)
    return found


def reading_state(reading: ReadingReply) -> str:
    """Return how far one reading has got: due, waiting or past-horizon."""
    if reading["due"]:
        return "due"
    return "past-horizon" if reading["event"]["known"] else "waiting"


def standing(rule: RuleReply) -> Iterator[str]:
    """Yield what must be said of an act whichever figure its date goes by: that it is for now, may not apply, is done."""
    if rule["at_once"]:
        yield f"The text that governs says: {rule['words']} ({rule['who']} {rule['duty'] or ''})."
    yield from _APPLIES[rule["applies"]]
    if rule["done"]:
        yield f"Done on {said(rule['done']['date'])}."


def remarks(reply: PlanReply, rule: RuleReply, reading: ReadingReply | None) -> Iterator[str]:
    """Yield what must be said beside a date: its reading, whether it applies, is done, settled or superseded."""
    each = reading or rule
    yield from standing(rule)
    if reading:
        safest = " This is the safest." if reading["safest"] else ""
        yield f"Reading: {reading['label'] or reading['id']}, one of {len(rule['readings'])}.{safest}"
        if reading["applies_when"]:
            yield f"Applies when {reading['applies_when']}."
    if each["holidays"] == "projected":
        yield "Counted with bank holidays that are projected, not yet published."
    if rule["state"] == "due" and not rule["settled"]:
        yield "Not settled: another reading could change the date."
    if reply["superseded_by"] and rule["source"]["ref"] != YOUR_COPY:
        yield f"From {reply['guidance']}, superseded: check against {reply['superseded_by']}."
    if each["last_working_day_before"]:
        yield f"Falls on a day that is no working day; the last before it: {said(each['last_working_day_before'])}."
    yield from dict.fromkeys((*rule["notes"], *each["notes"]))


def written_out(text: str) -> str:
    r"""Return text with what would command a terminal written out, so that nothing of it is lost.

    >>> print(written_out("A" + chr(27) + "[2J"))
    A\u001b[2J
    """
    return _NOT_TEXT.sub(lambda found: "".join(f"\\u{ord(char):04x}" for char in found[0]), text)


def plain(text: str) -> str:
    """Return text on one line, without what a calendar or spreadsheet cannot hold."""
    return _NOT_TEXT.sub(" ", text)
