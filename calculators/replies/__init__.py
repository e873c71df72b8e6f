"""A question in JSON's shapes in, its answer out."""

from calculators.replies.handlers import handle
from calculators.replies.parts import clock_payload, dates_in_full, iso, source_payload
from calculators.replies.request import QuestionRefused, Refusals, a_day, parse
from calculators.replies.warnings import about_events

__all__ = [
    "QuestionRefused",
    "Refusals",
    "a_day",
    "about_events",
    "clock_payload",
    "dates_in_full",
    "handle",
    "iso",
    "parse",
    "source_payload",
]
