"""Backups of the everyday database, and what follows when one is put back."""
