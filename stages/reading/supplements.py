"""Reads what stands beside the editions in content/: glossary.yml, comparisons.yml, library/ and local/, with every problem met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from markdown_it import MarkdownIt

from stages.problems import Problem, nearest
from stages.reading.files import NAME, hidden, text_of
from stages.reading.validation import parse, read
from stages.reading.yaml_document import parse_file
from stages.schema import (
    ComparisonBlock,
    FormBlock,
    GlossaryBlock,
    Id,
    LocalFront,
    ModelsBlock,
    ReadingListBlock,
    ReviewsBlock,
    TermBlock,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from stages.reading.validation import Block

_FILES = (
    "glossary",
    "comparisons",
    "library/reading-list",
    "library/learning-models",
    "library/published-reviews",
    "library/referral-form",
)
LAYERS = ("Local", "National", "Where they differ")  # the `###` headings of local arrangements, in this order
_MARKDOWN = MarkdownIt("commonmark")
_BORDER = "---"
_Shaped = TypeVar("_Shaped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What is said of one topic as local, as national, or as the difference between them."""

    topic: str
    topic_line: int
    name: str
    heading_line: int
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """One partnership's local arrangements as written."""

    id: str
    path: str
    front: LocalFront
    block: Block
    layers: tuple[Layer, ...]

    @property
    def words(self) -> dict[str, str]:
        """Return the page's own lengths of time, by the ids under which slots name them."""
        return {name: mention.words for name, mention in self.front.mentions.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplements:
    """All that stands beside the editions, with the problems met in reading it; what cannot be read is left out."""

    glossary: GlossaryBlock | None
    comparisons: Mapping[str, ComparisonBlock]  # by topic
    reading_list: ReadingListBlock | None
    learning_models: ModelsBlock | None
    published_reviews: ReviewsBlock | None
    referral_form: FormBlock | None
    blocks: Mapping[str, Block]  # each file of `FILES` as parsed, for the lines of later findings
    locals: tuple[Local, ...]
    changelog: str  # CHANGELOG.md, which lies beside content/
    problems: tuple[Problem, ...]

    @property
    def terms(self) -> Mapping[str, TermBlock]:
        """Return the glossary's terms."""
        return self.glossary.terms if self.glossary else {}


def read_supplements(root: Path) -> Supplements:
    """Return what `root` (content/) holds beside the editions."""
    blocks: dict[str, Block] = {}
    problems = list(_stray_problems(root))

    def held(name: str, shape: type[_Shaped]) -> _Shaped | None:
        """Return what one file holds, noting its block and every problem in it."""
        block, mistakes = parse_file(root, name)
        problems.extend(mistakes)
        value = read(block, shape) if block else []
        if block is None or isinstance(value, list):
            problems.extend(value if isinstance(value, list) else ())
            return None
        blocks[name] = block
        return value

    glossary = held("glossary", GlossaryBlock)
    comparisons = held("comparisons", dict[Id, ComparisonBlock])
    reading_list = held("library/reading-list", ReadingListBlock)
    learning_models = held("library/learning-models", ModelsBlock)
    published_reviews = held("library/published-reviews", ReviewsBlock)
    referral_form = held("library/referral-form", FormBlock)
    found = [_read_local(file, root) for file in sorted((root / "local").glob("*.md")) if not hidden(file)]
    problems += [problem for _, mistakes in found for problem in mistakes]
    changes = root.parent / "CHANGELOG.md"
    return Supplements(
        glossary=glossary,
        comparisons=comparisons or {},
        reading_list=reading_list,
        learning_models=learning_models,
        published_reviews=published_reviews,
        referral_form=referral_form,
        blocks=blocks,
        locals=tuple(local for local, _ in found if local),
        changelog=changes.read_text(encoding="utf-8") if changes.is_file() else "",
        problems=tuple(problems),
    )


def _stray_problems(root: Path) -> Iterator[Problem]:
    """Find files in library/ and local/ that nothing reads, or whose names make poor addresses."""
    for folder, suffix in (("library", ".yml"), ("local", ".md")):
        for file in sorted((root / folder).glob("*")):
            path = f"{root.name}/{folder}/{file.name}"
            if hidden(file):
                continue
            if file.suffix != suffix or (folder == "library" and f"library/{file.stem}" not in _FILES):
                known = [f"{name.split('/')[1]}.yml" for name in _FILES if "/" in name] if folder == "library" else []
                message = "a local arrangement's name ends in .md" if folder == "local" else ""
                yield Problem(
                    path, 1, f"nothing reads this file{nearest(file.name, known)}{'; ' * bool(message)}{message}"
                )
            elif not NAME.fullmatch(file.stem):
                yield Problem(path, 1, "a name here is small letters, digits and hyphens; rename this file")


def _read_local(file: Path, root: Path) -> tuple[Local | None, list[Problem]]:
    """Return one partnership's local arrangements with the problems in them; none if the front matter cannot be read."""
    path = f"{root.name}/local/{file.name}"
    text, problems = text_of(file, path=path)
    if text is None:
        return None, problems
    lines = text.split("\n")
    borders = [number for number, line in enumerate(lines) if line.rstrip() == _BORDER]
    if borders[:1] != [0] or len(borders) == 1:
        return None, [*problems, Problem(path, 1, "start with front matter: a line `---`, its keys, a line `---`")]
    block = parse("\n".join(lines[1 : borders[1]]), path=path, line=2)
    if isinstance(block, Problem):
        return None, [*problems, block]
    front = read(block, LocalFront)
    layers, mistakes = _read_layers(["", *[""] * borders[1], *lines[borders[1] + 1 :]], path)
    problems += mistakes
    if isinstance(front, list):
        return None, [*front, *problems]
    return Local(id=file.stem, path=path, front=front, block=block, layers=layers), problems


def _read_layers(lines: list[str], path: str) -> tuple[tuple[Layer, ...], list[Problem]]:
    """Return the layers that stand under `## topic` and `### layer` headings, with text that stands under neither."""
    tokens = _MARKDOWN.parse("\n".join(lines))
    heads = [
        (token.map[0], token.markup, tokens[number + 1].content)
        for number, token in enumerate(tokens)
        if token.type == "heading_open" and token.map and not token.level
    ]
    layers: list[Layer] = []
    problems: list[Problem] = []
    if stray := next((n for n, line in enumerate(lines[: heads[0][0] if heads else None]) if line.strip()), None):
        problems.append(
            Problem(path, stray + 1, "text before the first `## ` heading belongs to no topic; move it under one")
        )
    topic, topic_line = "", 0
    for (at, markup, heading), (end, _, _) in zip(heads, [*heads[1:], (len(lines), "", "")], strict=False):
        body = "\n".join(lines[at + 1 : end])
        first = at + 2 + len(body) - len(body.lstrip("\n"))
        if markup == "##":
            topic, topic_line = heading, at + 1
            if body.strip():
                message = f"say whether this is local or national: put it under `### ` and one of {', '.join(LAYERS)}"
                problems.append(Problem(path, first, message))
        elif markup == "###" and heading in LAYERS and topic:
            if not body.strip():
                problems.append(
                    Problem(path, at + 1, f"nothing stands under '{heading}'; write it, or take the heading out")
                )
            layers.append(
                Layer(
                    topic=topic,
                    topic_line=topic_line,
                    name=heading,
                    heading_line=at + 1,
                    text=body.strip("\n"),
                    line=first,
                )
            )
        else:
            problems.append(
                Problem(
                    path,
                    at + 1,
                    f"'{heading}' is no heading of local arrangements; write `## ` and a topic, then `### ` and one of {', '.join(LAYERS)}",
                )
            )
    return tuple(layers), problems
