"""A proper exchange for each route which the project uses, with the least that Discord may answer."""

from __future__ import annotations

from typing import Any

from rehearsal.wire.observing import Exchange
from tests.conformance import habits, samples

WHEN = "2026-01-05T10:00:00.000000+00:00"
WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}/messages/"

Answer = tuple[int, Any]


def user() -> dict[str, Any]:
    nothing = dict.fromkeys(("avatar", "global_name", "primary_guild"))
    return {"id": "10", "username": "ada", "discriminator": "0", "public_flags": 0, "flags": 0, **nothing}


def me() -> dict[str, Any]:
    return {**user(), "bot": True, "mfa_enabled": False, "locale": "en-GB"}


def application() -> dict[str, Any]:
    counts = ("guild_count", "user_install_count", "user_authorization_count")
    empty = ("icon", "type", "team", "interactions_endpoint_url", "role_connections_verification_url")
    named = {"id": "10", "name": "Bot", "description": "", "verify_key": "ab", "flags": 0, "flags_new": "0"}
    lists: dict[str, Any] = {"redirect_uris": [], "eligible_oauth2_scopes": [], "explicit_content_filter": 0}
    # The document calls these two optional, and discord.py cannot do without them.
    flags = {"bot_public": True, "bot_require_code_grant": False}
    numbers = {f"approximate_{name}": 0 for name in counts}
    return {**named, **lists, **flags, **numbers, **dict.fromkeys(empty), "owner": user()}


def command() -> dict[str, Any]:
    named = {"id": "10", "application_id": "10", "version": "1", "type": 1, "name": "ask", "description": "A"}
    return {**named, "default_member_permissions": None, "nsfw": False}


def message() -> dict[str, Any]:
    lists: dict[str, Any] = {
        name: [] for name in ("mentions", "mention_roles", "attachments", "embeds", "components")
    }
    flags = dict.fromkeys(("pinned", "mention_everyone", "tts"), False)
    named = {"id": "10", "channel_id": "10", "type": 0, "flags": 0, "content": "Hello", "author": user()}
    return {**named, **lists, **flags, "timestamp": WHEN, "edited_timestamp": None}


def channel() -> dict[str, Any]:
    return {"id": "10", "type": 0, "flags": 0, "guild_id": "10", "name": "room", "position": 0}


def room() -> dict[str, Any]:
    return {**channel(), "type": 2, "bitrate": 64000, "user_limit": 5}


def private_channel() -> dict[str, Any]:
    return {"id": "10", "type": 1, "flags": 0, "recipients": [user()]}


def role() -> dict[str, Any]:
    colours = {"primary_color": 0, "secondary_color": None, "tertiary_color": None}
    named = {"id": "10", "name": "host", "permissions": "8", "position": 1, "color": 0, "colors": colours}
    flags = dict.fromkeys(("hoist", "managed", "mentionable"), False)
    return {**named, **flags, "icon": None, "unicode_emoji": None, "flags": 0}


def member() -> dict[str, Any]:
    empty = dict.fromkeys(("avatar", "banner", "communication_disabled_until", "nick", "premium_since"))
    flags = dict.fromkeys(("pending", "mute", "deaf"), False)
    return {**empty, **flags, "flags": 0, "joined_at": WHEN, "roles": ["10"], "user": user()}


def guild() -> dict[str, Any]:
    empty = """icon description home_header splash discovery_splash banner application_id afk_channel_id
        system_channel_id widget_channel_id max_presences vanity_url_code rules_channel_id
        safety_alerts_channel_id public_updates_channel_id incidents_data"""
    zeros = """system_channel_flags verification_level default_message_notifications mfa_level
        explicit_content_filter max_members max_stage_video_channel_users max_video_channel_users
        premium_tier premium_subscription_count nsfw_level"""
    named = {"id": "10", "name": "Guild", "owner_id": "10", "region": "", "preferred_locale": "en-GB"}
    lists: dict[str, Any] = {"features": [], "emojis": [], "stickers": [], "roles": [role()]}
    flags = dict.fromkeys(("widget_enabled", "premium_progress_bar_enabled", "nsfw"), False)
    fills = {**dict.fromkeys(empty.split()), **dict.fromkeys(zeros.split(), 0)}
    return {**named, **lists, **flags, **fills, "afk_timeout": 300}


