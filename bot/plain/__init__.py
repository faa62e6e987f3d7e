"""The plain-language check: what in a text is hard to read."""
