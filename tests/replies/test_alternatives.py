"""One question of which several tests are the outcomes: in Wales, whether a child practice review is held and of which type."""

from __future__ import annotations

from typing import Any

import pytest

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


def test_elsewhere_each_test_is_its_own_question() -> None:
    for edition in EDITIONS:
        reply = ask(ask="plan", edition=edition, events={}, tests=True)
        assert bool(reply["alternatives"]) is (edition in WALES)
        assert "alternatives" not in ask(ask="plan", edition=edition, events={})
