"""Members, on Discord: joining, about me, inviting, members without Discord."""

from cogs.people.about_me import MeCog
from cogs.people.inviting import InvitingCog
from cogs.people.joining import JoiningCog
from cogs.people.without import WithoutCog

__all__ = ["InvitingCog", "JoiningCog", "MeCog", "WithoutCog"]
