"""What lies in the anonymous database, for the person who hosts the bot and for all who want to see it."""
