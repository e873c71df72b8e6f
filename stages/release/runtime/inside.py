"""Runs inside Pyodide at build time: compiles the wheels, and trims them and the library to what is used.

The host's Python cannot make bytecode for Pyodide's, so both are compiled here.
"""

import base64
import csv
import hashlib
import importlib
import importlib.util
import io
import marshal
import sys
import zipfile
from importlib._bootstrap_external import _code_to_hash_pyc
from pathlib import Path

STDLIB = next(path for path in sys.path if path.endswith(".zip"))
EPOCH = (1980, 1, 1, 0, 0, 0)  # zip files begin here; a fixed time keeps the bytes the same


def bytecode(source, name, optimize=0):
    """Return the unchecked-hash .pyc of a module's source."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=optimize)
    code = marshal.loads(marshal.dumps(code))  # one round trip makes the references, and so the bytes, repeatable
    return bytes(_code_to_hash_pyc(code, importlib.util.source_hash(source), checked=False))


def write(archive, name, data):
    """Store one file without compression: the whole archive is compressed afterwards."""
    archive.writestr(zipfile.ZipInfo(name, EPOCH), data)


def compile_wheels(wheels, exercise_calendar):
    """Compile each wheel where it lies: ours, which is first, whole; of the others what a calendar file opens."""
    ours = wheels[0]
    used = opened_for_a_calendar(wheels, exercise_calendar)
    for path in wheels:
        Path(path).write_bytes(compiled_wheel(path, keep=None if path == ours else used))


def opened_for_a_calendar(wheels, exercise_calendar):
    """Return the files in the wheels that are opened while calendars are made: modules, and UTC of all time zones."""
    folder, opened = "/tmp/trial", set()
    for path in wheels:
        zipfile.ZipFile(path).extractall(folder)
    sys.addaudithook(lambda event, given: opened.add(str(given[0])) if event == "open" else None)
    sys.path.insert(0, folder)
    exercise_calendar()
    sys.path.remove(folder)
    importlib.invalidate_caches()
    return {name.removeprefix(f"{folder}/") for name in opened}


def compiled_wheel(path, *, keep):
    """Return the wheel at `path` with its modules as bytecode and its RECORD made anew.

    With `keep`, of its modules and data only these; its licence and metadata always stay.
    """
    out, record = io.BytesIO(), []
    with zipfile.ZipFile(path) as wheel, zipfile.ZipFile(out, "w") as archive:
        for name in sorted(wheel.namelist()):
            if keep is not None and name not in keep and ".dist-info/" not in name:
                continue
            data = wheel.read(name)
            if name.endswith("/RECORD"):
                record_name = name
                continue
            is_module = name.endswith(".py")
            stored, data = (f"{name}c", bytecode(data, name)) if is_module else (name, data)
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append((stored, f"sha256={digest}", len(data)))
            write(archive, stored, data)
        lines = io.StringIO()
        csv.writer(lines, lineterminator="\n").writerows([*record, (record_name, "", "")])
        write(archive, record_name, lines.getvalue().encode())
    return out.getvalue()


def trimmed_library(names):
    """Return the standard library's archive with only the modules of these names, as bytecode."""
    kept = {name.replace(".", "/") for name in names}
    out = io.BytesIO()
    with zipfile.ZipFile(STDLIB) as library, zipfile.ZipFile(out, "w") as archive:
        for name in sorted(library.namelist()):
            module = name.removesuffix(".py").removesuffix("/__init__")
            if name.endswith(".py") and module in kept:
                # Without docstrings, save Pyodide's own, which it copies to functions that are not Python's.
                write(archive, f"{name}c", bytecode(library.read(name), name, 0 if name.startswith("_pyodide/") else 2))
    return out.getvalue()
