"""One question of which several tests are the outcomes: in Wales, whether a child practice review is held and of which type."""

from __future__ import annotations

from typing import Any

import pytest

from calculators.files import criteria_text
from calculators.register import EDITIONS
from tests.door import ask

WALES = ("wales/child-practice-review-2016", "wales/single-unified-safeguarding-review-2024")
HARM = {"abuse-or-neglect": "yes", "child-died": "yes"}


def asked(edition: str, facts: dict[str, str], events: dict[str, str] | None = None) -> Any:  # noqa: ANN401 - an answer
    """Return what an edition's one question comes to."""
    question = {"ask": "plan", "edition": edition, "facts": facts, "events": events or {}, "tests": True}
    (found,) = ask(**question)["alternatives"]
    return found


@pytest.mark.parametrize(
    ("facts", "outcome", "words"),
    [
        pytest.param({**HARM, "register-in-window": "no", "looked-after-in-window": "no"}, "concise-review", "concise", id="neither register nor care: concise"),
        pytest.param({**HARM, "register-in-window": "yes"}, "extended-review", "extended", id="on the register, care unknown: extended"),
        pytest.param({**HARM, "register-in-window": "no", "looked-after-in-window": "yes"}, "extended-review", "extended", id="looked after: extended"),
        pytest.param(HARM, "not-known", "yes; its type is not known yet", id="a review is certain, its type is not"),
        pytest.param({"child-died": "yes"}, "not-known", "not known", id="whether abuse is suspected is not known"),
        pytest.param({**HARM, "abuse-or-neglect": "no"}, "neither", "none on these facts", id="no abuse or neglect"),
        pytest.param({}, "not-known", "not known", id="nothing is known"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("edition", WALES)
def test_wales_asks_once_and_has_three_outcomes(edition: str, facts: dict[str, str], outcome: str, words: str) -> None:
    found = asked(edition, facts)
    as_read = ", on the text as read" if outcome.endswith("-review") else ""  # no amendment since 2015 was checked
    assert (found["outcome"], found["words"]) == (outcome, words + as_read)
    assert [each["name"] for each in found["tests"]] == ["concise", "extended"]
    assert bool(found["says"]) is (facts == HARM), "what is certain is told only while the type alone is open"


def test_the_question_bears_the_window_s_own_dates() -> None:
    """Six months back from 31 August 2025 is 28 February 2025, and the window ends on the day before."""
    (reading, _) = asked(WALES[1], {}, {"incident": "2025-08-31"})["window"]["readings"]
    assert (reading["due"], reading["until"]) == ("2025-02-28", "2025-08-30")


@pytest.mark.parametrize(
    ("facts", "applies"),
    [
        pytest.param({}, ["unknown", "unknown"], id="nothing known of the harm"),
        pytest.param({"child-died": "yes"}, ["yes", "unknown"], id="a death: back from the incident"),
        pytest.param({"life-threatening-injury": "yes"}, ["yes", "unknown"], id="an injury: likewise"),
        pytest.param({"permanent-impairment": "yes"}, ["unknown", "yes"], id="an impairment: back from when it was identified"),
        pytest.param({"child-died": "no", "life-threatening-injury": "no", "permanent-impairment": "yes"}, ["no", "yes"], id="an impairment and nothing else"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("edition", WALES)
def test_the_harm_says_which_window_is_meant(edition: str, facts: dict[str, str], applies: list[str]) -> None:
    """Regulation 4: six months before a death or a life-threatening injury, or before an impairment was identified."""
    events = {"incident": "2026-03-02", "impairment-identified": "2026-05-31"}
    reply = ask(ask="plan", edition=edition, facts=facts, events=events, tests=True)
    (rule,) = (each for each in reply["dates"] if each["rule"] == "review-type-window")
    assert [each["applies"] for each in rule["readings"]] == applies
    assert [each["applies"] for each in reply["alternatives"][0]["window"]["readings"]] == applies
    assert (rule["due"], rule["until"]) == (None, None), "a window is nobody's date"
    record = ask(ask="criteria", edition=edition, test="extended-review", facts=facts, events=events, **{"as": "text"})
    text = record["file"]["text"]
    assert ("2 September 2025" in text) is (applies != ["unknown", "yes"] and applies[0] != "no")
    assert ("30 November 2025" in text) is (applies[0] != "yes")
    unsaid = {"unknown", "yes"} == {*applies}
    assert ("not ruled out" in text) is unsaid, "a window that the answers leave open is not passed over without a word"
    terminal = ask(ask="criteria", edition=edition, test="extended-review", facts=facts, events=events)
    assert ("not ruled out" in criteria_text(terminal)) is unsaid


@pytest.mark.parametrize("edition", WALES)
def test_both_harms_have_both_windows_and_none_has_no_window(edition: str) -> None:
    events = {"incident": "2026-03-02", "impairment-identified": "2026-05-31"}
    asked_of = {"ask": "criteria", "edition": edition, "test": "extended-review", "events": events}
    both = {"life-threatening-injury": "yes", "permanent-impairment": "yes"}
    none = {"child-died": "no", "life-threatening-injury": "no", "permanent-impairment": "no"}
    text = ask(**asked_of, facts=both, **{"as": "text"})["file"]["text"]
    assert "2 September 2025" in text
    assert "30 November 2025" in text
    reply = ask(**asked_of, facts=none, **{"as": "text"})
    assert "THE WINDOW" not in reply["file"]["text"]
    assert reply["window"]["action"] not in criteria_text(ask(**asked_of, facts=none))


def test_elsewhere_each_test_is_its_own_question() -> None:
    for edition in EDITIONS:
        reply = ask(ask="plan", edition=edition, events={}, tests=True)
        assert bool(reply["alternatives"]) is (edition in WALES)
        assert "alternatives" not in ask(ask="plan", edition=edition, events={})
