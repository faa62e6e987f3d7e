"""[My data], [Erase everything], `/mydata`; for facilitators [Privacy]."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.community.rules import is_facilitator
from bot.community.service import Communities
from bot.contacts.service import Presser
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.privacy.service import Data, Keeping
from cogs import _send
from cogs._checks import EVERYONE, FACILITATORS, OPENLY_ANYWHERE, OPENLY_HERE
from cogs._views import FeatureCog, Press, button, command, form, opens_form


class PrivacyCog(FeatureCog):
    """What people press about what is kept of them."""

    def __init__(self, wording: Wording, communities: Communities, data: Data, keeping: Keeping) -> None:
        """`data` and `keeping` do what is asked here."""
        super().__init__(wording, communities)
        self._data = data
        self._keeping = keeping

    @app_commands.command(name="mydata")
    @command(OPENLY_HERE)
    async def my_data(self, interaction: discord.Interaction) -> None:
        """The first page, as [My data] shows it."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        notice = await self._data.show(interaction.guild_id or 0, interaction.user.id)
        await _send.privately(interaction, notice, self.wording)

    @button("privacy:data", OPENLY_ANYWHERE, in_place=True)
    async def data(self, press: Press) -> Notice:
        """[My data], [Show more], [Back]; the token is the page."""
        return await self._data.show(press.community, press.account, press.token)

    @button("privacy:file", OPENLY_ANYWHERE)
    async def file(self, press: Press) -> Notice:
        """[Save as a file]."""
        return await self._data.file(press.community, press.account)

    @button("privacy:theirs", EVERYONE)
    async def theirs(self, press: Press) -> Notice:
        """[All that is kept], of a member without Discord; who it is is checked behind."""
        known = await self.communities.find(press.community)
        presser = Presser(press.account, is_facilitator(known, press.roles))
        return await self._data.theirs(press.community, presser, press.token)

    @button("privacy:erase", OPENLY_ANYWHERE, in_place=True)
    async def ask(self, press: Press) -> Notice:
        """[Erase everything]."""
        return self._data.ask()

    @button("privacy:erase-now", OPENLY_ANYWHERE, in_place=True)
    async def erase(self, press: Press) -> Notice:
        """[Yes, erase everything]."""
        return await self._data.erase(press.community, press.account)

    @button("privacy:report", FACILITATORS)
    async def report(self, press: Press) -> Notice:
        """[Privacy], on the facilitators' panel."""
        return await self._keeping.report(press.community)

    @opens_form("privacy:periods", FACILITATORS)
    async def periods_form(self, press: Press) -> Form:
        """[Change how long]."""
        return await self._keeping.periods_form(press.community)

    @form("privacy:periods", FACILITATORS)
    async def set_periods(self, press: Press) -> Notice:
        """The form for the periods was sent."""
        return await self._keeping.set_periods(press.community, press.fields["gone"], press.fields["forget"])
