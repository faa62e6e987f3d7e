"""What people read about being a member, by subject: joining, inviting, about me, without Discord."""

from bot.people.text import inviting, joining, me, without

__all__ = ["inviting", "joining", "me", "without"]
