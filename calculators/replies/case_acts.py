"""The acts of a case in a list: the date of each, whether it is open, overdue or due this week, and what is to be checked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from calculators.counting import any_projected, planned
from calculators.records import Kind
from calculators.register import EVENTS, calendar, last_held_rule
from calculators.replies.parts import VALUES, clock_payload, iso, source_payload
from calculators.replies.plan import done_payload, left_payload
from calculators.wording import last_held_words, supplied_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from calculators.counting import Dated, Planned
    from calculators.replies.ask_plan import Understood
    from calculators.reply import ActReadingReply, ActReply, CheckReply


def acts_of(found: Understood) -> list[ActReply]:
    """Return the acts of a case in the order of their dates, what is to be done at once before them."""
    dated = (each for each in found.dates if each.rule.at_once or (each.shown and each.shown.counted))
    return sorted((_act(found, each) for each in dated), key=lambda act: (act["due"] or "", act["applies"] != "yes"))


def next_of(acts: list[ActReply]) -> ActReply | None:
    """Return what is to be done first: at once if that applies, else by its first date, else at once if it may apply."""
    return min((act for act in acts if act["open"]), key=_rank, default=None)


def _rank(act: ActReply) -> tuple[bool, bool, str]:
    """Return what sorts an act among the others."""
    sure = act["at_once"] and act["applies"] == "yes"
    return (not sure, act["first"] is None, act["first"] or "")


def _act(found: Understood, each: Planned) -> ActReply:
    """Return one act of a case with its date. Of several limits beside one another it is the first that counts."""
    rule, today = each.rule, found.case.today
    counted = each.shown.counted if each.shown and not rule.at_once else None
    due = counted.due if counted else None
    first = min((one.counted.due for one in each.readings if one.counted), default=None) if rule.at_once else due
    still = rule.kind in {Kind.DEADLINE, Kind.PROMPT} and each.applies is not False and each.done is None
    several = len(each.readings) > 1 or rule.at_once
    days = calendar(found.held.calendar)
    return {
        "rule": rule.id,
        "kind": rule.kind.value,
        "action": rule.action,
        "who": rule.who,
        "at_once": rule.at_once,
        "words": rule.words,
        "due": iso(due),
        "until": iso(counted.until if counted else None),
        "settled": each.settled,
        "applies": VALUES[each.applies],
        "done": done_payload(each.done, each.shown) if each.done else None,
        "left": left_payload(rule, each.shown, today, each.done, calendar=days) if due else None,
        "supplied": supplied_words(each.supplied) if each.supplied else None,
        "open": still,
        "first": iso(first),
        "overdue": still and _past(first, today),
        "this_week": still and _this_week(first, today),
        "readings": [_reading(found, each, one) for one in each.readings] if several else [],
    }


def _reading(found: Understood, each: Planned, one: Dated) -> ActReadingReply:
    """Return one of several limits of an act, with its date if there is one."""
    days = calendar(found.held.calendar)
    return {
        "label": one.reading.label,
        "clock": clock_payload(one.reading),
        "due": iso(one.counted.due if one.counted else None),
        "left": left_payload(each.rule, one, found.case.today, each.done, calendar=days),
        "note": one.reading.note,
    }


def _past(day: date | None, today: date | None) -> bool:
    """Return whether a day has passed."""
    return bool(day and today and day < today)


def _this_week(day: date | None, today: date | None) -> bool:
    """Return whether a day lies in the week of today, which begins with its Monday."""
    if day is None or today is None:
        return False
    monday = today - timedelta(days=today.weekday())
    return monday <= day < monday + timedelta(days=7)


def acts_to_check(found: Understood) -> list[CheckReply]:
    """Return each act that is not done and has a date by the figure last held, which is to be checked, soonest first."""
    return sorted(_to_check(found), key=lambda check: check["due"])


def _to_check(found: Understood) -> Iterator[CheckReply]:
    """Yield these acts in the edition's order. What is only to be kept until its date is no open act."""
    for each in found.dates:
        name = each.rule.last_held
        if name is None or each.supplied or each.done or each.applies is False:
            continue
        held, old = last_held_rule(name)
        days = calendar(held.calendar)
        then = planned(old, found.case, calendar=days, vocabulary=EVENTS)
        if then.shown is None or then.shown.counted is None:
            continue
        cited = dict.fromkeys(source_payload(held, reading.reading.citation)["title"] for reading in then.readings)
        due, today, still = then.shown.counted.due, found.case.today, old.kind is Kind.DEADLINE
        yield {
            "rule": each.rule.id,
            "action": each.rule.action,
            "who": each.rule.who,
            "due": due.isoformat(),
            "words": last_held_words(
                tuple(cited),
                held.guidance,
                held.id,
                keep=old.kind is Kind.RETENTION,
                projected=any_projected(then.readings, calendar=days),
            ),
            "settled": then.settled,
            "applies": VALUES[each.applies],
            "open": still,
            "passed": still and _past(due, today),
            "this_week": still and _this_week(due, today),
        }
