"""Relaying the questions of a member without Discord. These presses are anonymous, as an asker's are."""

from __future__ import annotations

from bot.community.rules import is_facilitator
from bot.community.service import Communities
from bot.contacts.service import Presser, Read, Relaying
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.questions.rules.question import Ending
from cogs._checks import EVERYONE
from cogs._views import AndThen, FeatureCog, Press, button, form, opens_form


class RelayingCog(FeatureCog):
    """What a contact presses for whom she looks after; who it is is checked behind."""

    def __init__(self, wording: Wording, communities: Communities, relaying: Relaying) -> None:
        """`relaying` does what is asked here."""
        super().__init__(wording, communities)
        self._relaying = relaying

    @opens_form("contacts:relay", EVERYONE)
    async def relay_button(self, press: Press) -> Form:
        """[Relay a question]."""
        return await self._relaying.form(press.community, await self._presser(press), press.token)

    @form("contacts:relay", EVERYONE)
    async def relay(self, press: Press) -> Notice:
        """The form for her question was sent."""
        presser = await self._presser(press)
        return await self._relaying.ask(press.community, presser, press.token, press.fields)

    @button("contacts:relay-send", EVERYONE)
    async def send(self, press: Press) -> Notice:
        """[Send it anyway], after the second look."""
        return await self._relaying.send(press.community, await self._presser(press), press.token)

    @opens_form("contacts:relay-change", EVERYONE)
    async def change(self, press: Press) -> Form:
        """[Change it], after the second look."""
        return await self._relaying.change(press.community, await self._presser(press), press.token)

    @button("contacts:relay-undo", EVERYONE)
    async def undo(self, press: Press) -> Notice:
        """[Take it back], before the card is out."""
        return await self._relaying.take_back_waiting(
            press.community, await self._presser(press), press.token
        )

    @button("contacts:questions", EVERYONE)
    async def questions(self, press: Press) -> AndThen:
        """[Their questions]."""
        return _read(await self._relaying.questions(press.community, await self._presser(press), press.token))

    @button("contacts:relay-own", EVERYONE)
    async def own(self, press: Press) -> AndThen:
        """One of her questions."""
        return _read(await self._relaying.own(press.community, await self._presser(press), press.token))

    @button("contacts:relay-helped", EVERYONE)
    async def helped(self, press: Press) -> Notice:
        """[That helps], said by her."""
        presser = await self._presser(press)
        return await self._relaying.end(press.community, presser, press.token, Ending.HELPED)

    @button("contacts:relay-back", EVERYONE)
    async def back(self, press: Press) -> Notice:
        """[Take it back], said by her, once the card is out."""
        presser = await self._presser(press)
        return await self._relaying.end(press.community, presser, press.token, Ending.TAKEN_BACK)

    async def _presser(self, press: Press) -> Presser:
        known = await self.communities.find(press.community)
        return Presser(press.account, is_facilitator(known, press.roles))


def _read(page: Read) -> AndThen:
    return AndThen(page.notice, page.done)
