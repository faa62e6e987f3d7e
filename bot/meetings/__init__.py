"""Meetings: a title and a date each, so far."""
