"""The files on one person's screen, and what her client gets when she opens one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import aiohttp

from rehearsal.world import components as parts
from rehearsal.world.components import FileDisplay, MediaGallery, Thumbnail
from rehearsal.world.errors import CannotSee
from rehearsal.world.files import Attachment, path
from rehearsal.world.model import Message, MessageFlag
from rehearsal.world.world import World

FileKind = Literal["picture", "document"]
_FOUND = 200


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file as it is on the screen: `about` is what a screen reader says of it, `size` is in bytes.

    A "picture" is drawn, a "document" has its name and can be opened. `spoiler` hides either until it is
    touched.
    """

    name: str
    about: str | None
    kind: FileKind
    size: int
    url: str
    spoiler: bool = False


def shown_files(world: World, message: Message) -> tuple[ShownFile, ...]:
    """The files below a plain message, or those that its components show, in the order of reading."""
    if not message.flags & MessageFlag.IS_COMPONENTS_V2:
        return tuple(_shown(world, message, each, each.about) for each in message.attachments)
    return tuple(_in_components(world, message))


async def fetched(url: str) -> bytes:
    """What is at the address of a file; CannotSee when nothing is there any more."""
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        if response.status != _FOUND:
            raise CannotSee("the file is not there any more")
        return await response.read()


def _in_components(world: World, message: Message) -> Iterator[ShownFile]:
    for part in parts.walk(message.components):
        if isinstance(part, Thumbnail):
            file = message.attached(part.media.filename)
            yield _shown(world, message, file, part.description, spoiler=part.spoiler)
        elif isinstance(part, MediaGallery):
            for item in part.items:
                file = message.attached(item.media.filename)
                yield _shown(world, message, file, item.description, spoiler=item.spoiler)
        elif isinstance(part, FileDisplay):
            file = message.attached(part.file.filename)
            yield _shown(world, message, file, file.about, kind="document", spoiler=part.spoiler)


def _shown(
    world: World,
    message: Message,
    file: Attachment,
    about: str | None,
    *,
    kind: FileKind | None = None,
    spoiler: bool = False,
) -> ShownFile:
    return ShownFile(
        name=file.shown_name,
        about=about,
        kind=kind or ("picture" if file.is_picture else "document"),
        size=len(file.content),
        url=world.address + path(message.channel_id, message.id, file),
        spoiler=spoiler or file.is_spoiler,
    )
