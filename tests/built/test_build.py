"""The whole recipe in copies of the repository: from nothing generated, twice the same, and one number changed everywhere.

Each copy shares the downloaded parts (node_modules, wheels) and builds for itself, so these tests take a minute or two.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from selectolax.lexbor import LexborHTMLParser

from calculators import __version__
from calculators.records import Direction
from calculators.register import EDITIONS, EVENTS
from stages.compiling.slots import named_in
from stages.reading.editions import read_content
from stages.reading.model import Prose
from tests.both_pythons import payload
from tests.by_hand.oracle import SATURDAY, counted, days
from tests.by_hand.rules import CALENDAR as CALENDAR_OF
from tests.by_hand.rules import RULES

ROOT = Path(__file__).parents[2]
COPIED = (
    "content",
    "stages",
    "calculators",
    "docs",
    "overrides",
    "build.py",
    "mkdocs.yml",
    "pyproject.toml",
    "README.md",
    "PACKAGE.md",
    "CHANGELOG.md",
    "LICENSE",
)
GENERATED = shutil.ignore_patterns("__pycache__", "guide", "engine", "rules*.json")
EDITION, RULE = "england/child-safeguarding-practice-review-2023", "notify-panel"
CALENDAR, (HELD, UNIT, _EVENT) = CALENDAR_OF[EDITION], RULES[EDITION][RULE].readings[None]
OLD, NEW = f"{HELD} {UNIT}s", f"{HELD + 1} {UNIT}s"  # what a second reader found in the text, and one more
MONDAY = "2026-01-12"
WITH_OLD, WITH_NEW = (
    counted(CALENDAR, date.fromisoformat(MONDAY), length, UNIT)[-1].isoformat() for length in (HELD, HELD + 1)
)

AWKWARD = "OneDrive - Council, Jörg's #1 100% & 2026"  # spaces, an umlaut, what addresses escape


def copy_to(folder: Path, *, origin: Path = ROOT, compress_anew: bool = False) -> Path:
    """Return a copy of the repository (or of a copy of it) in which nothing has been generated.

    What was compressed before is shared by its hash, as the downloaded parts are, unless it is to be compressed anew.
    """
    for name in COPIED:
        if (origin / name).is_dir():
            ignore = GENERATED if name == "docs" else shutil.ignore_patterns("__pycache__")
            shutil.copytree(origin / name, folder / name, ignore=ignore)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(origin / name, folder / name)
    for table in ("_editions.py", "_bank_holidays.py"):
        (folder / "calculators" / table).unlink(missing_ok=True)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    (folder / ".cache").mkdir()
    (folder / ".cache" / "wheels").symlink_to(ROOT / ".cache" / "wheels")
    if not compress_anew:
        compressed = ROOT / ".cache" / "engine" / "gzipped"
        compressed.mkdir(parents=True, exist_ok=True)
        (folder / ".cache" / "engine").mkdir()
        (folder / ".cache" / "engine" / "gzipped").symlink_to(compressed)
    return folder


def without_figures(folder: Path) -> Path:
    """Return a copy of the repository without the figures that whoever keeps this one laid in."""
    copy_to(folder)
    shutil.rmtree(folder / "content" / "figures", ignore_errors=True)
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a copy, as a person at its terminal would."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GUIDE_", "SOURCE_DATE"))
    }
    return subprocess.run(  # noqa: S603 - our own program and words
        [sys.executable, "-B", *arguments], cwd=folder, env={**environment, "NO_COLOR": "1"}, capture_output=True,
        text=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip


def built(folder: Path, *, verb: str = "build") -> Path:
    """Build a copy and return it."""
    done = run(folder, "build.py", verb)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy built from content with both generated tables deleted, in a folder as people name theirs."""
    return built(copy_to(tmp_path_factory.mktemp("before") / AWKWARD), verb="zip")


