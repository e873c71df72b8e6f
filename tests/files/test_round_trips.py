"""Whatever is given of a case: its file, opened where nothing has changed, asks the same question and moves no date."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.records import Kind
from calculators.register import EDITIONS, EVENTS, FACTS
from tests.door import ask

TODAY = "2026-11-28"
days = st.dates(date(2000, 1, 1), date(2049, 12, 31)).map(date.isoformat)
lines = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=60)
lengths = {"days": 366, "working days": 90, "clear days": 90, "weeks": 52, "months": 24, "years": 3}


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """Draw what may be given of a case under any edition, with a figures file for some gap if the edition has one."""
    edition = draw(st.sampled_from(sorted(EDITIONS)))
    rules = EDITIONS[edition].rules
    gaps = [rule.id for rule in rules if rule.kind is Kind.GAP]
    supplied = draw(st.none() | figures(edition, gaps)) if gaps else None
    timed = (
        {one["fills"] for one in supplied["figures"]} if supplied else set()
    )  # perhaps a time to keep: not done on a day
    acts = [rule.id for rule in rules if rule.kind not in {Kind.RETENTION, Kind.LOOKBACK} and rule.id not in timed]
    return {
        "edition": edition,
        "reference": draw(st.from_regex(r"[A-Z]{2} [0-9]{1,4}", fullmatch=True)),
        "notes": draw(lines),
        "events": draw(st.dictionaries(st.sampled_from(sorted(EVENTS)), days, max_size=6)),
        "facts": draw(st.dictionaries(st.sampled_from(sorted(FACTS)), st.sampled_from(("yes", "no", "unknown")), max_size=12)),
        "done": draw(st.dictionaries(st.sampled_from(acts), days, max_size=3)),
        "closed": draw(st.lists(days, max_size=4, unique=True)),
        "figures": supplied,
    }  # fmt: skip


@st.composite
def figures(draw: st.DrawFn, edition: str, gaps: list[str]) -> dict[str, Any]:
    """Draw a figures file for one edition, read yesterday by whoever."""
    filled = draw(st.lists(st.sampled_from(gaps), min_size=1, max_size=3, unique=True))
    return {
        "format": 1, "kind": "figures", "edition": edition, "supplied_by": "Partnership office", "role": "business manager",
        "read_on": "2026-11-27", "source": "The guidance, as published",
        "figures": [draw(figure(rule)) for rule in filled],
    }  # fmt: skip


@st.composite
def figure(draw: st.DrawFn, rule: str) -> dict[str, Any]:
    """Draw one figure for a gap."""
    unit = draw(st.sampled_from(sorted(lengths)))
    runs = {"clear days": ("before",), "working days": ("after", "before")}.get(unit, ("after", "before", "kept"))
    return {
        "fills": rule, "length": draw(st.integers(1, lengths[unit])), "unit": unit,
        "runs": draw(st.sampled_from(runs)),
        "event": draw(st.sampled_from(sorted(EVENTS))), "duty": draw(st.sampled_from(("must", "should"))),
        "place": f"paragraph {draw(st.integers(1, 400))}",
    }  # fmt: skip


@settings(max_examples=150)
@given(case=cases())
def test_a_case_file_asks_the_same_question_and_nothing_has_moved(case: dict[str, Any]) -> None:
    first = ask(ask="plan", today=TODAY, **case, **{"as": "case"})
    assert "errors" not in first, (case, first["errors"])
    opened = ask(ask="moved", today=TODAY, case=json.loads(first["file"]["text"]), **{"as": "case"})
    assert opened["moved"] == []
    assert opened["dates"] == first["dates"]
    assert opened["asked"] == first["asked"]
    assert opened["file"]["text"] == first["file"]["text"]


@settings(max_examples=150)
@given(case=cases(), draw=st.data(), later=days)
def test_a_case_whose_date_was_given_anew_says_what_moved(
    case: dict[str, Any], draw: st.DataObject, later: str
) -> None:
    """The second saving holds exactly the dates of the second answer, so that it has nothing to say of the first."""
    saved = json.loads(ask(ask="plan", today=TODAY, **case, **{"as": "case"})["file"]["text"])
    changed = {**saved, "events": {**saved["events"], draw.draw(st.sampled_from(sorted(EVENTS))): later}}
    again = ask(ask="moved", today=TODAY, case=changed, **{"as": "case"})
    kept = json.loads(again["file"]["text"])["answered"]
    told = {line["rule"]: line["now"] for line in again["moved"]}
    for name, was in saved["answered"].items():
        assert kept.get(name) == told.get(name, was)
