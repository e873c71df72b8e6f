"""A saved case: it asks the same question again, and says which date moved since and because of what."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.door import ask
from tests.files.test_figures_file import figure, file

OLD = "england/child-safeguarding-practice-review-2023"
NEW = "england/child-safeguarding-practice-review-2026"
TODAY = "2026-11-28"
CASE: dict[str, Any] = {
    "edition": NEW, "reference": "CR 17", "notes": "Two lines\nof notes", "closed": ["2026-12-24"],
    "events": {"authority-aware": "2026-11-26", "publication": "2027-01-06"},
    "facts": {"child-died": "yes", "abuse-or-neglect": "unknown"}, "done": {"notify-panel": "2026-11-30"},
}  # fmt: skip


def saved(today: str | None = TODAY, **case: object) -> Any:  # noqa: ANN401 - a case file as parsed
    """Return a case as it is saved."""
    return json.loads(ask(**{"ask": "plan", **case, "today": today, "as": "case"})["file"]["text"])


def anew(case: object, **asked: object) -> Any:  # noqa: ANN401 - an answer
    """Return the answer to a saved case, asked anew."""
    return ask(**{"ask": "moved", "case": case, "today": TODAY, **asked})


def in_april(**changed: object) -> Any:  # noqa: ANN401 - a case file as parsed
    """Return a case of 2023 that was saved: aware on 2 April 2026, so that the Panel is told by 13 April."""
    return {**saved(edition=OLD, events={"authority-aware": "2026-04-02"}), **changed}


def test_what_is_saved() -> None:
    """Three working days after Thursday 26 November: Friday 27, Monday 30, Tuesday 1 December; the weekend was passed over."""
    case = saved(**CASE, figures=file(figure()))
    assert list(case) == [
        "format", "kind", "saved", "release", "content", "reference", "edition", "facts", "events", "done", "closed",
        "figures", "notes", "answered", "basis",
    ]  # fmt: skip
    assert (case["format"], case["kind"], case["saved"], case["figures"]) == (1, "case", TODAY, file(figure()))
    assert {name: case[name] for name in CASE} == CASE
    assert case["answered"] == {
        "notify-panel": "2026-12-01", "send-report": "2026-12-30", "send-improvement-information": "2026-12-30",
        "keep-published": "2028-01-06",
    }  # fmt: skip
    assert case["basis"]["notify-panel"] == {
        "period": "3 working days", "clock": "within 3 working days after the local authority becomes aware of the incident",
        "event": "authority-aware", "date": "2026-11-26",
        "skipped": ["2026-11-28", "2026-11-29"], "figure": "Invented Partnership",
    }  # fmt: skip
    assert case["basis"]["send-report"] == {
        "period": "7 days", "clock": "at least 7 days before publication of the report", "event": "publication", "date": "2027-01-06", "skipped": [], "figure": None,
    }  # fmt: skip


@pytest.mark.parametrize("figures", [None, file(figure()), [file(figure()), file(figure("publish-report"))]])
def test_asked_again_nothing_has_moved(figures: object) -> None:
    """The same case, the same answer; and saved once more, the same file."""
    case = saved(**CASE, figures=figures)
    plan = ask(ask="plan", **CASE, figures=figures, today=TODAY)
    reply = anew(case)
    assert (reply.pop("moved"), reply.pop("compared").partition(";")[0]) == (
        [],
        "no date kept in the file has moved since it was saved",
    )
    assert reply == plan
    assert (reply["asked"]["notes"], reply["asked"]["figures"]) == ("Two lines\nof notes", figures)
    assert json.loads(anew(case, **{"as": "case"})["file"]["text"]) == case


def test_saving_needs_a_day() -> None:
    """We read no clock: today says it, or else the moment at which the file is made."""
    asked = {"ask": "plan", "edition": OLD, "as": "case"}
    refused = [{"field": "today", "message": "Saving a case needs today's date; give today"}]
    assert ask(**asked) == {"errors": refused}
    made = ask(**asked, made="2026-11-27T23:59:59Z")
    assert json.loads(made["file"]["text"])["saved"] == "2026-11-27"


OWN = {
    "length": "5",
    "unit": "day",
    "runs": "after",
    "event": "incident",
    "place": "page 4",
    "action": "Tell the Board",
}


def test_periods_of_ones_own_are_kept() -> None:
    """Five days after 1 April 2026, then after 2 April: asked again it is the same plan, and what moved is told."""
    case = saved(edition=OLD, events={"incident": "2026-04-01"}, own=[OWN, {**OWN, "length": "2"}])
    assert case["own"] == [OWN, {**OWN, "length": "2"}]
    assert (case["answered"]["your-copy-1"], case["answered"]["your-copy-2"]) == ("2026-04-06", "2026-04-03")
    reply = anew(case)
    assert reply["moved"] == []
    assert reply["asked"]["own"] == case["own"]
    assert [one["action"] for one in reply["dates"] if one["rule"].startswith("your-copy")] == ["Tell the Board"] * 2
    assert json.loads(anew(case, **{"as": "case"})["file"]["text"]) == case
    later = anew({**case, "events": {"incident": "2026-04-02"}, "own": [OWN]})["moved"]
    assert {"rule": "your-copy-1", "was": "2026-04-06", "now": "2026-04-07", "because": "event"} in later
    assert {"rule": "your-copy-2", "was": "2026-04-03", "now": None, "because": "rule-gone"} in later


def test_a_case_without_periods_of_ones_own_says_nothing_of_them() -> None:
    """The key stands only where it is needed: a copy that does not know it can still read the file."""
    assert "own" not in saved(edition=OLD, own=[])
    assert anew(in_april())["asked"]["own"] == []


NOTIFY = {
    "period": "5 working days", "clock": "within 5 working days after the local authority becomes aware of the incident", "event": "authority-aware", "date": "2026-04-02", "figure": None,
    "skipped": ["2026-04-03", "2026-04-04", "2026-04-05", "2026-04-06", "2026-04-11", "2026-04-12"],
}  # fmt: skip


def test_the_basis_of_a_date_in_april() -> None:
    """Good Friday, Easter Monday and four days of weekends were passed over."""
    assert in_april()["basis"] == {"notify-panel": NOTIFY, "notify-looked-after-death": NOTIFY}


@pytest.mark.parametrize(
    ("basis", "because"),
    [
        pytest.param({**NOTIFY, "period": "4 working days"}, "period", id="the period is another"),
        pytest.param({**NOTIFY, "event": "incident"}, "event", id="it runs from another event"),
        pytest.param({**NOTIFY, "date": "2026-04-01"}, "event", id="the event has another date"),
        pytest.param(
            {**NOTIFY, "skipped": [day for day in NOTIFY["skipped"] or () if day != "2026-04-06"]}, "bank-holiday",
            id="a bank holiday is new",
        ),
        pytest.param({**NOTIFY, "figure": "Somebody"}, "figure", id="it was somebody's figure"),
        pytest.param({**NOTIFY, "period": "4 working days", "date": "2026-04-01"}, "period", id="the period before the event"),
        pytest.param({**NOTIFY, "figure": "Somebody", "period": "4 working days"}, "figure", id="the figure before the period"),
        pytest.param(NOTIFY, "not-known", id="nothing that was saved differs"),
        pytest.param({}, "not-known", id="nothing was saved"),
        pytest.param(None, "not-known", id="no basis of this rule"),
        pytest.param({"period": 5, "event": [], "date": {}, "skipped": "x"}, "not-known", id="a basis of any shape tells nothing"),
        pytest.param({"date": "2026-04-01"}, "not-known", id="nor does half a basis"),
    ],
)  # fmt: skip
def test_why_a_date_moved(basis: object, because: str) -> None:
    """Saved as due on 10 April, it is now due on 13 April; the other rule has not moved."""
    case = in_april(answered={"notify-panel": "2026-04-10", "notify-looked-after-death": "2026-04-13"})
    case["basis"] = {} if basis is None else {"notify-panel": basis}
    assert anew(case)["moved"] == [
        {"rule": "notify-panel", "was": "2026-04-10", "now": "2026-04-13", "because": because}
    ]


BESIDE = "; dates by a last figure held are not kept in it, and were not compared"


@pytest.mark.parametrize(
    ("case", "words"),
    [
        pytest.param(saved(edition=NEW, events={"authority-aware": "2026-11-26"}), "the file keeps no date to compare" + BESIDE, id="no figure is held: nothing is said to stand"),
        pytest.param(saved(edition=NEW), "the file keeps no date to compare", id="no date is shown either"),
        pytest.param(saved(**CASE), "no date kept in the file has moved since it was saved" + BESIDE, id="the law's dates are kept, those by the figures last held are not"),
        pytest.param(in_april(), "no date kept in the file has moved since it was saved", id="every date is kept"),
        pytest.param(in_april(answered={"notify-panel": "2026-04-10"}), "the 1 date kept in the file has moved since it was saved", id="the only one moved"),
        pytest.param(in_april(answered={"notify-panel": "2026-04-10", "notify-looked-after-death": "2026-04-13"}), "1 of the 2 dates kept in the file has moved since it was saved", id="one of two moved"),
    ],
)  # fmt: skip
def test_what_was_compared_is_said_and_no_more(case: object, words: str) -> None:
    """A date that the file does not keep may have moved: that none did is said of those alone that it keeps."""
    assert anew(case)["compared"] == words


def test_a_case_without_any_basis() -> None:
    """The key may be missing: which date moved is told all the same."""
    case = in_april(answered={"notify-panel": "2026-04-10"})
    del case["basis"]
    assert [moved["because"] for moved in anew(case)["moved"]] == ["not-known"]


def test_a_rule_that_has_gone() -> None:
    """It has no date now, and whatever the basis says is beside the point."""
    case = in_april()
    case["answered"]["old-rule"], case["basis"]["old-rule"] = "2026-04-20", NOTIFY
    assert anew(case)["moved"] == [{"rule": "old-rule", "was": "2026-04-20", "now": None, "because": "rule-gone"}]


def test_an_event_that_was_taken_out() -> None:
    """Both dates that ran from it are gone, because of it."""
    assert anew(in_april(events={}))["moved"] == [
        {"rule": rule, "was": "2026-04-13", "now": None, "because": "event"}
        for rule in ("notify-panel", "notify-looked-after-death")
    ]


@pytest.mark.parametrize(
    ("now", "day"),
    [
        pytest.param(file(figure(length=2)), "2026-11-30", id="the same office read another length"),
        pytest.param(file(figure(length=4), supplied_by="Second Partnership"), "2026-12-02", id="another office's"),
        pytest.param([], None, id="the figure was withdrawn"),
    ],
)
def test_a_figure_that_changed(now: object, day: str | None) -> None:
    """Given with the question, figures take the place of those in the case."""
    case = saved(**CASE, figures=file(figure()))
    assert anew(case, figures=now)["moved"] == [
        {"rule": "notify-panel", "was": "2026-12-01", "now": day, "because": "figure"}
    ]


def test_what_was_done_under_a_rule_that_has_gone() -> None:
    """It is left out with a warning; the rest of the case stands."""
    reply = anew(in_april(done={"old-rule": "2026-04-07", "notify-panel": "2026-04-08"}))
    assert reply["asked"]["done"] == {"notify-panel": "2026-04-08"}
    assert reply["warnings"][-1] == "old-rule is no rule of this edition any more; that it was done was left out."
    assert reply["moved"] == []


@pytest.mark.parametrize(
    ("case", "field", "message"),
    [
        pytest.param(None, "case", "A case file must be a JSON object", id="no case"),
        pytest.param([in_april()], "case", "A case file must be a JSON object", id="a list of cases"),
        pytest.param(in_april(kind="figures"), "case.kind", 'This is no case file: its "kind" must be "case", and says \'figures\'', id="a figures file"),
        pytest.param(in_april(kind=None), "case.kind", 'This is no case file: its "kind" must be "case", and says nothing', id="no kind"),
        pytest.param(in_april(content=7), "case.content", "content must be text", id="a content that is a number"),
        pytest.param(in_april(release=[]), "case.release", "release must be text", id="a release that is a list"),
        pytest.param(in_april(format=2), "case.format", "This case file is of format 2, which is newer than this copy of the guide reads (1); open it with a newer copy", id="a newer format"),
        pytest.param(in_april(format=None), "case.format", 'This case file must say "format": 1', id="no format"),
        pytest.param(in_april(evnts={}), "case.evnts", "'evnts' is no part of a case file; did you mean events?", id="an unknown key"),
        pytest.param(in_april(saved=None), "case.saved", "saved must be a date written as YYYY-MM-DD, such as 2026-04-02", id="no day of saving"),
        pytest.param(in_april(answered=[]), "answered", "answered must be an object of names and values", id="a list of answers"),
        pytest.param(in_april(answered={"notify-panel": 5}), "case.answered.notify-panel", "The date answered for notify-panel must be a date written as YYYY-MM-DD, such as 2026-04-02", id="an answer that is no date"),
        pytest.param(in_april(basis="x"), "basis", "basis must be an object of names and values", id="a basis that is text"),
        pytest.param(in_april(basis={"notify-panel": []}), "case.basis.notify-panel", "The basis of 'notify-panel' must be an object", id="a basis that is a list"),
        pytest.param(in_april(events=["incident"]), "events", "events must be an object of names and values", id="a list of events"),
        pytest.param(in_april(facts="x"), "facts", "facts must be an object of names and values", id="facts that are text"),
        pytest.param(in_april(done=["notify-panel"]), "done", "done must be an object of names and values", id="a list of what was done"),
        pytest.param(in_april(closed={}), "closed", "closed must be a list", id="closed days that are no list"),
        pytest.param(in_april(notes=5), "notes", "notes must be text of up to 20,000 characters", id="notes that are a number"),
        pytest.param(in_april(reference=["CR"]), "reference", "The case reference must be text of up to 60 characters on one line", id="a list for a reference"),
        pytest.param(in_april(figures="x"), "figures", "A figures file must be a JSON object", id="figures that are text"),
        pytest.param(in_april(own={}), "own", "own must be a list", id="periods of one's own that are no list"),
        pytest.param(in_april(own=["five days"]), "own.1", "own.1 must be an object of text values", id="a period that is text"),
        pytest.param(in_april(own=[{**OWN, "length": 5}]), "own.1", "own.1 must be an object of text values", id="a length that is a number"),
        pytest.param(in_april(own=[OWN, {**OWN, "event": "incidnet"}]), "own.2.event", "'incidnet' is not an event that this guide holds; did you mean incident?", id="a period from an unknown event"),
        pytest.param(in_april(own=[{**OWN, "untis": ""}]), "own.1.untis", "'untis' is no part of own.1 of this question; did you mean unit?", id="an unknown key of a period"),
        pytest.param(in_april(edition="mars"), "edition", "'mars' is not an edition that this guide holds; write one of: ", id="an unknown edition"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used(case: object, field: str, message: str) -> None:
    """A sentence and its place."""
    (error,) = anew(case)["errors"]
    assert error["field"] == field
    assert error["message"].startswith(message)


JUNK: tuple[Any, ...] = (
    None,
    True,
    0,
    1.5,
    "",
    "x",
    [],
    [[]],
    [None],
    {},
    {"": None},
    {"x": {"y": []}},
    {"notify-panel": "2026-04-10"},
)


@pytest.mark.parametrize("key", [*in_april(), "own"])
def test_nothing_in_a_file_is_a_fault_of_ours(key: str) -> None:
    """Any value under any key: an answer, or refusals that name a field."""
    for value in JUNK:
        reply = anew(in_april(**{key: value}))
        assert "moved" in reply or all(error["field"] for error in reply["errors"])
        assert "a fault of its own" not in json.dumps(reply.get("errors", ""))


def test_every_reason_at_once() -> None:
    """Of the file, every mistake in it."""
    case = in_april(format=3, saved="", answered={"notify-panel": ""}, more=1)
    assert [error["field"] for error in anew(case)["errors"]] == [
        "case.format", "case.more", "case.saved", "case.answered.notify-panel",
    ]  # fmt: skip


def test_a_key_that_goes_with_a_plan_is_refused_beside_a_case() -> None:
    """What stands in the case is changed there."""
    assert [error["field"] for error in anew(in_april(), events={})["errors"]] == ["events"]


DECISION = {"test": "serious-case", "outcome": "met", "on": "2026-11-27", "facts": {"child-died": "yes", "abuse-or-neglect": "yes"}}  # fmt: skip


def test_decisions_are_saved_and_come_back() -> None:
    """Two on one test are two; one whose test the edition has no longer is kept all the same."""
    decisions = [{**DECISION, "outcome": "not-known", "on": "2026-11-26", "facts": {"child-died": "unknown"}}, DECISION]
    case = saved(**CASE, decisions=decisions)
    assert case["decisions"] == decisions
    assert anew(case)["asked"]["decisions"] == decisions
    old = {**case, "decisions": [{**DECISION, "test": "a-test-of-old"}]}
    assert json.loads(anew(old, **{"as": "case"})["file"]["text"])["decisions"] == old["decisions"]
    assert "decisions" not in saved(**CASE)


@pytest.mark.parametrize(
    ("decisions", "field", "message"),
    [
        pytest.param({}, "decisions", "decisions must be a list", id="no list"),
        pytest.param(["met"], "decisions.1", "A decision must be an object with test, outcome, on, facts", id="a word"),
        pytest.param([DECISION, {**DECISION, "who": "a chair"}], "decisions.2.who", "'who' is no part of decisions.2 of this question; write one of: test, outcome, on, facts", id="a key that is none: nobody's name has room"),
        pytest.param([{**DECISION, "test": "serious-cas"}], "decisions.1.test", f"'serious-cas' is not a test of {NEW} that this guide holds; did you mean serious-case?", id="a slip in a test"),
        pytest.param([{**DECISION, "outcome": "yes"}], "decisions.1.outcome", "'yes' is not an outcome that this guide holds; write one of: met, not-met, not-known, weigh", id="an outcome that is none"),
        pytest.param([{**DECISION, "on": None}], "decisions.1.on", "The day of a decision must ", id="no day"),
        pytest.param([{**DECISION, "on": "yesterday"}], "decisions.1.on", "The day of a decision must be a date", id="a day in words"),
        pytest.param([{**DECISION, "facts": None}], "decisions.1.facts", "The facts of a decision must be an object of names and answers", id="no facts"),
        pytest.param([{**DECISION, "facts": {"child-dead": "yes"}}], "decisions.1.facts.child-dead", "'child-dead' is not a fact that this guide holds; did you mean child-died?", id="a slip in a fact"),
        pytest.param([{**DECISION, "facts": {"child-died": True}}], "decisions.1.facts.child-died", "child-died must be yes, no or unknown", id="true is not yes"),
    ],
)  # fmt: skip
def test_what_is_no_decision(decisions: object, field: str, message: str) -> None:
    (error,) = ask(ask="plan", edition=NEW, decisions=decisions)["errors"]
    assert error["field"] == field
    assert error["message"].startswith(message)
