"""What the bot knows and decides."""

__version__ = "0.1.0"
