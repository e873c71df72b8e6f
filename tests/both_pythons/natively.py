"""Puts questions, one a line as JSON text, to the calculators of this checkout, and prints one SHA-256 over all answers.

`python natively.py QUESTIONS`, by any Python from 3.11 on, with nothing installed. Printed as one line of JSON: `version`,
`number`, `refused` and `faults` (answers that say so), `sha256` over the answers with a line end after each, and `blocks`,
the same over each thousand, so that a difference can be found. `imported` is for what only the shipped payload can lack.
"""

from __future__ import annotations

import json
import platform
import sys
from hashlib import sha256
from pathlib import Path

BLOCK = 1000


def answers(questions: Path) -> dict[str, object]:
    """Return what is printed."""
    from calculators.answer import answer  # noqa: PLC0415 - found only once the path below is set

    whole, block, blocks = sha256(), sha256(), []
    number = refused = faults = 0
    with questions.open(encoding="utf-8") as lines:
        for line in lines:
            reply = answer(json.loads(line))
            data = f"{reply}\n".encode()
            whole.update(data)
            block.update(data)
            number += 1
            refused += '"errors"' in reply
            faults += "a fault of its own" in reply
            if number % BLOCK == 0:
                blocks.append(block.hexdigest())
                block = sha256()
    if number % BLOCK:
        blocks.append(block.hexdigest())
    return {
        "version": platform.python_version(), "number": number, "refused": refused, "faults": faults,
        "sha256": whole.hexdigest(), "blocks": blocks, "imported": [],
    }  # fmt: skip


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    sys.stdout.write(json.dumps(answers(Path(sys.argv[1]))) + "\n")
