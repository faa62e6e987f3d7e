"""What members, their contacts and facilitators read before a first meeting."""
