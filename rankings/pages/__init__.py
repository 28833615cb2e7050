"""What each kind of public page shows."""
