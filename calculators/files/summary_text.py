"""A plan in a few lines for an e-mail, and one act of it in two or three: dates, acts and who, and no ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.files.plain_text import foot, said
from calculators.records import Refused
from calculators.wording import NO_FIGURE, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from calculators.reply import EventReply, PlanReply, RuleReply, TimingReply

_CHECK = "CHECK IN YOUR COPY: dates if the figure last held still applies"


def summary_text(reply: PlanReply) -> str:
    """Return what was given, each act that applies or may apply with its date and who, and a caveat in one line.

    A date by the figure last held stands under a heading of its own, and only where no earlier one is law.
    """
    lines = [f"Case reference: {reply['reference']}"] if reply["reference"] else []
    later = reply["superseded_by"]
    lines.append(f"{reply['guidance']}{f', superseded by {later}' if later else ''}")
    lines.append(f"Given: {'; '.join(words.rstrip('.') for words in reply['asked']['words']) or 'nothing yet'}")
    for heading, told in _sections([rule for rule in reply["dates"] if rule["applies"] != "no"]):
        if told:
            lines += [heading, *(f"- {line}" for line in told)]
    lines.append(f"{foot(reply)}. No legal advice: check each date against the text in force.")
    return "\n".join(lines)


def row_text(reply: PlanReply) -> str:
    """Return the one act of a plan in two or three lines, or raise `Refused` if there is not just one."""
    if len(reply["dates"]) != 1:
        raise Refused("A row to copy is one act: give rows with the id of one rule", field="rows")
    (rule,) = reply["dates"]
    case = f" [{reply['reference']}]" if reply["reference"] else ""
    lines = [f"{_when(rule)}: {_act(rule)}{case}"]
    source, bodies = rule["source"], ", ".join(body["name"] for body in rule["bodies"])
    how = rule["clock"] or (rule["words"] if rule["kind"] == "prompt" else None)
    parts = [how[:1].upper() + how[1:] if how else None, f"to {bodies}" if bodies else None]
    lines.append("; ".join(part for part in (*parts, f"{source['title']}, {source['place']}") if part))
    beside = [*_readings(rule), *(_checks([rule]) if rule["applies"] != "no" else ())]
    if beside:
        lines.append("; ".join(beside))
    return "\n".join(lines)


def _sections(rules: list[RuleReply]) -> Iterator[tuple[str, list[str]]]:
    """Yield the parts of a summary, each with its lines."""
    yield "AT ONCE", ["; ".join((_act(rule), *_readings(rule))) for rule in rules if rule["at_once"]]
    rest = [rule for rule in rules if not rule["at_once"]]
    yield _CHECK, list(_checks(rules))
    dated = sorted((rule for rule in rest if _first(rule)), key=_first)
    yield "DATES", [f"{_when(rule)}: {_act(rule)}" for rule in dated]
    silent = [rule for rule in rest if rule["state"] == "no-number" and not _first(rule)]
    musts = [rule for rule in silent if rule["duty"] == "must"]
    others = _by((rule["who"], _thing(rule)) for rule in silent if rule["duty"] != "must")
    yield "NO NUMBER HELD", [f"{_act(rule)}{_in_words(rule)}" for rule in musts] + others
    waiting = [rule for rule in rest if rule["state"] == "waiting" and not _first(rule)]
    yield "WAITING FOR A DATE", _by((_missing(rule), f"{_act(rule)}") for rule in waiting)
    beyond = [rule for rule in rest if rule["state"] == "past-horizon" and not _first(rule)]
    yield "BEYOND THE BANK HOLIDAYS HELD", [_act(rule) for rule in beyond]


def _readings(rule: RuleReply) -> list[str]:
    """Return each reading of a rule with its date."""
    return [f"{each['label'] or each['period']}: {said(each['due'])}" for each in rule["readings"]]


def _by(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Return a line for each heading, with all that stands under it."""
    found: dict[str, list[str]] = {}
    for heading, thing in pairs:
        found.setdefault(heading, []).append(thing)
    return [f"{heading}: {'; '.join(things)}" for heading, things in found.items()]


