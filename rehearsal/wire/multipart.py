"""Bodies in parts: the JSON of one, and the files beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rehearsal.world import errors
from rehearsal.world.errors import NotKnownError
from rehearsal.world.files import MAX_FILES, MAX_SIZE

MULTIPART = "multipart/form-data"
_JSON_PART = "payload_json"
_FILE_PART = re.compile(r"files\[(0|[1-9][0-9]?)\]")
_NAME = re.compile(r';\s*name="((?:[^"\\]|\\.)*)"')
_FILENAME = re.compile(r';\s*filename="((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class FilePart:
    """One file of a body: the n of its `files[n]`, its name and its bytes."""

    number: int
    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Parts:
    """A body in parts; `json` is what stands in `payload_json`, or nothing."""

    json: bytes
    files: tuple[FilePart, ...]


def read(body: bytes, boundary: str | None) -> Parts:
    """The parts of a body.

    Raises 40005 for a file that is too large, NotKnownError for a body that is not so made and for parts
    other than `payload_json` and `files[0]` to `files[9]`, unless there are more of them than a message has.
    """
    found: dict[str, tuple[str | None, bytes]] = {}
    for header, content in _pieces(body, boundary):
        name, filename = _first(_NAME, header), _first(_FILENAME, header)
        if name is None or name in found:
            raise NotKnownError("The rehearsal does not know parts without a name, or with the same one")
        found[name] = filename, content
    _, json = found.pop(_JSON_PART, (None, b""))
    files = sorted((_file(name, *each) for name, each in found.items()), key=lambda each: each.number)
    if files and len(files) <= MAX_FILES <= files[-1].number:
        raise NotKnownError(f"The rehearsal does not know the part files[{files[-1].number}]")
    return Parts(json, tuple(files))


def _pieces(body: bytes, boundary: str | None) -> list[tuple[str, bytes]]:
    """Header and content of each part."""
    line = b"\r\n--" + (boundary or "").encode()
    first, *pieces = (b"\r\n" + body).split(line)
    if not boundary or first or not pieces or pieces[-1].strip() != b"--":
        raise NotKnownError("The rehearsal cannot read the parts of this body")
    split = [piece.partition(b"\r\n\r\n") for piece in pieces[:-1]]
    return [(header.decode(errors="replace"), content) for header, _, content in split]


def _first(pattern: re.Pattern[str], header: str) -> str | None:
    found = pattern.search(header)
    return re.sub(r"\\(.)", r"\1", found[1]) if found else None


def _file(name: str, filename: str | None, content: bytes) -> FilePart:
    found = _FILE_PART.fullmatch(name)
    if found is None or filename is None:
        raise NotKnownError(f"The rehearsal does not know the part {name!r} of a body, or not without a name")
    if len(content) > MAX_SIZE:
        raise errors.too_large()
    return FilePart(int(found[1]), filename, content)
