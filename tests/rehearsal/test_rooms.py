"""Voice rooms: who sees them, who is in them, and what a person's client lets her do with them."""

from __future__ import annotations

import pytest

from rehearsal import CannotSee, CannotUse, Rehearsal
from rehearsal.world.model import ChannelKind

MEETING = "meeting room"


def _room(rehearsal: Rehearsal, name: str, limit: int = 0) -> None:
    rehearsal.world.create_channel(name, ChannelKind.VOICE).user_limit = limit


async def test_people_enter_move_and_leave(rehearsal: Rehearsal) -> None:
    amina, derek, leila = (rehearsal.person(name) for name in ("Amina", "Derek", "Leila"))
    _room(rehearsal, "Room 1")
    assert leila.rooms() == {MEETING: [], "Room 1": []}
    assert leila.room is None

    leila.enter(MEETING)
    derek.enter(MEETING)
    amina.enter(MEETING)
    assert amina.rooms() == {MEETING: ["Amina Yusuf", "Derek Holloway", "Leila Haddad"], "Room 1": []}
    assert amina.room == MEETING

    amina.enter("Room 1")
    amina.enter("Room 1")
    assert derek.rooms() == {MEETING: ["Derek Holloway", "Leila Haddad"], "Room 1": ["Amina Yusuf"]}
    amina.leave_voice()
    assert amina.room is None
    assert derek.rooms()["Room 1"] == []
    with pytest.raises(CannotUse):
        amina.leave_voice()


async def test_a_room_is_no_place_to_read_or_write(rehearsal: Rehearsal) -> None:
    leila = rehearsal.person("Leila")
    leila.enter(MEETING)

    assert MEETING not in leila.channels()
    with pytest.raises(CannotSee):
        leila.read(MEETING)
    with pytest.raises(CannotSee):
        await leila.say(MEETING, "Can you hear me?")
    with pytest.raises(CannotSee):
        leila.commands(MEETING)
    with pytest.raises(CannotSee):
        leila.enter("general")


async def test_who_may_enter(rehearsal: Rehearsal) -> None:
    world, amina, tom = rehearsal.world, rehearsal.person("Amina"), rehearsal.person("Tom")
    world.deny("Clinicians", MEETING, "CONNECT")
    with pytest.raises(CannotUse):
        tom.enter(MEETING)
    assert tom.rooms() == {MEETING: []}
    world.deny("Patient and public members", MEETING, "VIEW_CHANNEL")
    with pytest.raises(CannotSee):
        amina.enter(MEETING)
    assert amina.rooms() == {}
    assert (amina.room, tom.room) == (None, None)


async def test_who_is_inside_stays_and_still_sees_the_room(rehearsal: Rehearsal) -> None:
    amina = rehearsal.person("Amina")
    amina.enter(MEETING)
    rehearsal.world.deny("Patient and public members", MEETING, "VIEW_CHANNEL")

    assert amina.rooms() == {MEETING: ["Amina Yusuf"]}
    amina.leave_voice()
    assert amina.rooms() == {}


async def test_a_full_room(rehearsal: Rehearsal) -> None:
    amina, derek, leila = (rehearsal.person(name) for name in ("Amina", "Derek", "Leila"))
    _room(rehearsal, "Room 1", limit=1)
    amina.enter("Room 1")
    with pytest.raises(CannotUse, match="full"):
        derek.enter("Room 1")
    amina.enter("Room 1")

    rehearsal.world.grant("Facilitators", "MOVE_MEMBERS")
    leila.enter("Room 1")
    assert derek.rooms()["Room 1"] == ["Amina Yusuf", "Leila Haddad"]
    amina.leave_voice()
    leila.leave_voice()
    derek.enter("Room 1")
    assert derek.room == "Room 1"


async def test_leaving_the_community_leaves_the_room(rehearsal: Rehearsal) -> None:
    amina, derek = rehearsal.person("Amina"), rehearsal.person("Derek")
    amina.enter(MEETING)
    derek.enter(MEETING)
    amina.leave()

    assert amina.room is None
    assert amina.rooms() == {}
    assert derek.rooms() == {MEETING: ["Derek Holloway"]}
    with pytest.raises(CannotSee):
        amina.enter(MEETING)
    amina.rejoin()
    assert amina.room is None
    assert amina.rooms() == {MEETING: ["Derek Holloway"]}


async def test_a_deleted_room_empties(rehearsal: Rehearsal) -> None:
    amina, leila = rehearsal.person("Amina"), rehearsal.person("Leila")
    amina.enter(MEETING)
    leila.delete_channel(MEETING)

    assert amina.room is None
    assert amina.rooms() == {}
    with pytest.raises(CannotSee):
        amina.enter(MEETING)


async def test_who_may_delete_a_room(rehearsal: Rehearsal) -> None:
    rehearsal.world.deny("Facilitators", MEETING, "CONNECT")
    for name in ("Leila", "Amina"):
        with pytest.raises(CannotUse):
            rehearsal.person(name).delete_channel(MEETING)

    assert rehearsal.person("Amina").rooms() == {MEETING: []}


async def test_a_facilitator_draws_people_into_a_room(rehearsal: Rehearsal) -> None:
    amina, leila, world = rehearsal.person("Amina"), rehearsal.person("Leila"), rehearsal.world
    _room(rehearsal, "Room 1", limit=1)
    world.deny("Patient and public members", "Room 1", "CONNECT")
    amina.enter(MEETING)
    with pytest.raises(CannotUse):
        leila.move("Amina Yusuf", "Room 1")
    world.grant("Facilitators", "MOVE_MEMBERS")
    with pytest.raises(CannotUse):
        leila.move("Derek Holloway", "Room 1")
    with pytest.raises(CannotSee):
        leila.move("Amina Yusuf", "Room 2")

    leila.move("Amina Yusuf", "Room 1")

    assert leila.rooms() == {MEETING: [], "Room 1": ["Amina Yusuf"]}
    assert amina.room == "Room 1"
