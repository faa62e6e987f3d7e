"""Communities on the everyday database."""

from __future__ import annotations

from dataclasses import asdict

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, Column, Table, Text, select

from bot.community.rules import Community, CommunitySettings
from bot.community.rules.setup import Setup
from bot.core.database import Tx
from bot.core.schema import EVERYDAY, OF_COMMUNITY, upsert

community_table = Table(
    "community",
    EVERYDAY,
    Column("id", BigInteger, primary_key=True, autoincrement=False, info=OF_COMMUNITY),
    Column("questions_channel", BigInteger, nullable=False),
    Column("facilitators_channel", BigInteger, nullable=False),
    Column("facilitators_role", BigInteger, nullable=False),
)

settings_table = Table(
    "community_settings",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("chosen", Text, nullable=False),
)

setup_table = Table(
    "setup",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),
)


class CommunityStore:
    """Reads and writes communities."""

    async def put(self, tx: Tx, community: Community) -> None:
        """Keep a community's settings, in place of earlier ones."""
        await upsert(tx, community_table, asdict(community))

    async def get(self, tx: Tx, community: int) -> Community | None:
        """A community's settings, or None before it is set up."""
        found = select(community_table).where(community_table.c.id == community)
        row = (await tx.execute(found)).mappings().first()
        return None if row is None else Community(**row)

    async def all(self, tx: Tx) -> list[Community]:
        """Every community, by id."""
        rows = await tx.execute(select(community_table).order_by(community_table.c.id))
        return [Community(**row) for row in rows.mappings()]

    async def settings(self, tx: Tx, community: int) -> CommunitySettings:
        """What a community has chosen; the defaults before it has."""
        table = settings_table
        chosen = await tx.scalar(select(table.c.chosen).where(table.c.community == community))
        return CommunitySettings(community) if chosen is None else _SETTINGS.validate_json(chosen)

    async def put_settings(self, tx: Tx, settings: CommunitySettings) -> None:
        """Keep what a community has chosen, in place of what it chose before."""
        row = {"community": settings.id, "chosen": _SETTINGS.dump_json(settings).decode()}
        await upsert(tx, settings_table, row)


class SetupStore:
    """Reads and writes how far each community is set up."""

    async def get(self, tx: Tx, community: int) -> Setup:
        """How far a community is; at the very beginning if nothing was done yet."""
        table = setup_table
        state = await tx.scalar(select(table.c.state).where(table.c.community == community))
        return Setup(community) if state is None else _SETUP.validate_json(state)

    async def put(self, tx: Tx, setup: Setup) -> None:
        """Keep how far a community is."""
        row = {"community": setup.community, "state": _SETUP.dump_json(setup).decode()}
        await upsert(tx, setup_table, row)


_SETUP = TypeAdapter(Setup)
_SETTINGS = TypeAdapter(CommunitySettings)
