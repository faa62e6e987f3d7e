"""Meetings as they take place: when one began, which of those that were planned it is, when it ended."""
