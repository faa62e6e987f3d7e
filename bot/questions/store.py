"""Questions, waiting acts, claims and pauses on the anonymous database; a community's choices on the other.

Questions are public, once they are here: their texts are sealed against a stolen file only. Acts, claims,
pauses, and what else was said and is to be handed over, lie on shelves, so that nothing about them shows but
how many there are.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
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
    delete,
    func,
    select,
)

from bot.core.database import Tx
from bot.core.schema import ANONYMOUS, EVERYDAY, sealed_as, upsert
from bot.core.sealing import Purpose, Seal
from bot.core.shelf import Shelf, shelf_table
from bot.questions.rules.acts import Act, Asked, Read
from bot.questions.rules.claims import Claim, Role
from bot.questions.rules.pauses import Pause
from bot.questions.rules.question import AnonymousQuestion, State
from bot.questions.rules.saying import Said
from bot.questions.rules.settings import QuestionSettings, Terms
from bot.questions.rules.writing import LONGEST, LONGEST_NOTE, LONGEST_QUOTE

#: A character takes four bytes of UTF-8 at most; the rest is names and ids.
_LONGEST_ACT = 4 * (LONGEST + LONGEST_QUOTE) + 600
_LONGEST_CLAIM = 480
_LONGEST_PAUSE = 4 * LONGEST_NOTE + 500
_LONGEST_SAID = 4 * LONGEST + 600

_SEALED = sealed_as("question")
_STATES = ", ".join(f"'{state}'" for state in State)

question_table = Table(
    "question",
    ANONYMOUS,
    Column("id", Text, primary_key=True),
    Column("community", BigInteger, nullable=False),
    Column("number", Integer, CheckConstraint("number > 0", name="number_counts_from_one")),
    Column("state", Text, nullable=False),
    Column("text", LargeBinary, nullable=False, info=_SEALED),
    Column("answer", LargeBinary, info=_SEALED),
    Column("details", LargeBinary, info=_SEALED),
    Column("window", BigInteger, nullable=False),
    Column("merged_into", Text),
    Column("closed_on", Date),
    Column("card_channel", BigInteger, nullable=False),
    Column("card_token", Text, nullable=False, unique=True),
    Column("card_message", BigInteger),
    UniqueConstraint("community", "number"),
    CheckConstraint(f"state IN ({_STATES})", name="state_is_known"),
    CheckConstraint("state <> 'answered' OR answer IS NOT NULL", name="answered_has_an_answer"),
    CheckConstraint("state NOT IN ('out', 'answered') OR number IS NOT NULL", name="out_has_a_number"),
    CheckConstraint("(state = 'merged') = (merged_into IS NOT NULL)", name="merged_has_another"),
    CheckConstraint("(state = 'closed') = (closed_on IS NOT NULL)", name="closed_has_a_date"),
    sqlite_with_rowid=False,
)
waiting_table = shelf_table("waiting", ANONYMOUS)
claim_table = shelf_table("claim", ANONYMOUS)
pause_table = shelf_table("pause", ANONYMOUS)
said_table = shelf_table("said", ANONYMOUS)

settings_table = Table(
    "question_settings",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("chosen", Text, nullable=False),
)

_ACT: TypeAdapter[Act] = TypeAdapter(Act)
_PAUSE: TypeAdapter[Pause] = TypeAdapter(Pause)
_QUESTION: TypeAdapter[AnonymousQuestion] = TypeAdapter(AnonymousQuestion)
_SAID: TypeAdapter[Said] = TypeAdapter(Said)
_SETTINGS: TypeAdapter[QuestionSettings] = TypeAdapter(QuestionSettings)
_IN_COLUMNS = ("id", "community", "number", "text", "card", "window", "state", "merged_into", "closed_on")
_OPEN = question_table.c.state != State.CLOSED.value


class SettingsStore:
    """Reads and writes what communities have chosen."""

    async def get(self, tx: Tx, community: int) -> QuestionSettings:
        """What a community has chosen, or the defaults."""
        table = settings_table
        chosen = await tx.scalar(select(table.c.chosen).where(table.c.community == community))
        return QuestionSettings(community) if chosen is None else _SETTINGS.validate_json(chosen)

    async def put(self, tx: Tx, settings: QuestionSettings) -> None:
        """Keep what a community has chosen."""
        chosen = _SETTINGS.dump_json(settings).decode()
        await upsert(tx, settings_table, {"community": settings.community, "chosen": chosen})


class QuestionStore:
    """Reads and writes all that questions keep in the anonymous database."""

    def __init__(self, seal: Seal, rng: Random) -> None:
        """`rng` shuffles, and must not be guessable."""
        self._seal = seal
        self._waiting = Shelf(waiting_table, seal, _LONGEST_ACT, rng)
        self._claims = Shelf(claim_table, seal, _LONGEST_CLAIM, rng)
        self._pauses = Shelf(pause_table, seal, _LONGEST_PAUSE, rng)
        self._said = Shelf(said_table, seal, _LONGEST_SAID, rng)

    async def waiting(self, tx: Tx, community: int) -> list[Act]:
        """The acts that wait, in no order."""
        return [_act(block) for block in await self._waiting.read(tx, community)]

    async def wait(self, tx: Tx, community: int, acts: Sequence[Act], *, leave_blanks: bool = True) -> None:
        """Let exactly these acts wait; with `leave_blanks`, what went leaves a blank in its place."""
        blocks = [_ACT.dump_json(act) for act in acts]
        await self._waiting.write(tx, community, blocks, leave_blanks=leave_blanks)

    async def claims(self, tx: Tx, community: int) -> list[Claim]:
        """The claims of a community, in no order."""
        return [_claim(block) for block in await self._claims.read(tx, community)]

    async def put_claims(
        self, tx: Tx, community: int, claims: Sequence[Claim], *, leave_blanks: bool = True
    ) -> None:
        """Keep exactly these claims; with `leave_blanks`, what went leaves a blank in its place."""
        blocks = [_claim_block(claim) for claim in claims]
        await self._claims.write(tx, community, blocks, leave_blanks=leave_blanks)

    async def pauses(self, tx: Tx, community: int) -> list[Pause]:
        """The pauses of askers of a community, in no order."""
        return [_pause(block) for block in await self._pauses.read(tx, community)]

    async def put_pauses(
        self, tx: Tx, community: int, pauses: Sequence[Pause], *, leave_blanks: bool = True
    ) -> None:
        """Keep exactly these pauses; with `leave_blanks`, what went leaves a blank in its place."""
        blocks = [_pause_block(each) for each in pauses]
        await self._pauses.write(tx, community, blocks, leave_blanks=leave_blanks)

    async def said(self, tx: Tx, community: int) -> list[Said]:
        """What came out of a community's windows and is still to be handed over, in no order."""
        return [_SAID.validate_json(block) for block in await self._said.read(tx, community)]

    async def put_said(
        self, tx: Tx, community: int, said: Sequence[Said], *, leave_blanks: bool = True
    ) -> None:
        """Let exactly these wait to be handed over; with `leave_blanks`, what went leaves a blank."""
        blocks = [_SAID.dump_json(each) for each in said]
        await self._said.write(tx, community, blocks, leave_blanks=leave_blanks)

    async def communities(self, tx: Tx) -> list[int]:
        """The communities of which anything is kept here."""
        tables = (question_table, waiting_table, claim_table, pause_table, said_table)
        found = [set(await tx.scalars(select(table.c.community).distinct())) for table in tables]
        return sorted(set().union(*found))

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
                "text": self._close(question, question.text.encode()),
                "answer": None if answer is None else self._close(question, answer.text.encode()),
                "details": self._close(question, _details(question)),
                "window": int(question.window.timestamp()),
                "merged_into": question.merged_into,
                "closed_on": question.closed_on,
                "card_channel": question.card.channel,
                "card_token": question.card.token,
                "card_message": question.card.message,
            },
        )

    async def get(self, tx: Tx, question: str) -> AnonymousQuestion | None:
        """A question by its id."""
        return next(iter(await self._found(tx, question_table.c.id == question)), None)

    async def by_card(self, tx: Tx, community: int, token: str) -> AnonymousQuestion | None:
        """The question of this community whose card has this token."""
        here = question_table.c.community == community
        return next(iter(await self._found(tx, here & (question_table.c.card_token == token))), None)

    async def by_number(self, tx: Tx, community: int, number: int) -> AnonymousQuestion | None:
        """The question of this community with this number."""
        here = question_table.c.community == community
        return next(iter(await self._found(tx, here & (question_table.c.number == number))), None)

    async def open(self, tx: Tx, community: int) -> list[AnonymousQuestion]:
        """The questions of a community that are not closed."""
        return await self._found(tx, (question_table.c.community == community) & _OPEN)

    async def these(self, tx: Tx, ids: Collection[str]) -> list[AnonymousQuestion]:
        """The questions with these ids; of one that is not there, nothing."""
        return await self._found(tx, question_table.c.id.in_(ids)) if ids else []

    async def closed(self, tx: Tx, community: int) -> list[AnonymousQuestion]:
        """The closed questions of a community."""
        return await self._found(tx, (question_table.c.community == community) & ~_OPEN)

    async def closed_on(self, tx: Tx, community: int) -> dict[str, date]:
        """When each closed question of a community was closed, by its id."""
        chosen = select(question_table.c.id, question_table.c.closed_on).where(
            question_table.c.community == community, question_table.c.closed_on.is_not(None)
        )
        return {row.id: row.closed_on for row in await tx.execute(chosen)}

    async def drop(self, tx: Tx, ids: Collection[str]) -> None:
        """Keep these questions no longer."""
        if ids:
            await tx.execute(delete(question_table).where(question_table.c.id.in_(ids)))

    async def next_number(self, tx: Tx, community: int) -> int:
        """The number of the next question of a community; they begin at 1."""
        highest = select(func.max(question_table.c.number)).where(question_table.c.community == community)
        return (await tx.scalar(highest) or 0) + 1

    async def _found(self, tx: Tx, condition: Any) -> list[AnonymousQuestion]:
        return [self._question(row) for row in await tx.execute(select(question_table).where(condition))]

    def _question(self, row: Row[Any]) -> AnonymousQuestion:
        answer = None if row.answer is None else self._open(row, row.answer).decode()
        first = row.details is None
        details = _first_details(row, answer) if first else json.loads(self._open(row, row.details))
        if answer is not None:
            details["answer"]["text"] = answer
        columns = {name: getattr(row, name) for name in _IN_COLUMNS if name not in ("text", "card", "window")}
        return _QUESTION.validate_python(
            {
                **details,
                **columns,
                "text": self._open(row, row.text).decode(),
                "card": {"channel": row.card_channel, "token": row.card_token, "message": row.card_message},
                "window": datetime.fromtimestamp(row.window, UTC),
            }
        )

    def _open(self, row: Row[Any], sealed: bytes) -> bytes:
        return self._seal.open(_purpose(row.community), sealed)

    def _close(self, question: AnonymousQuestion, content: bytes) -> bytes:
        return self._seal.close(_purpose(question.community), content)


