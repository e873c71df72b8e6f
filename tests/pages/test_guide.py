"""Which edition follows which, and which is superseded, as the pages say it of any number of editions of one nation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.pages.test_every_page import guide

CHECKED = "2026-11-21"
# Invented editions of one nation, oldest first: year, first day, last day; then what stood before, what follows, superseded, ahead.
TABLE = [
    ("a", "2010", None, None, "b", True, False),
    ("b", "2015-03-26", "2018-07-03", "a", "d", True, False),
    ("c", "2018-07-04", None, "b", "e", True, False),
    ("d", "2018-07-04", None, "b", "e", True, False),
    ("e", "2023-12-15", None, "c", "f", False, False),
    ("f", "2027-01-01", None, "e", None, False, True),
]


@pytest.mark.parametrize(("name", "_start", "_end", "before", "after", "superseded", "ahead"), TABLE)
def test_the_neighbours_of_an_edition(
    *, name: str, _start: str, _end: str | None, before: str | None, after: str | None, superseded: bool, ahead: bool
) -> None:
    """Two of one first day do not follow each other; one that lies ahead takes nobody's place yet."""
    like = guide().editions[0]
    made = {
        row[0]: replace(
            like,
            id=row[0],
            nation="england",
            checked=CHECKED,
            in_force=replace(like.in_force, start=row[1], end=row[2]),
        )
        for row in TABLE
    }
    held = replace(guide(), editions=tuple(made.values()))
    edition = made[name]
    earlier, later = held.predecessor(edition), held.successor(edition)
    assert (earlier and earlier.id, later and later.id) == (before, after)
    assert (held.superseded(edition), held.ahead(edition)) == (superseded, ahead)
    assert held.in_force("england") == made["e"]
    assert [edition.id for edition in held.newest_first("england")] == ["f", "e", "c", "d", "b", "a"]
