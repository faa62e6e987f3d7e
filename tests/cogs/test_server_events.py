"""The server's list of events: what is found again, how an event ends, and that none is made twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest
from aiohttp import web

from bot.core.errors import NotNow
from bot.core.happenings import Happening, Listing
from bot.core.wording import Words
from cogs._events import Listed

HERE = 900_000_000_000_000_001
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
FIRST = Happening("First meeting", NOON, NOON + timedelta(hours=2), None, Words("Room 4"))
SCHEDULED, ACTIVE, COMPLETED, CANCELED = 1, 2, 3, 4


def event(id_: int, **changes: Any) -> dict[str, Any]:
    """One of the bot's, as Discord says it."""
    whole = {"id": str(id_), "creator_id": "1", "name": FIRST.name, "channel_id": None, "status": SCHEDULED}
    return {**whole, "scheduled_start_time": "2026-03-05T12:00:00+00:00", **changes}


class Http:
    """A list of events."""

    def __init__(self, *events: dict[str, Any]) -> None:
        self.events = {int(each["id"]): each for each in events}
        self.edited: list[tuple[int, dict[str, Any]]] = []
        self.made: list[dict[str, Any]] = []

    async def get_scheduled_events(self, community: int, with_user_count: bool) -> list[dict[str, Any]]:
        return list(self.events.values())

    async def get_scheduled_event(self, community: int, event: int, with_user_count: bool) -> dict[str, Any]:
        return self.events[event]

    async def edit_scheduled_event(self, community: int, event: int, **fields: Any) -> None:
        self.edited.append((event, fields))

    async def request(self, route: Any, *, json: dict[str, Any], files: Any) -> dict[str, Any]:
        self.made.append(json)
        return {"id": "77"}


async def done(http: Http, listing: Listing) -> int:
    client: Any = SimpleNamespace(user=SimpleNamespace(id=1), http=http)
    return await Listed(client, HERE, listing).as_it_should_be("About it.", lambda line: line.id)


@pytest.mark.parametrize(
    ("there", "others", "is_ours"),
    [
        (event(5), (), True),
        (event(5, name=" First  meeting"), (), True),
        (event(5), (5,), False),
        (event(5, creator_id="2"), (), False),
        (event(5, name="Second"), (), False),
        (event(5, channel_id="9"), (), False),
        (event(5, scheduled_start_time="2026-03-05T13:00:00+00:00"), (), False),
    ],
)
async def test_what_is_there_already_is_changed_and_not_made(
    there: dict[str, Any], others: tuple[int, ...], is_ours: bool
) -> None:
    http = Http(there)
    assert await done(http, Listing(0, FIRST, (FIRST,), others)) == (5 if is_ours else 77)
    assert bool(http.made) is not is_ours
    assert [each for each, _ in http.edited] == ([5] if is_ours else [])


@pytest.mark.parametrize(
    ("status", "becomes"), [(SCHEDULED, [CANCELED]), (ACTIVE, [COMPLETED]), (COMPLETED, []), (CANCELED, [])]
)
async def test_an_event_ends_as_discord_allows(status: int, becomes: list[int]) -> None:
    http = Http(event(5, status=status))
    assert await done(http, Listing(5, None, (), ())) == 5
    assert [fields for _, fields in http.edited] == [{"status": each} for each in becomes]


async def test_of_one_that_was_never_made_nothing_has_to_end() -> None:
    http = Http()
    assert await done(http, Listing(0, None, (FIRST,), ())) == 0
    assert http.edited == []


async def test_elsewhere_and_in_a_channel_all_is_said_that_discord_needs() -> None:
    http = Http(event(5))
    inside = Happening("First", NOON, FIRST.ends, 9, Words(""))
    await done(http, Listing(5, inside, (), ()))
    await done(http, Listing(5, FIRST, (), ()))
    (_, there), (_, elsewhere) = http.edited
    assert (there["entity_type"], there["channel_id"], there["entity_metadata"]) == (2, "9", None)
    assert (elsewhere["entity_type"], elsewhere["channel_id"]) == (3, None)
    assert elsewhere["entity_metadata"] == {"location": "Room 4"}
    assert elsewhere["scheduled_end_time"] == "2026-03-05T14:00:00+00:00"


@pytest.fixture
async def failing(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[str]]:
    """A server that makes each event and then fails; what it made."""
    made: list[str] = []

    async def make(request: web.Request) -> web.Response:
        made.append((await request.json())["name"])
        return web.json_response({}, status=500)

    async def nothing(request: web.Request) -> web.Response:
        return web.Response(body=b"[]", content_type="application/json")

    app = web.Application()
    app.router.add_post(f"/guilds/{HERE}/scheduled-events", make)
    app.router.add_get(f"/guilds/{HERE}/scheduled-events", nothing)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    monkeypatch.setattr(discord.http.Route, "BASE", f"http://127.0.0.1:{runner.addresses[0][1]}")
    yield made
    await runner.cleanup()


async def test_where_the_server_fails_after_it_made_one_discord_py_makes_no_second(
    failing: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def at_once(_seconds: float) -> None:
        return

    client = discord.Client(intents=discord.Intents.none())
    async with client, aiohttp.ClientSession() as session:
        monkeypatch.setattr(client.http, "_HTTPClient__session", session)
        client.http._global_over = asyncio.Event()
        client.http._global_over.set()
        client._connection.user = SimpleNamespace(id=1)  # type: ignore[assignment]
        monkeypatch.setattr(discord.http.asyncio, "sleep", at_once)
        with pytest.raises(NotNow):
            await Listed(client, HERE, Listing(0, FIRST, (FIRST,), ())).as_it_should_be("", str)
    assert failing == ["First meeting"]
