"""From what was written to records and Python."""
