"""What else may be said anonymously: a word, a simpler meaning, an agenda item. Data, and a port.

A kind waits, comes out and is taken back as a question is; `service/saying.py` takes it, a window lets it
out, and `service/handing.py` hands it over to its owner. Questions know no owner: `bot/app/features.py` says
who takes what.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from bot.core.database import Tx
from bot.questions.rules.saying import Box, Kind, Said, read_token, taken_apart

__all__ = ["Box", "Kind", "Owner", "Said", "Shower", "read_token", "taken_apart"]


@runtime_checkable
class Owner(Protocol):
    """A feature that keeps what was said, in the everyday database."""

    async def take(self, said: Said) -> None:
        """Write it to tables of its own. It may be called again with the same token: that changes nothing.

        Called after the window's commit, and again until it returns; whatever it raises is logged.
        """


@runtime_checkable
class Shower(Protocol):
    """A feature that keeps nothing of it but what it does at once in the anonymous database.

    A message that is to be posted, say: it is promised in the transaction in which this is handed over. So
    both are done or neither is, and it is called once.
    """

    async def take_in(self, tx: Tx, said: Said) -> None:
        """Do it in the transaction given, which is one of the anonymous database."""
