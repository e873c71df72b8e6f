"""What other programs may rely on: everything that is held as data, its schema, and the types of an answer."""

from stages.contracts.rules_data import rules_files
from stages.contracts.typescript import reply_types

__all__ = ["reply_types", "rules_files"]
