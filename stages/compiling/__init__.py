"""What was written, made into records, and the records into Python."""
