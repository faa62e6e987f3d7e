"""`/me` and [About me], on Discord: pages that take each other's place."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.people.service import AboutMe
from cogs import _send
from cogs._checks import OPENLY_ANYWHERE, OPENLY_HERE
from cogs._views import FeatureCog, Press, button, command, form, opens_form


class MeCog(FeatureCog):
    """What a member presses about herself."""

    def __init__(self, wording: Wording, communities: Communities, about_me: AboutMe) -> None:
        """`about_me` does what is asked here."""
        super().__init__(wording, communities)
        self._me = about_me

    @app_commands.command(name="me")
    @command(OPENLY_HERE)
    async def me_command(self, interaction: discord.Interaction) -> None:
        """Show the page, as the panel's button does."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        page = await self._me.page(interaction.guild_id or 0, interaction.user.id)
        await _send.privately(interaction, page, self.wording)

    @button("people:me", OPENLY_ANYWHERE, in_place=True)
    async def page(self, press: Press) -> Notice:
        """[About me]."""
        return await self._me.page(press.community, press.account)

    # A role group, a place, hours, needs

    @opens_form("people:group", OPENLY_ANYWHERE)
    async def group_form(self, press: Press) -> Form:
        """[My role group]."""
        return await self._me.group_form(press.community, press.account)

    @form("people:group", OPENLY_ANYWHERE, in_place=True)
    async def group(self, press: Press) -> Notice:
        """A role group was chosen."""
        main, more = press.fields["group"], press.many.get("more", ())
        return await self._me.set_group(press.community, press.account, main, more)

    @opens_form("people:place", OPENLY_ANYWHERE)
    async def place_form(self, press: Press) -> Form:
        """[Organisation and time zone]."""
        return await self._me.place_form(press.community, press.account)

    @form("people:place", OPENLY_ANYWHERE, in_place=True)
    async def place(self, press: Press) -> Notice:
        """An organisation and a time zone were typed."""
        fields = press.fields
        return await self._me.set_place(
            press.community, press.account, fields["organisation"], fields["zone"]
        )

    @opens_form("people:hours", OPENLY_ANYWHERE)
    async def hours_form(self, press: Press) -> Form:
        """[When messages come]."""
        return await self._me.hours_form(press.community, press.account)

    @form("people:hours", OPENLY_ANYWHERE, in_place=True)
    async def hours(self, press: Press) -> Notice:
        """Days and hours were chosen."""
        fields, days = press.fields, press.many.get("days", ())
        return await self._me.set_hours(press.community, press.account, days, fields["begin"], fields["end"])

    @opens_form("people:needs", OPENLY_ANYWHERE)
    async def needs_form(self, press: Press) -> Form:
        """[What I need]."""
        return await self._me.needs_form(press.community, press.account)

    @form("people:needs", OPENLY_ANYWHERE, in_place=True)
    async def needs(self, press: Press) -> Notice:
        """What she needs was chosen."""
        needs = press.many.get("needs", ())
        return await self._me.set_needs(press.community, press.account, needs, press.fields["own"])

    # Pauses: these stand below direct messages too

    @button("people:pause", OPENLY_ANYWHERE, in_place=True)
    async def pause(self, press: Press) -> Notice:
        """[Pause messages]: one press is enough."""
        return await self._me.pause(press.community, press.account)

    @button("people:pause-for", OPENLY_ANYWHERE, in_place=True)
    async def pause_for(self, press: Press) -> Notice:
        """[For a week] and its like; the token says which."""
        return await self._me.pause_for(press.community, press.account, press.token)

    @button("people:start", OPENLY_ANYWHERE, in_place=True)
    async def start(self, press: Press) -> Notice:
        """[Start messages again]."""
        return await self._me.start(press.community, press.account)

    # Apart

    @button("people:apart", OPENLY_HERE, in_place=True)
    async def apart(self, press: Press) -> Notice:
        """[Not in my room]."""
        return await self._me.apart(press.community, press.account)

    @opens_form("people:apart-add", OPENLY_HERE)
    async def add_form(self, press: Press) -> Form:
        """[Add people]."""
        return await self._me.apart_form(press.community, press.account, add=True)

    @form("people:apart-add", OPENLY_HERE, in_place=True)
    async def add(self, press: Press) -> Notice:
        """People were picked."""
        return await self._me.add_apart(press.community, press.account, press.many.get("people", ()))

    @opens_form("people:apart-remove", OPENLY_HERE)
    async def remove_form(self, press: Press) -> Form:
        """[Take people off]."""
        return await self._me.apart_form(press.community, press.account, add=False)

    @form("people:apart-remove", OPENLY_HERE, in_place=True)
    async def remove(self, press: Press) -> Notice:
        """People were picked who come off the list."""
        return await self._me.remove_apart(press.community, press.account, press.many.get("people", ()))

    @button("people:apart-clear", OPENLY_HERE, in_place=True)
    async def clear(self, press: Press) -> Notice:
        """[Clear this list]."""
        return await self._me.remove_apart(press.community, press.account, None)