@pytest.fixture(scope="module")
def after(before: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy in which one number of one rule was changed, with its worked examples, and that was then built."""
    folder = copy_to(tmp_path_factory.mktemp("after") / "guide", origin=before)
    file = folder / "content" / f"{EDITION}.md"
    file.write_text(changed(file.read_text(encoding="utf-8")), encoding="utf-8")
    return built(folder)


def changed(text: str) -> str:
    """Return the edition with its rule in one working day more, and one worked example in place of the rule's own."""
    blocks = re.compile(r"```yaml example\n(?:(?!```).*\n)*?rule: notify-panel\n(?:(?!```).*\n)*```\n\n?")
    assert blocks.search(text)
    text = blocks.sub("", text)
    opening = f"```yaml deadline\nid: {RULE}\n"
    head, rest = text.split(opening, 1)
    rule, rest = rest.split("```\n", 1)
    assert rule.count(f"within: {OLD}\n") == 1
    weekend = sum(
        day.weekday() >= SATURDAY
        for day in days(date.fromisoformat(MONDAY), (date.fromisoformat(WITH_NEW) - date.fromisoformat(MONDAY)).days)
    )
    example = (
        f"\n```yaml example\ntitle: Aware on a Monday in January\nrule: {RULE}\ngiven: {{authority-aware: {MONDAY}}}\n"
        f"expect: {WITH_NEW}\nworking: {{weekend days: {weekend}}}\n```\n"
    )
    return f"{head}{opening}{rule.replace(f'within: {OLD}', f'within: {NEW}')}```\n{example}{rest}"


def files(folder: Path) -> dict[str, str]:
    """Return the hash of every file under a folder."""
    return {
        str(one.relative_to(folder)): sha256(one.read_bytes()).hexdigest()
        for one in sorted(folder.rglob("*")) if one.is_file()
    }  # fmt: skip


def plan(folder: Path, edition: str) -> dict[str, Any]:
    """Return every date of an edition from the command line of a copy, by rule."""
    events = [part for event in EVENTS for part in ("--event", f"{event}={MONDAY}")]
    done = run(folder, "-m", "calculators", "plan", edition, *events, "--json")
    assert done.returncode == 0, done.stderr
    return {one["rule"]: one for one in json.loads(done.stdout)["dates"]}


def figures(rule: dict[str, Any]) -> object:
    """Return what a rule comes to, without the sentences beside it."""
    readings = [(one["id"], one["period"], one["due"], one["until"], one["count"]) for one in rule["readings"]]
    return rule["period"], rule["due"], rule["until"], rule["count"], readings


def page(folder: Path, path: str) -> LexborHTMLParser:
    """Return a page of the built site."""
    return LexborHTMLParser((folder / "site" / path).read_text(encoding="utf-8"))


def text_at(folder: Path, path: str, selector: str) -> str:
    """Return the text of the one element that a selector finds on a page."""
    (node,) = page(folder, path).css(selector)
    return " ".join(node.text(separator=" ").split())


def rows_naming(folder: Path, path: str, link: str, rows: str = "tr") -> list[str]:
    """Return the text of each table row on a page, or of what else its `rows` are, that links to a rule."""
    return [
        " ".join(row.text(separator=" ").split())
        for row in page(folder, path).css(rows) if row.css(f'a[href$="{link}"]')
    ]  # fmt: skip


def test_it_builds_with_both_generated_tables_deleted(before: Path) -> None:
    """They come back as the repository holds them, and the site is whole."""
    for name in ("_editions.py", "_bank_holidays.py"):
        assert (before / "calculators" / name).read_text(encoding="utf-8").startswith('"""Generated from content/')
    assert (before / "site" / "index.html").is_file()
    assert {f"guide/{one}.html" for one in EDITIONS} <= set(files(before / "site"))
    assert run(before, "build.py", "check").returncode == 0


def test_the_same_content_gives_the_same_bytes(before: Path, tmp_path: Path) -> None:
    """Every generated file and every file of the site, built again elsewhere from nothing, and the zip of it, named by its content."""
    again = built(copy_to(tmp_path / "elsewhere", origin=before, compress_anew=True), verb="zip")
    for folder in ("docs", "calculators", "site"):
        assert files(again / folder) == files(before / folder)
    assert files(again / "dist") == files(before / "dist")
    packed, its_sum = sorted((again / "dist").iterdir())
    assert re.fullmatch(rf"uk-case-review-guide-{re.escape(__version__)}-[0-9a-f]{{12}}\.zip", packed.name)
    assert its_sum.name == f"{packed.name}.sha256"
    assert its_sum.read_text(encoding="utf-8") == f"{sha256(packed.read_bytes()).hexdigest()}  {packed.name}\n"
    with ZipFile(packed) as archive:
        held = {name.partition("/")[2]: sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    assert files(before / "site") == held


def test_the_card_shows_the_new_number_and_not_the_old(before: Path, after: Path) -> None:
    assert f"within {OLD} after" in text_at(before, f"guide/{EDITION}.html", f"#rule-{RULE}")
    card = text_at(after, f"guide/{EDITION}.html", f"#rule-{RULE}")
    assert f"within {NEW} after" in card
    assert OLD not in card


@pytest.mark.parametrize(
    ("path", "rows", "link"),
    [
        pytest.param(f"guide/{EDITION}.html", ".cr-step", f"#rule-{RULE}", id="the process and its dates"),
        pytest.param("guide/workbench.html", "tr", f"{EDITION}.html#rule-{RULE}", id="workbench"),
    ],
)
def test_lists_of_dates_show_the_new_number_and_not_the_old(
    path: str, rows: str, link: str, before: Path, after: Path
) -> None:
    assert any(f"within {OLD} after" in row for row in rows_naming(before, path, link, rows))
    found = rows_naming(after, path, link, rows)
    assert any(f"within {NEW} after" in row for row in found)
    assert not any(OLD in row for row in found)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("guide/compare-england.html", id="England's editions compared"),
        pytest.param("guide/compare-editions.html", id="all editions compared"),
        pytest.param("guide/deadlines.html", id="the deadline matrix"),
        pytest.param("guide/index.html", id="at a glance"),
    ],
)
def test_comparisons_show_the_new_number_and_not_the_old(path: str, before: Path, after: Path) -> None:
    """Beside each link to the rule, in the item or cell that holds it."""
    assert all(OLD in cell for cell in cells_naming(before, path))
    cells = cells_naming(after, path)
    assert cells
    assert all(NEW in cell and OLD not in cell for cell in cells)


