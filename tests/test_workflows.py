"""What runs on its own: each workflow can be read, is pinned, and calls commands that there are."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
OURS = ("checks.yml", "due.yml")
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
VERBS = {"setup", "build", "check", "tables", "serve", "open", "zip"}
THERE = {"sudo", "apt-get", "curl", "sha256sum", "bash"}  # on the computers that run them


def workflow(name: str) -> dict[str, Any]:
    """Return a workflow as YAML 1.2 reads it, in which `on` is a word."""
    read: dict[str, Any] = YAML(typ="safe").load((GITHUB / "workflows" / name).read_text(encoding="utf-8"))
    return read


def steps(name: str) -> list[dict[str, Any]]:
    """Return the steps of a workflow's jobs."""
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("name", OURS)
def test_it_may_read_and_no_more(name: str) -> None:
    assert workflow(name)["permissions"] == {"contents": "read"}
    assert all("timeout-minutes" in job for job in workflow(name)["jobs"].values())


@pytest.mark.parametrize("name", OURS)
def test_no_sign_in_is_left_behind_in_the_checkout(name: str) -> None:
    assert [step["with"]["persist-credentials"] for step in steps(name) if "checkout" in step.get("uses", "")] == [
        False
    ]


def test_every_action_stands_by_commit_with_its_version_the_same_in_every_workflow() -> None:
    texts = {file.name: file.read_text(encoding="utf-8") for file in (GITHUB / "workflows").glob("*.yml")}
    used = [line.strip(" -") for text in texts.values() for line in text.splitlines() if "uses:" in line]
    assert texts.keys() > set(OURS)
    assert all(PINNED.search(line) for line in used)
    assert len(set(used)) == len({line.split("@")[0] for line in used})


@pytest.mark.parametrize("name", OURS)
def test_every_command_is_there(name: str) -> None:
    """A verb of build.py, a script of ours, or a program of the computer that runs it."""
    run = [step["run"] for step in steps(name) if "run" in step]
    for line in "\n".join(run).replace("&&", "\n").splitlines():
        program, *words = shlex.split(line)
        if program.endswith("python"):
            assert (ROOT / words[0]).is_file()
            assert words[1] in VERBS
        else:
            assert program in THERE
        if program == "bash":
            assert (ROOT / words[0]).is_file()


def test_the_versions_of_python_that_the_package_names() -> None:
    """All of them are tried, and the oldest is the one that it asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [found[1] for each in project["classifiers"] if (found := re.fullmatch(r"Programming.*:: (3\.\d+)", each))]
    tried = workflow("checks.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert tried == named == ["3.11", "3.12", "3.13"]
    assert project["requires-python"] == f">={named[0]}"


def test_the_zip_is_kept_and_lateness_is_looked_for_every_week() -> None:
    kept = [step for step in steps("checks.yml") if "upload-artifact" in step.get("uses", "")]
    assert [step["with"]["path"] for step in kept] == ["dist/*.zip"]
    assert [each["cron"].split()[2:] for each in workflow("due.yml")["on"]["schedule"]] == [["*", "*", "1"]]
    said = " ".join(step.get("run", "") for step in steps("due.yml"))
    assert "check --due" in said
    assert "check --bank-holidays bank-holidays.json" in said


def test_newer_versions_are_proposed_for_what_is_pinned() -> None:
    """Each kind of list that there is."""
    proposed = YAML(typ="safe").load((GITHUB / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    lists = {"github-actions": ".github/workflows", "npm": "package-lock.json", "pip": "requirements/build.txt"}
    assert {each["package-ecosystem"] for each in proposed} == lists.keys()
    assert all((ROOT / path).exists() for path in lists.values())
