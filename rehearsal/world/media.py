"""The components that show files, with Discord's shape and length of each.

Each names the attachment that it shows as `attachment://<filename>`. Discord takes addresses of the web in
some of them as well; here they are not known, since nothing leaves this machine.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from rehearsal.world.component_base import Component

REFERENCE = "attachment://"
MAX_IN_GALLERY = 10

About = Annotated[str, Field(min_length=1, max_length=1024)]
_OrFalse = Annotated[bool, BeforeValidator(lambda value: False if value is None else value)]


def _of_an_attachment(url: str) -> str:
    if not url.startswith(REFERENCE):
        raise PydanticCustomError("not_known", "only references to attachments are known")
    return url


class Media(BaseModel):
    """Which attachment is shown."""

    model_config = ConfigDict(extra="forbid")

    url: Annotated[str, Field(max_length=2048), AfterValidator(_of_an_attachment)]

    @property
    def filename(self) -> str:
        """The name that it refers to."""
        return self.url.removeprefix(REFERENCE)


class Thumbnail(Component):
    """A small picture (11) beside the texts of a section; `description` is its alt text."""

    type: Literal[11]
    media: Media
    description: About | None = None
    spoiler: _OrFalse = False


class GalleryItem(BaseModel):
    """One picture of a gallery; `description` is its alt text."""

    model_config = ConfigDict(extra="forbid")

    media: Media
    description: About | None = None
    spoiler: _OrFalse = False


class MediaGallery(Component):
    """One to ten pictures (12)."""

    type: Literal[12]
    items: list[GalleryItem] = Field(min_length=1, max_length=MAX_IN_GALLERY)


class FileDisplay(Component):
    """A file (13) to open or to keep; it has no alt text of its own, the attachment may have one."""

    type: Literal[13]
    file: Media
    spoiler: _OrFalse = False
