"""`python -m tests.both_pythons NUMBER [SEED]`: ask every Python at hand the same questions, say whether they answer alike, and keep the figures."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.keeping import Figure, keep
from tests.both_pythons.comparing import at_hand, compare, differences

number, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
with tempfile.TemporaryDirectory() as folder:
    told = compare(number, seed, folder=Path(folder), pythons=at_hand())
for each in told:
    sys.stdout.write(
        f"{each.version}  {each.sha256}  {each.number} answers, {each.refused} of them refusals: {each.name}\n"
    )
found = differences(told)
sys.stdout.write("".join(f"{line}\n" for line in found) or "Every answer is the same.\n")
if found:
    sys.exit(1)
natively = [each.version for each in told[1:]]
keep(
    "both_pythons",
    f"python -m tests.both_pythons {number} {seed}",
    [
        Figure("random questions asked of each Python", number, "questions", f"seed {seed}"),
        Figure("of them refused with a reason, alike in each", told[0].refused, "questions"),
        Figure("answers that differ between the shipped payload and a native Python", 0, "answers"),
        Figure("Python of the shipped payload", told[0].version, "", "its own interpreter and memory, run by Node"),
        Figure("native Pythons that answered alike", ", ".join(natively), "", f"{len(natively)} versions"),
        Figure("SHA-256 over all answers, the same in each", told[0].sha256),
    ],
)
