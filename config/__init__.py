"""What a host, a translator or a community may change without touching code."""
