"""Scheduled events as Discord's JSON."""

from __future__ import annotations

from rehearsal.wire import payloads
from rehearsal.wire.payloads import Json
from rehearsal.world.scheduled_event import EntityKind, ScheduledEvent
from rehearsal.world.world import World

_GUILD_ONLY = 2
_INTERESTED = 1


def event(world: World, each: ScheduledEvent) -> Json:
    """An event as the gateway brings it: without its creator's account and without a count."""
    external = each.kind is EntityKind.EXTERNAL
    return {
        "id": str(each.id),
        "guild_id": str(world.guild.id),
        "channel_id": None if each.channel_id is None else str(each.channel_id),
        "creator_id": str(each.creator_id),
        "name": each.name,
        "description": each.description,
        "scheduled_start_time": payloads.time(each.starts),
        "scheduled_end_time": None if each.ends is None else payloads.time(each.ends),
        "privacy_level": _GUILD_ONLY,
        "status": int(each.status),
        "entity_type": int(each.kind),
        "entity_id": None,
        "entity_metadata": {"location": each.location} if external else None,
        "image": None,
        "recurrence_rule": None,
        "guild_scheduled_event_exceptions": [],
    }


def answered(world: World, each: ScheduledEvent, *, with_count: bool = False) -> Json:
    """ExternalScheduledEventResponse or VoiceScheduledEventResponse, with a count where one was asked for."""
    body = event(world, each) | {"creator": payloads.user(world.users[each.creator_id])}
    if with_count:
        body["user_count"] = len(world.scheduled.interested(each.id))
    return body


def interest(world: World, each: ScheduledEvent, user_id: int) -> Json:
    """Who is interested in an event, or no longer."""
    return {
        "guild_scheduled_event_id": str(each.id),
        "guild_id": str(world.guild.id),
        "user_id": str(user_id),
    }


def interested_user(world: World, each: ScheduledEvent, user_id: int, *, with_member: bool) -> Json:
    """ScheduledEventUserResponse; who has left the community has no member."""
    body: Json = {
        "guild_scheduled_event_id": str(each.id),
        "user_id": str(user_id),
        "user": payloads.user(world.users[user_id]),
        "response": _INTERESTED,
    }
    member = world.guild.members.get(user_id)
    if with_member and member is not None:
        body["member"] = payloads.member(member)
    return body


def arriving(world: World) -> Json:
    """What GUILD_CREATE says of events: those to come and under way that the bot can see."""
    seen = world.scheduled.open_for(world.application.id)
    return {"guild_scheduled_events": [event(world, each) for each in seen]}
