"""The day counter and the start of a case on the home page, as they are typed, pasted, mended and left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.test_accessible import violations
from tests.browser.test_stale import HOLD_FIRST, release

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver.remote.webdriver import WebDriver

    from tests.browser.kept import Kept
    from tests.browser.page import Page
    from tests.browser.served import Copy

DAYS = "guide/day-counter.html"
ANSWER = "#day-answer"
PARTS = ("day", "month", "year")
EASTER = "Monday 13 April 2026 is 5 working days after Thursday 2 April 2026"
UNNAMED = """
const shown = [...document.querySelectorAll("main :is(input, select, textarea)")].filter((one) => one.getClientRects().length);
const names = shown.map((one) => [...(one.labels ?? [])].map((label) => label.textContent.trim()).join(" "));
return names.filter((name, at) => !name || names.indexOf(name) !== at);"""


@pytest.fixture(scope="module")
def tabs() -> dict[WebDriver, Page]:
    """Return where the one tab of the tables below is kept, by its browser."""
    return {}


@pytest.fixture
def counter(tabs: dict[WebDriver, Page], browser: Kept, shared_copy: Copy) -> Iterator[Page]:
    """Return a day counter whose calculator starts once for all the rows of this module's tables."""
    if browser.driver not in tabs:
        tabs[browser.driver] = browser.new_tab(shared_copy)
        tabs[browser.driver].open(DAYS)
    yield tabs[browser.driver]
    tabs[browser.driver].assert_quiet()


def start(page: Page, way: str, nation: str = "england") -> None:
    """Open the day counter, choose a nation and a way of counting."""
    page.open(DAYS)
    choose(page, way, nation)


def choose(page: Page, way: str, nation: str = "england") -> None:
    """Choose a nation and a way of counting."""
    page.click(f"label[for=nation-{nation}]")
    page.click(f"label[for=count-{way}]")


def count(page: Page) -> None:
    """Press the button."""
    page.click("#day-form button[type='submit']")


def paste(page: Page, field: str, text: str, *, source: str) -> None:
    """Paste text into a field as a reader does: typed into another field, cut out there and put in here."""
    page.type(f"#{source}", text)
    page.find(f"#{source}").send_keys(Keys.CONTROL, "a")
    page.find(f"#{source}").send_keys(Keys.CONTROL, "x")
    page.find(f"#{field}").send_keys(Keys.CONTROL, "v")


def words(page: Page) -> str:
    """Press the button and return the answer in words, once it is there."""
    count(page)
    page.until(lambda: page.shows("#day-words"), "the answer")
    return page.text("#day-words")


def rows(page: Page) -> list[str]:
    """Return the count as it is seen, a line for each day."""
    return [each.text for each in page.all(f"{ANSWER} .cr-count__table tbody tr")]


def typed(page: Page, field: str) -> list[str]:
    """Return what stands in a date's three fields."""
    return page.values(", ".join(f"#{field}-{part}" for part in PARTS))


# Worked by hand on a wall calendar of 2026, with GOV.UK's bank holidays struck out.
# Easter: Thu 2 April, Good Friday 3, Easter Monday 6 (a working day in Scotland). England: 7, 8, 9, 10, 13 are days 1 to 5.
# Scotland: 6, 7, 8, 9, 10 are days 1 to 5. Northern Ireland: 17 March is St Patrick's Day, a Tuesday: 16, 18 are days 1, 2.
# June in Scotland: Mon 15 is the World Cup holiday: 12, 16, 17, 18, 19 are days 1 to 5.
# Back from Wed 6 May: Tue 5 is 1; Mon 4 is Early May; Fri 1, Thu 30 April, Wed 29, Tue 28, Mon 27, Fri 24 are days 2 to 7.
@pytest.mark.parametrize(
    ("nation", "length", "unit", "way", "date", "answer", "days"),
    [
        pytest.param("england", "5", "working day", "after", "2 4 2026", f"{EASTER}.", 12, id="on over Easter, England"),
        pytest.param("wales", "5", "working day", "after", "2 4 2026", f"{EASTER}.", 12, id="on over Easter, Wales"),
        pytest.param("scotland", "5", "working day", "after", "2 4 2026", "Friday 10 April 2026 is 5 working days after Thursday 2 April 2026.", 9, id="on over Easter, Scotland"),
        pytest.param("scotland", "5", "working day", "after", "11 June 2026", "Friday 19 June 2026 is 5 working days after Thursday 11 June 2026.", 9, id="on over the World Cup holiday"),
        pytest.param("northern-ireland", "2", "working day", "after", "15 3 2026", "Wednesday 18 March 2026 is 2 working days after Sunday 15 March 2026.", 4, id="on over St Patrick's Day"),
        pytest.param("england", "7", "working day", "before", "6 5 2026", "Friday 24 April 2026 is 7 working days before Wednesday 6 May 2026.", 13, id="back over the Early May holiday"),
        pytest.param("england", "12", "month", "kept", "29 2 2024", "Keep until Friday 28 February 2025 at least, which is 12 months from Thursday 29 February 2024.", 13, id="kept, from a leap day"),
        pytest.param("wales", "6", "month", "window", "31 8 2025", "The 6 months before Sunday 31 August 2025 run from Friday 28 February 2025 to Saturday 30 August 2025.", 7, id="looked back over"),
    ],
)  # fmt: skip
def test_a_length_of_time_comes_to_a_date_with_its_count(
    counter: Page, nation: str, length: str, unit: str, way: str, date: str, answer: str, days: int
) -> None:
    choose(counter, way, nation)
    assert not counter.shows("#until-day")
    counter.type("#day-length", length)
    counter.click(f"#day-unit option[value='{unit}']")
    counter.give("from", date)
    assert words(counter) == answer
    assert len(rows(counter)) == days
    assert counter.focus() == "day-title"


