"""What is printed for readers without script: every cell of the calendar pages and of the workbench's table.

Dates are walked day by day by an oracle that reads the published bank holidays itself, and the rest is read from content/
as plain YAML: nothing here goes through the modules that make the pages, or through the calculators.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML
from selectolax.lexbor import LexborHTMLParser

from tests import real
from tests.by_hand import oracle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborNode

CONTENT = Path(__file__).parents[2] / "content"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CALENDARS = ("england-and-wales", "scotland", "northern-ireland")
CALENDAR_NAMES = dict(zip(CALENDARS, ("England and Wales", "Scotland", "Northern Ireland"), strict=True))
BLOCK = re.compile(r"^```yaml (deadline|retention|lookback|prompt|gap)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def printed() -> Mapping[str, str]:
    """Return every generated page."""
    return real.made()


def plain(node: LexborNode) -> str:
    """Return the text of an element on one line."""
    return " ".join(node.text(separator=" ").split())


def first(node: LexborNode | LexborHTMLParser, selector: str) -> LexborNode:
    """Return the first element that a selector finds; there must be one."""
    found = node.css(selector)
    assert found, selector
    return found[0]


def fronts() -> dict[str, dict[str, Any]]:
    """Return the front matter of every edition, by id, as plain YAML."""
    nations = YAML(typ="safe").load(CONTENT / "nations.yml")
    return {
        f"{nation}/{file.stem}": YAML(typ="safe").load(file.read_text(encoding="utf-8").split("\n---\n")[0][4:])
        for nation in nations
        for file in sorted((CONTENT / nation).glob("*.md"))
    }


def superseded(edition: str, held: Mapping[str, dict[str, Any]]) -> bool:
    """Return whether an edition had an end, or its nation one that began later, by the day of the last check."""
    begins = {
        other: str(front["in_force"]["from"])
        for other, front in held.items()
        if front["nation"] == held[edition]["nation"] and not ahead(other, held)
    }
    dates = held[edition]["in_force"]
    ended = "to" in dates and str(dates["to"]) < checked(held)
    return ended or any(begins[edition] < other for other in begins.values() if edition in begins)


def ahead(edition: str, held: Mapping[str, dict[str, Any]]) -> bool:
    """Return whether an edition begins after the day of the last check."""
    return str(held[edition]["in_force"]["from"]) > checked(held)


def checked(held: Mapping[str, dict[str, Any]]) -> str:
    """Return the day on which any edition was last checked."""
    return max(str(front["checked"]) for front in held.values())


def months_of(page: str) -> Iterator[tuple[str, int, int, LexborNode]]:
    """Yield each month's table of the reckoner with its calendar, year and month."""
    for table in LexborHTMLParser(page).css("table.cr-reckoner"):
        calendar, year, month = re.fullmatch(r"(.+)-(\d{4})-(\d{2})", table.attributes["id"] or "").groups()  # type: ignore[union-attr]
        yield calendar, int(year), int(month), table


def test_every_cell_of_the_ready_reckoner(printed: Mapping[str, str]) -> None:
    """Each day of both years, whether it is marked as no working day, and the date in every column."""
    seen: dict[str, list[date]] = {}
    for calendar, year, month, table in months_of(printed["reckoner.md"]):
        where = CALENDAR_NAMES[calendar]
        assert plain(first(table, "caption")).replace(" ,", ",") == f"{MONTHS[month - 1]} {year}, {where}"
        _, *heads = [plain(cell) for cell in table.css("thead th")]
        columns = [re.fullmatch(r"(\d+) working days? (after|before)", head) for head in heads]
        for row in table.css("tbody tr"):
            (head,) = row.css("th")
            number = re.match(r"(\w{3}) (\d+)", plain(head))
            assert number
            day = date(year, month, int(number[2]))
            seen.setdefault(calendar, []).append(day)
            assert number[1] == DAYS[day.weekday()]
            holiday = oracle.published()[calendar].get(day) if day.weekday() < 5 else None
            assert plain(head) == f"{DAYS[day.weekday()]} {day.day}{f' {holiday}' if holiday else ''}"
            assert ((row.attributes.get("class") or "") == "cr-closed") is not oracle.is_working_day(calendar, day)
            for column, cell in zip(columns, row.css("td"), strict=True):
                assert column
                length = int(column[1]) * (1 if column[2] == "after" else -1)
                due = oracle.working_days(calendar, day, length)[-1]
                assert plain(cell) == f"{DAYS[due.weekday()]} {due.day} {MONTHS[due.month - 1][:3]}", (
                    calendar,
                    day,
                    column[0],
                )
    for days in seen.values():
        begins, ends = date(days[0].year, 1, 1), date(days[0].year + 1, 12, 31)
        assert days == [begins + timedelta(days=n) for n in range((ends - begins).days + 1)]


