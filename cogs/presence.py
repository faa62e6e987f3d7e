"""Who is at a meeting, on Discord."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Notice
from bot.core.wording import Wording
from bot.presence.service import Presence
from cogs._checks import FACILITATORS, OPENLY_HERE
from cogs._views import FeatureCog, Press, button


class PresenceCog(FeatureCog):
    """[I'm here], and how many pressed it."""

    def __init__(self, wording: Wording, communities: Communities, presence: Presence) -> None:
        """`presence` does what is asked here."""
        super().__init__(wording, communities)
        self._presence = presence

    @button("presence:here", OPENLY_HERE)
    async def come(self, press: Press) -> Notice:
        """[I'm here]."""
        return await self._presence.come(press.community, press.account)

    @button("presence:undo", OPENLY_HERE, in_place=True)
    async def undo(self, press: Press) -> Notice:
        """[I'm not here after all]."""
        return await self._presence.undo(press.community, press.account)

    @button("presence:list", FACILITATORS)
    async def count(self, press: Press) -> Notice:
        """[How many are here]."""
        return await self._presence.count(press.community)
