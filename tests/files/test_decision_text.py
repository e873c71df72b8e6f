"""A test's outcome as a record for the file: facts, reasons, sources, basis, and room for who decides; no ids, no names."""

from __future__ import annotations

from typing import Any

import pytest

from calculators import __main__ as command_line
from calculators.register import EDITIONS, FACTS
from tests.door import ask

WALES = "wales/child-practice-review-2016"
ENGLAND = "england/child-safeguarding-practice-review-2023"
SCOTLAND = "scotland/significant-case-review-2015"
TESTS = [
    pytest.param(edition.id, test.id, id=f"{edition.id}/{test.id}")
    for edition in EDITIONS.values()
    for test in edition.tests
]
ON = "2026-11-25"


def put(edition: str = ENGLAND, test: str = "serious-case", **asked: object) -> Any:  # noqa: ANN401 - an answer
    """Return the answer to a test's question, with its record."""
    return ask(**{"ask": "criteria", "edition": edition, "test": test, "as": "text", **asked})


def record(edition: str = ENGLAND, test: str = "serious-case", **asked: object) -> str:
    """Return a record's text."""
    text: str = put(edition, test, **asked)["file"]["text"]
    return text


def part(text: str, heading: str) -> str:
    """Return what stands under a heading, on one line."""
    block = text.split(f"\n\n{heading}\n", 1)[1].split("\n\n", 1)[0]
    return " ".join(block.split())


def test_facts_outcome_reasons_and_what_would_change_it() -> None:
    """Abuse and a death: met; harm was not asked for, and would change nothing."""
    text = record(facts={"abuse-or-neglect": "yes", "child-died": "yes"}, reference="CR 17", today="2026-04-07")
    assert text.startswith("DECISION RECORD\nCase reference: CR 17\nWorked out on: Tuesday 7 April 2026\n")
    assert part(text, "THE FACTS AS GIVEN") == (
        "Yes Is abuse or neglect of the child known or suspected? Yes Has the child died? "
        "Not known Has the child been seriously harmed?"
    )
    assert part(text, "OUTCOME").startswith("On these facts this test is met, on the text as read")
    because = "- Is abuse or neglect of the child known or suspected? Yes. - Has the child died? Yes."
    assert part(text, "REASONS") == f"It is met because of: {because}"
    assert part(text, "WHAT WOULD CHANGE IT") == f"Another answer to any one of these: {because}"
    assert "WHAT FOLLOWS\n" in text
    assert part(text, "BASIS").endswith(
        " This is what the words come to on the facts given. The decision is for those named to take."
    )


@pytest.mark.parametrize(
    ("facts", "reasons", "change"),
    [
        pytest.param({"abuse-or-neglect": "no", "child-died": "no", "seriously-harmed": "no"}, "It is not met because of:", "- none alone; only several together", id="two limbs fail"),
        pytest.param({"abuse-or-neglect": "no", "child-died": "yes"}, "It is not met because of: - Is abuse or neglect of the child known or suspected? No.", "- Is abuse or neglect of the child known or suspected? No.", id="one limb fails"),
        pytest.param({"child-died": "yes"}, "It is held open by: - Is abuse or neglect of the child known or suspected? Not known.", "known or suspected? Not known.", id="one is not known"),
    ],
)  # fmt: skip
def test_reasons_in_words(facts: dict[str, str], reasons: str, change: str) -> None:
    text = record(facts=facts)
    assert part(text, "REASONS").startswith(reasons)
    assert part(text, "WHAT WOULD CHANGE IT").endswith(change)


def test_what_is_weighed_is_not_decided() -> None:
    """Only what is present stands there; nothing is said to change it."""
    text = record(SCOTLAND, "lead-reviewer")
    assert part(text, "REASONS") == "Present, of what is to be weighed: - nothing that was given"
    assert "WHAT WOULD CHANGE IT" not in text


def test_contradictions_stand_at_the_top() -> None:
    text = record(facts={"in-authority-area": "yes", "outside-england": "yes"}, test="notify-panel")
    assert "\n! These answers contradict each other; check them." in text


def test_the_window_has_its_dates() -> None:
    text = record(WALES, "concise-review", events={"incident": "2024-02-29"})
    assert "\nTHE WINDOW\n  - from the incident: Tuesday 29 August 2023 to Wednesday 28 February 2024\n" in text


def test_facts_that_rule_out_every_window_leave_no_heading_over_nothing() -> None:
    harms = ("child-died", "life-threatening-injury", "permanent-impairment")
    text = record(WALES, "concise-review", events={"incident": "2024-02-29"}, facts=dict.fromkeys(harms, "no"))
    assert "THE WINDOW" not in text


