"""Every worked example and case that the pages print, for the page that works them again in the reader's browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from stages.schema import CaseBlock, ExampleBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stages.guide import Guide


def examples_script(guide: Guide) -> str:
    """Return the script that hands over each example: where it stands, what is asked, and what its author says comes out."""
    return f"window.CaseReviewExamples = {json.dumps(list(_examples(guide)))};\n"


def _examples(guide: Guide) -> Iterator[dict[str, Any]]:
    """Yield each example and case of each edition, in the order of the pages."""
    for edition in guide.content.editions:
        for _, block in edition.blocks():
            if isinstance(block.record, ExampleBlock):
                yield {"edition": edition.id, "title": block.record.title, **_dated(edition.id, block.record)}
            elif isinstance(block.record, CaseBlock):
                yield {"edition": edition.id, "title": block.record.title, **_tested(edition.id, block.record)}


def _dated(edition: str, example: ExampleBlock) -> dict[str, Any]:
    """Return the question of a worked example, and the rule, with the date or a date for each of its readings."""
    given = {event: day.isoformat() for event, day in example.given.items()}
    expected = example.expect
    return {
        "question": {"ask": "plan", "edition": edition, "events": given},
        "rule": example.rule,
        "due": {reading: day.isoformat() for reading, day in expected.items()}
        if isinstance(expected, dict)
        else expected.isoformat(),
        "until": example.until.isoformat() if example.until else None,
    }


def _tested(edition: str, case: CaseBlock) -> dict[str, Any]:
    """Return the question of a worked case and its outcome."""
    question = {"ask": "criteria", "edition": edition, "test": case.test, "facts": dict(case.given)}
    return {"question": question, "outcome": case.expect}
