"""What an editor does by the book, as edits to the files of a copy: exactly those that the pages for editors name."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.built.test_build import HELD, NEW, OLD, changed

if TYPE_CHECKING:
    from pathlib import Path

ENGLAND = "content/england/child-safeguarding-practice-review-2023.md"
WALES = "content/wales/single-unified-safeguarding-review-2024.md"
NORTHERN_IRELAND = "content/northern-ireland/case-management-review-{}.md"
SECOND_READING = "content/second-reading.yml"
WHAT_HANGS = "docs/about/what-hangs-on-what.md"
_NEW_EDITION = """\
---
nation: northern-ireland
review: case management review
guidance: Guidance on case management reviews (2027)
in_force: {from: 2027-04-01, from_is: commencement}
coverage: stub
coverage_note: Of this text only the time in which the report goes was read.
working_day: {calendar: northern-ireland, note: The text does not say what a working day is.}
checked: 2026-11-28
review_by: 2027-02-28
sources:
  guidance-2027: {title: Guidance on case management reviews, publisher: Safeguarding Board for Northern Ireland, year: 2027, read: part, read_on: 2026-11-28}
---

## The report

The report goes to the Board {{ send-report.period }} after it is final.

```yaml deadline
id: send-report
action: Send the report to the Board
who: case management review team
to: [sbni]
duty: should
within: 10 working days
after: final-report
source: {ref: guidance-2027, place: The report}
```

```yaml example
title: Final on a Monday in January
rule: send-report
given: {final-report: 2028-01-10}
expect: 2028-01-24
working: {weekend days: 4}
```
"""
_READINGS = """\
```yaml deadline
id: tell-of-outcome
action: Tell the family of the outcome
who: safeguarding board
duty: should
readings:
  from-report:
    label: from the final report
    within: 3 weeks
    after: final-report
    source: {ref: wsi2015-1466, place: regulation 4}
  from-publication:
    label: from publication
    within: 10 working days
    after: publication
    source: {ref: wsi2015-1466, place: regulation 4}
source: {ref: wsi2015-1466, place: regulation 4}
```

```yaml example
title: A report in March, published in April
rule: tell-of-outcome
given: {final-report: 2026-03-02, publication: 2026-04-20}
expect: {from-report: 2026-03-23, from-publication: 2026-05-05}
```

"""


def change_a_number(copy: Path) -> None:
    """England 2023: the Panel is told in one working day more, from 5 to 6, and a worked example with it."""
    edition = copy / ENGLAND
    edition.write_text(changed(edition.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    replaced(
        copy / SECOND_READING,
        r"(\n  england/child-safeguarding-practice-review-2023:\n(?:    .*\n)*?      notify-panel:\n        says: )\d+ ",
        rf"\g<1>{HELD + 1} ",
    )
    _log(copy, f"England, Working Together 2023, `notify-panel`: {NEW}, not {OLD}, on the text's second reading.")


def add_a_bank_holiday(copy: Path) -> None:
    """One line under `added`."""
    day = "  - {calendar: england-and-wales, date: 2027-06-14, name: Extra bank holiday, source: Proclamation of 1 March 2027}\n"
    replaced(copy / "content/bank-holidays.yml", r"\nadded:\n", rf"\nadded:\n{day}")
    again = "    - {calendar: england-and-wales, date: 2027-06-14, name: Extra bank holiday}\n"
    replaced(copy / SECOND_READING, r"\n  added:\n", rf"\n  added:\n{again}")
    _log(copy, "Bank holidays: 14 June 2027 added for England and Wales.")


def add_readings(copy: Path) -> None:
    """Wales 2024: a rule with two readings, and its worked example."""
    replaced(copy / WALES, r"\n## Publication\n", rf"\n{_READINGS}## Publication\n")
    last = r"(\n  wales/single-unified-safeguarding-review-2024:\n(?:    .*\n)*?    rules:\n)"
    clocks = "from-report: 3 weeks after final-report\n          from-publication: 10 working days after publication\n"
    replaced(copy / SECOND_READING, last, rf"\g<1>      tell-of-outcome:\n        readings:\n          {clocks}")
    named = "[Tell the family of the outcome](../guide/wales/single-unified-safeguarding-review-2024.md#rule-tell-of-outcome)"
    replaced(copy / WHAT_HANGS, r"(\n### Finishing(?:.*\n)*?- Wales 2024\n)", rf"\g<1>    - {named}\n")
    _log(copy, "Wales, 2024, `tell-of-outcome`: first held, with two readings.")


def add_an_overlay(copy: Path) -> None:
    """Lay a third partnership's file into content/local/, as the page on local arrangements shows one."""
    shown = (copy / "docs/about/local.md").read_text(encoding="utf-8")
    (found,) = re.findall(r"\n```text\n(---\n.*?\n)```\n", shown, re.DOTALL)
    (copy / "content/local/exampleshire.md").write_text(found, encoding="utf-8", newline="\n")


