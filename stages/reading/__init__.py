"""content/ as its editors wrote it, read into values that remember their lines."""
