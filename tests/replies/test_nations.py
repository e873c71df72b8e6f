"""Every test in force in the four nations on one set of facts, and what any answer says of facts that do not fit."""

from __future__ import annotations

from typing import Any

import pytest

from tests.door import ask

ENGLAND = "england/child-safeguarding-practice-review-2026"
ULSTER = "northern-ireland/case-management-review-2017"
SCOTLAND = "scotland/learning-review-2021"
WALES = "wales/single-unified-safeguarding-review-2024"
SCOTLAND_BEFORE = "scotland/significant-case-review-2015"


def nations(on: object = "2026-11-28", **facts: str) -> Any:  # noqa: ANN401 - an answer
    """Return the answer for a date and facts, with underscores for hyphens."""
    return ask(ask="nations", on=on, facts={fact.replace("_", "-"): value for fact, value in facts.items()})


@pytest.mark.parametrize(
    ("on", "editions"),
    [
        pytest.param("2026-11-28", [ENGLAND, ULSTER, SCOTLAND, WALES], id="today"),
        pytest.param(
            "2021-09-15",
            ["england/child-safeguarding-practice-review-2018", ULSTER, SCOTLAND_BEFORE, SCOTLAND, "wales/child-practice-review-2016"],
            id="the month in which Scotland's guidance changed, the day not held: both",
        ),
        pytest.param(
            "2017-06-01",
            ["england/serious-case-review-2015", ULSTER, SCOTLAND_BEFORE, "wales/child-practice-review-2016"],
            id="the year in which Northern Ireland's began",
        ),
        pytest.param(
            "2016-12-31", ["england/serious-case-review-2015", None, SCOTLAND_BEFORE, "wales/child-practice-review-2016"],
            id="none held for one of them",
        ),
        pytest.param("2015-03-25", [None, None, None, None], id="before any edition"),
    ],
)  # fmt: skip
def test_the_editions_in_force(on: str, editions: list[str | None]) -> None:
    """Each nation answers, if only that none is held; the same nation twice where the day of change is not held."""
    reply = nations(on)
    assert [one["edition"] for one in reply["nations"]] == editions
    assert {one["nation"] for one in reply["nations"]} == {"england", "northern-ireland", "scotland", "wales"}
    for one in reply["nations"]:
        assert one["held"]
        assert bool(one["tests"]) is (one["edition"] is not None)
        assert {test["edition"] for test in one["tests"]} <= {one["edition"]}


def test_no_edition_says_why() -> None:
    """The reason is a sentence."""
    (england,) = (one for one in nations("2015-03-25")["nations"] if one["nation"] == "england")
    assert (england["edition"], england["tests"]) == (None, [])
    assert england["held"].startswith("We hold no edition before Working Together to Safeguard Children 2015")


def test_what_is_held_of_each() -> None:
    """None of the four in force today is held whole, and each says so."""
    for one in nations()["nations"]:
        assert "not" in one["held"]
        assert one["held"].endswith(".")


def test_the_outcomes_of_one_death() -> None:
    """A child has died and abuse is suspected; nothing else is known."""
    found = {
        (test["edition"], test["test"]): test["outcome"]
        for one in nations(child_died="yes", abuse_or_neglect="yes")["nations"]
        for test in one["tests"]
    }
    assert found == {
        (ENGLAND, "serious-case"): "met", (ENGLAND, "notify-panel"): "not-known",
        (ENGLAND, "notify-looked-after-death"): "not-known", (ENGLAND, "notify-care-leaver-death"): "not-known",
        (ENGLAND, "local-review"): "weigh", (ENGLAND, "national-review"): "weigh",
        (ULSTER, "case-management-review"): "not-known", (ULSTER, "positive-learning-review"): "not-known",
        (SCOTLAND, "notify-looked-after-death"): "not-known",
        (WALES, "concise-review"): "not-known", (WALES, "extended-review"): "not-known",
        (WALES, "unified-review"): "not-known", (WALES, "notify-looked-after-death"): "not-known",
    }  # fmt: skip


def test_each_is_the_answer_to_its_own_question() -> None:
    """As `criteria` gives it, but for the window, whose dates need events."""
    facts = {"child-died": "yes", "looked-after": "no", "board-concern": "unknown"}
    for one in ask(ask="nations", on="2026-11-28", facts=facts)["nations"]:
        for test in one["tests"]:
            alone = ask(ask="criteria", edition=test["edition"], test=test["test"], facts=facts)
            assert {**test, "window": None} == {key: alone[key] for key in test} | {"window": None}


