"""The check of the wire can fail: what is not as Discord describes it is found, on either side.

That a gateway event must be as our schemas say is shown in `tests/rehearsal/test_gateway.py`.
"""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from rehearsal import Rehearsal
from rehearsal.wire import payloads
from tests.conformance.checker import ConformanceObserver
from tests.conformance.openapi import needs_document

pytestmark = needs_document


async def violations_of(path: str, *, method: str = "GET", body: object = None) -> list[str]:
    """What the observer finds in one request of a bot and its answer."""
    observer = ConformanceObserver()
    async with Rehearsal() as rehearsal, aiohttp.ClientSession() as session:
        rehearsal.observers.append(observer)
        channel = rehearsal.world.channel_named("general").id
        address = rehearsal.api_url + path.format(channel=channel)
        headers = {"Authorization": f"Bot {rehearsal.token}"}
        async with session.request(method, address, headers=headers, json=body) as answer:
            await answer.read()
    assert observer.exchanges == 1
    return [str(violation) for violation in observer.violations]


async def test_a_proper_exchange_passes() -> None:
    assert await violations_of("/users/@me") == []
    said = {"content": "Good afternoon."}
    assert await violations_of("/channels/{channel}/messages", method="POST", body=said) == []


async def test_an_answer_that_discord_would_not_give_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    proper = payloads.own_user

    def planted(user: Any) -> dict[str, Any]:
        return {**proper(user), "id": 7}

    monkeypatch.setattr(payloads, "own_user", planted)
    (violation,) = await violations_of("/users/@me")
    assert "response" in violation


async def test_a_request_that_discord_does_not_describe_is_found() -> None:
    planted = {"content": "Good afternoon.", "colour": "blue"}
    found = await violations_of("/channels/{channel}/messages", method="POST", body=planted)
    assert any("request" in violation for violation in found)
