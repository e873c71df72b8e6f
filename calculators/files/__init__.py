"""A plan as something to carry away: calendar, table, plain text."""

from calculators.files.csv_file import csv_lines
from calculators.files.forms import file_of, reference_of
from calculators.files.plain_text import criteria_text, editions_text, plan_text, workdays_text

__all__ = ["criteria_text", "csv_lines", "editions_text", "file_of", "plan_text", "reference_of", "workdays_text"]
