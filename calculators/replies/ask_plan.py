"""'What is due when': a case read from a question, or from the file in which it was saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from calculators import horizon, request
from calculators.counting import Case, plan, planned, with_figure
from calculators.files import (
    Choice,
    Figures,
    case_of,
    compared,
    disagreements,
    figures_of,
    file_of,
    moved,
    names_of,
    reference_of,
)
from calculators.records import Kind, Refused
from calculators.register import EDITIONS, EVENTS, FACTS, FIGURES, calendar, edition
from calculators.replies.ask_criteria import alternatives_of, events_of_question, facts_of_question, tests_of
from calculators.replies.chosen import CHOICES, choice_of
from calculators.replies.decisions import decisions_of
from calculators.replies.own_figure import own_rule
from calculators.replies.parts import VALUES, said_value
from calculators.replies.plan import plan_payload
from calculators.replies.warnings import warnings_of
from calculators.wording import in_full

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calculators.counting import Planned
    from calculators.files import SavedCase
    from calculators.records import Edition, Figure, Rule
    from calculators.reply import AskedReply, Json, PlanReply

_KEYS = (
    "ask", "edition", "events", "facts", "done", "closed", "today", "figures", "own", "reference", "notes", "decisions", "made", "tests",
    *CHOICES,
)  # fmt: skip
_MOVED_KEYS = ("ask", "case", "today", "figures", "made", "tests", *CHOICES)
_OWN_KEYS = ("length", "unit", "runs", "event", "place", "action")
_NOT_DONE = {Kind.RETENTION, Kind.LOOKBACK}
_LONGEST_NOTES = 20_000
_MOST_OWN = 20  # of the reader's own figures: each is counted day by day


def ask_plan(asked: Json) -> PlanReply:
    """Answer 'what is due when'."""
    problems = request.Refusals()
    problems.refuse_unknown(asked, _KEYS)
    return _answered(asked, problems)


def ask_moved(asked: Json) -> PlanReply:
    """Answer a saved case anew, and say which dates moved and why."""
    problems = request.Refusals()
    problems.refuse_unknown(asked, _MOVED_KEYS)
    saved = case_of(asked.get("case"), problems, field="case")
    if saved is None:
        raise request.QuestionRefused(problems.refusals)
    question, left_out = question_again(saved, asked)
    return _answered(question, problems, saved=saved, left_out=left_out)


def question_again(saved: SavedCase, asked: Json) -> tuple[Json, list[str]]:
    """Return what a saved case asks today, beside what is `asked` of it now, and what of the file was left out and why."""
    left_out: list[str] = []
    given = {key: value for key, value in asked.items() if key in _KEYS and value is not None}
    question = {**saved.question, **given}
    held = EDITIONS.get(request.text(question, "edition"))
    if held:
        question["done"] = _still_done(saved.question.get("done"), held, left_out)
        question["figures"] = _figures_still_to_use(saved.question.get("figures"), asked.get("figures"), held, left_out)
    return question, left_out


def _still_done(done: object, held: Edition, left_out: list[str]) -> object:
    """Return what a saved case says was done, without what was done under rules that the edition has no longer."""
    if not isinstance(done, dict):
        return done
    rules = {rule.id for rule in held.rules}
    left_out += [
        f"{rule} is no rule of this edition any more; that it was done was left out."
        for rule in done
        if rule not in rules
    ]
    return {rule: day for rule, day in done.items() if rule in rules}


def _figures_still_to_use(saved: object, given: object, held: Edition, left_out: list[str]) -> object:
    """Return a saved case's figures with those given now, without what is filled otherwise now or is no gap any more."""
    if given == []:  # said to be none
        return None
    now = [] if given is None else given if isinstance(given, list) else [given]
    filled = {
        name
        for file in now
        if isinstance(file, dict) and isinstance(file.get("figures"), list)
        for figure in file["figures"]
        if isinstance(figure, dict) and isinstance(name := figure.get("fills"), str)
    }
    gaps = {rule.id for rule in held.rules if rule.kind is Kind.GAP}
    kept = []
    for file in [] if saved is None else saved if isinstance(saved, list) else [saved]:
        figures = file.get("figures") if isinstance(file, dict) else None
        if not isinstance(file, dict) or not isinstance(figures, list):
            kept.append(file)  # refused with its reason where figures are read
            continue
        stay = []
        for figure in figures:
            name = figure.get("fills") if isinstance(figure, dict) else None
            if isinstance(name, str) and name in filled:
                left_out.append(f"The figure for {name} that the case was saved with gave way to the one given now.")
            elif isinstance(name, str) and name not in gaps:
                left_out.append(
                    f"{name} is no gap of this edition any more; the figure that the case was saved with was left out."
                )
            else:
                stay.append(figure)
        if stay:
            kept.append({**file, "figures": stay})
    return [*kept, *now] if now or isinstance(saved, list) else next(iter(kept), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A case as a question gives it, with every date of it; no count is walked yet."""

    held: Edition
    case: Case
    dates: tuple[Planned, ...]
    warnings: tuple[str, ...]
    reference: str | None
    said: AskedReply
    made: str | None
    with_tests: bool
    choice: Choice

    def reply(self) -> PlanReply:
        """Return the whole answer, every count in it."""
        days = calendar(self.held.calendar)
        reply = plan_payload(
            self.held, self.case, self.dates, self.warnings, calendar=days, reference=self.reference, asked=self.said
        )
        if self.made:
            reply["made"] = self.made
        if self.with_tests:
            reply["tests"] = tests_of(self.held, self.case.facts, self.case.events)
            reply["alternatives"] = alternatives_of(self.held, self.case.facts, self.case.events)
        return reply


def _answered(
    asked: Json, problems: request.Refusals, *, saved: SavedCase | None = None, left_out: Sequence[str] = ()
) -> PlanReply:
    """Return the plan that a question asks for, or raise `QuestionRefused` with every reason.

    Of a `saved` case it says what moved, and what of it was left out, before it becomes a file.
    """
    found = understood(asked, problems, saved=saved is not None)
    reply = found.reply()
    reply["warnings"] += left_out
    if saved:
        reply["moved"] = moved(saved, reply)
        reply["compared"] = compared(saved, reply, reply["moved"])
    if asked.get("as") is not None:
        _add_file(reply, asked["as"], found.choice, problems)
    return reply


def understood(asked: Json, problems: request.Refusals, *, saved: bool) -> Understood:
    """Return the case that a question gives with its dates, or raise `QuestionRefused` with every reason.

    What stands in a `saved` case is left as it is where the guidance changed since.
    """
    held = problems.gather(edition, request.text(asked, "edition"))
    events = events_of_question(asked, problems)
    facts = facts_of_question(asked, problems)
    today = problems.gather(horizon.day, asked.get("today"), label="Today", field="today")
    closed = {
        day
        for number, typed in enumerate(problems.gather(request.sequence, asked, "closed") or (), 1)
        if (day := problems.gather(horizon.day, typed, label=f"Closed day {number}", field=f"closed.{number}"))
    }
    made = problems.gather(horizon.time_of, asked.get("made"), field="made")
    latest = date.fromisoformat(made[:10]) if made else today  # whoever asks knows the day, if anybody does
    figures = figures_for(asked.get("figures"), held, problems, today=latest) if held else {}
    done = done_of(asked, held, figures, problems) if held else {}
    own = _own_rules(problems.gather(request.sequence, asked, "own", most=_MOST_OWN) or [], problems)
    reference = problems.gather(reference_of, asked.get("reference"))
    notes = problems.gather(_notes_of, asked.get("notes")) or ""
    with_tests = problems.gather(request.wanted, asked, "tests")
    decisions = decisions_of(asked, held, problems, saved=saved) if held else []
    choice = choice_of(asked, held, own, problems) if held else Choice()
    if held is None or problems.refusals:
        raise request.QuestionRefused(problems.refusals)
    case = Case(events=events, facts=facts, done=done, figures=figures, closed=closed, today=today)
    days = calendar(held.calendar)
    dates = (
        *plan(held, case, calendar=days, vocabulary=EVENTS),
        *(planned(rule, case, calendar=days, vocabulary=EVENTS) for rule in own),
    )
    said: AskedReply = {
        "events": {event: day.isoformat() for event, day in events.items()},
        "facts": {fact: VALUES[value] for fact, value in facts.items()},
        "done": {rule: day.isoformat() for rule, day in done.items()},
        "closed": sorted(day.isoformat() for day in closed),
        "figures": asked.get("figures"),
        "own": asked.get("own") or [],
        "notes": notes,
        "decisions": decisions,
        "words": [
            *(f"{EVENTS[event].label}: {in_full(day)}" for event, day in events.items()),
            *(f"{FACTS[fact].question} {said_value(value)}" for fact, value in facts.items() if value is not None),
        ],
    }
    return Understood(
        held=held,
        case=case,
        dates=dates,
        warnings=warnings_of(held, case, dates),
        reference=reference,
        said=said,
        made=made,
        with_tests=with_tests is True,
        choice=choice,
    )


def done_of(asked: Json, held: Edition, figures: Mapping[str, Figure], problems: request.Refusals) -> dict[str, date]:
    """Return the days on which acts were done, by the rule that asks for each, in the edition's order."""
    rules = {rule.id: with_figure(rule, figures[rule.id]) if rule.id in figures else rule for rule in held.rules}
    found: dict[str, date] = {}
    for name, typed in (problems.gather(request.mapping, asked, "done") or {}).items():
        rule = problems.gather(request.look_up, rules, name, what=f"a rule of {held.id}", field=f"done.{name}")
        if rule and rule.kind in _NOT_DONE:
            message = f"{rule.action}: this is a time to keep or to look back on, and no act that is done on a day"
            problems.refuse(message, field=f"done.{name}")
        label = f"The day on which this was done: {rule.action}" if rule else ""
        day = problems.gather(horizon.day, typed, label=label, field=f"done.{name}") if rule else None
        if day:
            found[name] = day
    return {name: found[name] for name in rules if name in found}


def figures_for(
    given: object, held: Edition, problems: request.Refusals, *, today: date | None
) -> Mapping[str, Figure]:
    """Return the figures that fill this edition's gaps: those built into this copy, and those of the files given."""
    usable: list[tuple[int, Figures]] = []
    for number, file in enumerate(given if isinstance(given, list) else [] if given is None else [given], 1):
        name = f"figures.{number}" if isinstance(given, list) else "figures"
        read = figures_of(file, problems, field=name, editions=EDITIONS, events=EVENTS, today=today)
        if read and read.edition.id != held.id:
            problems.refuse(
                f"These figures are for {read.edition.id}; the plan is for {held.id}", field=f"{name}.edition"
            )
        elif read:
            usable.append((number, read))
    files = [("the figures built into this copy", Figures(edition=held, by_rule=FIGURES.get(held.id, {})))]
    files += zip(names_of(usable), (figures for _, figures in usable), strict=True)
    for rule, first, second in disagreements(files):
        problems.refuse(f"{first} and {second} disagree on {rule}; settle which is right", field="figures")
    return {rule: figure for _, figures in reversed(files) for rule, figure in figures.by_rule.items()}


def _notes_of(typed: object) -> str:
    """Return the reader's notes on a case, or raise `Refused`."""
    if typed is None:
        return ""
    if not isinstance(typed, str) or len(typed) > _LONGEST_NOTES:
        raise Refused(f"notes must be text of up to {_LONGEST_NOTES:,} characters", field="notes")
    return typed


def _add_file(reply: PlanReply, form: object, choice: Choice, problems: request.Refusals) -> None:
    """Put the plan into the reply as a file of the form that was asked for."""
    found = problems.gather(file_of, reply, form if isinstance(form, str) else "", choice)
    if found is None:
        raise request.QuestionRefused(problems.refusals)
    reply["file"] = found


def _own_rules(typed: list[Any], problems: request.Refusals) -> list[Rule]:
    """Return the reader's own figures as rules."""
    rules = []
    for number, figure in enumerate(typed, 1):
        fields = problems.gather(request.strings, figure, field=f"own.{number}")
        problems.refuse_unknown(fields or {}, _OWN_KEYS, within=f"own.{number}")
        rule = problems.gather(own_rule, fields, number=number) if fields is not None else None
        if rule:
            event = rule.readings[0].event
            problems.gather(request.look_up, EVENTS, event, what="an event", field=f"own.{number}.event")
            rules.append(rule)
    return rules
