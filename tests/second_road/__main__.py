"""`python -m tests.second_road NUMBER [SEED]`: compare the two planners on so many random cases, and say how many lines."""

from __future__ import annotations

import sys

from tests.second_road.cases import differences

number, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
found = differences(number, seed)
said = [*found[:5], f"{number} cases, seed {seed}: {len(found)} lines of a plan on which the two differ"]
sys.stdout.write("\n".join(said) + "\n")
sys.exit(bool(found))
