"""Joining and leaving, on Discord."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.people.service import Joining
from cogs._checks import OPENLY_HERE
from cogs._directory import Saw
from cogs._views import FeatureCog, Press, button, form, opens_form


class JoiningCog(FeatureCog):
    """What people press about joining."""

    def __init__(self, wording: Wording, communities: Communities, joining: Joining, saw: Saw) -> None:
        """`joining` does what is asked here; `saw` is told what somebody is called who joins."""
        super().__init__(wording, communities)
        self._joining = joining
        self._saw = saw

    @button("people:join", OPENLY_HERE)
    async def joining(self, press: Press) -> Notice:
        """[Join this community], on the panel."""
        return await self._joining.joining(press.community, press.account, press.roles)

    @opens_form("people:confirm", OPENLY_HERE)
    async def join_form(self, press: Press) -> Form | Notice:
        """[Join], once it has been said what is kept."""
        return await self._joining.form(press.community, press.account)

    @form("people:confirm", OPENLY_HERE, in_place=True)
    async def join(self, press: Press) -> Notice:
        """The form was sent."""
        self._saw(press.community, press.account, press.name)
        keeps = "yes" in press.many.get("contact", ())
        return await self._joining.join(
            press.community, press.account, press.roles, press.fields, keeps_contact=keeps
        )

    @button("people:notnow", OPENLY_HERE, in_place=True)
    async def not_now(self, press: Press) -> Notice:
        """[Not now]."""
        return self._joining.not_now()

    @button("people:decline", OPENLY_HERE, in_place=True)
    async def decline(self, press: Press) -> Notice:
        """[No, delete this], by somebody who is invited."""
        return await self._joining.decline(press.community, press.account)

    @button("people:leave", OPENLY_HERE, in_place=True)
    async def leave_first(self, press: Press) -> Notice:
        """[Leave]: a question first."""
        return self._joining.leave_first()

    @button("people:leave-yes", OPENLY_HERE, in_place=True)
    async def leave(self, press: Press) -> Notice:
        """[Yes, leave]."""
        return await self._joining.leave(press.community, press.account)
