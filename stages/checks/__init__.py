"""What must hold in content/, docs/ and mkdocs.yml, each finding with its file and line."""

from stages.checks.editions import check
from stages.checks.figures import check_figures
from stages.checks.govuk_bank_holidays import differences_from_govuk
from stages.checks.links import link_problems, mkdocs_problems
from stages.checks.local import slot_problems
from stages.checks.markdown import changelog_problems, leads_astray
from stages.checks.navigation import nav_problems, title_problems
from stages.checks.prose import docs_problems
from stages.checks.review_by import overdue
from stages.checks.second_reading import second_reading_problems
from stages.checks.supplements import supplement_problems

__all__ = [
    "changelog_problems",
    "check",
    "check_figures",
    "differences_from_govuk",
    "docs_problems",
    "leads_astray",
    "link_problems",
    "mkdocs_problems",
    "nav_problems",
    "overdue",
    "second_reading_problems",
    "slot_problems",
    "supplement_problems",
    "title_problems",
]
