"""How the faults put into the code are drawn, tested and reckoned."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import mutation
from bench.faults import SAMPLE, Mutant, change, draw
from bench.mutation import figures, listed, where_tested

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("module", "own", "room"),
    [
        pytest.param("calculators/replies/plan.py", "tests/replies/test_plan.py", "tests/replies", id="in a room of the calculators"),
        pytest.param("calculators/typed.py", "tests/test_typed.py", "tests/test_typed.py", id="beside the rooms"),
        pytest.param("stages/pages/compare.py", "tests/pages/test_compare.py", "tests/pages", id="a page"),
        pytest.param("stages/pages/weights.py", None, "tests/pages", id="one without tests of its own name"),
    ],
)  # fmt: skip
def test_a_modules_tests(module: str, own: str | None, room: str) -> None:
    """First the file that is named after it, then its room's."""
    exists = [str(path.relative_to(ROOT)) for path in (ROOT / "tests").rglob("test_*.py")]
    first, then = where_tested(module, exists)
    assert first == ((own,) if own else ())
    assert room in then


def test_every_room_has_tests() -> None:
    """What the command names is there."""
    assert [path for room in mutation.ROOMS.values() for path in room if not (ROOT / path).exists()] == []


def test_the_sample_is_the_same_whatever_order_the_faults_come_in() -> None:
    """And one fault more or less elsewhere moves no other one's place."""
    faults = [Mutant(f"calculators/typed.py day {number}", "", str) for number in range(1000)]
    drawn = draw(faults)
    assert len(drawn) == SAMPLE
    assert draw(faults[::-1]) == drawn
    without = draw([fault for fault in faults if fault is not drawn[0]])
    assert without[: len(drawn) - 1] == drawn[1:]


def test_a_change_is_shown_as_the_lines_that_differ() -> None:
    """Each after its sign, without its indent."""
    assert change("def f():\n    a = 1\n    b = 2\n", "def f():\n    a = 1\n    b = 3\n") == "- b = 2\n+ b = 3"


def test_the_score() -> None:
    """Of 10 faults 7 are killed and 1 runs away; of the 2 that live 1 is equivalent: 80 % of all, 88.9 % of the other 9."""
    verdicts = {str(number): "killed" for number in range(7)} | {"7": "timed out", "8": "survived", "9": "survived"}
    found = {figure.what: figure.value for figure in figures(verdicts, 1, of=300)}  # type: ignore[arg-type] # the words are verdicts
    assert found == {
        "faults to be tried": 300,
        "faults tried": 10,
        "killed by a test": 7,
        "timed out": 1,
        "survived": 2,
        "survived and listed as equivalent": 1,
        "score, of all tried": 80.0,
        "score, without the equivalent": 88.9,
    }


def test_each_survivor_is_listed_with_its_reason() -> None:
    """In a module that there is, once, with a change that takes something away or adds something."""
    entries = listed()
    assert len({(entry.module, entry.change) for entry in entries}) == len(entries)
    for entry in entries:
        assert (ROOT / entry.module).is_file()
        assert entry.change.startswith(("- ", "+ "))
        assert entry.why.endswith(".")
