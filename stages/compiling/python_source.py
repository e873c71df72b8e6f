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


_MADE_BY = '"""Generated from content/ by `python build.py`; do not edit. Change content/ and build."""'


_CALENDAR_IMPORT = "from calculators.counting import WorkingCalendar"


_HASHED_IMPORT = "from calculators.working_days import WorkingCalendar"  # as release 0.1 hashed it: no rule is another for a module's moving


def table_texts(
    content: Content, editions: tuple[Edition, ...], days: Mapping[str, Mapping[date, str]]
) -> dict[str, str]:
    """Return the generated tables by file name."""
    holidays = _bank_holidays_table(content.vocabulary.bank_holidays, days)
    return {"_editions.py": _editions_table(content, editions, holidays), "_bank_holidays.py": holidays}


def content_hash(tables: Mapping[str, str]) -> str:
    """Return the hash of the compiled rules that the tables carry."""
    return tables["_editions.py"].split('CONTENT = "', 1)[1].split('"', 1)[0]


def _editions_table(content: Content, editions: tuple[Edition, ...], holidays: str) -> str:
    """Return the text of calculators/_editions.py."""
    vocabulary = content.vocabulary
    body = "\n\n".join(
        [
            f"NATIONS = {_literal(dict(vocabulary.nations))}",
            f"TOPICS = {_literal(dict(vocabulary.topics))}",
            f"EVENTS = {_literal({key: _copy_of(entry, Event) for key, entry in vocabulary.events.items()})}",
            f"FACTS = {_literal({key: _copy_of(entry, Fact) for key, entry in vocabulary.facts.items()})}",
            f"BODIES = {_literal({key: _copy_of(entry, Body) for key, entry in vocabulary.bodies.items()})}",
            f"EDITIONS = {_literal({entry.id: entry for entry in editions})}",
        ]
    )
    checked = min((edition.checked for edition in editions), default="")  # a copy is as old as the oldest thing in it
    rules = f"{body}\n{holidays.replace(_CALENDAR_IMPORT, _HASHED_IMPORT)}"
    digest = sha256(rules.encode()).hexdigest()
    imports = (
        "from calculators.records import (\n    AllOf, AnyOf, Body, Citation, Direction, Duty, Edition, Event, Fact, InForce, Is,\n"
        "    Kind, Limb, Not, Period, Read, Reading, Rule, Shape, Source, Test, Unit,\n)"
    )
    return f'{_MADE_BY}\n\n{imports}\n\nCONTENT = "{digest}"\nCHECKED = "{checked}"\n\n{body}\n'


def _bank_holidays_table(spec: BankHolidaysBlock, days: Mapping[str, Mapping[date, str]]) -> str:
    """Return the text of calculators/_bank_holidays.py: one line a day, so that a proclamation is one line's difference."""
    lines = [_MADE_BY, "", "from datetime import date", "", _CALENDAR_IMPORT, ""]
    lines.append("CALENDARS = {")
    for calendar, division in spec.calendars.items():
        lines += [
            f'    "{calendar}": WorkingCalendar(',
            f'        id="{calendar}",',
            f"        name={_literal(division.name)},",
            f"        first={_literal(spec.first)},",
            f"        last={_literal(spec.horizon)},",
            "        holidays={",
            *(
                f"            {_literal(day)}: {_literal(name)},  # {status(day, spec)}"
                for day, name in days[calendar].items()
            ),
            "        },",
            "    ),",
        ]
    return "\n".join([*lines, "}", ""])


def _copy_of(entry: object, record: type[Any]) -> Any:  # noqa: ANN401
    """Return a `record` with the fields of the same names in `one`."""
    return record(**{field.name: getattr(entry, field.name) for field in fields(record)})


def _literal(value: object, indent: int = 0) -> str:
    """Return Python source for a record, enumeration, mapping, tuple, date, text or number; defaults left out."""
    match value:
        case Enum():
            return f"{type(value).__name__}.{value.name}"
        case date():
            source = f"date({value.year}, {value.month}, {value.day})"
        case dict():
            parts = [f"{_literal(key)}: {_literal(inner, indent + 4)}" for key, inner in value.items()]
            source = _wrapped("{", parts, "}", indent)
        case (only,):
            source = f"({_literal(only, indent)},)"
        case tuple():
            source = _wrapped("(", [_literal(inner, indent + 4) for inner in value], ")", indent)
        case str():
            source = json.dumps(value, ensure_ascii=False)  # JSON's text is Python's too, and reads as one line
        case _ if is_dataclass(value):
            told = [
                (field.name, getattr(value, field.name)) for field in fields(value) if not _is_default(value, field)
            ]
            parts = [f"{name}={_literal(inner, indent + 4)}" for name, inner in told]
            source = _wrapped(f"{type(value).__name__}(", parts, ")", indent)
        case _:
            source = repr(value)
    return source


def _is_default(record: Any, field: Any) -> bool:  # noqa: ANN401
    """Return whether a field holds its default, and so need not be told."""
    return field.default is not MISSING and getattr(record, field.name) == field.default


def _wrapped(opening: str, parts: list[str], closing: str, indent: int) -> str:
    """Return the parts on one line if they are short, else a line each."""
    flat = f"{opening}{', '.join(parts)}{closing}"
    if "\n" not in flat and len(flat) + indent <= 100:  # noqa: PLR2004 - as wide as a diff reads well
        return flat
    pad = " " * (indent + 4)
    return f"{opening}\n" + "".join(f"{pad}{part},\n" for part in parts) + f"{' ' * indent}{closing}"
