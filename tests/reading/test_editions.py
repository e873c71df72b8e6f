"""Reading content/: files as editors and their programs leave them, names, and everything at once when much is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stages.problems import ContentRefused
from stages.reading.editions import _read_edition, read_content
from stages.reading.model import Prose
from tests.checks.broken_cases import BROKEN, SOUND, found, problems, tree

if TYPE_CHECKING:
    from pathlib import Path

SOUND_EDITION = (BROKEN / SOUND[0]).read_bytes()
MARKS = [
    ":",
    "- ",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "#",
    "```",
    "---",
    "{{",
    "}}",
    "\t",
    "&",
    "*",
    "!",
    "|",
    "null",
    "2026-02-30",
    "9999 years",
]
UNREADABLE = (BROKEN / "content/scotland/front-matter-misspelt-key.md").read_bytes()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SOUND_EDITION, id="as Unix leaves them"),
        pytest.param(SOUND_EDITION.replace(b"\n", b"\r\n"), id="line ends of Windows"),
        pytest.param(SOUND_EDITION.replace(b"\n", b"\r"), id="line ends of an old Mac"),
        pytest.param(b"\xef\xbb\xbf" + SOUND_EDITION, id="a byte order mark, as Notepad writes it"),
        pytest.param(b"\xef\xbb\xbf" + SOUND_EDITION.replace(b"\n", b"\r\n"), id="both"),
        pytest.param(SOUND_EDITION.rstrip(b"\n"), id="no line end after the last line"),
        pytest.param(SOUND_EDITION + b"\n\n\n", id="blank lines at the end"),
        pytest.param(SOUND_EDITION.replace(b"---\n", b"---  \n"), id="spaces after the front matter's borders"),
        pytest.param(
            SOUND_EDITION.replace(b"```yaml deadline", b"``` yaml deadline"), id="a space after the back-ticks"
        ),
        pytest.param(SOUND_EDITION.replace(b"```", b"~~~"), id="tildes for back-ticks"),
        pytest.param(SOUND_EDITION.replace(b"```", b"````"), id="four back-ticks"),
        pytest.param(SOUND_EDITION.replace(b"## Overview", b"## Overview ##"), id="a heading closed as well as opened"),
        pytest.param(
            SOUND_EDITION.replace(b"stands alone.", "stands alone, déjà vu, £5.".encode()), id="letters beyond ASCII"
        ),
    ],
)
def test_an_edition_is_read_however_it_was_saved(data: bytes, tmp_path: Path) -> None:
    root = tree(tmp_path, {SOUND[0]: data})
    assert not found(root)
    (edition,) = read_content(root).editions
    assert [block.kind for _, block in edition.blocks()] == ["deadline", "example"]
    assert [section.heading for section in edition.sections] == ["Overview", "Notification"]


def test_line_ends_do_not_move_lines(tmp_path: Path) -> None:
    broken = (BROKEN / "content/england/duty-unknown.md").read_bytes()
    line = next(one for one in found(tree(tmp_path / "a", {"content/england/a.md": broken}))).line
    windows = found(tree(tmp_path / "b", {"content/england/a.md": b"\xef\xbb\xbf" + broken.replace(b"\n", b"\r\n")}))
    assert [one.line for one in windows] == [line]


def test_prose_and_blocks_remember_their_lines(tmp_path: Path) -> None:
    (edition,) = read_content(tree(tmp_path, {SOUND[0]: SOUND_EDITION})).editions
    lines = SOUND_EDITION.decode().splitlines()
    for section in edition.sections:
        assert lines[section.line - 1] == f"## {section.heading}"
        for part in section.parts:
            if isinstance(part, Prose):
                assert lines[part.line - 1] == part.text.split("\n")[0]
            else:
                assert lines[part.block.line_of("source") - 1].startswith(("source:", "title:"))
                assert lines[part.block.line - 2].startswith("```yaml")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("wales/Child Review.md", "an edition's name is small letters, digits and hyphens; name this file child-review.md", id="capitals and a space"),
        pytest.param("wales/child_review.md", "an edition's name is small letters, digits and hyphens; name this file child-review.md", id="an underscore"),
        pytest.param("wales/child-review.markdown", "nothing reads this file; an edition's name ends in .md", id="another ending"),
        pytest.param("wales/child-review.MD", "nothing reads this file; an edition's name ends in .md", id="the ending in capitals"),
        pytest.param("wales/notes.txt", "nothing reads this file; an edition's name ends in .md", id="notes beside the editions"),
        pytest.param("child-review.md", "an edition lies in its nation's folder; move this file into one of: england, northern-ireland, scotland, wales", id="an edition outside its nation"),
        pytest.param("event.yml", "nothing reads this file; did you mean 'events.yml'?", id="a vocabulary misspelt"),
    ],
)  # fmt: skip
def test_files_that_would_be_passed_over_are_told(path: str, message: str, tmp_path: Path) -> None:
    data = (BROKEN / SOUND[1]).read_bytes() if path.endswith((".md", ".MD", ".markdown")) else b"\n"
    told = found(tree(tmp_path, {f"content/{path}": data}))
    assert [str(one) for one in told] == [f"content/{path}:1: {message}"]


def test_folders_that_are_no_nation_are_told(tmp_path: Path) -> None:
    told = found(tree(tmp_path, {"content/walse/x.md": SOUND_EDITION, "content/wales/old/y.md": SOUND_EDITION}))
    assert [str(one) for one in told] == [
        "content/wales/old:1: an edition lies directly in wales/; move this folder's files there",
        "content/walse:1: 'walse' is not a nation; did you mean 'wales'?",
    ]


@pytest.mark.parametrize("name", [".DS_Store", "x.md~", ".x.md.swp", "#x.md#", "~$x.md", "x.md.bak"])
def test_what_programs_leave_behind_is_passed_over(name: str, tmp_path: Path) -> None:
    assert not found(tree(tmp_path, {f"content/wales/{name}": b"\x00\xff"}))


def test_overlays_and_library_lie_beside_the_editions(tmp_path: Path) -> None:
    """Other stages read content/local/ and content/library/."""
    assert not found(tree(tmp_path, {"content/local/cumbria.md": b"", "content/library/list.yml": b""}))


@pytest.mark.parametrize("vocabulary", ["nations", "topics", "events", "facts", "bodies", "bank-holidays"])
def test_a_vocabulary_that_is_missing_is_told_with_what_editions_lack(vocabulary: str, tmp_path: Path) -> None:
    root = tree(tmp_path, {"content/scotland/x.md": UNREADABLE})
    (root / f"{vocabulary}.yml").unlink()
    with pytest.raises(ContentRefused) as refused:
        read_content(root)
    assert {str(one) for one in refused.value.problems} == {
        f"content/{vocabulary}.yml:1: this file is missing; restore it from the repository",
        "content/scotland/x.md:4: 'guidence' is not a key that belongs here; did you mean 'guidance'?",
    }


def test_every_vocabulary_wrong_at_once(tmp_path: Path) -> None:
    """Each is told, none hides another, and an edition that cannot be read is told with them."""
    files = {
        f"content/{name}.yml": b"a: [" for name in ("nations", "topics", "events", "facts", "bodies", "bank-holidays")
    }
    with pytest.raises(ContentRefused) as refused:
        read_content(tree(tmp_path, {**files, "content/scotland/x.md": UNREADABLE}))
    assert sorted(one.path for one in refused.value.problems) == sorted([*files, "content/scotland/x.md"])


def test_front_matter_and_blocks_are_told_together(tmp_path: Path) -> None:
    data = UNREADABLE + b"\n## Notification\n\nWords.\n\n```yaml deadlin\nid: x\n```\n"
    told = [str(one) for one in found(tree(tmp_path, {"content/scotland/x.md": data}))]
    assert told == [
        "content/scotland/x.md:4: 'guidence' is not a key that belongs here; did you mean 'guidance'?",
        "content/scotland/x.md:24: '```yaml deadlin' is not a kind of block; did you mean 'yaml deadline'?",
    ]


def test_names_in_what_could_not_be_read_are_not_told_again(tmp_path: Path) -> None:
    """A slot and an example may name a rule whose block has a mistake, and another edition that has one."""
    rule = (BROKEN / "content/england/duty-unknown.md").read_text(encoding="utf-8")
    rule = rule.replace("The authority tells the Panel.", "It tells it {{ tell.period }}, {{ scotland/x#any.period }}.")
    told = found(tree(tmp_path, {"content/england/a.md": rule.encode(), "content/scotland/x.md": UNREADABLE}))
    assert [(one.path, one.line) for one in told] == [("content/england/a.md", 25), ("content/scotland/x.md", 4)]


def test_an_empty_file_is_told() -> None:
    edition, told = _read_edition("", name="wales/x", path="content/wales/x.md")
    assert edition is None
    assert [one.message for one in told] == ["start with front matter: a line `---`, the edition's keys, a line `---`"]


def test_no_edition_at_all_is_no_mistake(tmp_path: Path) -> None:
    assert not problems(read_content(tree(tmp_path, {})))


@given(st.data())
@settings(max_examples=100)
def test_whatever_is_done_to_an_edition_gets_an_answer(data: st.DataObject) -> None:
    """Lines lost, doubled or cut, marks slipped in: the reader says what is wrong, and never fails itself."""
    lines = SOUND_EDITION.decode().split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        number = data.draw(st.integers(0, len(lines) - 1))
        line, place = lines[number], data.draw(st.integers(0, len(lines[number])))
        mark = data.draw(st.sampled_from(MARKS))
        lines[number : number + 1] = data.draw(
            st.sampled_from(
                [
                    [],
                    [line, line],
                    [line[:place]],
                    [line[:place] + mark + line[place:]],
                    [line.split(": ")[0] + f": {mark}"],
                ]
            )
        )
        lines = lines or [""]
    edition, told = _read_edition("\n".join(lines), name="wales/x", path="content/wales/x.md")
    assert edition or told
    assert all(0 < one.line <= len(lines) + 1 and one.message and "nput" not in one.message for one in told)


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_told_once(order: str, tmp_path: Path) -> None:
    """As an editor on Windows may save it: one line says so, not two for each line of the file."""
    mark = "\ufeff".encode(order)
    told = found(tree(tmp_path, {SOUND[0]: mark + SOUND_EDITION.decode().encode(order)}))
    assert [str(one) for one in told] == [f"{SOUND[0]}:1: this file is UTF-16; save it as UTF-8 in your editor"]


@pytest.mark.parametrize("place", [SOUND[0], "content/events.yml", "content/bank-holidays.yml"])
def test_a_file_that_is_not_utf_8_is_told_once(place: str, tmp_path: Path) -> None:
    """As an old editor may save it: nothing more is said of the words that this garbles."""
    before = (BROKEN / place).read_bytes()
    garbled = "\n# M\N{LATIN SMALL LETTER O WITH CIRCUMFLEX}n: within\N{NO-BREAK SPACE}5 days\n".encode("cp1252")
    told = found(tree(tmp_path, {place: before + garbled}))
    line = before.count(b"\n") + 2
    assert [str(one) for one in told] == [
        f"{place}:{line}: this line is not UTF-8 text; save the file as UTF-8 in your editor"
    ]
