"""A second implementation of the plan, in another language, and the cases on which the two must agree."""
