"""Planning meetings, on Discord."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.chairing.service import Chairing
from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.meetings.service import Meetings
from cogs._answers import show, soon
from cogs._checks import FACILITATORS, OPENLY_ANYWHERE
from cogs._views import FeatureCog, Press, button, command, form, opens_form


class MeetingsCog(FeatureCog):
    """What facilitators press about meetings."""

    meeting = app_commands.Group(name="meeting", description="meeting", guild_only=True)

    def __init__(
        self, wording: Wording, communities: Communities, meetings: Meetings, chairing: Chairing
    ) -> None:
        """`meetings` does what is asked here; `chairing` shows the one that is on."""
        super().__init__(wording, communities)
        self._meetings = meetings
        self._chairing = chairing

    # Without options: a mistyped command posts its text for all to see.
    @meeting.command(name="schedule")
    @command(FACILITATORS)
    async def schedule_command(self, interaction: discord.Interaction) -> None:
        """The form for new meetings."""
        answer = await soon(self._meetings.form(interaction.guild_id or 0))
        await show(interaction, answer, self.wording)

    @meeting.command(name="now")
    @command(FACILITATORS)
    async def now_command(self, interaction: discord.Interaction) -> None:
        """The same as [The meeting now], for where no panel is any more."""
        answer = await soon(self._chairing.show(interaction.guild_id or 0))
        await show(interaction, answer, self.wording)

    @button("meetings:list", FACILITATORS, in_place=True)
    async def listed(self, press: Press) -> Notice:
        """[Meetings], on the facilitators' panel; the token may say how many to skip."""
        return await self._meetings.listed(press.community, press.token)

    @opens_form("meetings:add", FACILITATORS)
    async def add_button(self, press: Press) -> Form:
        """[Add a meeting]."""
        return await self._meetings.form(press.community)

    @form("meetings:add", FACILITATORS, in_place=True)
    async def add(self, press: Press) -> Notice:
        """The form for new meetings was sent."""
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

    @button("meetings:series", FACILITATORS, in_place=True)
    async def series(self, press: Press) -> Notice:
        """[A whole series]."""
        return await self._meetings.series(press.community)

    @opens_form("meetings:change-all", FACILITATORS)
    async def change_all_button(self, press: Press) -> Form:
        """[Change all of these]; the token is the series' id."""
        return await self._meetings.form_of_all(press.community, press.token)

    @form("meetings:change-all", FACILITATORS, in_place=True)
    async def change_all(self, press: Press) -> Notice:
        """The form for a changed series was sent."""
        return await self._meetings.preview_of_all(press.community, press.account, press.token, press.fields)

    @button("meetings:cancel-all", FACILITATORS, in_place=True)
    async def cancel_all(self, press: Press) -> Notice:
        """[Cancel all of these]; the token is the series' id."""
        return await self._meetings.cancelling_all(press.community, press.account, press.token)

    @button("meetings:use", FACILITATORS, in_place=True)
    async def use(self, press: Press) -> Notice:
        """What was previewed is to be so."""
        return await self._meetings.use(press.community, press.account, press.token)

    @button("meetings:calendar", OPENLY_ANYWHERE)
    async def calendar(self, press: Press) -> Notice:
        """[Put it in my calendar]."""
        return await self._meetings.calendar(press.community)
