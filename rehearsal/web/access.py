"""Who may come in: this machine's own browser, on our own page, with the key of this run.

Another page in the same browser could send requests here. `Host` must be ours (or a name that somebody else
points at this machine would do), and the `Origin` of a socket must be the page itself. Another user of this
machine could open the page: so the first frame on each socket is the key, which only the terminal shows.
"""

from __future__ import annotations

import html
import secrets
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

_KEY_BYTES = 24


class _Hello(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    key: str


class Access:
    """The key of one run, and the hosts that are ours on `port`."""

    def __init__(self, port: int) -> None:
        self.key = secrets.token_urlsafe(_KEY_BYTES)
        self.hosts = (f"127.0.0.1:{port}", f"localhost:{port}")

    def is_ours(self, hosts: Sequence[str]) -> bool:
        """Whether these, all the `Host` headers of one request, are one, and ours."""
        return len(hosts) == 1 and hosts[0] in self.hosts

    def is_our_page(self, origins: Sequence[str], host: str) -> bool:
        """Whether the one `Origin` of a request to `host` is the page that is served there."""
        return list(origins) == [f"http://{host}"]

    def opens(self, frame: str) -> bool:
        """Whether a socket's first frame is `{"key": KEY}`; compared in constant time."""
        try:
            given = _Hello.model_validate_json(frame).key
        except ValidationError:
            return False
        return secrets.compare_digest(given.encode(), self.key.encode())

    def headers(self, host: str) -> dict[str, str]:
        """What every response says to the browser; `host` is the one that was asked, if it is ours."""
        sockets = f"ws://{host if host in self.hosts else self.hosts[0]}"
        return {
            "Content-Security-Policy": (
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                f"connect-src 'self' {sockets}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            ),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-cache",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }


def doorway(folder: Path, address: str) -> Path:
    """A file that only its owner can read, which sends a browser on to the address; `folder` is private too.

    A browser's own command line is there for every user of the machine to read, and the address has the key.
    """
    file = folder / "practice-room.html"
    file.touch(mode=0o600)
    to = html.escape(address)
    file.write_text(
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={to}">'
        f'<title>Practise a meeting</title><a href="{to}">To the practice room</a>\n',
        encoding="utf-8",
    )
    return file
