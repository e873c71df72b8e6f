"""The command line with the whole of a case: facts, what was done, figures, a saved case, the four nations."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from calculators import __main__ as command_line
from tests.door import ask
from tests.files.test_figures_file import WORDS, figure, file

if TYPE_CHECKING:
    from pathlib import Path

OLD = "england/child-safeguarding-practice-review-2023"
NEW = "england/child-safeguarding-practice-review-2026"
SCOTLAND = "scotland/learning-review-2021"
ULSTER = "northern-ireland/case-management-review-2017"
WALES = "wales/single-unified-safeguarding-review-2024"
TODAY = ["--today", "2026-11-28"]
AWARE = ["--event", "authority-aware=2026-11-27"]
PLAN = ["plan", NEW, *TODAY, *AWARE]
CASE = ["plan", "--case", "{case}", *TODAY]
CHECK = "CHECK: date if the last figure still held"


@pytest.fixture
def kept(tmp_path: Path) -> dict[str, Path]:
    """Return files by name: sound figures, a saved case, and what can be used for neither."""
    case = ask(
        ask="plan", edition=NEW, events={"authority-aware": "2026-11-27"}, figures=file(figure()), today="2026-11-28",
        **{"as": "case"},
    )["file"]["text"]  # fmt: skip
    texts = {
        "figures": json.dumps(file(figure())),
        "others": json.dumps(file(figure("publish-report", unit="months", event="review-decision"))),
        "disagrees": json.dumps(file(figure(length=9), supplied_by="Second Partnership")),
        "wrong": json.dumps(file(figure(), figure("publish-report", length=0))),
        "case": case,
        "moved": case.replace('"2026-12-02"', '"2026-12-01"').replace('"3 working days"', '"2 working days"'),
        "own": json.dumps({**json.loads(case), "own": [{"length": "five"}]}),
        "nothing": "",
        "words": "five working days",
        "list": "[]",
        "twice": '{"format": 1, "format": 1}',
        "large": " " * 5_000_001,
    }
    paths = {name: tmp_path / f"{name}.json" for name in texts}
    for name, text in texts.items():
        paths[name].write_text(text, encoding="utf-8")
    return {**paths, "missing": tmp_path / "missing.json", "folder": tmp_path}


@pytest.fixture
def run(kept: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 - a function of arguments
    """Return what runs the command line, with `{name}` for a file, and returns what it printed."""

    def printed(*arguments: str) -> str:
        command_line.main([argument.format(**kept) for argument in arguments])
        out, err = capsys.readouterr()
        assert err == (
            "This file describes a child: keep it where your case records are.\n" if "--save" in arguments else ""
        )
        return str(out)

    return printed


@pytest.fixture
def refused(kept: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 - a function of arguments
    """Return what runs the command line where it must refuse: exit 2, one line, which is returned."""

    def line(*arguments: str) -> str:
        with pytest.raises(SystemExit) as leaving:
            command_line.main([argument.format(**kept) for argument in arguments])
        out, err = capsys.readouterr()
        assert (leaving.value.code, out, err.count("\n")) == (2, "", 1)
        assert err.startswith("case-review: ")
        return str(err[len("case-review: ") : -1].replace(str(kept["folder"]), "…"))

    return line


def dates(printed: str) -> dict[str, Any]:
    """Return the rules of a plan in JSON by id."""
    return {one["rule"]: one for one in json.loads(printed)["dates"]}


def test_facts(run: Any) -> None:  # noqa: ANN401 - a fixture
    """What applies is decided by them, and what does not is told under a heading of its own."""
    text = run("plan", OLD, "--fact", "child-died=no", "--fact", "seriously-harmed=no")
    assert "\nNOT ON THESE FACTS\n  Notify the Child Safeguarding Practice Review Panel" in text
    found = dates(run("plan", OLD, "--fact", "child-died=unknown", "--json"))
    assert found["notify-panel"]["applies"] == "unknown"


@pytest.mark.parametrize(
    ("day", "says"),
    [
        pytest.param("2026-04-15", "done on Wednesday 15 April 2026, 2 days late", id="late"),
        pytest.param("2026-04-14", "done on Tuesday 14 April 2026, 1 day late", id="by a day"),
        pytest.param("2026-04-10", "done on Friday 10 April 2026 in time", id="early"),
    ],
)
def test_what_was_done(day: str, says: str, run: Any) -> None:  # noqa: ANN401 - a fixture
    text = run("plan", OLD, "--event", "authority-aware=2026-04-02", "--done", f"notify-panel={day}")
    (line,) = (line for line in text.splitlines() if "[notify-panel]" in line)
    assert line.startswith("Monday 13 April 2026  ")
    assert says in line


def test_figures(run: Any) -> None:  # noqa: ANN401 - a fixture
    """Monday 30 November, Tuesday 1 and Wednesday 2 December; whose figure it is, in the very next line."""
    lines = run(*PLAN, "--figures", "{figures}", "--figures", "{others}").splitlines()
    start = next(number for number, line in enumerate(lines) if "[notify-panel]" in line)
    assert lines[start].startswith("Wednesday 2 December 2026  ")
    assert lines[start + 1].endswith(WORDS.format(7))
    assert lines[start + 2].startswith(
        "    CHECK: Friday 4 December 2026 (5 working days), if the figure of Working Together"
    )
    assert dates(run(*PLAN, "--figures", "{others}", "--json"))["publish-report"]["state"] == "waiting"


def test_a_case_saved_and_asked_again(run: Any, kept: dict[str, Path]) -> None:  # noqa: ANN401 - a fixture
    """What is printed with --save is what --case reads."""
    printed = run(*PLAN, "--reference", "CR 17", "--figures", "{figures}", "--save")
    case = json.loads(printed)
    assert (case["kind"], case["saved"], case["answered"]["notify-panel"]) == ("case", "2026-11-28", "2026-12-02")
    kept["case"].write_text(printed, encoding="utf-8")
    text = run(*CASE)
    assert text.startswith("Case reference: CR 17\n")
    assert (
        "\nNo date kept in the file has moved since it was saved; dates by a last figure held are not kept in it"
        in text
    )
    assert json.loads(run(*CASE, "--json"))["moved"] == []
    assert json.loads(run(*CASE, "--save")) == case
    assert json.loads(run("plan", NEW, "--case", "{case}", "--json"))["moved"] == []


def test_a_case_saved_without_a_today(run: Any) -> None:  # noqa: ANN401 - a fixture
    """The command line alone may look at the clock for it."""
    assert len(json.loads(run("plan", NEW, "--save"))["saved"]) == 10


def test_what_moved(run: Any) -> None:  # noqa: ANN401 - a fixture
    """A line for each date that is another."""
    assert (
        "MOVED SINCE THE CASE WAS SAVED\n  Notify the Child Safeguarding Practice Review Panel of a serious incident "
        "[notify-panel]: Tuesday 1 December 2026 is now Wednesday 2 December 2026; the figure supplied changed\n"
    ) in run("plan", "--case", "{moved}", *TODAY)


def test_figures_given_with_a_case_take_the_place_of_its_own(run: Any) -> None:  # noqa: ANN401 - a fixture
    """Nine working days after 27 November: Thursday 10 December."""
    (moved,) = json.loads(run(*CASE, "--figures", "{disagrees}", "--json"))["moved"]
    assert (moved["was"], moved["now"], moved["because"]) == ("2026-12-02", "2026-12-10", "figure")


def test_dates_by_figures_last_held_come_only_if_asked_for(run: Any) -> None:  # noqa: ANN401 - a fixture
    """In the table a column of its own, in the calendar titles that say to check."""
    plain, asked = (run(*PLAN, "--csv", *more) for more in ([], ["--last-held"]))
    assert CHECK not in plain
    (row,) = (each for each in csv.DictReader(io.StringIO(asked, newline="")) if each["rule"] == "notify-panel")
    assert (row["due"], row[CHECK], row["state"]) == ("", "2026-12-04", "no-number")
    calendar = run(*PLAN, "--event", "publication=2027-01-06", "--ics", "--last-held").replace("\r\n ", "")
    summaries = [line for line in calendar.splitlines() if line.startswith("SUMMARY:")]
    assert "SUMMARY:CHECK: Notify the Child Safeguarding Practice Review Panel of a serious incident" in summaries
    without = run(*PLAN, "--event", "publication=2027-01-06", "--ics")
    assert "CHECK" not in without


def test_counts(run: Any) -> None:  # noqa: ANN401 - a fixture
    """Each day of a count only if asked for."""
    arguments = ["plan", OLD, "--event", "authority-aware=2026-04-02"]
    short, long = run(*arguments), run(*arguments, "--counts")
    assert "2026-04-03 Fri" not in short
    assert short.endswith("Each date's count, notes and source: the same command with --counts.\n")
    assert "\n      2026-04-03 Fri  " in long
    assert "--counts" not in long


def test_json_has_the_counts_always(run: Any) -> None:  # noqa: ANN401 - a fixture
    """Asking for them changes nothing."""
    arguments = ["plan", OLD, "--event", "authority-aware=2026-04-02", "--json"]
    assert run(*arguments, "--counts") == run(*arguments)
    assert len(dates(run(*arguments))["notify-panel"]["count"]) == 12  # 2 to 13 April


def test_the_four_nations(run: Any) -> None:  # noqa: ANN401 - a fixture
    """One line for each outcome, and on what it turns."""
    arguments = ["criteria", "--nations", "--on", "2026-11-28", "--fact", "child-died=yes"]
    text = run(*arguments)
    assert text.startswith("On Saturday 28 November 2026\n")
    for edition in (NEW, ULSTER, SCOTLAND, WALES):
        assert f"\n{edition}\n" in text
    assert "It turns on: " in text
    assert [one["nation"] for one in json.loads(run(*arguments, "--json"))["nations"]] == [
        "england", "northern-ireland", "scotland", "wales",
    ]  # fmt: skip


def test_the_window_of_a_test(run: Any) -> None:  # noqa: ANN401 - a fixture
    """Dated by its event, else in words."""
    arguments = ["criteria", WALES, "concise-review"]
    assert "from the incident: Wednesday 27 May 2026 to Thursday 26 November 2026\n" in run(
        *arguments, "--event", "incident=2026-11-27"
    )
    assert "from the incident: any date in the 6 months before the incident\n" in run(*arguments)


def test_rules(run: Any) -> None:  # noqa: ANN401 - a fixture
    """Everything that is held, as one line of JSON, asked for or not."""
    found = json.loads(run("rules", "--json"))
    assert found["format"] == 1
    assert run("rules").count("\n") == 1
    assert NEW in json.dumps(found)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["plan", *TODAY], "Name an edition, or give --case with the file of a saved case", id="no edition and no case"),
        pytest.param(["plan", OLD, "--case", "{case}"], f"The case in …/case.json is of {NEW}, not of {OLD}; leave the edition out", id="another edition than the case's"),
        pytest.param([*CASE, "--event", "incident=2026-11-27"], "--event stands in the case file already; change it there, or leave --case out", id="an event beside a case"),
        pytest.param([*CASE, "--fact", "child-died=yes"], "--fact stands in the case file already; change it there, or leave --case out", id="a fact beside a case"),
        pytest.param([*CASE, "--done", "notify-panel=2026-11-28"], "--done stands in the case file already; change it there, or leave --case out", id="an act beside a case"),
        pytest.param([*CASE, "--closed", "2026-12-24"], "--closed stands in the case file already; change it there, or leave --case out", id="a closed day beside a case"),
        pytest.param([*CASE, "--reference", "CR"], "--reference stands in the case file already; change it there, or leave --case out", id="a reference beside a case"),
        pytest.param([*PLAN, "--save", "--csv"], "--save prints the case as a file of its own: leave out --ics, --csv and --json", id="two files at once"),
        pytest.param([*PLAN, "--save", "--json"], "--save prints the case as a file of its own: leave out --ics, --csv and --json", id="a file and an answer at once"),
        *(pytest.param([*PLAN, form, "--counts"], "--counts goes with a plan as text; --json has the counts anyway, and --ics, --csv and --save have none", id=f"counts in a file that has none, {form}") for form in ("--ics", "--csv", "--save")),
        pytest.param([*PLAN, "--csv", "--ics"], "argument --ics: not allowed with argument --csv", id="a table and a calendar at once"),
        pytest.param([*PLAN, "--figures", "{missing}"], "…/missing.json cannot be read: No such file or directory", id="no such file of figures"),
        pytest.param([*PLAN, "--figures", "{folder}"], "… cannot be read: Is a directory", id="a folder of figures"),
        pytest.param([*PLAN, "--figures", "a\0b"], "a\\u0000b cannot be read: it cannot be the name of a file", id="no name of a file"),
        pytest.param([*PLAN, "--figures", "{words}"], "…/words.json: It must be a JSON object", id="figures in words"),
        pytest.param([*PLAN, "--figures", "{nothing}"], "…/nothing.json: It must be a JSON object", id="an empty file"),
        pytest.param([*PLAN, "--figures", "{list}"], "…/list.json: It must be a JSON object", id="a list"),
        pytest.param([*PLAN, "--figures", "{twice}"], "…/twice.json: 'format' is given twice; give it once", id="a key given twice"),
        pytest.param([*PLAN, "--figures", "{large}"], "…/large.json is too large to be such a file", id="a file without end"),
        pytest.param([*PLAN, "--figures", "{case}"], "figures.1.kind: This is no figures file: its \"kind\" must be \"figures\", and says 'case'; ", id="a case for figures"),
        pytest.param([*PLAN, "--figures", "{figures}", "--figures", "{wrong}"], "figures.2.figures.2.length: length must be a whole number from 1 to 1,000; this is '0'", id="which figure of which file"),
        pytest.param([*PLAN, "--figures", "{figures}", "--figures", "{disagrees}"], "the figures file of Invented Partnership and the figures file of Second Partnership disagree on notify-panel; settle which is right", id="files that disagree"),
        pytest.param(["plan", OLD, "--figures", "{figures}"], f"figures.1.edition: These figures are for {NEW}; the plan is for {OLD}", id="figures of another edition"),
        pytest.param(["batch", "{nothing}", "--figures", "{figures}", "--figures", "{words}"], "…/words.json: It must be a JSON object", id="the second of two figures files beside a table"),
        pytest.param(["plan", "--case", "{missing}"], "…/missing.json cannot be read: No such file or directory", id="no such case"),
        pytest.param(["plan", "--case", "{words}"], "…/words.json: It must be a JSON object", id="a case in words"),
        pytest.param(["plan", "--case", "{figures}"], "case.kind: This is no case file: its \"kind\" must be \"case\", and says 'figures'; ", id="figures for a case"),
        pytest.param(["plan", "--case", "{own}"], "own.1.length: The length must be a whole number from 1 to 1,000; this is 'five'", id="a period of one's own that is none"),
        pytest.param([*PLAN, "--fact", "child-died"], "fact must be written as ID=yes, ID=no or ID=unknown; this is 'child-died'", id="a fact without its value"),
        pytest.param([*PLAN, "--fact", "child-died=perhaps"], "child-died must be yes, no or unknown", id="a fact that is neither"),
        pytest.param([*PLAN, "--done", "notify-panel"], "done must be written as RULE=DATE; this is 'notify-panel'", id="an act without its day"),
        pytest.param([*PLAN, "--done", "notify-panle=2026-11-28"], f"'notify-panle' is not a rule of {NEW} that this guide holds; did you mean notify-panel?", id="an act that no rule asks for"),
        pytest.param([*PLAN, "--done", "a=2026-11-28", "--done", "a=2026-11-29"], "done 'a' is given twice; give it once", id="an act done twice"),
        pytest.param(["criteria", "--nations"], "--nations needs --on DATE: the day on which the editions are in force", id="the nations, but when"),
        pytest.param(["criteria", "--nations", "--on", "April"], "on must be a date written as YYYY-MM-DD, such as 2026-04-02; this is 'April'", id="the nations on no day"),
        pytest.param(["criteria", "--nations", "--on", "2026-11-28", NEW], "--nations asks every nation: leave out the edition, the test and --event", id="the nations and an edition"),
        pytest.param(["criteria", "--nations", "--on", "2026-11-28", "--event", "incident=2026-11-27"], "--nations asks every nation: leave out the edition, the test and --event", id="the nations and an event"),
        pytest.param(["criteria", NEW, "notify-panel", "--on", "2026-11-28"], "--on goes with --nations", id="a day without the nations"),
        pytest.param(["criteria", NEW], "Name an edition and a test, or give --nations and --on", id="no test"),
        pytest.param(["criteria", WALES, "concise-review", "--event", "incidant=2026-11-27"], "'incidant' is not an event that this guide holds; did you mean incident?", id="an unknown event of a test"),
        pytest.param(["rules", "--csv"], "unrecognized arguments: --csv", id="rules as a table"),
    ],
)  # fmt: skip
def test_what_is_refused(arguments: list[str], message: str, refused: Any) -> None:  # noqa: ANN401 - a fixture
    """In one line, which names the file and the place in it."""
    told = refused(*arguments)
    assert told.startswith(message) if message.endswith("; ") else told == message


@pytest.mark.parametrize(
    ("edition", "law", "if_it_applies", "check", "missing"),
    [
        pytest.param(
            NEW,
            ["[notify-panel] (if it applies): local authority must; to Child Safeguarding Practice Review Panel; ", "section 16C(1)", "at least 7 days before publication"],
            ["[notify-panel]", "[notify-looked-after-death]"],
            ["CHECK: Friday 4 December 2026 (5 working days), if the figure of Working Together to Safeguard Children 2023", "CHECK: Friday 18 December 2026 (from the incident, 15 working days)"],
            ["FIGURE OF THE TEXT IN FORCE NOT HELD: CHECK YOUR COPY", "WITHOUT A FIGURE", "waits for: Date of publication of the report", "its figures are not held"],
            id="England",
        ),
        pytest.param(
            ULSTER,
            ["Safeguarding Board for Northern Ireland must; ", "regulation 17", "within 14 days after the requisition is presented"],
            [], [],
            ["WITHOUT A FIGURE", "waits for: Date the requisition was presented", "The law is held and the guidance is not."],
            id="Northern Ireland",
        ),
        pytest.param(
            SCOTLAND,
            ["AT ONCE\nIMMEDIATELY  Notify the Scottish Ministers", "    local authority must; to Scottish Ministers, Care Inspectorate; immediately; ", "regulation 6(1)"],
            ["[notify-looked-after-death]", "[report-looked-after-death]"], [],
            ["WITHOUT A FIGURE", "[decide-review]", "is held in part"],
            id="Scotland",
        ),
        pytest.param(
            WALES,
            ["    regional safeguarding board must; ", "regulation 4(3)(b) and 4(4)(b)", "section 125(1)"],
            ["[notify-looked-after-death]"],
            ["CHECK: kept for at least 12 weeks from publication of the report"],
            ["WITHOUT A FIGURE", "[complete-review]", "hold none of its time limits"],
            id="Wales",
        ),
    ],
)  # fmt: skip
def test_a_childs_death_of_yesterday(
    edition: str, law: list[str], if_it_applies: list[str], check: list[str], missing: list[str], run: Any  # noqa: ANN401 - a fixture
) -> None:  # fmt: skip
    """On a screen or two: what is law, what may not apply, what only last held, what is missing."""
    text = run("plan", edition, *TODAY, "--fact", "child-died=yes", "--event", "incident=2026-11-27", *AWARE)
    lines = text.splitlines()
    assert len(lines) <= 60
    assert max(len(line) for line in lines if not line.startswith("! ")) <= 600
    assert max(map(len, lines)) <= 600  # the warning of what is not held says it whole
    for words in (*law, *check, *missing):
        assert words in text
    marked = [line for line in lines if "(if it applies)" in line]
    for words in if_it_applies:
        assert any(words in line for line in marked)
    assert ("CHECK:" in text) is bool(check)
    assert not any(line.lstrip().startswith("CHECK:") and "check in your copy" not in line for line in lines)
