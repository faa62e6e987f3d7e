"""Categories, and the channels that stand in them."""

from __future__ import annotations

from typing import Any

import pytest

from rehearsal import Rehearsal
from rehearsal.world.management import MAX_IN_CATEGORY
from rehearsal.world.model import ChannelKind
from tests.rehearsal.raw import Answer, Api, Bot

VIEW = 1 << 10


async def _make(api: Api, rehearsal: Rehearsal, **body: Any) -> Answer:
    return await api("POST", f"/guilds/{rehearsal.community_id}/channels", body)


@pytest.mark.usefixtures("checked")
async def test_a_channel_stands_in_a_category(api: Api, rehearsal: Rehearsal) -> None:
    category = await _make(api, rehearsal, name="Our Meetings", type=4)
    inside = await _make(api, rehearsal, name="Plans", parent_id=category.body["id"], topic="What comes next")
    path = f"/channels/{inside.body['id']}"
    out = await api("PATCH", path, {"parent_id": None, "topic": None})
    back = await api("PATCH", path, {"parent_id": int(category.body["id"])})

    assert (category.status, category.body["type"], category.body["name"]) == (201, 4, "Our Meetings")
    assert (inside.body["parent_id"], inside.body["topic"]) == (category.body["id"], "What comes next")
    assert (out.body["parent_id"], out.body["topic"]) == (None, None)
    assert back.body["parent_id"] == category.body["id"]
    assert "plans" in rehearsal.person("Amina").channels()
    assert "our meetings" not in [each.casefold() for each in rehearsal.person("Amina").channels()]


@pytest.mark.usefixtures("checked")
async def test_what_is_in_a_category_is_hidden_with_it(api: Api, rehearsal: Rehearsal) -> None:
    hidden = {"id": str(rehearsal.community_id), "type": 0, "deny": VIEW}
    seen = {"id": str(rehearsal.application_id), "type": 1, "allow": VIEW}
    category = await _make(api, rehearsal, name="Ours", type=4, permission_overwrites=[hidden, seen])
    inside = await _make(
        api, rehearsal, name="plans", parent_id=category.body["id"], permission_overwrites=[]
    )
    own = await _make(
        api, rehearsal, name="open", parent_id=category.body["id"], permission_overwrites=[seen]
    )

    assert inside.body["permission_overwrites"] == category.body["permission_overwrites"]
    assert len(own.body["permission_overwrites"]) == 1
    assert {"plans", "open"} & set(rehearsal.person("Amina").channels()) == {"open"}


@pytest.mark.usefixtures("checked")
async def test_a_category_goes_and_its_channels_stay(bot: Bot, rehearsal: Rehearsal) -> None:
    rehearsal.world.create_channel("Ours", ChannelKind.CATEGORY)
    inside = rehearsal.world.create_channel("plans", under="Ours")
    await bot.socket.heard()
    gone = await bot.api("DELETE", f"/channels/{rehearsal.world.channel_named('Ours').id}")

    assert gone.body["type"] == 4
    assert (await bot.socket.event("CHANNEL_UPDATE"))["parent_id"] is None
    assert (await bot.socket.event("CHANNEL_DELETE"))["id"] == gone.body["id"]
    assert (await bot.api("GET", f"/channels/{inside.id}")).body["parent_id"] is None


async def test_what_is_no_place_for_a_channel(api: Api, rehearsal: Rehearsal) -> None:
    category = (await _make(api, rehearsal, name="Ours", type=4)).body["id"]
    general = str(rehearsal.world.channel_named("general").id)
    for number in range(MAX_IN_CATEGORY):
        rehearsal.world.create_channel(f"plan-{number}", under="Ours")
    asked = [
        await _make(api, rehearsal, name="a", parent_id="1"),
        await _make(api, rehearsal, name="a", parent_id=general),
        await _make(api, rehearsal, name="a", type=4, parent_id=category),
        await _make(api, rehearsal, name="a", parent_id=category),
        await api("PATCH", f"/channels/{general}", {"parent_id": category}),
    ]

    assert [list(each.problems()) for each in asked] == [["parent_id"]] * 5


async def test_nobody_writes_in_a_category(bot: Bot, rehearsal: Rehearsal) -> None:
    rehearsal.world.create_channel("Ours", ChannelKind.CATEGORY)

    assert (await bot.send("Ours", {"content": "a"})).status == 501
