"""The command line as a stranger runs it: an answer, or one line that says what to write."""

# ruff: noqa: RUF001 - other scripts' digits are what is refused

from __future__ import annotations

import io
import json
import os
import runpy
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from calculators import __main__ as command_line
from calculators import console as streams

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Checkout

ENGLAND = "england/child-safeguarding-practice-review-2023"
STUB = "england/child-safeguarding-practice-review-2026"
AWARE = "authority-aware=2026-04-02"
TEST = ["criteria", ENGLAND, "notify-panel"]
WORKDAYS = ["workdays", "england-and-wales", "--from", "2026-04-02"]


def date_rows(*arguments: str) -> list[pytest.ParameterSet]:
    """Return rows that give each text which is no date to the option that `arguments` end with."""
    texts = {
        "2026-4-2": "no leading zeros", "20260402": "no hyphens", "2026-W14-4": "a week date",
        "２０２６-04-02": "full-width digits", "2026-02-30": "no such day", "2026-04-02T00:00": "a time of day",
        "": "nothing", "2026-04-\n02": "a line end inside", "2026-04-02\n": "a line end after",
        "1999-12-31": "before the first year held", "2051-01-01": "after the last",
    }  # fmt: skip
    return [
        pytest.param([*arguments[:-1], arguments[-1] + text], id=f"{arguments[-1] or arguments[-2]} {why}")
        for text, why in texts.items()
    ]


