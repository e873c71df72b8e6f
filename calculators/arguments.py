"""What a command line asks, as the door's question: its arguments and the files that they name, read or refused."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from calculators.console import opened
from calculators.grammar import FORMS
from calculators.records import Refused
from calculators.request import QuestionRefused, parse
from calculators.wording import printable, quoted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from calculators.reply import Json

_LARGEST_FILE = 5_000_000  # characters of a case or figures file: far more than any
_OURS = {*FORMS, "event", "fact", "counts", "nations"}  # arguments that are no keys of a question


def _pairs(given: Sequence[str], *, what: str, shape: str = "ID=DATE") -> dict[str, str]:
    """Return `ID=VALUE` arguments as a dictionary, or raise `Refused`: no equals sign, or an id given twice."""
    read: dict[str, str] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise Refused(f"{what} must be written as {shape}; this is {quoted(pair)}")
        if name in read:
            raise Refused(f"{what} {quoted(name)} is given twice; give it once")
        read[name] = value
    return read


def question_of(arguments: argparse.Namespace) -> Json:
    """Return the door's question for a parsed command line, or raise `Refused`."""
    asked = {name: value for name, value in vars(arguments).items() if name not in _OURS}
    if "event" in arguments:
        asked["events"] = _pairs(arguments.event, what="event")
    if "fact" in arguments:
        asked["facts"] = _pairs(arguments.fact, what="fact", shape="ID=yes, ID=no or ID=unknown")
    if arguments.ask == "plan":
        return _plan_question(arguments, asked)
    if arguments.ask == "criteria":
        return _criteria_question(arguments, asked)
    return asked


def _plan_question(arguments: argparse.Namespace, asked: Json) -> Json:
    """Return the question for a plan, or for what moved in a saved case."""
    if arguments.save and (arguments.ics or arguments.csv or arguments.json or arguments.summary):
        raise Refused("--save prints the case as a file of its own: leave out --ics, --csv and --json")
    if arguments.last_held and not (arguments.ics or arguments.csv):
        raise Refused("--last-held goes with --ics or --csv; a plan as text shows those dates anyway")
    if arguments.counts and (arguments.ics or arguments.csv or arguments.summary or arguments.save):
        raise Refused(
            "--counts goes with a plan as text; --json has the counts anyway, and --ics, --csv and --save have none"
        )
    _choose(arguments, asked)
    asked["done"] = _pairs(arguments.done, what="done", shape="RULE=DATE")
    refuse_reading_twice(*arguments.figures, arguments.case)
    asked["figures"] = [from_json_file(path) for path in arguments.figures] or None
    save = asked.pop("save")
    form = next((form for form in ("ics", "csv", "summary") if getattr(arguments, form)), "case" if save else None)
    asked["as"] = form
    asked["made"] = (
        f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        if form in {"ics", "case"} or arguments.figures or arguments.case
        else None
    )  # no other room reads a clock
    path = asked.pop("case")
    if path is None:
        if arguments.edition is None:
            raise Refused("Name an edition, or give --case with the file of a saved case")
        return asked
    case = from_json_file(path)
    if arguments.edition is not None and isinstance(case, dict) and arguments.edition != case.get("edition"):
        raise Refused(
            f"The case in {path} is of {printable(str(case.get('edition')))}, not of {printable(arguments.edition)}; leave the edition out"
        )
    given = [name for name in ("event", "fact", "done", "closed", "reference") if getattr(arguments, name)]
    if given:
        raise Refused(f"--{given[0]} stands in the case file already; change it there, or leave --case out")
    kept = ("today", "figures", "as", "made", "last_held", "rows", "reminders", "remind")
    return {"ask": "moved", "case": case, **{name: asked[name] for name in kept if asked[name] is not None}}


def _choose(arguments: argparse.Namespace, asked: Json) -> None:
    """Put rows and reminders into a question as lists, or raise `Refused` where they go with nothing that is asked for."""
    if arguments.rows is not None:
        if not (arguments.ics or arguments.csv or arguments.summary):
            raise Refused("--rows goes with --ics, --csv or --summary")
        asked["rows"] = [row.strip() for row in arguments.rows.split(",")]
    if arguments.reminders is not None:
        if not arguments.ics:
            raise Refused("--reminders goes with --ics")
        given = [days.strip() for days in arguments.reminders.split(",")]
        asked["reminders"] = [int(days) if re.fullmatch("[0-9]{1,4}", days) else days for days in given]
    if arguments.remind is not None:
        if arguments.reminders is None:
            raise Refused("--remind goes with --reminders")
        asked["remind"] = [row.strip() for row in arguments.remind.split(",")]


def _criteria_question(arguments: argparse.Namespace, asked: Json) -> Json:
    """Return the question for one test, or for those of the four nations."""
    on = asked.pop("on")
    asked["as"] = "text" if arguments.record else None
    if not arguments.nations:
        if arguments.edition is None or arguments.test is None:
            raise Refused("Name an edition and a test, or give --nations and --on")
        if on is not None:
            raise Refused("--on goes with --nations")
        return asked
    if arguments.edition is not None or arguments.event:
        raise Refused("--nations asks every nation: leave out the edition, the test and --event")
    if on is None:
        raise Refused("--nations needs --on DATE: the day on which the editions are in force")
    return {"ask": "nations", "on": on, **{name: asked[name] for name in ("facts", "today", "reference", "as")}}


def refuse_reading_twice(*paths: str | None) -> None:
    """Raise `Refused` if standard input is named for more than one file."""
    if paths.count("-") > 1:
        raise Refused("Standard input, -, can be read only once; give the other file by its name")


def from_json_file(path: str) -> object:
    """Return what a JSON file holds, or raise `Refused`."""
    try:
        with opened(path) as file:
            text = file.read(_LARGEST_FILE + 1)
    except (OSError, ValueError) as fault:
        raise Refused(
            f"{path} cannot be read: {getattr(fault, 'strerror', None) or 'it cannot be the name of a file'}"
        ) from None
    if len(text) > _LARGEST_FILE:
        raise Refused(f"{path} is too large to be such a file")
    try:
        return parse(text)
    except QuestionRefused as refused:
        message = "; ".join(str(refusal) for refusal in refused.refusals).replace("The question", "It")
        raise Refused(f"{path}: {message}") from None
