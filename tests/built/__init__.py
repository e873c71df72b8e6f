"""The built site, and the recipe that makes it."""