@pytest.mark.parametrize(("edition", "test"), TESTS)
def test_every_record(edition: str, test: str) -> None:
    """At most 80 columns; what stands under a heading stands in from it; each limb with its source; its edition, its day, its content whole, its release; room to decide."""
    for value in ("yes", "no", "unknown"):
        reply = put(edition, test, facts=dict.fromkeys(FACTS, value), reference="x" * 60)
        text = reply["file"]["text"]
        assert max(map(len, text.split("\n"))) <= 80
        for heading, *below in (block.split("\n") for block in text.split("\n\n")[1:]):
            if heading.isupper():
                assert all(line.startswith("  ") for line in below)
        flat = " ".join(text.split())
        for limb in reply["limbs"]:
            assert " ".join(limb["text"].split()) in flat
            assert limb["source"]["place"] in flat
        for said in (
            edition,
            reply["guidance"],
            reply["content"],
            reply["release"],
            "Sources checked: ",
            *reply["notes"],
        ):
            assert " ".join(said.split()) in flat
        assert not [fact for fact in FACTS if "-" in fact and f" {fact}:" in flat]
        for room in ("DECIDED (roles; no names)", "DISSENT (roles; no names)", "Role: ", "Date: "):
            assert room in text


def test_the_four_nations_in_one_record() -> None:
    """Each nation with what is not held, each test with its outcome; the facts once."""
    asked = {"ask": "nations", "on": ON, "facts": {"child-died": "yes"}, "reference": "CR 17", "today": ON}
    reply = ask(**asked, **{"as": "text"})
    text = reply["file"]["text"]
    assert max(map(len, text.split("\n"))) <= 80
    flat = " ".join(text.split())
    assert flat.startswith(
        "DECISION RECORD: FOUR NATIONS, ONE SET OF FACTS Case reference: CR 17 Worked out on: Wednesday 25 "
    )
    assert "Tests in force on: Wednesday 25 November 2026" in flat
    for nation in reply["nations"]:
        own = flat.partition(f"{nation['guidance']} ({nation['edition']})")[2].partition("=" * 80)[0]
        outcomes, held = own.split("WHAT IS HELD, AND WHAT IS NOT")
        assert " ".join(nation["held"].split()) in held
        for test in nation["tests"]:
            assert f"{test['question']} OUTCOME {test['outcome_words']}" in outcomes
    assert text.count("THE FACTS AS GIVEN") == text.count("DISSENT (") == text.count("\nBASIS\n") == 1
    assert reply["file"]["name"] == "four-nations-2026-11-25-CR-17.decision.txt"
    assert "file" not in ask(**asked)


def test_its_name() -> None:
    assert put(reference="CR 17")["file"]["name"] == (
        "england-child-safeguarding-practice-review-2023-serious-case-CR-17.decision.txt"
    )
    assert "file" not in ask(ask="criteria", edition=ENGLAND, test="serious-case")


@pytest.mark.parametrize(
    "question", [{"ask": "criteria", "edition": ENGLAND, "test": "serious-case"}, {"ask": "nations", "on": ON}]
)
@pytest.mark.parametrize(
    ("asked", "field", "message"),
    [
        pytest.param({"as": "pdf"}, "as", "'pdf' is not a form of record that this guide holds; write one of: text", id="a form that we do not write"),
        pytest.param({"as": 1}, "as", "'' is not a form of record", id="a form that is no text"),
        pytest.param({"today": "2026-13-01"}, "today", "Today must be a real date", id="no day"),
        pytest.param({"reference": "x" * 61}, "reference", "The case reference must be text of up to 60 characters", id="a long reference"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_record(question: dict[str, str], asked: dict[str, Any], field: str, message: str) -> None:
    (error,) = ask(**question, **asked)["errors"]
    assert error["field"] == field
    assert error["message"].startswith(message)


def test_the_command_line_writes_the_same_record(capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--fact", "child-died=yes", "--record", "--reference", "CR 17", "--today", ON]
    same: dict[str, Any] = {"facts": {"child-died": "yes"}, "reference": "CR 17", "today": ON}
    command_line.main(["criteria", ENGLAND, "serious-case", *given])
    assert capsys.readouterr().out == record(**same) + "\n"
    command_line.main(["criteria", "--nations", "--on", ON, *given])
    assert capsys.readouterr().out == ask(ask="nations", on=ON, **{"as": "text"}, **same)["file"]["text"] + "\n"
