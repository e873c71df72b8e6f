"""The guide compiler: stages from values to values, run by `build.py`, which alone writes."""