def _purpose(community: int) -> Purpose:
    return Purpose("question", community)


def _details(question: AnonymousQuestion) -> bytes:
    """What has no column of its own."""
    dumped = _QUESTION.dump_python(question, mode="json")
    details = {name: value for name, value in dumped.items() if name not in _IN_COLUMNS}
    if details["answer"] is not None:
        del details["answer"]["text"]
    return json.dumps(details).encode()


def _first_details(row: Row[Any], answer: str | None) -> dict[str, Any]:
    """What a row of the first version, which had no details, stands for."""
    if answer is None:
        return {}
    return {"answer": {}, "news": 1, "changed_on": datetime.fromtimestamp(row.window, UTC).date()}


def _act(block: bytes) -> Act:
    kept = json.loads(block)
    # Acts that waited while the first version was replaced.
    if "channel" in kept:
        return Asked(kept["draft"], kept["account"], kept["text"], Terms(kept["channel"]), not_before=0)
    if "questions" in kept:
        return Read(tuple((question, 1) for question in kept["questions"]), not_before=0)
    return _ACT.validate_python(kept)


def _claim_block(claim: Claim) -> bytes:
    return json.dumps(_with_hex(asdict(claim), "salt", "handle", "note")).encode()


def _claim(block: bytes) -> Claim:
    kept = json.loads(block)
    # The first version had no roles, and knew of one answer only.
    if "read" in kept:
        read = kept.pop("read")
        kept = {**kept, "role": Role.ASKED, "seen": int(read), "note": ""}
    return Claim(**{**_without_hex(kept, "salt", "handle", "note"), "role": Role(kept["role"])})


def _pause_block(pause: Pause) -> bytes:
    dumped = _PAUSE.dump_python(pause)
    times = {name: int(dumped[name].timestamp()) for name in ("begins", "ends")}
    return json.dumps({**_with_hex(dumped, "salt", "handle"), **times}, ensure_ascii=False).encode()


def _pause(block: bytes) -> Pause:
    kept = json.loads(block)
    times = {name: datetime.fromtimestamp(kept[name], UTC) for name in ("begins", "ends")}
    return Pause(**{**_without_hex(kept, "salt", "handle"), **times})


def _with_hex(kept: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {**kept, **{name: kept[name].hex() for name in names}}


def _without_hex(kept: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {**kept, **{name: bytes.fromhex(kept[name]) for name in names}}
