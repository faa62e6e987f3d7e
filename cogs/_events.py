"""The server's own list of events: what a delivery puts there, changes and takes back.

discord.py's own methods leave out what they take for unchanged, and Discord wants it said when an event moves
from a channel to elsewhere: so all of an event is said each time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import discord
from discord import EntityType, EventStatus, PrivacyLevel
from discord.http import Route

from bot.core.errors import NotNow
from bot.core.happenings import Happening, Listing
from bot.core.wording import Line

#: What becomes of an event that is not to be: one that has begun can only be ended.
_ENDS = {EventStatus.scheduled.value: EventStatus.canceled, EventStatus.active.value: EventStatus.completed}


class _Once:
    """Goes along with a request as a file does, which is rewound each time: so it is made no second time.

    After an error of the server discord.py tries again by itself, and the first try may have made the event.
    """

    def reset(self, *, seek: int) -> None:
        """Raises NotNow if the request was made already."""
        if seek:
            raise NotNow("an event may be there")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a community's list of events should have, and a client that has logged in."""

    client: discord.Client
    community: int
    listing: Listing

    async def as_it_should_be(self, about: str, say: Callable[[Line], str]) -> int:
        """Make, change or end it; returns Discord's id of the event, 0 where there was none to end.

        `about` is shown with it, `say` puts its place into words. An event is cancelled, not deleted: then
        whoever opens a link to it still reads that it is cancelled. Raises NotNow, and what discord.py does.
        """
        event = self.listing.event or await self._found()
        wanted = self.listing.happening
        if wanted is None:
            await self._end(event)
        elif event:
            await self.client.http.edit_scheduled_event(self.community, event, **_fields(wanted, about, say))
        else:
            return await self._make(_fields(wanted, about, say))
        return event

    async def _make(self, fields: dict[str, Any]) -> int:
        path = Route("POST", "/guilds/{guild_id}/scheduled-events", guild_id=self.community)
        made = await self.client.http.request(path, json=fields, files=cast("list[discord.File]", [_Once()]))
        return int(made["id"])

    async def _found(self) -> int:
        """The event of ours that is as one of those that were tried, or 0."""
        me = self.client.user
        if me is None or not self.listing.tried:
            return 0
        for each in await self.client.http.get_scheduled_events(self.community, with_user_count=False):
            ours = each.get("creator_id") == str(me.id) and int(each["id"]) not in self.listing.others
            if ours and any(_is(dict(each), tried) for tried in self.listing.tried):
                return int(each["id"])
        return 0

    async def _end(self, event: int) -> None:
        if not event:
            return
        http = self.client.http
        found = await http.get_scheduled_event(self.community, event, with_user_count=False)
        if found["status"] in _ENDS:
            await http.edit_scheduled_event(self.community, event, status=_ENDS[found["status"]].value)


def _fields(wanted: Happening, about: str, say: Callable[[Line], str]) -> dict[str, Any]:
    where = say(wanted.location) if isinstance(wanted.location, Line) else wanted.location.words
    inside = wanted.channel is not None
    return {
        "name": wanted.name,
        "description": about,
        "privacy_level": PrivacyLevel.guild_only.value,
        "entity_type": (EntityType.voice if inside else EntityType.external).value,
        "channel_id": str(wanted.channel) if inside else None,
        "entity_metadata": None if inside else {"location": where},
        "scheduled_start_time": wanted.starts.isoformat(),
        "scheduled_end_time": wanted.ends.isoformat(),
    }


def _is(event: dict[str, Any], tried: Happening) -> bool:
    """Whether an event is the one that was tried; its name may have lost spaces on its way."""
    channel = None if event["channel_id"] is None else int(event["channel_id"])
    starts = datetime.fromisoformat(event["scheduled_start_time"])
    return (event["name"].split(), starts, channel) == (tried.name.split(), tried.starts, tried.channel)
