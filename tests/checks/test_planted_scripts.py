"""A script planted in any text of any file that an editor writes is refused at that file; the fields come from the schema."""

from __future__ import annotations

import inspect
import shutil
import types
from copy import deepcopy
from dataclasses import dataclass, is_dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.events import ScalarEvent

from stages import schema
from stages.checks.markdown import changelog_problems, edition_problems
from stages.checks.navigation import title_problems
from stages.checks.prose import docs_problems
from stages.compiler import compile_guide
from stages.problems import ContentRefused
from stages.reading.editions import _read_edition
from stages.reading.supplements import read_supplements
from stages.schema import edition as edition_schema
from stages.schema import supplements, vocabulary
from tests.checks.broken_cases import BROKEN, found, tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stages.problems import Problem

ROOT = Path(__file__).parents[2]
PLANTS = (
    "</title><script>document.documentElement.dataset.xss=1</script>",
    "<img src=x onerror=document.documentElement.dataset.xss=1>",
)
WORDS = "Words"
# What an editor could write in a field of each type. A type of stages/schema that is missing here fails the test.
SOUND: tuple[tuple[Any, Any], ...] = (
    (schema.Id, "an-id"),
    (schema.Text, WORDS),
    (schema.Day, date(2026, 1, 1)),
    (schema.PartialDate, 2018),
    (schema.PeriodWords, "5 working days"),
    (schema.ConditionWords, "a-fact"),
    (schema.RuleConditionWords, "a-fact"),
    (schema.DutyWord, "must"),
    (schema.ReadWord, "whole"),
    (schema.Skipped, date(2026, 1, 1)),
    (schema.Year, 2018),
    (schema.Url, "https://example.org/"),
    (schema.Expected, date(2026, 1, 1)),
    (bool, False),
    (int, 1),
)
EDITION = "content/wales/planted.md"
SOUND_EDITION = (BROKEN / "content/wales/sound.md").read_text(encoding="utf-8")
met: set[Any] = set()  # every dataclass of the schema for which a block was made


def sound(hint: Any) -> Any:  # noqa: ANN401 - a type, and YAML's own shapes
    """Return what an editor could write for a type, with every key that it may have."""
    known = [value for one, value in SOUND if hint == one]
    if known:
        return known[0]
    inner = get_args(hint)
    match get_origin(hint):
        case origin if origin in {Annotated, Union, types.UnionType}:
            value = sound(next(one for one in inner if one is not type(None)))
        case origin if origin is Literal:
            value = inner[0]
        case origin if origin is tuple:
            value = [sound(inner[0])]
        case origin if origin is dict:
            value = {sound(inner[0]): sound(inner[1])}
        case _:
            value = sound_block(hint)
    return value


