"""The papers for a meeting: what everybody gets a week before it, to read and to print."""
