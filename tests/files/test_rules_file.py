"""Everything that is held, as data: nothing is left out, and the command line prints the same."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest

from calculators import __main__ as command_line
from calculators.files.rules_file import _plain
from calculators.records import AllOf, AnyOf, Direction, Happened, Is, Met, Not, Period, Rule, Unit
from calculators.register import BODIES, CHECKED, CONTENT, EDITIONS, EVENTS, FACTS, FIGURES, NATIONS, TOPICS
from tests import real

if TYPE_CHECKING:
    from tests.conftest import Checkout


pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def held() -> dict[str, Any]:
    """Return what the command line prints, read back."""
    found: dict[str, Any] = json.loads(json.dumps(command_line._rules()))
    return found


def test_the_command_line_prints_what_the_site_has(checkout: Checkout) -> None:
    """Byte for byte, from a bare checkout with nothing installed."""
    done = checkout.run("rules", "--json")
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().replace("\r\n", "\n") == real.rules_files()["rules.json"]


def test_it_says_which_copy_it_is(held: dict[str, Any]) -> None:
    assert (held["content"], held["checked"]) == (CONTENT, CHECKED)
    assert (held["nations"], held["topics"]) == (dict(NATIONS), dict(TOPICS))


@pytest.mark.parametrize(
    ("key", "ids"),
    [
        pytest.param("events", EVENTS, id="every event"),
        pytest.param("facts", FACTS, id="every fact"),
        pytest.param("bodies", BODIES, id="every body"),
        pytest.param("figures", FIGURES, id="every edition with a partnership's figures"),
    ],
)
def test_every_word_of_the_vocabulary_is_in_it(held: dict[str, Any], key: str, ids: dict[str, object]) -> None:
    assert list(held[key]) == list(ids)


def test_every_edition_is_in_it(held: dict[str, Any]) -> None:
    assert [edition["id"] for edition in held["editions"]] == list(EDITIONS)


@pytest.mark.parametrize("name", EDITIONS)
def test_every_rule_reading_test_and_source_of_an_edition_is_in_it(held: dict[str, Any], name: str) -> None:
    record = EDITIONS[name]
    (edition,) = (edition for edition in held["editions"] if edition["id"] == name)
    assert [rule["id"] for rule in edition["rules"]] == [rule.id for rule in record.rules]
    assert [test["id"] for test in edition["tests"]] == [test.id for test in record.tests]
    assert list(edition["sources"]) == list(record.sources)
    for rule, told in zip(record.rules, edition["rules"], strict=True):
        assert told.keys() == {field.name for field in fields(Rule)}
        assert [(reading["id"], reading["period"]["words"], Direction(reading["direction"])) for reading in told["readings"]] == [
            (reading.id, str(reading.period), reading.direction) for reading in rule.readings
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "data"),
    [
        pytest.param(Is("child-died"), {"fact": "child-died"}, id="a fact"),
        pytest.param(Is("concern", presumed=True), {"presumed": "concern"}, id="a fact that is presumed"),
        pytest.param(Not(Is("child-died")), {"not": {"fact": "child-died"}}, id="the opposite"),
        pytest.param(AllOf((Is("a"), AnyOf((Is("b"), Is("c"))))), {"all": [{"fact": "a"}, {"any": [{"fact": "b"}, {"fact": "c"}]}]}, id="one inside another"),
        pytest.param(Met("serious-case"), {"test": "serious-case"}, id="a test that is met"),
        pytest.param(Happened("panel-notified"), {"event": "panel-notified"}, id="an event that has happened"),
        pytest.param(Period(length=7, unit=Unit.DAY, clear=True), {"length": 7, "unit": "day", "clear": True, "words": "7 clear days"}, id="a period, with its words"),
    ],
)  # fmt: skip
def test_conditions_are_told_apart_by_their_one_key_and_periods_bring_their_words(value: object, data: object) -> None:
    assert _plain(value) == data
