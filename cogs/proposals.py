"""Proposals for the glossary, on Discord: what everybody presses, and who decides."""

from __future__ import annotations

from bot.community.rules import is_facilitator
from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.proposals.service import Deciding, Proposing
from cogs._checks import EDITORS, EVERYONE, OPENLY_ANYWHERE
from cogs._views import FeatureCog, Press, button, form, opens_form


class ProposingCog(FeatureCog):
    """What is proposed, and what everybody can read of it. Who proposes may do it without her name."""

    def __init__(self, wording: Wording, communities: Communities, proposing: Proposing) -> None:
        """`proposing` does what is asked here."""
        super().__init__(wording, communities)
        self._proposing = proposing

    @opens_form("proposals:add", EVERYONE)
    async def add(self, press: Press) -> Form:
        """[Add a word]."""
        return await self._proposing.add_form(press.community, press.token)

    @opens_form("proposals:simpler", EVERYONE)
    async def simpler(self, press: Press) -> Form:
        """[I know a simpler way to say it]."""
        return await self._proposing.simpler_form(press.community, press.token)

    @form("proposals:propose", EVERYONE)
    async def propose(self, press: Press) -> Notice:
        """The form for either was sent."""
        return await self._proposing.propose(
            press.community, press.account, press.token, press.fields, press.name
        )

    @button("proposals:take-back", OPENLY_ANYWHERE)
    async def take_back(self, press: Press) -> Notice:
        """[Take it back], by whoever proposed it under her name."""
        return await self._proposing.take_back(press.community, press.account, press.token)

    @button("proposals:list", EVERYONE, in_place=True)
    async def list(self, press: Press) -> Notice:
        """[Words that were proposed], and a page of them."""
        return await self._proposing.listed(press.community, press.token)


class DecidingCog(FeatureCog):
    """What becomes of it."""

    def __init__(self, wording: Wording, communities: Communities, deciding: Deciding) -> None:
        """`deciding` does what is asked here."""
        super().__init__(wording, communities)
        self._deciding = deciding

    @button("proposals:waiting", EDITORS, in_place=True)
    async def waiting(self, press: Press) -> Notice:
        """What waits, and a page of it."""
        return await self._deciding.waiting(press.community, press.token, held=await self._leads(press))

    @button("proposals:open", EDITORS, in_place=True)
    async def open(self, press: Press) -> Notice:
        """One that waits."""
        return await self._deciding.open(press.community, press.token, held=await self._leads(press))

    @opens_form("proposals:take", EDITORS)
    async def take_button(self, press: Press) -> Form | Notice:
        """[Take it]."""
        return await self._deciding.take_form(press.community, press.token, held=await self._leads(press))

    @form("proposals:take", EDITORS, in_place=True)
    async def take(self, press: Press) -> Notice:
        """The form with the words for the glossary was sent."""
        return await self._deciding.take(
            press.community, press.account, press.token, press.fields, held=await self._leads(press)
        )

    @opens_form("proposals:decline", EDITORS)
    async def decline_button(self, press: Press) -> Form | Notice:
        """[Not this one]."""
        return await self._deciding.decline_form(press.community, press.token, held=await self._leads(press))

    @form("proposals:decline", EDITORS, in_place=True)
    async def decline(self, press: Press) -> Notice:
        """The form with the reason was sent."""
        return await self._deciding.decline(
            press.community, press.account, press.token, press.fields, held=await self._leads(press)
        )

    @button("proposals:others", EDITORS, in_place=True)
    async def others(self, press: Press) -> Notice:
        """[Put it together with another]."""
        return await self._deciding.others(press.community, press.token, held=await self._leads(press))

    @button("proposals:put-together", EDITORS, in_place=True)
    async def put_together(self, press: Press) -> Notice:
        """With this one."""
        return await self._deciding.put_together(
            press.community, press.account, press.token, held=await self._leads(press)
        )

    @button("proposals:apart", EDITORS, in_place=True)
    async def apart(self, press: Press) -> Notice:
        """[Take it apart again]."""
        return await self._deciding.apart(press.community, press.token, held=await self._leads(press))

    async def _leads(self, press: Press) -> bool:
        """Whether she is a facilitator: what is held is for nobody else."""
        return is_facilitator(await self.communities.find(press.community), press.roles)
