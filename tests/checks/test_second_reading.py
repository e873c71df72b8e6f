"""The second reading against the editions: whatever can part is told at its line, without the other's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stages.compiler import second_reader_problems
from tests import real
from tests.by_hand.second_reading import NAME, ROOT

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN = (ROOT / NAME).read_text(encoding="utf-8")
EDITION = "england/child-safeguarding-practice-review-2018"
PARTED = f"is not as in content/{EDITION}.md; read the source again, and mend the one that it does not bear out"
ADD = "is missing; who reads its source a second time adds it here, as the head of this file shows"


def told(folder: Path, text: str) -> list[str]:
    """Return what is said of a second reading, each after its line."""
    (folder / "content").mkdir()
    (folder / NAME).write_text(text, encoding="utf-8")
    problems = second_reader_problems(folder, real.compiled()[0])
    assert {problem.path for problem in problems} <= {NAME}
    return [f"{text.splitlines()[problem.line - 1].strip()} <- {problem.message}" for problem in problems]


def changed(old: str, new: str) -> str:
    """Return the file with one thing of England's edition of 2018 changed, the last where it stands more than once."""
    head, name, rest = WRITTEN.partition(f"  {EDITION}:\n")
    edition, following, tail = rest.partition("\n  england/")
    assert old in edition
    return head + name + new.join(edition.rsplit(old, 1)) + following + tail


def test_the_two_readings_agree(tmp_path: Path) -> None:
    assert told(tmp_path, WRITTEN) == []


@pytest.mark.parametrize(("old", "new", "said"), [
    pytest.param("calendar: england-and-wales", "calendar: scotland", f"calendar: scotland <- the calendar {PARTED}", id="whose bank holidays"),
    pytest.param("keep-published: kept ", "keep-published: kept 1", "'keep-published': its clock", id="how long"),
    pytest.param("tell-partners: 5 working days after", "tell-partners: 5 working days before", "'tell-partners': its clock", id="which way"),
    pytest.param("after implementation-date", "after incident", "'first-annual-report': its clock", id="from which event"),
    pytest.param("days after panel-notified", "days after incident", "readings: <- 'rapid-review': its readings", id="one of several readings"),
    pytest.param("send-report-ofsted: gap", "send-report-ofsted: prompt", "'send-report-ofsted': its clock", id="words for when, or nothing"),
    pytest.param("send-report-ofsted: gap", "send-report-ofsted: soon", "'send-report-ofsted': its words", id="no form that the file knows"),
    pytest.param("time_duty: should", "time_duty: may", "time_duty: may <- 'national-publish-report': the force of its time limit", id="the force of the limit"),
    pytest.param(" looked-after and child-died\n      rapid", " true\n      rapid", "must be text", id="a line of another kind"),
    pytest.param("looked-after and child-died", "looked-after", "'notify-looked-after-death': the facts", id="a fact that a test asks about"),
    pytest.param("local-review: weighed", "local-review: child-died", "'local-review': the facts", id="weighed, or not"),
    pytest.param("      tell-partners: 5 working days after authority-aware\n", "", f"rules: <- 'tell-partners' of {EDITION} {ADD}", id="a rule that is missing"),
    pytest.param("tell-partners: 5", "tell-partner: 5", f"rules: <- 'tell-partners' of {EDITION} {ADD}", id="a rule under another name"),
    pytest.param("local-review: w", "locl-review: w", "'locl-review' is not a test of", id="a test under another name"),
])  # fmt: skip
def test_where_they_part(old: str, new: str, said: str, tmp_path: Path) -> None:
    """At the line of it, or of the rule that holds it."""
    found = told(tmp_path, changed(old, new))
    assert any(said in one for one in found), found
    assert len(found) <= 2


def test_an_edition_that_is_missing_and_one_that_is_not_held(tmp_path: Path) -> None:
    found = told(tmp_path, WRITTEN.replace(f"  {EDITION}:\n", f"  {EDITION.replace('2018', '2019')}:\n"))
    assert found == [
        f"editions: <- '{EDITION}' {ADD}",
        f"{EDITION.replace('2018', '2019')}: <- '{EDITION.replace('2018', '2019')}' is not an edition; did you mean '{EDITION}'?",
    ]


def test_a_file_that_is_not_there_or_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (one,) = second_reader_problems(tmp_path, real.compiled()[0])
    assert str(one) == f"{NAME}:1: this file is missing; restore it from the repository"


def test_no_message_gives_the_answer_away(tmp_path: Path) -> None:
    """With many figures of the file another, nobody reads in a message what the edition has."""
    text = WRITTEN.replace(" working days", " weeks").replace("7 days", "17 days").replace("6 months", "26 months")
    found = told(tmp_path, text)
    assert len(found) > 20
    assert not any(words in one.partition("<-")[2] for one in found for words in ("working day", "7 day", "6 month"))
