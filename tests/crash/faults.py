"""Copies of the bot with one fault each, which a crash test has to catch."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import discord

from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery
from cogs._events import Listed
from cogs._send import DiscordSender


def drop_nonces() -> None:
    """Send as a bot does that has not heard of nonces."""
    original = discord.abc.handle_message_parameters  # type: ignore[attr-defined]

    def without(*args: Any, **kwargs: Any) -> Any:
        return original(*args, **{**kwargs, "nonce": None})

    discord.abc.handle_message_parameters = without  # type: ignore[attr-defined]


def never_look_up() -> None:
    """Trust in nonces however long ago a message may have been sent."""

    async def find(_self: DiscordSender, _delivery: Delivery, _since: datetime) -> int | None:
        return None

    DiscordSender.find = find  # type: ignore[method-assign, assignment]


def never_look_at_events() -> None:
    """Make an event without looking whether it is there."""

    async def found(_self: Listed) -> int:
        return 0

    Listed._found = found  # type: ignore[method-assign, assignment]


def promise_apart() -> None:
    """Write down what must arrive once the decision that caused it is saved, and not together with it."""
    put, write = Deliveries.put, Database.write
    promised: list[tuple[Deliveries, tuple[Any, ...], dict[str, Any]]] = []

    async def remember(self: Deliveries, _tx: Tx, *args: Any, **kwargs: Any) -> None:
        promised.append((self, args, kwargs))

    @asynccontextmanager
    async def write_and_promise(self: Database) -> AsyncIterator[Tx]:
        async with write(self) as tx:
            yield tx
        mine, promised[:] = promised[:], []
        if mine:
            async with write(self) as tx:
                for deliveries, args, kwargs in mine:
                    await put(deliveries, tx, *args, **kwargs)

    Deliveries.put = remember  # type: ignore[method-assign, assignment]
    Database.write = write_and_promise  # type: ignore[method-assign]


FAULTS: dict[str, Callable[[], None]] = {
    "no nonces": drop_nonces,
    "no look-up": never_look_up,
    "no look at events": never_look_at_events,
    "promises apart": promise_apart,
}
