"""Tests of the words of meetings."""
