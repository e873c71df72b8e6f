"""`python -m tests.by_hand`: hold every rule to the second reading on every day of 2006 to 2035, and keep what was compared.

`python -m tests.by_hand 97` takes every 97th day, which keeps nothing. It takes about ten minutes of one processor.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import chain

from bench.keeping import Figure, keep
from tests import fixed
from tests.by_hand import walk

COMMAND = "python -m tests.by_hand"
MONTHLY = 30  # of the days, so many times fewer calendar files


def main() -> int:
    """Print and keep how much was compared and how often the two sides part; return 1 if they part anywhere."""
    stride = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    fixed.use(real=True)  # the second reading knows nothing of figures laid into a copy
    seen: Counter[str] = Counter()
    found = list(
        chain(
            walk.working_days(stride, seen),
            walk.every_test(seen),
            walk.every_condition(seen),
            walk.months(stride, seen),
            *(walk.calendar_files(edition, MONTHLY * stride, seen) for edition in walk.DATED),
            *(walk.calendars(edition, stride, seen) for edition in walk.DATED),
            *(walk.answers(edition, stride, seen) for edition in walk.DATED),
        )
    )
    figures = [
        Figure("days of 2006 to 2035 on which every event of an edition was put", len(walk.days(stride)), "days"),
        Figure("editions with dates", len(walk.DATED), "editions"),
        *(Figure(what, number) for what, number in seen.items()),
        Figure("differences", len(found)),
    ]
    sys.stdout.write("\n".join([*found[:20], *(f"{one.value} {one.what}" for one in figures)]) + "\n")
    if stride == 1:
        keep("by-hand", COMMAND, figures)
    return bool(found)


sys.exit(main())
