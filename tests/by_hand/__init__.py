"""What was worked by hand or by a road that shares nothing with the program: the pinned values of the real content."""
