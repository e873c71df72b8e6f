"""A plan taken apart for files: each rule or reading with what must be said beside its date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calculators.files.plain_text import said
from calculators.records import YOUR_COPY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.reply import Json

_NOT_TEXT = re.compile("[\x00-\x1f\x7f\ud800-\udfff]+")  # what a calendar and a spreadsheet cannot hold


def entries(reply: Json) -> Iterator[tuple[Json, Json]]:
    """Yield each rule of a plan with each of its readings, or with itself where nobody disputes it."""
    for rule in reply["dates"]:
        for each in rule["readings"] or [rule]:
            yield rule, each


def reading_state(each: Json) -> str:
    """Return how far one reading has got: due, waiting or past-horizon."""
    if each["due"]:
        return "due"
    return "past-horizon" if each["event"]["known"] else "waiting"


def remarks(reply: Json, rule: Json, each: Json) -> Iterator[str]:
    """Yield what must be said beside a date: its reading, whether it is settled, whether the text is superseded."""
    if rule["readings"]:
        safest = " This is the safest." if each["safest"] else ""
        yield f"Reading '{each['id']}', one of {len(rule['readings'])}.{safest}"
        if each["applies_when"]:
            yield f"Applies when {each['applies_when']}."
    if rule["state"] == "due" and not rule["settled"]:
        yield "Not settled: another reading could change the date."
    if reply["superseded_by"] and rule["source"]["ref"] != YOUR_COPY:
        yield f"From {reply['guidance']}, superseded: check against {reply['superseded_by']}."
    if each["last_working_day_before"]:
        yield f"Falls on a day that is no working day; the last before it: {said(each['last_working_day_before'])}."
    yield from dict.fromkeys((*rule["notes"], *each["notes"]))


def plain(text: str) -> str:
    """Return text on one line, without what a calendar or spreadsheet cannot hold."""
    return _NOT_TEXT.sub(" ", text)
