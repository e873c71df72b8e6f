"""The command line: `python -m calculators editions | plan | workdays | criteria | batch`, from a bare checkout.

Standard library only, but for `plan --ics`. Exit 0 with an answer; exit 2 and one line on standard error for anything that cannot be used.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NoReturn

from calculators import __version__
from calculators.answer import answer
from calculators.batch import COLUMNS, Row, Tally, batch, cells
from calculators.console import opened, write, write_file
from calculators.files import criteria_text, csv_lines, editions_text, plan_text, workdays_text
from calculators.records import Refused
from calculators.register import CHECKED, CONTENT
from calculators.wording import printable, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calculators.reply import Json

FORMS = {"json": "JSON", "ics": "a calendar file (needs the icalendar package)", "csv": "a table for a spreadsheet"}
TEXTS = {"plan": plan_text, "criteria": criteria_text, "workdays": workdays_text, "editions": editions_text}


class OneLine(argparse.ArgumentParser):
    """An argument parser whose complaint is one line and exit 2, with no usage dump."""

    def error(self, message: str) -> NoReturn:
        """Print the complaint and leave."""
        _stop(message)


def _stop(message: str) -> NoReturn:
    """Print one line on standard error and exit with 2."""
    line = printable(" ".join(f"case-review: {message}".split()))
    write(sys.stderr, line)
    sys.exit(2)


def _parser() -> OneLine:
    """Return the command line's grammar."""
    top = OneLine(prog="case-review", description=__doc__, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"{__version__} content {CONTENT} checked {CHECKED}")
    asks = top.add_subparsers(dest="ask", required=True, parser_class=OneLine)
    editions = _command(asks, "editions", "what we hold; which governs on a date, and why")
    editions.add_argument("--nation")
    editions.add_argument("--on", metavar="DATE")
    plan = _command(asks, "plan", "every date of a case", forms=("json", "ics", "csv"))
    plan.add_argument("edition")
    plan.add_argument("--event", action="append", default=[], metavar="ID=DATE")
    plan.add_argument("--closed", action="append", default=[], metavar="DATE")
    plan.add_argument("--today", metavar="DATE")
    plan.add_argument("--reference", metavar="TEXT", help="the case's reference, to stand on what is printed")
    criteria = _command(asks, "criteria", "whether a test is met, on facts that are yes, no or unknown")
    criteria.add_argument("edition")
    criteria.add_argument("test")
    criteria.add_argument("--fact", action="append", default=[], metavar="ID=yes|no|unknown")
    workdays = _command(asks, "workdays", "step working days on or back, or count those between two dates")
    workdays.add_argument("calendar")
    for option in ("from", "before", "until"):
        workdays.add_argument(f"--{option}", metavar="DATE")
    for option in ("add", "back"):
        workdays.add_argument(f"--{option}", metavar="N")
    many = _command(asks, "batch", "every date of many cases: a table with columns case, edition and ids of events")
    many.add_argument("file", metavar="FILE.csv|-")
    return top


def _command(
    asks: argparse._SubParsersAction[OneLine], name: str, what: str, *, forms: Sequence[str] = ("json",)
) -> OneLine:
    """Add one question to the grammar."""
    subcommand = asks.add_parser(name, help=what, description=what, allow_abbrev=False)
    either = subcommand.add_mutually_exclusive_group()
    for form in forms:
        either.add_argument(f"--{form}", action="store_true", help=f"print the answer as {FORMS[form]}")
    return subcommand


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


def _question(arguments: argparse.Namespace) -> Json:
    """Return the door's question for a parsed command line."""
    asked = {name: value for name, value in vars(arguments).items() if name not in {*FORMS, "event", "fact"}}
    if "event" in arguments:
        asked["events"] = _pairs(arguments.event, what="event")
    if "ics" in arguments:
        asked["as"] = "ics" if arguments.ics else "csv" if arguments.csv else None
        asked["made"] = (
            f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}" if arguments.ics else None
        )  # no other room reads a clock
    if "fact" in arguments:
        asked["facts"] = _pairs(arguments.fact, what="fact", shape="ID=yes, ID=no or ID=unknown")
    return asked


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line."""
    arguments = _parser().parse_args(argv)
    if arguments.ask == "batch":
        _run_batch(arguments.file, as_json=arguments.json)
        return
    try:
        asked = _question(arguments)
    except Refused as refusal:
        _stop(str(refusal))
    replied = answer(json.dumps(asked))
    reply = json.loads(replied)
    if "errors" in reply:
        _stop("; ".join(error["message"] for error in reply["errors"]))
    if "file" in reply:
        write_file(sys.stdout, (reply["file"]["text"],))
    else:
        write(sys.stdout, replied if arguments.json else TEXTS[arguments.ask](reply))


def _run_batch(path: str, *, as_json: bool) -> None:
    """Answer for every case of a table as it is read; say on standard error how many rows could not be."""
    tally = Tally()
    if "\0" in path:
        _stop(f"{path} cannot be the name of a file")
    try:
        with opened(path) as table:
            rows = tally.watching(batch(table))
            write_file(sys.stdout, _json_lines(rows) if as_json else csv_lines(_table_lines(rows)))
    except Refused as refusal:
        _stop(f"{path}: {refusal}")
    except OSError as fault:
        _stop(f"{path} cannot be read: {fault.strerror}")
    except KeyboardInterrupt:
        _stop(f"stopped; {tally}")
    if tally.read and tally.unreadable == tally.read:
        _stop(f"no row could be used; {tally}")
    write(sys.stderr, str(tally))


def _json_lines(rows: Iterator[Row]) -> Iterator[str]:
    """Yield each row as a line of JSON."""
    return (json.dumps(row) + "\n" for row in rows)


def _table_lines(rows: Iterator[Row]) -> Iterator[Sequence[str]]:
    """Yield the header, then each row's cells."""
    yield COLUMNS
    yield from map(cells, rows)


if __name__ == "__main__":
    main()
