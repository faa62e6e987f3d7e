"""[I'd like a word]: what whoever would like one presses, and whoever it reaches."""

from __future__ import annotations

from bot.community.rules import is_facilitator
from bot.community.service import Communities
from bot.contacts.service import Presser, Words
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from cogs._checks import OPENLY_ANYWHERE
from cogs._views import FeatureCog, Press, button, form, opens_form


class WordsCog(FeatureCog):
    """Everything about a word with somebody, in a server and in direct messages."""

    def __init__(self, wording: Wording, communities: Communities, words: Words) -> None:
        """`words` does what is asked here."""
        super().__init__(wording, communities)
        self._words = words

    @button("contacts:word", OPENLY_ANYWHERE)
    async def word(self, press: Press) -> Notice:
        """[I'd like a word]."""
        return await self._words.offer(press.community, press.account)

    @opens_form("contacts:write", OPENLY_ANYWHERE)
    async def write_button(self, press: Press) -> Form:
        """[Go on]."""
        return self._words.form(press.token)

    @form("contacts:write", OPENLY_ANYWHERE, in_place=True)
    async def write(self, press: Press) -> Notice:
        """The form for her words was sent."""
        return await self._words.preview(press.community, press.account, press.token, press.fields["text"])

    @opens_form("contacts:word-change", OPENLY_ANYWHERE)
    async def change(self, press: Press) -> Form:
        """[Change it], under the preview."""
        return await self._words.change(press.account, press.token)

    @button("contacts:word-never-mind", OPENLY_ANYWHERE, in_place=True)
    async def never_mind(self, press: Press) -> Notice:
        """[Never mind]."""
        return self._words.never_mind(press.token)

    @button("contacts:send", OPENLY_ANYWHERE, in_place=True)
    async def send(self, press: Press) -> Notice:
        """[Send]."""
        return await self._words.send(press.community, press.account, press.token)

    @button("contacts:take-back", OPENLY_ANYWHERE, in_place=True)
    async def take_back(self, press: Press) -> Notice:
        """[Take it back]."""
        return await self._words.take_back(press.community, press.account, press.token)

    @button("contacts:read", OPENLY_ANYWHERE)
    async def read(self, press: Press) -> Notice:
        """[What they wrote], by whoever it reached."""
        return await self._words.read(press.community, await self._presser(press), press.token)

    @button("contacts:seen", OPENLY_ANYWHERE)
    async def seen(self, press: Press) -> Notice:
        """[I have seen it], by whoever it reached."""
        return await self._words.seen(press.community, await self._presser(press), press.token)

    async def _presser(self, press: Press) -> Presser:
        known = await self.communities.find(press.community)
        return Presser(press.account, is_facilitator(known, press.roles))
