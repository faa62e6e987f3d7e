"""`attachments` in a body: what is said about its files, and which of a message's own stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from rehearsal.wire.multipart import FilePart
from rehearsal.world.attaching import Files
from rehearsal.world.errors import NotKnownError
from rehearsal.world.files import MAX_FILES, Kept, Upload
from rehearsal.world.snowflakes import snowflake


def _only_null(value: Any) -> None:
    if value is not None:
        raise PydanticCustomError("not_known", "not known")


class AttachmentBody(BaseModel):
    """One of `attachments`: `id` is the n of `files[n]`, or an attachment that stays.

    discord.py gives back what an attachment has when it is to stay; Discord takes of it what can be changed.
    """

    model_config = ConfigDict(extra="forbid")

    id: Annotated[int, BeforeValidator(snowflake)]
    filename: str | None = Field(default=None, min_length=1, max_length=1024)
    description: str | None = Field(default=None, max_length=1024)
    title: Annotated[None, BeforeValidator(_only_null)] = None
    is_spoiler: Annotated[None, BeforeValidator(_only_null)] = None
    url: str | None = None
    proxy_url: str | None = None
    size: int | None = None
    width: int | None = None
    height: int | None = None
    content_type: str | None = None
    spoiler: bool | None = None

    @property
    def gives_back(self) -> bool:
        """Whether it says of a file what only Discord can say."""
        said = (self.url, self.proxy_url, self.size, self.width, self.height, self.content_type, self.spoiler)
        return any(each is not None for each in said)


AttachmentBodies = Annotated[list[AttachmentBody], Field(max_length=MAX_FILES)]


def wanted_files(listed: Sequence[AttachmentBody] | None, files: Sequence[FilePart]) -> Files:
    """The files that a body wants, where `listed` is its `attachments`; None is a body without these."""
    by_number = {each.number: each for each in files}
    if listed is None:
        return Files(tuple(Upload(each.name, each.content) for each in files))
    ids = [each.id for each in listed]
    if len(set(ids)) < len(ids):
        raise NotKnownError("The rehearsal does not know two `attachments` of the same id")
    if left := sorted(by_number.keys() - set(ids)):
        raise NotKnownError(f"The rehearsal does not know files that `attachments` leaves out: {left}")
    return Files(tuple(_one(each, by_number.get(each.id)) for each in listed), listed=True)


def _one(each: AttachmentBody, file: FilePart | None) -> Upload | Kept:
    if file is None:
        return Kept(each.id, each.filename, each.description)
    if each.gives_back:
        raise NotKnownError("The rehearsal does not know what Discord says of a file in one that is new")
    return Upload(each.filename or file.name, file.content, each.description or None)
