"""What measurements make of what they measured: medians, ratios, and what other programs print."""

from __future__ import annotations

import ast
import base64
import hashlib
import inspect
from pathlib import Path

import pytest

import build
from bench.build_time import STAGED, TOLD, stages_of
from bench.growth import LAST_DAY, RUN, edition, figures
from bench.memory import DRAWS_PAGES, descendants, parent, pss
from bench.peers import LAST_DAY as EXPECTED
from bench.peers import PINS, calculator, first_fault, is_whole
from bench.rounds import median_of, ratios, rounded

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("value", "kept"), [(0.123456, 0.123), (12.3456, 12.3), (999.6, 1000), (123456.7, 123457), (5.0, 5), (-0.02468, -0.0247)]
)  # fmt: skip
def test_a_figure_keeps_three_digits(value: float, kept: float) -> None:
    assert rounded(value) == kept


def test_a_median_says_how_far_its_turns_lie_apart() -> None:
    figure = median_of("a start", [3.0, 1.5, 40.25], "s", "cold")
    assert (figure.value, figure.unit, figure.note) == (3, "s", "1.5 to 40.2, 3 turns; cold")
    assert median_of("once", [2.0]).note == ""


def test_ratios_are_of_the_same_turn() -> None:
    assert ratios([2.0, 9.0], [1.0, 3.0]) == [2.0, 3.0]
    with pytest.raises(ValueError, match="shorter"):
        ratios([1.0, 2.0], [1.0])


def test_each_further_one_is_told_from_the_size_before() -> None:
    """90 more editions that take 9 seconds more take 100 ms each; 4.5 MB more are 50 kB each."""
    found = {
        10: {"compile": (1.0, 100), "pages": (2.0, 500_000)},
        100: {"compile": (10.0, 900), "pages": (2.0, 5_000_000)},
    }
    told = {figure.what: (figure.value, figure.unit) for figure in figures("editions", found)}
    assert told["10 editions: compile"] == (1, "s")
    assert told["each further to 100: compile"] == (100, "ms")
    assert told["each further to 100: pages"] == (0, "ms")
    assert told["100 editions: bytes of the site"] == (5, "MB")
    assert told["each further to 100: bytes of the site"] == (50, "kB")


def test_invented_editions_lie_before_the_oldest_real_one() -> None:
    like = "guidance: Working Together\nin_force: {from: 2023-12-15, from_is: publication, to: 2026-03-17}\nreview: x"
    assert f"from: 2014-01-01, from_is: publication, to: {LAST_DAY}" in edition(0, like)
    assert edition(3, like).startswith("guidance: Invented guidance 2011\nin_force: {from: 2011-01-01")
    assert "to: 2011-12-31" in edition(3, like)


@pytest.mark.parametrize("program", [pytest.param(RUN, id="growth"), pytest.param(STAGED, id="the build by stage")])
def test_a_program_that_measures_a_build_calls_it_as_it_stands(program: str) -> None:
    """It runs for minutes in a process of its own, where neither types nor other tests look."""
    calls = [each for each in ast.walk(ast.parse(program)) if isinstance(each, ast.Call)]
    ours = [each for each in calls if isinstance(each.func, ast.Attribute) and ast.unparse(each.func.value) == "build"]
    assert ours
    for call in ours:
        assert isinstance(call.func, ast.Attribute)
        inspect.signature(getattr(build, call.func.attr)).bind(*call.args)


def test_the_stages_that_a_build_told() -> None:
    out = f'Built site/index.html\n{TOLD}{{"Sealing": 0.5, "Reading content/": 1.25}}\n'
    assert stages_of(out) == {"Sealing": 0.5, "Reading content/": 1.25}


def test_what_linux_says_of_a_process() -> None:
    assert pss("Rss: 4096 kB\nPss:    1000 kB\nPss_Dirty: 3 kB\n") == pytest.approx(1.024)
    assert pss("") == 0
    assert parent("7 (a (b) c) S 3 7 7") == 3
    assert descendants(1, {2: 1, 3: 2, 5: 4}) == {2, 3}


@pytest.mark.parametrize(
    ("words", "draws"),
    [
        ("/usr/lib/chromium/chromium --type=renderer --lang=en", True),
        ("/usr/lib/chromium/chromium --type=gpu-process", False),
        ("firefox-esr -contentproc -isForBrowser -prefsHandle 0 {1} 4 tab", True),
        ("firefox-esr -contentproc -parentBuildID 2 {1} 1 socket", False),
    ],
)
def test_the_processes_that_draw_pages(words: str, *, draws: bool) -> None:
    assert bool(DRAWS_PAGES.search(words)) is draws


def test_the_small_calculator_counts_to_our_answer() -> None:
    """Good Friday (3 April 2026) and Easter Monday are named, and the fifth working day is the last."""
    space: dict[str, list[str]] = {}
    exec(calculator(), space)  # noqa: S102 - the peers' own program
    rows = space["rows"]
    assert (rows[0], rows[-1]) == ("Friday 3 April 2026: not counted", f"{EXPECTED}: counted")
    assert [row.split(":")[0] for row in rows if row.endswith(": counted")] == [
        "Tuesday 7 April 2026", "Wednesday 8 April 2026", "Thursday 9 April 2026", "Friday 10 April 2026", EXPECTED,
    ]  # fmt: skip


def test_a_peer_is_taken_by_its_hash_alone() -> None:
    whole = base64.b64encode(hashlib.sha512(b"archive").digest()).decode()
    assert is_whole(b"archive", whole)
    assert not is_whole(b"archive ", whole)


def test_marimo_is_pinned_as_the_project_says() -> None:
    (line,) = (line for line in PINS.read_text(encoding="utf-8").splitlines() if line.startswith("marimo=="))
    assert f'"{line.removesuffix(" " + chr(92))}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_first_fault_is_told_without_the_folder() -> None:
    said = ["file:///tmp/a%20b/x.html - blocked 'file:///tmp/a%20b/core.js'", "another"]
    assert first_fault(said, "file:///tmp/a%20b/x.html") == "x.html - blocked 'core.js'"
    fonts = ["x.html - Access to font at 'a' blocked", "x.html - Access to script at 'b' blocked"]
    assert first_fault(fonts, "file:///tmp/x.html") == fonts[1]
    assert first_fault([], "file:///x.html") == "the browser says nothing"
