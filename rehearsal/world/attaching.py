"""Which files a message ends up with, and which of them its components show.

Discord lets a message of the new components carry files that no component shows, and shows them to nobody.
What it then says of them is not documented, so they are not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rehearsal.world import errors
from rehearsal.world.components import (
    Container,
    FileDisplay,
    MediaGallery,
    MessageComponent,
    Section,
    Thumbnail,
)
from rehearsal.world.errors import NotKnownError, Problem
from rehearsal.world.files import MAX_FILES, Attachment, Kept, Upload, attachment
from rehearsal.world.media import Media


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a message as its sender wants them; `listed` says whether the body named all of them."""

    wanted: tuple[Upload | Kept, ...] = ()
    listed: bool = False

    @property
    def uploads(self) -> bool:
        """Whether any of them is new."""
        return any(isinstance(each, Upload) for each in self.wanted)

    @property
    def names_all(self) -> bool:
        """Whether the body named all files in such a way that its components can refer to them."""
        return self.listed and all(each.name is not None for each in self.wanted)

    def after(self, before: Sequence[Attachment], next_id: Callable[[], int]) -> tuple[Attachment, ...]:
        """What a message with the attachments `before` has afterwards.

        Raises 50035 for one to keep that is not there, 30015 for more than ten. What becomes of those that
        are there when new ones come without a list is told in two ways by Discord, and not known here.
        """
        if not self.wanted and not self.listed:
            return tuple(before)
        if before and not self.listed:
            raise NotKnownError("The rehearsal does not know new files beside old ones without `attachments`")
        there = {each.id: each for each in before}
        if len(self.wanted) > MAX_FILES:
            raise errors.too_many_attachments()
        return tuple(_one(index, each, there, next_id) for index, each in enumerate(self.wanted))


#: A message without files, or an edit that leaves them.
NO_FILES = Files()


def _one(
    index: int, each: Upload | Kept, there: dict[int, Attachment], next_id: Callable[[], int]
) -> Attachment:
    if isinstance(each, Upload):
        return attachment(next_id(), each)
    if each.id not in there:
        raise errors.attachment_not_found(index)
    kept = there[each.id]
    if each.name not in (None, kept.name):
        raise NotKnownError("The rehearsal does not know another name for an attachment that stays")
    return kept if each.about is None else replace(kept, about=each.about or None)


def refuse_unseen(components: Iterable[MessageComponent], attachments: Sequence[Attachment]) -> None:
    """Raises 50035 for a component that shows no attachment, NotKnownError for what Discord leaves open.

    That is an attachment that no component shows, two of one name, and a gallery of what is no picture.
    """
    by_name = {each.name: each for each in attachments}
    if len(by_name) < len(attachments):
        raise NotKnownError("The rehearsal does not know attachments of the same name beside components")
    shown: set[str] = set()
    for where, media, only_pictures in _shown("components", components):
        found = by_name.get(media.filename)
        if found is None:
            raise errors.invalid_form(_not_found((*where, "url"), media.url))
        if only_pictures and not found.is_picture:
            raise NotKnownError(f"The rehearsal does not know {found.name} as a picture")
        shown.add(found.name)
    if unseen := sorted(by_name.keys() - shown):
        raise NotKnownError(f"The rehearsal does not know attachments that no component shows: {unseen}")


def _not_found(where: tuple[str, ...], url: str) -> Problem:
    sentence = f'The referenced attachment ("{url}") was not found'
    return Problem(where, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", sentence)


def _shown(
    name: str, components: Iterable[MessageComponent | Thumbnail], *before: str
) -> Iterator[tuple[tuple[str, ...], Media, bool]]:
    """Each medium with its place in the body, and whether it must be a picture."""
    for index, part in enumerate(components):
        where = (*before, name, str(index))
        if isinstance(part, Container):
            yield from _shown("components", part.components, *where)
        elif isinstance(part, MediaGallery):
            for number, item in enumerate(part.items):
                yield (*where, "items", str(number), "media"), item.media, True
        elif isinstance(part, FileDisplay):
            yield (*where, "file"), part.file, False
        elif isinstance(part, Section) and isinstance(part.accessory, Thumbnail):
            yield (*where, "accessory", "media"), part.accessory.media, True