def test_which_tests_ask_for_a_fact() -> None:
    """A fact comes once, with every test that asks for it; one that none asks for does not come."""
    facts = {one["id"]: one["used_by"] for one in nations()["facts"]}
    assert sorted(facts["child-died"]) == [
        f"{ENGLAND}#notify-looked-after-death", f"{ENGLAND}#notify-panel", f"{ENGLAND}#serious-case", f"{ULSTER}#case-management-review",
        f"{SCOTLAND}#notify-looked-after-death", f"{WALES}#concise-review", f"{WALES}#extended-review",
        f"{WALES}#notify-looked-after-death",
    ]  # fmt: skip
    assert facts["outside-england"] == [f"{ENGLAND}#notify-panel"]
    assert facts["offensive-weapon-criteria"] == [f"{WALES}#unified-review"]
    assert facts["board-concern"] == [f"{ULSTER}#case-management-review"]
    assert not {"agency-working-concern", "improvements-only", "lead-reviewer"} & facts.keys()


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        pytest.param({}, ["on"], id="no day"),
        pytest.param({"on": "April"}, ["on"], id="a day that is none"),
        pytest.param({"on": "1999-12-31"}, ["on"], id="a day before the years held"),
        pytest.param({"on": "2026-11-28", "edition": ENGLAND}, ["edition"], id="an edition"),
        pytest.param({"on": "2026-11-28", "events": {}}, ["events"], id="events"),
        pytest.param({"on": "2026-11-28", "facts": {"child-dead": "yes"}}, ["facts.child-dead"], id="an unknown fact"),
        pytest.param({"facts": {"child-died": "maybe"}}, ["on", "facts.child-died"], id="two mistakes"),
    ],
)
def test_a_question_that_cannot_be_used(asked: dict[str, Any], fields: list[str]) -> None:
    """Every reason at once."""
    assert [error["field"] for error in ask(ask="nations", **asked)["errors"]] == fields


CONTRADICTED = "These answers contradict each other; check them. Was the death by suicide or by accident? Yes. Has the child died? No."


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param({"ask": "nations", "on": "2020-01-01"}, id="in the nations"),
        pytest.param({"ask": "criteria", "edition": SCOTLAND_BEFORE, "test": "review-after-death"}, id="in a test"),
        pytest.param({"ask": "plan", "edition": SCOTLAND_BEFORE}, id="in a plan"),
    ],
)
@pytest.mark.parametrize(
    ("died", "contradicts"),
    [
        pytest.param("no", True, id="a death of a child who has not died"),
        pytest.param("yes", False, id="a death of a child who has"),
        pytest.param("unknown", False, id="nothing contradicts what is not known"),
    ],
)
def test_facts_that_contradict_each_other(asked: dict[str, Any], died: str, *, contradicts: bool) -> None:
    """Both are quoted, and the answer is given all the same."""
    reply = ask(**asked, facts={"child-died": died, "suicide-or-accident": "yes"})
    assert (CONTRADICTED in reply["warnings"]) is contradicts
    assert "errors" not in reply


def test_two_that_exclude_each_other_are_told_once() -> None:
    """In the authority's area and outside England; the warning does not come from each side."""
    facts = {"in-authority-area": "yes", "outside-england": "yes"}
    told = [one for one in ask(ask="plan", edition=ENGLAND, facts=facts)["warnings"] if "contradict" in one]
    assert told == [
        (
            "These answers contradict each other; check them. Did the death or serious harm happen in the local authority's "
            "area? Yes. Did the death or serious harm happen outside England? Yes."
        )
    ]


def test_the_window_of_a_welsh_test() -> None:
    """Six months before 27 November 2026 up to its eve; the other reading has no date of its own."""
    asked = {"ask": "criteria", "edition": WALES, "test": "concise-review"}
    window = ask(**asked, events={"incident": "2026-11-27"})["window"]
    assert window["rule"] == "review-type-window"
    assert [(each["event"]["id"], each["due"], each["until"]) for each in window["readings"]] == [
        ("incident", "2026-05-27", "2026-11-26"), ("impairment-identified", None, None),
    ]  # fmt: skip
    assert [each["due"] for each in ask(**asked)["window"]["readings"]] == [None, None]
    assert ask(ask="criteria", edition=WALES, test="unified-review")["window"] is None


@pytest.mark.parametrize(
    ("events", "field"),
    [
        pytest.param({"incidant": "2026-11-27"}, "events.incidant", id="an unknown event"),
        pytest.param({"incident": "27 November"}, "events.incident", id="a date that is none"),
        pytest.param(["incident"], "events", id="a list"),
    ],
)
def test_events_of_a_test_that_cannot_be_used(events: object, field: str) -> None:
    (error,) = ask(ask="criteria", edition=WALES, test="concise-review", events=events)["errors"]
    assert error["field"] == field


def test_the_record_of_all_nations_comes_as_text_when_asked_for() -> None:
    assert "file" not in nations(child_died="yes")
    told = ask(ask="nations", on="2026-11-28", facts={"child-died": "yes"}, **{"as": "text"})
    assert all(name in told["file"]["text"] for name in ("England", "Northern Ireland", "Scotland", "Wales"))
