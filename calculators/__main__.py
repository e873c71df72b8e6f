"""The command line: `python -m calculators editions | plan | workdays | criteria | rules | batch`, from a bare checkout.

Standard library only, but for `plan --ics`. Exit 0 with an answer; exit 2 and one line on standard error for anything that cannot be used.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NoReturn

from calculators import __version__
from calculators.answer import answer
from calculators.batch import COLUMNS, Row, Tally, batch, cells
from calculators.console import opened, write, write_file
from calculators.files import (
    LAST_HELD,
    criteria_text,
    csv_lines,
    editions_text,
    nations_text,
    plan_text,
    rules_payload,
    workdays_text,
)
from calculators.records import Refused
from calculators.register import BODIES, CHECKED, CONTENT, EDITIONS, EVENTS, FACTS, FIGURES, NATIONS, TOPICS
from calculators.request import QuestionRefused, parse
from calculators.wording import printable, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from calculators.reply import Json, RulesReply

_LARGEST_FILE = 5_000_000  # characters of a case or figures file: far more than any
FORMS = {"json": "JSON", "ics": "a calendar file (needs the icalendar package)", "csv": "a table for a spreadsheet"}
TEXTS: dict[str, Callable[[Any], str]] = {
    "criteria": criteria_text,
    "nations": nations_text,
    "workdays": workdays_text,
    "editions": editions_text,
}
OURS = {*FORMS, "event", "fact", "counts", "nations"}  # arguments that are no keys of a question


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
    plan.add_argument("edition", nargs="?")
    plan.add_argument("--event", action="append", default=[], metavar="ID=DATE")
    plan.add_argument("--fact", action="append", default=[], metavar="ID=yes|no|unknown")
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
    plan.add_argument(
        "--counts", action="store_true", help="print each date's count, notes and source; JSON has them always"
    )
    plan.add_argument("--closed", action="append", default=[], metavar="DATE")
    plan.add_argument("--today", metavar="DATE")
    plan.add_argument("--reference", metavar="TEXT", help="the case's reference, to stand on what is printed")
    criteria = _command(asks, "criteria", "whether a test is met, on facts that are yes, no or unknown")
    criteria.add_argument("edition", nargs="?")
    criteria.add_argument("test", nargs="?")
    criteria.add_argument(
        "--nations", action="store_true", help="every test in force in the four nations, on these facts"
    )
    criteria.add_argument("--on", metavar="DATE", help="with --nations: the day on which they must be in force")
    criteria.add_argument("--event", action="append", default=[], metavar="ID=DATE", help="dates the window of a test")
    criteria.add_argument("--fact", action="append", default=[], metavar="ID=yes|no|unknown")
    workdays = _command(asks, "workdays", "step working days on or back, or count those between two dates")
    workdays.add_argument("calendar")
    for option in ("from", "before", "until"):
        workdays.add_argument(f"--{option}", metavar="DATE")
    for option in ("add", "back"):
        workdays.add_argument(f"--{option}", metavar="N")
    _command(asks, "rules", "everything that is held, as data for other programs")
    many = _command(
        asks, "batch", "every date of many cases: a table with columns case, edition and ids of events and facts"
    )
    many.add_argument("file", metavar="FILE.csv|-")
    many.add_argument(
        "--figures", action="append", default=[], metavar="FILE", help="figures from your own copy, as JSON"
    )
    many.add_argument("--last-held", action="store_true", help="also a column of dates by figures last held")
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
    """Return the door's question for a parsed command line, or raise `Refused`."""
    asked = {name: value for name, value in vars(arguments).items() if name not in OURS}
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
    if arguments.save and (arguments.ics or arguments.csv or arguments.json):
        raise Refused("--save prints the case as a file of its own: leave out --ics, --csv and --json")
    if arguments.last_held and not (arguments.ics or arguments.csv):
        raise Refused("--last-held goes with --ics or --csv; a plan as text shows those dates anyway")
    if arguments.counts and (arguments.ics or arguments.csv or arguments.save):
        raise Refused(
            "--counts goes with a plan as text; --json has the counts anyway, and --ics, --csv and --save have none"
        )
    asked["done"] = _pairs(arguments.done, what="done", shape="RULE=DATE")
    _refuse_reading_twice(*arguments.figures, arguments.case)
    asked["figures"] = [_from_json_file(path) for path in arguments.figures] or None
    save = asked.pop("save")
    form = "ics" if arguments.ics else "csv" if arguments.csv else "case" if save else None
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
    case = _from_json_file(path)
    if arguments.edition is not None and isinstance(case, dict) and arguments.edition != case.get("edition"):
        raise Refused(
            f"The case in {path} is of {printable(str(case.get('edition')))}, not of {printable(arguments.edition)}; leave the edition out"
        )
    given = [name for name in ("event", "fact", "done", "closed", "reference") if getattr(arguments, name)]
    if given:
        raise Refused(f"--{given[0]} stands in the case file already; change it there, or leave --case out")
    kept = ("today", "figures", "as", "made", "last_held")
    return {"ask": "moved", "case": case, **{name: asked[name] for name in kept if asked[name] is not None}}


