"""Lines that somebody types, without holding up the rest."""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
from collections.abc import AsyncIterator, Callable

_CHUNK = 4096


async def typed_lines(descriptor: int, before: Callable[[], None]) -> AsyncIterator[str]:
    """The lines that come in at a file descriptor, to its end; `before` is called before each is waited for.

    A terminal, a pipe and a file alike.
    """
    pieces = _pieces(descriptor)
    kept = b""
    while True:
        before()
        while b"\n" not in kept:
            piece = await pieces.get()
            if not piece:
                if kept:
                    yield kept.decode(errors="replace")
                return
            kept += piece
        line, _, kept = kept.partition(b"\n")
        yield line.decode(errors="replace")


def _pieces(descriptor: int) -> asyncio.Queue[bytes]:
    """What comes in, and at the end nothing."""
    loop = asyncio.get_running_loop()
    pieces: asyncio.Queue[bytes] = asyncio.Queue()

    def read() -> None:
        # Straight from the system: a buffer of Python's would be locked when the process wants to end.
        piece = b" "
        while piece and not loop.is_closed():
            try:
                piece = os.read(descriptor, _CHUNK)
            except OSError:
                # The terminal has gone.
                piece = b""
            with contextlib.suppress(RuntimeError):  # the loop was closed just now
                loop.call_soon_threadsafe(pieces.put_nowait, piece)

    # It ends with the process, even while it waits.
    threading.Thread(target=read, daemon=True).start()
    return pieces
