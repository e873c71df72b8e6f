"""What runs on its own: each workflow can be read, is pinned, and calls commands that there are."""

from __future__ import annotations

import re
import shlex
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from ruamel.yaml import YAML

from calculators import __version__
from tests.editing.copies import begin, copy_to, run

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
OURS = ("checks.yml", "due.yml")
EVERY = (*OURS, "content.yml", "release.yml")
# What a job may do, by workflow: anything beyond reading is granted to the one job that needs it.
MAY = {
    ("checks.yml", "test"): {"contents": "read"},
    ("due.yml", "due"): {"contents": "read"},
    ("content.yml", "preview"): {"contents": "read"},
    ("content.yml", "tables"): {"contents": "write"},
    ("release.yml", "release"): {"contents": "write", "id-token": "write", "attestations": "write"},
}
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
VERBS = {"setup", "build", "check", "tables", "serve", "open", "zip"}
THERE = {"sudo", "apt-get", "curl", "sha256sum", "bash", "echo", "gh"}  # on the computers that run them


def workflow(name: str) -> dict[str, Any]:
    """Return a workflow as YAML 1.2 reads it, in which `on` is a word."""
    read: dict[str, Any] = YAML(typ="safe").load((GITHUB / "workflows" / name).read_text(encoding="utf-8"))
    return read


def steps(name: str) -> list[dict[str, Any]]:
    """Return the steps of a workflow's jobs."""
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def test_each_job_may_do_what_it_needs_and_no_more() -> None:
    """And none runs for ever. What runs on a change that a stranger proposes may only read."""
    found = {
        (name, job): workflow(name)["jobs"][job].get("permissions", workflow(name)["permissions"])
        for name in EVERY
        for job in workflow(name)["jobs"]
    }
    assert found == MAY
    assert {file.name for file in (GITHUB / "workflows").glob("*.yml")} == set(EVERY)
    assert all("timeout-minutes" in job for name in EVERY for job in workflow(name)["jobs"].values())
    for name in EVERY:
        if "pull_request" in workflow(name)["on"]:
            assert workflow(name)["permissions"] == {"contents": "read"}
    assert workflow("content.yml")["jobs"]["tables"]["if"] == "github.event_name == 'push'"
    assert workflow("release.yml")["on"] == {"push": {"tags": ["v*"]}}


@pytest.mark.parametrize("name", EVERY)
def test_no_sign_in_is_left_behind_in_the_checkout(name: str) -> None:
    """Except where a job pushes what it made."""
    for job, each in workflow(name)["jobs"].items():
        (given,) = [step["with"] for step in each["steps"] if "checkout" in step.get("uses", "")]
        assert given.get("persist-credentials", True) is ((name, job) == ("content.yml", "tables"))


def test_only_the_last_command_of_a_release_is_given_a_sign_in() -> None:
    """What builds the zip gets none; what is attested is what is put up."""
    *before, last = steps("release.yml")
    assert all("env" not in step for step in before)
    assert last["run"].startswith("gh release create")
    assert last["run"].endswith(" dist/*")
    assert [step["with"] for step in before if "attest" in step.get("uses", "")] == [{"subject-path": "dist/*.zip"}]


def test_every_action_stands_by_commit_with_its_version_the_same_in_every_workflow() -> None:
    texts = {file.name: file.read_text(encoding="utf-8") for file in (GITHUB / "workflows").glob("*.yml")}
    used = [line.strip(" -") for text in texts.values() for line in text.splitlines() if "uses:" in line]
    assert texts.keys() == set(EVERY)
    assert all(PINNED.search(line) for line in used)
    assert len(set(used)) == len({line.split("@")[0] for line in used})


@pytest.mark.parametrize("name", EVERY)
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
        for file in [words[0]] * (program == "bash") + [word for word in words if word.startswith(".ci/")]:
            assert (ROOT / file).is_file()


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


@pytest.mark.slow
@pytest.mark.timeout(900)  # two builds of the site
def test_what_the_workflows_run_works_in_a_copy(tmp_path: Path) -> None:
    """Every command of `content` and `release` that fetches nothing and pushes nothing, as the workflow has it, in its order."""
    copy = copy_to(tmp_path / "guide")
    begin(copy)
    commands = [step["run"] for step in workflow("content.yml")["jobs"]["preview"]["steps"] if "run" in step]
    commands += [step["run"] for step in steps("release.yml") if "run" in step]
    left_out = {"python build.py setup", next(command for command in commands if command.startswith("gh "))}
    for command in [command for command in commands if command not in left_out]:
        given = command.replace('"$GITHUB_REF_NAME"', f"v{__version__}")
        done = run(copy, "-c", given.replace("python build.py", '"$PYTHON" build.py'), program="bash")
        assert done.returncode == 0, f"{command}: {done.stderr}"
    made = sorted(file.name for file in (copy / "dist").iterdir())
    (packed,) = [name for name in made if name.endswith(".zip")]
    assert made == sorted(["SHA256SUMS", "sbom.cdx.json", packed, f"{packed}.sha256"])
    with ZipFile(copy / "dist" / packed) as archive:
        inside = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    for name in ("SHA256SUMS", "sbom.cdx.json"):
        assert inside[name] == (copy / "dist" / name).read_bytes()
    assert (copy / "dist" / f"{packed}.sha256").read_text(encoding="utf-8").split() == [
        sha256((copy / "dist" / packed).read_bytes()).hexdigest(), packed,
    ]  # fmt: skip


def test_a_tag_that_names_another_release_is_refused(tmp_path: Path) -> None:
    copy = copy_to(tmp_path / "guide")
    done = run(copy, ".ci/release", "v9.9.9", program="bash")
    assert (done.returncode, done.stderr.strip()) == (
        1, f"The tag is v9.9.9, and the code says that it is v{__version__}: mend calculators/__init__.py or the tag",
    )  # fmt: skip
    assert not (copy / "dist").exists()
