"""Tests of who comes to meetings."""
