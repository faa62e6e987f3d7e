"""The one page that comes of a meeting: drafted by the bot, finished by a person, posted, printed."""
