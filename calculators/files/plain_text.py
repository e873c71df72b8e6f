"""An answer as plain text, for the terminal and for copying: the same reasons, a line each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from calculators.wording import NO_FIGURE, counted, in_full

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.reply import Json


def plan_text(reply: Json) -> str:
    """Return a plan: warnings first, then every rule with its date, source and count."""
    lines = [f"Case reference: {reply['reference']}"] if reply["reference"] else []
    lines += [f"{reply['guidance']} ({reply['edition']})", *(f"! {warning}" for warning in reply["warnings"])]
    for rule in reply["dates"]:
        lines += ["", *_rule_lines(rule)]
    lines += ["", f"Working days: {reply['working_day']}", foot(reply)]
    return "\n".join(lines)


def _rule_lines(rule: Json) -> Iterator[str]:
    """Say one rule."""
    yield f"{_headline(rule)}  {rule['action']} [{rule['rule']}]"
    who = f"{rule['who']} {rule['duty'] or ''}".strip()
    to = ", ".join(body["name"] for body in rule["bodies"])
    yield f"    {who}{f'; to {to}' if to else ''}"
    if rule["words"]:
        yield f"    {rule['words']}"
    if rule["readings"]:
        for each in rule["readings"]:
            mark = " (safest)" if each["safest"] else ""
            when = f" Applies when {each['applies_when']}." if each["applies_when"] else ""
            yield f"  - {each['id']}: {said(each['due'])}{mark}.{when} {_clock(each)}"
            yield from _detail_lines(each, indent="      ")
    else:
        if rule["clock"]:
            yield f"    {_clock(rule)}"
        yield from _detail_lines(rule, indent="    ")


def _headline(rule: Json) -> str:
    """Return the date of a rule, or why there is none."""
    if rule["due"]:
        return said(rule["due"]) + ("" if rule["settled"] else " (not settled)")
    if rule["state"] == "no-number":
        return NO_FIGURE if rule["kind"] == "gap" else "No number of days"
    if rule["state"] == "past-horizon":
        return "Beyond the bank holidays held"
    return "See the readings" if rule["state"] == "due" else "Waiting for a date"


def _clock(each: Json) -> str:
    """Return a period in words, and how its event is dated."""
    event = each["event"]
    dated = f", {said(event['date'])}" if event["known"] else ", no date given"
    return f"{each['clock']}{dated}"


def _detail_lines(each: Json, *, indent: str) -> Iterator[str]:
    """Say what stands beside a date: other dates, notes, source and the count."""
    if each["until"]:
        yield f"{indent}The window runs to {said(each['until'])}"
    if each["last_working_day_before"]:
        yield f"{indent}Falls on a day that is no working day; the last before it: {said(each['last_working_day_before'])}"
    if each["if_closed_days_excluded"]:
        yield f"{indent}If your closed days were not counted: {said(each['if_closed_days_excluded'])}"
    for note in each["notes"]:
        yield f"{indent}Note: {note}"
    source = each["source"]
    how_known = f". {source['how_known']}" if source["how_known"] else ""
    yield f"{indent}Source: {source['title']}, {source['place']}{how_known}"
    yield from _count_lines(each["count"], indent=indent)


def _count_lines(count: list[Json], *, indent: str) -> Iterator[str]:
    """Say each day of a count."""
    for day in count:
        yield f"{indent}  {day['date']} {date.fromisoformat(day['date']):%a}  {day['words']}"


def criteria_text(reply: Json) -> str:
    """Return a test's outcome: in words, then each limb with its value and place, then what would change it."""
    lines = [f"{reply['guidance']} ({reply['edition']})", "", reply["question"], reply["outcome_words"], ""]
    for limb in reply["limbs"]:
        lines += [
            f"  {limb['value']:<8}{limb['text']}",
            f"          {limb['source']['title']}, {limb['source']['place']}",
        ]
    for heading, facts in (("Because of", reply["because"]), ("Would change it", reply["would_change"])):
        if facts:
            lines += ["", f"{heading}:", *(f"  {fact}: {_fact_line(reply['facts'][fact])}" for fact in facts)]
    if reply["outcome"] == "met" and reply["follows"]:
        lines += [
            "",
            "What follows:",
            *(f"  {rule['action']} [{rule['rule']}]: {rule['when']}" for rule in reply["follows"]),
        ]
    lines += ["", *(f"Note: {note}" for note in reply["notes"]), foot(reply)]
    return "\n".join(lines)


def _fact_line(fact: Json) -> str:
    """Return a fact's question with its answer."""
    return f"{fact['question']} {fact['value']}"


def workdays_text(reply: Json) -> str:
    """Return a count of working days."""
    head = f"{said(reply['date'])}: {counted(reply['working_days'], 'working day')} ({reply['calendar']})"
    return "\n".join([head, *_count_lines(reply["count"], indent=""), foot(reply)])


def editions_text(reply: Json) -> str:
    """Return what is held, and what governs on the date asked about."""
    lines = [
        f"{edition['edition']}  {edition['guidance']}; {edition['in_words']}; {edition['status']}; held: {edition['coverage']}"
        for edition in reply["editions"]
    ]
    for found in reply["governs"]:
        governs = ", ".join(found["editions"]) or "none held"
        lines += ["", f"{found['nation']} on {said(found['on'])}: {governs}", f"    {found['reason']}"]
        lines.append("    That the incident's date picks the edition is this guide's convention.")
    return "\n".join([*lines, "", foot(reply)])


def foot(reply: Json) -> str:
    """Return which release and content gave the answer."""
    checked = f", sources checked {said(reply['checked'])}" if "checked" in reply else ""
    return f"UK Case Review Guide {reply['release']}, content {reply['content'][:12]}{checked}"


def said(day: str | None) -> str:
    """Return 'Thursday 2 April 2026', or words for no date."""
    return in_full(date.fromisoformat(day)) if day else "no date yet"