def test_the_reckoner_has_every_period_in_working_days_and_no_other(printed: Mapping[str, str]) -> None:
    """Read from the blocks of content/ as they are written."""
    wanted: dict[str, set[str]] = {}
    for edition, front in fronts().items():
        text = (CONTENT / f"{edition}.md").read_text(encoding="utf-8")
        for block in BLOCK.finditer(text):
            for length, way in re.findall(
                r"(?:within|no later than|at least): (\d+ working days?)\s*\n\s*(after|before):", block[2]
            ):
                wanted.setdefault(front["working_day"]["calendar"], set()).add(f"{length} {way}")
    found: dict[str, set[str]] = {}
    for calendar, _, _, table in months_of(printed["reckoner.md"]):
        found.setdefault(calendar, set()).update(plain(cell) for cell in table.css("thead th")[1:])
    assert found == wanted


@pytest.mark.parametrize("calendar", CALENDARS)
def test_every_row_of_the_bank_holidays(printed: Mapping[str, str], calendar: str) -> None:
    """Every weekday holiday of the years that GOV.UK's list covers, by its name; years outside it by statute, and marked so."""
    page = printed["bank-holidays.md"]
    mine = page.split(f"{{: #{calendar} }}", 1)[1].split("\n## ", 1)[0]
    spec = YAML(typ="safe").load(CONTENT / "bank-holidays.yml")
    begins, ends = spec["published"]["from"].year, spec["published"]["to"].year
    names = {*oracle.published()[calendar].values(), *spec["names"].values()}
    names |= {f"{name} (substitute day)" for name in names} | {name.removesuffix(" (substitute day)") for name in names}
    years: list[int] = []
    for table in LexborHTMLParser(mine).css("table.cr-days"):
        caption = re.fullmatch(r"(\d{4}) (historic|published|projected)", plain(first(table, "caption")))
        assert caption
        year = int(caption[1])
        years.append(year)
        assert caption[2] == ("historic" if year < begins else "published" if year <= ends else "projected")
        shown: list[tuple[date, str]] = []
        for row in table.css("tbody tr"):
            words, name = row.css("td")
            day = date.fromisoformat(
                f"{year}-{MONTHS.index(plain(words).split()[2]) + 1:02}-{int(plain(words).split()[1]):02}"
            )
            assert plain(words) == f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
            shown.append((day, unescape(name.text(deep=False).strip())))
        expected = oracle.holidays(calendar, year)
        assert [day for day, _ in shown] == sorted(expected)
        if year in oracle.PUBLISHED:
            assert shown == [
                (day, name) for day, name in sorted(oracle.published()[calendar].items()) if day in expected
            ]
        else:
            assert {name for _, name in shown} <= names, year
    assert sorted(years) == list(range(spec["from"].year, spec["horizon"].year + 1))


def test_the_choices_of_the_workbench(printed: Mapping[str, str]) -> None:
    """Each edition once, under its nation, newest first, and whether it is in force as its own dates say."""
    page, held = LexborHTMLParser(printed["workbench.md"]), fronts()
    for nation in {front["nation"] for front in held.values()}:
        box = first(page, f"#ways-{nation}")
        editions = [choice.attributes["value"] for choice in box.css('input[name="edition"]')]
        of_nation = [edition for edition in held if held[edition]["nation"] == nation]
        assert editions == sorted(of_nation, key=lambda edition: str(held[edition]["in_force"]["from"]), reverse=True)
        for edition in of_nation:
            label = plain(first(box, f'label[for="edition-{edition.replace("/", "-")}"]'))
            dates = held[edition]["in_force"]
            ends = f" to {said(dates['to'])}" if "to" in dates else ""
            assert f"In force from {said(dates['from'])}{ends}." in label
            assert ("Superseded" in label) is superseded(edition, held), label
            current = not superseded(edition, held) and not ahead(edition, held)
            assert ("In force " in label.replace("In force from", "")) is current, label
            assert ("Not yet in force" in label) is ahead(edition, held), label
            assert ("figures are not held" in label) is (held[edition]["coverage"] == "stub"), label


