"""The faults that mutmut would put into the code, one at a time, and the sample that is drawn from them."""

from __future__ import annotations

import difflib
import hashlib
from collections import Counter
from contextlib import chdir
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SEED, SAMPLE = "300 of the rest", 300
LEFT_OUT = ("calculators/counting/", "calculators/_")  # the first part's; and the two generated tables


@dataclass(frozen=True)
class Mutant:
    """One fault: its name (module, function, number), the module's text with it, and the lines that it changes."""

    name: str
    right: str
    faulty: Callable[[], str]

    @property
    def module(self) -> str:
        """Return the path of its module."""
        return self.name.split(" ")[0]

    @property
    def change(self) -> str:
        """Return the lines that it changes, as a diff shows them."""
        return change(self.right, self.faulty())


def mutants(copy: Path, under: Sequence[str]) -> dict[str, list[Mutant]]:
    """Return the faults by module, in mutmut's order. What is decorated and what runs on import has none."""
    paths = sorted(str(path.relative_to(copy)) for room in under for path in (copy / room).rglob("*.py"))
    if "calculators/" in under:
        paths = [path for path in paths if not path.startswith(LEFT_OUT)]
    with chdir(copy):
        return {path: list(_faults(path)) for path in paths}


def _faults(path: str) -> Iterator[Mutant]:
    from libcst import FunctionDef  # noqa: PLC0415 - only this command needs them
    from mutmut.mutation.file_mutation import create_mutations  # noqa: PLC0415

    code = Path(path).read_text(encoding="utf-8")
    module, mutations, *_ = create_mutations(path, code)
    number: Counter[str] = Counter()
    for mutation in mutations:
        function = mutation.contained_by_top_level_function
        if not isinstance(function, FunctionDef):
            continue
        number[function.name.value] += 1
        name = f"{path} {function.name.value} {number[function.name.value]}"
        yield Mutant(name, code, partial(_with_fault, module, mutation))


def draw(everything: Sequence[Mutant]) -> list[Mutant]:
    """Return the sample in its order, which hangs on the seed and each fault's name: an edit elsewhere leaves the rest of it be."""
    return sorted(everything, key=lambda each: hashlib.sha256(f"{SEED} {each.name}".encode()).digest())[:SAMPLE]


def change(before: str, after: str) -> str:
    r"""Return the lines that differ, each after its sign, without their indent.

    >>> print(change("a = 1\\nb = 2\\n", "a = 1\\nb = 3\\n"))
    - b = 2
    + b = 3
    """
    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0))[2:]
    return "\n".join(f"{line[0]} {line[1:].strip()}" for line in lines if line[0] in "+-")


def _with_fault(module: Any, mutation: Any) -> str:  # noqa: ANN401 - mutmut's
    from mutmut.mutation.file_mutation import deep_replace  # noqa: PLC0415

    return str(deep_replace(module, mutation.original_node, mutation.mutated_node).code)
