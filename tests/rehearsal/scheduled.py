"""Scheduled events for the tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, cast

from rehearsal import Rehearsal
from rehearsal.world.model import Channel, ChannelKind
from rehearsal.world.scheduled_event import EntityKind, Plan, ScheduledEvent
from tests.rehearsal.raw import Answer, Api

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
START = NOW + timedelta(days=1)
END = START + timedelta(hours=1)
BOT_ROLE = "Equal Footing"
INTENT = 1 << 16
LEAVE_OUT = object()


def body(**more: Any) -> dict[str, Any]:
    """An event in a hall, tomorrow for an hour; LEAVE_OUT leaves a field out."""
    whole = {
        "name": "Spring meeting",
        "privacy_level": 2,
        "entity_type": 3,
        "scheduled_start_time": START.isoformat(),
        "scheduled_end_time": END.isoformat(),
        "entity_metadata": {"location": "The old library"},
        **more,
    }
    return {name: value for name, value in whole.items() if value is not LEAVE_OUT}


def in_room(channel: Channel, **more: Any) -> dict[str, Any]:
    """The same in a voice channel, with no end."""
    room = {"entity_type": 2, "channel_id": str(channel.id), "entity_metadata": LEAVE_OUT}
    return body(**{**room, "scheduled_end_time": LEAVE_OUT, **more})


def voice_channel(rehearsal: Rehearsal, name: str = "meeting-room") -> Channel:
    """A voice channel that everybody sees."""
    return rehearsal.world.create_channel(name, ChannelKind.VOICE)


def made_by(rehearsal: Rehearsal, person: str, **more: Any) -> ScheduledEvent:
    """An event elsewhere that a member made."""
    rehearsal.world.grant("@everyone", "CREATE_EVENTS")
    plan = {"name": "Walk", "kind": EntityKind.EXTERNAL, "starts": START, "ends": END, "location": "Park"}
    made = rehearsal.world.scheduled.create(rehearsal.person(person).user_id, Plan(**{**plan, **more}))
    rehearsal.world.revoke("@everyone", "CREATE_EVENTS")
    return made


class Events:
    """The routes of scheduled events, for a bot in raw HTTP that may make its own."""

    def __init__(self, rehearsal: Rehearsal, api: Api) -> None:
        self.path = f"/guilds/{rehearsal.community_id}/scheduled-events"
        self._api = api

    async def make(self, whole: dict[str, Any] | None = None, /, **more: Any) -> Answer:
        return await self._api("POST", self.path, body(**more) if whole is None else whole)

    async def made(self, whole: dict[str, Any] | None = None, /, **more: Any) -> dict[str, Any]:
        answer = await self.make(whole, **more)
        assert answer.status == 200, answer.body
        return cast("dict[str, Any]", answer.body)

    async def list(self, query: str = "") -> list[dict[str, Any]]:
        answer = await self._api("GET", self.path + query)
        assert answer.status == 200, answer.body
        return cast("list[dict[str, Any]]", answer.body)

    async def get(self, event_id: int | str, query: str = "") -> Answer:
        return await self._api("GET", f"{self.path}/{event_id}{query}")

    async def edit(self, event_id: int | str, **said: Any) -> Answer:
        return await self._api("PATCH", f"{self.path}/{event_id}", said)

    async def delete(self, event_id: int | str) -> Answer:
        return await self._api("DELETE", f"{self.path}/{event_id}")

    async def users(self, event_id: int | str, query: str = "") -> Answer:
        return await self._api("GET", f"{self.path}/{event_id}/users{query}")
