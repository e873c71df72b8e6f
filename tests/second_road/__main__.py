"""`python -m tests.second_road [NUMBER [SEED]]`: compare the two planners on so many random cases, and keep how many.

100,000 cases unless a number is given, which keeps nothing if it is smaller.
"""

from __future__ import annotations

import sys

from bench.keeping import Figure, keep
from tests import fixed
from tests.second_road.cases import compared

COMMAND = "python -m tests.second_road"
WHOLE = 100_000


def main() -> int:
    """Print and keep how many cases and lines of their plans were compared; return 1 if any line differs."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else WHOLE
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    fixed.use(real=True)  # the second planner knows nothing of figures laid into a copy
    lines, found = compared(number, seed)
    figures = [
        Figure("random cases put to both planners", number, "cases", f"seed {seed}"),
        Figure("lines of their plans compared, each with its readings", lines, "lines"),
        Figure("lines that differ", len(found), "lines"),
    ]
    sys.stdout.write("\n".join([*found[:5], *(f"{one.value} {one.what}" for one in figures)]) + "\n")
    if number >= WHOLE:
        keep("second-road", f"{COMMAND} {number} {seed}", figures)
    return bool(found)


sys.exit(main())
