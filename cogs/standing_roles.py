"""Standing roles, on Discord: what facilitators press, and whoever is offered one."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.standing_roles.service import Offer, StandingRoles
from cogs._checks import FACILITATORS, OPENLY_ANYWHERE
from cogs._views import FeatureCog, Press, button, form, opens_form


class StandingRolesCog(FeatureCog):
    """Offers, answers, and who has which role."""

    def __init__(self, wording: Wording, communities: Communities, roles: StandingRoles) -> None:
        """`roles` does what is asked here."""
        super().__init__(wording, communities)
        self._roles = roles

    @button("standing_roles:list", FACILITATORS, in_place=True)
    async def list(self, press: Press) -> Notice:
        """[Standing roles]."""
        return await self._roles.holders(press.community)

    @opens_form("standing_roles:offer", FACILITATORS)
    async def offer_button(self, press: Press) -> Form:
        """[Offer a role]."""
        return self._roles.form()

    @form("standing_roles:offer", FACILITATORS, in_place=True)
    async def offer(self, press: Press) -> Notice:
        """The form for an offer was sent."""
        fields, picked = press.fields, press.fields.get("member")
        account = int(picked) if picked else None
        offer = Offer(fields["role"], account, fields["name"], fields["takes"], fields["paid"])
        return await self._roles.preview(press.community, press.account, offer)

    @button("standing_roles:send", FACILITATORS, in_place=True)
    async def send(self, press: Press) -> Notice:
        """[Offer it]."""
        return await self._roles.send(press.community, press.account, press.token)

    @button("standing_roles:never-mind", FACILITATORS, in_place=True)
    async def never_mind(self, press: Press) -> Notice:
        """[Never mind]."""
        return self._roles.never_mind(press.token)

    @button("standing_roles:offers", FACILITATORS, in_place=True)
    async def offers(self, press: Press) -> Notice:
        """[My offers]."""
        return await self._roles.offers(press.community, press.account)

    @button("standing_roles:withdraw", FACILITATORS, in_place=True)
    async def withdraw(self, press: Press) -> Notice:
        """[Take it back], by whoever offered it."""
        return await self._roles.withdraw(press.community, press.account, press.token)

    @button("standing_roles:end", FACILITATORS, in_place=True)
    async def end(self, press: Press) -> Notice:
        """[End], beside a role that somebody has."""
        return await self._roles.give_back(press.community, press.account, press.token, facilitator=True)

    @button("standing_roles:mine", OPENLY_ANYWHERE)
    async def mine(self, press: Press) -> Notice:
        """[Roles]: her own."""
        return await self._roles.mine(press.community, press.account, in_chat=press.in_chat)

    @button("standing_roles:hers", OPENLY_ANYWHERE)
    async def hers(self, press: Press) -> Notice:
        """[Roles], on the page of a member without Discord."""
        return await self._roles.mine(press.community, press.account, press.token)

    @button("standing_roles:yes", OPENLY_ANYWHERE)
    async def yes(self, press: Press) -> Notice:
        """[Yes]."""
        return await self._roles.answer(press.community, press.account, press.token, yes=True)

    @button("standing_roles:not-now", OPENLY_ANYWHERE)
    async def not_now(self, press: Press) -> Notice:
        """[Not this time]."""
        return await self._roles.answer(press.community, press.account, press.token, yes=False)

    @button("standing_roles:more", OPENLY_ANYWHERE)
    async def more(self, press: Press) -> Notice:
        """[Tell me more]."""
        return await self._roles.more(press.community, press.account, press.token)

    @button("standing_roles:give-back", OPENLY_ANYWHERE)
    async def give_back(self, press: Press) -> Notice:
        """[Give it back]."""
        return await self._roles.give_back(press.community, press.account, press.token, facilitator=False)
