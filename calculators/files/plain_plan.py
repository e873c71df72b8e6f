"""A plan as plain text, for the terminal and for copying: the same reasons, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.files.plain_text import count_lines, foot, opening, paragraph, said
from calculators.files.rows import held_dates
from calculators.wording import NO_FIGURE, counted, moved_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calculators.reply import BackPlanReply, EventReply, HeldReadingReply, PlanReply, ReadingReply, RuleReply


_NO_DEADLINES = {"retention", "lookback"}


def plan_text(reply: PlanReply, *, counts: bool = True) -> str:
    """Return a plan: warnings, then what is to be done at once, what has a date, what waits for one, what does not apply.

    Without `counts` each rule takes a line or two; with them it has its notes, its source and every day of its count.
    """
    lines = [f"Case reference: {reply['reference']}"] if reply["reference"] else []
    lines += opening(reply)
    for heading, rules in _groups(reply["dates"]):
        if rules:
            lines += ["", heading, *(line for rule in rules for line in _rule_lines(rule, counts=counts))]
    for back in reply["back"]:
        lines += ["", *_back_lines(back)]
    if "moved" in reply:
        lines += ["", *_moved_lines(reply)]
    lines += ["", *paragraph(f"Working days: {reply['working_day']}"), foot(reply)]
    if not counts:
        lines.append("Each date's count, notes and source: the same command with --counts.")
    return "\n".join(lines)


def _groups(rules: Sequence[RuleReply]) -> Iterator[tuple[str, list[RuleReply]]]:
    """Yield a plan's rules under the headings of its text, each rule once."""
    apply = [rule for rule in rules if rule["applies"] != "no"]
    yield "AT ONCE", [rule for rule in apply if rule["at_once"]]
    rest = [rule for rule in apply if not rule["at_once"]]
    dated = sorted((rule for rule in rest if _first_date(rule)), key=lambda rule: _first_date(rule) or "")
    undated = [rule for rule in rest if not _first_date(rule)]
    worded = [rule for rule in undated if rule["kind"] == "prompt"]
    silent = [rule for rule in undated if rule["state"] == "no-number" and rule not in worded]
    yield "DATES, SOONEST FIRST", [rule for rule in dated if rule["kind"] not in _NO_DEADLINES]
    yield "NO NUMBER IN THE TEXT: GO BY ITS WORDS", worded
    yield "KEEP, AND LOOK BACK", [rule for rule in dated if rule["kind"] in _NO_DEADLINES]
    yield "FIGURE OF THE TEXT IN FORCE NOT HELD: CHECK YOUR COPY", [rule for rule in silent if rule["last_held"]]
    yield "WITHOUT A FIGURE", [rule for rule in silent if not rule["last_held"]]
    yield "WAITING FOR A DATE", [rule for rule in undated if rule["state"] != "no-number" and rule not in worded]
    yield "NOT ON THESE FACTS", [rule for rule in rules if rule["applies"] == "no"]


def _back_lines(back: BackPlanReply) -> Iterator[str]:
    """Say what must be done by when before a day that was given, and what time the other dates leave for it."""
    yield f"BACK FROM {back['event']['words'].upper()}, {said(back['event']['date'])}"
    yield f"  {back['words']}"
    for step in back["steps"]:
        done = f" (done on {said(step['done'])})" if step["done"] else ""
        slack = f": {step['slack']['words']}" if step["slack"] else ""
        yield f"  By {said(step['by'])}  {step['action']}{' (if it applies)' if step['applies'] == 'unknown' else ''}{done}{slack}"


def _first_date(rule: RuleReply) -> str | None:
    """Return the date by which a rule is sorted: its own, or the earliest of readings that each stand for themselves."""
    if rule["due"] or rule["at_once"]:
        return _held_earlier(rule) or rule["due"]
    return min((each["due"] for each in rule["readings"] if each["due"]), default=None)


