"""Tests of what people wish for."""
