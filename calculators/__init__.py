"""Deadline calculators for UK case reviews: pure Python, standard library only.

Start at `answer.answer` (JSON in, JSON out), or run `python -m calculators`.
"""

__version__ = "0.1.0"
