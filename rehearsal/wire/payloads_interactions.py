"""Interactions as Discord's JSON: what the bot is told, and what became of its first answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rehearsal.wire import payloads_files
from rehearsal.wire.payloads import (
    LOCALE,
    Json,
    channel,
    member,
    partial_member,
    role,
    user,
)
from rehearsal.wire.payloads_messages import message, owners
from rehearsal.world import permissions as rights
from rehearsal.world.files import MAX_SIZE
from rehearsal.world.inputs import Label
from rehearsal.world.model import (
    CallbackKind,
    Channel,
    ChannelKind,
    CommandOption,
    CommandUse,
    Interaction,
    MessageFlag,
    OptionKind,
    OptionValue,
    Press,
    Submission,
)
from rehearsal.world.suggesting import Typing
from rehearsal.world.world import World

_IN_GUILD, _IN_CHAT = 0, 1
_STRING_SELECT, _FILE_UPLOAD = 3, 19
#: What the selects are of that name things of the community.
_PICKED: Mapping[int, OptionKind] = {5: OptionKind.USER, 6: OptionKind.ROLE, 8: OptionKind.CHANNEL}
_NAMED = (OptionKind.USER, OptionKind.CHANNEL, OptionKind.ROLE)
_WITH_MESSAGE = (CallbackKind.MESSAGE, CallbackKind.UPDATE)


def interaction(world: World, each: Interaction) -> Json:
    """INTERACTION_CREATE."""
    place = world.channels[each.channel_id]
    body: Json = {
        "id": str(each.id),
        "application_id": str(world.application.id),
        "type": int(each.kind),
        "token": each.token,
        "version": 1,
        "data": _data(world, each),
        "channel_id": str(place.id),
        "channel": _channel_for(world, each.user_id, place),
        "app_permissions": str(int(world.permissions(world.application.id, place))),
        "locale": LOCALE,
        "entitlements": [],
        "authorizing_integration_owners": owners(each.guild_id),
        "context": _IN_CHAT if each.guild_id is None else _IN_GUILD,
        "attachment_size_limit": MAX_SIZE,
    }
    source = place.messages.get(each.source_message_id() or 0)
    if source is not None:
        body["message"] = message(world, source)
    if each.guild_id is None:
        return body | {"user": user(world.users[each.user_id])}
    who = world.guild.members[each.user_id]
    return body | {
        "guild_id": str(each.guild_id),
        "guild_locale": LOCALE,
        "guild": {"id": str(each.guild_id), "locale": LOCALE, "features": []},
        "member": member(who) | {"permissions": str(int(world.permissions(each.user_id, place)))},
    }


def _channel_for(world: World, user_id: int, place: Channel) -> Json:
    body = channel(world, place)
    if place.kind is not ChannelKind.DIRECT:
        body["permissions"] = str(int(world.permissions(user_id, place)))
    return body


def _data(world: World, each: Interaction) -> Json:
    if isinstance(each.what, CommandUse):
        if each.what.target_id is not None:
            return _menu_data(world, each, each.what)
        return _command_data(world, each, each.what)
    if isinstance(each.what, Typing):
        return _typing_data(each.what)
    if isinstance(each.what, Press):
        return _press_data(world, each, each.what)
    return _form_data(world, each, each.what)


def _press_data(world: World, each: Interaction, press: Press) -> Json:
    body: Json = {
        "id": press.component_id,
        "custom_id": press.custom_id,
        "component_type": press.component_type,
    }
    if press.component_type == _STRING_SELECT or press.component_type in _PICKED:
        body["values"] = list(press.values)
    if press.component_type in _PICKED:
        body["resolved"] = {}
        _resolve_picked(world, each, press.component_type, press.values, body["resolved"])
    return body


def _menu_data(world: World, each: Interaction, use: CommandUse) -> Json:
    """A message menu: the bot gets the message in full, whatever it may read elsewhere."""
    target = world.channels[each.channel_id].messages[use.target_id or 0]
    return {
        "id": str(use.command.id),
        "name": use.command.spec.name,
        "type": int(use.command.spec.kind),
        "target_id": str(target.id),
        "resolved": {"messages": {str(target.id): message(world, target, in_full=True)}},
    }


def _command_data(world: World, each: Interaction, use: CommandUse) -> Json:
    resolved: Json = {}
    for option, value in use.options:
        if option.kind in _NAMED:
            _resolve(world, each, option.kind, int(value), resolved)
    body = _with_options(use, [_option(option, value) for option, value in use.options])
    if resolved:
        body["resolved"] = resolved
    return body


def _typing_data(typing: Typing) -> Json:
    """What stands in the options so far; whom and what they name is not told in full, only by id."""
    options = [_option(option, value) for option, value in typing.options()]
    for option in options:
        if option["name"] == typing.option.name:
            option["focused"] = True
    return _with_options(typing, options)


def _option(option: CommandOption, value: OptionValue) -> Json:
    shown = str(value) if option.kind in _NAMED else value
    return {"name": option.name, "type": int(option.kind), "value": shown}


def _with_options(used: CommandUse | Typing, options: list[Json]) -> Json:
    body: Json = {"id": str(used.command.id), "name": used.command.spec.name, "type": 1}
    if used.subcommand is not None:
        body["options"] = [{"name": used.subcommand.name, "type": 1, "options": options}]
    elif options:
        body["options"] = options
    return body


def _resolve(world: World, each: Interaction, kind: OptionKind, value: int, resolved: Json) -> None:
    key = str(value)
    if kind is OptionKind.ROLE:
        resolved.setdefault("roles", {})[key] = role(world.guild.roles[value])
    elif kind is OptionKind.CHANNEL:
        place = _channel_for(world, each.user_id, world.guild.channels[value])
        resolved.setdefault("channels", {})[key] = place
    else:
        resolved.setdefault("users", {})[key] = user(world.users[value])
        if each.guild_id is not None and value in world.guild.members:
            who = world.guild.members[value]
            bits = str(int(rights.in_guild(world.guild, who)))
            partial = {k: v for k, v in partial_member(who).items() if k not in ("mute", "deaf")}
            resolved.setdefault("members", {})[key] = partial | {"permissions": bits}


def _resolve_picked(
    world: World, each: Interaction, component_type: int, ids: Iterable[str], resolved: Json
) -> None:
    """What a select or a field for files names; anything else names nothing."""
    for id_ in ids:
        if component_type in _PICKED:
            _resolve(world, each, _PICKED[component_type], int(id_), resolved)
        elif component_type == _FILE_UPLOAD and (file := world.handed_in.find(int(id_))) is not None:
            resolved.setdefault("attachments", {})[id_] = payloads_files.handed_in(world, file)


def _form_data(world: World, each: Interaction, sent: Submission) -> Json:
    body: Json = {"custom_id": sent.modal.custom_id, "components": []}
    resolved: Json = {}
    for part in sent.modal.components:
        shown: Json = {"type": part.type, "id": part.id}
        if isinstance(part, Label):
            field = part.component
            filled = sent.values[field.custom_id]
            shown["component"] = {"type": field.type, "id": field.id, "custom_id": field.custom_id}
            if isinstance(filled, tuple):
                shown["component"]["values"] = list(filled)
                _resolve_picked(world, each, field.type, filled, resolved)
            else:
                shown["component"]["value"] = filled
        body["components"].append(shown)
    if resolved:
        body["resolved"] = resolved
    return body


def callback(world: World, each: Interaction) -> Json:
    """InteractionCallbackResponse: what became of a first answer."""
    place = world.channels[each.channel_id]
    about: Json = {"id": str(each.id), "type": int(each.kind), "channel_id": str(place.id)}
    if each.guild_id is not None:
        about["guild_id"] = str(each.guild_id)
    found = place.messages.get(each.original_id or 0)
    if found is None or each.answer is None:
        return {"interaction": about}
    about |= {
        "response_message_id": str(found.id),
        "response_message_loading": found.loading,
        "response_message_ephemeral": bool(found.flags & MessageFlag.EPHEMERAL),
    }
    if each.answer not in _WITH_MESSAGE:
        return {"interaction": about}
    return {"interaction": about, "resource": {"type": int(each.answer), "message": message(world, found)}}
