"""The guide made into the Markdown pages of docs/guide/, and what search knows of them."""

from stages.pages.every_page import pages
from stages.pages.finding import findable

__all__ = ["findable", "pages"]
