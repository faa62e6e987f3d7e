"""Joining and leaving, as the one who presses and everybody else sees it, in the real bot."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from rehearsal import CannotSee, Outcome, Rehearsal
from tests.e2e.conftest import PANEL, Log, bot_running, settings_for
from tests.e2e.flows import agree, press_more

#: Longer than the span after which everybody is looked up again.
A_LOOK = timedelta(days=1, hours=1)


async def join(rehearsal: Rehearsal, name: str) -> str:
    """Somebody joins by the panel's button; what she reads then."""
    person = rehearsal.person(name)
    await press_more(person, "Join this community")
    return seen(await agree(person))


async def look(rehearsal: Rehearsal, name: str) -> str:
    """What somebody reads when she presses the panel's button."""
    return seen(await press_more(rehearsal.person(name), "Join this community"))


def seen(outcome: Outcome) -> str:
    """What only the one who pressed reads."""
    assert outcome.message is not None, outcome.failed
    assert outcome.message.only_you
    return outcome.message.text


def members(folder: Path) -> dict[int, set[int]]:
    """Who is kept, with their roles, as whoever has the file reads it."""
    with closing(sqlite3.connect(folder / "equal-footing.db")) as connection:
        rows = connection.execute("SELECT account, roles FROM member").fetchall()
    return {account: set(json.loads(roles)) for account, roles in rows}


def gone(folder: Path) -> set[int]:
    """Who is known to have left the server."""
    with closing(sqlite3.connect(folder / "equal-footing.db")) as connection:
        found = connection.execute("SELECT account FROM member WHERE left_on IS NOT NULL").fetchall()
    return {account for (account,) in found}


async def test_before_she_joins_she_reads_what_is_kept_and_nothing_is(
    community: Rehearsal, tmp_path: Path
) -> None:
    amina = community.person("Amina")
    outcome = await press_more(amina, "Join this community")
    assert "If you join, the bot keeps your account" in seen(outcome)
    assert outcome.message is not None
    assert [button.label for button in outcome.message.buttons] == ["Join", "Not now"]
    assert "Nothing was kept" in seen(await amina.press("Not now", channel="questions"))
    assert members(tmp_path) == {}
    account = amina.user_id
    forms = [str(account).encode(), account.to_bytes(8, "big"), account.to_bytes(8, "little")]
    kept = b"".join(path.read_bytes() for path in sorted(tmp_path.glob("*.db*")))
    assert [form for form in forms if form in kept] == []
    await join(community, "Amina")
    kept = b"".join(path.read_bytes() for path in sorted(tmp_path.glob("*.db*")))
    assert [form for form in forms if form in kept], "what is kept would be found"


async def test_she_joins_with_one_press_and_leaves_with_one(community: Rehearsal, tmp_path: Path) -> None:
    amina = community.person("Amina")
    assert "You joined this community on 2 March 2026." in await join(community, "Amina")
    guild = community.world.guild
    lay = community.world.role_named("Patient and public members").id
    assert members(tmp_path) == {amina.user_id: {lay, guild.id}}
    await community.advance(timedelta(days=1))
    assert "You joined this community on 2 March 2026." in await look(community, "Amina")
    assert "Do you want to leave" in seen(await amina.press("Leave", channel="questions"))
    assert members(tmp_path).keys() == {amina.user_id}
    assert "keeps nothing about your joining" in seen(await amina.press("Yes, leave", channel="questions"))
    assert members(tmp_path) == {}
    assert "If you join" in await look(community, "Amina")


async def test_nobody_else_sees_that_she_joined(community: Rehearsal) -> None:
    others = [person for person in community.people if person.name != "Amina Yusuf"]
    before = {person.name: person.read("questions") for person in others}
    await join(community, "Amina")
    await community.advance(A_LOOK)
    assert {person.name: person.read("questions") for person in others} == before
    for person in others:
        assert "If you join" in await look(community, person.name)


async def test_two_presses_of_join_are_one(community: Rehearsal, tmp_path: Path) -> None:
    amina = community.person("Amina")
    offer = (await press_more(amina, "Join this community")).message
    presses = (amina.press("Join", channel="questions", message=offer) for _ in range(2))
    forms = [opened.form for opened in await asyncio.gather(*presses)]
    part = {"What is your part here?": "Carer"}
    both = await asyncio.gather(*(form.submit(part) for form in forms if form is not None))
    assert len(both) == 2
    assert all("You joined this community" in seen(outcome) for outcome in both)
    with closing(sqlite3.connect(tmp_path / "equal-footing.db")) as connection:
        assert connection.execute("SELECT count(*) FROM member").fetchone() == (1,)


