"""Looking at words again, on Discord: in the server, and in a direct message that told of them."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Notice
from bot.core.wording import Wording
from bot.glossary.service.reviewing import Presser, Reviewing
from cogs._checks import OPENLY_ANYWHERE
from cogs._views import FeatureCog, Press, button


class GlossaryReviewCog(FeatureCog):
    """What facilitators and word editors press; who she is, is asked below, for a message has no roles."""

    def __init__(self, wording: Wording, communities: Communities, reviewing: Reviewing) -> None:
        """`reviewing` does what is asked here."""
        super().__init__(wording, communities)
        self._reviewing = reviewing

    @button("glossary_review:next", OPENLY_ANYWHERE, in_place=True)
    async def next(self, press: Press) -> Notice:
        """[Check again], and [Another one]."""
        return await self._reviewing.next(press.community, _presser(press), press.token)

    @button("glossary_review:right", OPENLY_ANYWHERE, in_place=True)
    async def right(self, press: Press) -> Notice:
        """[Still right]."""
        return await self._reviewing.right(press.community, _presser(press), press.token)


def _presser(press: Press) -> Presser:
    return Presser(press.account, press.roles, press.in_chat)