def number_rows(*arguments: str) -> list[pytest.ParameterSet]:
    """Return rows that give each text which is no number to the option that `arguments` end with."""
    return [
        pytest.param([*arguments, text], id=f"{arguments[-1]} {text or 'nothing'}")
        for text in ("-1", "10001", "1e3", "+5", "５", "")
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="no arguments"),
        pytest.param(["pla"], id="a command cut short"),
        pytest.param(["plan"], id="no edition"),
        pytest.param(["plan", "england/child-safeguarding-practice-review-2024"], id="an unknown edition"),
        pytest.param(["plan", ""], id="an empty edition"),
        pytest.param(["plan", ENGLAND, "--event", "moon=2026-04-02"], id="an unknown event"),
        pytest.param(["plan", ENGLAND, "--event", "=2026-04-02"], id="an event without a name"),
        pytest.param(["plan", ENGLAND, "--event", "incident"], id="an event without a date"),
        pytest.param(["plan", ENGLAND, "--event"], id="an option without its value"),
        pytest.param(["plan", ENGLAND, "--event", AWARE, "--event", AWARE], id="an event given twice"),
        pytest.param(["plan", ENGLAND, "--eve", AWARE], id="an option cut short"),
        pytest.param(["plan", ENGLAND, "--evnt", AWARE], id="an unknown option"),
        pytest.param(["plan", ENGLAND, "--js"], id="--json cut short"),
        pytest.param(["plan", ENGLAND, ENGLAND], id="two editions"),
        pytest.param(["workdays", "mars", "--from", "2026-04-02", "--add", "1"], id="an unknown calendar"),
        pytest.param(["workdays"], id="no calendar"),
        pytest.param(["workdays", "scotland"], id="no dates"),
        pytest.param(WORKDAYS, id="only a start"),
        pytest.param([*WORKDAYS, "--add", "1", "--until", "2026-04-03"], id="two questions in one"),
        pytest.param([*WORKDAYS, "--until", "2026-04-01"], id="an end before the start"),
        pytest.param([*WORKDAYS, "--add", "10000"], id="past the horizon"),
        pytest.param(["criteria"], id="no edition for a test"),
        pytest.param(["criteria", ENGLAND], id="no test"),
        pytest.param(["criteria", ENGLAND, "mars"], id="an unknown test"),
        pytest.param([*TEST, "--fact", "mars=yes"], id="an unknown fact"),
        pytest.param([*TEST, "--fact", "child-died=perhaps"], id="a fact that is neither yes, no nor unknown"),
        pytest.param([*TEST, "--fact", "child-died=Yes"], id="a capital letter"),
        pytest.param([*TEST, "--fact", "child-died"], id="a fact without a value"),
        pytest.param([*TEST, "--fact", "child-died=yes", "--fact", "child-died=yes"], id="a fact given twice"),
        pytest.param(["editions", "--nation", "mars"], id="an unknown nation"),
        pytest.param(["editions", "--nation", ""], id="an empty nation"),
        pytest.param(["plan", "\nEvil\x1b[31m\u2028line"], id="line ends and control characters"),
        pytest.param(["plan", "x" * 100_000], id="a very long edition"),
        *date_rows("plan", ENGLAND, "--event", "authority-aware="),
        *date_rows("plan", ENGLAND, "--closed", ""),
        *date_rows("plan", ENGLAND, "--today", ""),
        *date_rows("workdays", "scotland", "--add", "1", "--from", ""),
        *date_rows("workdays", "scotland", "--from", "2026-04-02", "--until", ""),
        *date_rows("editions", "--on", ""),
        *number_rows(*WORKDAYS, "--add"),
        *number_rows("workdays", "scotland", "--before", "2026-04-02", "--back"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_in_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, one line on standard error, nothing on standard output."""
    with pytest.raises(SystemExit) as leaving:
        command_line.main(arguments)
    out, err = capsys.readouterr()
    assert (leaving.value.code, out) == (2, "")
    assert err.startswith("case-review: ")
    assert err.endswith("\n")
    assert err[:-1].isprintable()
    assert "usage" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([b"plan", b"\xff\xfe"], id="bytes for an edition"),
        pytest.param([b"plan", ENGLAND.encode(), b"--event", b"\xff=2026-04-02"], id="bytes for an event"),
        pytest.param([b"plan", ENGLAND.encode(), b"--event", b"\xff"], id="bytes for a pair"),
        pytest.param([b"plan", ENGLAND.encode(), b"\xff"], id="bytes for an unknown argument"),
        pytest.param(
            [b"workdays", b"scotland", b"--from", b"2026-04-02", b"--add", b"\xc3\x28"], id="bytes for a number"
        ),
        pytest.param([b"editions", b"--nation", b"\xed\xa0\x80"], id="an encoded surrogate"),
        pytest.param([], id="no arguments"),
    ],
)
@pytest.mark.parametrize(
    "environment",
    [{"PYTHONUTF8": "1"}, {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}],
    ids=["UTF-8", "ASCII"],
)
def test_bytes_that_are_no_text(arguments: list[bytes], environment: dict[str, str], checkout: Checkout) -> None:
    """A real process: exit 2, one line, no traceback."""
    done = checkout.run(*arguments, **environment)
    assert (done.returncode, done.stdout) == (2, b"")
    assert (done.stderr.count(b"\n"), done.stderr[:13]) == (1, b"case-review: ")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["plan", ENGLAND, "--event", AWARE], id="a plan"),
        pytest.param(["plan", ENGLAND], id="a plan without events"),
        pytest.param(["plan", STUB], id="a stub edition"),
        pytest.param(
            ["plan", ENGLAND, "--event", AWARE, "--closed", "2026-04-08", "--today", "2026-04-01"],
            id="closed days and today",
        ),
        pytest.param(TEST, id="a test without facts"),
        pytest.param([*TEST, "--fact", "child-died=yes"], id="a test with a fact"),
        pytest.param([*WORKDAYS, "--add", "5"], id="working days on"),
        pytest.param(["workdays", "scotland", "--before", "2026-04-02", "--back", "5"], id="working days back"),
        pytest.param([*WORKDAYS, "--until", "2026-04-13"], id="working days between"),
        pytest.param(["editions"], id="editions"),
        pytest.param(["editions", "--nation", "england", "--on", "2026-03-18"], id="which edition governs"),
    ],
)
def test_an_answer(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0; text for people, and with --json one line of JSON that any encoding carries."""
    command_line.main(arguments)
    out, err = capsys.readouterr()
    assert (out.strip() != "", out.isascii() or "’" in out or "…" in out, err) == (True, True, "")
    command_line.main([*arguments, "--json"])
    out, err = capsys.readouterr()
    assert (out.count("\n"), out.isascii(), err) == (1, True, "")
    assert json.loads(out)["format"] == 1


def test_until_inverts_add(capsys: pytest.CaptureFixture[str]) -> None:
    """Five working days after 2 April 2026 is 13 April; up to 13 April lie five."""
    command_line.main([*WORKDAYS, "--add", "5", "--json"])
    on = json.loads(capsys.readouterr().out)
    command_line.main([*WORKDAYS, "--until", on["date"], "--json"])
    assert (on, on["date"]) == (json.loads(capsys.readouterr().out), "2026-04-13")


def test_version(checkout: Checkout) -> None:
    """The release and the hash of the content."""
    done = checkout.run("--version")
    release, word, content = done.stdout.decode().split()[:3]
    assert (done.returncode, word, len(content), release.count(".")) == (0, "content", 64, 2)


@pytest.mark.parametrize(
    "arguments",
    [["plan", ENGLAND, "--event", AWARE], ["workdays", "england-and-wales", "--from", "2000-01-05", "--add", "6000"]],
    ids=["a plan", "a long count"],
)
def test_an_ascii_terminal(arguments: list[str], checkout: Checkout) -> None:
    """Names with a curly apostrophe are shown as best the terminal can."""
    done = checkout.run(*arguments, PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (done.returncode, done.stderr, done.stdout.isascii()) == (0, b"", True)


def test_a_reader_who_leaves_early(checkout: Checkout) -> None:
    """`… | head -c1`, and the reader is gone before the answer comes: no traceback."""
    command = [sys.executable, "-S", "-B", "-m", "calculators", "editions"]
    with subprocess.Popen(  # noqa: S603 - our own command line
        command, cwd=checkout.directory, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert (running.stderr.read(), running.wait(timeout=60)) == (b"", 1)


def test_writing_where_nobody_reads() -> None:
    """A stream that was closed before we began, one in memory, one whose reader has gone."""
    streams.write(None, "lost")
    memory = io.StringIO()
    streams.write(memory, "kept")
    streams.write_file(memory, ("a file's ", "lines\r\n"))
    assert memory.getvalue() == "kept\na file's lines\r\n"
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="ascii") as stream, pytest.raises(SystemExit) as leaving:
        streams.write(stream, "St Andrew\u2019s Day")
    assert leaving.value.code == 1


def test_a_file_is_utf_8_with_its_own_line_ends_whatever_the_terminal_s(tmp_path: Path) -> None:
    """So that a spreadsheet or a calendar reads it on any machine."""
    with (tmp_path / "printed").open("w", encoding="ascii", newline="\n") as stream:
        streams.write_file(stream, ("St Andrew\u2019s Day\r\n", "end\n"))
    assert (tmp_path / "printed").read_bytes() == b"St Andrew\xe2\x80\x99s Day\r\nend\n"


def test_run_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m calculators` takes its arguments from the command line."""
    monkeypatch.setattr(sys, "argv", ["case-review", "workdays", "scotland", "--from", "2026-06-11", "--add", "5"])
    monkeypatch.delitem(sys.modules, "calculators.__main__")
    runpy.run_module("calculators", run_name="__main__")
    assert capsys.readouterr().out.startswith("Friday 19 June 2026: 5 working days")


@pytest.mark.parametrize(
    ("closed", "arguments", "code"),
    [
        pytest.param(">&-", ["editions"], 0, id="standard output closed"),
        pytest.param("2>&-", ["plan", "mars"], 2, id="standard error closed"),
        pytest.param(">/dev/full", ["editions"], 1, id="a full disk"),
    ],
)
def test_a_stream_that_is_not_there(closed: str, arguments: list[str], code: int, checkout: Checkout) -> None:
    """The exit code still tells; nothing is thrown about."""
    command = f'exec "$0" -S -B -m calculators {" ".join(arguments)} {closed}'
    shell = ["/bin/sh", "-c", command, sys.executable]
    done = subprocess.run(shell, cwd=checkout.directory, capture_output=True, check=False, timeout=60)  # noqa: S603 - our own command line
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")