def my_guild() -> dict[str, Any]:
    named = {"id": "10", "name": "Guild", "icon": None, "banner": None}
    return {**named, "owner": False, "permissions": "8", "features": []}


def event() -> dict[str, Any]:
    named = {"id": "10", "guild_id": "10", "name": "Meeting", "creator_id": "10", "creator": user()}
    times = {"scheduled_start_time": WHEN, "scheduled_end_time": WHEN}
    kind = {"entity_type": 3, "privacy_level": 2, "status": 1, "entity_metadata": {"location": "Hall"}}
    empty = dict.fromkeys(("description", "channel_id", "image", "entity_id", "recurrence_rule"))
    return {**named, **times, **kind, **empty, "guild_scheduled_event_exceptions": []}


def event_user() -> dict[str, Any]:
    return {"guild_scheduled_event_id": "10", "user_id": "10", "user": user(), "response": 1}


def gateway() -> dict[str, Any]:
    limit = {"max_concurrency": 1, "remaining": 999, "reset_after": 1000, "total": 1000}
    return {"url": "wss://gateway.discord.gg", "shards": 1, "session_start_limit": limit}


def callback() -> dict[str, Any]:
    return {"interaction": {"id": "10", "type": 2}, "resource": {"type": 4, "message": message()}}


def answers() -> dict[habits.Route, Answer]:
    """For each route the status and the JSON of a proper answer."""
    got = 200
    return {
        ("GET", "/users/@me"): (got, me()),
        ("GET", "/oauth2/applications/@me"): (got, application()),
        ("GET", "/applications/@me"): (got, application()),
        ("GET", "/gateway/bot"): (got, gateway()),
        habits.PUT_COMMANDS: (got, [command()]),
        ("GET", habits.PUT_COMMANDS[1]): (got, [command()]),
        habits.CALLBACK: (got, callback()),
        ("GET", f"{WEBHOOK}@original"): (got, message()),
        habits.EDIT_ORIGINAL: (got, message()),
        ("DELETE", f"{WEBHOOK}@original"): (204, None),
        habits.FOLLOW_UP: (got, message()),
        habits.EDIT_FOLLOW_UP: (got, message()),
        ("DELETE", f"{WEBHOOK}{{message_id}}"): (204, None),
        ("GET", habits.CREATE[1]): (got, [message()]),
        habits.CREATE: (got, message()),
        ("GET", habits.EDIT[1]): (got, message()),
        habits.EDIT: (got, message()),
        ("DELETE", habits.EDIT[1]): (204, None),
        ("GET", "/channels/{channel_id}"): (got, channel()),
        habits.OPEN_DM: (got, private_channel()),
        habits.LIST_GUILDS: (got, [my_guild()]),
        habits.GET_GUILD: (got, guild()),
        habits.LIST_EVENTS: (got, [event()]),
        habits.CREATE_EVENT: (got, event()),
        habits.GET_EVENT: (got, event()),
        habits.EDIT_EVENT: (got, event()),
        ("DELETE", habits.GET_EVENT[1]): (204, None),
        habits.LIST_EVENT_USERS: (got, [event_user()]),
        ("GET", "/guilds/{guild_id}/channels"): (got, [channel()]),
        ("GET", "/guilds/{guild_id}/roles"): (got, [role()]),
        ("GET", "/guilds/{guild_id}/members/{user_id}"): (got, member()),
        habits.MAKE_CHANNEL: (201, room()),
        habits.EDIT_CHANNEL: (got, room()),
        ("DELETE", "/channels/{channel_id}"): (got, room()),
        habits.MOVE_MEMBER: (got, member()),
        habits.SEARCH: (got, [member()]),
        habits.MAKE_ROLE: (got, role()),
        habits.EDIT_ROLE: (got, role()),
        ("GET", habits.EDIT_ROLE[1]): (got, role()),
        ("DELETE", habits.EDIT_ROLE[1]): (204, None),
        ("PUT", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}"): (204, None),
        ("DELETE", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}"): (204, None),
        habits.SET_OVERWRITE: (204, None),
        ("DELETE", habits.SET_OVERWRITE[1]): (204, None),
    }


def proper(route: habits.Route) -> Exchange:
    """A proper exchange on the route, with a request as discord.py makes it."""
    status, answer = answers()[route]
    request = samples.requests().get(route, [None])[0]
    return Exchange(route[0], samples.path(route[1]), samples.QUERIES.get(route, {}), request, status, answer)
