"""Our bank holidays held against a file downloaded from GOV.UK."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from stages.checks.govuk_bank_holidays import differences_from_govuk
from stages.problems import ContentRefused
from stages.reading.editions import read_content

SPEC = read_content(Path(__file__).parents[2] / "content").vocabulary.bank_holidays
OURS = {
    "england-and-wales": {date(2026, 12, 25): "Christmas Day", date(2026, 12, 28): "Boxing Day (substitute day)"},
    "scotland": {date(2026, 12, 25): "Christmas Day"},
    "northern-ireland": {date(2026, 12, 25): "Christmas Day"},
}


def published(**england: Any) -> str:  # noqa: ANN401 - JSON
    """Return a list as GOV.UK writes it, with England's entries changed by date."""
    christmas = {"title": "Christmas Day", "date": "2026-12-25", "notes": "", "bunting": True}
    boxing = {"title": "Boxing Day", "date": "2026-12-28", "notes": "Substitute day", "bunting": True}
    events = [entry for entry in (christmas | england.get("christmas", {}), boxing, *england.get("more", ())) if entry]
    others = {name: {"division": name, "events": [christmas]} for name in ("scotland", "northern-ireland")}
    return json.dumps({"england-and-wales": {"division": "england-and-wales", "events": events}, **others})


def told(text: str) -> list[str]:
    """Return what is said of a list."""
    return [problem.message for problem in differences_from_govuk(text, path="list.json", spec=SPEC, days=OURS)]


def test_a_list_that_agrees() -> None:
    """Nothing is said."""
    assert told(published()) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"more": [{"title": "Extra bank holiday", "date": "2026-05-05", "notes": ""}]}, "england-and-wales lacks 2026-05-05, Extra bank holiday; add {calendar: england-and-wales, date: 2026-05-05, name: Extra bank holiday, source: …} under `added`", id="a day we lack"),
        pytest.param({"christmas": {"date": "2026-12-24"}}, "england-and-wales has 2026-12-25, Christmas Day, which the list has not; if it is no holiday, add {calendar: england-and-wales, date: 2026-12-25, name: Christmas Day, source: …} under `removed`", id="a day the list has not"),
        pytest.param({"christmas": {"title": "Yule"}}, "england-and-wales calls 2026-12-25 'Christmas Day', the list 'Yule'; add {calendar: england-and-wales, date: 2026-12-25, name: Yule, source: …} under `added` to name it so", id="another name"),
        pytest.param({"more": [{"title": "Good Friday", "date": "2029-01-01", "notes": ""}]}, "the list now runs to 2029; write `to: 2029-12-31` under `published`", id="a list that has grown"),
    ],
)  # fmt: skip
def test_a_list_that_differs(change: dict[str, Any], said: str) -> None:
    """Each difference comes with the line to write."""
    assert said in told(published(**change))


def test_a_holiday_on_a_weekend_changes_nothing() -> None:
    """The list's own substitute day stands for it."""
    assert told(published(more=[{"title": "Boxing Day", "date": "2026-12-26", "notes": ""}])) == []


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"england-and-wales": {"events": [{}]}}'])
def test_a_file_that_is_no_such_list(text: str) -> None:
    """It is named, and what it must be."""
    with pytest.raises(ContentRefused, match=r"list\.json:1: is not GOV\.UK's bank-holidays\.json"):
        told(text)


@pytest.mark.parametrize("text", ['{"england-and-wales": {"events": "no"}}', "[" * 100_000 + "]" * 100_000])
def test_a_file_of_another_shape_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ContentRefused) as refused:
        told(text)
    assert "is not GOV.UK's bank-holidays.json" in str(refused.value)
