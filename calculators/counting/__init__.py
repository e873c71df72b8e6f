"""What follows from the records: days counted, plans, tests, which edition covers a day. It knows no tables."""

from calculators.counting.working_days import WorkingCalendar

__all__ = ["WorkingCalendar"]
