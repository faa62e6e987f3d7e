"""Tests of meetings in the server's list of events."""
