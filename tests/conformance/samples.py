"""Exchanges for the tests: request bodies made by discord.py's own serialisers, and minimal answers."""

from __future__ import annotations

import datetime
import io
import json
from collections.abc import Callable, Coroutine
from functools import partial
from types import SimpleNamespace
from typing import Any

import discord
from discord import app_commands, ui
from discord.http import handle_message_parameters
from discord.webhook.async_ import interaction_message_response_params, interaction_response_params

from rehearsal.wire.observing import Exchange
from tests.conformance import habits

CUSTOM = discord.PartialEmoji(name="leaf", id=55, animated=True)
HOUR = datetime.timedelta(hours=1)
MENTIONS = discord.AllowedMentions(everyone=False, users=[discord.Object(5)], roles=[discord.Object(6)])


def row(*items: Any) -> Any:
    return ui.ActionRow(*items)


def button(custom_id: str) -> Any:
    return ui.Button(label="Open", custom_id=custom_id, emoji=CUSTOM)


def select(custom_id: str) -> Any:
    return ui.Select(custom_id=custom_id, options=[discord.SelectOption(label="One", emoji=CUSTOM)])


def chooser(custom_id: str) -> Any:
    return ui.UserSelect(custom_id=custom_id, default_values=[discord.Object(5, type=discord.Member)])


def parts(prefix: str) -> list[Any]:
    """One of each component that can hold an id of another thing."""
    section = ui.Section("text", accessory=button(f"{prefix}-accessory"))
    makers = {"button": button, "select": select, "chooser": chooser}
    return [*(row(make(f"{prefix}-{name}")) for name, make in makers.items()), section]


def layout() -> Any:
    """A V2 view with every part at the top and again inside a container."""
    view = ui.LayoutView(timeout=None)
    for item in (*parts("top"), ui.Container(ui.TextDisplay("Hello"), ui.Separator(), *parts("in"))):
        view.add_item(item)
    return view


def shown_files() -> Any:
    """A V2 view of all that shows files, at the top and inside a container."""
    thumbnail = ui.Thumbnail("attachment://a.png", description="A")
    gallery = discord.MediaGalleryItem("attachment://a.png", description="A", spoiler=True)
    view = ui.LayoutView(timeout=None)
    for wrap in (lambda *items: items, lambda *items: [ui.Container(*items)]):
        section = ui.Section("text", accessory=thumbnail)
        for item in wrap(section, ui.MediaGallery(gallery), ui.File("attachment://a.txt")):
            view.add_item(item)
    return view


def file() -> discord.File:
    return discord.File(io.BytesIO(b"a"), "a.txt", description="A")


def attached() -> discord.Attachment:
    """An attachment as discord.py has it, and gives it back in an edit."""
    sizes: Any = {"id": "10", "filename": "a.png", "size": 1, "width": 1, "height": 1}
    address = {"url": "http://127.0.0.1/a", "proxy_url": "http://127.0.0.1/a", "content_type": "image/png"}
    state: Any = SimpleNamespace(http=None)
    return discord.Attachment(data=sizes | address | {"description": "A"}, state=state)


def in_parts(parameters: Any) -> Any:
    """The `payload_json` of a body in parts."""
    return json.loads(parameters.multipart[0]["value"])


def embed() -> discord.Embed:
    return discord.Embed(title="A", description="B", timestamp=datetime.datetime.now(datetime.UTC))


def message(**arguments: Any) -> Any:
    return handle_message_parameters(allowed_mentions=MENTIONS, **arguments).payload


def callback(kind: int, **arguments: Any) -> Any:
    return interaction_message_response_params(type=kind, allowed_mentions=MENTIONS, **arguments).payload


def modal(*items: Any) -> Any:
    asked = ui.Modal(title="Ask", custom_id="ask")
    for item in items:
        asked.add_item(item)
    return interaction_response_params(9, asked.to_dict()).payload


def rich_modal() -> Any:
    wrapped = {
        "Question": ui.TextInput(custom_id="text", style=discord.TextStyle.paragraph, max_length=1500),
        "Topic": select("topic"),
        "Who": chooser("who"),
        "Agree": ui.Checkbox(custom_id="agree"),
    }
    labels = [ui.Label(text=text, component=item) for text, item in wrapped.items()]
    return modal(ui.TextDisplay("Before you ask"), *labels)


