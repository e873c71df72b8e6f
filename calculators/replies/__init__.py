"""A question in JSON's shapes in, its answer out."""

from calculators.replies.ask_plan import figures_for
from calculators.replies.handlers import handle
from calculators.replies.parts import VALUES, clock_payload, dates_in_full, iso, source_payload, supplied_source
from calculators.replies.warnings import about_events, about_facts, about_unused_facts

__all__ = [
    "VALUES",
    "about_events",
    "about_facts",
    "about_unused_facts",
    "clock_payload",
    "dates_in_full",
    "figures_for",
    "handle",
    "iso",
    "source_payload",
    "supplied_source",
]
