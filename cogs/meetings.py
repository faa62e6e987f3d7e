"""Planning meetings, on Discord."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.meetings.service import Meetings
from cogs._checks import FACILITATORS
from cogs._views import FeatureCog, Press, button, form, opens_form


class MeetingsCog(FeatureCog):
    """What facilitators press about meetings."""

    def __init__(self, wording: Wording, communities: Communities, meetings: Meetings) -> None:
        """`meetings` does what is asked here."""
        super().__init__(wording, communities)
        self._meetings = meetings

    @button("meetings:list", FACILITATORS, in_place=True)
    async def listed(self, press: Press) -> Notice:
        """[Meetings], on the facilitators' panel."""
        return await self._meetings.listed(press.community)

    @opens_form("meetings:add", FACILITATORS)
    async def add_button(self, press: Press) -> Form:
        """[Add a meeting]."""
        return await self._meetings.form(press.community)

    @form("meetings:add", FACILITATORS, in_place=True)
    async def add(self, press: Press) -> Notice:
        """The form for a new meeting was sent."""
        return await self._meetings.preview(press.community, press.account, "", press.fields)

    @opens_form("meetings:change", FACILITATORS)
    async def change_button(self, press: Press) -> Form:
        """[Change] a meeting; the token is its id."""
        return await self._meetings.form(press.community, press.token)

    @form("meetings:change", FACILITATORS, in_place=True)
    async def change(self, press: Press) -> Notice:
        """The form for a changed meeting was sent."""
        return await self._meetings.preview(press.community, press.account, press.token, press.fields)

    @button("meetings:cancel", FACILITATORS, in_place=True)
    async def cancel(self, press: Press) -> Notice:
        """[Cancel] a meeting; the token is its id."""
        return await self._meetings.cancelling(press.community, press.account, press.token)

    @button("meetings:use", FACILITATORS, in_place=True)
    async def use(self, press: Press) -> Notice:
        """What was previewed is to be so."""
        return await self._meetings.use(press.community, press.account, press.token)
