"""Steps for named contacts, and members whom the tests put in by the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from bot.core.database import Database, Journal
from bot.core.keyring import read_key_file
from bot.people.rules import About, Member
from bot.people.store import PeopleStore
from rehearsal import Rehearsal
from tests.e2e.flows import fill, join, press

FACILITATORS = "facilitators"
MARGARET = "Margaret Dunne"
MARGARETS_ID = "0123456789abcdef"


def mention(rehearsal: Rehearsal, name: str) -> str:
    """How somebody is named in a message, which every client shows as her name."""
    return f"<@{rehearsal.person(name).user_id}>"


async def put_members(rehearsal: Rehearsal, folder: Path, *lay: str, without: str = "") -> None:
    """These who have joined are patients or public; with `without`, a member of that name has no Discord."""
    here = rehearsal.community_id
    database = Database(f"sqlite+aiosqlite:///{folder}/equal-footing.db", Journal.EVERYDAY)
    store = PeopleStore(read_key_file(folder / "master.key"))
    accounts = {rehearsal.person(name).user_id for name in lay}
    try:
        async with database.write() as tx:
            for member in await store.of_community(tx, here):
                if member.account in accounts:
                    await store.put(tx, replace(member, about=About(groups=("lay",))))
            if without:
                about = About(name=without, groups=("lay",), permission="a facilitator, 2026-03-02")
                day, then = date(2026, 3, 2), datetime(2026, 3, 2, 10, tzinfo=UTC)
                await store.put(tx, Member(MARGARETS_ID, here, None, day, frozenset(), then, about))
    finally:
        await database.close()


async def has_left(rehearsal: Rehearsal, folder: Path, name: str) -> None:
    """Somebody was found to have left the server."""
    database = Database(f"sqlite+aiosqlite:///{folder}/equal-footing.db", Journal.EVERYDAY)
    store = PeopleStore(read_key_file(folder / "master.key"))
    try:
        async with database.write() as tx:
            member = await store.get(tx, rehearsal.community_id, rehearsal.person(name).user_id)
            assert member is not None
            await store.put(tx, replace(member, left_on=date(2026, 3, 2)))
    finally:
        await database.close()


async def name_contacts(rehearsal: Rehearsal, *pairs: tuple[str, str]) -> None:
    """A facilitator says who is a named contact, and who covers for each (empty: nobody)."""
    for contact, cover in pairs:
        await press(rehearsal, "Leila", "Named contacts", channel=FACILITATORS)
        full = [rehearsal.person(name).name for name in (contact, cover) if name]
        values: dict[str, object] = {
            "Who is it?": [full[0]],
            "When do they read messages?": "Mondays and Thursdays",
            "Who covers for them?": full[1:],
        }
        await fill(rehearsal, "Leila", "Add or change one", values, channel=FACILITATORS)  # type: ignore[arg-type]


async def begin(rehearsal: Rehearsal, folder: Path, *, without: str = "") -> None:
    """Leila is the contact of Amina, or of the member without Discord as well; Owen covers."""
    await join(rehearsal, "Amina", "Leila", "Owen", "Priya")
    await put_members(rehearsal, folder, "Amina", without=without)
    await name_contacts(rehearsal, ("Leila", "Owen"))
    await press(rehearsal, "Leila", "Named contacts", channel=FACILITATORS)
    await press(rehearsal, "Leila", "Suggest", channel=FACILITATORS)
    await press(rehearsal, "Leila", "Use this", channel=FACILITATORS)