def choices_modal() -> Any:
    """The inputs that forms alone have, with all that discord.py can say of them."""
    radio = [discord.RadioGroupOption(label=each, description="Why", default=each == "A") for each in "AB"]
    boxes = [discord.CheckboxGroupOption(label=each, description="Why", default=True) for each in "AB"]
    wrapped: dict[str, Any] = {
        "Which": ui.RadioGroup(custom_id="which", required=False, options=radio),
        "Days": ui.CheckboxGroup(custom_id="days", options=boxes, min_values=1, max_values=2),
        "More": ui.CheckboxGroup(custom_id="more", options=boxes),
    }
    return modal(*(ui.Label(text=text, description="Why", component=item) for text, item in wrapped.items()))


def commands() -> Any:
    """A command tree's payload: a slash command, a group and both kinds of context menu."""
    tree = app_commands.CommandTree(discord.Client(intents=discord.Intents(guilds=True)))
    group = app_commands.Group(name="room", description="Rooms", guild_only=True)

    @tree.command(description="Ask")
    @app_commands.allowed_contexts(guilds=True, dms=True)
    @app_commands.default_permissions(manage_guild=True)
    async def ask(it: discord.Interaction, text: app_commands.Range[str, 1, 20], who: discord.Member) -> None:
        """Never called."""

    @group.command(name="open", description="Open")
    async def open_room(it: discord.Interaction, places: app_commands.Range[int, 1, 9] = 3) -> None:
        """Never called."""

    @tree.context_menu(name="Answer")
    async def on_message(it: discord.Interaction, target: discord.Message) -> None:
        """Never called."""

    @tree.context_menu(name="Thank")
    async def on_user(it: discord.Interaction, target: discord.User) -> None:
        """Never called."""

    tree.add_command(group)
    return [command.to_dict(tree) for command in tree._get_all_commands()]


def reply() -> Any:
    reference = discord.MessageReference(message_id=1, channel_id=2, guild_id=3)
    return message(content="Hello", nonce=77, embed=embed(), message_reference=reference.to_dict())


def overwrite() -> dict[str, Any]:
    """As Guild._create_channel and GuildChannel._edit write it."""
    allow, deny = discord.PermissionOverwrite(view_channel=True, connect=False).pair()
    return {"allow": allow.value, "deny": deny.value, "id": 5, "type": 1}


class _Sent(Exception):
    """Instead of a request: what would have been its body."""


def _event_body(asked: Callable[[Any], Coroutine[Any, Any, Any]]) -> Any:
    """What discord.py sends when it is asked this of a guild or an event."""

    def request(_route: Any, *, json: Any, reason: str | None) -> None:
        raise _Sent(json)

    http = SimpleNamespace(request=request)
    for name in ("create_guild_scheduled_event", "edit_scheduled_event"):
        setattr(http, name, partial(getattr(discord.http.HTTPClient, name), http))
    state = SimpleNamespace(http=http)
    one = SimpleNamespace(id=1, guild_id=2, entity_type=discord.EntityType.voice, end_time=None, _state=state)
    try:
        asked(one).send(None)
    except _Sent as sent:
        return sent.args[0]
    raise AssertionError("nothing was sent")


def new_events() -> list[Any]:
    """A new event in a voice channel, and one elsewhere."""
    start = datetime.datetime(2026, 3, 9, 18, 0, tzinfo=datetime.UTC)
    said: dict[str, Any] = {"name": "Meeting", "start_time": start, "description": "All are welcome"}
    said["privacy_level"] = discord.PrivacyLevel.guild_only
    room = {"channel": discord.Object(5), "entity_type": discord.EntityType.voice}
    hall = {"location": "Hall", "end_time": start + HOUR, "entity_type": discord.EntityType.external}
    make: Any = discord.Guild.create_scheduled_event
    return [_event_body(partial(make, **said, **place)) for place in (room, hall)]


