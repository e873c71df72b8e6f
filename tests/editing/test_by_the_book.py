"""What editors do, done by the book: each ends in a green check, and no file is touched but those that the page for editors names."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from stages.problems import Problem
from tests.editing import tasks
from tests.editing.copies import ROOT, begin, copy_to, git, run, touched
from tests.editing.tasks import ENGLAND, NORTHERN_IRELAND, SECOND_READING, WALES, WHAT_HANGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CHANGES = "CHANGELOG.md"
HOLIDAYS, OVERLAY, FIGURES = (
    "content/bank-holidays.yml",
    "content/local/exampleshire.md",
    "content/figures/exampleshire.json",
)
OLD, NEW = (NORTHERN_IRELAND.format(year) for year in (2017, 2027))
# What a copy has in which a task was done already: its editor may run these tests as well.
DONE = {
    "a bank holiday": (HOLIDAYS, "date: 2027-06-14"),
    "a rule with two readings": (WALES, "id: tell-of-outcome"),
    "a nation's second edition": (NEW, ""),
    "a third partnership": (OVERLAY, ""),
    "a figures file": (FIGURES, ""),
}
TASKS: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "5 working days become 6": (tasks.change_a_number, {ENGLAND, SECOND_READING, CHANGES}),
    "a bank holiday": (tasks.add_a_bank_holiday, {HOLIDAYS, SECOND_READING, CHANGES}),
    "a rule with two readings": (tasks.add_readings, {WALES, SECOND_READING, WHAT_HANGS, CHANGES}),
    "a nation's second edition": (tasks.add_an_edition, {OLD, NEW, "mkdocs.yml", SECOND_READING, WHAT_HANGS, CHANGES}),
    "a third partnership": (tasks.add_an_overlay, {OVERLAY}),
    "a figures file": (tasks.add_figures, {FIGURES}),
}
# The tests that look at what content/ holds, without those that walk every day of many years or need a built site.
LOOK = (
    "tests/pages", "tests/by_hand", "tests/compiling", "tests/contracts", "tests/counting/test_criteria.py",
    "tests/files/test_rules_file.py", "tests/test_coverage.py", "tests/test_what_hangs_on_what.py", "tests/test_wording.py",
)  # fmt: skip
WALKS = "not published_list and not other_years and not missing_event and not any_events and not ten_thousand and not moved_by_a_day"


def is_done(name: str, copy: Path) -> bool:
    """Return whether a task was done in this copy already."""
    path, words = DONE.get(name, ("none", ""))
    return (copy / path).is_file() and words in (copy / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TASKS)
def test_a_task_ends_in_a_green_check(name: str, tmp_path: Path) -> None:
    """Where it was done already, the copy itself must be green."""
    task, named = TASKS[name]
    copy = copy_to(tmp_path / "guide")
    begin(copy)
    if is_done(name, copy):
        named = set()
    else:
        task(copy)
        assert is_done(name, copy) is (name in DONE)
    assert touched(copy) == named
    for verb in ("tables", "check"):
        done = run(copy, "build.py", verb)
        assert done.returncode == 0, done.stderr
    made = {"calculators/_editions.py", "calculators/_bank_holidays.py"}
    assert touched(copy) <= named | made, "what is made is made by itself"


def test_texts_beside_content_that_are_not_utf_8_are_told_in_a_line_each(tmp_path: Path) -> None:
    copy = copy_to(tmp_path / "guide")
    texts = ("CHANGELOG.md", "docs/about/counting.md", "mkdocs.yml")
    for name in texts:
        (copy / name).write_bytes(b"# Caf\xe9\n" + (copy / name).read_bytes())
    done = run(copy, "build.py", "check")
    told = [f"{name}:1: this line is not UTF-8 text; save the file as UTF-8 in your editor" for name in texts]
    assert (done.returncode, done.stderr.split("\n")[: len(texts)]) == (1, told)
    assert "Traceback" not in done.stderr


@pytest.mark.timeout(1200)  # a suite inside a test
def test_every_test_that_looks_at_the_content_stays_green(tmp_path: Path) -> None:
    """With all the tasks done in one copy."""
    copy = copy_to(tmp_path / "guide")
    for name, (task, _named) in TASKS.items():
        if not is_done(name, copy):
            task(copy)
    assert run(copy, "build.py", "tables").returncode == 0
    done = run(copy, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-m", "real", "-k", WALKS, *LOOK)
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.mark.parametrize("name", sorted(set().union(*(named for _task, named in TASKS.values()))))
def test_the_page_for_editors_names_each_file(name: str) -> None:
    """By itself, or by the folder in which it lies."""
    page = (ROOT / "docs/about/editors.md").read_text(encoding="utf-8")
    folder = name.rpartition("/")[0]
    assert f"`{name}`" in page or f"`{folder}/`" in page or name.removeprefix("docs/about/") in page


def test_the_tables_are_made_and_committed_without_anybody(tmp_path: Path) -> None:
    """As on main after an edit on the web: one commit of what is made, pushed; and none where nothing is stale."""
    copy = copy_to(tmp_path / "guide")
    begin(copy)
    git(copy, "clone", "--quiet", "--bare", ".", str(tmp_path / "origin.git"))
    git(copy, "remote", "add", "origin", str(tmp_path / "origin.git"))
    git(copy, "fetch", "--quiet", "origin")
    git(copy, "branch", "--quiet", "--set-upstream-to", "origin/main")
    tasks.change_a_number(copy)
    git(copy, "commit", "--quiet", "--all", "--message", "6 working days")
    for _ in range(2):
        done = run(copy, ".ci/tables", program="bash")
        assert done.returncode == 0, done.stderr
    assert "The tables are fresh" in done.stdout
    log = git(copy, "log", "--format=%s", "--name-only", "origin/main").split("\n")
    assert log[:4] == ["Tables made anew from content/", "", "calculators/_editions.py", "6 working days"]
    assert run(copy, "build.py", "check").returncode == 0


def test_a_mistake_is_shown_at_its_line_on_the_web_page() -> None:
    """The form in which a problem is printed is the one that the workflow tells the web page to look for."""
    (matcher,) = json.loads((ROOT / ".github/problems.json").read_text(encoding="utf-8"))["problemMatcher"]
    (pattern,) = matcher["pattern"]
    for path in (ENGLAND, "docs/about/editors.md", "mkdocs.yml", "CHANGELOG.md"):
        found = re.fullmatch(pattern["regexp"], str(Problem(path, 88, "deadline 'x' counts from 'y': mend it")))
        assert found
        assert [found[pattern[part]] for part in ("file", "line", "message")] == [
            path,
            "88",
            "deadline 'x' counts from 'y': mend it",
        ]


def test_every_action_of_the_workflow_is_named_by_its_commit() -> None:
    used = re.findall(
        r"uses: (\S+)( # v\d+\.\d+\.\d+)?", (ROOT / ".github/workflows/content.yml").read_text(encoding="utf-8")
    )
    assert len(used) >= 4
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action) and version for action, version in used)
