"""The page of results says what is kept, and nothing else stands between its marks."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from bench.__main__ import PARTS, ROOT, arguments
from bench.keeping import KEPT
from bench.page import README, page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TEXT = "# Page\n\n<!-- kept: speed -->\nold\n<!-- kept: end -->\n\nProse.\n"
RUN = {
    "at": "2026-11-30T09:00Z", "commit": "0123456789", "clean": True, "python": "3.11.7", "machine": "Linux x86_64, 2 processors",
    "load": 0.4,
}  # fmt: skip


def _table(folder: Path, *runs: Sequence[tuple[str, float | str, str, str]]) -> list[str]:
    """Return the lines that the page has between its marks for these runs' figures."""
    told = [
        RUN | {"load": 0.4 + number, "figures": [dict(zip(("what", "value", "unit", "note"), row, strict=True)) for row in rows]}
        for number, rows in enumerate(runs)
    ]  # fmt: skip
    (folder / "speed.json").write_text(json.dumps({"name": "speed", "command": "python -m speed", "runs": told}))
    done = page(TEXT, folder)
    assert done.startswith("# Page\n\n<!-- kept: speed -->\n")
    assert done.endswith("\n<!-- kept: end -->\n\nProse.\n")
    assert page(done, folder) == done
    return [line for line in done.split("\n")[3:-5] if line]


def test_one_run_is_a_list_of_what_was_measured(tmp_path: Path) -> None:
    assert _table(tmp_path, [("a start", 1234.56, "ms", "1,200 to 1,300, 5 turns"), ("its ratio", 0.41234, "", "")]) == [
        "| | measured | note |",
        "| --- | --- | --- |",
        "| a start | 1,235 ms | 1,200 to 1,300, 5 turns |",
        "| its ratio | 0.412 | |",
        "Measured 2026-11-30T09:00Z; commit `0123456789`; Python 3.11.7; Linux x86_64, 2 processors; load 0.4.",
    ]  # fmt: skip


def test_of_several_runs_the_median_and_how_far_they_lie_apart(tmp_path: Path) -> None:
    runs = [[("ratio", value, "", "")] for value in (0.4, 0.7, 0.5)]
    _, _, row, measured = _table(tmp_path, *runs)
    assert row == "| ratio | 0.5 (0.4 to 0.7 in 3 runs) |"
    assert "3 runs" in measured
    assert measured.endswith("load 0.4 and 1.4 and 2.4.")


def test_what_an_older_run_lacked_is_shown_of_the_newer(tmp_path: Path) -> None:
    _, _, row, _ = _table(tmp_path, [("old", 1, "", "")], [("new", 2, "s", "")])
    assert row == "| new | 2 s |"


def test_columns_and_rows_make_a_grid(tmp_path: Path) -> None:
    rows = [(f"{size} editions: {stage}", taken, "s", "") for size, taken in (("10", 1), ("100", 9)) for stage in ("read", "seal")]  # fmt: skip
    assert _table(tmp_path, rows)[:4] == [
        "| | 10 editions | 100 editions |",
        "| --- | --- | --- |",
        "| read | 1 s | 9 s |",
        "| seal | 1 s | 9 s |",
    ]


def test_a_cell_of_a_grid_has_its_spread(tmp_path: Path) -> None:
    rows = [(f"{side}: start", 5, "ms", f"{low} to 9, 3 turns; cold") for side, low in (("ours", 4), ("bare", 2))]
    assert _table(tmp_path, rows)[2] == "| start | 5 ms (4 to 9) | 5 ms (2 to 9) |"


def test_a_grid_with_a_hole_is_a_list(tmp_path: Path) -> None:
    rows = [("10: read", 1, "", ""), ("10: seal", 1, "", ""), ("100: read", 9, "", "")]
    assert _table(tmp_path, rows)[2] == "| 10: read | 1 |"


def test_what_was_not_measured_is_said(tmp_path: Path) -> None:
    assert "\n\nNot measured yet.\n\n" in page(TEXT, tmp_path)


def test_a_run_of_changed_files_says_so(tmp_path: Path) -> None:
    figures = [{"what": "a", "value": 1, "unit": "", "note": ""}]
    (tmp_path / "speed.json").write_text(json.dumps({"runs": [RUN | {"clean": False, "figures": figures}]}))
    assert "commit `0123456789` with changes not yet committed;" in page(TEXT, tmp_path)


def test_the_committed_page_is_what_the_kept_files_give() -> None:
    text = README.read_text(encoding="utf-8")
    assert page(text, KEPT) == text, "run `python -m bench.page`"


def test_every_part_is_a_command_that_the_page_tells() -> None:
    text = README.read_text(encoding="utf-8")
    told = set(re.findall(r"`python -m bench\.(\w+)`", text)) - {"page"}
    assert told == set(PARTS)
    assert all((ROOT / "bench" / f"{name}.py").is_file() for name in PARTS)


def test_the_parts_that_are_asked_for() -> None:
    assert arguments([]) == list(PARTS)
    assert arguments(["memory", "plans"]) == ["plans", "memory"]
    with pytest.raises(SystemExit):
        arguments(["nothing"])
