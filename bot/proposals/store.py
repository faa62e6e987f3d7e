"""Proposals on the everyday database. What was written is sealed; who, and the day of a decision, are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, Column, Date, LargeBinary, Table, Text, delete, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, sealed_as, upsert
from bot.core.sealing import Purpose, Seal
from bot.proposals.rules import Proposal

proposal_table = Table(
    "proposal",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, primary_key=True),
    Column("member", Text),
    Column("who", Text),
    Column("decided_on", Date),
    Column("block", LargeBinary, nullable=False, info=sealed_as("proposal", "id")),
)


class ProposalStore:
    """Reads and writes what was proposed, and what became of it."""

    def __init__(self, seal: Seal) -> None:
        """`seal` closes all that somebody wrote."""
        self._seal = seal

    async def put(self, tx: Tx, proposal: Proposal) -> None:
        """Keep it as it is now."""
        bare = replace(proposal, member=None, who=None, decided_on=None)
        block = self._seal.close(_purpose(proposal.community, proposal.id), _PROPOSAL.dump_json(bare))
        row = {
            "community": proposal.community,
            "id": proposal.id,
            "member": proposal.member,
            "who": proposal.who,
            "decided_on": proposal.decided_on,
            "block": block,
        }
        await upsert(tx, proposal_table, row)

    async def get(self, tx: Tx, community: int, id_: str) -> Proposal | None:
        """The one with this id."""
        table = proposal_table
        found = select(table).where(table.c.community == community, table.c.id == id_)
        row = (await tx.execute(found)).mappings().first()
        return None if row is None else self._proposal(row)

    async def of_community(self, tx: Tx, community: int) -> list[Proposal]:
        """All of a community; the order tells nothing."""
        table = proposal_table
        rows = await tx.execute(select(table).where(table.c.community == community).order_by(table.c.id))
        return [self._proposal(row) for row in rows.mappings()]

    async def drop(self, tx: Tx, community: int, id_: str) -> None:
        """Nothing is kept of it."""
        table = proposal_table
        await tx.execute(delete(table).where(table.c.community == community, table.c.id == id_))

    def _proposal(self, row: Mapping[Any, Any]) -> Proposal:
        block = self._seal.open(_purpose(row["community"], row["id"]), row["block"])
        bare = _PROPOSAL.validate_json(block)
        return replace(bare, member=row["member"], who=row["who"], decided_on=row["decided_on"])


def _purpose(community: int, id_: str) -> Purpose:
    return Purpose("proposal", community, id_)


_PROPOSAL = TypeAdapter(Proposal)
