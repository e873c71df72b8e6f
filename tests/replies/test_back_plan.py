"""Back from publication: the latest days by hand, the time that is left for each, and conflicts said."""

from __future__ import annotations

from typing import Any

import pytest

from tests.door import ask

EDITION = "england/child-safeguarding-practice-review-2023"
# Seven working days before Tuesday 1 September 2026, by hand: Monday 31 August is the summer bank holiday, so the first
# day back is Friday 28 August and the seventh Thursday 20 August.
PUBLISHED = {"publication": "2026-09-01"}


def planned(events: dict[str, str], **also: object) -> Any:  # noqa: ANN401 - an answer of any shape
    """Return the plan of a case of England 2023."""
    return ask(ask="plan", edition=EDITION, events=events, **also)


@pytest.mark.parametrize(
    ("decided", "days", "working_days", "words"),
    [
        pytest.param(
            "2026-07-01", 50, 36, "36 working days (50 days)",
            id="seven weeks",
        ),
        pytest.param(
            "2026-08-19", 1, 1, "1 working day (1 day)",
            id="the day before",
        ),
        pytest.param(
            "2026-08-20", 0, 0,
            "none: it is the same day",
            id="the very day",
        ),
        pytest.param(
            "2026-08-26", -6, -4,
            "too late by 4 working days (6 days)",
            id="after the latest day",
        ),
    ],
)  # fmt: skip
def test_the_time_from_what_is_given_to_the_latest_day(decided: str, days: int, working_days: int, words: str) -> None:
    (back,) = planned({"incident": "2026-06-01", "review-decision": decided, **PUBLISHED})["back"]
    assert (back["event"]["id"], back["event"]["date"]) == ("publication", "2026-09-01")
    by = {step["rule"]: step["by"] for step in back["steps"]}
    assert by == dict.fromkeys(("send-report", "send-report-ofsted", "send-improvement-information"), "2026-08-20")
    assert (back["since"]["id"], back["since"]["date"]) == ("review-decision", decided), "the last that leads to it"
    for step in back["steps"]:
        assert (step["slack"]["days"], step["slack"]["working_days"], step["slack"]["words"]) == (
            days, working_days, words,
        )  # fmt: skip


def test_a_conflict_is_said_once_and_not_of_what_is_done() -> None:
    events = {"review-decision": "2026-08-26", **PUBLISHED}
    told = [each for each in planned(events)["warnings"] if "is after the last day of what must be done" in each]
    assert len(told) == 1
    assert told[0].startswith("Date of the decision to hold a review, 26 August 2026, is after the last day")
    assert "Send the report, or the information about improvements, to Ofsted, 20 August 2026" in told[0]
    done = dict.fromkeys(("send-report", "send-report-ofsted", "send-improvement-information"), "2026-08-20")
    reply = planned(events, done=done)
    assert not any("is after the last day of what must be done" in each for each in reply["warnings"])
    assert {(step["done"], step["slack"]) for step in reply["back"][0]["steps"]} == {("2026-08-20", None)}


def test_nothing_is_counted_back_from_a_day_that_was_not_given_and_no_time_is_said_without_a_date_that_leads_to_it() -> (
    None
):
    assert planned({"incident": "2026-06-01"})["back"] == []
    (back,) = planned(PUBLISHED)["back"]
    assert {step["slack"] for step in back["steps"]} == {None}
    # What leads to the local report leads to no national one.
    national = planned({"review-decision": "2026-07-01", "national-publication": "2026-09-01"})["back"]
    assert [each["event"]["id"] for each in national] == ["national-publication"]
    assert {step["slack"] for step in national[0]["steps"]} == {None}


def test_what_does_not_apply_is_left_out() -> None:
    (back,) = planned(PUBLISHED, facts={"improvements-only": "yes"})["back"]
    assert [step["rule"] for step in back["steps"]] == ["send-report-ofsted", "send-improvement-information"]


def test_the_whole_text_says_it_too() -> None:
    text = planned({"review-decision": "2026-07-01", **PUBLISHED}, **{"as": "text"})["file"]["text"]
    assert "BACK FROM PUBLICATION OF THE REPORT, Tuesday 1 September 2026" in text
    assert "counted from the decision to hold a review, Wednesday 1 July 2026, the last date given" in text
    assert "to Ofsted: 36 working days (50 days)" in text
