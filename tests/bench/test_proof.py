"""The page of proof is what its command writes from the kept files, says what it lacks, and shows no file it does not know."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.proof import PAGE, _number, kept_files, page
from bench.proved import PROVED
from stages.checks.prose import docs_problems
from tests.count import kind_of
from tests.inputs import tried

ROOT = Path(__file__).parents[2]
CHECKS = [check for group in PROVED for check in group.checks]


def kept(*values: float | str, unit: str = "", clean: bool = True) -> dict[str, Any]:
    """Return a kept file with a run for each value, ten minutes apart."""
    figures = [[{"what": "ratio", "value": value, "unit": unit, "note": ""}] for value in values]
    runs = [
        {
            "at": f"2026-11-30T01:{10 * n:02}Z", "commit": "0123456789", "clean": clean, "python": "3.11.7",
            "machine": "Linux x86_64, 2 processors", "load": 1.5, "figures": found,
        }
        for n, found in enumerate(figures)
    ]  # fmt: skip
    return {"name": "plans", "command": "python -m bench.plans --all", "runs": runs}


def section(text: str, name: str) -> str:
    """Return what stands under a check's heading."""
    found = re.search(rf"^### [^\n]*{{: #{name} }}\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def test_the_committed_page_is_what_the_command_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(kept_files()), "run `python -m bench.proof`"


def test_a_fresh_copy_with_nothing_installed_writes_the_same(tmp_path: Path) -> None:
    """From the committed files alone, by the standard library."""
    shutil.copytree(ROOT / "bench", tmp_path / "bench", ignore=shutil.ignore_patterns("__pycache__", "results"))
    (tmp_path / "docs" / "about").mkdir(parents=True)
    for module in (ROOT / "tests").rglob("*.py"):
        copy = tmp_path / module.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(module, copy)
    subprocess.run([sys.executable, "-S", "-B", "-m", "bench.proof"], cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "docs" / "about" / "proof.md").read_bytes() == PAGE.read_bytes()


def test_every_check_has_a_name_of_its_own() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)


def test_a_kept_file_that_the_page_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match=r"bench/kept/novel\.json: say in bench/proved\.py"):
        page({"novel": kept(1)})


def test_a_main_figure_that_was_not_kept_is_refused() -> None:
    """Else the first table would show another one in its place."""
    with pytest.raises(ValueError, match=r"bench/kept/by-hand\.json has no figure 'dates by each"):
        page({"by-hand": kept(1)})


def test_a_pattern_that_leaves_no_figure_is_noticed() -> None:
    """Of what is kept, each check shows something."""
    for check in CHECKS:
        figures = kept_files().get(check.name, {"runs": [{"figures": []}]})["runs"][-1]["figures"]
        assert not figures or [each for each in figures if re.search(check.rows, each["what"])], check.name


def test_figures_that_the_page_leaves_out_are_counted() -> None:
    held = kept(1)
    held["runs"][0]["figures"].append({"what": "working days on, 50: ours", "value": 0.9, "unit": "µs", "note": ""})
    text = section(page({"working_days_on": held}), "working_days_on")
    assert "| Working days on, 50: ours | 0.90 µs |\n\n`bench/kept/working_days_on.json` has 1 more." in text
    assert "| Ratio" not in text


def test_what_was_not_measured_says_so_with_its_command() -> None:
    text = page({})
    for check in CHECKS:
        assert "Not yet measured; " in section(text, check.name)
        assert f"| [{check.title}](#{check.name}) | Not yet measured |" in text


def test_a_command_is_named_only_if_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Not yet measured; the command is `python -m bench.plans`." in section(page({}), "plans")
    monkeypatch.setattr("bench.proof._ROOT", ROOT / "docs")
    assert "Not yet measured; there is no command for it yet." in section(page({}), "plans")


def test_one_run_is_shown_with_the_command_that_was_run() -> None:
    text = page({"plans": kept(1876, unit="plans")})
    assert "| Ratio | 1,876 plans |" in section(text, "plans")
    assert (
        "Measured by `python -m bench.plans --all` on 30 November 2026 at 01:00 UTC; commit `0123456789`; "
        "Linux x86_64, 2 processors, Python 3.11.7, load 1.5."
    ) in section(text, "plans")
    assert "(#plans) | Ratio: 1,876 plans (30 November 2026) |" in text


def test_several_runs_are_shown_with_their_median_and_range() -> None:
    """0.4, 0.9 and 0.5: the middle one is 0.5."""
    text = page({"plans": kept(0.4, 0.9, 0.5)})
    assert "| Ratio | 0.50 (0.40 to 0.90) |" in section(text, "plans")
    assert "in 3 runs, on 30 November 2026 at 01:00, 30 November 2026 at 01:10, 30 November 2026 at 01:20 UTC" in text
    assert "(#plans) | Ratio: 0.50 (30 November 2026) |" in text


def test_words_of_several_runs_are_the_newest() -> None:
    assert "| Ratio | opens |" in page({"plans": kept("does not open", "opens")})


def test_a_tree_that_was_altered_is_said() -> None:
    assert "commit `0123456789` with changes not yet committed;" in page({"plans": kept(1, clean=False)})


@pytest.mark.parametrize(("value", "said"), [
    pytest.param(10957, "10,957", id="thousands"), pytest.param(0.6512, "0.65", id="below ten"),
    pytest.param(12.34, "12.3", id="below a hundred"), pytest.param(1234.5, "1,234", id="larger"),
    pytest.param(0.0, "0", id="nothing"), pytest.param("3.14.2", "3.14.2", id="words"),
    pytest.param("5eac06ff691b137df3b44f1b69739bd5d07fba8cadf519ea", "5eac06ff691b137d…", id="a hash"),
    pytest.param(0.00412, "0.0041", id="very small"),
])  # fmt: skip
def test_numbers(value: float | str, said: str) -> None:
    assert _number(value) == said


def test_figures_may_be_lengths_of_time_here_and_nowhere_else() -> None:
    """They were measured, and start no clock."""
    text = "# Proof\n\nTried on 957 days.\n"
    assert list(docs_problems(text, path="docs/about/proof.md")) == []
    assert len(list(docs_problems(text, path="docs/about/counting.md"))) == 1


def test_a_kept_file_is_named_as_it_says() -> None:
    for name, held in kept_files().items():
        assert (held["name"], json.dumps(held["runs"]).count('"figures": []')) == (name, 0)


def test_what_a_figure_is_fits_its_row() -> None:
    """A table with a longer name scrolls sideways on the page, where no keyboard reaches it."""
    named = {figure["what"] for held in kept_files().values() for run in held["runs"] for figure in run["figures"]}
    assert [name for name in named if len(name) > 100 or "`" in name] == []


def test_inputs_that_hypothesis_threw_away_are_not_counted() -> None:
    said = "- during reuse phase:\n - 2 passing, 0 failing, and 0 invalid test cases\n- during generate phase:\n"
    assert tried(f"{said} - 198 passing, 1 failing, and 31 invalid test cases") == 201
    assert tried("") == 0


def test_a_quick_test_is_counted_as_one(request: pytest.FixtureRequest) -> None:
    assert kind_of(request.node) == "quick tests"