def changed_events() -> list[Any]:
    """An event that moves to a voice channel, one that moves elsewhere, and one that begins."""
    end = datetime.datetime(2026, 3, 9, 18, 0, tzinfo=datetime.UTC)
    change: Any = discord.ScheduledEvent.edit
    room = {"channel": discord.Object(5), "entity_type": discord.EntityType.voice}
    hall = {"location": "Hall", "end_time": end, "entity_type": discord.EntityType.external}
    begun = {"status": discord.EventStatus.active}
    return [_event_body(partial(change, **said)) for said in (room, hall, begun)]


def requests() -> dict[habits.Route, list[Any]]:
    """For each route with a habit in its request, bodies in which all of its habits occur."""
    written = {"content": "Hello", "embed": embed()}
    bodies: dict[habits.Route, list[Any]] = {
        route: [message(view=layout()), message(**written)] for route in habits.MESSAGES
    }
    for route in habits.MESSAGES:
        bodies[route] += [
            in_parts(handle_message_parameters(file=file(), view=shown_files())),
            message(view=shown_files()),
        ]
    for route in (habits.EDIT, habits.EDIT_ORIGINAL, habits.EDIT_FOLLOW_UP):
        bodies[route].append(in_parts(handle_message_parameters(attachments=[attached(), file()])))
    bodies[habits.CREATE].append(reply())
    bodies[habits.CALLBACK] = [
        callback(4, view=layout()),
        callback(4, **written),
        callback(7, view=layout()),
        rich_modal(),
        choices_modal(),
        in_parts(interaction_message_response_params(type=4, file=file(), view=shown_files())),
        in_parts(interaction_message_response_params(type=7, attachments=[attached(), file()])),
    ]
    bodies[habits.CREATE_EVENT], bodies[habits.EDIT_EVENT] = new_events(), changed_events()
    bodies[habits.OPEN_DM] = [{"recipient_id": 5}]
    bodies[habits.MAKE_CHANNEL] = [
        {"type": 2, "name": "Room 1", "parent_id": 5, "permission_overwrites": [overwrite()]}
    ]
    bodies[habits.EDIT_CHANNEL] = [{"name": "Room 1", "parent_id": 5, "permission_overwrites": [overwrite()]}]
    bodies[habits.MAKE_ROLE] = [
        {"name": "Carers", "permissions": "0", "colors": {"primary_color": 0}, "mentionable": True}
    ]
    bodies[habits.EDIT_ROLE] = [{"permissions": "1024"}, {"name": "Carers", "hoist": False}]
    bodies[habits.SET_OVERWRITE] = [{"id": 5, "allow": "1024", "deny": "0", "type": 1}]
    bodies[habits.MOVE_MEMBER] = [{"channel_id": 5}]
    bodies[habits.PUT_COMMANDS] = bodies[habits.PUT_GUILD_COMMANDS] = [commands()]
    return bodies


QUERIES: dict[habits.Route, dict[str, str]] = {
    habits.CALLBACK: {"with_response": "1"},
    habits.FOLLOW_UP: {"wait": "1", "with_components": "0"},
    habits.EDIT_FOLLOW_UP: {"with_components": "1"},
    habits.LIST_GUILDS: {"limit": "200", "with_counts": "1"},
    habits.GET_GUILD: {"with_counts": "1"},
    habits.SEARCH: {"query": "ada", "limit": "5"},
    habits.LIST_EVENTS: {"with_user_count": "1"},
    habits.GET_EVENT: {"with_user_count": "1"},
    habits.LIST_EVENT_USERS: {"limit": "100", "with_member": "0", "after": "5"},
}
"""What the methods named in the habits put in the query."""


def path(template: str) -> str:
    """The template with plausible values."""
    return "/".join("10" if part.startswith("{") else part for part in template.split("/"))


def refused(route: habits.Route, request: Any, query: dict[str, str] | None = None) -> Exchange:
    """An exchange whose answer is a proper error, so that only the request is in question."""
    answer = {"code": 50013, "message": "Missing Permissions"}
    return Exchange(route[0], path(route[1]), query or {}, request, 403, answer)