def cells_naming(folder: Path, path: str) -> list[str]:
    """Return the text of each list item or cell in which a page links to the rule in this edition."""
    links = page(folder, path).css(f'a[href$="{EDITION.partition("/")[2]}.html#rule-{RULE}"]')
    return [" ".join(link.parent.text(separator=" ").split()) for link in links if link.parent]


def test_the_change_list_shows_the_new_number(before: Path, after: Path) -> None:
    """From 2018 the clock is another; to 2026 the new number is what is not held."""
    (held, unit, _event) = RULES["england/child-safeguarding-practice-review-2018"][RULE].readings[None]
    link = f"{EDITION.partition('/')[2]}.html#rule-{RULE}"
    assert not any(NEW in row for row in rows_naming(before, "guide/changes.html", link))
    rows = rows_naming(after, "guide/changes.html", link)
    to_2026, from_2018 = (row for row in rows if "When Before:" in row)
    assert f"Before: within {NEW} after" in to_2026
    assert OLD not in to_2026
    assert f"Before: within {held} {unit}s after" in from_2018
    assert f"After: within {NEW} after" in from_2018


def test_prose_shows_the_new_number_wherever_it_names_the_rule(after: Path) -> None:
    """Every sentence with a slot that names it, in every edition, stands on its page with the new number."""
    slots = re.compile(rf"\{{\{{\s*(?:{EDITION}#)?{RULE}\.period\s*\}}\}}")
    for edition in read_content(after / "content").editions:
        named = [
            text
            for section in edition.sections
            for part in section.parts
            for text in ([part.text] if isinstance(part, Prose) else [*getattr(part.record, "notes", ())])
            if (EDITION, RULE) in named_in(text, edition=edition.id)
        ]
        told = " ".join(page(after, f"guide/{edition.id}.html").css("article.md-content__inner")[0].text().split())
        for text in named:
            for sentence in re.split(r"(?<=[.:;])\s+|\n\n", text):
                if slots.search(sentence) and len(slots.split(sentence)) == 2 and "{{" not in slots.sub("", sentence):
                    left, right = slots.split(" ".join(sentence.split()))
                    assert f"{left}{NEW}{right}".strip("- ").replace("*", "") in told.replace("*", "")
        if edition.id == EDITION:
            assert named


def test_the_reckoner_has_the_new_period(before: Path, after: Path) -> None:
    """The new column stands; the old one goes only if no other rule of that calendar still counts so."""
    old = page(before, "guide/reckoner.html").css("thead")[0].text()
    new = page(after, "guide/reckoner.html").css("thead")[0].text()
    others = {
        str(reading.period)
        for one in EDITIONS.values() for rule in one.rules for reading in rule.readings
        if one.calendar == EDITIONS[EDITION].calendar and (one.id, rule.id) != (EDITION, RULE)
        and reading.direction is Direction.AFTER
    }  # fmt: skip
    assert f"{NEW} after" in new
    assert (f"{NEW} after" in old) == (NEW in others)
    assert (f"{OLD} after" in new) == (OLD in others)


def test_the_command_line_gives_the_new_date(before: Path, after: Path) -> None:
    old, new = plan(before, EDITION)[RULE], plan(after, EDITION)[RULE]
    assert (old["period"], old["due"]) == (OLD, WITH_OLD)
    assert (new["period"], new["due"]) == (NEW, WITH_NEW)


def test_the_shipped_payload_gives_the_new_date(after: Path, before: Path, tmp_path: Path) -> None:
    """What the page loads, out of the built site, run by Node."""
    question = json.dumps({"ask": "plan", "edition": EDITION, "events": {"authority-aware": MONDAY}})
    asked, out = tmp_path / "asked.jsonl", tmp_path / "told.jsonl"
    asked.write_text(f"{json.dumps(question)}\n", encoding="utf-8")
    told = []
    for name, folder in (("before", before), ("after", after)):
        (tmp_path / name).mkdir()
        done = payload.run("answers.mjs", payload.engine(tmp_path / name, folder / "site"), asked, out)
        assert done.returncode == 0, done.stderr
        (one,) = (one for one in json.loads(out.read_text(encoding="utf-8"))["dates"] if one["rule"] == RULE)
        told.append((one["period"], one["due"]))
    assert told == [(OLD, WITH_OLD), (NEW, WITH_NEW)]


