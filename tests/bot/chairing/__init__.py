"""Tests of the facilitators' view of a meeting."""
