"""Tests of who is at a meeting."""
