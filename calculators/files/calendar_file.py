"""A plan as a calendar to import.

Each carries the case reference; calendar and spreadsheet carry no other detail of the case: no date of an event, no count.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from calculators.files.plain_text import foot
from calculators.files.rows import entries, plain, remarks, standing
from calculators.records import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calculators.reply import PlanReply, ReadingReply, RuleReply

_FIRST_MOMENT = datetime(2020, 1, 1, tzinfo=UTC)


def calendar_file(
    reply: PlanReply, *, last_held: bool = False, reminders: Sequence[int] = (), remind: Sequence[str] | None = None
) -> str:
    """Return an iCalendar file (RFC 5545): an all-day entry for each date; look-backs and what does not apply left out.

    With `last_held`, a date by the last figure held has an entry too, titled "CHECK:". Each entry reminds as many whole days
    before as `reminders` says, but for what is done, and, if `remind` names rules, only theirs. Importing a later file of the same case updates its entries (see `uid`).
    Raises `Refused` if there is no date, or if the `icalendar` package is not there.
    """
    try:
        from icalendar import Alarm, Calendar, Event  # noqa: PLC0415 - the calculators run without it; only this needs it
    except ModuleNotFoundError as missing:
        if missing.name != "icalendar":
            raise
        message = "The calendar file needs the icalendar package: python -m pip install icalendar"
        raise Refused(message, field="as") from None
    dated = [
        (
            _uid(reply, rule, reading["id"] if reading else None),
            date.fromisoformat(due),
            _summary(reply, rule, reading),
            _description(reply, rule, reading),
            _quiet(rule, remind),
        )
        for rule, reading in entries(reply)
        if (due := (reading or rule)["due"]) and rule["kind"] != "lookback" and rule["applies"] != "no"
    ]
    checks = list(_checks(reply, remind))
    if checks and not dated and not last_held:
        message = "Every date here is by the last figure held: include those dates, marked CHECK"
        raise Refused(message, field="events")
    checks = checks if last_held else []
    if not dated and not checks:
        raise Refused("There is no date to put in a calendar yet: give at least one date", field="events")
    file = Calendar()
    file.add("prodid", f"-//UK Case Review Guide//Calculators {reply['release']}//EN")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    for uid, day, title, description, quiet in (*dated, *checks):
        entry = Event()
        entry.add("uid", uid)
        entry.add("dtstamp", _stamp(reply))
        entry.add("sequence", _sequence(reply))
        entry.add("dtstart", day)
        entry.add("dtend", day + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
        entry.add("summary", plain(title))
        entry.add("description", "\n".join(plain(line) for line in description))
        for days in () if quiet else reminders:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", plain(title))
            alarm.add("trigger", timedelta(days=-days))
            entry.add_component(alarm)
        file.add_component(entry)
    text: str = file.to_ical().decode()
    return text


def _quiet(rule: RuleReply, remind: Sequence[str] | None) -> bool:
    """Return whether nobody is to be reminded of a rule: it is done, or is none of those chosen."""
    return rule["done"] is not None or (remind is not None and rule["rule"] not in remind)


def _checks(reply: PlanReply, remind: Sequence[str] | None) -> Iterator[tuple[str, date, str, Iterator[str], bool]]:
    """Yield an entry for each date by a figure last held: its name, day, title, description, and whether it is quiet."""
    for rule in reply["dates"]:
        held = rule["last_held"] if rule["applies"] != "no" else None
        if held is None:
            continue
        several = [
            (each["id"], each["label"], each["due"], f"{each['clock']}, by {each['source']['title']}")
            for each in held["readings"]
        ]
        waits = f" {' and '.join(held['waits'])} could make it earlier." if held["waits"] else ""
        for reading, label, day, told in several or [(None, None, held["due"], held["clock"])]:
            if day:
                title = f"{_reference(reply)}CHECK: {rule['action']}{f' ({label})' if label else ''}"
                description = iter((f"{told}, {held['words']}.{waits}", *standing(rule), foot(reply)))
                uid = _uid(reply, rule, f"last-held {reading or ''}")
                yield uid, date.fromisoformat(day), title, description, _quiet(rule, remind)


def _reference(reply: PlanReply) -> str:
    """Return the case's reference as it begins a title."""
    return f"{reply['reference']}: " if reply["reference"] else ""


def _uid(reply: PlanReply, rule: RuleReply, reading: str | None) -> str:
    """Return an entry's name: the same whenever the same reading of the same case is written again, and no other's.

    Without a reference the given event dates tell one case from another.
    """
    case = reply["reference"] or reply["asked"]["events"]
    named = json.dumps([reply["edition"], rule["rule"], reading, case], sort_keys=True)
    return f"{sha256(named.encode()).hexdigest()[:32]}@uk-case-review-guide"


def _stamp(reply: PlanReply) -> datetime:
    """Return when the file counts as made: 'made' if given, else 'today', else when the content was checked.

    We read no clock: whoever asks for the file says when.
    """
    if "made" in reply:
        return datetime.fromisoformat(reply["made"])
    return datetime.combine(date.fromisoformat(reply["today"] or reply["checked"]), datetime.min.time(), tzinfo=UTC)


def _sequence(reply: PlanReply) -> int:
    """Return the entries' revision number, higher in each later file of a case (RFC 5546, section 2.1.5): seconds since 2020."""
    return max(0, int((_stamp(reply) - _FIRST_MOMENT).total_seconds()))


def _summary(reply: PlanReply, rule: RuleReply, reading: ReadingReply | None) -> str:
    """Return an entry's title: the reference, what is due, and which reading it is."""
    keep = " – keep at least until this day" if rule["kind"] == "retention" else ""
    which = f" ({reading['label']}{', safest' if reading['safest'] else ''})" if reading else ""
    at_once = f"{(rule['words'] or '').upper()}: " if rule["at_once"] else ""
    read = f" – figure of {rule['supplied']['by']}, read {rule['supplied']['read_on']}" if rule["supplied"] else ""
    return f"{_reference(reply)}{at_once}{rule['action']}{keep}{which}{read}"


def _description(reply: PlanReply, rule: RuleReply, reading: ReadingReply | None) -> Iterator[str]:
    """Say where a date comes from and how far it can be relied on; nothing of the case."""
    each = reading or rule
    clock = each["clock"] or ""
    yield clock[:1].upper() + clock[1:]
    if rule["who"]:
        force = f"{each['time_duty']} within the time" if each["time_duty"] else None
        duties = ", ".join(part for part in (each["duty"], force) if part)
        yield f"{rule['who']}: {duties}" if duties else rule["who"]
    if rule["supplied"]:
        yield rule["supplied"]["words"]
    yield from remarks(reply, rule, reading)
    source = each["source"]
    how_known = "" if rule["supplied"] else source["how_known"] or ""  # who supplied it stands above
    yield f"{reply['guidance']}. Source: {source['title']}, {source['place']}. {how_known}".strip()
    yield foot(reply)
