"""From content/ to the guide in one go."""

from __future__ import annotations

from typing import Any

import pytest

import build
from calculators.register import EDITIONS
from stages.checks import editions
from stages.compiling import edition_record

pytestmark = pytest.mark.real


def test_each_edition_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks return what they compiled; nothing is made of it a second time."""
    compiled: list[str] = []

    def noted(written: Any, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the compiler passes
        compiled.append(written.id)
        return edition_record(written, *given, **named)

    monkeypatch.setattr(editions, "edition_record", noted)
    build.compiled()
    assert sorted(compiled) == sorted(EDITIONS)
