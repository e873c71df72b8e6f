"""What follows from the records: days counted, plans, tests, which edition covers a day. It knows no tables."""

from calculators.counting.criteria import WEIGHED, Decision, Value, condition, decide, facts_in, facts_of, value
from calculators.counting.in_force import Standing, bounds, is_superseded, newest_first, next_after, said, standing
from calculators.counting.periods import count
from calculators.counting.planner import Case, Dated, Planned, last_working_day_before, plan, planned
from calculators.counting.working_days import SATURDAY, WorkingCalendar, between, ledger, step

__all__ = [
    "SATURDAY",
    "WEIGHED",
    "Case",
    "Dated",
    "Decision",
    "Planned",
    "Standing",
    "Value",
    "WorkingCalendar",
    "between",
    "bounds",
    "condition",
    "count",
    "decide",
    "facts_in",
    "facts_of",
    "is_superseded",
    "last_working_day_before",
    "ledger",
    "newest_first",
    "next_after",
    "plan",
    "planned",
    "said",
    "standing",
    "step",
    "value",
]