def add_figures(copy: Path) -> None:
    """Lay in a file of figures that a partnership read in its own copy of the text in force."""
    figures = {
        "format": 1, "kind": "figures", "edition": "england/child-safeguarding-practice-review-2026",
        "supplied_by": "Exampleshire Safeguarding Partnership", "role": "business manager", "read_on": "2026-11-20",
        "source": "Working Together 2026, our copy",
        "figures": [{"fills": "notify-panel", "length": 5, "unit": "working day", "runs": "after", "event": "authority-aware", "place": "chapter 5"}],
    }  # fmt: skip
    (copy / "content/figures").mkdir(exist_ok=True)
    (copy / "content/figures/exampleshire.json").write_text(json.dumps(figures, indent=2), encoding="utf-8")


def add_an_edition(copy: Path) -> None:
    """Northern Ireland's second edition: its file, the end of the one before it, and two lines of the navigation."""
    (copy / NORTHERN_IRELAND.format(2027)).write_text(_NEW_EDITION, encoding="utf-8")
    replaced(copy / NORTHERN_IRELAND.format(2017), r"(in_force: {from: 2017, .*)}", r"\g<1>, to: 2027-03-31}")
    line = r"( *- )Case management reviews 2017: guide/northern-ireland/case-management-review-2017.md\n"
    new = (
        r"\g<1>Case management reviews 2027: guide/northern-ireland/case-management-review-2027.md\n"
        r"\g<0>\g<1>Its editions compared: guide/compare-northern-ireland.md\n"
    )
    replaced(copy / "mkdocs.yml", line, new)
    with (copy / SECOND_READING).open("a", encoding="utf-8", newline="\n") as file:
        file.write(
            "  northern-ireland/case-management-review-2027:\n    calendar: northern-ireland\n    rules:\n"
            "      send-report: 10 working days after final-report\n    tests: {}\n"
        )
    replaced(copy / WHAT_HANGS, "Northern Ireland 2017,", r"\g<0> Northern Ireland 2027,")
    named = "[Send the report to the Board](../guide/northern-ireland/case-management-review-2027.md#rule-send-report)"
    replaced(
        copy / WHAT_HANGS,
        r"(\n### Finishing(?:.*\n)*?)(- Northern Ireland 2017\n)",
        rf"\g<1>- Northern Ireland 2027\n    - {named}\n\g<2>",
    )
    _log(copy, "Northern Ireland, 2027: first held, in part.")


def _log(copy: Path, line: str) -> None:
    """Add a line to the changelog's ledger of guidance."""
    replaced(copy / "CHANGELOG.md", r"\n- \*\*England, Working Together 2023\*\*", rf"\n- **{line}**\g<0>")


def replaced(file: Path, pattern: str, new: str) -> None:
    """Replace the one place in a file that a pattern finds."""
    text = file.read_text(encoding="utf-8")
    found = list(re.finditer(pattern, text))
    assert len(found) == 1, (file, pattern, found)
    file.write_text(re.sub(pattern, new, text), encoding="utf-8", newline="\n")
