"""What the command line says of itself: what may be asked, and what every option is for."""

from __future__ import annotations

import re

import pytest

from calculators import __main__ as command_line
from calculators.grammar import COMMANDS


def test_who_asks_nothing_is_told_what_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command_line.main([])
    told = capsys.readouterr().err.removeprefix("case-review: Write one of: ").partition(";")[0]
    assert told.split(", ") == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_says_of_every_option_what_it_is_for(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In a phrase that begins small, as argparse's own does, behind the name, or on the line below it if the name is long."""
    with pytest.raises(SystemExit) as leaving:
        command_line.main([command, "--help"])
    assert not leaving.value.code
    named = re.findall(r"^  \S.*(?:\n {3,}.*)*", capsys.readouterr().out, re.MULTILINE)
    assert named
    assert [each for each in named if not re.search(r"\S\s{2,}[a-z]", each)] == []
