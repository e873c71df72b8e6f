"""Every worked example and case of every edition, through the page's own worker: the dates and outcomes are their authors'."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stages.reading.editions import read_content
from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.page import Page

CONTENT = Path(__file__).parents[2] / "content"
ASK_ALL = """
const [questions, done] = arguments;
Promise.all(questions.map((question) => CaseReviewEngine.ask(question)))
  .then(done, (error) => done([{errors: [String(error)]}]));"""


@cache
def worked() -> list[tuple[str, str, Any]]:
    """Return each example and case: its edition, its kind and what its author wrote."""
    return [
        (edition.id, block.kind, block.record)
        for edition in read_content(CONTENT).editions
        for _, block in edition.blocks()
        if block.kind in {"example", "case"}
    ]


def question(edition: str, kind: str, record: Any) -> dict[str, Any]:  # noqa: ANN401 - a record of either kind
    """Return what the page would ask."""
    if kind == "case":
        return {"ask": "criteria", "edition": edition, "test": record.test, "facts": dict(record.given)}
    return {
        "ask": "plan",
        "edition": edition,
        "events": {event: day.isoformat() for event, day in record.given.items()},
    }


def disagreements(kind: str, record: Any, reply: dict[str, Any]) -> Iterator[str]:  # noqa: ANN401 - a record of either kind
    """Yield how an answer differs from what the author expects: the outcome, the dates, a window's end, the days passed over."""
    if "errors" in reply:
        yield f"refused: {reply['errors']}"
    elif kind == "case":
        if reply["outcome"] != record.expect:
            yield f"{reply['outcome']}, not {record.expect}"
    else:
        (found,) = [one for one in reply["dates"] if one["rule"] == record.rule]
        each = found["readings"] or [found]
        if isinstance(record.expect, dict):
            yield from differing({one["id"]: one["due"] for one in each}, iso(record.expect))
        else:
            yield from differing(found["due"], record.expect.isoformat())
        if record.until:
            yield from differing({one["until"] for one in each}, {record.until.isoformat()})
        if record.working is not None:
            named = iso(record.working)
            for one in each:
                yield from differing(passed_over(one["count"]), named)


def passed_over(count: list[dict[str, Any]]) -> dict[str, object]:
    """Return a count's bank holidays by name, and how many weekend days it has, as an author writes them."""
    weekend = sum(day["day"] == "weekend" for day in count)
    holidays = {day["name"]: day["date"] for day in count if day["day"] == "holiday"}
    return holidays | ({"weekend days": weekend} if weekend else {})


def iso(named: dict[str, Any]) -> dict[str, object]:
    """Return what an author wrote with each date as text."""
    return {name: value if isinstance(value, int) else value.isoformat() for name, value in named.items()}


def differing(ours: object, expected: object) -> Iterator[str]:
    """Yield a sentence if two values differ."""
    if ours != expected:
        yield f"{ours}, not {expected}"


def test_every_worked_example_and_case_comes_out(page: Page) -> None:
    page.open(WORKBENCH)
    replies = page.driver.execute_async_script(ASK_ALL, [question(*one) for one in worked()])
    assert len({edition for edition, _, _ in worked()}) >= 8
    assert {kind for _, kind, _ in worked()} == {"example", "case"}
    assert [
        f"{edition}: {record.title}: {said}"
        for (edition, kind, record), reply in zip(worked(), replies, strict=True)
        for said in disagreements(kind, record, reply)
    ] == []