def _criteria_question(arguments: argparse.Namespace, asked: Json) -> Json:
    """Return the question for one test, or for those of the four nations."""
    on = asked.pop("on")
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
    return {"ask": "nations", "on": on, "facts": asked["facts"]}


def _refuse_reading_twice(*paths: str | None) -> None:
    """Raise `Refused` if standard input is named for more than one file."""
    if paths.count("-") > 1:
        raise Refused("Standard input, -, can be read only once; give the other file by its name")


def _from_json_file(path: str) -> object:
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


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line."""
    arguments = _parser().parse_args(argv)
    if arguments.ask == "batch":
        _run_batch(arguments)
        return
    if arguments.ask == "rules":
        write(sys.stdout, json.dumps(_rules()))
        return
    try:
        asked = _question(arguments)
    except Refused as refusal:
        _stop(str(refusal))
    replied = answer(json.dumps(asked))
    reply = json.loads(replied)
    if "errors" in reply:
        _stop("; ".join(_placed(error["field"] or "", error["message"]) for error in reply["errors"]))
    if asked.get("as") == "case":
        write(sys.stderr, "This file describes a child: keep it where your case records are.")
    if "file" in reply:
        write_file(sys.stdout, (reply["file"]["text"],))
    elif arguments.json:
        write(sys.stdout, replied)
    else:
        write(
            sys.stdout,
            plan_text(reply, counts=arguments.counts) if arguments.ask == "plan" else TEXTS[asked["ask"]](reply),
        )


def _placed(field: str, message: str) -> str:
    """Return a refusal with its place, if that is inside a file: its message alone does not say which figure it means."""
    return f"{field}: {message}" if field.startswith(("figures.", "case.", "own.")) else message


def _rules() -> RulesReply:
    """Return everything that is held."""
    return rules_payload(
        content=CONTENT,
        checked=CHECKED,
        nations=NATIONS,
        topics=TOPICS,
        events=EVENTS,
        facts=FACTS,
        bodies=BODIES,
        editions=EDITIONS,
        figures=FIGURES,
    )


def _run_batch(arguments: argparse.Namespace) -> None:
    """Answer for every case of a table as it is read; say on standard error how many rows could not be."""
    tally, path = Tally(), arguments.file
    if "\0" in path:
        _stop(f"{path} cannot be the name of a file")
    try:
        _refuse_reading_twice(path, *arguments.figures)
        figures = [_from_json_file(file) for file in arguments.figures]
    except Refused as refusal:
        _stop(str(refusal))
    try:
        with opened(path) as table:
            rows = tally.watching(
                batch(table, figures=figures, last_held=arguments.last_held, read_by=datetime.now(UTC).date())
            )
            lines = (
                _json_lines(rows) if arguments.json else csv_lines(_table_lines(rows, last_held=arguments.last_held))
            )
            write_file(sys.stdout, lines)
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


def _table_lines(rows: Iterator[Row], *, last_held: bool) -> Iterator[Sequence[str]]:
    """Yield the header, then each row's cells."""
    columns = (*COLUMNS, LAST_HELD) if last_held else COLUMNS
    yield columns
    yield from (cells(row, columns) for row in rows)


if __name__ == "__main__":
    main()
