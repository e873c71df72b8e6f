"""What a question chooses of a plan to carry away: which rows, which reminders, in which form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators import request
from calculators.files import Choice
from calculators.records import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.records import Edition, Rule
    from calculators.reply import Json

CHOICES = ("rule", "rows", "reminders", "remind", "last_held", "as")
_MOST_REMINDERS = 5
_LONGEST_REMINDER = 365  # days


def choice_of(asked: Json, held: Edition, own: list[Rule], problems: request.Refusals) -> Choice:
    """Return what is chosen of the plan of an edition and the reader's own figures, noting refusals in `problems`."""
    rules = {rule.id: rule for rule in (*held.rules, *own)}
    what = f"a rule of {held.id}"
    return Choice(
        rule=problems.gather(_rule_of, asked, rules, what=what),
        rows=problems.gather(_rows_of, asked, "rows", rules, what=what),
        reminders=problems.gather(_reminders_of, asked) or (),
        remind=problems.gather(_rows_of, asked, "remind", rules, what=what),
        last_held=problems.gather(request.wanted, asked, "last_held") is True,
    )


def _rule_of(asked: Json, rules: Mapping[str, Rule], *, what: str) -> str | None:
    """Return the one rule that is asked for, or raise `Refused` if it is none."""
    rule = asked.get("rule")
    if rule is None or rule == "":
        return None
    if not isinstance(rule, str):
        raise Refused("rule must be the id of a rule, as text", field="rule")
    return request.look_up(rules, rule, what=what, field="rule").id


def _rows_of(asked: Json, key: str, rules: Mapping[str, Rule], *, what: str) -> tuple[str, ...] | None:
    """Return the ids of the rules named under a key, None for all, or raise `Refused`: none named, none such, one twice."""
    if asked.get(key) is None:
        return None
    rows = request.sequence(asked, key)
    if not rows:
        raise Refused(f"{key} must name at least one rule; leave it out for all of them", field=key)
    for number, row in enumerate(rows, 1):
        if not isinstance(row, str):
            raise Refused(f"{key} must be a list of ids of rules, as text", field=f"{key}.{number}")
        request.look_up(rules, row, what=what, field=f"{key}.{number}")
        if row in rows[: number - 1]:
            raise Refused(f"{row} is named twice in {key}; name it once", field=f"{key}.{number}")
    return tuple(rows)


def _reminders_of(asked: Json) -> tuple[int, ...]:
    """Return how many whole days before each date a calendar is to remind, or raise `Refused`."""
    reminders = request.sequence(asked, "reminders")
    if len(reminders) > _MOST_REMINDERS:
        raise Refused(
            f"reminders has {len(reminders)} entries; at most {_MOST_REMINDERS} can be set", field="reminders"
        )
    for number, days in enumerate(reminders, 1):
        if not _whole_days(days):
            message = f"A reminder must be a whole number of days before, from 0 to {_LONGEST_REMINDER}, such as 7"
            raise Refused(message, field=f"reminders.{number}")
        if days in reminders[: number - 1]:
            raise Refused(f"The reminder {days} is given twice; give it once", field=f"reminders.{number}")
    return tuple(reminders)


def _whole_days(days: Any) -> bool:  # noqa: ANN401 - whatever stands in a question
    """Return whether this is a number of days that a reminder may have."""
    return isinstance(days, int) and not isinstance(days, bool) and 0 <= days <= _LONGEST_REMINDER