def _rule_lines(rule: RuleReply, *, counts: bool) -> Iterator[str]:
    """Say one rule."""
    title = f"{rule['action']} [{rule['rule']}]{_marks(rule, rule['done']['days'] if rule['done'] else None)}"
    dated = rule["at_once"] or _first_date(rule)
    if dated and _held_earlier(rule):
        held = f"{rule['action']} [{rule['rule']}]{_marks(rule, None)}"
        yield f"{said(_held_earlier(rule))}  CHECK, the earlier date by the last figure held: {held}"
    if counts:
        yield f"{_headline(rule)}  {title}"
        yield from _detail_of_rule(rule)
    elif rule["applies"] == "no":
        yield f"  {title}: {' '.join(rule['because_words'])}"
    elif dated:
        yield f"{_headline(rule)}  {title}"
        yield from _brief_of_rule(rule)
        yield from _open_facts(rule)
    else:
        yield f"  {title}: {_in_short(rule)}"
        yield from _last_held_lines(rule, indent="    ")
        yield from _open_facts(rule)


def _open_facts(rule: RuleReply) -> Iterator[str]:
    """Name the facts on which it turns whether a rule applies, as they are given on the command line."""
    if rule["applies"] == "unknown" and rule["because_facts"]:
        yield f"    Whether it applies turns on --fact {', '.join(rule['because_facts'])}"


def _held_earlier(rule: RuleReply) -> str | None:
    """Return the date by the last figure held if it is earlier than the law's own."""
    held = rule["last_held"]["due"] if rule["last_held"] else None
    return held if held and rule["due"] and held < rule["due"] and not rule["supplied"] else None


def _marks(rule: RuleReply, days: int | None) -> str:
    """Return whose figure a rule's is, whether it is known to apply, and whether it was done, in brackets.

    `days`: how late that was by the date beside which it stands, or None where nothing is said of that.
    """
    marks = ["if it applies"] if rule["applies"] == "unknown" else []
    if rule["supplied"]:
        marks.append(f"figure read by {rule['supplied']['by']} on {said(rule['supplied']['read_on'])}")
    if rule["done"]:
        late = "" if days is None else " in time" if days <= 0 else f", {counted(days, 'day')} late"
        marks.append(f"done on {said(rule['done']['date'])}{late}")
    return f" ({'; '.join(marks)})" if marks else ""


def _brief_of_rule(rule: RuleReply) -> Iterator[str]:
    """Say a rule that has a date in a line, and each of several readings in one more."""
    yield f"    {_in_short(rule)}"
    if rule["last_working_day_before"] and not rule["readings"]:
        yield f"    No working day; the last before it: {said(rule['last_working_day_before'])}"
    for each in rule["readings"]:
        until = f" to {said(each['until'])}" if each["until"] else ""
        before = None if rule["at_once"] else each["last_working_day_before"]
        beside = f"; no working day, the last before it {said(before)}" if before else ""
        mark = " (safest)" if each["safest"] else ""
        notes = f". {' '.join(each['notes'])}" if rule["at_once"] and each["notes"] else ""
        yield f"  - {each['label'] or each['id']}: {said(each['due'])}{until}{mark}{beside}; {each['clock']}{notes}"
    yield from _last_held_lines(rule, indent="    ")


def _in_short(rule: RuleReply) -> str:
    """Return who acts, how strongly, when, and where that stands; whose figure it is if it was supplied."""
    when = rule["clock"] or (rule["words"] if rule["kind"] == "prompt" else None)
    waits = f"waits for: {_missing(rule)}" if rule["state"] == "waiting" else None
    to = f"to {', '.join(body['name'] for body in rule['bodies'])}" if rule["bodies"] else None
    source = rule["source"]
    where = rule["supplied"]["words"] if rule["supplied"] else f"{source['title']}, {source['place']}"
    return "; ".join(part for part in (_who(rule), to, when, waits, where) if part)


def _missing(rule: RuleReply) -> str:
    """Return the dates for which a rule waits."""
    events: list[EventReply | None] = [each["event"] for each in rule["readings"]] or [rule["event"]]
    return " or ".join(dict.fromkeys(event["label"] for event in events if event and not event["known"]))


def _detail_of_rule(rule: RuleReply) -> Iterator[str]:
    """Say everything of a rule, with the days of its counts."""
    to = ", ".join(body["name"] for body in rule["bodies"])
    yield f"    {_who(rule)}{f'; to {to}' if to else ''}"
    if rule["applies"] != "yes":
        on_facts = "Not on these facts" if rule["applies"] == "no" else "Whether it applies is not known yet"
        yield f"    {on_facts}: {' '.join(rule['because_words'])}".rstrip(": ")
    if rule["words"]:
        yield f"    {rule['words']}"
    yield from _last_held_lines(rule, indent="    ")
    if rule["readings"]:
        for each in rule["readings"]:
            mark = " (safest)" if each["safest"] else ""
            when = f" Applies when {each['applies_when']}." if each["applies_when"] else ""
            yield f"  - {each['label'] or each['id']}: {said(each['due'])}{mark}.{when} {_clock(each)}"
            yield from _detail_lines(each, indent="      ")
    else:
        if rule["clock"]:
            yield f"    {_clock(rule)}"
        yield from _detail_lines(rule, indent="    ")


