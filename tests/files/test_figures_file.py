"""A figures file: what a partnership read fills a gap, under its name; whatever cannot be used is refused with its place."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest

from calculators import register
from calculators.replies import figures_for
from calculators.request import Refusals
from tests.door import ask
from tests.files.test_calendar_file import read

if TYPE_CHECKING:
    from pathlib import Path

ENGLAND = "england/child-safeguarding-practice-review-2026"
OLD = "england/child-safeguarding-practice-review-2023"
TODAY = "2026-11-28"
WORDS = (
    "Figure read by Invented Partnership (business manager) on 25 November 2026 in An invented copy of the guidance, "
    "paragraph {}; not checked by this guide."
)
EVENTS = {
    "authority-aware": "2026-06-11", "panel-notified": "2026-06-12", "review-decision": "2026-07-31",
    "publication": "2026-12-07", "national-publication": "2026-03-18",
}  # fmt: skip


def figure(fills: str = "notify-panel", **changed: object) -> dict[str, Any]:
    """Return one figure of a file, three working days unless something is changed."""
    return {
        "fills": fills, "length": 3, "unit": "working days", "runs": "after", "event": "authority-aware",
        "duty": "should", "place": "paragraph 7", **changed,
    }  # fmt: skip


def file(*figures: object, **changed: object) -> dict[str, Any]:
    """Return a figures file of these figures, or of one."""
    return {
        "format": 1, "kind": "figures", "edition": ENGLAND, "supplied_by": "Invented Partnership",
        "role": "business manager", "read_on": "2026-11-25", "source": "An invented copy of the guidance",
        "figures": list(figures) or [figure()], **changed,
    }  # fmt: skip


def put(figures: object, **asked: object) -> Any:  # noqa: ANN401 - an answer
    """Return the answer to a plan of England 2026 with a figures file, or with several."""
    return ask(**{"ask": "plan", "edition": ENGLAND, "events": EVENTS, "today": TODAY, "figures": figures, **asked})


def refusals(figures: object, **asked: object) -> list[tuple[str, str]]:
    """Return the field and sentence of everything that is refused."""
    return [(error["field"], error["message"]) for error in put(figures, **asked)["errors"]]


EVERY_GAP = (
    figure("notify-panel", place="paragraph 1"),
    figure("notify-looked-after-death", length=2, unit="days", duty="must", place="paragraph 2"),
    figure("notify-care-leaver-death", length=1, unit="week", place="paragraph 3"),
    figure("rapid-review", length=20, unit="working day", event="panel-notified", duty=None, place="paragraph 4"),
    figure("tell-of-review", length=3, unit="months", runs="window", event="review-decision", place="paragraph 5"),
    figure("send-report-ofsted", length=10, unit="clear days", runs="before", event="publication", place="paragraph 6"),
    figure("publish-report", length=1, unit="month", event="review-decision", duty="must", place="paragraph 7"),
    figure("national-publish-report", length=2, unit="years", runs="kept", event="national-publication", place="paragraph 8"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "kind", "due", "until", "period", "duty", "time_duty", "place"),
    [
        # Friday 12, Monday 15 and Tuesday 16 June
        pytest.param("notify-panel", "deadline", "2026-06-16", None, "3 working days", "must", "should", 1, id="working days"),
        pytest.param("notify-looked-after-death", "deadline", "2026-06-13", None, "2 days", "must", None, 2, id="days, with the duty's own force"),
        pytest.param("notify-care-leaver-death", "deadline", "2026-06-18", None, "1 week", None, "should", 3, id="a week"),
        # Monday 15 June is the first; the fifth, tenth, fifteenth and twentieth are Fridays
        pytest.param("rapid-review", "deadline", "2026-07-10", None, "20 working days", "should", None, 4, id="a limit without force"),
        pytest.param("tell-of-review", "lookback", "2026-04-30", "2026-07-30", "3 months", None, "should", 5, id="a window: April has no 31st"),
        pytest.param("send-report-ofsted", "deadline", "2026-11-26", None, "10 clear days", None, "should", 6, id="clear days before"),
        pytest.param("publish-report", "deadline", "2026-08-31", None, "1 month", "must", None, 7, id="a month"),
        pytest.param("national-publish-report", "retention", "2028-03-18", None, "2 years", "must", "should", 8, id="kept"),
    ],
)  # fmt: skip
def test_every_gap_filled(
    rule: str, kind: str, due: str, until: str | None, period: str, duty: str | None, time_duty: str | None, place: int
) -> None:
    """The date is counted; who, whom, duty, notes and the figure last held stay; and it is said whose figure it is."""
    (without,) = (one for one in put(None)["dates"] if one["rule"] == rule)
    (one,) = (one for one in put(file(*EVERY_GAP))["dates"] if one["rule"] == rule)
    assert (without["kind"], without["due"], without["supplied"]) == ("gap", None, None)
    assert (one["kind"], one["state"], one["due"], one["until"], one["period"]) == (kind, "due", due, until, period)
    assert (one["duty"], one["time_duty"]) == (duty, time_duty)
    for kept in ("who", "to", "bodies", "duty", "action", "topic", "applies", "last_held"):
        assert one[kept] == without[kept]
    assert one["notes"][: len(without["notes"])] == without["notes"]
    assert one["supplied"] == {
        "by": "Invented Partnership", "role": "business manager", "read_on": "2026-11-25",
        "source": "An invented copy of the guidance", "place": f"paragraph {place}", "words": WORDS.format(place),
    }  # fmt: skip
    assert (one["source"]["title"], one["source"]["place"]) == (
        "An invented copy of the guidance",
        f"paragraph {place}",
    )


def test_every_gap_of_the_edition_can_be_filled() -> None:
    """All at once, those above among them, whatever the edition leaves open."""
    gaps = [rule.id for rule in register.EDITIONS[ENGLAND].rules if rule.kind == "gap"]
    assert {each["fills"] for each in EVERY_GAP} <= set(gaps)
    filled = put(file(*(figure(gap, event="incident") for gap in gaps)), events={"incident": "2026-06-11"})["dates"]
    assert {one["rule"]: one["due"] for one in filled if one["supplied"]} == dict.fromkeys(gaps, "2026-06-16")


def test_the_figure_last_held_stands_beside_the_one_supplied() -> None:
    """Three working days by the copy, 16 June; five by the edition of 2023, 18 June: told apart."""
    (one,) = (one for one in put(file())["dates"] if one["rule"] == "notify-panel")
    assert (one["due"], one["last_held"]["due"], one["last_held"]["edition"]) == ("2026-06-16", "2026-06-18", OLD)


def test_a_figure_whose_event_has_no_date_waits() -> None:
    """No date is made up for it."""
    (one,) = (one for one in put(file(), events={})["dates"] if one["rule"] == "notify-panel")
    assert (one["kind"], one["state"], one["due"], one["supplied"]["words"]) == (
        "deadline", "waiting", None, WORDS.format(7),
    )  # fmt: skip


LENGTH = "length must be a whole number from 1 to 1,000; this is "
UNIT = "unit must be one of: days, working days, clear days, weeks, months, years; this is "
LINE = " must be text of up to 200 characters on one line"
OF_ITS_OWN = f"'send-report' has a figure or words of its own in {ENGLAND}; a figure of yours fills only a gap"
KEPT = " is not counted in {}; write days, weeks, months or years"


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        pytest.param(file(suplied_by="x"), ".suplied_by", "'suplied_by' is no part of a figures file; did you mean supplied_by?", id="an unknown key"),
        pytest.param(file(figure(lenght=3)), ".figures.1.lenght", "'lenght' is no part of a figure; did you mean length?", id="an unknown key of a figure"),
        pytest.param(file(kind="case"), ".kind", 'This is no figures file: its "kind" must be "figures", and says \'case\'', id="another kind"),
        pytest.param({key: value for key, value in file().items() if key != "kind"}, ".kind", 'This is no figures file: its "kind" must be "figures", and says nothing', id="no kind"),
        pytest.param(file(format=2), ".format", "This figures file is of format 2, which is newer than this copy of the guide reads (1); open it with a newer copy", id="a newer format"),
        pytest.param({key: value for key, value in file().items() if key != "format"}, ".format", 'This figures file must say "format": 1', id="no format"),
        pytest.param(file(format=True), ".format", 'This figures file must say "format": 1', id="a format that is no number"),
        pytest.param(file(format="1"), ".format", 'This figures file must say "format": 1', id="a format in quotation marks"),
        pytest.param(file(format=0), ".format", 'This figures file must say "format": 1', id="a format that never was"),
        pytest.param(file(supplied_by=""), ".supplied_by", "supplied_by" + LINE, id="nobody supplied it"),
        pytest.param(file(role=5), ".role", "role" + LINE, id="a role that is no text"),
        pytest.param(file(source="a\nb"), ".source", "source" + LINE, id="a source on two lines"),
        pytest.param(file(read_on="2026-03-17"), ".read_on", "read_on, 17 March 2026, is before Working Together to Safeguard Children 2026, in force from 18 March 2026 (publication)", id="read before the edition"),
        pytest.param(file(read_on="2026-11-29"), ".read_on", "read_on, 29 November 2026, is in the future", id="yet to be read"),
        pytest.param(file(read_on="25/11/2026"), ".read_on", "read_on must be a date written as YYYY-MM-DD, such as 2026-04-02; this is '25/11/2026'", id="no date as we write it"),
        pytest.param(file(read_on=None), ".read_on", "read_on must be a date written as YYYY-MM-DD, such as 2026-04-02", id="no day of reading"),
        pytest.param(file(figures=[]), ".figures", "A figures file must have at least one figure under figures", id="no figures"),
        pytest.param(file(figures=None), ".figures", "A figures file must have at least one figure under figures", id="nothing for figures"),
        pytest.param(file("three"), ".figures.1", "A figure must be an object: fills, length, unit, runs, event, duty and place", id="a figure that is a word"),
        pytest.param(file(figure("send-report")), ".figures.1.fills", OF_ITS_OWN, id="a rule with a figure"),
        pytest.param(file(figure("notify-panle")), ".figures.1.fills", f"'notify-panle' is not a rule of {ENGLAND} that this guide holds; did you mean notify-panel?", id="an unknown rule"),
        pytest.param(file(figure(), figure(length=4)), ".figures.2.fills", "'notify-panel' is filled twice; keep one", id="a rule twice"),
        pytest.param(file(figure(length=0)), ".figures.1.length", LENGTH + "'0'", id="no length"),
        pytest.param(file(figure(length=1001)), ".figures.1.length", LENGTH + "'1001'", id="a length past all sense"),
        pytest.param(file(figure(length="5")), ".figures.1.length", LENGTH + "'5'", id="a length in quotation marks"),
        pytest.param(file(figure(length=1.5)), ".figures.1.length", LENGTH + "'1.5'", id="a day and a half"),
        pytest.param(file(figure(length=True)), ".figures.1.length", LENGTH + "'True'", id="a truth for a length"),
        pytest.param(file(figure(unit="wroking days")), ".figures.1.unit", UNIT + "'wroking days'", id="a unit misspelt"),
        pytest.param(file(figure(unit=None)), ".figures.1.unit", UNIT + "''", id="no unit"),
        pytest.param(file(figure(unit="clear days", runs="kept")), ".figures.1.unit", "kept" + KEPT.format("clear days"), id="clear days kept"),
        pytest.param(file(figure(runs="window")), ".figures.1.unit", "window" + KEPT.format("working days"), id="a window in working days"),
        pytest.param(file(figure(runs="aftr")), ".figures.1.runs", "'aftr' is not a way to count that this guide holds; did you mean after?", id="another way to count"),
        pytest.param(file(figure(event="authority-awear")), ".figures.1.event", "'authority-awear' is not an event that this guide holds; did you mean authority-aware?", id="an unknown event"),
        pytest.param(file(figure(duty="shall")), ".figures.1.duty", "duty must be one of: must, should, expected, may", id="a force that we do not know"),
        pytest.param(file(figure(duty=["must"])), ".figures.1.duty", "duty must be one of: must, should, expected, may", id="a list for a force"),
        pytest.param(file(figure(place="  ")), ".figures.1.place", "place" + LINE, id="no place"),
        pytest.param(file(figure(place="x" * 201)), ".figures.1.place", "place" + LINE, id="a place that is a page"),
    ],
)  # fmt: skip
def test_what_cannot_be_used(given: dict[str, Any], field: str, message: str) -> None:
    """One mistake, one sentence, at its place; the same in a list of files."""
    assert refusals(given) == [(f"figures{field}", message)]
    assert refusals([given]) == [(f"figures.1{field}", message)]


@pytest.mark.parametrize(
    "given",
    [pytest.param("a file", id="text"), pytest.param([["a"]], id="a list in a list"), pytest.param(5, id="a number")],
)
def test_what_is_no_file(given: object) -> None:
    (refusal,) = refusals(given)
    assert refusal[1] == "A figures file must be a JSON object"


def test_another_edition_than_the_plans() -> None:
    """A sound file of the edition of 2023 fills nothing in that of 2026."""
    other = file(figure("notify-care-leaver-death"), edition=OLD)
    told = f"These figures are for {OLD}; the plan is for {ENGLAND}"
    assert refusals(other) == [("figures.edition", told)]
    (unknown,) = refusals(file(edition="england/2026"))
    assert unknown[0] == "figures.edition"
    assert unknown[1].startswith("'england/2026' is not an edition that this guide holds; ")


def test_every_mistake_is_told_at_once() -> None:
    """In the order of the file."""
    wrong = file(figure(length=0, unit="moons"), figure("publish-report", place="", duty="shall"), role="", format=7)
    assert [field for field, _ in refusals(wrong)] == [
        "figures.format", "figures.role", "figures.figures.1.length", "figures.figures.2.duty", "figures.figures.2.place",
    ]  # fmt: skip


def test_the_question_is_wrong_as_well() -> None:
    """A mistake of the case and one of the file come back together."""
    assert [field for field, _ in refusals(file(role=""), events={"incident": "April"})] == [
        "events.incident", "figures.role",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(figure(length=4), id="in length"), pytest.param(figure(unit="days"), id="in unit"),
        pytest.param(figure(event="incident"), id="in event"), pytest.param(figure(duty="must"), id="in force"),
        pytest.param(figure(runs="before"), id="in direction"),
    ],
)  # fmt: skip
def test_two_files_that_disagree(other: dict[str, Any]) -> None:
    """Both are named, and none is chosen."""
    assert refusals([file(), file(other, supplied_by="Second Partnership")]) == [
        (
            "figures",
            (
                "the figures file of Invented Partnership and the figures file of Second Partnership disagree on "
                "notify-panel; settle which is right"
            ),
        )
    ]


def test_two_files_that_agree_or_fill_different_gaps() -> None:
    """The first who read a figure is named; each rule has its own supplier."""
    both = [file(), file(figure(place="page 3"), figure("publish-report"), supplied_by="Second Partnership")]
    found = {one["rule"]: one["supplied"]["by"] for one in put(both)["dates"] if one["supplied"]}
    assert found == {"notify-panel": "Invented Partnership", "publish-report": "Second Partnership"}


def built_in(monkeypatch: pytest.MonkeyPatch, *figures: object) -> None:
    """Lay a file's figures into this copy, as the build does."""
    problems = Refusals()
    read_in = figures_for(
        file(*figures, supplied_by="Our own office"), register.EDITIONS[ENGLAND], problems, today=None
    )
    assert not problems.refusals
    monkeypatch.setitem(register.FIGURES, ENGLAND, dict(read_in))


