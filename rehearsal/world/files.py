"""Files on messages: what each is, what it is called, and where it can be fetched.

Discord keeps names to ASCII letters and digits, `_`, `-` and `.`, and drops a folder's part: "hello
(world).png" becomes "hello_world.png". What it makes of a name of which nothing is left is not documented;
here that is "file", with its ending. The name as it was given, without its ending, is then the title.
"""

from __future__ import annotations

import mimetypes
import re
import secrets
import struct
import unicodedata
from dataclasses import dataclass, field
from pathlib import PurePosixPath

MAX_FILES = 10
MAX_SIZE = 10 * 1024 * 1024
SPOILER = "SPOILER_"

_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
_PNG = "image/png"
_PNG_BEGINS = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_PNG_SIZE = struct.Struct(">II")
#: The endings that Python knows by itself, and none that this machine adds.
_TYPES = mimetypes.MimeTypes()
_TYPES.add_type("text/markdown", ".md")
_TYPES.add_type("image/webp", ".webp")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as its sender wants it; `about` is its alt text."""

    name: str
    content: bytes = field(repr=False)
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An attachment that an edit leaves where it is; `about` None leaves its alt text too, "" takes it away.

    `name` is its own name where that was given, for components of the same edit to refer to.
    """

    id: int
    name: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file on a message. `secret` is the part of its address that nobody can guess."""

    id: int
    name: str
    content: bytes = field(repr=False)
    title: str | None = None
    about: str | None = None
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    @property
    def content_type(self) -> str | None:
        """The media type that the name tells; None for one that is not known."""
        guessed, packed = _TYPES.guess_type(self.name)
        if packed is not None or guessed is None:
            return "application/gzip" if packed == "gzip" else None
        return f"{guessed}; charset=utf-8" if guessed.startswith("text/") and self._is_text else guessed

    @property
    def pixels(self) -> tuple[int, int] | None:
        """Width and height in pixels, where the name and the first bytes are those of a PNG."""
        begins, size = len(_PNG_BEGINS), _PNG_SIZE.size
        if self.content_type != _PNG or not self.content.startswith(_PNG_BEGINS):
            return None
        if len(self.content) < begins + size:
            return None
        width, height = _PNG_SIZE.unpack_from(self.content, begins)
        return (width, height) if width and height else None

    @property
    def is_picture(self) -> bool:
        """Whether a client draws it; something else that is called a PNG is not drawn."""
        return self.content_type in _PICTURES - {_PNG} or self.pixels is not None

    @property
    def is_spoiler(self) -> bool:
        """Whether it is hidden until it is touched."""
        return self.name.startswith(SPOILER)

    @property
    def shown_name(self) -> str:
        """What a client calls it: its title and its ending."""
        return self.name if self.title is None else self.title + PurePosixPath(self.name).suffix

    @property
    def _is_text(self) -> bool:
        try:
            self.content.decode()
        except UnicodeDecodeError:
            return False
        return True


def attachment(id_: int, upload: Upload) -> Attachment:
    """The attachment that an upload becomes."""
    name = cleaned(upload.name)
    return Attachment(id_, name, upload.content, title_of(upload.name), upload.about)


def cleaned(name: str) -> str:
    """The name that Discord gives a file which is sent under this one."""
    stem, ending = _parts(name)
    return (_ascii(stem) or "file") + (f".{kept}" if (kept := _ascii(ending)) else "")


def title_of(name: str) -> str | None:
    """The name without its ending, where the cleaned name lost some of it.

    Marks that cannot be seen are not in it, so that none can turn round what is read after it.
    """
    stem, _ = _parts(name)
    if cleaned(name) == name:
        return None
    seen = "".join(each for each in stem if unicodedata.category(each)[0] != "C").strip()
    return seen if seen.strip(".") else None


def path(channel_id: int, message_id: int, attached: Attachment) -> str:
    """Where the rehearsal's server gives it out."""
    return f"/attachments/{channel_id}/{message_id}/{attached.secret}/{attached.name}"


def _parts(name: str) -> tuple[str, str]:
    """What comes after the last folder: what is before the last dot, and what is after it."""
    last = re.split(r"[/\\]", name)[-1]
    stem, dot, ending = last.rpartition(".")
    return (stem, ending) if dot and stem.strip(".") else (last, "")


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_.-]", "", "_".join(plain.split())).strip("._")
