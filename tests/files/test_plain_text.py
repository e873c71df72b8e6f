"""An answer as plain text: working days, what is held, long sentences folded."""

from __future__ import annotations

from typing import Any

import pytest

from calculators.files.plain_text import editions_text, paragraph, workdays_text
from tests.door import ask

LONG = "A sentence of nine words that is not short."  # 43 characters; three with spaces are 131


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("x" * 118, ["! " + "x" * 118], id="as wide as a line"),
        pytest.param(" ".join([LONG] * 3), [f"! {LONG}", f"  {LONG}", f"  {LONG}"], id="a line for each sentence"),
        pytest.param("abcd " * 30 + "end. Next", ["! " + "abcd " * 22 + "abcd abcd"[:4], "  " + "abcd " * 7 + "end.", "  Next"], id="a sentence over two lines"),
        pytest.param("See www.gov.uk, art. 3 of it, " + "word " * 20 + "end.", ["! See www.gov.uk, art. 3 of it, " + "word " * 16 + "word", "  word word word end."], id="points that end no sentence"),
    ],
)  # fmt: skip
def test_a_paragraph(text: str, lines: list[str]) -> None:
    """Its mark stands before the first line alone."""
    assert paragraph(text, mark="! ") == lines


def test_working_days() -> None:
    """The date, how many, and the days."""
    reply = ask(ask="workdays", calendar="scotland", **{"from": "2026-06-12", "add": 1})
    lines = workdays_text(reply).split("\n")
    assert lines[0] == "Tuesday 16 June 2026: 1 working day (scotland)"
    assert "World Cup bank holiday" in lines[4]
    none: Any = {**reply, "working_days": 0}
    assert workdays_text(none).startswith("Tuesday 16 June 2026: 0 working days (scotland)")


def test_editions() -> None:
    """What is held, what governs, and that choosing by the incident's date is our convention."""
    text = editions_text(ask(ask="editions", nation="england", on="2026-03-18"))
    assert "england on Wednesday 18 March 2026: england/child-safeguarding-practice-review-2026" in text
    assert "convention" in text
    assert "england on Saturday 1 January 2000: none held" in editions_text(
        ask(ask="editions", nation="england", on="2000-01-01")
    )
    assert "convention" not in editions_text(ask(ask="editions"))
    later = editions_text(ask(ask="editions", nation="england", today="2027-05-01"))
    assert "Which is current, superseded or ahead is said as of Saturday 1 May 2027." in later
