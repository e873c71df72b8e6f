"""The calculators in the Python that the site brings, and in the Pythons that stand on this machine: the same answers."""
