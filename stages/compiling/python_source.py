"""Records and bank holidays as the Python text of the two generated tables."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from stages.compiling.bank_holidays import status
from stages.compiling.tables import tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from dataclasses import Field

    from calculators.records import Edition, Figure
    from stages.compiling.tables import Tables
    from stages.reading import Content
    from stages.schema import BankHolidaysBlock


_WIDTH = 100  # as wide as a diff reads well
_MADE_BY = '"""Generated from content/ by `python build.py`; do not edit. Change content/ and build."""'
_CALENDAR_IMPORT = "from calculators.counting import WorkingCalendar"


def table_texts(
    content: Content,
    editions: tuple[Edition, ...],
    days: Mapping[str, Mapping[date, str]],
    figures: Mapping[str, Mapping[str, Figure]],
) -> dict[str, str]:
    """Return the generated tables by file name. `figures` are those that partnerships laid into content/figures/."""
    return {
        "_editions.py": editions_table(tables_of(content, editions, figures)),
        "_bank_holidays.py": _bank_holidays_table(content.vocabulary.bank_holidays, days),
    }


def editions_table(tables: Tables) -> str:
    """Return the text of calculators/_editions.py."""
    body = "\n\n".join(
        [
            f"NATIONS = {_literal(tables.nations)}",
            f"TOPICS = {_literal(tables.topics)}",
            f"EVENTS = {_literal(tables.events)}",
            f"FACTS = {_literal(tables.facts)}",
            f"BODIES = {_literal(tables.bodies)}",
            f"EDITIONS = {_literal(tables.editions)}",
            f"FIGURES: dict[str, dict[str, Figure]] = {_literal(tables.figures)}",
        ]
    )
    imports = (
        "from calculators.records import (\n    AllOf, AnyOf, Body, Channel, Citation, Direction, Duty, Edition, Event, Fact, Figure, Happened, InForce, Is,\n"
        "    Kind, Limb, Met, Not, Period, Read, Reading, Rule, Shape, Source, Supplied, Test, Unit,\n)"
    )
    return f"{_MADE_BY}\n\n{imports}\n\n{body}\n"


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
            f"        published={_literal(spec.published.end)},",
            "        holidays={",
            *(
                f"            {_literal(day)}: {_literal(name)},  # {status(day, spec)}"
                for day, name in days[calendar].items()
            ),
            "        },",
            "    ),",
        ]
    return "\n".join([*lines, "}", ""])


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


def _is_default(record: object, field: Field[Any]) -> bool:
    """Return whether a field holds its default, and so need not be told."""
    default = field.default if field.default_factory is MISSING else field.default_factory()
    return default is not MISSING and getattr(record, field.name) == default


def _wrapped(opening: str, parts: list[str], closing: str, indent: int) -> str:
    """Return the parts on one line if they are short, else a line each."""
    flat = f"{opening}{', '.join(parts)}{closing}"
    if "\n" not in flat and len(flat) + indent <= _WIDTH:
        return flat
    pad = " " * (indent + 4)
    return f"{opening}\n" + "".join(f"{pad}{part},\n" for part in parts) + f"{' ' * indent}{closing}"
