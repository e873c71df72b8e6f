"""The calculator's engine: a failure of Node is told in a few short lines, and Windows' line ends do not get in."""

from __future__ import annotations

import json
import os
import re
from hashlib import sha256
from pathlib import Path

import pytest

from stages.problems import ContentRefused
from stages.release.engine import _RUNTIME, _forget_oldest, _parts, _refuse_windows_line_ends
from stages.release.node import _LAST_LINES, _LINE, run_node
from tests.both_pythons import payload

PAYLOAD = ("calculators.js", "exports.js", "runtime.js", "wasm.js")
ROOT = Path(__file__).parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"


def test_when_pyodide_fails_the_end_of_what_it_said_is_told(tmp_path: Path) -> None:
    """Pyodide stands on one line of a million characters, which Node would print with any error in it."""
    wheel = tmp_path / "ours.whl"
    wheel.write_bytes(b"this is no wheel")
    with pytest.raises(RuntimeError, match="not a zip file") as told:
        run_node(_RUNTIME / "build.mjs", PYODIDE, tmp_path / "out", wheel, wheel)
    assert len(str(told.value)) < (_LAST_LINES + 1) * _LINE


def checkout(folder: Path, *, line_end: str) -> Path:
    """Write a small checkout whose files end their lines so."""
    for path in (
        "calculators/a.py",
        "docs/assets/js/a.js",
        "docs/assets/css/a.css",
        "stages/release/runtime/a.mjs",
        "LICENSE",
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("one\ntwo\n", encoding="utf-8", newline=line_end)
    return folder


def test_line_ends_of_windows_are_refused_by_file(tmp_path: Path) -> None:
    """The bytes of the wheel, and with them the build's id, would not be those that everybody else gets."""
    with pytest.raises(ContentRefused) as refused:
        _refuse_windows_line_ends(checkout(tmp_path, line_end="\r\n"))
    assert [problem.path for problem in refused.value.problems] == [
        "LICENSE",
        "calculators/a.py",
        "docs/assets/css/a.css",
        "docs/assets/js/a.js",
        "stages/release/runtime/a.mjs",
    ]
    assert "save it with LF" in refused.value.problems[0].message


def test_line_ends_of_the_repository_are_let_in(tmp_path: Path) -> None:
    _refuse_windows_line_ends(checkout(tmp_path, line_end="\n"))


def test_what_has_not_been_used_for_longest_is_forgotten(tmp_path: Path) -> None:
    for number, name in enumerate(("oldest", "used again", "newest")):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (number, number))
    (tmp_path / "file").touch()
    os.utime(tmp_path / "file", (0, 0))
    (tmp_path / "used again").touch()
    _forget_oldest(tmp_path, leaving=2)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["newest", "used again"]


def test_the_page_for_hosts_has_the_sizes_and_sums_of_the_calculator_s_files(site: Path) -> None:
    page = (site / "about" / "hosting.html").read_text(encoding="utf-8")
    told = re.findall(r"<td><code>(\w+\.js)</code></td><td>([\d,]+)</td><td><code>([0-9a-f]{64})</code></td>", page)
    files = ((name, (site / "assets" / "engine" / name).read_bytes()) for name in PAYLOAD)
    assert sorted(told) == [(name, f"{len(data):,}", sha256(data).hexdigest()) for name, data in files]


@pytest.mark.slow
def test_what_node_makes_is_the_same_in_another_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another folder, time zone, language and user; the memory that the page begins with is part of it."""
    made = [_parts(ROOT, PYODIDE, cache=tmp_path / "one")]
    for name, value in {
        "TZ": "Pacific/Auckland",
        "LANG": "cy_GB.UTF-8",
        "LC_ALL": "cy_GB.UTF-8",
        "USER": "ann",
    }.items():
        monkeypatch.setenv(name, value)
    made.append(_parts(ROOT, PYODIDE, cache=tmp_path / "Môn, a second"))
    one, other = ({"memory": each.memory, "lock": each.lock} | each.exports for each in made)
    assert len(one["memory"]) > 10_000_000
    assert [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)] == []


LAY_AGAIN = """
import {{ packed, restore }} from {memory};
const words = (length, given) => Object.assign(new Uint32Array(length), given);
const [PAGE, FIRST] = [1024, 16 * 1024];
const begun = words(FIRST, {{ 0: 7, 1: 8, [3 * PAGE]: 9 }});
const whole = words(4 + 2 * FIRST, {{ 0: 1, 3: 2, 4: 7, 5: 6, [4 + 5 * PAGE]: 5, [4 + 2 * FIRST - 1]: 4 }});
const kept = packed(whole, 4, begun);
const memory = new WebAssembly.Memory({{ initial: 1 }});
new Uint32Array(memory.buffer).set(begun);
const again = new Uint32Array(kept[0]);
restore(kept, memory, again);
console.log(kept.length, memory.buffer.byteLength / 4 === 2 * FIRST, again.length === whole.length, again.every((word, at) => word === whole[at]));
"""


def test_the_memory_is_laid_as_it_was_kept(tmp_path: Path) -> None:
    """What stood from the beginning and is gone, what changed, what is new, and what the memory grew by: four pages of 32."""
    script = tmp_path / "again.mjs"
    script.write_text(LAY_AGAIN.format(memory=json.dumps((_RUNTIME / "memory.mjs").as_uri())), encoding="utf-8")
    done = payload.run(str(script))
    assert (done.stdout.split(), done.stderr) == ([str(4 + 4 + 4 + 4 * 1024), "true", "true", "true"], "")
