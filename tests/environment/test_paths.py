"""Where a virtual environment keeps its programs, on Windows and elsewhere; nothing here was run on Windows."""

from __future__ import annotations

import pytest

from stages.environment.paths import programs, python
from stages.environment.setup import _steps


@pytest.mark.parametrize(
    ("system", "folder", "interpreter"),
    [
        pytest.param("nt", (".venv", "Scripts"), "python.exe", id="Windows"),
        pytest.param("posix", (".venv", "bin"), "python", id="Linux and macOS"),
    ],
)
def test_each_layout(system: str, folder: tuple[str, str], interpreter: str) -> None:
    """The folder, the Python in it, and every command and stamp of setup."""
    assert programs(system).parts == folder
    assert python(system).parts == (*folder, interpreter)
    packages, node, wheels = _steps("bench", system)
    assert {step.command[0] for step in (packages, node, wheels)} == {str(python(system))}
    assert [stamp.parts for stamp in packages.stamps] == [(*folder, name) for name in ("benched", "tested", "built")]