async def test_whoever_leaves_the_server_is_forgotten_and_whoever_stays_is_not(
    community: Rehearsal, tmp_path: Path
) -> None:
    amina, derek = (community.person(name) for name in ("Amina", "Derek"))
    for person in (amina, derek):
        await join(community, person.name)
    community.world.remove_member("Amina Yusuf")
    await community.settle()
    assert members(tmp_path).keys() == {amina.user_id, derek.user_id}
    await community.advance(A_LOOK)
    assert members(tmp_path).keys() == {amina.user_id, derek.user_id}, "not at once"
    assert gone(tmp_path) == {amina.user_id}


async def test_her_roles_are_looked_up_and_are_new_at_each_press(
    community: Rehearsal, tmp_path: Path
) -> None:
    amina = community.person("Amina")
    guild = community.world.guild
    roles = {name: community.world.role_named(name).id for name in ("Managers", "Patient and public members")}
    await join(community, "Amina")
    community.world.take_role("Amina Yusuf", "Patient and public members")
    await community.advance(A_LOOK)
    assert members(tmp_path) == {amina.user_id: {guild.id}}
    community.world.give_role("Amina Yusuf", "Managers")
    await look(community, "Amina")
    assert members(tmp_path) == {amina.user_id: {guild.id, roles["Managers"]}}


async def test_while_discord_says_nothing_nobody_is_taken_for_gone(
    community: Rehearsal, tmp_path: Path, log: Log
) -> None:
    account = community.person("Amina").user_id
    await join(community, "Amina")
    community.world.remove_member("Amina Yusuf")
    with community.refuse(403):
        await community.advance(A_LOOK)
    assert members(tmp_path).keys() == {account}
    assert "a member could not be looked up" in log.getvalue()
    assert str(account) not in log.getvalue()
    await community.advance(A_LOOK)
    assert gone(tmp_path) == {account}


async def test_it_all_goes_on_after_a_restart(rehearsal: Rehearsal, tmp_path: Path) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.person("Ruth").command("panel", channel="general", **PANEL)
        await rehearsal.settle()
        await press_more(rehearsal.person("Amina"), "Join this community")
        await join(rehearsal, "Derek")
        derek = rehearsal.person("Derek").user_id
    rehearsal.world.remove_member("Derek Holloway")
    async with bot_running(settings):
        await rehearsal.bot_ready()
        joined = await agree(rehearsal.person("Amina"))
        assert "You joined this community" in seen(joined)
        await rehearsal.advance(A_LOOK)
    assert members(tmp_path).keys() == {derek, rehearsal.person("Amina").user_id}
    assert gone(tmp_path) == {derek}


async def test_it_cannot_be_pressed_where_there_is_no_panel(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    """The planted fault: what the other tests press is the panel's."""
    with pytest.raises(CannotSee):
        await press_more(rehearsal.person("Amina"), "Join this community")


async def test_about_me_from_the_first_look_to_the_last_press(community: Rehearsal) -> None:
    amina = community.person("Amina")
    assert "If you join" in seen(await amina.command("me", channel="questions"))
    await join(community, "Amina")
    page = await press_more(amina, "About me")
    assert "I’d rather not say" in seen(page)

    async def fills(label: str, values: Mapping[str, str | bool | Sequence[str]]) -> str:
        opened = await amina.press(label, channel="questions")
        assert opened.form is not None
        return seen(await opened.form.submit(values))

    assert "Patient or public member" in await fills("My role group", {"What is your part here?": "Carer"})
    place = {"Your organisation, if you have one": "*Hill* End", "Your time zone": "Cardiff"}
    assert "Europe/London" in await fills("Organisation and time zone", place)
    assert "I do not know this time zone" in await fills(
        "Organisation and time zone", {"Your time zone": "x" * 60}
    )
    hours = {"On these days": ["Monday", "Sunday"], "Not before": "10:00", "Not after": "16:00"}
    assert "Monday, Sunday, from 10:00 to 16:00" in await fills("When messages come", hours)
    needs = {"Tick what helps": ["Large print"], "In your own words": "A seat by the door"}
    assert "A seat by the door" in await fills("What I need", needs)
    assert "until you start them again" in seen(await amina.press("Pause messages", channel="questions"))
    assert "Messages are paused" in seen(await amina.press("For a week", channel="questions"))
    assert "Messages can come again" in seen(await amina.press("Start messages again", channel="questions"))
    await press_more(amina, "About me")
    assert "You need not say why" in seen(await amina.press("Not in my room", channel="questions"))
    assert str(community.person("Derek").user_id) in await fills("Add people", {"Who?": ["Derek Holloway"]})
    for person in community.people:
        if person is not amina:
            assert "room with" not in "".join(each.text for each in person.read("questions"))