def test_a_figure_built_into_the_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    """It fills the gap without any file; a file that says the same changes nothing; one that does not is refused."""
    built_in(monkeypatch, figure())
    for given in (None, file()):
        (one,) = (one for one in put(given)["dates"] if one["rule"] == "notify-panel")
        assert (one["due"], one["supplied"]["by"]) == ("2026-06-16", "Our own office")
    assert refusals(file(figure(length=9))) == [
        (
            "figures",
            (
                "the figures built into this copy and the figures file of Invented Partnership disagree on notify-panel; "
                "settle which is right"
            ),
        )
    ]


def test_two_files_of_one_supplier_are_told_apart() -> None:
    """By their number, who read and when; a third file that has another supplier needs no more than its name."""
    office = file(figure(length=9), role="secretary", read_on="2026-11-24")
    other = file(figure(length=8), supplied_by="Second Partnership")
    first = "the figures file of Invented Partnership (number 1: business manager, read on 25 November 2026)"
    second = "the figures file of Invented Partnership (number 2: secretary, read on 24 November 2026)"
    told = "{} and {} disagree on notify-panel; settle which is right"
    assert refusals([file(), office]) == [("figures", told.format(first, second))]
    assert refusals([file(), office, other]) == [
        ("figures", told.format(first, second)),
        ("figures", told.format(first, "the figures file of Second Partnership")),
    ]


