"""The check that what passes over the wire agrees with Discord's own OpenAPI document."""
