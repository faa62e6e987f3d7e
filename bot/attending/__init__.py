"""Who comes to a meeting: it is announced, people answer by a button, and everyone hears of a change once."""
