"""The JSON contract by its one name: what a question and its answer are made of, as `answer.py` gives and takes them."""

from __future__ import annotations

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]  # JSON's own shape: the one edge at which types end
