"""Every mistake that an editor can make."""
