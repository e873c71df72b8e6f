"""The guide made into the Markdown pages of docs/guide/, and its worked examples into a script."""

from stages.pages.every_page import pages
from stages.pages.published_examples import examples_script

__all__ = ["examples_script", "pages"]