def _who(rule: RuleReply) -> str:
    """Return who acts, how strongly the text puts it, and the force of the limit where it is another."""
    force = f"act; {rule['time_duty']} within the time" if rule["time_duty"] else None
    return " ".join(part for part in (rule["who"], rule["duty"], force) if part)


def _last_held_lines(rule: RuleReply, *, indent: str) -> Iterator[str]:
    """Say what the last figure comes to if it still held, told apart from what is due."""
    held = rule["last_held"]
    if held is None:
        return
    by_law = None if rule["supplied"] else rule["due"]
    told = {due: " and ".join(map(_held_reading, readings)) for due, readings in held_dates(held).items()}
    if not held["readings"] and held["due"]:
        told = {held["due"]: f"({held['period']})"}
    dates = [f"{said(due)} {which}" for due, which in told.items() if by_law is None or due < by_law]
    clock = ", by ".join((held["clock"], *([held["source"]["title"]] if held["readings"] else [])))
    if by_law and not dates:
        return  # the law's own date is the earlier, and has been said
    waits = f"; {' and '.join(held['waits'])} could make it earlier" if dates and held["waits"] else ""
    yield f"{indent}CHECK: {'; '.join(dates) or clock}, {held['words']}{waits}"


def _held_reading(each: HeldReadingReply) -> str:
    """Return which reading of a figure last held it is, its period, and by which text."""
    return f"({each['label']}, {each['period']}), by {each['source']['title']}"


def _moved_lines(reply: PlanReply) -> Iterator[str]:
    """Say which dates are others than when the case was saved, and what was compared."""
    actions = {rule["rule"]: rule["action"] for rule in reply["dates"]}
    if reply["moved"]:
        yield "MOVED SINCE THE CASE WAS SAVED"
    for moved in reply["moved"]:
        words = moved_words(moved["was"], moved["now"], moved["because"])
        yield f"  {actions.get(moved['rule'], moved['rule'])} [{moved['rule']}]: {words}"
    yield from paragraph(f"{reply['compared'][:1].upper()}{reply['compared'][1:]}.")


def _headline(rule: RuleReply) -> str:
    """Return the date of a rule, or why there is none."""
    if rule["at_once"]:
        return (rule["words"] or "").upper()
    if rule["due"]:
        keep = "Keep until " if rule["kind"] == "retention" else ""
        window = f" to {said(rule['until'])}" if rule["until"] else ""
        return f"{keep}{said(rule['due'])}{window}{'' if rule['settled'] else ' (not settled)'}"
    if rule["state"] == "no-number":
        return NO_FIGURE if rule["kind"] == "gap" else "No number of days"
    if rule["state"] == "past-horizon":
        return "Beyond the bank holidays held"
    return "See the readings" if rule["state"] == "due" else "Waiting for a date"


def _clock(each: RuleReply | ReadingReply) -> str:
    """Return a period in words, and how its event is dated."""
    event = each["event"]
    dated = f", {said(event['date'])}" if event and event["known"] else ", no date given"
    return f"{each['clock']}{dated}"


def _detail_lines(each: RuleReply | ReadingReply, *, indent: str) -> Iterator[str]:
    """Say what stands beside a date: other dates, notes, source and the count."""
    if each["until"]:
        yield f"{indent}The window runs to {said(each['until'])}"
    if each["last_working_day_before"]:
        yield f"{indent}Falls on a day that is no working day; the last before it: {said(each['last_working_day_before'])}"
    if each["holidays"] == "projected":
        yield f"{indent}Counted with bank holidays that are projected, not yet published"
    if each["if_closed_days_excluded"]:
        yield f"{indent}If your closed days were not counted: {said(each['if_closed_days_excluded'])}"
    for note in each["notes"]:
        yield f"{indent}Note: {note}"
    source = each["source"]
    how_known = f". {source['how_known']}" if source["how_known"] else ""
    yield f"{indent}Source: {source['title']}, {source['place']}{how_known}"
    yield from count_lines(each["count"], indent=indent)
