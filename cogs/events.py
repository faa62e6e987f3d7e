"""Meetings in the server's own list of events, on Discord."""

from __future__ import annotations

import discord
from discord.ext import commands

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.events.service import Events
from bot.meetings.service import Meetings
from cogs._checks import FACILITATORS
from cogs._views import FeatureCog, Press, button, opens_form


class EventsCog(FeatureCog):
    """What happens to events by hand, and what facilitators press when they are told of it."""

    def __init__(
        self, wording: Wording, communities: Communities, events: Events, meetings: Meetings
    ) -> None:
        """`events` does what is asked here; `meetings` has the form in which a place is said."""
        super().__init__(wording, communities)
        self._events = events
        self._meetings = meetings

    @commands.Cog.listener()
    async def on_scheduled_event_delete(self, event: discord.ScheduledEvent) -> None:
        """An event is gone: somebody deleted it, or the channel that it was in."""
        guild, channel = event.guild, event.channel_id
        if guild is not None and channel is not None and guild.get_channel(channel) is None:
            await self._events.channel_deleted(event.guild_id, channel)
        else:
            await self._events.event_deleted(event.guild_id, event.id)

    @commands.Cog.listener()
    async def on_scheduled_event_update(
        self, before: discord.ScheduledEvent, after: discord.ScheduledEvent
    ) -> None:
        """An event was cancelled: for who looks at the list, that is the same."""
        if after.status is discord.EventStatus.canceled:
            await self._events.event_deleted(after.guild_id, after.id)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """A channel is gone."""
        await self._events.channel_deleted(channel.guild.id, channel.id)

    @button("events:put-back", FACILITATORS)
    async def put_back(self, press: Press) -> Notice:
        """[Put the event back], or [Try again]."""
        return await self._events.put_back(press.community, press.token)

    @opens_form("events:where", FACILITATORS)
    async def where(self, press: Press) -> Form:
        """[Say where it is]: the form in which a meeting is changed."""
        meeting = await self._events.to_be_moved(press.community, press.token)
        return await self._meetings.form(press.community, meeting)
