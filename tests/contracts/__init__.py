"""What other programs may rely on."""