AGED = (
    "The figures supplied by Invented Partnership were due to be read again by 25 February 2027. Check each against the "
    "text in force."
)


@pytest.mark.parametrize(
    ("read_on", "today", "aged"),
    [
        pytest.param("2026-11-25", "2027-02-25", False, id="the last day"),
        pytest.param("2026-11-25", "2027-02-26", True, id="the day after"),
        pytest.param("2026-11-25", None, False, id="no day to reckon from"),
        pytest.param("2027-02-26", None, True, id="no day to reckon from, but read later than that"),
    ],
)
def test_figures_that_have_aged(read_on: str, today: str | None, *, aged: bool) -> None:
    """Past the day by which the edition is to be checked again, its figures are too."""
    reply = put(file(read_on=read_on), today=today)
    assert (AGED in reply["warnings"]) is aged


def test_without_a_today_no_reading_is_in_the_future() -> None:
    """Nothing here reads a clock."""
    assert "errors" not in put(file(read_on="2030-01-01"), today=None)


def test_the_calendar_names_who_read_it(tmp_path: Path) -> None:
    """In the entry of the date itself, once; and with what force the time binds."""
    found = read(put(file(*EVERY_GAP), **{"as": "ics"})["file"]["text"], tmp_path)["events"]
    entries = {each["start"]: each["description"] for each in found}
    assert "2026-04-30" not in entries  # a window is no appointment
    for day, place in {"2026-06-16": 1, "2026-06-13": 2, "2026-08-31": 7, "2028-03-18": 8}.items():
        assert entries[day].count(WORDS.format(place)) == 1
    assert "local authority: must, should within the time" in entries["2026-06-16"]
    assert "safeguarding partners: must" in entries["2026-08-31"]


