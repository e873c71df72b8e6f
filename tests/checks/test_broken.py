"""Every mistake that an editor can make gets one sentence, at its line; all of them at once get all their sentences."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from stages.checks.markdown import changelog_problems
from stages.checks.navigation import nav_problems, title_problems
from stages.checks.prose import docs_problems
from tests.checks.broken_cases import BROKEN, SOUND, Case, cases, each, found, tree

if TYPE_CHECKING:
    from pathlib import Path

    from calculators.records import Edition
    from stages.problems import Problem

HELD = ("england/learning-2023", "scotland/learning-2021", "wales/reviews-2016", "wales/reviews-2024")
EDITIONS = cast("tuple[Edition, ...]", tuple(SimpleNamespace(id=edition) for edition in HELD))


def beside(case: Case) -> dict[str, bytes]:
    """Return the sound files that a case leans on, by path."""
    by_file = {one.file: one for one in cases("content")}
    return {
        path: by_file[path].mended_data() if path in by_file else (BROKEN / path).read_bytes()
        for path in case.companions
    }


@each("content")
def test_an_edition_s_mistake_alone(case: Case, tmp_path: Path) -> None:
    """That one sentence at that line, and nothing else."""
    assert found(tree(tmp_path, {**beside(case), case.file: case.data()})) == [case.problem]


@each("content")
def test_an_edition_s_mistake_mended(case: Case, tmp_path: Path) -> None:
    """With those lines written as the case says, nothing is left to say."""
    assert not found(tree(tmp_path, {**beside(case), case.file: case.mended_data()}))


def test_all_editions_at_once(tmp_path: Path) -> None:
    """One run over every broken edition tells every mistake, and no other."""
    files = {one.file: one.data() for one in cases("content")}
    sound = {path: (BROKEN / path).read_bytes() for path in SOUND}
    assert found(tree(tmp_path, {**sound, **files})) == sorted(one.problem for one in cases("content"))


def test_every_broken_file_has_its_case() -> None:
    """No file of tests/broken/ lies there unused."""
    told = {
        one.file for room in ("content", "vocabulary", "docs", "nav", "changelog", "supplements") for one in cases(room)
    }
    lying = {
        str(one.relative_to(BROKEN)) for one in BROKEN.rglob("*") if one.is_file() and one.parent != BROKEN / "content"
    }
    assert lying - told - set(SOUND) == {"cases.yml", "nav/sound.yml"}


@each("vocabulary")
def test_a_vocabulary_s_mistake_alone(case: Case, tmp_path: Path) -> None:
    """That one sentence at that line of the vocabulary, and no echo in the edition that uses its words."""
    sound = {SOUND[0]: (BROKEN / SOUND[0]).read_bytes()}
    assert found(tree(tmp_path, {**sound, case.told_at: case.data()})) == [case.problem]


def test_wrong_entries_of_vocabularies_with_every_broken_edition(tmp_path: Path) -> None:
    """An event and a body that cannot be read still count as names, so every edition is checked in full."""
    wrong = [
        one
        for one in cases("vocabulary")
        if one.file in {"vocabulary/events/event-hint-missing.yml", "vocabulary/bodies/body-address-empty.yml"}
    ]
    assert len(wrong) == 2
    files = {one.file: one.data() for one in cases("content")} | {one.told_at: one.data() for one in wrong}
    files |= {path: (BROKEN / path).read_bytes() for path in SOUND}
    assert found(tree(tmp_path, files)) == sorted(one.problem for one in (*wrong, *cases("content")))


@each("docs")
def test_a_mistake_in_a_page_written_by_hand(case: Case) -> None:
    """Told at its line, and gone when mended."""
    assert list(docs_problems(case.data().decode(), path=case.file)) == [case.problem]
    assert not list(docs_problems(case.mended_data().decode(), path=case.file))


@each("nav")
def test_a_mistake_in_the_navigation(case: Case) -> None:
    """Told at its line of mkdocs.yml, and gone when mended."""
    assert found_in_mkdocs(case.data().decode()) == [case.problem]
    assert not found_in_mkdocs(case.mended_data().decode())


def test_a_sound_navigation() -> None:
    """Entries with and without a title, in any of YAML's spellings, beside settings from the environment."""
    assert not found_in_mkdocs((BROKEN / "nav" / "sound.yml").read_text(encoding="utf-8"))


def found_in_mkdocs(text: str) -> list[Problem]:
    """Return everything that is said of mkdocs.yml."""
    return sorted({*nav_problems(text, EDITIONS), *title_problems(text, path="mkdocs.yml")})


@each("changelog")
def test_a_mistake_in_the_list_of_changes(case: Case) -> None:
    """Told at its line of CHANGELOG.md, and gone when mended."""
    assert list(changelog_problems(case.data().decode(), path="CHANGELOG.md")) == [case.problem]
    assert not list(changelog_problems(case.mended_data().decode(), path="CHANGELOG.md"))
