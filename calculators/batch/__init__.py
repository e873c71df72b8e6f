"""Many cases from one table: read a row at a time, answered case by case."""
