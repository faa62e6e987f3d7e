"""Seeing and erasing all that is kept about somebody, and forgetting what is old, in every feature."""
