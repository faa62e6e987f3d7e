"""Who would like to speak in a meeting, on Discord."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Notice
from bot.core.wording import Wording
from bot.hands.service import Hands
from cogs._checks import CHAIRS, OPENLY_HERE
from cogs._views import FeatureCog, Press, button


class HandsCog(FeatureCog):
    """[I'd like to speak], and what whoever chairs presses; a token says what its button was shown with."""

    def __init__(self, wording: Wording, communities: Communities, hands: Hands) -> None:
        """`hands` does what is asked here."""
        super().__init__(wording, communities)
        self._hands = hands

    @button("hands:raise", OPENLY_HERE)
    async def put_up(self, press: Press) -> Notice:
        """[I'd like to speak]."""
        return await self._hands.put_up(press.community, press.account, press.roles)

    @button("hands:down", OPENLY_HERE, in_place=True)
    async def take_down(self, press: Press) -> Notice:
        """[Take my hand down]."""
        return await self._hands.take_down(press.community, press.account)

    @button("hands:order", CHAIRS, in_place=True)
    async def order(self, press: Press) -> Notice:
        """[The order of hands]."""
        return await self._hands.show(press.community)

    @button("hands:call", CHAIRS, in_place=True)
    async def call(self, press: Press) -> Notice:
        """[Next person], or the number of a hand."""
        return await self._hands.call(press.community, press.token)

    @button("hands:choose", CHAIRS, in_place=True)
    async def choose(self, press: Press) -> Notice:
        """[Somebody else]."""
        return await self._hands.choose(press.community, press.token)

    @button("hands:back", CHAIRS, in_place=True)
    async def take_back(self, press: Press) -> Notice:
        """[Take it back], after a call."""
        return await self._hands.take_back(press.community, press.token)

    @button("hands:clear", CHAIRS, in_place=True)
    async def clearing(self, press: Press) -> Notice:
        """[All hands down]."""
        return await self._hands.clearing(press.community, press.token)

    @button("hands:clear-yes", CHAIRS, in_place=True)
    async def clear(self, press: Press) -> Notice:
        """[Yes, all hands down]."""
        return await self._hands.clear(press.community, press.token)
