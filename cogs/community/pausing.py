"""The pause of a whole community, on Discord."""

from __future__ import annotations

from bot.community.service import Communities
from bot.community.service.pausing import Pausing
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from cogs._checks import FACILITATORS
from cogs._views import FeatureCog, Press, button, form, opens_form


class PausingCog(FeatureCog):
    """What facilitators press to pause everything, and to go on."""

    def __init__(self, wording: Wording, communities: Communities, pausing: Pausing) -> None:
        """`pausing` does what is asked here."""
        super().__init__(wording, communities)
        self._pausing = pausing

    @opens_form("community:pause", FACILITATORS)
    async def ask(self, press: Press) -> Form | Notice:
        """[Pause everything], on the facilitators' panel, or [Change the words] under a preview."""
        return await self._pausing.ask(press.community, press.account, press.token)

    @form("community:pause", FACILITATORS, in_place=True)
    async def preview(self, press: Press) -> Notice:
        """The words for everybody were sent."""
        return await self._pausing.preview(press.community, press.account, press.fields["words"])

    @button("community:stop", FACILITATORS, in_place=True)
    async def pause(self, press: Press) -> Notice:
        """[Pause everything now], under a preview."""
        return await self._pausing.pause(press.community, press.account, press.token)

    @button("community:leave", FACILITATORS, in_place=True)
    async def leave(self, press: Press) -> Notice:
        """[Do not pause], or [Stay paused]."""
        return await self._pausing.leave(press.community)

    @button("community:resume", FACILITATORS, in_place=True)
    async def resume(self, press: Press) -> Notice:
        """[Go on]."""
        return await self._pausing.resume(press.community, press.token)
