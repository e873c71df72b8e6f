"""What search shows and knows of a rule and a test, as a reader would type it."""

from __future__ import annotations

import pytest

from stages.pages import findable
from tests import real
from tests.by_hand.rules import ENGLAND_2023, RULES

PANEL = RULES[ENGLAND_2023]["notify-panel"].readings[None]  # as the second reader found it
assert PANEL
LENGTH, UNIT = PANEL.length, PANEL.unit
ENGLAND, WALES = "guide/england/child-safeguarding-practice-review", "guide/wales"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        pytest.param(
            f"{ENGLAND}-2023.html#rule-notify-panel-title",
            f"<p>Local authority (must; within the time: should): within {LENGTH} {UNIT}s after the local authority becomes "
            "aware of the incident.</p>",
            id="the duty is statute and the time guidance",
        ),
        pytest.param(
            f"{ENGLAND}-2026.html#rule-notify-panel-title",
            f"<p>Local authority (must). This guide holds no figure. Last held: within {LENGTH} {UNIT}s after the local "
            "authority becomes aware of the incident, in Working Together to Safeguard Children 2023, which is "
            "superseded.</p>",
            id="a last figure is said to be superseded",
        ),
        pytest.param(
            f"{WALES}/child-practice-review-2016.html#test-concise-review-title",
            None,
            id="a test is said whole",
        ),
    ],
)
def test_a_result_says_what_the_rule_says(place: str, text: str | None) -> None:
    found = findable(real.compiled()[0])[place]
    if text is None:
        assert found.text is not None
        assert found.text.startswith("<p>Every one of these holds: (1) ")
    else:
        assert found.text == text


@pytest.mark.parametrize(
    ("place", "words"),
    [
        pytest.param(f"{WALES}/single-unified-safeguarding-review-2024.html", {"susr"}, id="an abbreviation"),
        pytest.param(f"{WALES}/child-practice-review-2016.html", {"serious", "case"}, id="the name it bore before"),
        pytest.param(
            f"{ENGLAND}-2023.html#rule-rapid-review-title", {"15", "fifteen", "deadline"}, id="a number both ways"
        ),
        pytest.param(
            f"{ENGLAND}-2026.html#rule-keep-published-title", {"retention", "keep", "long"}, id="how long to keep"
        ),
        pytest.param(f"{ENGLAND}-2023.html#involvement", {"family", "parents", "siblings"}, id="whom a topic is about"),
        pytest.param(f"{ENGLAND}-2026.html#rule-notify-looked-after-death-title", {"care"}, id="in care"),
        pytest.param(
            f"{WALES}/single-unified-safeguarding-review-2024.html#rule-keep-published-title", {"retention"}, id="a gap"
        ),
    ],
)
def test_a_place_is_found_by_the_words_that_people_type(place: str, words: set[str]) -> None:
    assert words <= set(findable(real.compiled()[0])[place].words.lower().replace("(", " ").replace(")", " ").split())


def test_what_is_in_force_counts_more_than_what_is_superseded_and_the_later_more_than_the_earlier() -> None:
    found = findable(real.compiled()[0])
    weights = [found[f"{ENGLAND}-{year}.html#"].boost or 0 for year in (2026, 2023, 2018)]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(weights)
