"""What is and is not a mistake in prose, borders and names; tests/broken/ has the wrong, this has the edges."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stages.checks.editions import _border_problems
from stages.checks.markdown import edition_problems
from stages.checks.prose import docs_problems
from stages.checks.typed_lengths import _NUMBERS, typed_lengths
from stages.problems import Problem, nearest
from stages.reading.editions import _read_edition
from tests.checks.broken_cases import BROKEN, found

if TYPE_CHECKING:
    from stages.reading.model import WrittenEdition

CONTENT = Path(__file__).parents[2] / "content"
PLAIN = (BROKEN / "content/wales/sound.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "within 5 working days", "within five working days", "a 5-day limit", "5 calendar days", "7 clear days",
        "ten-working-day limit", "28 consecutive days", "5 full working days", "10 business days", "10 school days",
        "twenty-one days", "1 year", "one year", "12 months", "a fortnight", "Fortnightly meetings", "THREE WEEKS",
        "between 5 and 10 days", "5\u00a0working days", "within 5\nworking days", "five  working\n    days", "(6 months)",
        "**6** months or 6 months", "**5** working days", "5&nbsp;working days", "5 (five) working days", "five or so working days",
        "within a week", "within\na year", "half a year", "six-month review", "eighty days", "two years old documents take 3 weeks",
        "quarterly", "at the end of every quarter", "each\nquarter", "5 wd", "within 5wd", "five wds", "**15** w.d. at most", "a 5-WD limit",
        "24 hours", "within twenty-four hours", "a 48-hour limit", "within an hour",
    ],
)  # fmt: skip
def test_a_length_of_time_may_not_be_typed(text: str) -> None:
    assert list(typed_lengths(text))


@pytest.mark.parametrize(
    "text",
    [
        "on 15 December 2023", "in 2018", "the year 2018", "regulation 5", "SI 2018/789", "section 16C(1)", "chapter 5",
        "three partners", "two reviews", "at all hours", "day 5", "week 3", "children under 18", "a child 5 years old",
        "a 16-year-old", "16 and 17 year olds", "two years of age", "a child aged 5 years", "at the age of 12 months",
        "{{ rule.period }}", "{{ england/working-together-5-days#rule.period }}", "every few days", "a year", "a month later",
        "the 2018 yearbook", "5 daytime visits", "six monthly reports", "[the rule](https://example.org/5-days-rule)",
        "https://example.org/5-working-days", "There are five.\n\nDays later it was done.", "the May Day holiday",
        "section 5 " + "*" * 60, "a quarter of the cases", "the first quarter", "WD 5", "5 wdx", "yearly",
    ],
)  # fmt: skip
def test_what_is_no_length_of_time(text: str) -> None:
    assert not list(typed_lengths(text))


@pytest.mark.parametrize("address", ['"javascript:x()"', "'javascript:x()'", "javascript:x()"])
def test_an_address_in_html_is_looked_at_however_it_is_quoted(address: str) -> None:
    (problem,) = docs_problems(f"# Page\n\n<a href={address}>words</a>\n", path="docs/about/page.md")
    assert (problem.line, problem.message.partition(";")[0]) == (3, "this leads to javascript:x()")


def test_html_is_told_at_the_line_on_which_it_stands() -> None:
    text = "One line.\n\nTwo *words*\nand <i>more</i>."
    assert [(problem.line, problem.message.split()[0]) for problem in edition_problems(text, path="p", line=10)] == [
        (13, "'<i>'"), (13, "'</i>'"),
    ]  # fmt: skip


def test_a_length_is_told_at_the_line_on_which_it_begins() -> None:
    assert list(typed_lengths("One line.\nwithin {{ a.b }} or\nten\nworking days")) == [(2, "ten working days")]


@pytest.mark.parametrize("number", ["7", *_NUMBERS.split("|")])
def test_every_number_is_one(number: str) -> None:
    assert [words for _, words in typed_lengths(f"Within {number} weeks.")] == [f"{number} weeks"]


def test_a_length_is_told_with_the_whole_of_its_number() -> None:
    assert [words for _, words in typed_lengths("In forty-five days, or twenty-one working days.")] == [
        "forty-five days", "twenty-one working days",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Words:\n\n- one\n- two\n    - within\n\nMore.", id="lists with four spaces"),
        pytest.param("1. one\n2. two\n\n    More of two.", id="a numbered list with a second paragraph"),
        pytest.param("- one that runs\n    over a line\n- two", id="an entry over two lines"),
        pytest.param("> A quotation\n> of two lines.", id="a quotation"),
        pytest.param(
            "See [the law](https://www.legislation.gov.uk/ukpga/2004/31) and [here](#notification).", id="links"
        ),
        pytest.param("A < B, and AT&T.", id="marks that are no HTML"),
        pytest.param("Under 18 (<18), and 3<4.", id="a mark before a figure"),
        pytest.param("Write to <someone@example.org>.", id="a mail address in angle brackets"),
        pytest.param("[Write](mailto:someone@example.org), or see [it](x.md?y=a:b#c:d).", id="links of every kind"),
        pytest.param("Write to <https://example.org/>.", id="an address in angle brackets"),
        pytest.param("`<br>` in code, and ``a ` <b>``", id="HTML shown as code"),
        pytest.param("![A map](../assets/map.png)", id="a picture of our own"),
        pytest.param("| A | B |\n|---|---|\n| 1 | 2 |", id="a table"),
        pytest.param("One line.  \nAnother.", id="two spaces break a line in both"),
    ],
)
def test_markdown_that_means_one_thing(text: str) -> None:
    assert not list(edition_problems(text, path="x.md", line=1))


def edition(name: str, in_force: str, *, covers: str = "") -> WrittenEdition:
    """Return an edition with nothing but its dates, and a note that speaks of its border with another."""
    text = PLAIN.replace(
        "in_force: {from: 1904-01-01, from_is: publication, to: 1904-12-31}", f"in_force: {{{in_force}}}"
    )
    note = "transition: Reviews begun before carry on.\n"
    text = text.replace(
        "checked:", f"{note}{f'transition_covers: [wales/{covers}]' + chr(10) if covers else ''}checked:"
    )
    found, told = _read_edition(text, name=f"wales/{name}", path=f"content/wales/{name}.md")
    assert found
    assert not told
    return found


@pytest.mark.parametrize(
    ("earlier", "later", "sound"),
    [
        pytest.param("to: 2018-06-28", "from: 2018-06-29", True, id="the next day"),
        pytest.param("to: 2018-06-28", "from: 2018-06-30", False, id="one day between"),
        pytest.param("to: 2018-06-29", "from: 2018-06-29", False, id="the same day twice"),
        pytest.param("to: 2021-09", "from: 2021-09", True, id="changed within a month, the day not held"),
        pytest.param("to: 2021-08", "from: 2021-09", True, id="months that meet"),
        pytest.param("to: 2021-08", "from: 2021-10", False, id="a month between"),
        pytest.param("to: 2021-10", "from: 2021-08", False, id="months that overlap for certain"),
        pytest.param("to: 2021-08-31", "from: 2021-09", True, id="a day, then the month after it"),
        pytest.param("to: 2021-08-30", "from: 2021-09", False, id="a day short of the month"),
        pytest.param("to: 2017", "from: 2017-04-06", True, id="a year, and a day within it"),
        pytest.param("to: 2016", "from: 2017", True, id="years that meet"),
        pytest.param("to: 2015", "from: 2017", False, id="a year between"),
        pytest.param("to: 2023-12-31", "from: 2024-01-01", True, id="over the new year"),
        pytest.param("to: 2024-02-28", "from: 2024-02-29", True, id="a leap day is a day"),
        pytest.param("to: 2024-02-28", "from: 2024-03-01", False, id="a leap day left out"),
    ],
)
def test_borders(earlier: str, later: str, *, sound: bool) -> None:
    before = edition("before", f"from: 2000-01-01, from_is: publication, {earlier}")
    after = edition("after", f"{later}, from_is: publication")
    assert bool(list(_border_problems(before, after))) is not sound


@pytest.mark.parametrize("naming", ["before", "after"])
@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        pytest.param("to: 2018-06-28", "from: 2018-07-10", None, id="a hole"),
        pytest.param("to: 2018-07-28", "from: 2018-06-29", None, id="an overlap"),
        pytest.param("to: 2018-06-28", "from: 2018-06-29", "the border with {} has neither hole nor overlap to cover; take this out", id="nothing to cover"),
    ],
)  # fmt: skip
def test_a_border_that_a_note_covers_by_name(earlier: str, later: str, told: str | None, naming: str) -> None:
    """Either edition may name the other; a note alone covers nothing."""
    covers = {"before": "after", "after": "before"}
    before = edition(
        "before",
        f"from: 2000-01-01, from_is: publication, {earlier}",
        covers=covers[naming] if naming == "before" else "",
    )
    after = edition("after", f"{later}, from_is: publication", covers=covers[naming] if naming == "after" else "")
    expected = [told.format(f"wales/{covers[naming]}")] if told else []
    assert [problem.message for problem in _border_problems(before, after)] == expected


def test_no_note_covers_an_edition_without_an_end_before_a_later_one() -> None:
    """Both would govern for ever."""
    before = edition("before", "from: 2000-01-01, from_is: publication", covers="after")
    (problem,) = _border_problems(before, edition("after", "from: 2018-06-29, from_is: publication"))
    assert (
        problem.message == "wales/after begins on 29 June 2018, so this edition needs an end: write `to: …` in in_force"
    )


@pytest.mark.parametrize(
    ("nation", "old", "new"),
    [
        pytest.param("england", "to: 2026-03-17", "to: 2026-02-17", id="a month that no edition covers"),
        pytest.param("england", "to: 2026-03-17", "to: 2026-04-17", id="a month that two cover"),
        pytest.param("wales", "to: 2024-09-30", "to: 2024-09-29", id="one day"),
        pytest.param("scotland", "to: 2021-09,", "to: 2021-07,", id="a month, where months are all that is held"),
    ],
)
def test_the_borders_of_the_real_editions_are_held(nation: str, old: str, new: str, tmp_path: Path) -> None:
    """Each of them has a `transition` note, and that covers no hole and no overlap by itself."""
    shutil.copytree(CONTENT, tmp_path / "content")
    (file,) = (file for file in (tmp_path / "content" / nation).glob("*.md") if old in file.read_text(encoding="utf-8"))
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    told = [problem for problem in found(tmp_path / "content") if problem.path.endswith(file.name)]
    assert len(told) == 1
    assert "`transition_covers: [" in told[0].message


@pytest.mark.parametrize(
    ("wanted", "known", "said"),
    [
        pytest.param("incidnet", ["incident", "aware"], "; did you mean 'incident'?", id="a slip of the finger"),
        pytest.param("x", ["incident", "aware"], "; write one of: incident, aware", id="nothing like it"),
        pytest.param("x", [], "", id="nothing known"),
    ],
)
def test_near_names_are_offered(wanted: str, known: list[str], said: str) -> None:
    assert nearest(wanted, known) == said


def test_code_in_a_page_written_by_hand_may_show_slots() -> None:
    page = "# For editors\n\nWrite `{{ rule.period }}`:\n\n```text\n{{ rule.period }}\n```\n"
    assert not list(docs_problems(page, path="docs/x.md"))


def test_problems_stand_in_the_order_of_files_and_lines() -> None:
    told = [Problem("b.md", 2, "x"), Problem("a.md", 10, "x"), Problem("a.md", 9, "y")]
    assert [str(one) for one in sorted(told)] == ["a.md:9: y", "a.md:10: x", "b.md:2: x"]
