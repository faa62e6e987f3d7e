"""The files of the page: which there are, what each is, and how it is sent."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"
INDEX = "index.html"

#: What a browser is told a file is; a machine's own list may say something else, or nothing.
KINDS: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".txt": "text/plain; charset=utf-8",
}
#: What is small already, and would only cost time.
_SMALL_ALREADY = (".png", ".ico")
_NOT_AT_ALL = re.compile(r"q=0(\.0*)?")


@dataclass(frozen=True, slots=True)
class Content:
    """A file's bytes, the same as gzip where that helps, and a tag that is another for other bytes."""

    plain: bytes
    packed: bytes | None
    tag: str


def read(path: Path) -> Content:
    """What a file that `find` gave holds now; packed once for as long as it does not change."""
    about = path.stat()
    return _content(path, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=128)
def _content(path: Path, _changed_at: int, _size: int) -> Content:
    plain = path.read_bytes()
    packed = None if path.suffix in _SMALL_ALREADY else gzip.compress(plain, mtime=0)
    return Content(plain, packed, hashlib.sha256(plain).hexdigest()[:32])


def takes_gzip(accepted: str) -> bool:
    """Whether `Accept-Encoding` names gzip, and not as unwanted (RFC 9110, 12.5.3)."""
    for each in accepted.lower().split(","):
        coding, *weights = (part.strip() for part in each.split(";"))
        if coding == "gzip":
            return not any(_NOT_AT_ALL.fullmatch(weight) for weight in weights)
    return False


def find(folder: Path, name: str) -> Path | None:
    """The file of the page that an address (without its first slash) names; None for anything else.

    Nothing outside the folder is found, whatever the name, nor through a link, nor a file of another kind.
    """
    try:
        path = (folder / (name or INDEX)).resolve()
        inside = path.is_relative_to(folder.resolve())
        return path if inside and path.suffix in KINDS and path.is_file() else None
    except (OSError, ValueError):
        # A name that no file can have.
        return None
