"""A community's choices about its questions: the buttons and forms behind `/questions settings`."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.questions.service import Choosing
from cogs._checks import FACILITATORS
from cogs._views import FeatureCog, Press, button, form, opens_form


class ChoosingCog(FeatureCog):
    """What facilitators choose for their community."""

    def __init__(self, wording: Wording, communities: Communities, choosing: Choosing) -> None:
        """`choosing` does what is asked here."""
        super().__init__(wording, communities)
        self._choosing = choosing

    @button("questions:settings", FACILITATORS)
    async def settings(self, press: Press) -> Notice:
        """[Question settings]."""
        return await self._choosing.show(press.community)

    @opens_form("questions:choose", FACILITATORS)
    async def choose_button(self, press: Press) -> Form:
        """One part of the choices; the token names it."""
        return await self._choosing.form(press.community, press.token)

    @form("questions:choose", FACILITATORS)
    async def choose(self, press: Press) -> Notice:
        """The form for one part was sent."""
        return await self._choosing.preview(press.community, press.account, press.token, press.fields)

    @button("questions:use", FACILITATORS)
    async def use(self, press: Press) -> Notice:
        """[Use this], under a preview."""
        return await self._choosing.use(press.community, press.account, press.token)

    @button("questions:leave", FACILITATORS)
    async def leave(self, press: Press) -> Notice:
        """[Leave it as it is], under a preview."""
        return await self._choosing.show(press.community)
