"""Attachments, and components that may show them, as Discord's JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rehearsal.world import handed_in as forms
from rehearsal.world.components import (
    AnyComponent,
    Container,
    FileDisplay,
    MediaGallery,
    Section,
    Thumbnail,
)
from rehearsal.world.files import Attachment, path
from rehearsal.world.media import Media
from rehearsal.world.model import Message, MessageFlag
from rehearsal.world.world import World

Json = dict[str, Any]
_IS_SPOILER = 1 << 3


def attachments(world: World, each: Message) -> list[Json]:
    """MessageAttachmentResponse for each file; Discord has those that components show in these alone."""
    if each.flags & MessageFlag.IS_COMPONENTS_V2:
        return []
    return [_attachment(world, each, file) for file in each.attachments]


def components(world: World, each: Message) -> list[Json]:
    """The components with all that Discord says of what they show."""
    return _all(world, each, each.components)


def _all(world: World, each: Message, parts: Iterable[AnyComponent]) -> list[Json]:
    return [_component(world, each, part) for part in parts]


def _component(world: World, each: Message, part: AnyComponent) -> Json:
    body = part.model_dump(exclude_none=True)
    if isinstance(part, Container):
        return {"accent_color": None} | body | {"components": _all(world, each, part.components)}
    if isinstance(part, Section):
        return body | {"accessory": _component(world, each, part.accessory)}
    if isinstance(part, MediaGallery):
        return body | {
            "items": [_medium(world, each, item.media, item.description, item.spoiler) for item in part.items]
        }
    if isinstance(part, Thumbnail):
        return body | _medium(world, each, part.media, part.description, part.spoiler)
    if isinstance(part, FileDisplay):
        file = each.attached(part.file.filename)
        return body | {"file": _media(world, each, file), "name": file.name, "size": len(file.content)}
    return body


def _medium(world: World, each: Message, media: Media, description: str | None, spoiler: bool) -> Json:
    file = each.attached(media.filename)
    return {"media": _media(world, each, file), "description": description, "spoiler": spoiler}


def _media(world: World, each: Message, file: Attachment) -> Json:
    """UnfurledMediaResponse; Discord's own number of a medium is here that of its attachment."""
    where = world.address + path(each.channel_id, each.id, file)
    body: Json = {"id": str(file.id), "attachment_id": str(file.id), "url": where, "proxy_url": where}
    if file.content_type is not None:
        body["content_type"] = file.content_type
    return body | _size(file)


def handed_in(world: World, file: Attachment) -> Json:
    """A file that somebody put into a form."""
    return _described(file, world.address + forms.path(file)) | {"ephemeral": True}


def _attachment(world: World, each: Message, file: Attachment) -> Json:
    body = _described(file, world.address + path(each.channel_id, each.id, file))
    return body | {"ephemeral": True} if each.only_for is not None else body


def _described(file: Attachment, where: str) -> Json:
    body: Json = {
        "id": str(file.id),
        "filename": file.name,
        "size": len(file.content),
        "url": where,
        "proxy_url": where,
    }
    said = {"title": file.title, "description": file.about, "content_type": file.content_type}
    body |= {name: value for name, value in said.items() if value is not None}
    if file.is_spoiler:
        body["flags"] = _IS_SPOILER
    return body | _size(file)


def _size(file: Attachment) -> Json:
    return {} if file.pixels is None else {"width": file.pixels[0], "height": file.pixels[1]}
