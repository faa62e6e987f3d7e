"""Messages that the bot sends of its own accord: when they may come, and how many."""
