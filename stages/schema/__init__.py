"""What an editor may write."""
