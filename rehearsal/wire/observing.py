"""What passes over the wire, shown to whoever wants to check it.

The rehearsal calls its observers after each exchange and for each gateway frame; an observer
may count, record or judge, and never changes anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Exchange:
    """One REST request and the answer it got.

    `path` begins after `/api/v10` and holds no query; `request` and `response` are the parsed JSON
    bodies, or None where there was none. `parts` are the names of the files in a body of parts, whose JSON
    is then `request`; None is a body that was not in parts.
    """

    method: str
    path: str
    query: Mapping[str, str]
    request: Any
    status: int
    response: Any
    parts: tuple[str, ...] | None = None


class Observer(Protocol):
    """Somebody who watches the wire."""

    def rest(self, exchange: Exchange) -> None:
        """Called once for each REST exchange, after it was answered."""

    def sent(self, event: str, data: Any) -> None:
        """Called for each gateway event (op 0) that went out, with its `d`."""

    def received(self, op: int, data: Any) -> None:
        """Called for each gateway frame that came in, with its op and its `d`."""
