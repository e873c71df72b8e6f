"""What the guide holds, and which edition governs on a date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from calculators import register
from calculators.counting import days_in_force
from calculators.records import InForce, Refused
from calculators.register import (
    CALENDARS,
    EDITIONS,
    NATIONS,
    ahead,
    calendar,
    edition,
    governing,
    of_nation,
    successor,
    superseded,
)  # fmt: skip
from calculators.request import look_up
from tests.door import ask

ENGLAND = "england/child-safeguarding-practice-review-"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        pytest.param("soctland", "'soctland' is not a calendar that this guide holds; did you mean scotland?", id="a slip is put right"),
        pytest.param("mars", "'mars' is not a calendar that this guide holds; write one of: england-and-wales, scotland, northern-ireland", id="nothing like it: every id is listed"),
        pytest.param("", "'' is not a calendar that this guide holds; write one of: england-and-wales, scotland, northern-ireland", id="nothing"),
        pytest.param("Scotland", "'Scotland' is not a calendar that this guide holds; did you mean scotland?", id="ids are in small letters"),
    ],
)  # fmt: skip
def test_an_unknown_id_is_refused(wanted: str, message: str) -> None:
    """No nearest one is picked for anyone."""
    with pytest.raises(Refused) as refusal:
        look_up(CALENDARS, wanted, what="a calendar", field="calendar")
    assert (str(refusal.value), refusal.value.field) == (message, "calendar")


def test_where_nothing_is_held() -> None:
    """An edition without tests offers none."""
    with pytest.raises(Refused, match=r"write one of: none is held$"):
        look_up({}, "a-test", what="a test", field="test")


def test_known_ids() -> None:
    """An edition's calendar is one that is held; every nation's editions are in date order."""
    for one in EDITIONS.values():
        assert edition(one.id) is one
        assert calendar(one.calendar).id == one.calendar
    for nation in NATIONS:
        starts = [one.in_force.start for one in of_nation(nation)]
        assert starts == sorted(starts)


@pytest.mark.parametrize("wanted", ["england/child-safeguarding-practice-review-2024", "england", "wales/"])
def test_no_nearest_edition(wanted: str) -> None:
    """An edition that is not held is refused."""
    with pytest.raises(Refused, match="is not an edition that this guide holds"):
        edition(wanted)


@pytest.mark.parametrize(
    ("nation", "on", "editions"),
    [
        pytest.param("england", "2023-12-15", [ENGLAND + "2023"], id="England, the day Working Together 2023 was published"),
        pytest.param("england", "2026-03-17", [ENGLAND + "2023"], id="England, the eve of Working Together 2026"),
        pytest.param("england", "2026-03-18", [ENGLAND + "2026"], id="England, the day it was published"),
        pytest.param("england", "2018-06-28", ["england/serious-case-review-2015"], id="England, the last day of serious case reviews"),
        pytest.param("england", "2018-06-29", [ENGLAND + "2018"], id="England, the first of practice reviews"),
        pytest.param("england", "2015-03-25", [], id="England, before anything held"),
        pytest.param("scotland", "2015-03-31", ["scotland/significant-case-review-2015"], id="Scotland, the first day held"),
        pytest.param("scotland", "2021-08-31", ["scotland/significant-case-review-2015"], id="Scotland, the eve of the month of change"),
        pytest.param("scotland", "2021-09-01", ["scotland/significant-case-review-2015", "scotland/learning-review-2021"], id="Scotland, the first of the month of change: either"),
        pytest.param("scotland", "2021-09-30", ["scotland/significant-case-review-2015", "scotland/learning-review-2021"], id="Scotland, the last of the month of change: either"),
        pytest.param("scotland", "2021-10-01", ["scotland/learning-review-2021"], id="Scotland, the month after"),
        pytest.param("wales", "2016-04-05", [], id="Wales, the eve of commencement"),
        pytest.param("wales", "2024-09-30", ["wales/child-practice-review-2016"], id="Wales, the last day of child practice reviews"),
        pytest.param("wales", "2024-10-01", ["wales/single-unified-safeguarding-review-2024"], id="Wales, the first of unified reviews"),
        pytest.param("northern-ireland", "2016-12-31", [], id="Northern Ireland, the eve of the year it began"),
        pytest.param("northern-ireland", "2017-06-01", ["northern-ireland/case-management-review-2017"], id="Northern Ireland, within that year: it may be"),
        pytest.param("northern-ireland", "2018-01-01", ["northern-ireland/case-management-review-2017"], id="Northern Ireland, once that year is out"),
    ],
)  # fmt: skip
def test_which_edition_governs(nation: str, on: str, editions: list[str]) -> None:
    """At every border between the editions."""
    assert [one.id for one in governing(nation, date.fromisoformat(on)).editions] == editions


@pytest.mark.parametrize(
    ("nation", "on", "reason"),
    [
        pytest.param("england", "2026-03-18", "Working Together to Safeguard Children 2026: from 18 March 2026 (publication); 18 March 2026 lies within.", id="within"),
        pytest.param("scotland", "2021-09-15", "15 September 2021 falls where we do not hold the day of change. ", id="at a border known to the month"),
        pytest.param("england", "2001-01-01", "We hold no edition before ", id="before the first"),
    ],
)  # fmt: skip
def test_why(nation: str, on: str, reason: str) -> None:
    """The answer says why."""
    assert governing(nation, date.fromisoformat(on)).reason.startswith(reason)


def test_a_hole_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were an edition's successor not held, a date after it would be covered by nothing; no nearest one is picked."""
    held = dict(EDITIONS)
    for gone in ("scotland/learning-review-2021", "scotland/significant-case-review-2015"):
        del held[gone]
        monkeypatch.setattr(register, "EDITIONS", held)  # a copy: taking from the table itself would change its order
        found = governing("scotland", date(2022, 1, 1))
        assert found.editions == ()
        assert found.reason == "We hold no edition for Scotland that covers 1 January 2022."


