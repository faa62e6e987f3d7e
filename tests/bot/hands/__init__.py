"""Tests of hands in a meeting."""