def _first(rule: RuleReply) -> str:
    """Return the date by which a rule is sorted, or nothing: its own, or the earliest of readings that stand for themselves."""
    return rule["due"] or min((each["due"] for each in rule["readings"] if each["due"]), default="")


def _when(rule: RuleReply) -> str:
    """Return by when an act is due, until when something is kept, or over which time to look back."""
    if rule["at_once"]:
        return (rule["words"] or "").capitalize()
    if rule["kind"] == "lookback":
        windows: Sequence[TimingReply] = rule["readings"] or [rule]
        told = [f"{said(each['due'])} to {said(each['until'])}" for each in windows if each["due"]]
        return " or ".join(told) or "No date yet"
    if not rule["due"]:
        return NO_FIGURE if rule["state"] == "no-number" else "No date yet"
    if rule["kind"] == "retention":
        return f"Until {said(rule['due'])}"
    before = rule["last_working_day_before"]
    return (
        f"By {said(rule['due'])}{f' (last working day before: {said(before)})' if before and not rule['done'] else ''}"
    )


def _act(rule: RuleReply) -> str:
    """Return an act with who does it, how strongly, and what must be said beside its date, in brackets."""
    return _named(rule, _marks(rule))


def _named(rule: RuleReply, marks: Iterable[str]) -> str:
    """Return an act with who does it, how strongly, and these marks, in brackets."""
    return f"{rule['action']} ({'; '.join((' '.join(filter(None, (rule['who'], rule['duty']))), *marks))})"


def _thing(rule: RuleReply) -> str:
    """Return an act as it stands in a line that begins with who."""
    marks = [part for part in (rule["duty"], *_marks(rule)) if part]
    beside = f" ({'; '.join(marks)})" if marks else ""
    return f"{rule['action']}{beside}{_in_words(rule)}"


def _in_words(rule: RuleReply) -> str:
    """Return a prompt's own words for when."""
    return f", {rule['words']}" if rule["kind"] == "prompt" and rule["words"] else ""


def _marks(rule: RuleReply) -> Iterator[str]:
    """Yield what must be said beside an act: whether it applies, is done, is settled, whose figure it is."""
    yield from _standing(rule, rule["done"]["days"] if rule["done"] else None)
    if rule["due"] and not rule["settled"]:
        yield "not settled"
    if rule["holidays"] == "projected":
        yield "with bank holidays that are projected"
    if rule["supplied"]:
        yield f"figure read by {rule['supplied']['by']} on {said(rule['supplied']['read_on'])}"


def _standing(rule: RuleReply, days: int | None) -> Iterator[str]:
    """Yield whether an act applies and is done, and how many `days` late by the date beside which that stands, if they count."""
    if rule["applies"] == "unknown":
        yield "if it applies"
    if rule["applies"] == "no":
        yield "not on these facts"
    if rule["done"]:
        late = f", {counted(days, 'day')} late" if days and days > 0 else ""
        yield f"done on {said(rule['done']['date'])}{late}"


def _missing(rule: RuleReply) -> str:
    """Return the dates for which a rule waits."""
    events: list[EventReply | None] = [each["event"] for each in rule["readings"]] or [rule["event"]]
    return " or ".join(dict.fromkeys(event["label"] for event in events if event and not event["known"]))


def _checks(rules: Iterable[RuleReply]) -> Iterator[str]:
    """Yield a line for each date by the figure last held, but where the law's own is no later."""
    for rule in rules:
        held, by_law = rule["last_held"], None if rule["supplied"] else rule["due"]
        if held and held["due"] and (by_law is None or held["due"] < by_law):
            keep = "; do not take down before reading the text in force" if held["kind"] == "retention" else ""
            counted = "; with bank holidays that are projected" if held["holidays"] == "projected" else ""
            figure = f"{held['period']} by {held['source']['title']}: check in your copy{keep}{counted}"
            yield f"CHECK {said(held['due'])}: {_named(rule, _standing(rule, None))}, {figure}"
