"""The words of a meeting, on Discord."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Notice
from bot.core.wording import Wording
from bot.meeting_words.service import MeetingWords
from cogs._checks import FACILITATORS, LOOKING_UP
from cogs._views import FeatureCog, Press, button


class MeetingWordsCog(FeatureCog):
    """What everybody presses to read the words of the next meeting."""

    def __init__(self, wording: Wording, communities: Communities, words: MeetingWords) -> None:
        """`words` does what is asked here."""
        super().__init__(wording, communities)
        self._words = words

    @button("meeting_words:browse", LOOKING_UP, in_place=True)
    async def browse(self, press: Press) -> Notice:
        """[The words of this meeting], and a page of them."""
        return await self._words.browse(press.community, press.token)

    @button("meeting_words:print", LOOKING_UP)
    async def printable(self, press: Press) -> Notice:
        """[Print these words]."""
        return await self._words.printable(press.community, press.token)

    @button("meeting_words:drop", FACILITATORS, in_place=True)
    async def drop(self, press: Press) -> Notice:
        """[Take these words away from the meeting]; the token is its id."""
        return await self._words.drop(press.community, press.token)
