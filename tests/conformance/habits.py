"""Where discord.py and Discord itself differ from Discord's OpenAPI document, as written lists.

Each entry undoes exactly one difference, at written places of written routes, and leaves every other
value as it was, so that a real violation at the same place is still found. A pointer is a JSON pointer
into the body (or the query) in which `*` stands for each item of a list. The source files are those of
discord.py 2.7.1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

Route = tuple[str, str]

ABSENT: Final = object()
"""What an `undo` returns for a value that is to be left out."""


@dataclass(frozen=True, slots=True)
class Habit:
    """One difference: what it is, where it occurs, how it is undone, and where it comes from."""

    name: str
    where: Literal["request", "response", "query"]
    routes: tuple[Route, ...]
    pointers: tuple[str, ...]
    undo: Callable[[Any], Any]
    description: str
    source: str


@dataclass(frozen=True, slots=True)
class UndescribedRoute:
    """A route that Discord has and the document lacks."""

    method: str
    template: str
    reason: str


def _snowflake_as_text(value: Any) -> Any:
    return str(value) if type(value) is int and value >= 0 else value


def _without_false(value: Any) -> Any:
    return ABSENT if value is False else value


def _without_true(value: Any) -> Any:
    return ABSENT if value is True else value


def _without_zero(value: Any) -> Any:
    return ABSENT if type(value) is int and value == 0 else value


def _without_boolean(value: Any) -> Any:
    return ABSENT if type(value) is bool else value


def _without_text(value: Any) -> Any:
    return ABSENT if isinstance(value, str) else value


def _without_count(value: Any) -> Any:
    return ABSENT if type(value) is int and value >= 0 else value


def _bits_as_number(value: Any) -> Any:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdecimal() else value


def _boolean_as_word(value: Any) -> Any:
    return {"0": "false", "1": "true"}.get(value, value)


def _true_as_word(value: Any) -> Any:
    return "true" if value == "1" else value


CALLBACK: Final[Route] = ("POST", "/interactions/{interaction_id}/{interaction_token}/callback")
CREATE: Final[Route] = ("POST", "/channels/{channel_id}/messages")
EDIT: Final[Route] = ("PATCH", "/channels/{channel_id}/messages/{message_id}")
FOLLOW_UP: Final[Route] = ("POST", "/webhooks/{webhook_id}/{webhook_token}")
EDIT_ORIGINAL: Final[Route] = ("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original")
EDIT_FOLLOW_UP: Final[Route] = ("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}")
OPEN_DM: Final[Route] = ("POST", "/users/@me/channels")
PUT_COMMANDS: Final[Route] = ("PUT", "/applications/{application_id}/commands")
PUT_GUILD_COMMANDS: Final[Route] = ("PUT", "/applications/{application_id}/guilds/{guild_id}/commands")
LIST_GUILDS: Final[Route] = ("GET", "/users/@me/guilds")
GET_GUILD: Final[Route] = ("GET", "/guilds/{guild_id}")
MAKE_CHANNEL: Final[Route] = ("POST", "/guilds/{guild_id}/channels")
EDIT_CHANNEL: Final[Route] = ("PATCH", "/channels/{channel_id}")
MAKE_ROLE: Final[Route] = ("POST", "/guilds/{guild_id}/roles")
EDIT_ROLE: Final[Route] = ("PATCH", f"{MAKE_ROLE[1]}/{{role_id}}")
SET_OVERWRITE: Final[Route] = ("PUT", "/channels/{channel_id}/permissions/{overwrite_id}")
MOVE_MEMBER: Final[Route] = ("PATCH", "/guilds/{guild_id}/members/{user_id}")
SEARCH: Final[Route] = ("GET", "/guilds/{guild_id}/members/search")
LIST_EVENTS: Final[Route] = ("GET", "/guilds/{guild_id}/scheduled-events")
CREATE_EVENT: Final[Route] = ("POST", LIST_EVENTS[1])
GET_EVENT: Final[Route] = ("GET", f"{LIST_EVENTS[1]}/{{guild_scheduled_event_id}}")
EDIT_EVENT: Final[Route] = ("PATCH", GET_EVENT[1])
LIST_EVENT_USERS: Final[Route] = ("GET", f"{GET_EVENT[1]}/users")

MESSAGES: Final = (CREATE, EDIT, FOLLOW_UP, EDIT_ORIGINAL, EDIT_FOLLOW_UP)

# An action row is at the top of the message or inside one container; so is a section.
_ROWS: Final = ("/components/*", "/components/*/components/*")
_EMOJIS: Final = (
    *(f"{row}/components/*/emoji" for row in _ROWS),
    *(f"{row}/components/*/options/*/emoji" for row in _ROWS),
    *(f"{section}/accessory/emoji" for section in _ROWS),
)


def _in_messages(  # one entry for plain bodies and one for callbacks, whose message is below `data`
    name: str, pointers: tuple[str, ...], undo: Callable[[Any], Any], description: str, source: str
) -> tuple[Habit, Habit]:
    below = tuple(f"/data{pointer}" for pointer in pointers)
    return (
        Habit(name, "request", MESSAGES, pointers, undo, description, source),
        Habit(f"{name} in a callback", "request", (CALLBACK,), below, undo, description, source),
    )


def _given_back(name: str, keys: tuple[str, ...], undo: Callable[[Any], Any]) -> tuple[Habit, Habit]:
    pointers = tuple(f"/attachments/*/{key}" for key in keys)
    below = tuple(f"/data{pointer}" for pointer in pointers)
    said = "an attachment that stays gives back what Discord said of it; the document takes what can change"
    source = "message.py Attachment.to_dict"
    edits = (EDIT, EDIT_ORIGINAL, EDIT_FOLLOW_UP)
    return (
        Habit(f"{name} of attachments given back", "request", edits, pointers, undo, said, source),
        Habit(f"{name} given back in a callback", "request", (CALLBACK,), below, undo, said, source),
    )


HABITS: Final[tuple[Habit, ...]] = (
    Habit(
        "integer recipient",
        "request",
        (OPEN_DM,),
        ("/recipient_id",),
        _snowflake_as_text,
        "the user to open a direct message with is a JSON integer",
        "http.py HTTPClient.start_private_message",
    ),
    Habit(
        "integer overwrite",
        "request",
        (MAKE_CHANNEL, EDIT_CHANNEL),
        ("/permission_overwrites/*/id",),
        _snowflake_as_text,
        "the role or member whom a channel's overwrite is for is a JSON integer",
        "guild.py Guild._create_channel, abc.py GuildChannel._edit",
    ),
    Habit(
        "permissions as text",
        "request",
        (MAKE_ROLE, EDIT_ROLE),
        ("/permissions",),
        _bits_as_number,
        "what a role may do is a text of digits, as Discord's reference has it; the document has a number",
        "guild.py Guild.create_role",
    ),
    Habit(
        "overwrite as text",
        "request",
        (SET_OVERWRITE,),
        ("/allow", "/deny"),
        _bits_as_number,
        "what an overwrite allows and denies are texts of digits, as in Discord's reference",
        "http.py HTTPClient.edit_channel_permissions",
    ),
    Habit(
        "id of an overwrite",
        "request",
        (SET_OVERWRITE,),
        ("/id",),
        _without_count,
        "whom an overwrite is for stands in the path, and again in the body",
        "http.py HTTPClient.edit_channel_permissions",
    ),
    Habit(
        "integer category",
        "request",
        (MAKE_CHANNEL, EDIT_CHANNEL),
        ("/parent_id",),
        _snowflake_as_text,
        "the category that a channel stands in is a JSON integer",
        "guild.py Guild._create_channel, abc.py GuildChannel._edit",
    ),
    Habit(
        "integer room",
        "request",
        (MOVE_MEMBER,),
        ("/channel_id",),
        _snowflake_as_text,
        "the voice channel that a member is moved to is a JSON integer",
        "member.py Member.edit, Member.move_to",
    ),
    *_in_messages(
        "integer mentions",
        ("/allowed_mentions/users/*", "/allowed_mentions/roles/*"),
        _snowflake_as_text,
        "the users and roles that may be mentioned are JSON integers",
        "mentions.py AllowedMentions.to_dict",
    ),
    *_in_messages(
        "integer emoji",
        tuple(f"{emoji}/id" for emoji in _EMOJIS),
        _snowflake_as_text,
        "the id of a custom emoji on a button or an option is a JSON integer",
        "partial_emoji.py PartialEmoji.to_dict",
    ),
    *_in_messages(
        "animated emoji",
        tuple(f"{emoji}/animated" for emoji in _EMOJIS),
        _without_true,
        "an animated custom emoji says so; the document has no such property there",
        "partial_emoji.py PartialEmoji.to_dict",
    ),
    *_in_messages(
        "integer default values",
        tuple(f"{row}/components/*/default_values/*/id" for row in _ROWS),
        _snowflake_as_text,
        "the ids chosen beforehand in a user, role, mentionable or channel select are JSON integers",
        "components.py SelectDefaultValue.to_dict",
    ),
    *_in_messages(
        "embed flags",
        ("/embeds/*/flags",),
        _without_zero,
        "every embed carries `flags: 0`; the document has no such property in requests",
        "embeds.py Embed.to_dict",
    ),
    *_in_messages(
        "integer attachments",
        ("/attachments/*/id",),
        _snowflake_as_text,
        "the number of a file, and the id of an attachment that stays, are JSON integers",
        "file.py File.to_dict, message.py Attachment.to_dict",
    ),
    *_given_back("addresses", ("url", "proxy_url", "content_type"), _without_text),
    *_given_back("sizes", ("size", "width", "height"), _without_count),
    *_given_back("spoilers", ("spoiler",), _without_boolean),
    Habit(
        "integer default values in a modal",
        "request",
        (CALLBACK,),
        ("/data/components/*/component/default_values/*/id",),
        _snowflake_as_text,
        "the ids chosen beforehand in a select below a label are JSON integers",
        "components.py SelectDefaultValue.to_dict",
    ),
    Habit(
        "integer emoji in a modal",
        "request",
        (CALLBACK,),
        ("/data/components/*/component/options/*/emoji/id",),
        _snowflake_as_text,
        "the id of a custom emoji on an option of a select below a label is a JSON integer",
        "partial_emoji.py PartialEmoji.to_dict",
    ),
    Habit(
        "animated emoji in a modal",
        "request",
        (CALLBACK,),
        ("/data/components/*/component/options/*/emoji/animated",),
        _without_true,
        "an animated custom emoji on an option of a select below a label says so",
        "partial_emoji.py PartialEmoji.to_dict",
    ),
    Habit(
        "tts in an edit",
        "request",
        (EDIT, EDIT_ORIGINAL, EDIT_FOLLOW_UP),
        ("/tts",),
        _without_false,
        "every edit carries `tts: false`; the document has the property only where messages are made",
        "http.py handle_message_parameters",
    ),
    Habit(
        "tts in an update",
        "request",
        (CALLBACK,),
        ("/data/tts",),
        _without_false,
        "a callback of type 7 (update message) carries `tts: false`",
        "webhook/async_.py interaction_message_response_params",
    ),
    Habit(
        "integer reply",
        "request",
        (CREATE,),
        ("/message_reference/message_id", "/message_reference/channel_id", "/message_reference/guild_id"),
        _snowflake_as_text,
        "the ids of the message replied to are JSON integers",
        "message.py MessageReference.to_dict",
    ),
    Habit(
        "nsfw command",
        "request",
        (PUT_COMMANDS, PUT_GUILD_COMMANDS),
        ("/*/nsfw",),
        _without_boolean,
        "every command says whether it is age-restricted; the document has this only in its answers",
        "app_commands/commands.py Command.to_dict, ContextMenu.to_dict, Group.to_dict",
    ),
    Habit(
        "with_response as a digit",
        "query",
        (CALLBACK,),
        ("/with_response",),
        _true_as_word,
        "a callback always asks for its answer with `with_response=1`, where the document has a boolean",
        "webhook/async_.py AsyncWebhookAdapter.create_interaction_response",
    ),
    Habit(
        "wait and with_components as digits",
        "query",
        (FOLLOW_UP,),
        ("/wait", "/with_components"),
        _boolean_as_word,
        "booleans in the query are 0 or 1",
        "webhook/async_.py AsyncWebhookAdapter.execute_webhook",
    ),
    Habit(
        "with_components as a digit",
        "query",
        (EDIT_FOLLOW_UP,),
        ("/with_components",),
        _boolean_as_word,
        "booleans in the query are 0 or 1",
        "webhook/async_.py AsyncWebhookAdapter.edit_webhook_message",
    ),
    Habit(
        "with_counts as a digit",
        "query",
        (LIST_GUILDS, GET_GUILD),
        ("/with_counts",),
        _boolean_as_word,
        "booleans in the query are 0 or 1",
        "http.py HTTPClient.get_guilds, HTTPClient.get_guild",
    ),
    Habit(
        "integer channel of an event",
        "request",
        (CREATE_EVENT, EDIT_EVENT),
        ("/channel_id",),
        _snowflake_as_text,
        "the channel that a scheduled event is held in is a JSON integer",
        "guild.py Guild.create_scheduled_event, scheduled_event.py ScheduledEvent.edit",
    ),
    Habit(
        "with_user_count as a digit",
        "query",
        (LIST_EVENTS, GET_EVENT),
        ("/with_user_count",),
        _boolean_as_word,
        "booleans in the query are 0 or 1",
        "http.py HTTPClient.get_scheduled_events, HTTPClient.get_scheduled_event",
    ),
    Habit(
        "with_member as a digit",
        "query",
        (LIST_EVENT_USERS,),
        ("/with_member",),
        _boolean_as_word,
        "booleans in the query are 0 or 1",
        "http.py HTTPClient.get_scheduled_event_users",
    ),
)

ANSWERS: Final[tuple[Habit, ...]] = ()
"""Real answers of Discord that the document gets wrong; none was met so far."""

UNDESCRIBED_ROUTES: Final[tuple[UndescribedRoute, ...]] = ()
"""Routes that Discord has and the document lacks; the project uses none."""

FILES: Final = frozenset(f"files[{number}]" for number in range(10))
UNDESCRIBED_FILES: Final = frozenset({CALLBACK, FOLLOW_UP})
"""Where the document describes bodies in parts and not the files in them, which Discord's reference does
(Uploading Files)."""

UNREAD: Final = frozenset({413})
"""Refusals of a body that is too large: nobody read it, so there is nothing to hold against the document."""

UNDESCRIBED_STATUSES: Final = frozenset({500, 502, 503, 504})
"""No operation describes Discord's own failures, which its reference does (opcodes and status codes) and
which discord.py waits out or raises (http.py HTTPClient.request)."""
