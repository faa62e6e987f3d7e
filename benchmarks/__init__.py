"""How quickly the bot answers; `make bench` runs it."""
