"""The guide made into the Markdown pages of docs/guide/, its worked examples into a script, and what search knows of them."""

from stages.pages.every_page import pages
from stages.pages.finding import findable
from stages.pages.published_examples import examples_script

__all__ = ["examples_script", "findable", "pages"]
