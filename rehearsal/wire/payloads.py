"""State as Discord's JSON. Every function gives what the REST specification asks for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from rehearsal.wire import payloads_files
from rehearsal.world import permissions as rights
from rehearsal.world.model import (
    Channel,
    ChannelKind,
    Guild,
    InteractionKind,
    Member,
    Message,
    Origin,
    Role,
    User,
)
from rehearsal.world.world import World

Json = dict[str, Any]
LOCALE = "en-GB"


def time(moment: datetime) -> str:
    """A time stamp as Discord writes it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def user(account: User) -> Json:
    """UserResponse."""
    return {
        "id": str(account.id),
        "username": account.username,
        "avatar": None,
        "discriminator": "0",
        "public_flags": 0,
        "flags": 0,
        "bot": account.bot,
        "banner": None,
        "accent_color": None,
        "global_name": None if account.bot else account.display_name,
        "primary_guild": None,
    }


def own_user(account: User) -> Json:
    """UserPIIResponse: the bot's own account."""
    own = {"mfa_enabled": False, "locale": LOCALE, "premium_type": 0, "email": None, "verified": True}
    return user(account) | own


def application(world: World) -> Json:
    """PrivateApplicationResponse."""
    owner = world.users[world.guild.owner_id]
    return {
        "id": str(world.application.id),
        "name": world.application.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": user(world.users[world.application.id]),
        "bot_public": False,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user(owner),
        "approximate_guild_count": 1,
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
    }


def role(each: Role) -> Json:
    """GuildRoleResponse."""
    body: Json = {
        "id": str(each.id),
        "name": each.name,
        "permissions": str(int(each.permissions)),
        "position": each.position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": each.managed_for is not None,
        "mentionable": each.mentionable,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }
    if each.managed_for is not None:
        body["tags"] = {"bot_id": str(each.managed_for)}
    return body


def partial_member(each: Member) -> Json:
    """A member without its account, as messages carry it."""
    return {
        "avatar": None,
        "banner": None,
        "communication_disabled_until": None,
        "flags": 0,
        "joined_at": time(each.joined_at),
        "nick": None,
        "pending": False,
        "premium_since": None,
        "roles": [str(role_id) for role_id in sorted(each.role_ids)],
        "mute": False,
        "deaf": False,
    }


def member(each: Member) -> Json:
    """GuildMemberResponse."""
    return partial_member(each) | {"user": user(each.user)}


def channel(world: World, each: Channel) -> Json:
    """GuildChannelResponse, or PrivateChannelResponse for a direct chat."""
    body: Json = {
        "id": str(each.id),
        "type": int(each.kind),
        "flags": 0,
        "last_message_id": _last_public(each),
        "last_pin_timestamp": None,
    }
    if each.kind is ChannelKind.DIRECT:
        return body | {"recipients": [user(world.users[each.recipient_id or 0])]}
    return body | {
        "guild_id": str(each.guild_id),
        "name": each.name,
        "parent_id": None,
        "rate_limit_per_user": 0,
        "position": each.position,
        "permission_overwrites": [
            {
                "id": str(rule.target_id),
                "type": int(rule.kind),
                "allow": str(rule.allow),
                "deny": str(rule.deny),
            }
            for rule in each.overwrites.values()
        ],
        "nsfw": False,
        **_of_its_kind(each),
    }


def _of_its_kind(each: Channel) -> Json:
    if each.kind is ChannelKind.TEXT:
        return {"topic": None}
    return {"bitrate": 64_000, "user_limit": each.user_limit, "rtc_region": None}


def _last_public(each: Channel) -> str | None:
    public = [message.id for message in each.messages.values() if message.only_for is None]
    return str(max(public)) if public else None


def guild(each: Guild) -> Json:
    """GuildWithCountsResponse without the counts."""
    return {
        "id": str(each.id),
        "name": each.name,
        "owner_id": str(each.owner_id),
        "roles": [role(one) for one in each.roles.values()],
        "preferred_locale": LOCALE,
        "region": "london",
        "features": [],
        "emojis": [],
        "stickers": [],
        "afk_timeout": 300,
        "system_channel_flags": 0,
        "widget_enabled": False,
        "verification_level": 1,
        "default_message_notifications": 1,
        "mfa_level": 0,
        "explicit_content_filter": 0,
        "max_presences": None,
        "max_members": 500_000,
        "max_stage_video_channel_users": 50,
        "max_video_channel_users": 25,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "nsfw": False,
        "nsfw_level": 0,
    } | dict.fromkeys(_GUILD_NULLS)


_GUILD_NULLS = (
    "icon",
    "description",
    "home_header",
    "splash",
    "discovery_splash",
    "banner",
    "application_id",
    "afk_channel_id",
    "system_channel_id",
    "widget_channel_id",
    "vanity_url_code",
    "rules_channel_id",
    "safety_alerts_channel_id",
    "public_updates_channel_id",
    "incidents_data",
)


def my_guild(world: World) -> Json:
    """MyGuildResponse."""
    own = world.guild.members[world.application.id]
    return {
        "id": str(world.guild.id),
        "name": world.guild.name,
        "icon": None,
        "banner": None,
        "owner": False,
        "permissions": str(int(rights.in_guild(world.guild, own))),
        "features": [],
    }


def arriving_guild(world: World) -> Json:
    """What GUILD_CREATE adds, but for scheduled events: without the members intent only the bot's member.

    Whoever hears of voice gets `payloads_rooms.arriving_rooms` with it.
    """
    own = world.guild.members[world.application.id]
    return guild(world.guild) | {
        "joined_at": time(own.joined_at),
        "large": False,
        "unavailable": False,
        "member_count": len(world.guild.members),
        "members": [member(own)],
        "channels": [channel(world, each) for each in world.guild.channels.values()],
        "voice_states": [],
        "threads": [],
        "presences": [],
        "stage_instances": [],
        "soundboard_sounds": [],
    }


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
