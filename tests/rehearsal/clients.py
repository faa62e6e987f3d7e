"""The unmodified discord.py, pointed at a rehearsal."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord
import pytest
import yarl

from rehearsal import Rehearsal


def point_at(rehearsal: Rehearsal, patch: pytest.MonkeyPatch) -> None:
    """From now on discord.py talks to this rehearsal, until the test is over."""
    patch.setattr(discord.http.Route, "BASE", rehearsal.api_url)
    patch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(rehearsal.gateway_url))


@asynccontextmanager
async def connected(
    rehearsal: Rehearsal, patch: pytest.MonkeyPatch, client: discord.Client
) -> AsyncIterator[None]:
    """While this lasts, the client is there and has synced its commands."""
    point_at(rehearsal, patch)
    running = asyncio.create_task(client.start(rehearsal.token))
    await rehearsal.bot_ready(timeout=10, clock=False)
    yield
    await client.close()
    await running