def test_the_table_names_who_read_it() -> None:
    """In a column of its own and in no other, in the row of the date; empty in every other row."""
    text = put(file(*EVERY_GAP), **{"as": "csv"})["file"]["text"]
    rows = {row["rule"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert (rows["publish-report"]["due"], rows["publish-report"]["supplied_by"]) == ("2026-08-31", WORDS.format(7))
    assert (rows["publish-report"]["duty"], rows["publish-report"]["time_duty"]) == ("must", "")
    assert sum("Invented Partnership" in cell for cell in rows["publish-report"].values()) == 1
    filled = {rule for rule, row in rows.items() if row["supplied_by"]}
    assert filled == {each["fills"] for each in EVERY_GAP}


def test_one_rule_alone_brings_no_other_gap_with_it() -> None:
    """Asked for one rule, its file has that rule, whosever figures the others are."""
    text = put(file(*EVERY_GAP), **{"as": "csv"}, rule="notify-panel")["file"]["text"]
    assert [row["rule"] for row in csv.DictReader(io.StringIO(text, newline=""))] == ["notify-panel"]


def test_the_text_names_who_read_it() -> None:
    """Beside the date, and once more as its source."""
    lines = put(file(*EVERY_GAP), **{"as": "text"})["file"]["text"].splitlines()
    start = next(number for number, line in enumerate(lines) if "[publish-report]" in line)
    assert lines[start].startswith("Monday 31 August 2026  ")
    assert lines[start].endswith(" (figure read by Invented Partnership on Wednesday 25 November 2026)")
    assert lines[start + 1] == "    safeguarding partners must"
    assert any(WORDS.format(7) in line for line in lines[start : start + 8])


JUNK: tuple[Any, ...] = (None, True, -1, 1.5, "", "x" * 500, "\ud800", [], [[]], {}, {"": None}, 10**30)


@pytest.mark.parametrize("key", [*file(), *figure()])
def test_nothing_in_a_file_is_a_fault_of_ours(key: str) -> None:
    """Any value under any key: an answer, or refusals that name a field."""
    for value in JUNK:
        changed = {key: value}
        reply = put(file(**changed) if key in file() else file({**figure(), **changed}), **{"as": "text"})
        assert "file" in reply or all(error["field"] for error in reply["errors"])
        assert "a fault of its own" not in str(reply.get("errors", ""))


def test_a_file_for_another_edition_is_named_by_its_number_where_several_are_given() -> None:
    told = ask(ask="plan", edition="scotland/learning-review-2021", figures=[file()], today=TODAY)
    assert [error["field"] for error in told["errors"]] == ["figures.1.edition"]
    told = ask(ask="plan", edition="scotland/learning-review-2021", figures=file(), today=TODAY)
    assert [error["field"] for error in told["errors"]] == ["figures.edition"]
