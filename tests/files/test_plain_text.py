"""An answer as plain text: working days, what is held, long sentences folded."""

from __future__ import annotations

from typing import Any

import pytest

from calculators.files.plain_text import (
    criteria_text,
    editions_text,
    nations_text,
    paragraph,
    window_lines,
    workdays_text,
)
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


def window(label: str | None, applies: str, due: str | None = None, until: str | None = None) -> Any:  # noqa: ANN401 - a reading of an answer
    """Return a window of six months before the incident, as the door gives it."""
    return {"label": label, "applies": applies, "due": due, "until": until, "period": "6 months", "event": {"words": "the incident"}}  # fmt: skip


DATED = window("if the child died", "yes", "2025-02-28", "2025-08-30")
IN_WORDS = "any date in the 6 months before the incident"


@pytest.mark.parametrize(
    ("windows", "lines"),
    [
        pytest.param([DATED], ["if the child died: Friday 28 February 2025 to Saturday 30 August 2025"], id="dated"),
        pytest.param([window("a", "unknown")], [f"a: {IN_WORDS}"], id="not dated yet"),
        pytest.param([window(None, "yes")], [IN_WORDS], id="the only one, which needs no name"),
        pytest.param([window("a", "unknown"), window("b", "unknown")], [f"a: {IN_WORDS}", f"b: {IN_WORDS}"], id="either may be meant"),
        pytest.param([window("a", "unknown"), window("b", "yes")], [f"b: {IN_WORDS}", "a: not ruled out by what was answered"], id="the one that is meant first"),
        pytest.param([window("a", "no"), window("b", "yes")], [f"b: {IN_WORDS}"], id="one that is ruled out is not named"),
        pytest.param([window("a", "no")], [], id="none is meant"),
    ],
)  # fmt: skip
def test_the_windows_that_fit_the_facts(windows: list[Any], lines: list[str]) -> None:
    assert list(window_lines(windows)) == lines


def test_a_test_that_is_met() -> None:
    """Each part with its source, what decided, what another answer would change, what follows, and the window."""
    facts = {"abuse-or-neglect": "yes", "child-died": "yes", "register-in-window": "no", "looked-after-in-window": "no"}
    asked = {
        "edition": "wales/child-practice-review-2016",
        "test": "concise-review",
        "events": {"incident": "2024-02-29"},
    }
    head, question, limbs, because, change, follows, windows, foot = criteria_text(
        ask(ask="criteria", facts=facts, **asked)
    ).split("\n\n")
    assert head.endswith(" (wales/child-practice-review-2016)")
    assert question.startswith(
        "Must the Board hold a concise child practice review?\nOn these facts this test is met, "
    )
    assert limbs.split("\n")[:2] == [
        "  yes     Abuse or neglect of a child within the Board's area is known or suspected.",
        "          Safeguarding Boards (Functions and Procedures) (Wales) Regulations 2015, WSI 2015/1466, regulation 4(3)",
    ]
    told = [
        "  abuse-or-neglect: Is abuse or neglect of the child known or suspected? yes",
        "  child-died: Has the child died? yes",
        "  register-in-window: Was the child on the child protection register on any date in the window? no",
        "  looked-after-in-window: Was the child looked after on any date in the window? no",
    ]
    assert because.split("\n") == ["Because of:", *told]
    assert change.split("\n") == ["Would change it:", *told]
    assert follows.split("\n")[0] == "What follows:"
    assert "  Keep the report on the Board's website [keep-published]: kept for at least 12 weeks from publication of the report" in follows.split("\n")  # fmt: skip
    assert windows.split("\n")[1:] == [
        "  from the incident: Tuesday 29 August 2023 to Wednesday 28 February 2024",
        "  from the identification of the impairment: not ruled out by what was answered",
    ]
    note, copy = foot.split("\n")
    assert (note[:6], copy[:21]) == ("Note: ", "UK Case Review Guide ")


def test_the_tests_of_the_four_nations() -> None:
    """Each with its outcome, and on what it turns if that is not known; a note that two share stands once."""
    reply = ask(ask="nations", on="2026-11-25", facts={"abuse-or-neglect": "yes", "child-died": "yes"})
    text = nations_text(reply)
    assert text.startswith(
        "On Wednesday 25 November 2026\n\n"
        "england/child-safeguarding-practice-review-2026\n"
        "  Is this a serious child safeguarding case? [serious-case]\n"
        "    met: On these facts this test is met, on the text as read, "
    )
    assert (
        "\n\nscotland/learning-review-2021\n"
        "  Must the local authority notify the Scottish Ministers and the Care Inspectorate of the death? [notify-looked-after-death]\n"
        "    not-known: Whether this test is met is not known yet: it turns on facts that are not known.\n"
        "    It turns on: Was the child looked after by a local authority?\n"
    ) in text
    for nation in reply["nations"]:
        for test in nation["tests"]:
            assert all(text.count(f"    Note: {note}\n") == 1 for note in test["notes"])
            assert f"  {test['question']} [{test['test']}]\n    {test['outcome']}: {test['outcome_words']}\n" in text


def test_a_nation_without_an_edition_on_that_day_says_why() -> None:
    text = nations_text(ask(ask="nations", on="2015-03-25"))
    assert "\n\nengland\n  We hold no edition before Working Together to Safeguard Children 2015" in text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(editions_text(ask(ask="editions")), id="editions"),
        pytest.param(nations_text(ask(ask="nations", on="2026-11-25")), id="nations"),
    ],
)
def test_which_copy_answered_stands_apart_at_the_foot(text: str) -> None:
    *_, blank, last = text.split("\n")
    assert (blank, last[:21]) == ("", "UK Case Review Guide ")
