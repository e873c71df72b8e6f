"""A question in JSON's shapes in, its answer out."""

from calculators.replies.ask_plan import done_of, figures_for
from calculators.replies.handlers import handle
from calculators.replies.parts import VALUES, clock_payload, dates_in_full, iso, source_payload, supplied_source
from calculators.replies.table import CASE, EDITION, header_of, question_of_row
from calculators.replies.warnings import about_events, about_facts, about_unused_facts

__all__ = [
    "CASE",
    "EDITION",
    "VALUES",
    "about_events",
    "about_facts",
    "about_unused_facts",
    "clock_payload",
    "dates_in_full",
    "done_of",
    "figures_for",
    "handle",
    "header_of",
    "iso",
    "question_of_row",
    "source_payload",
    "supplied_source",
]
