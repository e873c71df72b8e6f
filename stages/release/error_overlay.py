"""Shows an editor her mistakes above the last good page, while she works."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stages.problems import Problem

_BODY = re.compile(r"<body[^>]*>")
NO_PAGES_YET = """<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Not built yet</title></head>
<body></body>
</html>
"""  # what the mistakes stand on before there is a good page
BEGIN, END = "<!-- mistakes -->", "<!-- end of mistakes -->"


def with_problems(html: str, problems: Sequence[Problem]) -> str:
    """Return the page with the problems at its top, in place of any that stood there before."""
    html = re.sub(f"{BEGIN}.*?{END}", "", html, flags=re.DOTALL)
    items = "".join(f"<li><code>{escape(str(problem))}</code></li>" for problem in problems)
    box = f'{BEGIN}<div class="cr-problems" role="alert"><p>Not rebuilt. To mend:</p><ul>{items}</ul></div>{END}'
    return _BODY.sub(lambda body: body[0] + box, html, count=1)
