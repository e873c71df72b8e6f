"""A figures file: what a partnership read in its own copy of a guidance text, read strictly, with every refusal at once.

Format: `{"format": 1, "kind": "figures", "edition", "supplied_by", "role", "read_on", "source", "figures": [{"fills",
"length", "unit", "runs", "event", "duty", "place"}]}`. A figure fills only a gap of its own edition.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from calculators import request
from calculators.counting import bounds, days_in_force
from calculators.files.kept import line_of, object_of
from calculators.records import (
    YOUR_COPY,
    Citation,
    Direction,
    Duty,
    Figure,
    Kind,
    Reading,
    Refused,
    Supplied,
    Unit,
)
from calculators.typed import RUNS, period_from_file
from calculators.wording import in_words, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from calculators.records import Edition
    from calculators.request import Refusals

_KEYS = ("format", "kind", "edition", "supplied_by", "role", "read_on", "source", "figures")
_FIGURE_KEYS = ("fills", "length", "unit", "runs", "event", "duty", "place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of one file, by the rule that each fills."""

    edition: Edition
    by_rule: Mapping[str, Figure]


def figures_of(
    given: object,
    problems: Refusals,
    *,
    field: str,
    editions: Mapping[str, Edition],
    events: Collection[str],
    today: date | None,
) -> Figures | None:
    """Return the figures of one file as parsed from JSON, or None after noting every reason in `problems`.

    `editions` and `events` are those that a figure may name. Where `today` is None, no day of reading is in the future.
    """
    before = len(problems.refusals)
    file = object_of(given, problems, kind="figures", keys=_KEYS, field=field)
    if file is None:
        return None
    held = problems.gather(
        request.look_up, editions, request.text(file, "edition"), what="an edition", field=f"{field}.edition"
    )
    said = {name: problems.gather(line_of, file, name, field=field) for name in ("supplied_by", "role", "source")}
    read_on = problems.gather(request.iso_day, file.get("read_on"), label="read_on", field=f"{field}.read_on")
    entries = problems.gather(request.sequence, file, "figures")
    if entries == []:
        problems.refuse("A figures file must have at least one figure under figures", field=f"{field}.figures")
    if held and read_on:
        _refuse_odd_day(read_on, held, problems, today=today, field=f"{field}.read_on")
    found: dict[str, Figure] = {}
    for number, entry in enumerate(entries or (), 1):
        if not held or not read_on:
            break
        supplied = Supplied(
            by=said["supplied_by"] or "",
            role=said["role"] or "",
            read_on=read_on.isoformat(),
            source=said["source"] or "",
            place="",
        )
        figure = _figure_of(entry, held, supplied, problems, events=events, field=f"{field}.figures.{number}")
        if figure and figure.fills in found:
            problems.refuse(
                f"{quoted(figure.fills)} is filled twice; keep one", field=f"{field}.figures.{number}.fills"
            )
        elif figure:
            found[figure.fills] = figure
    if held is None or len(problems.refusals) > before:
        return None
    return Figures(edition=held, by_rule=found)


def _refuse_odd_day(read_on: date, held: Edition, problems: Refusals, *, today: date | None, field: str) -> None:
    """Note a refusal if a text was read before there was one, or is yet to be read."""
    first = bounds(held.in_force.start)[0]
    if read_on < first:
        problems.refuse(
            f"read_on, {in_words(read_on)}, is before {held.guidance}, in force {days_in_force(held)}", field=field
        )
    elif today and read_on > today:
        problems.refuse(f"read_on, {in_words(read_on)}, is in the future", field=field)


def _figure_of(
    given: object, held: Edition, supplied: Supplied, problems: Refusals, *, events: Collection[str], field: str
) -> Figure | None:
    """Return one figure, or None after noting why it cannot be used."""
    before = len(problems.refusals)
    if not isinstance(given, dict):
        problems.refuse("A figure must be an object: fills, length, unit, runs, event, duty and place", field=field)
        return None
    problems.refuse_unknown(given, _FIGURE_KEYS, within=field, what="a figure")
    gaps = {rule.id: rule for rule in held.rules}
    rule = problems.gather(
        request.look_up, gaps, request.text(given, "fills"), what=f"a rule of {held.id}", field=f"{field}.fills"
    )
    if rule and rule.kind is not Kind.GAP:
        message = f"{quoted(rule.id)} has a figure or words of its own in {held.id}; a figure of yours fills only a gap"
        problems.refuse(message, field=f"{field}.fills")
    period = problems.gather(period_from_file, given.get("length"), request.text(given, "unit"), field=field)
    runs = problems.gather(
        request.look_up, RUNS, request.text(given, "runs"), what="a way to count", field=f"{field}.runs"
    )
    event = request.text(given, "event")
    problems.gather(request.look_up, dict.fromkeys(events), event, what="an event", field=f"{field}.event")
    duty = problems.gather(_duty_of, given.get("duty"), field=f"{field}.duty")
    place = problems.gather(line_of, given, "place", field=field)
    if period and runs in {Direction.KEPT, Direction.WINDOW} and (period.unit is Unit.WORKING_DAY or period.clear):
        problems.refuse(
            f"{given['runs']} is not counted in {given['unit']}; write days, weeks, months or years",
            field=f"{field}.unit",
        )
    if rule is None or period is None or runs is None or place is None or len(problems.refusals) > before:
        return None
    citation = Citation(ref=YOUR_COPY, place=place)
    return Figure(
        fills=rule.id,
        reading=Reading(period=period, direction=runs, event=event, citation=citation),
        duty=duty,
        supplied=replace(supplied, place=place),
    )


def _duty_of(value: object, *, field: str) -> Duty | None:
    """Return the force of a limit, None if nothing is said of it, or raise `Refused`."""
    if value is None:
        return None
    if not isinstance(value, str) or value not in set(Duty):
        raise Refused(f"duty must be one of: {', '.join(Duty)}", field=field)
    return Duty(value)


def names_of(files: Sequence[tuple[int, Figures]]) -> Iterator[str]:
    """Yield a name for each numbered file: its supplier's, and where several have one supplier, what tells them apart."""
    supplied = [(number, next(iter(figures.by_rule.values())).supplied) for number, figures in files]
    files_of = Counter(each.by for _, each in supplied)
    for number, each in supplied:
        read_on = in_words(date.fromisoformat(each.read_on))
        apart = f" (number {number}: {each.role}, read on {read_on})" if files_of[each.by] > 1 else ""
        yield f"the figures file of {each.by}{apart}"


def disagreements(files: Sequence[tuple[str, Figures]]) -> Iterator[tuple[str, str, str]]:
    """Yield each rule that two of the named files fill differently, with the names of both."""
    seen: dict[tuple[str, str], tuple[str, Figure]] = {}
    for name, figures in files:
        for rule, figure in figures.by_rule.items():
            first, other = seen.setdefault((figures.edition.id, rule), (name, figure))
            if (other.reading.period, other.reading.direction, other.reading.event, other.duty) != (
                figure.reading.period, figure.reading.direction, figure.reading.event, figure.duty,
            ):  # fmt: skip
                yield rule, first, name
