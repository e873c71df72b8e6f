"""Runs of open-to-answer are kept only if they are separate ones: at least ten minutes apart."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bench import open_to_answer

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

LAST = '{"runs": [{"at": "2026-11-30T08:00Z"}, {"at": "2026-11-30T09:00Z"}]}'


def test_a_run_within_ten_minutes_of_the_last_has_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_to_answer, "KEPT", tmp_path)
    nine = dt.datetime(2026, 11, 30, 9, tzinfo=dt.UTC)
    assert open_to_answer.too_soon(nine) <= dt.timedelta(), "nothing is kept yet"
    (tmp_path / "open_to_answer.json").write_text(LAST, encoding="utf-8")
    assert open_to_answer.too_soon(nine + dt.timedelta(minutes=4)) == dt.timedelta(minutes=6)
    assert open_to_answer.too_soon(nine + dt.timedelta(minutes=10)) <= dt.timedelta()
