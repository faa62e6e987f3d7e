"""The facilitators' view of a meeting that is on, on Discord."""

from __future__ import annotations

from bot.chairing.service import Chairing
from bot.community.service import Communities
from bot.core.notices import Notice
from bot.core.wording import Wording
from cogs._checks import FACILITATORS
from cogs._views import FeatureCog, Press, button


class ChairingCog(FeatureCog):
    """What facilitators press below the message about the meeting; who pressed is shown to nobody."""

    def __init__(self, wording: Wording, communities: Communities, chairing: Chairing) -> None:
        """`chairing` does what is asked here."""
        super().__init__(wording, communities)
        self._chairing = chairing

    @button("chairing:show", FACILITATORS)
    async def show(self, press: Press) -> Notice:
        """[The meeting now], on the facilitators' panel."""
        return await self._chairing.show(press.community)

    @button("chairing:next", FACILITATORS)
    async def next(self, press: Press) -> Notice:
        """[Next item]."""
        return await self._chairing.next(press.community, press.token)

    @button("chairing:back", FACILITATORS)
    async def back(self, press: Press) -> Notice:
        """[Back one]."""
        return await self._chairing.back(press.community, press.token)

    @button("chairing:break", FACILITATORS)
    async def rest(self, press: Press) -> Notice:
        """[Break]."""
        return await self._chairing.rest(press.community, press.token)

    @button("chairing:go-on", FACILITATORS)
    async def go_on(self, press: Press) -> Notice:
        """[The break is over]."""
        return await self._chairing.go_on(press.community, press.token)

    @button("chairing:end", FACILITATORS)
    async def ask_to_end(self, press: Press) -> Notice:
        """[End the meeting]; the token is the message's key."""
        return await self._chairing.ask_to_end(press.community, press.token)

    @button("chairing:end-sure", FACILITATORS)
    async def end(self, press: Press) -> Notice:
        """[Yes, end the meeting]; the token is the sitting's id."""
        return await self._chairing.end(press.community, press.token)
