"""A plan as a file to keep: calendar, spreadsheet or text.

Each carries the case reference; calendar and spreadsheet carry no other detail of the case: no date of an event, no count.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from calculators.files.plain_text import foot
from calculators.files.rows import entries, plain, remarks
from calculators.records import Kind, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.reply import Json

_FIRST_MOMENT = datetime(2020, 1, 1, tzinfo=UTC)


def calendar_file(reply: Json) -> str:
    """Return an iCalendar file (RFC 5545): an all-day entry for each date, look-backs left out.

    Importing a later file of the same case updates its entries (see `uid`). Raises `Refused` if there is no date, or
    if the `icalendar` package is not there.
    """
    try:
        from icalendar import Calendar, Event  # noqa: PLC0415 - the calculators run without it; only this needs it
    except ModuleNotFoundError as missing:
        if missing.name != "icalendar":
            raise
        message = "The calendar file needs the icalendar package: python -m pip install icalendar"
        raise Refused(message, field="as") from None
    dated = [(rule, each) for rule, each in entries(reply) if each["due"] and rule["kind"] != Kind.LOOKBACK]
    if not dated:
        raise Refused("There is no date to put in a calendar yet: give at least one date", field="events")
    file = Calendar()
    file.add("prodid", f"-//UK Case Review Guide//Calculators {reply['release']}//EN")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    for rule, each in dated:
        due = date.fromisoformat(each["due"])
        entry = Event()
        entry.add("uid", _uid(reply, rule, each))
        entry.add("dtstamp", _stamp(reply))
        entry.add("sequence", _sequence(reply))
        entry.add("dtstart", due)
        entry.add("dtend", due + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
        entry.add("summary", plain(_summary(reply, rule, each)))
        entry.add("description", "\n".join(plain(line) for line in _description(reply, rule, each)))
        file.add_component(entry)
    text: str = file.to_ical().decode()
    return text


def _uid(reply: Json, rule: Json, each: Json) -> str:
    """Return an entry's name: the same whenever the same reading of the same case is written again, and no other's.

    Without a reference the given event dates tell one case from another.
    """
    known = {at["event"]["id"]: at["event"]["date"] for _, at in entries(reply) if at["event"] and at["event"]["known"]}
    case = reply["reference"] or known
    named = json.dumps([reply["edition"], rule["rule"], each.get("id"), case], sort_keys=True)
    return f"{sha256(named.encode()).hexdigest()[:32]}@uk-case-review-guide"


def _stamp(reply: Json) -> datetime:
    """Return when the file counts as made: 'made' if given, else 'today', else when the content was checked.

    We read no clock: whoever asks for the file says when.
    """
    if "made" in reply:
        return datetime.fromisoformat(reply["made"])
    return datetime.combine(date.fromisoformat(reply["today"] or reply["checked"]), datetime.min.time(), tzinfo=UTC)


def _sequence(reply: Json) -> int:
    """Return the entries' revision number, higher in each later file of a case (RFC 5546, section 2.1.5): seconds since 2020."""
    return max(0, int((_stamp(reply) - _FIRST_MOMENT).total_seconds()))


def _summary(reply: Json, rule: Json, each: Json) -> str:
    """Return an entry's title: the reference, what is due, and which reading it is."""
    keep = " – keep at least until this day" if rule["kind"] == Kind.RETENTION else ""  # noqa: RUF001 - a dash
    reading = f" ({each['id']}{', safest' if each['safest'] else ''})" if rule["readings"] else ""
    return f"{reply['reference'] + ': ' if reply['reference'] else ''}{rule['action']}{keep}{reading}"


def _description(reply: Json, rule: Json, each: Json) -> Iterator[str]:
    """Say where a date comes from and how far it can be relied on; nothing of the case."""
    yield each["clock"][:1].upper() + each["clock"][1:]
    if rule["who"]:
        yield f"{rule['who']}: {each['duty']}" if each["duty"] else rule["who"]
    yield from remarks(reply, rule, each)
    source = each["source"]
    yield f"{reply['guidance']}. Source: {source['title']}, {source['place']}. {source['how_known'] or ''}".strip()
    yield foot(reply)
