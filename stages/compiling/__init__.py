"""What was written, made into records, and the records into Python."""

from stages.compiling.bank_holidays import bank_holidays_of, from_package, status, working_calendars
from stages.compiling.python_source import editions_table, table_texts
from stages.compiling.records import Unsound, citation_record, edition_record
from stages.compiling.slots import (
    HALF,
    Names,
    faults,
    fill,
    filled,
    mentions,
    named_in,
    names_of,
    period_of,
    with_own,
    without,
)
from stages.compiling.tables import Tables, content_hash, tables_of

__all__ = [
    "HALF",
    "Names",
    "Tables",
    "Unsound",
    "bank_holidays_of",
    "citation_record",
    "content_hash",
    "edition_record",
    "editions_table",
    "faults",
    "fill",
    "filled",
    "from_package",
    "mentions",
    "named_in",
    "names_of",
    "period_of",
    "status",
    "table_texts",
    "tables_of",
    "with_own",
    "without",
    "working_calendars",
]
