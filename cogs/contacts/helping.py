"""What a contact does for those whom she looks after."""

from __future__ import annotations

from bot.community.rules import is_facilitator
from bot.community.service import Communities
from bot.contacts.service import Errands, Presser
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from cogs._checks import OPENLY_ANYWHERE
from cogs._views import FeatureCog, Press, button, form, opens_form


class HelpingCog(FeatureCog):
    """People somebody looks after, and what to print or say for them; who it is is checked behind."""

    def __init__(self, wording: Wording, communities: Communities, errands: Errands) -> None:
        """`errands` does what is asked here."""
        super().__init__(wording, communities)
        self._errands = errands

    @button("contacts:mine", OPENLY_ANYWHERE)
    async def mine(self, press: Press) -> Notice:
        """[People I look after]; the token says how many to skip."""
        return await self._errands.mine(press.community, press.account, _skip(press))

    @button("contacts:errands", OPENLY_ANYWHERE, in_place=True)
    async def list(self, press: Press) -> Notice:
        """[What to print or say]; the token says how many to skip."""
        return await self._errands.list(press.community, await self._presser(press), _skip(press))

    @button("contacts:done", OPENLY_ANYWHERE, in_place=True)
    async def done(self, press: Press) -> Notice:
        """[Done]."""
        return await self._errands.done(press.community, await self._presser(press), press.token)

    @button("contacts:about", OPENLY_ANYWHERE, in_place=True)
    async def about(self, press: Press) -> Notice:
        """[Open], beside a member without Discord."""
        return await self._errands.about(press.community, await self._presser(press), press.token)

    @opens_form("contacts:add-errand", OPENLY_ANYWHERE)
    async def add_button(self, press: Press) -> Form:
        """[Add to their list]."""
        return self._errands.errand_form(press.token)

    @form("contacts:add-errand", OPENLY_ANYWHERE, in_place=True)
    async def add(self, press: Press) -> Notice:
        """The form for something to print or say was sent."""
        presser = await self._presser(press)
        return await self._errands.add_by_hand(press.community, presser, press.token, press.fields)

    @opens_form("contacts:attends", OPENLY_ANYWHERE)
    async def attends_button(self, press: Press) -> Form:
        """[How they take part]."""
        return self._errands.attends_form(press.token)

    @form("contacts:attends", OPENLY_ANYWHERE, in_place=True)
    async def attends(self, press: Press) -> Notice:
        """How she takes part was chosen."""
        presser = await self._presser(press)
        return await self._errands.attends(press.community, presser, press.token, press.fields["how"])

    async def _presser(self, press: Press) -> Presser:
        known = await self.communities.find(press.community)
        return Presser(press.account, is_facilitator(known, press.roles))


def _skip(press: Press) -> int:
    return int(press.token) if press.token.isdecimal() else 0
