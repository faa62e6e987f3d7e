"""`/setup`: the guided panel. Each answer takes the place of the page that was pressed."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.community.rules.setup import CHANNELS, FACILITATORS_ROLE
from bot.community.service import Communities
from bot.community.service.guiding import Guiding
from bot.community.service.making import Making
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from cogs import _send
from cogs._checks import SETTERS_UP
from cogs._views import FeatureCog, Press, button, command, form, opens_form


class SetupCog(FeatureCog):
    """The steps, and what is filled in for each."""

    def __init__(self, wording: Wording, communities: Communities, guiding: Guiding) -> None:
        """`guiding` does what is asked here."""
        super().__init__(wording, communities)
        self._guiding = guiding

    @app_commands.command(name="setup")
    @command(SETTERS_UP)
    async def setup(self, interaction: discord.Interaction) -> None:
        """The list of steps."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        notice = await self._guiding.overview(interaction.guild_id or 0)
        await _send.privately(interaction, notice, self.wording)

    @button("community:setup", SETTERS_UP, in_place=True)
    async def overview(self, press: Press) -> Notice:
        """[Set up], and [Back]."""
        return await self._guiding.overview(press.community)

    @button("community:step", SETTERS_UP, in_place=True)
    async def step(self, press: Press) -> Notice:
        """To one step; the token names it."""
        return await self._guiding.open(press.community, press.token, press.roles)

    @button("community:open", SETTERS_UP, in_place=True)
    async def open(self, press: Press) -> Notice:
        """The same, from the list: no two buttons of one message may be alike."""
        return await self._guiding.open(press.community, press.token, press.roles)

    @button("community:skip", SETTERS_UP, in_place=True)
    async def skip(self, press: Press) -> Notice:
        """[Skip for now]."""
        return await self._guiding.skip(press.community, press.token)

    @button("community:right", SETTERS_UP, in_place=True)
    async def right(self, press: Press) -> Notice:
        """[This is right]."""
        return await self._guiding.right(press.community, press.token)

    @button("community:host", SETTERS_UP, in_place=True)
    async def host(self, press: Press) -> Notice:
        """Whether whoever runs the bot takes part; the token is the answer."""
        return await self._guiding.host(press.community, press.token)

    @opens_form("community:group", SETTERS_UP)
    async def group_form(self, press: Press) -> Form:
        """A role group, or without a token one more."""
        return await self._guiding.form(press.community, "group", press.token)

    @form("community:group", SETTERS_UP, in_place=True)
    async def group(self, press: Press) -> Notice:
        """What a role group is called, and its Discord role."""
        picked = press.many.get("role", ())
        return await self._guiding.group(press.community, press.token, press.fields, picked)

    @opens_form("community:place", SETTERS_UP)
    async def place_form(self, press: Press) -> Form:
        """[Change], of time zone and nation."""
        return await self._guiding.form(press.community, "place")

    @form("community:place", SETTERS_UP, in_place=True)
    async def place(self, press: Press) -> Notice:
        """Time zone and nation were filled in."""
        return await self._guiding.place(press.community, press.fields)

    @opens_form("community:times", SETTERS_UP)
    async def times_form(self, press: Press) -> Form:
        """[Change], of when unasked messages may come."""
        return await self._guiding.form(press.community, "times")

    @form("community:times", SETTERS_UP, in_place=True)
    async def times(self, press: Press) -> Notice:
        """When unasked messages may come was filled in."""
        return await self._guiding.times(press.community, press.fields, press.many.get("days", ()))

    @opens_form("community:safety", SETTERS_UP)
    async def safety_form(self, press: Press) -> Form:
        """[Fill in], of what is done for people's safety."""
        return await self._guiding.form(press.community, "safety")

    @form("community:safety", SETTERS_UP, in_place=True)
    async def safety(self, press: Press) -> Notice:
        """What is done for people's safety was filled in."""
        return await self._guiding.safety(press.community, press.fields)

    @opens_form("community:basis", SETTERS_UP)
    async def basis_form(self, press: Press) -> Form:
        """[Fill in], of the lawful basis."""
        return await self._guiding.form(press.community, "basis")

    @form("community:basis", SETTERS_UP, in_place=True)
    async def basis(self, press: Press) -> Notice:
        """The lawful basis was filled in."""
        return await self._guiding.basis(press.community, press.fields)


class BuildingCog(FeatureCog):
    """What is made on Discord, used there, and taken back."""

    def __init__(self, wording: Wording, communities: Communities, making: Making) -> None:
        """`making` does what is asked here."""
        super().__init__(wording, communities)
        self._making = making

    @button("community:make", SETTERS_UP, in_place=True)
    async def make(self, press: Press) -> Notice:
        """[Yes, all of this], [Only what is needed]; the token says which."""
        return await self._making.make(press.community, press.token)

    @opens_form("community:existing", SETTERS_UP)
    async def existing_form(self, press: Press) -> Form:
        """[Use existing ones]."""
        return self._making.existing_form()

    @form("community:existing", SETTERS_UP, in_place=True)
    async def existing(self, press: Press) -> Notice:
        """Roles and channels that are there were picked."""
        picked = {use: press.many.get(use, ()) for use in (*CHANNELS, FACILITATORS_ROLE)}
        return await self._making.existing(press.community, picked)

    @opens_form("community:people", SETTERS_UP)
    async def people_form(self, press: Press) -> Form:
        """[Choose people]."""
        return self._making.people_form()

    @form("community:people", SETTERS_UP, in_place=True)
    async def people(self, press: Press) -> Notice:
        """People were picked who become facilitators."""
        return await self._making.people(press.community, press.many.get("people", ()))

    @button("community:post", SETTERS_UP, in_place=True)
    async def post(self, press: Press) -> Notice:
        """[Post them], [Post them again]."""
        return await self._making.post(press.community, again=bool(press.token))

    @button("community:undo", SETTERS_UP, in_place=True)
    async def undo(self, press: Press) -> Notice:
        """[Take back what was made]: a list first."""
        return await self._making.taking_back(press.community)

    @button("community:delete", SETTERS_UP, in_place=True)
    async def delete(self, press: Press) -> Notice:
        """[Take these back]; the token says which."""
        return await self._making.take_back(press.community, press.token)
