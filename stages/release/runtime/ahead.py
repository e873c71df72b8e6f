"""Python's `sitecustomize` in the page: what the library would compile from text at every start comes compiled.

At build time the tables are empty and what is missing is noted; inside.py fills them with it.
"""

import dataclasses
import marshal

METHODS = {}  # of dataclasses: the source of their methods, and its code
MISSING = set()


def _run_methods(source, names, into):
    """Define the methods that a dataclass is given, as `exec` does."""
    code = METHODS.get(source)
    if code is None:
        MISSING.add(source)
    exec(source if code is None else marshal.loads(code), names, into)


dataclasses.exec = _run_methods
