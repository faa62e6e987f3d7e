"""Registered commands as Discord's JSON."""

from __future__ import annotations

from rehearsal.wire.payloads import Json
from rehearsal.world.model import Command, CommandKind, CommandOption, Subcommand
from rehearsal.world.world import World


def command(world: World, each: Command) -> Json:
    """ApplicationCommandResponse."""
    spec = each.spec
    bits = spec.default_member_permissions
    body: Json = {
        "id": str(each.id),
        "application_id": str(world.application.id),
        "version": str(each.version),
        "default_member_permissions": None if bits is None else str(bits),
        "type": int(spec.kind),
        "name": spec.name,
        "description": spec.description,
        "dm_permission": spec.dm_permission,
        "contexts": list(spec.contexts) if spec.contexts else None,
        "integration_types": list(spec.integration_types),
        "nsfw": spec.nsfw,
    }
    if spec.kind is CommandKind.SLASH:
        body["options"] = [*map(_option, spec.options), *map(_subcommand, spec.subcommands)]
    return body


def _subcommand(each: Subcommand) -> Json:
    return {
        "type": 1,
        "name": each.name,
        "description": each.description,
        "options": [_option(option) for option in each.options],
    }


def _option(option: CommandOption) -> Json:
    body: Json = {
        "type": int(option.kind),
        "name": option.name,
        "description": option.description,
        "required": option.required,
        **option.limits,
    }
    if option.choices:
        body["choices"] = [{"name": name, "value": value} for name, value in option.choices]
    if option.autocomplete:
        body["autocomplete"] = True
    if option.channel_types:
        body["channel_types"] = list(option.channel_types)
    return body
