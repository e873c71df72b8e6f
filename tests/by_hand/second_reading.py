"""content/second-reading.yml: what a second person read in the texts, as tests hold the guide against it.

Nothing of ours is imported: the file is read here once more, not by the program that it is held against.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

NAME = "content/second-reading.yml"
_SAYS = {
    "deadline": re.compile(r"(?P<length>\d+) (?P<unit>.+?)s? (?P<way>after|before|from and including) (?P<event>\S+)"),
    "retention": re.compile(r"kept (?P<length>\d+) (?P<unit>.+?)s? (?P<way>from) (?P<event>\S+)"),
    "lookback": re.compile(r"the (?P<length>\d+) (?P<unit>.+?)s? (?P<way>before) (?P<event>\S+)"),
}
_SAME_DAY = "the same day as "
_WITHOUT_NUMBER = ("gap", "prompt")


class Clock(NamedTuple):
    """One reading: how long (negative: before; 0: that very day), in what, from which event."""

    length: int
    unit: str
    event: str


class Expected(NamedTuple):
    """One rule: its kind and its readings; an undisputed rule's one reading has no name, a gap has none."""

    kind: str
    readings: dict[str | None, Clock]


class Rule(NamedTuple):
    """One rule with what stands beside its clock."""

    says: Expected
    duty: str | None
    time_duty: str | None
    at_once: bool
    last_held: str | None
    applies: str | None  # on what it hangs, as written


class Edition(NamedTuple):
    """One edition: whose bank holidays it leaves out, its rules, and its tests as written."""

    calendar: str
    rules: dict[str, Rule]
    tests: dict[str, str]


class SecondReading(NamedTuple):
    """The whole file."""

    published_to: int
    bank_holidays: dict[str, list[dict[str, Any]]]
    never_before: dict[str, set[str]]
    editions: dict[str, Edition]


def read(file: Path) -> SecondReading:
    """Return a file of this form."""
    held = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))
    return SecondReading(
        published_to=held["published_to"],
        bank_holidays=held["bank_holidays"],
        never_before={event: set(before) for event, before in held["never_before"].items()},
        editions={
            name: Edition(
                calendar=edition["calendar"],
                rules={rule: _rule(f"{name} {rule}", said) for rule, said in edition["rules"].items()},
                tests=edition["tests"],
            )
            for name, edition in held["editions"].items()
        },
    )


def _rule(name: str, said: Any) -> Rule:  # noqa: ANN401 - as it comes from the file
    """Return a rule from its one line or its keys."""
    keys = said if isinstance(said, dict) else {"says": said}
    return Rule(
        says=_expected(name, keys.get("says"), keys.get("readings", {})),
        duty=keys.get("duty"),
        time_duty=keys.get("time_duty"),
        at_once=keys.get("at_once", False),
        last_held=keys.get("last_held"),
        applies=keys.get("applies"),
    )


def _expected(name: str, says: str | None, readings: dict[str, str]) -> Expected:
    """Return a rule's kind and clocks; that of several readings is what each of them says, unless it is a prompt."""
    if says and not readings:
        if says in _WITHOUT_NUMBER:
            return Expected(says, {})
        kind, clock = _clock(name, says)
        return Expected(kind, {None: clock})
    clocks = {reading: _clock(f"{name}, {reading}", said) for reading, said in readings.items()}
    kinds = {kind for kind, _clock in clocks.values()}
    assert len(kinds) == 1, f"{NAME}: {name}: its readings are of {sorted(kinds)}; write them as one kind"
    return Expected(says or kinds.pop(), {reading: clock for reading, (_kind, clock) in clocks.items()})


def _clock(name: str, says: str) -> tuple[str, Clock]:
    """Return the kind that a phrase is of, and its clock."""
    if says.startswith(_SAME_DAY):
        return "deadline", Clock(0, "day", says.removeprefix(_SAME_DAY))
    for kind, form in _SAYS.items():
        if found := form.fullmatch(says):
            back = found["way"] == "before"
            unit = f"{found['unit']} {found['way']}" if found["way"] == "from and including" else found["unit"]
            return kind, Clock(-int(found["length"]) if back else int(found["length"]), unit, found["event"])
    raise AssertionError(f"{NAME}: {name}: '{says}' is in no form that the head of the file shows")


ROOT = Path(__file__).parents[2]
SECOND_READING = read(ROOT / NAME)
EVERY_EVENT = tuple(YAML(typ="safe", pure=True).load((ROOT / "content/events.yml").read_text(encoding="utf-8")))
