"""Form -> Discord's modal, and what comes back when it was filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import discord
from discord import ui

from bot.core.errors import Refused
from bot.core.notices import (
    Box,
    Channels,
    Choice,
    Field,
    File,
    Form,
    Label,
    Line,
    People,
    Person,
    Roles,
    Several,
    Words,
)
from bot.core.wording import Wording

_TEXT_INPUT = discord.ComponentType.text_input.value
_FILE_UPLOAD = discord.ComponentType.file_upload.value
_MODAL_TEXT = {"line": discord.TextStyle.short, "paragraph": discord.TextStyle.paragraph}
#: Discord's limits for radio buttons, and for what an option is called.
_FEWEST_RADIO, _MOST_RADIO, _LONGEST_LABEL = 2, 10, 100
#: A file that holds more than this is not a list of people.
MOST_BYTES = 256_000
#: The most of a file that is handed on as it is.
MOST_RAW_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Filled:
    """What came back: the first or only value of each box, and all values of those that take several.

    Of a file the text is a field; where it is handed on as it is, its bytes are in `files`. `typed` is what
    was written by hand, to be given back if all else fails.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    many: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    typed: tuple[Words, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)


def modal(form: Form, wording: Wording, locale: str, prefix: str = "") -> ui.Modal:
    """Discord's modal for a form. It is stopped at once: the router needs no copy of it in memory."""
    custom_id = f"{form.action}:{prefix}{form.token}"
    made = ui.Modal(title=wording.say(Line(form.title), locale), custom_id=custom_id)
    if form.intro is not None:
        made.add_item(ui.TextDisplay(wording.say(form.intro, locale)))
    for box in form.fields:
        label = wording.say(Line(box.label), locale)
        hint = wording.say(Line(box.hint), locale)
        made.add_item(ui.Label(text=label, description=hint, component=_component(box, wording, locale)))
    made.stop()
    return made


def _component(box: Box, wording: Wording, locale: str) -> ui.Item[ui.Modal]:
    match box:
        case Choice():
            return _choice(box, wording, locale)
        case Several():
            return _several(box, wording, locale)
        case Field():
            return ui.TextInput(
                custom_id=box.name,
                style=_MODAL_TEXT[box.kind],
                max_length=box.most,
                required=box.required,
                default=box.value or None,
            )
        case File():
            return ui.FileUpload(custom_id=box.name, required=False)
        case _:
            return _picker(box)


def _picker(box: Person | People | Roles | Channels) -> ui.Item[ui.Modal]:
    """A menu from which members, roles or channels of the server are picked."""
    if isinstance(box, Person):
        return ui.UserSelect(custom_id=box.name, required=True)
    if isinstance(box, People):
        return ui.UserSelect(custom_id=box.name, required=False, min_values=0, max_values=box.most)
    least = 1 if box.required else 0
    values = [discord.Object(id_) for id_ in box.chosen]
    if isinstance(box, Roles):
        chosen = [discord.SelectDefaultValue.from_role(value) for value in values]
        return ui.RoleSelect(
            custom_id=box.name,
            required=box.required,
            min_values=least,
            max_values=box.most,
            default_values=chosen,
        )
    chosen = [discord.SelectDefaultValue.from_channel(value) for value in values]
    return ui.ChannelSelect(
        custom_id=box.name,
        required=box.required,
        min_values=least,
        max_values=box.most,
        default_values=chosen,
        channel_types=[discord.ChannelType.text],
    )


def _choice(box: Choice, wording: Wording, locale: str) -> ui.Item[ui.Modal]:
    """Radio buttons; a menu where there are more of them than Discord takes, or only one."""
    if _FEWEST_RADIO <= len(box.options) <= _MOST_RADIO:
        return ui.RadioGroup(
            custom_id=box.name,
            options=[
                discord.RadioGroupOption(
                    label=_said(label, wording, locale), value=value, default=value == box.chosen
                )
                for value, label in box.options
            ],
        )
    return ui.Select(
        custom_id=box.name,
        options=[
            discord.SelectOption(
                label=_said(label, wording, locale), value=value, default=value == box.chosen
            )
            for value, label in box.options
        ],
    )


def _several(box: Several, wording: Wording, locale: str) -> ui.Item[ui.Modal]:
    return ui.CheckboxGroup(
        custom_id=box.name,
        required=False,
        min_values=0,
        options=[
            discord.CheckboxGroupOption(
                label=_said(label, wording, locale), value=value, default=value in box.chosen
            )
            for value, label in box.options
        ],
    )


def _said(label: Label, wording: Wording, locale: str) -> str:
    if isinstance(label, Words):
        return " ".join(label.words.split())[:_LONGEST_LABEL] or "?"
    return wording.say(Line(label), locale)


def typed_in(interaction: discord.Interaction) -> tuple[Words, ...]:
    """What was written by hand in the form that was sent; nothing if none was."""
    return tuple(Words(box["value"]) for box in _boxes(interaction) if _is_text(box))


async def filled_in(interaction: discord.Interaction, *, raw: bool = False) -> Filled:
    """What was filled in in the form that was sent; nothing if none was.

    `raw`: files are handed on as bytes, whatever is in them. Raises Refused for a file that is too large, or
    (unless `raw`) holds no text.
    """
    boxes = _boxes(interaction)
    uploads = [box for box in boxes if box.get("type") == _FILE_UPLOAD]
    fields = {box["custom_id"]: _first(box) for box in boxes if not raw or box not in uploads}
    many = {box["custom_id"]: tuple(map(str, box["values"])) for box in boxes if "values" in box}
    if raw:
        files = {box["custom_id"]: await _bytes_of(interaction, box, MOST_RAW_BYTES) for box in uploads}
        return Filled(fields, many, typed_in(interaction), files)
    fields |= {box["custom_id"]: await _text_of(interaction, box) for box in uploads}
    return Filled(fields, many, typed_in(interaction))


def _boxes(interaction: discord.Interaction) -> Sequence[Any]:
    if interaction.type is not discord.InteractionType.modal_submit:
        return []
    data: Any = interaction.data
    return [label["component"] for label in data["components"] if "component" in label]


def _is_text(box: Any) -> bool:
    return bool(box.get("type", _TEXT_INPUT) == _TEXT_INPUT)


def _first(box: Any) -> str:
    values = box.get("values", [box.get("value")])
    return str(values[0] or "") if values else ""


async def _text_of(interaction: discord.Interaction, box: Any) -> str:
    """The text of the first file that was put in; empty if none was."""
    try:
        return (await _bytes_of(interaction, box, MOST_BYTES)).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("error-file-text") from None


async def _bytes_of(interaction: discord.Interaction, box: Any, most: int) -> bytes:
    """The first file that was put in; empty if none was. Raises Refused for one of more than `most` bytes."""
    data: Any = interaction.data
    found = [data.get("resolved", {}).get("attachments", {}).get(id_) for id_ in box.get("values", [])]
    if not found or found[0] is None:
        return b""
    if int(found[0]["size"]) > most:
        raise Refused("error-file-large" if most == MOST_BYTES else "error-file-larger")
    file = discord.Attachment(data=found[0], state=interaction._state)
    return await file.read()