def test_the_working_days_between_two_dates_are_counted_day_by_day(page: Page) -> None:
    start(page, "between")
    assert not page.shows("#day-length")
    page.give("from", "2 4 2026")
    page.give("until", "13 apr 2026")
    assert words(page) == f"{EASTER}, or 11 days if every day is counted."
    assert rows(page)[0].endswith("Not counted: the clock runs from this day")
    assert rows(page)[1].endswith("Not counted: Good Friday")
    assert rows(page)[-1].endswith("Day 5")
    assert "bank holidays of England and Wales" in page.text("#day-asked")
    page.click("label[for=nation-scotland]")  # Easter Monday is a working day there
    page.until(lambda: "6 working days" in page.text("#day-words"), "Scotland's count")
    assert page.find(ANSWER).get_attribute("data-stale") is None


def test_dates_in_the_wrong_order_are_swapped_on_request(page: Page) -> None:
    start(page, "between")
    page.give("from", "13 4 2026")
    page.give("until", "2 4 2026")
    count(page)
    page.until(lambda: page.shows("#day-errors"), "the mistake")
    assert "The second date, 2 April 2026, is before the first, 13 April 2026" in page.text("#until-error")
    page.click("#day-swap button")
    page.until(lambda: page.shows("#day-words"), "the answer")
    assert page.text("#day-words").startswith(EASTER)
    assert (typed(page, "from"), typed(page, "until")) == (["2", "4", "2026"], ["13", "4", "2026"])
    assert not page.shows("#day-swap")
    assert not page.shows("#day-errors")


def test_a_mistake_is_told_in_the_summary_at_the_field_and_in_the_title(page: Page) -> None:
    page.open(DAYS)
    page.click("label[for=count-after]")
    page.type("#day-length", "0")
    page.give("from", "31 2 2026")
    assert violations(page) == []
    count(page)
    page.until(lambda: page.shows("#day-errors"), "the mistakes")
    assert page.focus() == "day-errors"
    assert page.text("#day-errors h2") == "There is a problem"
    assert page.driver.title.startswith("Error: Day counter")
    told = [each.text for each in page.all("#day-errors li")]
    assert told == [
        "Choose a nation: its bank holidays are not working days",
        "The length must be a whole number from 1 to 1,000; this is '0'",
        "The date to count from must be a real date; 31 February 2026 is not in the calendar",
    ]
    for place, message in zip(("nation", "day-length", "from"), told, strict=True):
        described = str(page.find(f"#{place}").get_attribute("aria-describedby")).split()
        assert message in [page.text(f"#{each}") for each in described]
    assert violations(page) == []
    for link, field in zip(page.all("#day-errors a"), ("nation-england", "day-length", "from-day"), strict=True):
        page.click_on(link)
        assert page.focus() == field
    page.click("label[for=nation-england]")
    page.type("#day-length", "5")
    page.give("from", "2nd 4 2026")
    assert words(page) == f"{EASTER}."
    assert page.driver.title.startswith("Day counter")
    assert not page.all("#day-form [aria-invalid]")