def sound_block(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a block of this dataclass with every key that it may have."""
    assert hasattr(kind, "__pydantic_fields__"), f"{kind} has no sample here: add one to SOUND"
    met.add(kind)
    hints = get_type_hints(kind, include_extras=True)
    return {field.alias or name: sound(hints[name]) for name, field in kind.__pydantic_fields__.items()}


def rule_with_readings() -> Any:  # noqa: ANN401
    """Return a rule in whose readings everything is said."""
    return {
        **sound(schema.DatedBlock),
        "readings": {"a-reading": sound(schema.ReadingBlock) | sound(schema.ClockBlock)},
    }


VOCABULARIES: dict[str, Any] = {
    "nations": dict[schema.Id, schema.Text],
    "topics": dict[schema.Id, schema.Text],
    "events": dict[schema.Id, schema.EventBlock],
    "facts": dict[schema.Id, schema.FactBlock],
    "bodies": dict[schema.Id, schema.BodyBlock],
    "bank-holidays": schema.BankHolidaysBlock,
}
SUPPLEMENTS: dict[str, Any] = {
    "glossary": schema.GlossaryBlock,
    "comparisons": dict[schema.Id, schema.ComparisonBlock],
    "library/reading-list": schema.ReadingListBlock,
    "library/learning-models": schema.ModelsBlock,
    "library/published-reviews": schema.ReviewsBlock,
    "library/referral-form": schema.FormBlock,
}
# What stands in each kind of block: the place it has in a file, and a sound block.
KINDS: dict[str, Any] = {
    **{f"vocabulary {name}": sound(shape) for name, shape in VOCABULARIES.items()},
    **{f"shelf {name}": sound(shape) for name, shape in SUPPLEMENTS.items()},
    "local": sound(supplements.LocalFront),
    "front": sound(schema.FrontMatter),
    **{f"block {name}": sound(shape) for name, shape in schema.BLOCKS.items()},
    "block deadline": rule_with_readings(),
}


@dataclass(frozen=True)
class Place:
    """A text in a block, by the keys that lead to it; or the last of those keys, where an editor chooses it."""

    keys: tuple[Any, ...]
    held: Any
    is_key: bool = False

    def planted(self, block: Any, words: str) -> Any:  # noqa: ANN401
        """Return a copy of the block with `words` at this place."""
        block = deepcopy(block)
        node = block
        for key in self.keys[:-1]:
            node = node[key]
        if self.is_key:
            node[words] = node.pop(self.keys[-1])
        else:
            node[self.keys[-1]] = words
        return block


def places(node: Any, keys: tuple[Any, ...] = ()) -> Iterator[Place]:  # noqa: ANN401
    """Yield every value of a block, and every key that an editor chooses."""
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            if key in {WORDS, "an-id", "a-reading"}:
                yield Place((*keys, key), key, is_key=True)
            yield from places(value, (*keys, key))
    else:
        yield Place(keys, node)


def dumped(block: Any) -> str:  # noqa: ANN401
    """Return a block as YAML, each text on one line."""
    yaml = YAML()
    yaml.width = 10_000
    stream = StringIO()
    yaml.dump(block, stream)
    return stream.getvalue()


def told(kind: str, block: Any, folder: Path) -> list[Problem]:  # noqa: ANN401
    """Return what is said of the file in which a block of this kind stands."""
    text = dumped(block)
    room, _, name = kind.partition(" ")
    if room in {"shelf", "local"}:
        root = folder / "content"
        path = f"content/{name}.yml" if room == "shelf" else "content/local/planted.md"
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_text(
            text if room == "shelf" else f"---\n{text}---\n\n## Notification\n\n### Local\n\nWords.\n", encoding="utf-8"
        )
        problems = list(read_supplements(root).problems)
    else:
        path = f"content/{name}.yml" if room == "vocabulary" else EDITION
        text = {
            "vocabulary": text,
            "front": f"---\n{text}---\n\n## Overview\n\nWords.\n",
            "block": f"{SOUND_EDITION}\n```yaml {name}\n{text}```\n",
        }[room]
        problems = _read_edition(text, name="wales/planted", path=path)[1] if path == EDITION else []
        problems = problems or found(tree(folder, {path: text.encode()}))  # what reading lets pass, checks may find
    return [problem for problem in problems if problem.path == path]


@pytest.mark.parametrize("plant", PLANTS, ids=["a script out of a title", "a picture with a script"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_field_lets_a_script_through(kind: str, plant: str, tmp_path: Path) -> None:
    """A text is refused as HTML; a date, an id or a word of a list by its own rule."""
    block = KINDS[kind]
    before = {problem.message for problem in told(kind, block, tmp_path / "sound")}
    assert not any("HTML" in message for message in before)
    let_through = []
    for number, place in enumerate(places(block)):
        said = told(kind, place.planted(block, plant), tmp_path / str(number))
        new = {problem.message for problem in said} - before
        if not any("is HTML; write plain words" in message for message in new) if place.held == WORDS else not new:
            let_through.append(" ".join(map(str, place.keys)))
    assert not let_through


def test_every_dataclass_of_the_schema_is_tried() -> None:
    """A new kind of file or block that no reader's list names would be missing here."""
    rooms = (edition_schema, vocabulary, supplements)
    shapes = [(room, shape) for room in rooms for _, shape in inspect.getmembers(room, is_dataclass)]
    assert met == {shape for room, shape in shapes if shape.__module__ == room.__name__}


@pytest.mark.parametrize("plant", PLANTS)
@pytest.mark.parametrize(
    "shape", ["{}", "Words {} words.", "- {}", "### {}", "> {}", "| A |\n|---|\n| {} |", "[{}](x.md)"]
)
def test_no_prose_lets_a_script_through(plant: str, shape: str, tmp_path: Path) -> None:
    """In an edition, in local arrangements, in a page written by hand and in CHANGELOG.md, wherever in a paragraph."""
    prose = shape.format(plant)
    edition = f"{SOUND_EDITION}\n{prose}\n"
    assert any("HTML" in one.message for one in found(tree(tmp_path, {EDITION: edition.encode()})))
    assert list(edition_problems(prose, path="content/local/planted.md", line=1))
    assert list(changelog_problems(f"# Changes\n\n{prose}\n", path="CHANGELOG.md"))
    assert list(docs_problems(f"# A page\n\n{prose}\n", path="docs/x.md"))


@pytest.mark.parametrize(
    "plant", [*PLANTS, "\\x3cscript>a()</script>"], ids=["a script", "a picture", "written as a code"]
)
def test_no_text_of_mkdocs_yml_lets_a_script_through(plant: str) -> None:
    """The name of the site, each title of the navigation, and every other text, key or value."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    tried = [event for event in YAML().parse(text) if isinstance(event, ScalarEvent)]
    assert {"site_name", "UK Case Review Guide", "What changed"} <= {one.value for one in tried}
    planted = text
    for scalar in reversed(tried):
        line_end = "\n" * (scalar.style == "|")
        planted = f'{planted[: scalar.start_mark.index]}"{plant}"{line_end}{planted[scalar.end_mark.index :]}'
    told = [problem.message for problem in title_problems(planted, path="mkdocs.yml")]
    assert len(told) == len(tried)
    assert all("is HTML; write plain words" in message for message in told)


def test_html_in_mkdocs_yml_is_told_at_its_line() -> None:
    (problem,) = title_problems("site_name: A guide\nnav:\n  - <b>Home: index.md\n", path="mkdocs.yml")
    assert str(problem) == "mkdocs.yml:3: '<b>' is HTML; write plain words"


def test_no_title_of_a_page_written_by_hand_lets_a_script_through() -> None:
    page = f'---\nhide: [toc]\ntitle: "Words {PLANTS[1]}"\n---\n\n# A page\n'
    assert [(one.line, one.message) for one in docs_problems(page, path="docs/x.md") if "HTML" in one.message] == [
        (3, "'<img' is HTML; write plain words")
    ]


def test_the_whole_guide_with_a_script_in_each_kind_of_file_is_refused_in_one_go(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    changes = {
        "content/england/child-safeguarding-practice-review-2023.md": ("guidance: ", "guidance: {} "),
        "content/local/cumbria.md": ("name: ", "name: {} "),
        "content/events.yml": ("label: ", "label: {} "),
        "content/glossary.yml": ("meaning: ", "meaning: {} "),
        "content/library/referral-form.yml": ("title: ", "title: {} "),
        "CHANGELOG.md": ("", "{}"),
    }
    for path, (old, new) in changes.items():
        text = (ROOT / path).read_text(encoding="utf-8")
        assert old in text
        (tmp_path / path).write_text(text.replace(old, new.format(PLANTS[0]), 1), encoding="utf-8")
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("Glossary:", f"{PLANTS[0]}:")
    docs = {"docs/about/x.md": f"# A page\n\n{PLANTS[0]}\n"}
    with pytest.raises(ContentRefused) as refused:
        compile_guide(tmp_path, handwritten=docs, navigation=navigation, today=date(2026, 11, 25))
    assert {one.path for one in refused.value.problems} == {*changes, *docs, "mkdocs.yml"}
