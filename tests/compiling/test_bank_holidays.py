"""Our table of bank holidays against the list that GOV.UK publishes, and against the statute's pattern."""

# ruff: noqa: RUF001 - GOV.UK writes a curly apostrophe

from __future__ import annotations

from datetime import date

import pytest

from calculators.register import CALENDARS
from tests.by_hand import oracle

EVERY_CALENDAR = pytest.mark.parametrize("calendar", ["england-and-wales", "scotland", "northern-ireland"])
ALL = frozenset({"england-and-wales", "scotland", "northern-ireland"})


def test_the_calendars_are_the_three_divisions() -> None:
    """GOV.UK's divisions, by GOV.UK's names."""
    assert CALENDARS.keys() == oracle.published().keys() == ALL


@EVERY_CALENDAR
def test_the_published_years_have_govuks_days_and_names(calendar: str) -> None:
    """2012 to 2028: the same days, each by GOV.UK's title, and marked where GOV.UK's note says 'Substitute day'."""
    ours = {day: name for day, name in CALENDARS[calendar].holidays.items() if day.year in oracle.PUBLISHED}
    assert ours == oracle.published()[calendar]


@EVERY_CALENDAR
@pytest.mark.parametrize("year", [*range(2000, 2012), *range(2029, 2051)])
def test_other_years_follow_the_statute(calendar: str, year: int) -> None:
    """2000 to 2011 and 2029 to 2050: the Act's days and the usual proclamations."""
    assert {day for day in CALENDARS[calendar].holidays if day.year == year} == oracle.holidays(calendar, year)


@EVERY_CALENDAR
def test_every_name_is_fit_to_print(calendar: str) -> None:
    """No name is the package's own wording for a moved or doubled day, and none is blank."""
    names = set(CALENDARS[calendar].holidays.values())
    assert not {name for name in names if "(observed)" in name or ";" in name or "'" in name or not name.strip()}


@EVERY_CALENDAR
def test_the_years_held_are_whole(calendar: str) -> None:
    """From 1 January 2000 to 31 December 2050; no weekend is listed, because a weekend is no working day already."""
    held = CALENDARS[calendar]
    assert (held.first, held.last) == (date(2000, 1, 1), date(2050, 12, 31))
    assert all(held.first <= day <= held.last and day.weekday() < oracle.SATURDAY for day in held.holidays)


@pytest.mark.parametrize(
    ("day", "where", "name"),
    [
        pytest.param("2011-04-29", ALL, "Royal wedding", id="the royal wedding"),
        pytest.param("2012-06-04", ALL, "Spring bank holiday", id="spring moved for the Diamond Jubilee"),
        pytest.param("2012-06-05", ALL, "Queen’s Diamond Jubilee", id="the Diamond Jubilee"),
        pytest.param("2012-05-28", frozenset(), "", id="the Monday from which spring moved in 2012"),
        pytest.param("2020-05-08", ALL, "Early May bank holiday (VE day)", id="early May moved to VE day"),
        pytest.param("2020-05-04", frozenset(), "", id="the Monday from which early May moved in 2020"),
        pytest.param("2022-06-02", ALL, "Spring bank holiday", id="spring moved for the Platinum Jubilee"),
        pytest.param("2022-06-03", ALL, "Platinum Jubilee bank holiday", id="the Platinum Jubilee"),
        pytest.param("2022-05-30", frozenset(), "", id="the Monday from which spring moved in 2022"),
        pytest.param("2022-09-19", ALL, "Bank Holiday for the State Funeral of Queen Elizabeth II", id="the State Funeral"),
        pytest.param("2023-05-08", ALL, "Bank holiday for the coronation of King Charles III", id="the Coronation"),
        pytest.param("2026-06-15", frozenset({"scotland"}), "World Cup bank holiday", id="the World Cup, Scotland only"),
        pytest.param("2024-03-18", frozenset({"northern-ireland"}), "St Patrick’s Day (substitute day)", id="17 March 2024 was a Sunday"),
        pytest.param("2025-07-14", frozenset({"northern-ireland"}), "Battle of the Boyne (Orangemen’s Day) (substitute day)", id="12 July 2025 was a Saturday"),
        pytest.param("2026-07-13", frozenset({"northern-ireland"}), "Battle of the Boyne (Orangemen’s Day) (substitute day)", id="12 July 2026 is a Sunday"),
        pytest.param("2006-11-30", frozenset(), "", id="St Andrew's Day before the Act of 2007"),
        pytest.param("2007-11-30", frozenset({"scotland"}), "St Andrew’s Day", id="the first St Andrew's Day"),
    ],
)  # fmt: skip
def test_days_proclaimed_once_or_moved(day: str, where: frozenset[str], name: str) -> None:
    """The ledger's one-off and moved days, and the days that they left."""
    found = {calendar: held.name_of(date.fromisoformat(day)) for calendar, held in CALENDARS.items()}
    assert {calendar for calendar, said in found.items() if said} == where
    assert {(said or "").removesuffix(" (substitute day)") for said in found.values() if said} <= {
        name.removesuffix(" (substitute day)")
    }