def test_the_table_of_every_period(printed: Mapping[str, str]) -> None:
    """Nation by nation, newest first: a row for each rule block, with its own words for when; superseded editions are called so."""
    page, held = LexborHTMLParser(printed["workbench.md"]), fronts()
    tables = {}
    for table in page.css("#cr-table table"):
        (link,) = {str(a.attributes["href"]).split(".html#")[0] for a in table.css("tbody th a")}
        tables[link] = table
    events, nations = (YAML(typ="safe").load(CONTENT / f"{name}.yml") for name in ("events", "nations"))
    in_order = sorted(held, key=lambda edition: str(held[edition]["in_force"]["from"]), reverse=True)
    assert list(tables) == sorted(in_order, key=lambda edition: list(nations).index(held[edition]["nation"]))
    for edition, table in tables.items():
        caption = plain(first(table, "caption"))
        front = held[edition]
        mark = " (superseded)" if superseded(edition, held) else ""
        assert caption == f"{nations[front['nation']]}: {' '.join(front['guidance'].split())}{mark}"
        text = (CONTENT / f"{edition}.md").read_text(encoding="utf-8")
        blocks = [(kind, YAML(typ="safe").load(body)) for kind, body in BLOCK.findall(text)]
        rows = table.css("tbody tr")
        assert [str(first(row, "th a").attributes["href"]).split("#rule-")[1] for row in rows] == [
            block["id"] for _, block in blocks
        ]
        for (kind, block), row in zip(blocks, rows, strict=True):
            when, where = (plain(cell) for cell in row.css("td"))
            if "{{" not in block["action"]:
                assert plain(first(row, "th a")) == " ".join(block["action"].split())
            check_places(kind, block, where.replace(" ,", ","), front["sources"])
            if kind == "gap":
                assert when.startswith("This guide holds no figure")  # one that was laid into this copy follows
            elif kind == "prompt" and "{{" not in block["when"]:
                readings = block.get("readings", {}).values()
                assert when.startswith(" ".join(block["when"].split()))
                assert readings or when == " ".join(block["when"].split())
                assert all(f"{said_of(reading, events)} ({reading['label']})" in when for reading in readings)
            elif kind not in {"gap", "prompt"}:
                for reading in block.get("readings", {"": block}).values():
                    assert said_of(reading, events) in when, (edition, block["id"], when)


def check_places(kind: str, block: Mapping[str, Any], where: str, sources: Mapping[str, Any]) -> None:
    """Check that each reading stands with its own source, and a rule with its own unless its readings stand for it."""

    def said(source: Mapping[str, Any]) -> str:
        return f"{' '.join(sources[source['ref']]['title'].split())}, {' '.join(str(source['place']).split())}."

    readings = block.get("readings", {}).values()
    assert all(said(reading["source"]) in where for reading in readings)
    if readings and kind != "prompt":
        return
    assert where.startswith(said(block["source"]))
    if "via" in block["source"]:
        via = " ".join(sources[block["source"]["via"]]["title"].split())
        assert where.endswith(f"As restated by {via}; the text itself was not read.")


def said_of(clock: Mapping[str, Any], events: Mapping[str, Any]) -> str:
    """Return the words with which a clock must be printed, from its own keys."""
    for opening, key, ways in (
        ("within", "within", ("after", "from and including")),
        ("at least", "no later than", ("before",)),
        ("at least", "at least", ("before",)),
        ("kept for at least", "kept for at least", ("from",)),
        ("any date in the", "any date in the", ("before",)),
    ):
        if key in clock:
            (way,) = (way for way in ways if way in clock)
            event = events[clock[way]]
            told = event.get("verb", event["words"]) if way == "after" else event["words"]
            return f"{opening} {clock[key]} {way} {told}"
    return f"on the same day as {events[clock['on the same day as']]['words']}"


def said(day: date | int | str) -> str:
    """Return a date in force as it is printed: '15 December 2023', or a month or year of which the day is not held."""
    if isinstance(day, date):
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    year, _, month = str(day).partition("-")
    return f"{f'{MONTHS[int(month) - 1]} ' if month else ''}{year} (we do not hold the day)"
