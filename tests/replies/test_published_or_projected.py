"""Whether a count rests on published bank holidays or on projected ones. The published list ends on 31 December 2028.

In 2028 Christmas Day is a Monday, so 25 and 26 December are holidays and Friday 29 December is the year's last working day.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.by_hand.rules import ENGLAND_2018, ENGLAND_2023, ENGLAND_2026, SCOTLAND_2021, WALES_2016
from tests.door import ask


def rule_of(edition: str, rule: str, **events: str) -> Any:  # noqa: ANN401 - JSON
    """Return one rule of a plan; underscores in the names of events stand for hyphens."""
    given = {event.replace("_", "-"): day for event, day in events.items()}
    return next(one for one in ask(ask="plan", edition=edition, events=given)["dates"] if one["rule"] == rule)


@pytest.mark.parametrize(("aware", "due", "holidays"), [
    pytest.param("2028-12-15", "2028-12-22", "published", id="a week before Christmas"),
    pytest.param("2028-12-20", "2028-12-29", "published", id="the last working day of the list"),
    pytest.param("2028-12-21", "2029-01-02", "projected", id="only the last day counted lies beyond it"),
    pytest.param("2028-12-27", "2029-01-04", "projected", id="over the year's end"),
    pytest.param("2035-03-01", "2035-03-08", "projected", id="years beyond it"),
])  # fmt: skip
@pytest.mark.parametrize("edition", [ENGLAND_2018, ENGLAND_2023])
def test_five_working_days(edition: str, aware: str, due: str, holidays: str) -> None:
    one = rule_of(edition, "notify-panel", authority_aware=aware)
    assert (one["due"], one["holidays"]) == (due, holidays)


@pytest.mark.parametrize(("publication", "due", "holidays"), [
    pytest.param("2028-12-29", "2028-12-18", "published", id="all of it inside the list"),
    pytest.param("2029-01-01", "2028-12-19", "published", id="from a day beyond it, which is not counted"),
    pytest.param("2029-01-03", "2028-12-20", "projected", id="only 2 January is counted beyond it"),
    pytest.param("2029-01-08", "2028-12-27", "projected", id="half of it beyond"),
])  # fmt: skip
def test_seven_working_days_back(publication: str, due: str, holidays: str) -> None:
    """It is the days that were counted which matter, not where the count ends."""
    one = rule_of(ENGLAND_2023, "send-report-ofsted", publication=publication)
    assert (one["due"], one["holidays"]) == (due, holidays)


@pytest.mark.parametrize(("aware", "due", "holidays"), [
    pytest.param("2028-12-28", "2028-12-29", "published", id="the last working day of the list"),
    pytest.param("2028-12-29", "2029-01-03", "projected", id="over both Scottish days of the new year"),
])  # fmt: skip
def test_one_working_day_in_scotland(aware: str, due: str, holidays: str) -> None:
    """The reading in working days says so; the one in days, and the rule that has no date, say nothing."""
    one = rule_of(SCOTLAND_2021, "notify-looked-after-death", authority_aware=aware, incident=aware)
    guidance, inspectorate = one["readings"]
    assert (guidance["due"], guidance["holidays"]) == (due, holidays)
    assert (inspectorate["holidays"], one["holidays"]) == (None, None)


@pytest.mark.parametrize(("aware", "due", "holidays"), [
    pytest.param("2028-12-20", "2028-12-29", "published", id="the last working day of the list"),
    pytest.param("2028-12-21", "2029-01-02", "projected", id="only the last day counted lies beyond it"),
])  # fmt: skip
def test_a_date_by_the_last_figure_held(aware: str, due: str, holidays: str) -> None:
    """England 2026: the five working days of 2023. The words that go with the date, into every file, say so too."""
    held = rule_of(ENGLAND_2026, "notify-panel", authority_aware=aware)["last_held"]
    assert (held["due"], held["holidays"]) == (due, holidays)
    assert ("projected, not yet published" in held["words"]) is (holidays == "projected")


def test_the_rule_says_what_the_reading_says_that_it_goes_by() -> None:
    """Fifteen working days from 8 and from 7 December 2028; the earlier governs."""
    one = rule_of(
        ENGLAND_2023, "rapid-review", incident="2028-12-06", partners_aware="2028-12-07", panel_notified="2028-12-08"
    )
    assert [(each["due"], each["holidays"]) for each in one["readings"]] == [
        ("2028-12-29", "published"),
        ("2029-01-02", "projected"),
        ("2029-01-03", "projected"),
    ]
    assert (one["due"], one["holidays"]) == ("2028-12-29", "published")


@pytest.mark.parametrize(("edition", "rule", "events"), [
    pytest.param(ENGLAND_2023, "publish-report", {"review_decision": "2028-12-27"}, id="months"),
    pytest.param(ENGLAND_2023, "keep-published", {"publication": "2028-12-27"}, id="a year"),
    pytest.param(ENGLAND_2026, "send-report", {"publication": "2029-01-08"}, id="plain days"),
    pytest.param(WALES_2016, "complete-review", {"review_referral": "2028-12-27"}, id="months in Wales"),
    pytest.param(ENGLAND_2023, "notify-panel", {"incident": "2028-12-27"}, id="nothing counted yet"),
    pytest.param(ENGLAND_2026, "notify-panel", {"authority_aware": "2028-12-27"}, id="a gap"),
])  # fmt: skip
def test_where_no_working_day_is_counted(edition: str, rule: str, events: dict[str, str]) -> None:
    assert rule_of(edition, rule, **events)["holidays"] is None


@pytest.mark.parametrize(("start", "due", "words", "holidays"), [
    pytest.param("2028-12-20", "2028-12-29", "Friday 29 December 2028 is 5 working days after Wednesday 20 December 2028", "published", id="the last working day of the list"),
    pytest.param("2028-12-21", "2029-01-02", "Tuesday 2 January 2029 is 5 working days after Thursday 21 December 2028", "projected", id="only the last day counted lies beyond it"),
])  # fmt: skip
def test_five_working_days_of_no_rule(start: str, due: str, words: str, holidays: str) -> None:
    """Stepped on to, counted up to, and as a length of time of one's own."""
    asked = {"calendar": "england-and-wales", "from": start}
    for each in (
        ask(ask="workdays", **asked, add="5"),
        ask(ask="workdays", **asked, until=due),
        ask(ask="period", **asked, length="5", unit="working day", runs="after"),
    ):
        assert (each.get("date") or each["due"], each["holidays"]) == (due, holidays)
        assert each["words"].partition(", or ")[0] == words


@pytest.mark.parametrize("asked", [
    pytest.param({"ask": "workdays", "until": "2029-01-01"}, id="from a Saturday to a bank holiday"),
    pytest.param({"ask": "period", "length": "5", "unit": "day", "runs": "after"}, id="plain days"),
])  # fmt: skip
def test_a_count_of_no_working_day_rests_on_no_list(asked: dict[str, str]) -> None:
    assert ask(**asked, calendar="england-and-wales", **{"from": "2028-12-30"})["holidays"] is None


def test_a_figure_last_held_rests_on_projected_holidays_if_one_of_its_dates_does() -> None:
    """England 2026: of the three readings of 2023, as above, the first ends inside the list and the others beyond it."""
    held = rule_of(
        ENGLAND_2026, "rapid-review", incident="2028-12-06", partners_aware="2028-12-07", panel_notified="2028-12-08"
    )["last_held"]
    assert [each["due"] for each in held["readings"]] == ["2028-12-29", "2029-01-02", "2029-01-03"]
    assert (held["due"], held["holidays"]) == ("2028-12-29", "projected")
    assert held["words"].endswith(", counted with bank holidays that are projected, not yet published")
