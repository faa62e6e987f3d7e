"""Setting a community up, asking how it is set up; `pausing` is for all of it at once."""

from bot.community.service.communities import Communities, CommunityStore

__all__ = ["Communities", "CommunityStore"]
