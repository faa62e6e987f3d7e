"""The server's own list of events: each meeting to come is in it, and goes along with what becomes of it."""
