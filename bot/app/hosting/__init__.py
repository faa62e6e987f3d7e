"""What a host does with databases and keys from the command line. Each returns what is said about it."""

from bot.app.hosting.backing_up import back_up
from bot.app.hosting.inviting import invite
from bot.app.hosting.leaving import erase, export
from bot.app.hosting.restoring import restore
from bot.app.hosting.rotating import rotate_keys

__all__ = ["back_up", "erase", "export", "invite", "restore", "rotate_keys"]
