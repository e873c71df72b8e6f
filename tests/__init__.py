"""What must hold, as tables that a practitioner could check."""
