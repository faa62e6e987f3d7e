"""What people wish for, on Discord: what everybody presses, and what facilitators do with it."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.wishes.rules import ABSENT, EASIER
from bot.wishes.service import DecidingItems, ProposingItems, Wishing
from cogs._checks import EVERYONE, FACILITATORS, OPENLY_ANYWHERE
from cogs._views import FeatureCog, Press, button, form, opens_form


class WishesCog(FeatureCog):
    """What everybody presses. Most of it is done without a name."""

    def __init__(
        self, wording: Wording, communities: Communities, wishing: Wishing, proposing: ProposingItems
    ) -> None:
        """`wishing` and `proposing` do what is asked here."""
        super().__init__(wording, communities)
        self._wishing = wishing
        self._proposing = proposing

    @opens_form("wishes:easier", EVERYONE)
    async def easier_button(self, press: Press) -> Form:
        """[What would make it easier to come?]."""
        return await self._wishing.form(EASIER, press.community)

    @form("wishes:easier", EVERYONE)
    async def easier(self, press: Press) -> Notice:
        """The form was sent."""
        return await self._wishing.say(EASIER, press.community, press.account, press.token, press.fields)

    @opens_form("wishes:absent", EVERYONE)
    async def absent_button(self, press: Press) -> Form:
        """[Write down an idea], below the question who is not here."""
        return await self._wishing.form(ABSENT, press.community)

    @form("wishes:absent", EVERYONE)
    async def absent(self, press: Press) -> Notice:
        """The form was sent."""
        return await self._wishing.say(ABSENT, press.community, press.account, press.token, press.fields)

    @opens_form("wishes:item", EVERYONE)
    async def item_button(self, press: Press) -> Form:
        """[Propose something to talk about]."""
        return await self._proposing.form(press.community)

    @form("wishes:item", EVERYONE)
    async def item(self, press: Press) -> Notice:
        """The form was sent."""
        return await self._proposing.propose(
            press.community, press.account, press.token, press.fields, press.name
        )

    @button("wishes:take-back", OPENLY_ANYWHERE)
    async def take_back(self, press: Press) -> Notice:
        """[Take it back], by whoever proposed it under her name."""
        return await self._proposing.take_back(press.community, press.account, press.token)

    @button("wishes:answers", EVERYONE, in_place=True)
    async def answers(self, press: Press) -> Notice:
        """[What was proposed], and a page of it."""
        return await self._proposing.answers(press.community, press.token)


class DecidingItemsCog(FeatureCog):
    """What becomes of proposed items."""

    def __init__(self, wording: Wording, communities: Communities, deciding: DecidingItems) -> None:
        """`deciding` does what is asked here."""
        super().__init__(wording, communities)
        self._deciding = deciding

    @button("wishes:list", FACILITATORS, in_place=True)
    async def list(self, press: Press) -> Notice:
        """[Proposed items], and a page of them."""
        return await self._deciding.listed(press.community, press.token)

    @opens_form("wishes:put", FACILITATORS)
    async def put_button(self, press: Press) -> Form | Notice:
        """[Put it on the agenda]; the token is the item's id."""
        return await self._deciding.put_form(press.community, press.token)

    @form("wishes:put", FACILITATORS, in_place=True)
    async def put(self, press: Press) -> Notice:
        """The form with the minutes was sent."""
        return await self._deciding.put(press.community, press.token, press.fields)

    @opens_form("wishes:decline", FACILITATORS)
    async def decline_button(self, press: Press) -> Form | Notice:
        """[Not now, because]."""
        return await self._deciding.decline_form(press.community, press.token)

    @form("wishes:decline", FACILITATORS, in_place=True)
    async def decline(self, press: Press) -> Notice:
        """The form with the reason was sent."""
        return await self._deciding.decline(press.community, press.token, press.fields)
