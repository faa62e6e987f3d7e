"""Questions, waiting acts and claims on the anonymous database.

Questions are public, once they are here: their texts are sealed against a stolen file only. Acts and
claims lie on shelves, so that nothing about them shows but how many there are.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from random import Random
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    Integer,
    LargeBinary,
    Row,
    Table,
    Text,
    UniqueConstraint,
    func,
    select,
)

from bot.core.database import Tx
from bot.core.schema import ANONYMOUS, upsert
from bot.core.sealing import Purpose, Seal
from bot.core.shelf import Shelf, shelf_table
from bot.questions.rules import LONGEST, Act, AnonymousQuestion, Card, Claim, State

#: A character takes four bytes of UTF-8 at most; the rest is names and ids.
_LONGEST_ACT = 4 * LONGEST + 400
_LONGEST_CLAIM = 320

question_table = Table(
    "question",
    ANONYMOUS,
    Column("id", Text, primary_key=True),
    Column("community", BigInteger, nullable=False),
    Column("number", Integer, CheckConstraint("number > 0", name="number_counts_from_one"), nullable=False),
    Column("state", Text, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("answer", LargeBinary),
    Column("window", BigInteger, nullable=False),
    Column("closed_on", Date),
    Column("card_channel", BigInteger, nullable=False),
    Column("card_token", Text, nullable=False, unique=True),
    Column("card_message", BigInteger),
    UniqueConstraint("community", "number"),
    CheckConstraint("state IN ('out', 'answered', 'closed')", name="state_is_known"),
    CheckConstraint("(state = 'out') = (answer IS NULL)", name="answered_has_an_answer"),
    CheckConstraint("(state = 'closed') = (closed_on IS NOT NULL)", name="closed_has_a_date"),
    sqlite_with_rowid=False,
)
waiting_table = shelf_table("waiting", ANONYMOUS)
claim_table = shelf_table("claim", ANONYMOUS)

_ACT: TypeAdapter[Act] = TypeAdapter(Act)


class QuestionStore:
    """Reads and writes all that questions keep."""

    def __init__(self, seal: Seal, rng: Random) -> None:
        """`rng` shuffles, and must not be guessable."""
        self._seal = seal
        self._waiting = Shelf(waiting_table, seal, _LONGEST_ACT, rng)
        self._claims = Shelf(claim_table, seal, _LONGEST_CLAIM, rng)

    async def waiting(self, tx: Tx, community: int) -> list[Act]:
        """The acts that wait for the next window, in no order."""
        return [_ACT.validate_json(block) for block in await self._waiting.read(tx, community)]

    async def wait(self, tx: Tx, community: int, acts: Sequence[Act]) -> None:
        """Let exactly these acts wait."""
        await self._waiting.write(tx, community, [_ACT.dump_json(act) for act in acts])

    async def empty_waiting(self, tx: Tx, community: int) -> None:
        """Let no act wait, and leave no blank either."""
        await self._waiting.write(tx, community, [], leave_blanks=False)

    async def claims(self, tx: Tx, community: int) -> list[Claim]:
        """The claims of a community, in no order."""
        return [_claim(block) for block in await self._claims.read(tx, community)]

    async def put_claims(
        self, tx: Tx, community: int, claims: Sequence[Claim], *, leave_blanks: bool = True
    ) -> None:
        """Keep exactly these claims; with `leave_blanks`, what went leaves a blank in its place."""
        blocks = [_block(claim) for claim in claims]
        await self._claims.write(tx, community, blocks, leave_blanks=leave_blanks)

    async def claiming_communities(self, tx: Tx) -> list[int]:
        """The communities that have a claim, or a blank in place of one."""
        return list(await tx.scalars(select(claim_table.c.community).distinct()))

    async def put(self, tx: Tx, question: AnonymousQuestion) -> None:
        """Keep a question as it is now."""
        answer = question.answer
        await upsert(
            tx,
            question_table,
            {
                "id": question.id,
                "community": question.community,
                "number": question.number,
                "state": question.state.value,
                "text": self._close(question, question.text),
                "answer": None if answer is None else self._close(question, answer),
                "window": int(question.window.timestamp()),
                "closed_on": question.closed_on,
                "card_channel": question.card.channel,
                "card_token": question.card.token,
                "card_message": question.card.message,
            },
        )

    async def get(self, tx: Tx, question: str) -> AnonymousQuestion | None:
        """A question by its id."""
        return await self._one(tx, question_table.c.id == question)

    async def by_card(self, tx: Tx, community: int, token: str) -> AnonymousQuestion | None:
        """The question of this community whose card has this token."""
        return await self._one(
            tx, (question_table.c.card_token == token) & (question_table.c.community == community)
        )

    async def closed_on(self, tx: Tx, community: int) -> dict[str, date]:
        """When each closed question of a community was closed, by its id."""
        chosen = select(question_table.c.id, question_table.c.closed_on).where(
            question_table.c.community == community, question_table.c.closed_on.is_not(None)
        )
        return {row.id: row.closed_on for row in await tx.execute(chosen)}

    async def next_number(self, tx: Tx, community: int) -> int:
        """The number of the next question of a community; they begin at 1."""
        highest = select(func.max(question_table.c.number)).where(question_table.c.community == community)
        return (await tx.scalar(highest) or 0) + 1

    async def _one(self, tx: Tx, condition: Any) -> AnonymousQuestion | None:
        row = (await tx.execute(select(question_table).where(condition))).first()
        return None if row is None else self._question(row)

    def _question(self, row: Row[Any]) -> AnonymousQuestion:
        purpose = _purpose(row.community)
        return AnonymousQuestion(
            id=row.id,
            community=row.community,
            number=row.number,
            text=self._seal.open(purpose, row.text).decode(),
            card=Card(row.card_channel, row.card_token, row.card_message),
            window=datetime.fromtimestamp(row.window, UTC),
            state=State(row.state),
            answer=None if row.answer is None else self._seal.open(purpose, row.answer).decode(),
            closed_on=row.closed_on,
        )

    def _close(self, question: AnonymousQuestion, text: str) -> bytes:
        return self._seal.close(_purpose(question.community), text.encode())


def _block(claim: Claim) -> bytes:
    as_text = {"salt": claim.salt.hex(), "handle": claim.handle.hex()}
    return json.dumps({**asdict(claim), **as_text}).encode()


def _claim(block: bytes) -> Claim:
    kept = json.loads(block)
    as_bytes = {"salt": bytes.fromhex(kept["salt"]), "handle": bytes.fromhex(kept["handle"])}
    return Claim(**{**kept, **as_bytes})


def _purpose(community: int) -> Purpose:
    return Purpose("question", community)
