"""Figures are kept whole, with where and when they were measured, and nothing is kept of a run that measured nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bench import keeping
from bench.keeping import Figure, keep

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _kept_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "KEPT", tmp_path)
    monkeypatch.setattr(keeping, "_git", lambda *words: "0123456789" if words[0] == "rev-parse" else "")


def _runs(path: Path) -> list[list[float]]:
    return [[figure["value"] for figure in run["figures"]] for run in json.loads(path.read_text())["runs"]]


def test_a_run_says_its_commit_and_its_figures() -> None:
    kept = json.loads(keep("days", "python -m days", [Figure("days worked", 10957, "days")]).read_text())
    assert kept["command"] == "python -m days"
    (run,) = kept["runs"]
    assert (run["commit"], run["clean"]) == ("0123456789", True)
    assert run["figures"] == [{"what": "days worked", "value": 10957, "unit": "days", "note": ""}]


def test_the_newest_runs_are_kept_and_no_more() -> None:
    for ratio in (0.5, 0.4, 0.6, 0.45):
        path = keep("start", "python -m start", [Figure("ratio", ratio)], runs=3)
    assert _runs(path) == [[0.4], [0.6], [0.45]]


def test_one_run_replaces_the_last() -> None:
    keep("one", "python -m one", [Figure("ratio", 1)])
    assert _runs(keep("one", "python -m one", [Figure("ratio", 2)])) == [[2]]


def test_nothing_is_kept_of_a_run_that_measured_nothing() -> None:
    with pytest.raises(ValueError, match="measured nothing"):
        keep("none", "python -m none", [])