@pytest.mark.parametrize("edition", sorted(EDITIONS))
def test_no_other_rule_changed(edition: str, before: Path, after: Path) -> None:
    """Period, dates and count of every rule of every edition, but the one."""
    old, new = plan(before, edition), plan(after, edition)
    differing = {rule for rule in old.keys() | new.keys() if figures(old[rule]) != figures(new[rule])}
    assert differing == ({RULE} if edition == EDITION else set())


def test_the_content_hash_and_the_build_changed(before: Path, after: Path) -> None:
    """The hash in the foot of every page, and the build id that each payload file carries."""
    hashes = [
        re.findall(r"Content hash ([0-9a-f]{12})", text_at(folder, "index.html", "footer"))
        for folder in (before, after)
    ]
    assert [len(found) for found in hashes] == [1, 1]
    assert hashes[0] != hashes[1]
    builds = [
        {
            file.read_text(encoding="utf-8").split('"')[3]
            for file in (folder / "site/assets/engine").glob("*.js")
            if file.name not in {"search-worker-source.js", "examples.js"}
        }
        for folder in (before, after)
    ]
    assert [len(found) for found in builds] == [1, 1]
    assert builds[0] != builds[1]


def test_a_stale_table_is_told_with_the_command_that_refreshes_it(before: Path, tmp_path: Path) -> None:
    folder = copy_to(tmp_path / "guide", origin=before)
    for name in ("_editions.py", "_bank_holidays.py"):
        shutil.copy(before / "calculators" / name, folder / "calculators" / name)
    table = folder / "calculators" / "_editions.py"
    table.write_text(table.read_text(encoding="utf-8").replace("length=5", "length=4", 1), encoding="utf-8")
    (folder / "calculators" / "_bank_holidays.py").unlink()
    done = run(folder, "build.py", "check")
    assert done.returncode == 1
    assert done.stderr.splitlines()[:2] == [
        "calculators/_bank_holidays.py:1: is not what content/ says; run `python build.py tables`",
        "calculators/_editions.py:1: is not what content/ says; run `python build.py tables`",
    ]
    assert run(folder, "build.py", "tables").returncode == 0
    assert run(folder, "build.py", "check").returncode == 0


@pytest.mark.parametrize("verb", ["biuld", "--frobnicate"])
def test_an_unknown_verb_is_one_clear_message(verb: str) -> None:
    done = run(ROOT, "build.py", verb)
    assert done.returncode != 0
    assert verb in done.stderr
    assert "Traceback" not in done.stderr


def test_broken_content_leaves_the_last_site_untouched(after: Path) -> None:
    """Every mistake is told, with how many there are; nothing generated and nothing built is changed."""
    file = after / "content" / f"{EDITION}.md"
    sound = file.read_text(encoding="utf-8")
    held = {name: files(after / name) for name in ("site", "docs", "calculators")}
    page = after / "docs" / "index.md"
    written = page.read_text(encoding="utf-8")
    try:
        file.write_text(sound.replace("after: authority-aware", "after: authority-awear", 1), encoding="utf-8")
        page.write_text(f"{written}\nWithin 5 working days.\n", encoding="utf-8")
        done = run(after, "build.py")
    finally:
        file.write_text(sound, encoding="utf-8")
        page.write_text(written, encoding="utf-8")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    assert re.fullmatch(
        rf"content/{EDITION}\.md:[0-9]+: deadline '[a-z-]+' counts from 'authority-awear', which is not an event; "
        r"did you mean 'authority-aware'\? \(content/events\.yml lists them\)", lines[0],
    )  # fmt: skip
    assert lines[1].startswith("docs/index.md:")
    assert lines[-1] == "2 to mend; nothing was changed"
    assert {name: files(after / name) for name in held} == held


def test_a_site_that_cannot_be_sealed_leaves_the_last_one(after: Path) -> None:
    """The tables and docs/guide/ are written by then, so it is not said that nothing was changed."""
    template = after / "overrides" / "main.html"
    sound = template.read_text(encoding="utf-8")
    held = files(after / "site")
    try:
        template.write_text(
            sound.replace("{% block content %}", '{% block content %}<p style="color: red">x</p>'), encoding="utf-8"
        )
        done = run(after, "build.py")
    finally:
        template.write_text(sound, encoding="utf-8")
    assert done.returncode == 1
    assert re.fullmatch("[0-9]+ to mend; the last site stands as it was", done.stderr.strip().splitlines()[-1])
    assert files(after / "site") == held
