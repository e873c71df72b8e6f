"""What may be asked: the questions by name, each with the function that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators import __version__, horizon, request
from calculators.register import CONTENT, EDITIONS, governing, of_nation
from calculators.replies.ask_cases import ask_cases, ask_cells
from calculators.replies.ask_criteria import ask_criteria, ask_nations
from calculators.replies.ask_days import ask_period, ask_workdays
from calculators.replies.ask_plan import ask_moved, ask_plan
from calculators.replies.parts import FORMAT, edition_payload
from calculators.replies.table import ask_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from calculators.reply import EditionsReply, GovernsReply, Json, Reply

_EDITIONS_KEYS = ("ask", "nation", "on", "today")


def _ask_editions(asked: Json) -> EditionsReply:
    """Answer what is held, and which edition governs on a date."""
    problems = request.Refusals()
    problems.refuse_unknown(asked, _EDITIONS_KEYS)
    nation = asked.get("nation")
    every = tuple(EDITIONS.values())
    held = every if nation is None else problems.gather(of_nation, request.text(asked, "nation"))
    on = problems.gather(horizon.day, asked.get("on"), label="on", field="on")
    today = problems.gather(horizon.day, asked.get("today"), label="Today", field="today")
    problems.stop_if_any()
    governs: list[GovernsReply] = []
    if on:
        for each_nation in dict.fromkeys(edition.nation for edition in held or ()):
            found = governing(each_nation, on)
            governs.append(
                {
                    "nation": each_nation,
                    "on": on.isoformat(),
                    "editions": [edition.id for edition in found.editions],
                    "reason": found.reason,
                }
            )
    return {
        "format": FORMAT,
        "release": __version__,
        "content": CONTENT,
        "editions": [edition_payload(edition, today) for edition in held or ()],
        "governs": governs,
    }


_HANDLERS: Mapping[str, Callable[[Json], Reply]] = {
    "plan": ask_plan,
    "moved": ask_moved,
    "cases": ask_cases,
    "table": ask_table,
    "cells": ask_cells,
    "criteria": ask_criteria,
    "nations": ask_nations,
    "workdays": ask_workdays,
    "period": ask_period,
    "editions": _ask_editions,
}


def handle(asked: Json) -> Reply:
    """Return the answer to a question that is a JSON object, or raise `QuestionRefused`."""
    refusals = request.Refusals()
    handler = refusals.gather(request.look_up, _HANDLERS, request.text(asked, "ask"), what="a question", field="ask")
    if handler is None:
        raise request.QuestionRefused(refusals.refusals)
    return handler(asked)
