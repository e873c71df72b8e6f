"""The command line: `python -m calculators editions | plan | workdays`, from a bare checkout, standard library only.

Exit 0 with an answer; exit 2 and one line on standard error for anything that cannot be used.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from typing import TYPE_CHECKING, NoReturn, TextIO

from calculators import __version__
from calculators.answer import answer
from calculators.plain_text import criteria_text, editions_text, plan_text, workdays_text
from calculators.records import Refused
from calculators.register import CHECKED, CONTENT
from calculators.typed_dates import printable, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calculators.payload import Json

TEXTS = {"plan": plan_text, "criteria": criteria_text, "workdays": workdays_text, "editions": editions_text}


class OneLine(argparse.ArgumentParser):
    """An argument parser whose complaint is one line and exit 2, with no usage dump."""

    def error(self, message: str) -> NoReturn:
        """Print the complaint and leave."""
        stop(message)


def stop(message: str) -> NoReturn:
    """Print one line on standard error and exit with 2."""
    line = printable(" ".join(f"case-review: {message}".split()))
    write(sys.stderr, line)
    sys.exit(2)


def write(stream: TextIO | None, text: str) -> None:
    """Write a line of text, whatever the stream's encoding; leave quietly if nobody reads it any more."""
    if stream is None:  # the caller closed it before we began
        return
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    try:
        stream.write(text + "\n")
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # or Python complains again as it closes
        sys.exit(1)


def parser() -> OneLine:
    """Return the command line's grammar."""
    top = OneLine(prog="case-review", description=__doc__, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"{__version__} content {CONTENT} checked {CHECKED}")
    asks = top.add_subparsers(dest="ask", required=True, parser_class=OneLine)
    editions = command(asks, "editions", "what we hold; which governs on a date, and why")
    editions.add_argument("--nation")
    editions.add_argument("--on", metavar="DATE")
    plan = command(asks, "plan", "every date of a case")
    plan.add_argument("edition")
    plan.add_argument("--event", action="append", default=[], metavar="ID=DATE")
    plan.add_argument("--closed", action="append", default=[], metavar="DATE")
    plan.add_argument("--today", metavar="DATE")
    criteria = command(asks, "criteria", "whether a test is met, on facts that are yes, no or unknown")
    criteria.add_argument("edition")
    criteria.add_argument("test")
    criteria.add_argument("--fact", action="append", default=[], metavar="ID=yes|no|unknown")
    workdays = command(asks, "workdays", "step working days on or back, or count those between two dates")
    workdays.add_argument("calendar")
    for option in ("from", "before", "until"):
        workdays.add_argument(f"--{option}", metavar="DATE")
    for option in ("add", "back"):
        workdays.add_argument(f"--{option}", metavar="N")
    return top


def command(asks: argparse._SubParsersAction[OneLine], name: str, what: str) -> OneLine:
    """Add one question to the grammar."""
    one = asks.add_parser(name, help=what, description=what, allow_abbrev=False)
    one.add_argument("--json", action="store_true", help="print the answer as JSON")
    return one


def pairs(given: Sequence[str], *, what: str, shape: str = "ID=DATE") -> dict[str, str]:
    """Return `ID=VALUE` arguments as a dictionary, or raise `Refused`: no equals sign, or an id given twice."""
    read: dict[str, str] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals:
            raise Refused(f"{what} must be written as {shape}; this is {quoted(one)}")
        if name in read:
            raise Refused(f"{what} {quoted(name)} is given twice; give it once")
        read[name] = value
    return read


def question(arguments: argparse.Namespace) -> Json:
    """Return the door's question for a parsed command line."""
    asked = {name: value for name, value in vars(arguments).items() if name not in {"json", "event", "fact"}}
    if "event" in arguments:
        asked["events"] = pairs(arguments.event, what="event")
    if "fact" in arguments:
        asked["facts"] = pairs(arguments.fact, what="fact", shape="ID=yes, ID=no or ID=unknown")
    return asked


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line."""
    arguments = parser().parse_args(argv)
    try:
        asked = question(arguments)
    except Refused as refusal:
        stop(str(refusal))
    replied = answer(json.dumps(asked))
    reply = json.loads(replied)
    if "errors" in reply:
        stop("; ".join(error["message"] for error in reply["errors"]))
    write(sys.stdout, replied if arguments.json else TEXTS[arguments.ask](reply))


if __name__ == "__main__":
    main()
