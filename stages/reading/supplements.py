"""Reads what stands beside the editions in content/: glossary.yml, library/ and local/, with every problem met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from stages.problems import Problem, nearest
from stages.reading.files import NAME, hidden, text_of
from stages.reading.validation import parse, read
from stages.schema.supplements import FormBlock, GlossaryBlock, LocalFront, ModelsBlock, ReadingListBlock, ReviewsBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from stages.reading.validation import Block

FILES: dict[str, Any] = {
    "glossary": GlossaryBlock,
    "library/reading-list": ReadingListBlock,
    "library/learning-models": ModelsBlock,
    "library/published-reviews": ReviewsBlock,
    "library/referral-form": FormBlock,
}
LAYERS = ("Local", "National", "Where they differ")  # the `###` headings of local arrangements, in this order
BORDER = "---"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All that stands beside the editions, with the problems met in reading it; what cannot be read is left out."""

    files: Mapping[str, Any]  # name in FILES: an instance of its class
    blocks: Mapping[str, Block]  # each file as parsed, for the lines of later findings
    locals: tuple[Local, ...]
    changelog: str  # CHANGELOG.md, which lies beside content/
    problems: tuple[Problem, ...]

    @property
    def glossary(self) -> GlossaryBlock:
        """Return the glossary."""
        found = self.files["glossary"]
        assert isinstance(found, GlossaryBlock)  # noqa: S101 - FILES says so
        return found


def read_shelf(root: Path) -> Shelf:
    """Return what `root` (content/) holds beside the editions."""
    files: dict[str, Any] = {}
    blocks: dict[str, Block] = {}
    problems = list(stray_problems(root))
    for name, shape in FILES.items():
        path, file = f"{root.name}/{name}.yml", root / f"{name}.yml"
        if not file.is_file():
            problems.append(Problem(path, 1, "this file is missing; restore it from the repository"))
            continue
        text, mistakes = text_of(file, path=path)
        problems += mistakes
        block = parse(text, path=path, line=1) if text is not None else None
        if isinstance(block, Problem):
            problems.append(block)
        elif block is not None:
            value = read(block, shape)
            if isinstance(value, list):
                problems += value
            else:
                files[name], blocks[name] = value, block
    found = [read_local(file, root) for file in sorted((root / "local").glob("*.md")) if not hidden(file)]
    problems += [problem for _, mistakes in found for problem in mistakes]
    held = tuple(one for one, _ in found if one)
    changes = root.parent / "CHANGELOG.md"
    changelog = changes.read_text(encoding="utf-8") if changes.is_file() else ""
    return Shelf(files=files, blocks=blocks, locals=held, changelog=changelog, problems=tuple(problems))


def stray_problems(root: Path) -> Iterator[Problem]:
    """Find files in library/ and local/ that nothing reads, or whose names make poor addresses."""
    for folder, suffix in (("library", ".yml"), ("local", ".md")):
        for one in sorted((root / folder).glob("*")):
            path = f"{root.name}/{folder}/{one.name}"
            if hidden(one):
                continue
            if one.suffix != suffix or (folder == "library" and f"library/{one.stem}" not in FILES):
                known = [f"{name.split('/')[1]}.yml" for name in FILES if "/" in name] if folder == "library" else []
                message = "a local arrangement's name ends in .md" if folder == "local" else ""
                yield Problem(
                    path, 1, f"nothing reads this file{nearest(one.name, known)}{'; ' * bool(message)}{message}"
                )
            elif not NAME.fullmatch(one.stem):
                yield Problem(path, 1, "a name here is small letters, digits and hyphens; rename this file")


def read_local(file: Path, root: Path) -> tuple[Local | None, list[Problem]]:
    """Return one partnership's local arrangements with the problems in them; none if the front matter cannot be read."""
    path = f"{root.name}/local/{file.name}"
    text, problems = text_of(file, path=path)
    if text is None:
        return None, problems
    lines = text.split("\n")
    borders = [number for number, line in enumerate(lines) if line.rstrip() == BORDER]
    if borders[:1] != [0] or len(borders) == 1:
        return None, [*problems, Problem(path, 1, "start with front matter: a line `---`, its keys, a line `---`")]
    block = parse("\n".join(lines[1 : borders[1]]), path=path, line=2)
    if isinstance(block, Problem):
        return None, [*problems, block]
    front = read(block, LocalFront)
    layers, mistakes = read_layers(["", *[""] * borders[1], *lines[borders[1] + 1 :]], path)
    problems += mistakes
    if isinstance(front, list):
        return None, [*front, *problems]
    return Local(id=file.stem, path=path, front=front, block=block, layers=layers), problems


def read_layers(lines: list[str], path: str) -> tuple[tuple[Layer, ...], list[Problem]]:
    """Return the layers that stand under `## topic` and `### layer` headings, with text that stands under neither."""
    tokens = MarkdownIt("commonmark").parse("\n".join(lines))
    heads = [
        (one.map[0], one.markup, tokens[number + 1].content)
        for number, one in enumerate(tokens)
        if one.type == "heading_open" and one.map and not one.level
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
