"""Records and bank holidays as the Python text of the two generated tables, and its hash."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from calculators.records import Body, Edition, Event, Fact
from stages.compiling.bank_holidays import status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stages.reading import Content
    from stages.schema import BankHolidaysBlock


MADE_BY = '"""Generated from content/ by `python build.py`; do not edit. Change content/ and build."""'


CALENDAR_IMPORT = "from calculators.counting import WorkingCalendar"


HASHED_IMPORT = "from calculators.working_days import WorkingCalendar"  # as release 0.1 hashed it: no rule is another for a module's moving


def table_texts(
    content: Content, editions: tuple[Edition, ...], days: Mapping[str, Mapping[date, str]]
) -> dict[str, str]:
    """Return the generated tables by file name."""
    holidays = bank_holidays_table(content.vocabulary.bank_holidays, days)
    return {"_editions.py": editions_table(content, editions, holidays), "_bank_holidays.py": holidays}


def content_hash(tables: Mapping[str, str]) -> str:
    """Return the hash of the compiled rules that the tables carry."""
    return tables["_editions.py"].split('CONTENT = "', 1)[1].split('"', 1)[0]


def editions_table(content: Content, editions: tuple[Edition, ...], holidays: str) -> str:
    """Return the text of calculators/_editions.py."""
    vocabulary = content.vocabulary
    body = "\n\n".join(
        [
            f"NATIONS = {literal(dict(vocabulary.nations))}",
            f"TOPICS = {literal(dict(vocabulary.topics))}",
            f"EVENTS = {literal({key: copy_of(one, Event) for key, one in vocabulary.events.items()})}",
            f"FACTS = {literal({key: copy_of(one, Fact) for key, one in vocabulary.facts.items()})}",
            f"BODIES = {literal({key: copy_of(one, Body) for key, one in vocabulary.bodies.items()})}",
            f"EDITIONS = {literal({one.id: one for one in editions})}",
        ]
    )
    checked = min((edition.checked for edition in editions), default="")  # a copy is as old as the oldest thing in it
    rules = f"{body}\n{holidays.replace(CALENDAR_IMPORT, HASHED_IMPORT)}"
    digest = sha256(rules.encode()).hexdigest()
    imports = (
        "from calculators.records import (\n    AllOf, AnyOf, Body, Citation, Direction, Duty, Edition, Event, Fact, InForce, Is,\n"
        "    Kind, Limb, Not, Period, Read, Reading, Rule, Shape, Source, Test, Unit,\n)"
    )
    return f'{MADE_BY}\n\n{imports}\n\nCONTENT = "{digest}"\nCHECKED = "{checked}"\n\n{body}\n'


def bank_holidays_table(spec: BankHolidaysBlock, days: Mapping[str, Mapping[date, str]]) -> str:
    """Return the text of calculators/_bank_holidays.py: one line a day, so that a proclamation is one line's difference."""
    lines = [MADE_BY, "", "from datetime import date", "", CALENDAR_IMPORT, ""]
    lines.append("CALENDARS = {")
    for calendar, division in spec.calendars.items():
        lines += [
            f'    "{calendar}": WorkingCalendar(',
            f'        id="{calendar}",',
            f"        name={literal(division.name)},",
            f"        first={literal(spec.first)},",
            f"        last={literal(spec.horizon)},",
            "        holidays={",
            *(
                f"            {literal(day)}: {literal(name)},  # {status(day, spec)}"
                for day, name in days[calendar].items()
            ),
            "        },",
            "    ),",
        ]
    return "\n".join([*lines, "}", ""])


def copy_of(one: object, record: type[Any]) -> Any:  # noqa: ANN401
    """Return a `record` with the fields of the same names in `one`."""
    return record(**{field.name: getattr(one, field.name) for field in fields(record)})


def literal(value: object, indent: int = 0) -> str:
    """Return Python source for a record, enumeration, mapping, tuple, date, text or number; defaults left out."""
    match value:
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case date():
            source = f"date({value.year}, {value.month}, {value.day})"
        case dict():
            parts = [f"{literal(key)}: {literal(one, indent + 4)}" for key, one in value.items()]
            source = wrapped("{", parts, "}", indent)
        case (only,):
            source = f"({literal(only, indent)},)"
        case tuple():
            source = wrapped("(", [literal(one, indent + 4) for one in value], ")", indent)
        case str():
            source = json.dumps(value, ensure_ascii=False)  # JSON's text is Python's too, and reads as one line
        case _ if is_dataclass(value):
            told = [(field.name, getattr(value, field.name)) for field in fields(value) if not is_default(value, field)]
            parts = [f"{name}={literal(one, indent + 4)}" for name, one in told]
            source = wrapped(f"{type(value).__name__}(", parts, ")", indent)
        case _:
            source = repr(value)
    return source


def is_default(record: Any, field: Any) -> bool:  # noqa: ANN401
    """Return whether a field holds its default, and so need not be told."""
    return field.default is not MISSING and getattr(record, field.name) == field.default


def wrapped(opening: str, parts: list[str], closing: str, indent: int) -> str:
    """Return the parts on one line if they are short, else a line each."""
    flat = f"{opening}{', '.join(parts)}{closing}"
    if "\n" not in flat and len(flat) + indent <= 100:  # noqa: PLR2004 - as wide as a diff reads well
        return flat
    pad = " " * (indent + 4)
    return f"{opening}\n" + "".join(f"{pad}{part},\n" for part in parts) + f"{' ' * indent}{closing}"
