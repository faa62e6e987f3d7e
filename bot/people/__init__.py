"""Who has joined: kept under their own names, and told nothing about what they ask."""
