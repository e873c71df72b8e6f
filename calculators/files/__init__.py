"""A plan as something to carry away: calendar, table, plain text."""
