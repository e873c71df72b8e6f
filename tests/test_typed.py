"""What a person typed: the one form of a date that a script may write, and the many that a reader may."""

# ruff: noqa: RUF001 - other scripts' digits are what is refused

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.records import Refused
from calculators.typed import _month_number, date_from_fields, from_cell, from_iso
from calculators.wording import in_full, in_words, quoted

REFUSED = [
    pytest.param("2026-4-2", id="no leading zeros"),
    pytest.param("20260402", id="no hyphens"),
    pytest.param("2026-W14-4", id="a week date"),
    pytest.param("2026-092", id="a day of the year"),
    pytest.param("２０２６-04-02", id="full-width digits"),
    pytest.param("٢٠٢٦-٠٤-٠٢", id="Arabic digits"),
    pytest.param("2026-04-02T00:00", id="a time of day"),
    pytest.param("2026-04-02\n", id="a line end"),
    pytest.param(" 2026-04-02", id="a space"),
    pytest.param("02/04/2026", id="slashes"),
    pytest.param("-2026-04-02", id="a sign"),
    pytest.param("today", id="a word"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("text", REFUSED)
def test_only_one_form_is_a_date(text: str) -> None:
    """Exactly YYYY-MM-DD in ASCII digits; the refusal says so, names the entry, and fits on a line."""
    with pytest.raises(Refused, match="must be a date written as YYYY-MM-DD, such as 2026-04-02; this is '") as refusal:
        from_iso(text, label="Date of the incident", field="events.incident")
    assert refusal.value.field == "events.incident"
    assert str(refusal.value).isprintable()


@pytest.mark.parametrize("text", ["2026-02-30", "2026-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "0000-01-01"])
def test_a_day_that_is_not_in_the_calendar(text: str) -> None:
    """The right form, but no such day."""
    with pytest.raises(Refused) as refusal:
        from_iso(text, label="Date of the incident", field="incident")
    assert str(refusal.value) == f"Date of the incident must be a real date; {text} is not in the calendar"


def test_a_leap_day_is_a_date() -> None:
    """29 February exists in 2024."""
    assert from_iso("2024-02-29", label="Date", field="date") == date(2024, 2, 29)


@given(st.dates())
def test_every_date_reads_back(day: date) -> None:
    """What we write, we read."""
    assert from_iso(day.isoformat(), label="Date", field="date") == day
    typed = {"day": str(day.day), "month": in_words(day).split()[1], "year": f"{day.year:04}"}
    assert date_from_fields(typed, label="Date", field="date") == day


@given(st.text(max_size=12))
def test_any_other_text_is_refused_not_raised(text: str) -> None:
    """Either a date in the one form, or a refusal."""
    try:
        assert from_iso(text, label="Date", field="date").isoformat() == text
    except Refused as refusal:
        assert str(refusal).isprintable()  # noqa: PT017 - either outcome is right; this one must be readable


@pytest.mark.parametrize(
    ("day", "month", "year", "read"),
    [
        pytest.param("2", "4", "2026", "2026-04-02", id="numbers"),
        pytest.param("02", "04", "2026", "2026-04-02", id="numbers with zeros"),
        pytest.param(" 2 ", "April ", " 2026", "2026-04-02", id="spaces around them"),
        pytest.param("2", "APR", "2026", "2026-04-02", id="a month's first letters"),
        pytest.param("24th", "11", "2026", "2026-11-24", id="a day as it is said"),
        pytest.param("1ST", "may", "2026", "2026-05-01", id="the first, in capitals"),
        pytest.param("2", "sept", "2026", "2026-09-02", id="four of its letters"),
        pytest.param("29", "2", "2024", "2024-02-29", id="a leap day"),
    ],
)
def test_separate_fields(day: str, month: str, year: str, read: str) -> None:
    """Day, month and year as a reader may type them."""
    found = date_from_fields({"day": day, "month": month, "year": year}, label="Date", field="date")
    assert found == date.fromisoformat(read)


@pytest.mark.parametrize("typed", [{}, {"day": "", "month": " ", "year": ""}])
def test_empty_fields_are_no_date(typed: dict[str, str]) -> None:
    """Nothing typed is not a mistake."""
    assert date_from_fields(typed, label="Date", field="date") is None


@pytest.mark.parametrize(
    ("day", "month", "year", "message"),
    [
        pytest.param("2", "4", "", "Date must include a year", id="no year"),
        pytest.param("", "", "2026", "Date must include a day and a month", id="only a year"),
        pytest.param("second", "4", "2026", "Date: the day must be a number from 1 to 31; this is 'second'", id="a day in words"),
        pytest.param("2ndth", "4", "2026", "Date: the day must be a number from 1 to 31; this is '2ndth'", id="two endings"),
        pytest.param("２", "4", "2026", "Date: the day must be a number from 1 to 31; this is '２'", id="a full-width day"),
        pytest.param("2", "Ap", "2026", "Date: the month must be a number from 1 to 12 or a name such as March; this is 'Ap'", id="two letters are too few"),
        pytest.param("2", "13", "2026", "Date: the month must be a number from 1 to 12 or a name such as March; this is '13'", id="no 13th month"),
        pytest.param("2", "0", "2026", "Date: the month must be a number from 1 to 12 or a name such as March; this is '0'", id="no month nought"),
        pytest.param("2", "4", "26", "Date: the year must be four digits, such as 2026; this is '26'", id="a short year"),
        pytest.param("30", "feb", "2026", "Date must be a real date; 30 February 2026 is not in the calendar", id="no 30 February"),
        pytest.param("0", "4", "2026", "Date must be a real date; 0 April 2026 is not in the calendar", id="no day nought"),
    ],
)  # fmt: skip
def test_fields_that_need_mending(day: str, month: str, year: str, message: str) -> None:
    """The refusal names the part to mend."""
    with pytest.raises(Refused) as refusal:
        date_from_fields({"day": day, "month": month, "year": year}, label="Date", field="date")
    assert str(refusal.value) == message


@given(st.dates(), st.sampled_from("/.-"))
def test_every_date_of_a_table_reads_back_with_the_day_first(day: date, sign: str) -> None:
    for written in (
        f"{day.day}{sign}{day.month}{sign}{day.year:04}",
        f"{day.day:02}{sign}{day.month:02}{sign}{day.year:04}",
    ):
        fields = from_cell(written, column="incident")
        assert isinstance(fields, dict)
        assert date_from_fields(fields, label="Date", field="date") == day


@pytest.mark.parametrize(
    "text",
    [
        "2026-04-02",
        "02/04/26",
        "02/04-2026",
        "2/4/2026 10:30",
        "2 4 2026",
        "002/4/2026",
        "\u0662/4/2026",
        "2/4/2026\n",
        "April",
        "",
    ],
)
def test_any_other_cell_stands_as_it_was(text: str) -> None:
    """Whether it is a date in the one form is told where dates are read."""
    assert from_cell(text, column="incident") == text


@pytest.mark.parametrize("text", ["11/27/2026", "12.13.2026", "4-31-2026"])
def test_no_month_stands_second_where_the_day_stands_first(text: str) -> None:
    with pytest.raises(
        Refused, match=r"^incident: the day stands first, as in 27/11/2026, and there is no month "
    ) as refusal:
        from_cell(text, column="incident")
    assert refusal.value.field == "incident"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("jun", 6, id="June and July part at the third letter"),
        pytest.param("jul", 7, id="July"),
        pytest.param("ju", None, id="either of them"),
        pytest.param("mar", 3, id="March"),
        pytest.param("may", 5, id="May, whole at three letters"),
        pytest.param("marching", None, id="more than the name"),
        pytest.param("012", None, id="three digits"),
    ],
)
def test_month_number(text: str, number: int | None) -> None:
    """A number, a name, or enough of its first letters."""
    assert _month_number(text) == number


def test_dates_in_words() -> None:
    """As a letter would write them."""
    assert (in_words(date(2026, 4, 2)), in_full(date(2026, 4, 2))) == ("2 April 2026", "Thursday 2 April 2026")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a" * 40, "'" + "a" * 40 + "'", id="forty characters are shown"),
        pytest.param("a" * 41, "'" + "a" * 40 + "…'", id="a forty-first is not"),
        pytest.param("two\nlines", "'two\\u000alines'", id="a line end is made visible"),
        pytest.param("\udcff", "'\\udcff'", id="a stray byte is made visible"),
    ],
)
def test_quoted(text: str, shown: str) -> None:
    """What was typed, on one line and not too long."""
    assert quoted(text) == shown
