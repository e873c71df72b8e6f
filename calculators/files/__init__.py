"""What is carried away or kept: calendar, table, plain text, a saved case, a partnership's own figures."""

from calculators.files.case_file import SavedCase, case_of, compared, moved
from calculators.files.csv_file import LAST_HELD, csv_lines
from calculators.files.csv_rows import Record, Records
from calculators.files.decision_text import decision_record, nations_record
from calculators.files.figures_file import Figures, disagreements, figures_of, names_of
from calculators.files.forms import Choice, file_of, reference_of
from calculators.files.plain_plan import plan_text
from calculators.files.plain_text import criteria_text, editions_text, nations_text, workdays_text
from calculators.files.rows import plain, written_out
from calculators.files.rules_file import rules_payload

__all__ = [
    "LAST_HELD",
    "Choice",
    "Figures",
    "Record",
    "Records",
    "SavedCase",
    "case_of",
    "compared",
    "criteria_text",
    "csv_lines",
    "decision_record",
    "disagreements",
    "editions_text",
    "figures_of",
    "file_of",
    "moved",
    "names_of",
    "nations_record",
    "nations_text",
    "plain",
    "plan_text",
    "reference_of",
    "rules_payload",
    "workdays_text",
    "written_out",
]
