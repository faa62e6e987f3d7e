"""What people read about their community as a whole, by subject."""
