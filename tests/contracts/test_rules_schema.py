"""The schema of rules.json: it fits what is held, and nothing that differs from it."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from calculators.reply import RulesReply
from stages.contracts.rules_schema import rules_schema
from tests import real

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    """Return the schema as a program reads it from the file."""
    held = json.loads(real.rules_files()["rules.schema.json"])
    Draft202012Validator.check_schema(held)
    return Draft202012Validator(held)


@pytest.fixture
def rules() -> Any:  # noqa: ANN401 - JSON
    """Return what is held, for one test to alter."""
    return json.loads(real.rules_files()["rules.json"])


def test_what_is_held_fits_it(schema: Draft202012Validator, rules: Any) -> None:  # noqa: ANN401 - JSON
    assert [error.message for error in schema.iter_errors(rules)] == []


def rule(rules: Any) -> Any:  # noqa: ANN401 - JSON
    """Return the first rule that hangs on a condition and has a reading."""
    return next(
        rule for edition in rules["editions"] for rule in edition["rules"] if rule["applies"] and rule["readings"]
    )


@pytest.mark.parametrize(
    "alter",
    [
        pytest.param(lambda rules: rule(rules).update(acton=rule(rules).pop("action")), id="a rule's key is misspelt"),
        pytest.param(lambda rules: rule(rules).update(colour="red"), id="a rule has a key more"),
        pytest.param(lambda rules: rule(rules).pop("who"), id="a rule has a key less"),
        pytest.param(lambda rules: rule(rules).update(action=5), id="an action is a number"),
        pytest.param(lambda rules: rule(rules).update(at_once="no"), id="a yes or no is text"),
        pytest.param(lambda rules: rule(rules).update(kind="reminder"), id="a kind that no rule has"),
        pytest.param(lambda rules: rule(rules).update(duty="will"), id="a duty that no text has"),
        pytest.param(lambda rules: rule(rules).update(to="panel"), id="one body is no list"),
        pytest.param(lambda rules: rule(rules).update(applies={"maybe": "child-died"}), id="an unknown condition"),
        pytest.param(lambda rules: rule(rules).update(applies={}), id="a condition without its key"),
        pytest.param(lambda rules: rule(rules).update(applies={"fact": "child-died", "test": "serious-case"}), id="a condition with two keys"),
        pytest.param(lambda rules: rule(rules).update(applies={"all": {"fact": "child-died"}}), id="all of what is no list"),
        pytest.param(lambda rules: rule(rules).update(applies={"not": {"any": [{"maybe": "x"}]}}), id="an unknown condition inside others"),
        pytest.param(lambda rules: rule(rules)["readings"][0]["period"].update(length="5"), id="a length is text"),
        pytest.param(lambda rules: rule(rules)["readings"][0]["period"].update(length=True), id="a length is yes"),
        pytest.param(lambda rules: rule(rules)["readings"][0]["period"].update(unit="fortnight"), id="a unit that no period has"),
        pytest.param(lambda rules: rule(rules)["readings"][0]["period"].pop("words"), id="a period without its words"),
        pytest.param(lambda rules: rule(rules)["readings"][0].update(direction="sideways"), id="a clock that runs no way"),
        pytest.param(lambda rules: rules["editions"][0]["in_force"].update(start=2015), id="a year is a number"),
        pytest.param(lambda rules: rules["editions"][0]["tests"][0]["limbs"][0].update(when={"maybe": "x"}), id="a limb with an unknown condition"),
        pytest.param(lambda rules: rules["facts"].update(new={"question": "Is it?"}), id="a fact without a hint"),
        pytest.param(lambda rules: rules["bodies"].update(new="A body"), id="a body is text"),
        pytest.param(lambda rules: rules["figures"].update(new={"notify-panel": {"fills": "notify-panel"}}), id="a figure that nobody supplied"),
        pytest.param(lambda rules: rules.pop("content"), id="no hash says which copy it is"),
        pytest.param(lambda rules: rules.update(extra=None), id="a key more at the top"),
    ],
)  # fmt: skip
def test_what_differs_from_it_is_refused(
    schema: Draft202012Validator,
    rules: Any,  # noqa: ANN401 - JSON
    alter: Callable[[Any], object],
) -> None:
    before = deepcopy(rules)
    alter(rules)
    assert rules != before
    assert not schema.is_valid(rules)


def test_it_has_the_keys_of_the_answer() -> None:
    """What the command line gives and what the schema asks for are the same keys, and no record is unread."""
    schema = rules_schema()
    assert schema["required"] == list(RulesReply.__annotations__)
    records = {"Edition", "Rule", "Reading", "Period", "Test", "Limb", "Source", "Citation", "Condition", "Event", "Fact", "Body", "Figure"}  # fmt: skip
    assert records <= schema["$defs"].keys()


def test_every_object_is_closed() -> None:
    """An object has keys that are named, and no others, or maps ids to one kind of thing."""
    unread: list[Any] = [rules_schema()]
    while unread:
        part = unread.pop()
        if isinstance(part, dict):
            if part.get("type") == "object":
                closed = part["additionalProperties"] is False and part["required"] == list(part["properties"])
                assert closed or isinstance(part["additionalProperties"], dict)
            unread += part.values()
        elif isinstance(part, list):
            unread += part
