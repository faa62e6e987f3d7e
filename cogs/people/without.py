"""Members without a Discord account, as their helpers press for them."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.people.service import Helper, WithoutDiscord
from cogs._checks import OPENLY_HERE
from cogs._views import FeatureCog, Press, button, form, opens_form


class WithoutCog(FeatureCog):
    """What facilitators and named contacts press; the service looks at who it is."""

    def __init__(self, wording: Wording, communities: Communities, without: WithoutDiscord) -> None:
        """`without` does what is asked here."""
        super().__init__(wording, communities)
        self._without = without

    @button("people:without", OPENLY_HERE, in_place=True)
    async def listing(self, press: Press) -> Notice:
        """[Members without Discord], and [More]."""
        return await self._without.listing(press.community, _helper(press), press.token)

    @opens_form("people:without-pick", OPENLY_HERE)
    async def pick_form(self, press: Press) -> Form | Notice:
        """[Open one]."""
        return await self._without.pick_form(press.community, _helper(press), press.token)

    @form("people:without-pick", OPENLY_HERE, in_place=True)
    async def pick(self, press: Press) -> Notice:
        """One was picked."""
        return await self._without.one(press.community, _helper(press), press.fields["member"])

    @opens_form("people:add-without", OPENLY_HERE)
    async def add_form(self, press: Press) -> Form:
        """[Add a member]."""
        return await self._without.add_form(press.community, _helper(press))

    @form("people:add-without", OPENLY_HERE, in_place=True)
    async def add(self, press: Press) -> Notice:
        """The form for a new one was sent."""
        permitted = "yes" in press.many.get("permission", ())
        return await self._without.add(press.community, _helper(press), press.fields, permitted=permitted)

    @opens_form("people:without-change", OPENLY_HERE)
    async def change_form(self, press: Press) -> Form:
        """[Change]."""
        return await self._without.change_form(press.community, _helper(press), press.token)

    @form("people:without-change", OPENLY_HERE, in_place=True)
    async def change(self, press: Press) -> Notice:
        """The form for a change was sent."""
        return await self._without.change(press.community, _helper(press), press.token, press.fields)

    @opens_form("people:without-needs", OPENLY_HERE)
    async def needs_form(self, press: Press) -> Form:
        """[What they need]."""
        return await self._without.needs_form(press.community, _helper(press), press.token)

    @form("people:without-needs", OPENLY_HERE, in_place=True)
    async def needs(self, press: Press) -> Notice:
        """What she needs was chosen."""
        needs = press.many.get("needs", ())
        return await self._without.set_needs(
            press.community, _helper(press), press.token, needs, press.fields["own"]
        )

    @button("people:without-leave", OPENLY_HERE, in_place=True)
    async def leave_first(self, press: Press) -> Notice:
        """[They leave]: a question first."""
        return await self._without.leave_first(press.community, _helper(press), press.token)

    @button("people:without-erase", OPENLY_HERE, in_place=True)
    async def erase(self, press: Press) -> Notice:
        """[Yes, erase their data]."""
        return await self._without.erase(press.community, _helper(press), press.token)


def _helper(press: Press) -> Helper:
    return Helper(press.account, press.roles)
