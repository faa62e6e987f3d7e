"""Messages as Discord's JSON, and where an answer comes from."""

from __future__ import annotations

from rehearsal.wire import payloads_files
from rehearsal.wire.payloads import Json, partial_member, time, user
from rehearsal.world.model import InteractionKind, Message, Origin
from rehearsal.world.world import World


def message(world: World, each: Message, *, in_full: bool = False) -> Json:
    """MessageResponse as the bot gets it: without the text where it may not read that, unless `in_full`."""
    readable = in_full or world.readable_by_bot(each)
    body: Json = {
        "id": str(each.id),
        "type": each.kind,
        "channel_id": str(each.channel_id),
        "author": user(world.users[each.author_id]),
        "content": each.content if readable else "",
        "components": payloads_files.components(world, each) if readable else [],
        "embeds": [],
        "attachments": payloads_files.attachments(world, each) if readable else [],
        "mentions": [user(world.users[user_id]) for user_id in sorted(each.mentions)],
        "mention_roles": [str(role_id) for role_id in sorted(each.mention_roles)],
        "mention_everyone": each.mention_everyone,
        "timestamp": time(each.created_at),
        "edited_timestamp": time(each.edited_at) if each.edited_at else None,
        "flags": int(each.flags),
        "pinned": False,
        "tts": False,
    }
    if each.origin is not None:
        body |= {
            "webhook_id": str(world.application.id),
            "application_id": str(world.application.id),
            "interaction_metadata": _origin(world, each.origin),
        }
        if each.origin.target_message_id is not None:
            body["message_reference"] = _reference(each, each.origin)
    return body


def _reference(each: Message, origin: Origin) -> Json:
    """From the answer to a message menu to the message that the menu was of."""
    body: Json = {
        "type": 0,
        "channel_id": str(each.channel_id),
        "message_id": str(origin.target_message_id),
    }
    return body if origin.guild_id is None else body | {"guild_id": str(origin.guild_id)}


def sent_message(world: World, each: Message) -> Json:
    """A message as the answer to its sending; fetched later it does not give back its nonce."""
    body = message(world, each)
    return body if each.nonce is None else body | {"nonce": each.nonce}


def owners(guild_id: int | None) -> dict[str, str]:
    """Where the bot was installed that was used: 0, a community, and which."""
    return {"0": str(guild_id or 0)}


def _origin(world: World, origin: Origin) -> Json:
    body: Json = {
        "id": str(origin.interaction_id),
        "type": int(origin.kind),
        "user": user(world.users[origin.user_id]),
        "authorizing_integration_owners": owners(origin.guild_id),
    }
    if origin.original_response_id is not None:
        body["original_response_message_id"] = str(origin.original_response_id)
    if origin.kind is InteractionKind.COMPONENT:
        body["interacted_message_id"] = str(origin.interacted_message_id)
    if origin.target_message_id is not None:
        body["target_message_id"] = str(origin.target_message_id)
    if origin.via is not None:
        body["triggering_interaction_metadata"] = _origin(world, origin.via)
    return body


def message_event(world: World, each: Message) -> Json:
    """A message as the gateway brings it: an ephemeral one has neither guild nor member."""
    body = message(world, each)
    guild_id = world.channels[each.channel_id].guild_id
    if guild_id is not None and each.only_for is None:
        body["guild_id"] = str(guild_id)
        author = world.guild.members.get(each.author_id)
        if author is not None:
            body["member"] = partial_member(author)
    return body
