"""What is carried away."""
