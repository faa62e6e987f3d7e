"""A community's own settings: where questions go, and who its facilitators are."""
