"""The door as tests knock on it: a question's parts in, its answer out."""

from __future__ import annotations

import json
from typing import Any

from calculators.answer import answer


def ask(**question: object) -> Any:  # noqa: ANN401 - an answer of any shape
    """Return the answer to a question with these parts."""
    return json.loads(answer(json.dumps(question)))
