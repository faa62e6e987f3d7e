"""A host's databases after a busy week: two communities, members, questions open, waiting and paused."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select

from bot.app import EVERYDAY_DELIVERIES, Store, open_store
from bot.community.rules import CommunitySettings, Safeguarding
from bot.community.store import CommunityStore
from bot.core.database import Database, Journal
from bot.core.deliveries import Deliveries, Delivery, Direct, new_key
from bot.core.notices import Notice, Words
from bot.people.rules import About, Member
from bot.people.store import PeopleStore
from config.settings import Settings
from tests.contracts.group import AMA, BEN, CAT, ELSEWHERE, HERE, Group
from tests.support import FakeClock

AMA_ID, BEN_ID, THEIR_ID, ROSA_ID = (
    "3f1c0a9b7d2e4f60",
    "c47be1905a6d3f28",
    "77aa01c2d3e4f501",
    "9d8c7b6a5f4e3d21",
)
HER_NEEDS = "large print, and a seat near the door"
LEAD = "Leila Haddad"
WAITS = "papers for the next meeting"


def settings_in(folder: Path, url: str | None = None, **changes: object) -> Settings:
    """A host's settings, with everything in one folder but a database at `url`."""
    values: dict[str, object] = {
        "database_url": url or f"sqlite+aiosqlite:///{folder}/equal-footing.db",
        "anonymous_database_url": f"sqlite+aiosqlite:///{folder}/anonymous.db",
        "key_file": folder / "keys" / "master.key",
        "master_key": None,
    }
    return Settings(**{**values, **changes})


def member(id_: str, account: int | None, community: int = HERE, about: About | None = None) -> Member:
    return Member(
        id_,
        community,
        account,
        date(2026, 5, 14),
        frozenset({1}),
        datetime(2026, 5, 14, 13, tzinfo=UTC),
        about or About(),
    )


async def fill(settings: Settings) -> None:
    """Let a busy week pass: one question of Ama's is open and answered, one of Ben's paused, one waits."""
    async with open_store(settings) as store:
        group = Group(store.anonymous, store.everyday, store.seal, FakeClock())
        await group.begin()
        await group.meets()
        await group.answered(AMA)
        token = await group.asked(BEN, "Who decides what is on the agenda?", tell=True)
        await group.facilitating.pause(HERE, token, "7", "so that we can talk first")
        await group.asks(CAT, "Is there a list of the words?")
        await _join(store)


async def _join(store: Store) -> None:
    people, settings = PeopleStore(store.seal), CommunityStore()
    waits = Delivery(new_key(), HERE, "panel", Direct(AMA), Notice((Words(WAITS),)))
    async with store.everyday.write() as tx:
        await people.put(tx, member(AMA_ID, AMA, about=About(own_words=HER_NEEDS, apart=(str(BEN),))))
        await people.put(tx, member(BEN_ID, BEN))
        await people.put(tx, member(ROSA_ID, None, about=About(name="Rosa Byrne")))
        await people.put(tx, member(THEIR_ID, AMA, ELSEWHERE))
        await settings.put_settings(tx, CommunitySettings(HERE, safeguarding=Safeguarding(LEAD)))
        await Deliveries(EVERYDAY_DELIVERIES, store.seal).put(tx, waits, datetime(2026, 5, 14, tzinfo=UTC))


@asynccontextmanager
async def everyday_of(settings: Settings) -> AsyncIterator[Database]:
    database = Database(settings.database_url, Journal.EVERYDAY)
    try:
        yield database
    finally:
        await database.close()


async def members_of(settings: Settings, community: int = HERE) -> dict[str, About]:
    """What a start with these settings knows of a community's members."""
    async with open_store(settings) as store, store.everyday.read() as tx:
        return {each.id: each.about for each in await PeopleStore(store.seal).of_community(tx, community)}


async def waiting_deliveries(settings: Settings) -> list[Delivery]:
    """What waits to be sent from the everyday database."""
    async with open_store(settings) as store, store.everyday.write() as tx:
        post, found = Deliveries(EVERYDAY_DELIVERIES, store.seal), []
        for _ in range(len((await tx.execute(select(EVERYDAY_DELIVERIES))).all())):
            claimed = await post.claim(tx, datetime.now(UTC))
            assert claimed is not None
            found.append(post.open(claimed))
        await post.free(tx)
        return found


def group_of(store: Store) -> Group:
    """The questions of an opened store, as they are now."""
    return Group(store.anonymous, store.everyday, store.seal, FakeClock())
