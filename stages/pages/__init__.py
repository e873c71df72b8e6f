"""The guide made into the Markdown pages of docs/guide/."""
