"""Setting up, and finding what was set up."""
