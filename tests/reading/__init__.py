"""What is read from content/."""
