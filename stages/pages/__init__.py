"""The guide made into the Markdown pages of docs/guide/."""

from stages.pages.every_page import pages

__all__ = ["pages"]
