"""Finds what was to be checked against its source again by a day that has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from stages.problems import Problem
    from stages.reading import Content, Local


def overdue(content: Content, arrangements: Iterable[Local], *, today: date) -> list[Problem]:
    """Return each edition and each local arrangement whose `review_by` lies before `today`, oldest first."""
    every = [
        *((edition.front.review_by, edition.front_block) for edition in content.editions),
        *((local.front.review_by, local.block) for local in arrangements),
    ]
    return [
        block.problem(
            f"was to be checked again by {day}; read its sources, then write new days for `checked` and `review_by`",
            "review_by",
        )
        for day, block in sorted(every, key=lambda each: each[0])
        if day < today
    ]
