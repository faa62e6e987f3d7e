"""What may be shown about small groups."""
