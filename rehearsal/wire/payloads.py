"""State as Discord's JSON. Every function gives what the REST specification asks for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from rehearsal.world import permissions as rights
from rehearsal.world.model import (
    Channel,
    ChannelKind,
    Guild,
    Member,
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
        "hoist": each.hoist,
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
        "parent_id": None if each.parent_id is None else str(each.parent_id),
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
        return {"topic": each.topic or None}
    if each.kind is ChannelKind.CATEGORY:
        return {}
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
