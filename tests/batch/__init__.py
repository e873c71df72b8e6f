"""Many cases from one table."""
