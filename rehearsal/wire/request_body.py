"""What came as the body of a request: JSON, or parts with JSON in one and files in the others."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from rehearsal.wire import multipart
from rehearsal.wire.multipart import MULTIPART, FilePart
from rehearsal.world import errors
from rehearsal.world.errors import DiscordError, NotKnownError

JSON = "application/json"
_BOUNDARY = re.compile(r';\s*boundary=(?:"([^"]+)"|([^\s";]+))', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RequestBody:
    """The bytes of a body; `boundary` is what stands between its parts, None where it is not in parts."""

    raw: bytes = b""
    boundary: str | None = None

    def read(self) -> tuple[Any, tuple[FilePart, ...]]:
        """The JSON, None for an empty body, and the files; raises as `multipart.read`, and 50109."""
        if self.boundary is None:
            return _decoded(self.raw), ()
        parts = multipart.read(self.raw, self.boundary)
        return _decoded(parts.json), parts.files

    def told(self) -> tuple[Any, tuple[str, ...] | None]:
        """The JSON and the names of the files for whoever watches, who is told nothing of what is no body."""
        try:
            body, files = self.read()
        except (DiscordError, NotKnownError):
            return None, None
        return body, None if self.boundary is None else tuple(f"files[{each.number}]" for each in files)


async def of(request: web.Request, *, files: bool) -> RequestBody:
    """The body of a request, empty where it is of no known kind; aiohttp's own 413 for too much of it."""
    if not is_known(request, files=files):
        return RequestBody()
    raw = await request.read()
    if request.content_type == JSON:
        return RequestBody(raw)
    found = _BOUNDARY.search(request.headers["Content-Type"])
    return RequestBody(raw, found[1] or found[2] if found else "")


def is_known(request: web.Request, *, files: bool) -> bool:
    """Whether there is a body that is JSON, or in parts where files may come."""
    known = (JSON, MULTIPART) if files else (JSON,)
    return request.can_read_body and request.content_type in known


def _decoded(text: bytes) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant) if text else None
    except (ValueError, RecursionError):
        raise errors.invalid_json() from None


def _no_constant(name: str) -> None:
    """Python reads NaN and Infinity, which are no JSON."""
    raise ValueError(name)
