"""Plumbing without feature words: clock, databases, sealing, alarms, deliveries, wording, errors."""
