"""What a group stumbles over, on Discord: what facilitators press."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Notice
from bot.core.wording import Wording
from bot.stumbles.service import Quarters
from cogs._checks import FACILITATORS
from cogs._views import FeatureCog, Press, button


class StumblesCog(FeatureCog):
    """The words that were hard, by quarter."""

    def __init__(self, wording: Wording, communities: Communities, quarters: Quarters) -> None:
        """`quarters` does what is asked here."""
        super().__init__(wording, communities)
        self._quarters = quarters

    @button("stumbles:show", FACILITATORS)
    async def show(self, press: Press) -> Notice:
        """[Words that were hard]."""
        return await self._quarters.year(press.community)

    @button("stumbles:agenda", FACILITATORS)
    async def agenda(self, press: Press) -> Notice:
        """[Copy for the agenda], and a quarter of the last year."""
        return await self._quarters.agenda(press.community, press.token)
