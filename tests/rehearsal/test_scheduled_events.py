"""Scheduled events in raw HTTP: what they must have, and each refusal with its code."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from rehearsal import Rehearsal
from tests.rehearsal.raw import Api
from tests.rehearsal.scheduled import (
    BOT_ROLE,
    END,
    LEAVE_OUT,
    NOW,
    START,
    Events,
    body,
    in_room,
    made_by,
    voice_channel,
)

PAST = "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST"
REQUIRED = "BASE_TYPE_REQUIRED"
LONG = "a" * 101
LATER = (END + timedelta(hours=1)).isoformat()


@pytest.fixture
def events(rehearsal: Rehearsal, api: Api) -> Events:
    rehearsal.world.grant(BOT_ROLE, "CREATE_EVENTS")
    return Events(rehearsal, api)


async def test_an_event_elsewhere(events: Events, rehearsal: Rehearsal) -> None:
    made = await events.made(description="Tea at four")

    assert made["name"] == "Spring meeting"
    assert made["description"] == "Tea at four"
    assert (made["entity_type"], made["status"], made["channel_id"]) == (3, 1, None)
    assert made["entity_metadata"] == {"location": "The old library"}
    assert made["creator_id"] == made["creator"]["id"] == str(rehearsal.application_id)
    assert "user_count" not in made
    assert (await events.get(made["id"])).body == made
    assert await events.list() == [made]


async def test_a_count_comes_only_when_asked_for(events: Events, rehearsal: Rehearsal) -> None:
    made = await events.made()
    rehearsal.person("Amina").interested(int(made["id"]))

    assert [each["user_count"] for each in await events.list("?with_user_count=true")] == [1]
    assert (await events.get(made["id"], "?with_user_count=1")).body["user_count"] == 1
    assert "user_count" not in (await events.get(made["id"], "?with_user_count=0")).body


@pytest.mark.parametrize(
    ("more", "problems"),
    [
        ({"name": LEAVE_OUT}, {"name": [REQUIRED]}),
        ({"privacy_level": LEAVE_OUT}, {"privacy_level": [REQUIRED]}),
        ({"entity_type": LEAVE_OUT}, {"entity_type": [REQUIRED]}),
        ({"scheduled_start_time": LEAVE_OUT}, {"scheduled_start_time": [REQUIRED]}),
        ({"scheduled_end_time": LEAVE_OUT}, {"scheduled_end_time": [REQUIRED]}),
        ({"scheduled_end_time": None}, {"scheduled_end_time": [REQUIRED]}),
        ({"entity_metadata": LEAVE_OUT}, {"entity_metadata.location": [REQUIRED]}),
        ({"entity_metadata": {}}, {"entity_metadata.location": [REQUIRED]}),
        ({"entity_metadata": {"location": ""}}, {"entity_metadata.location": ["BASE_TYPE_MIN_LENGTH"]}),
        ({"description": ""}, {"description": ["BASE_TYPE_MIN_LENGTH"]}),
        (
            {"entity_metadata": {"location": LONG}},
            {"entity_metadata.location": ["BASE_TYPE_MAX_LENGTH"]},
        ),
        ({"name": ""}, {"name": ["BASE_TYPE_MIN_LENGTH"]}),
        ({"name": LONG}, {"name": ["BASE_TYPE_MAX_LENGTH"]}),
        ({"description": "a" * 1001}, {"description": ["BASE_TYPE_MAX_LENGTH"]}),
        ({"privacy_level": 1}, {"privacy_level": ["BASE_TYPE_CHOICES"]}),
        ({"entity_type": 4}, {"entity_type": ["BASE_TYPE_CHOICES"]}),
        ({"entity_type": 2, "entity_metadata": None}, {"channel_id": [REQUIRED]}),
        ({"scheduled_start_time": "soon"}, {"scheduled_start_time": ["DATE_TIME_TYPE_PARSE"]}),
        ({"scheduled_start_time": 1772532000}, {"scheduled_start_time": ["DATE_TIME_TYPE_PARSE"]}),
        ({"scheduled_start_time": NOW.isoformat()}, {"scheduled_start_time": [PAST]}),
        ({"scheduled_start_time": "2026-03-01T10:00:00Z"}, {"scheduled_start_time": [PAST]}),
        ({"scheduled_end_time": START.isoformat()}, {"scheduled_end_time": ["BASE_TYPE_INVALID"]}),
    ],
)
async def test_what_does_not_make_an_event(
    events: Events, more: dict[str, Any], problems: dict[str, list[str]]
) -> None:
    assert (await events.make(**more)).problems() == problems
    assert await events.list() == []


async def test_the_longest_and_the_soonest_event(events: Events) -> None:
    soon = NOW + timedelta(seconds=1)
    made = await events.made(
        name="a" * 100,
        description="b" * 1000,
        entity_metadata={"location": "c" * 100},
        scheduled_start_time=soon.isoformat(),
        scheduled_end_time=(soon + timedelta(seconds=1)).isoformat(),
    )

    assert (len(made["name"]), len(made["description"])) == (100, 1000)


@pytest.mark.parametrize(
    "more",
    [
        {"entity_type": 1},
        {"image": "data:image/png;base64,AAAA"},
        {"recurrence_rule": {"frequency": 2, "interval": 1}},
        {"scheduled_start_time": "2026-03-03T10:00:00"},
        {"entity_metadata": {"location": "Hall", "speaker_ids": []}},
        {"status": 1},
    ],
)
async def test_what_is_not_known_of_an_event(events: Events, more: dict[str, Any]) -> None:
    assert (await events.make(**more)).status == 501
    assert await events.list() == []


@pytest.mark.parametrize("more", [{"image": None}, {"recurrence_rule": None}, {"description": None}])
async def test_what_an_event_has_not(events: Events, more: dict[str, Any]) -> None:
    assert (await events.make(**more)).status == 200


@pytest.mark.parametrize("more", [{"status": None}, {"entity_type": None}, {"image": "a"}, {"other": 1}])
async def test_what_is_not_known_of_a_change(events: Events, more: dict[str, Any]) -> None:
    made = await events.made()

    assert (await events.edit(made["id"], **more)).status == 501


@pytest.mark.parametrize(
    ("said", "problems"),
    [
        ({"name": None}, {"name": [REQUIRED]}),
        ({"name": ""}, {"name": ["BASE_TYPE_MIN_LENGTH"]}),
        ({"scheduled_start_time": None}, {"scheduled_start_time": [REQUIRED]}),
        ({"scheduled_start_time": NOW.isoformat()}, {"scheduled_start_time": [PAST]}),
        ({"scheduled_start_time": END.isoformat()}, {"scheduled_end_time": ["BASE_TYPE_INVALID"]}),
        ({"scheduled_end_time": None}, {"scheduled_end_time": [REQUIRED]}),
        ({"entity_metadata": None}, {"entity_metadata.location": [REQUIRED]}),
        ({"status": 5}, {"status": ["BASE_TYPE_CHOICES"]}),
        (
            {"entity_type": 2},
            {"channel_id": [REQUIRED], "entity_metadata": ["BASE_TYPE_INVALID"]},
        ),
        ({"name": "Autumn meeting", "status": 3}, {"status": ["BASE_TYPE_INVALID"]}),
    ],
)
async def test_a_change_is_refused_as_a_whole(
    events: Events, said: dict[str, Any], problems: dict[str, list[str]]
) -> None:
    made = await events.made()

    assert (await events.edit(made["id"], **said)).problems() == problems
    assert (await events.get(made["id"])).body == made


async def test_a_change_leaves_the_rest(events: Events) -> None:
    made = await events.made(description="Tea at four")
    changed = (await events.edit(made["id"], name="Autumn meeting", description=None, channel_id=None)).body

    assert changed == {**made, "name": "Autumn meeting", "description": None}


_TO_ACTIVE, _TO_COMPLETED, _TO_CANCELED = 2, 3, 4


@pytest.mark.parametrize("steps", [[_TO_ACTIVE, _TO_COMPLETED], [_TO_CANCELED]])
async def test_how_an_event_goes_on(events: Events, rehearsal: Rehearsal, steps: list[int]) -> None:
    made = await events.made()
    got = [(await events.edit(made["id"], status=status)).body["status"] for status in steps]

    assert got == steps
    assert await events.list() == []
    assert rehearsal.person("Amina").events() == []
    assert (await events.get(made["id"])).body["status"] == steps[-1]
    assert (await events.edit(made["id"], name="Again")).refusal == (400, 180000)
    assert (await events.edit(made["id"], status=1)).refusal == (400, 180000)


@pytest.mark.parametrize(("before", "after"), [([], 1), ([], 3), ([2], 1), ([2], 2), ([2], 4)])
async def test_how_an_event_does_not_go_on(events: Events, before: list[int], after: int) -> None:
    made = await events.made()
    for status in before:
        await events.edit(made["id"], status=status)

    assert (await events.edit(made["id"], status=after)).problems() == {"status": ["BASE_TYPE_INVALID"]}
    assert (await events.get(made["id"])).body["status"] == [1, *before][-1]


async def test_the_start_of_an_event_under_way_is_settled(events: Events) -> None:
    made = await events.made()
    await events.edit(made["id"], status=2)
    same = await events.edit(made["id"], scheduled_start_time=made["scheduled_start_time"])
    longer = await events.edit(made["id"], scheduled_end_time=LATER)

    assert same.problems() == {
        "scheduled_start_time": ["GUILD_SCHEDULED_EVENT_SCHEDULE_INVALID_START_BY_STATUS"]
    }
    assert longer.body["scheduled_end_time"].startswith(LATER[:19])


async def test_an_event_under_way_stays_where_it_is(events: Events, rehearsal: Rehearsal) -> None:
    room = voice_channel(rehearsal)
    made = await events.made()
    await events.edit(made["id"], status=2)
    moved = await events.edit(made["id"], entity_type=2, channel_id=str(room.id), entity_metadata=None)

    assert moved.status == 501
    assert (await events.get(made["id"])).body["entity_type"] == 3


async def test_at_most_a_hundred_are_open(events: Events, rehearsal: Rehearsal) -> None:
    for number in range(98):
        made_by(rehearsal, "Leila", name=f"Walk {number}")
    first, last = [(await events.made())["id"] for _ in range(2)]

    assert (await events.make()).refusal == (400, 30038)
    await events.edit(first, status=2)
    assert (await events.make()).refusal == (400, 30038)
    await events.edit(last, status=4)
    assert (await events.make()).status == 200
    assert len(rehearsal.person("Amina").events()) == 100


async def test_an_event_in_a_voice_channel(events: Events, rehearsal: Rehearsal) -> None:
    room = voice_channel(rehearsal)
    made = await events.made(in_room(room))

    assert (made["entity_type"], made["channel_id"]) == (2, str(room.id))
    assert made["entity_metadata"] is None
    assert made["scheduled_end_time"] is None
    assert [each.place for each in rehearsal.person("Amina").events()] == ["meeting-room"]


@pytest.mark.parametrize(
    ("channel_id", "refusal"),
    [("1", (404, 10003)), ("{general}", (400, 50024)), ("{hidden}", (403, 50001)), ("{chat}", (400, 50024))],
)
async def test_a_channel_that_no_event_can_be_in(
    events: Events, rehearsal: Rehearsal, channel_id: str, refusal: tuple[int, int]
) -> None:
    world = rehearsal.world
    found = channel_id.format(
        general=world.channel_named("general").id,
        hidden=world.channel_named("patients-and-public").id,
        chat=world.direct_channel(rehearsal.person("Amina").user_id).id,
    )

    assert (await events.make(in_room(voice_channel(rehearsal), channel_id=found))).refusal == refusal
    assert await events.list() == []


async def test_a_place_does_not_go_with_a_channel(events: Events, rehearsal: Rehearsal) -> None:
    room = voice_channel(rehearsal)
    both = in_room(room, entity_metadata={"location": "Hall"})

    assert (await events.make(both)).problems() == {"entity_metadata": ["BASE_TYPE_INVALID"]}
    assert (await events.make(channel_id=str(room.id))).problems() == {"channel_id": ["BASE_TYPE_INVALID"]}


async def test_an_event_moves_into_a_room_and_out_again(events: Events, rehearsal: Rehearsal) -> None:
    room = voice_channel(rehearsal)
    made = await events.made()
    inside = {"entity_type": 2, "channel_id": str(room.id)}
    outside = {"entity_type": 3, "entity_metadata": {"location": "Garden"}}

    assert list((await events.edit(made["id"], **inside)).problems()) == ["entity_metadata"]
    moved = (await events.edit(made["id"], **inside, entity_metadata=None, scheduled_end_time=None)).body
    dropped = (await events.edit(made["id"], entity_metadata={"location": "Garden"})).body
    assert (moved["channel_id"], moved["entity_metadata"]) == (str(room.id), None)
    assert dropped == moved
    assert list((await events.edit(made["id"], **outside)).problems()) == ["channel_id", "scheduled_end_time"]
    back = (await events.edit(made["id"], **outside, channel_id=None, scheduled_end_time=LATER)).body
    assert (back["channel_id"], back["entity_metadata"]) == (None, {"location": "Garden"})


async def test_an_event_goes_with_its_channel(events: Events, rehearsal: Rehearsal) -> None:
    made = await events.made(in_room(voice_channel(rehearsal)))
    rehearsal.world.delete_channel("meeting-room")

    assert (await events.get(made["id"])).refusal == (404, 10070)
    assert rehearsal.person("Amina").events() == []


async def test_an_event_that_is_not_there(events: Events) -> None:
    made = await events.made()
    gone = await events.delete(made["id"])

    assert (gone.status, gone.body) == (204, None)
    for answer in (
        await events.get(made["id"]),
        await events.edit(made["id"], name="Again"),
        await events.delete(made["id"]),
        await events.users(made["id"]),
    ):
        assert answer.refusal == (404, 10070)
    assert (await events.get("meeting")).problems() == {"event": ["NUMBER_TYPE_COERCE"]}


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", ""), ("POST", ""), ("GET", "/1"), ("PATCH", "/1"), ("DELETE", "/1"), ("GET", "/1/users")],
)
async def test_events_of_another_community(api: Api, method: str, path: str) -> None:
    sent = body() if method == "POST" else {} if method == "PATCH" else None

    assert (await api(method, f"/guilds/1/scheduled-events{path}", sent)).refusal == (404, 10004)


async def test_who_may_make_events(rehearsal: Rehearsal, api: Api) -> None:
    events, world = Events(rehearsal, api), rehearsal.world
    world.revoke(BOT_ROLE, "CREATE_EVENTS")

    assert (await events.make()).refusal == (403, 50013)
    world.grant(BOT_ROLE, "MANAGE_EVENTS")
    assert (await events.make()).refusal == (403, 50013)
    world.grant(BOT_ROLE, "CREATE_EVENTS")
    assert (await events.make()).status == 200


@pytest.mark.parametrize(
    ("rights", "own", "others"),
    [([], False, False), (["CREATE_EVENTS"], True, False), (["MANAGE_EVENTS"], True, True)],
)
async def test_who_may_change_events(
    events: Events, rehearsal: Rehearsal, rights: list[str], own: bool, others: bool
) -> None:
    mine, hers = (await events.made())["id"], made_by(rehearsal, "Leila").id
    rehearsal.world.revoke(BOT_ROLE, "CREATE_EVENTS")
    rehearsal.world.grant(BOT_ROLE, *rights)

    for event_id, may in ((mine, own), (hers, others)):
        answers = [await events.edit(event_id, name="Changed"), await events.delete(event_id)]
        if may:
            assert [each.status for each in answers] == [200, 204]
        else:
            assert [each.refusal for each in answers] == [(403, 50013)] * 2
            assert (await events.get(event_id)).body["name"] != "Changed"


@pytest.mark.parametrize(
    ("denied", "code"), [("CREATE_EVENTS", 50013), ("CONNECT", 50013), ("VIEW_CHANNEL", 50001)]
)
async def test_rights_in_the_room_count(events: Events, rehearsal: Rehearsal, denied: str, code: int) -> None:
    room = voice_channel(rehearsal)
    outside = (await events.made())["id"]
    made = await events.made(in_room(room))
    rehearsal.world.deny(BOT_ROLE, "meeting-room", denied)
    into = {"entity_type": 2, "channel_id": str(room.id), "entity_metadata": None}

    assert (await events.make(in_room(room))).refusal == (403, code)
    assert (await events.edit(outside, **into)).refusal == (403, code)
    assert (await events.edit(made["id"], name="Changed")).refusal == (403, code)
    assert (await events.delete(made["id"])).refusal == (403, code)


async def test_who_is_interested(events: Events, rehearsal: Rehearsal) -> None:
    made = await events.made()
    names = ["Amina", "Derek", "Rosa", "Gwyn"]
    for name in reversed(names):
        rehearsal.person(name).interested(int(made["id"]))
    ids = [str(rehearsal.person(name).user_id) for name in names]

    async def listed(query: str) -> list[str]:
        return [each["user_id"] for each in (await events.users(made["id"], query)).body]

    assert await listed("") == ids
    assert await listed("?limit=2") == ids[:2]
    assert await listed(f"?after={ids[0]}&limit=2") == ids[1:3]
    assert await listed(f"?before={ids[3]}&limit=2") == ids[1:3]
    assert await listed(f"?before={ids[1]}&after={ids[2]}") == ids[:1]
    for limit in ("0", "101", "many"):
        assert list((await events.users(made["id"], f"?limit={limit}")).problems()) == ["limit"]


async def test_what_is_told_of_who_is_interested(events: Events, rehearsal: Rehearsal) -> None:
    made, amina = await events.made(), rehearsal.person("Amina")
    amina.interested(int(made["id"]))
    alone = (await events.users(made["id"])).body[0]
    as_member = (await events.users(made["id"], "?with_member=true")).body[0]
    amina.leave()
    after = (await events.users(made["id"], "?with_member=true")).body[0]

    assert alone["user"]["global_name"] == "Amina Yusuf"
    assert alone["guild_scheduled_event_id"] == made["id"]
    assert as_member["member"]["user"] == alone["user"]
    assert "member" not in alone
    assert after == alone


async def test_a_limit_on_making_events(events: Events, rehearsal: Rehearsal) -> None:
    rehearsal.limits.set("POST /guilds/{guild}/scheduled-events", 1, 60.0)

    assert [(await events.make()).status for _ in range(2)] == [200, 429]
