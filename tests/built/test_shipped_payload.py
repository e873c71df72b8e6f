"""The payload as it is shipped answers word for word as CPython does: ten thousand random questions, most valid, some not.

The files of the built site are decoded as the page's worker decodes them and run in Node's Pyodide, with what is loaded of the
standard library, so that a module that is not and is wanted after all is found here.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from calculators.answer import answer
from tests.both_pythons import payload
from tests.both_pythons.comparing import at_hand, compare, differences
from tests.both_pythons.questions import questions

if TYPE_CHECKING:
    import subprocess

HOW_MANY = 10_000
SEED = 20260402


@pytest.fixture(scope="module")
def engine(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the shipped parts beside Pyodide's own two scripts."""
    assert site.is_dir()
    return payload.engine(tmp_path_factory.mktemp("engine"))


def told_by(engine: Path, asked: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Put questions to the engine in `engine`; its answers come to `told.jsonl` in `folder`."""
    (folder / "asked.jsonl").write_text("".join(f"{json.dumps(question)}\n" for question in asked), encoding="utf-8")
    return payload.run("answers.mjs", engine, folder / "asked.jsonl", folder / "told.jsonl")


def test_ten_thousand_random_questions(engine: Path, tmp_path: Path) -> None:
    """The whole text of each answer, from the shipped Pyodide and from this Python."""
    asked = list(questions(HOW_MANY, SEED))
    done = told_by(engine, asked, tmp_path)
    assert done.returncode == 0, done.stderr
    replies = (tmp_path / "told.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(replies) == HOW_MANY
    assert json.loads(done.stdout)["imported"] == []
    refused = 0
    for question, theirs in zip(asked, replies, strict=True):
        ours = answer(question)
        refused += '"errors"' in ours
        assert theirs == ours, f"{question}: the built site differs; if it is older than calculators/, build it again"
        assert "a fault of its own" not in ours, question
    assert HOW_MANY / 10 < refused < HOW_MANY / 2, "some are refused, and most are not"


def test_what_is_not_loaded_is_noticed(engine: Path, tmp_path: Path) -> None:
    """A calendar needs what the page loads only when one is asked for."""
    edition = "england/child-safeguarding-practice-review-2023"
    question = {"ask": "plan", "edition": edition, "events": {"authority-aware": "2026-06-11"}, "as": "ics"}
    done = told_by(engine, [json.dumps(question)], tmp_path)
    assert (done.returncode, json.loads(done.stdout)["imported"]) == (0, ["icalendar"])


def test_every_python_at_hand_answers_with_the_same_hash(tmp_path: Path) -> None:
    """500 questions here; `python -m tests.both_pythons 100000` asks as many as it is told."""
    pythons = at_hand()
    assert sys.executable in pythons
    told = compare(500, 1, folder=tmp_path, pythons=pythons)
    assert differences(told) == []
    assert {(each.number, each.refused) for each in told} == {(500, told[0].refused)}


def test_a_python_that_answers_otherwise_is_told_apart(tmp_path: Path) -> None:
    """The comparison of hashes can fail: other questions give other answers."""
    one, other = (compare(1_001, seed, folder=tmp_path, pythons=[])[0] for seed in (1, 2))
    assert len(differences([one, other])) == 1
    assert differences([one, one]) == []


ASK_FOR = """
import {{ started }} from {started};
const python = await started({engine});
console.log(python.runPython(`
import importlib, os
def found(name):
    try:
        return bool(importlib.import_module(name))
    except ModuleNotFoundError:
        return False
f'{{[name for name in ("difflib", "argparse", "calculators.wording") if found(name)]}} {{os.urandom(8).hex()}}'
`));
"""


def test_what_no_page_uses_is_not_in_it_and_chance_is_new_in_each(engine: Path, tmp_path: Path) -> None:
    """Only the command line reads arguments; and the memory brings its system's chance with it no more than a clock."""
    script = tmp_path / "ask.mjs"
    started = (Path(payload.__file__).with_name("started.mjs")).as_uri()
    script.write_text(ASK_FOR.format(started=json.dumps(started), engine=json.dumps(str(engine))), encoding="utf-8")
    told = [payload.run(str(script)) for _ in range(2)]
    assert [done.stderr for done in told] == ["", ""]
    (found, chance), (_, other) = (done.stdout.strip().rsplit(" ", 1) for done in told)
    assert found == "['difflib', 'calculators.wording']"
    assert chance != other


BROWSERS_OF_OTHER_KINDS = {
    "an iPhone": 'Object.defineProperty(globalThis, "navigator", { value: { userAgent: "iPhone" } });',
    "one without garbage collection in WebAssembly": """
WebAssembly.Module = new Proxy(WebAssembly.Module, {
  construct(made, [bytes]) {
    if (bytes.some((byte, at) => byte === 0xfb && bytes[at + 1] === 0x14)) throw new WebAssembly.CompileError("ref.test is not known");
    return new made(bytes);
  },
});""",
}


@pytest.mark.parametrize("kind", BROWSERS_OF_OTHER_KINDS)
def test_the_memory_is_put_back_in_browsers_of_other_kinds_too(engine: Path, tmp_path: Path, kind: str) -> None:
    """Pyodide calls functions in another way there, and it is Node, of the common kind, in which the memory was made."""
    script, question = (
        tmp_path / "kind.mjs",
        '{"ask": "workdays", "calendar": "scotland", "from": "2026-11-27", "add": "1"}',
    )
    started = (Path(payload.__file__).with_name("started.mjs")).as_uri()
    lines = [
        f"import {{ started }} from {json.dumps(started)};",
        BROWSERS_OF_OTHER_KINDS[kind],
        f"const python = await started({json.dumps(str(engine))});",
        f"console.log(python.pyimport('calculators.answer').answer({json.dumps(question)}));",
    ]
    script.write_text("\n".join(lines), encoding="utf-8")
    done = payload.run(str(script))
    assert (done.stdout.strip(), done.stderr) == (answer(question), "")
