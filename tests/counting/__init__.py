"""Counting, plans and tests."""
