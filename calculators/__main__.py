"""The command line: `python -m calculators editions | plan | workdays | criteria | rules | batch`, from a bare checkout.

Standard library only, but for `plan --ics`. Exit 0 with an answer; exit 2 and one line on standard error for anything that cannot be used.
`batch` exits with 3 where some rows could not be read and the others were answered, and with 2 where not one could be.
Exit 1: what was printed could not be written, as on a full disk.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from calculators.answer import answer
from calculators.arguments import from_json_file, question_of, refuse_reading_twice
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
from calculators.grammar import COMMANDS, parser, stop
from calculators.records import Refused
from calculators.register import BODIES, CHECKED, CONTENT, EDITIONS, EVENTS, FACTS, FIGURES, NATIONS, TOPICS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from calculators.reply import RulesReply

TEXTS: dict[str, Callable[[Any], str]] = {
    "criteria": criteria_text,
    "nations": nations_text,
    "workdays": workdays_text,
    "editions": editions_text,
}
_SOME_UNREADABLE = 3  # exit code of a table that was answered but for some rows


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line."""
    arguments = parser(__doc__).parse_args(argv)
    if arguments.ask is None:
        stop(f"Write one of: {', '.join(COMMANDS)}; --help says what each is for")
    if arguments.ask == "batch":
        _run_batch(arguments)
        return
    if arguments.ask == "rules":
        write(sys.stdout, json.dumps(_rules()))
        return
    try:
        asked = question_of(arguments)
    except Refused as refusal:
        stop(str(refusal))
    replied = answer(json.dumps(asked))
    reply = json.loads(replied)
    if "errors" in reply:
        stop("; ".join(_placed(error["field"] or "", error["message"]) for error in reply["errors"]))
    if asked.get("as") == "case":
        write(sys.stderr, "This file describes a child: keep it where your case records are.")
    if "file" in reply and reply["file"]["type"] == "text/plain":
        write(sys.stdout, reply["file"]["text"])
    elif "file" in reply:
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
        stop(f"{path} cannot be the name of a file")
    try:
        refuse_reading_twice(path, *arguments.figures)
        figures = [from_json_file(file) for file in arguments.figures]
    except Refused as refusal:
        stop(str(refusal))
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
        stop(f"{path}: {refusal}")
    except OSError as fault:
        stop(f"{path} cannot be read: {fault.strerror}")
    except KeyboardInterrupt:
        stop(f"stopped; {tally}")
    if tally.read and tally.unreadable == tally.read:
        stop(f"no row could be used; {tally}")
    write(sys.stderr, str(tally))
    if tally.unreadable:
        sys.exit(_SOME_UNREADABLE)


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
