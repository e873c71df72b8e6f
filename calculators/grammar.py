"""What may stand on the command line: its questions, their options, and what each prints."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NoReturn

from calculators import __version__
from calculators.console import write
from calculators.register import CHECKED, CONTENT
from calculators.wording import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "editions": "what we hold; which governs on a date, and why",
    "plan": "every date of a case",
    "criteria": "whether a test is met, on facts that are yes, no or unknown",
    "workdays": "step working days on or back, or count those between two dates",
    "rules": "everything that is held, as data for other programs",
    "batch": "every date of many cases: a table with columns case, edition and ids of events and facts",
}
FORMS = {
    "json": "JSON",
    "ics": "a calendar file (needs the icalendar package)",
    "csv": "a table for a spreadsheet",
    "summary": "a few lines for an e-mail",
    "record": "a decision record, with room for who decides",
}
_EDITION = "the id of an edition, as `editions` prints it"
_FACT = "what is known of the child"


class _OneLine(argparse.ArgumentParser):
    """An argument parser whose complaint is one line and exit 2, with no usage dump."""

    def error(self, message: str) -> NoReturn:
        """Print the complaint and leave."""
        stop(message)


def stop(message: str) -> NoReturn:
    """Print one line on standard error and exit with 2."""
    line = printable(" ".join(f"case-review: {message}".split()))
    write(sys.stderr, line)
    sys.exit(2)


def parser(about: str | None) -> argparse.ArgumentParser:
    """Return the command line's grammar, whose help opens with what it is `about`."""
    top = _OneLine(prog="case-review", description=about, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"{__version__} content {CONTENT} checked {CHECKED}")
    asks = top.add_subparsers(dest="ask", parser_class=_OneLine)
    editions = _command(asks, "editions")
    editions.add_argument("--nation", help="only this nation's, such as wales")
    editions.add_argument("--on", metavar="DATE", help="also which edition governs on this day, and why")
    editions.add_argument("--today", metavar="DATE", help="the day as of which an edition is current or superseded")
    plan = _command(asks, "plan", forms=("json", "ics", "csv", "summary"))
    plan.add_argument("edition", nargs="?", help=_EDITION)
    plan.add_argument("--event", action="append", default=[], metavar="ID=DATE", help="the day of an event")
    plan.add_argument("--fact", action="append", default=[], metavar="ID=yes|no|unknown", help=_FACT)
    plan.add_argument(
        "--done", action="append", default=[], metavar="RULE=DATE", help="the day on which an act was done"
    )
    plan.add_argument(
        "--figures", action="append", default=[], metavar="FILE", help="figures from your own copy, as JSON"
    )
    plan.add_argument("--case", metavar="FILE", help="a case as it was saved; says what has moved since")
    plan.add_argument("--save", action="store_true", help="print the case as a file to keep")
    plan.add_argument(
        "--last-held", action="store_true", help="with --ics or --csv: also dates by figures last held, marked CHECK"
    )
    plan.add_argument("--rows", metavar="ID,ID", help="with --ics, --csv or --summary: only these rules")
    plan.add_argument(
        "--reminders", metavar="DAYS,DAYS", help="with --ics: reminders so many days before each date, such as 7,1"
    )
    plan.add_argument("--remind", metavar="ID,ID", help="with --reminders: only of these rules")
    plan.add_argument(
        "--counts", action="store_true", help="print each date's count, notes and source; JSON has them always"
    )
    plan.add_argument("--closed", action="append", default=[], metavar="DATE", help="a day on which you were closed")
    plan.add_argument("--today", metavar="DATE", help="the day as of which time is left or past")
    plan.add_argument("--reference", metavar="TEXT", help="the case's reference, to stand on what is printed")
    criteria = _command(asks, "criteria", forms=("json", "record"))
    criteria.add_argument("edition", nargs="?", help=_EDITION)
    criteria.add_argument("test", nargs="?", help="the id of one of the edition's tests")
    criteria.add_argument(
        "--nations", action="store_true", help="every test in force in the four nations, on these facts"
    )
    criteria.add_argument("--on", metavar="DATE", help="with --nations: the day on which they must be in force")
    criteria.add_argument("--event", action="append", default=[], metavar="ID=DATE", help="dates the window of a test")
    criteria.add_argument("--fact", action="append", default=[], metavar="ID=yes|no|unknown", help=_FACT)
    criteria.add_argument("--today", metavar="DATE", help="the day that stands on a record")
    criteria.add_argument("--reference", metavar="TEXT", help="the case's reference, to stand on a record")
    workdays = _command(asks, "workdays")
    workdays.add_argument("calendar", help="whose bank holidays, such as scotland")
    workdays.add_argument("--from", metavar="DATE", help="the day to step on from, or the first of two")
    workdays.add_argument("--before", metavar="DATE", help="the day to step back from")
    workdays.add_argument("--until", metavar="DATE", help="with --from: the second of two days")
    workdays.add_argument("--add", metavar="N", help="with --from: so many working days on")
    workdays.add_argument("--back", metavar="N", help="with --before: so many working days back")
    _command(asks, "rules")
    many = _command(asks, "batch")
    many.add_argument("file", metavar="FILE.csv|-", help="the table, or - for standard input")
    many.add_argument(
        "--figures", action="append", default=[], metavar="FILE", help="figures from your own copy, as JSON"
    )
    many.add_argument("--last-held", action="store_true", help="also a column of dates by figures last held")
    return top


def _command(asks: argparse._SubParsersAction[_OneLine], name: str, *, forms: Sequence[str] = ("json",)) -> _OneLine:
    """Add one question to the grammar."""
    subcommand = asks.add_parser(name, help=COMMANDS[name], description=COMMANDS[name], allow_abbrev=False)
    either = subcommand.add_mutually_exclusive_group()
    for form in forms:
        either.add_argument(f"--{form}", action="store_true", help=f"print the answer as {FORMS[form]}")
    return subcommand
