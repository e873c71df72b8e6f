"""What stands beside the editions: a character that cannot stay does not hide the other mistakes of its file."""

from __future__ import annotations

import shutil
from pathlib import Path

from stages.checks.supplements import supplement_problems
from stages.reading.editions import read_content
from stages.reading.supplements import read_supplements

CONTENT = Path(__file__).parents[2] / "content"


def test_an_odd_character_hides_no_other_mistake(tmp_path: Path) -> None:
    """A no-break space and a related term that is none, in one glossary: both are told."""
    shutil.copytree(CONTENT, tmp_path / "content")
    glossary = tmp_path / "content" / "glossary.yml"
    text = glossary.read_text(encoding="utf-8")
    assert "see: [" in text
    glossary.write_text(f"# a\u00a0note\n{text.replace('see: [', 'see: [no-such-term, ', 1)}", encoding="utf-8")
    supplements = read_supplements(tmp_path / "content")
    told = [problem.message for problem in supplement_problems(supplements, read_content(tmp_path / "content"))]
    assert any("a space of a special kind stands here" in message for message in told)
    assert any("'no-such-term' is not a term" in message for message in told)