@pytest.mark.parametrize(
    ("length", "date", "place", "message"),
    [
        pytest.param("100000", "2 4 2026", "day-length", "must be a whole number from 1 to 1,000", id="a length far too long"),
        pytest.param("1000", "2 4 2049", "day-length", "We hold no bank holidays for England and Wales after 31 December 2050", id="past the last bank holidays held"),
        pytest.param("5", "2 4 2051", "from", "The date to count from must be from 1 January 2000 to 31 December 2050", id="a date past them"),
        pytest.param("5", "2  2026", "from", "The date to count from must include a month", id="no month"),
        pytest.param("5", "  ", "from", "The date to count from must include a day, a month and a year", id="no date at all"),
    ],
)  # fmt: skip
def test_what_cannot_be_counted_is_told_at_its_field(
    counter: Page, length: str, date: str, place: str, message: str
) -> None:
    choose(counter, "after")
    counter.type("#day-length", length)
    counter.click("#day-unit option[value='working day']")
    for part, value in zip(PARTS, date.split(" "), strict=True):
        counter.type(f"#from-{part}", value)
    count(counter)
    counter.until(lambda: counter.shows("#day-errors"), "the mistake")
    assert message in counter.text(f"#{place}-error")
    assert not counter.shows(ANSWER)


def test_a_whole_date_pasted_into_any_field_is_split(counter: Page) -> None:
    choose(counter, "after")
    for part in PARTS:
        for text in ("24/11/2026", "2026-11-24", "24 November 2026", "24th November 2026"):
            for each in PARTS:
                counter.type(f"#from-{each}", "")
            paste(counter, f"from-{part}", text, source="day-length")
            assert typed(counter, "from") == ["24", "November" if "Nov" in text else "11", "2026"]
    counter.type("#day-length", "1")
    counter.click("#day-unit option[value='working day']")
    assert words(counter) == "Wednesday 25 November 2026 is 1 working day after Tuesday 24 November 2026."


def test_what_is_no_whole_date_is_pasted_as_it_is(page: Page) -> None:
    page.open(DAYS)
    for text in ("24", "November", "24 bananas 2026", "24/11", "2026-W14-4", ""):
        assert page.run("return CaseReviewDom.pasted(arguments[0])", text) is None
    for text in ("Tuesday, 24 Nov. 2026", "2026-11-24T10:30:00Z", " 24.11.2026\n", "24/11/2026 10:30", "24-NOV-2026"):
        parts = page.run("return CaseReviewDom.pasted(arguments[0])", text)
        assert (parts["day"], parts["month"].lower(), parts["year"]) in {("24", "nov", "2026"), ("24", "11", "2026")}


def test_projected_bank_holidays_are_said(page: Page) -> None:
    """GOV.UK's list ends with 2028: from Thu 28 December, Fri 29 is day 1; Mon 1 January 2029 a holiday, Tue 2 day 2."""
    start(page, "after")
    page.type("#day-length", "1")
    page.give("from", "28 12 2028")
    assert words(page).startswith("Friday 29 December 2028")
    assert "projected" not in page.text(ANSWER)
    page.type("#day-length", "2")
    page.until(lambda: page.text("#day-words").startswith("Tuesday 2 January 2029"), "the longer count")
    assert "projected" in page.text("#day-beside")


def test_an_answer_follows_the_form_and_is_marked_while_it_cannot(page: Page) -> None:
    start(page, "after")
    page.type("#day-length", "5")
    page.give("from", "2 4 2026")
    assert words(page) == f"{EASTER}."
    page.type("#day-length", "6")
    page.until(lambda: page.text("#day-words").startswith("Tuesday 14 April 2026 is 6"), "the count of six")
    assert page.find(ANSWER).get_attribute("data-stale") is None
    assert page.focus() == "day-length", "the reader is left where they type"
    page.type("#day-length", "x")
    page.until(lambda: page.find(ANSWER).get_attribute("data-stale") == "true", "the mark")
    assert page.find("#day-print").get_attribute("aria-disabled") == "true"
    assert violations(page) == []
    page.type("#day-length", "6")
    page.until(lambda: page.find(ANSWER).get_attribute("data-stale") is None, "the mark taken off")


def test_a_reply_that_comes_late_is_never_shown_for_another_question(page: Page) -> None:
    start(page, "after")
    page.type("#day-length", "5")
    page.give("from", "2 4 2026")
    page.run(HOLD_FIRST)
    count(page)
    page.click("label[for=count-before]")
    release(page)
    # Back from Thu 2 April 2026: Wed 1, Tue 31 March, Mon 30, Fri 27, Thu 26 are days 1 to 5; there is no bank holiday.
    page.until(
        lambda: page.text("#day-words").startswith("Thursday 26 March 2026 is 5 working days before"), "the later"
    )
    assert page.text("#day-asked").startswith("Back from a date")


