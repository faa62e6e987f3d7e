"""A person's screen as plain data, ready for JSON: what she may see, and nothing else.

Everything here only looks, and gives new data each time. Ids are texts; times are ISO 8601 in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime

from rehearsal import offers
from rehearsal.forms import Form, FormField
from rehearsal.offers import Offered
from rehearsal.person import Person
from rehearsal.shown_files import ShownFile
from rehearsal.web.parts import Json, drawn
from rehearsal.world.model import Channel, CommandOption, Message, OptionKind
from rehearsal.world.world import World

_KINDS_OF_OPTIONS: Mapping[OptionKind, str] = {
    OptionKind.STRING: "text",
    OptionKind.INTEGER: "number",
    OptionKind.NUMBER: "number",
    OptionKind.BOOLEAN: "yes or no",
    OptionKind.USER: "person",
    OptionKind.CHANNEL: "channel",
    OptionKind.ROLE: "role",
}


def moment(when: datetime) -> str:
    """A time as it goes over the wire."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds")


def hello(world: World, person: Person) -> Json:
    """Who she is, and whom and which roles a text can name."""
    return {
        "type": "hello",
        "you": {**part(person), "direct_messages": world.users[person.user_id].direct_messages_open},
        "community": world.guild.name,
        "people": [
            {"id": str(user.id), "name": user.display_name, "bot": user.bot} for user in world.users.values()
        ],
        "roles": roles(world),
    }


def roles(world: World) -> list[Json]:
    """The roles that a text can name."""
    known = world.guild.roles.values()
    return [{"id": str(role.id), "name": role.name} for role in known if role.id != world.guild.id]


def part(person: Person) -> Json:
    """Who somebody is in the play."""
    return {
        "id": str(person.user_id),
        "name": person.name,
        "about": person.part.about,
        "side": person.part.side,
    }


def places(world: World, person: Person) -> list[Json]:
    """The places on the left: text channels, voice rooms with who is in them, the chat with the bot."""
    *channels, chat = person.places()
    return [
        *(_place(each, "text", each.name, person.may_write(each)) for each in channels),
        *(_place(room, "voice", room.name, False, names) for room, names in person.seen_rooms()),
        _place(chat, "direct", world.application.name, person.may_write(chat)),
    ]


def _place(channel: Channel, kind: str, name: str, can_write: bool, people: Sequence[str] = ()) -> Json:
    return {
        "id": str(channel.id),
        "name": name,
        "kind": kind,
        "can_write": can_write,
        "about": "",
        "people": list(people),
    }


def events(person: Person) -> list[Json]:
    """The scheduled events that she sees, the next one first."""
    return [
        {
            "id": str(each.id),
            "name": each.name,
            "about": each.about,
            "start": moment(each.start),
            "end": each.end and moment(each.end),
            "place": each.place,
            "count": each.count,
            "interested": each.interested,
            "under_way": each.under_way,
        }
        for each in person.events()
    ]


def offered(world: World, person: Person, channel: Channel) -> Json:
    """The commands and the entries of a message's menu that her client offers there."""
    if not person.may_read(channel):
        return {"commands": [], "menus": []}
    commands = offers.slash_commands(world, person.user_id, channel)
    return {
        "commands": [
            {"name": name, "about": spec.description, "options": [_option(each) for each in spec.options]}
            for name, spec in commands
        ],
        "menus": offers.menus(world, person.user_id, channel),
    }


def _option(option: CommandOption) -> Json:
    return {
        "name": option.name,
        "about": option.description,
        "kind": _KINDS_OF_OPTIONS[option.kind],
        "required": option.required,
        "choices": [{"label": label, "value": value} for label, value in option.choices],
        "autocomplete": option.autocomplete,
    }


def message(world: World, person: Person, shown: Message, pickable: Offered, *, has_menus: bool) -> Json:
    """A message on her screen; `pickable` is what selects offer, `has_menus` whether menus are offered in
    that place.
    """
    seen = person.show(shown)
    author = world.users[shown.author_id]
    files = [_file(world, each) for each in seen.files]
    return {
        "id": str(shown.id),
        "author": {"id": str(author.id), "name": author.display_name, "bot": author.bot},
        "at": moment(shown.created_at),
        "edited": seen.edited,
        "only_you": seen.only_you,
        "loading": shown.loading,
        "used_by": seen.used_by,
        "rings": seen.rings_me,
        "content": shown.content,
        "parts": drawn(shown.components, pickable, files if shown.components else []),
        "menu": has_menus and not seen.only_you,
        "files": [] if shown.components else files,
    }


def _file(world: World, file: ShownFile) -> Json:
    """A file; the practice room gives it out under the same path as the rehearsal's own server."""
    return {
        "name": file.name,
        "about": file.about,
        "kind": file.kind,
        "size": file.size,
        "url": file.url.removeprefix(world.address),
        "spoiler": file.spoiler,
    }


def stamp(world: World, shown: Message, pickable: Offered, *, has_menus: bool) -> object:
    """Two equal stamps stand for two equal pictures of a message; much faster to make than a picture.

    All fields of a message are replaced when they change, never changed inside.
    """
    by = shown.origin and shown.origin.user_id
    names = (world.users[shown.author_id].display_name, world.users[by].display_name if by else None)
    return *(getattr(shown, each.name) for each in fields(shown)), names, pickable, has_menus


def form(form_id: str, opened: Form) -> Json:
    """A form that has opened on her screen."""
    return {
        "id": form_id,
        "title": opened.title,
        "texts": list(opened.texts),
        "fields": [_field(each) for each in opened.fields],
    }


def _field(field: FormField) -> Json:
    value = field.value
    options = zip(field.options, field.descriptions, strict=True)
    return {
        "label": field.label,
        "about": field.description,
        "kind": field.kind,
        "value": list(value) if isinstance(value, tuple) else value,
        "required": field.required,
        "placeholder": field.placeholder,
        "options": [{"label": label, "about": about} for label, about in options],
        "min_length": field.min_length,
        "max_length": field.max_length,
        "least": field.min_values,
        "most": field.max_values,
        "long": field.long,
    }