def test_the_newest_edition_has_no_successor() -> None:
    """Superseded is derived from the dates, never typed."""
    assert successor(EDITIONS[ENGLAND + "2023"]) is EDITIONS[ENGLAND + "2026"]
    assert successor(EDITIONS[ENGLAND + "2026"]) is None


@pytest.mark.parametrize(
    ("today", "old", "new"),
    [
        pytest.param(None, "current", "ahead", id="as it was when the editions were last checked"),
        pytest.param("2027-03-31", "current", "ahead", id="on the eve of its first day"),
        pytest.param("2027-04-01", "superseded", "current", id="on its first day"),
        pytest.param("2018-01-01", "current", "ahead", id="a clock that was put back is no ground"),
    ],
)
def test_an_edition_that_lies_ahead_takes_no_place_until_its_day(
    today: str | None, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Guidance is published months before it commences, and is held as soon as it is read."""
    name, following = "northern-ireland/case-management-review-2017", "northern-ireland/case-management-review-2027"
    before = EDITIONS[name]
    ending = replace(before, in_force=replace(before.in_force, end="2027-03-31"))
    later = replace(before, id=following, in_force=InForce(start="2027-04-01", start_is="commencement"))
    monkeypatch.setitem(EDITIONS, name, ending)
    monkeypatch.setitem(EDITIONS, following, later)
    day = date.fromisoformat(today) if today else None
    marks = {(True, False): "superseded", (False, True): "ahead", (False, False): "current"}
    assert [marks[superseded(held, day), ahead(held, day)] for held in (ending, later)] == [old, new]
    assert successor(ending, day) is (later if old == "superseded" else None)
    reply = ask(ask="plan", edition=name, events={}, today=today)
    assert (reply["superseded_by"] is None) is (old == "current")
    assert any("superseded" in warning for warning in reply["warnings"]) is (old == "superseded")
    reply = ask(ask="plan", edition=following, events={}, today=today)
    assert any("is not in force yet: it begins on 1 April 2027" in warning for warning in reply["warnings"]) is (
        new == "ahead"
    )
    listed = ask(ask="editions", nation="northern-ireland", today=today)["editions"]
    assert [held["status"] for held in listed] == [old, new]
    assert [held["superseded_by"] is None for held in listed] == [old == "current", True]
    checked = max(held.checked for held in EDITIONS.values())
    assert {held["status_on"] for held in listed} == {max(today or checked, checked)}


def test_days_in_force_in_words() -> None:
    """Both ends, and what kind of date each is where that is held."""
    words = days_in_force(EDITIONS[ENGLAND + "2023"])
    assert words.startswith("from 15 December 2023 (publication) to 17 March 2026")
    assert days_in_force(EDITIONS[ENGLAND + "2026"]) == "from 18 March 2026 (publication)"