def test_an_earlier_reply_does_not_take_the_place_of_a_later_one(page: Page) -> None:
    start(page, "after")
    page.type("#day-length", "5")
    page.give("from", "2 4 2026")
    page.run(HOLD_FIRST)
    count(page)
    page.type("#day-length", "6")
    assert words(page).startswith("Tuesday 14 April 2026 is 6")
    release(page)
    assert page.text("#day-words").startswith("Tuesday 14 April 2026 is 6")


def test_a_link_chooses_nation_and_way_and_back_finds_them(page: Page) -> None:
    page.open(f"{DAYS}?nation=wales&count=kept")
    assert page.find("#nation-wales").is_selected()
    assert page.find("#count-kept").is_selected()
    assert page.text("#from legend") == "Date from which it is kept"
    assert page.values("#day-unit") == ["month"], "months are what is kept, unless it is said"
    page.click("label[for=count-between]")
    page.give("from", "2 4 2026")
    page.give("until", "13 4 2026")
    words(page)
    assert "2026" not in page.driver.current_url, "dates never stand in the address"
    page.click(".md-content a[href$='counting.html']")
    page.until(lambda: "counting.html" in page.driver.current_url, "another page")
    page.driver.back()
    page.until(lambda: page.shows("#day-form"), "the day counter again")
    assert page.find("#nation-wales").is_selected()
    assert page.find("#count-between").is_selected()
    assert page.shows("#until-day")
    if page.shows(ANSWER):  # a browser that kept the whole page
        assert typed(page, "until") == ["13", "4", "2026"]


def test_by_keyboard_alone(page: Page) -> None:
    page.open(f"{DAYS}?nation=england&count=after")
    page.find("#day-length").send_keys("5", Keys.TAB, Keys.TAB)
    for key in ("2", Keys.TAB, "april", Keys.TAB, "2026", Keys.ENTER):
        page.driver.switch_to.active_element.send_keys(key)
    page.until(lambda: page.focus() == "day-title", "the keyboard at the answer")
    assert page.text("#day-words") == f"{EASTER}."


# ---- Home ----


def test_the_first_card_leads_to_the_workbench_with_nation_and_date(page: Page) -> None:
    page.open("index.html")
    assert not page.shows("#cr-start-links")
    page.click("label[for=nation-northern-ireland]")
    page.give("incident", "2nd Mar 2026")
    page.click("#cr-start-form button")
    page.until(lambda: "workbench.html" in page.driver.current_url, "the workbench")
    assert page.driver.current_url.endswith("guide/workbench.html?nation=northern-ireland#incident=2026-03-02")
    page.driver.back()
    page.until(lambda: page.shows("#cr-start-form"), "home again")
    page.click("label[for=nation-wales]")
    paste(page, "incident-month", "24/11/2026", source="incident-day")
    page.click("#cr-start-form button")
    page.until(lambda: "nation=wales" in page.driver.current_url, "the workbench, for Wales")
    assert page.driver.current_url.endswith("?nation=wales#incident=2026-11-24")


def test_what_the_first_card_cannot_use_is_told_at_its_field(page: Page) -> None:
    page.open("index.html")
    page.give("incident", "31 2 2026")
    page.click("#cr-start-form button")
    assert page.focus() == str(page.find("#cr-start-form .cr-error-summary").get_attribute("id"))
    assert page.text("#nation-error") == "Choose a nation"
    assert page.text("#incident-error").startswith("Date of the incident must be a real date")
    assert page.driver.title.startswith("Error: ")
    page.give("incident", "27 Junk 2026")
    page.click("#cr-start-form button")
    assert page.text("#incident-error").startswith("Date of the incident must be a real date"), (
        "not June by its first letters"
    )
    assert violations(page) == []
    assert page.driver.current_url.endswith("index.html")
    page.click("label[for=nation-england]")
    for wrong in ("2 13 2026", "2 foo 2026", "0 4 2026", "2 4 26", "two 4 2026"):
        page.give("incident", wrong)
        page.click("#cr-start-form button")
        assert page.shows("#incident-error"), wrong


def test_must_we_notify_leads_to_the_question_of_the_nation_that_was_chosen(page: Page) -> None:
    page.open("index.html")
    link = ".cr-tasks a[href*='workbench']"
    assert str(page.find(link).get_attribute("href")).endswith("guide/workbench.html")
    page.click("label[for=nation-scotland]")
    assert str(page.find(link).get_attribute("href")).endswith("guide/workbench.html?nation=scotland#step-child")


@pytest.mark.parametrize("path", ["index.html", DAYS, "guide/library/reading-list.html", "guide/compare-editions.html"])
def test_every_field_has_a_label_of_its_own(page: Page, path: str) -> None:
    page.open(path)
    assert page.run(UNNAMED) == []
