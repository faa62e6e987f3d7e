"""A file of anonymous questions of the first version is read by this one, on every kind of database."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from datetime import UTC, date, datetime
from random import Random
from typing import Any

import pytest
from sqlalchemy import Table, insert

from bot import migrations
from bot.core.database import Database, Journal
from bot.core.sealing import SALT_BYTES, Purpose, Seal
from bot.questions.rules.acts import Asked, Read
from bot.questions.rules.question import Ending, State
from bot.questions.store import QuestionStore
from tests.contracts.group import AMA, AN_ANSWER, BEN, CARD, HER_WORDS, HERE, QUESTIONS, Group, said
from tests.migrations.test_old_files import lost, tables, upgrade_to
from tests.support import FakeClock

WINDOW = datetime(2026, 5, 13, 13, 0, 0, tzinfo=UTC)
#: What the first version gave a block of each shelf.
LONGEST_ACT, LONGEST_CLAIM = 4 * 1_500 + 600, 320
#: The questions that it wrote: id, state, number.
WRITTEN = (
    *(("q-out", "out", 1), ("q-answered", "answered", 2)),
    *(("q-closed", "closed", 3), ("q-read", "answered", 4)),
)


class FirstVersion:
    """Writes as the first version did, with its own shapes and lengths."""

    def __init__(self, database: Database, seal: Seal) -> None:
        self._database = database
        self._seal = seal
        self.tables: dict[str, Table] = {}

    async def begin(self) -> None:
        await upgrade_to(self._database, "anonymous_0001")
        self.tables = dict(await tables(self._database))

    def _sealed(self, text: str) -> bytes:
        return self._seal.close(Purpose("question", HERE), text.encode())

    def question(self, id_: str, state: str, number: int) -> dict[str, Any]:
        return {
            "id": id_,
            "community": HERE,
            "number": number,
            "state": state,
            "text": self._sealed(HER_WORDS),
            "answer": None if state == "out" else self._sealed(AN_ANSWER),
            "window": int(WINDOW.timestamp()),
            "closed_on": date(2026, 5, 13) if state == "closed" else None,
            "card_channel": QUESTIONS,
            "card_token": f"token-{id_}",
            "card_message": number,
        }

    def claim(self, question: str, account: int, *, read: bool) -> dict[str, Any]:
        salt = secrets.token_bytes(SALT_BYTES)
        handle = self._seal.handle(Purpose("asker", HERE, question), salt, account)
        kept = {"question": question, "draft": f"draft-{question}", "salt": salt.hex()}
        return {**kept, "handle": handle.hex(), "read": read}

    async def put(self, name: str, rows: Sequence[dict[str, Any]]) -> None:
        async with self._database.write() as tx:
            await tx.execute(insert(self.tables[name]), list(rows))

    async def shelve(self, name: str, contents: Sequence[object], length: int) -> None:
        purpose = Purpose(f"shelf {name}", HERE)
        blocks = [json.dumps(content).encode() for content in contents]
        # A blank is among them, as after something was taken off.
        rows = [
            {
                "community": HERE,
                "key": secrets.token_bytes(16),
                "block": self._seal.close(purpose, each, length),
            }
            for each in (*blocks, b"")
        ]
        await self.put(name, rows)


@pytest.fixture
async def first(database: Database, seal: Seal) -> FirstVersion:
    """A file in which four questions of Ama's lie, each with its claim, and two acts that wait."""
    written = FirstVersion(database, seal)
    await written.begin()
    await written.put("question", [written.question(*each) for each in WRITTEN])
    claims = [written.claim(id_, AMA, read=id_ == "q-read") for id_, _, _ in WRITTEN]
    await written.shelve("claim", claims, LONGEST_CLAIM)
    asked = {"draft": "d1", "account": BEN, "channel": QUESTIONS, "text": "another"}
    await written.shelve("waiting", [asked, {"questions": ["q-answered"]}], LONGEST_ACT)
    return written


@pytest.fixture
async def everyday(tmp_path: Any) -> Any:
    """The everyday database, as a file."""
    opened = Database(f"sqlite+aiosqlite:///{tmp_path}/equal-footing.db", Journal.EVERYDAY)
    yield opened
    await opened.close()


async def test_its_rows_are_as_they_were(database: Database, first: FirstVersion) -> None:
    extra = {
        "sealed_with": {"number": 1, "fingerprint": b"fingerprint"},
        "alarm": {"kind": "questions.night", "subject": "", "due": 1_770_000_000},
        "delivery": {
            **{"key": "k1", "community": HERE, "version": "v1", "due": 1_770_000_000, "rank": 1},
            **{"tries": 0, "refusals": 0, "payload": b"sealed"},
        },
    }
    for name, row in extra.items():
        await first.put(name, [row])
    before = {name: await contents(database, table) for name, table in first.tables.items()}
    assert all(before.values()), "every table has a row"
    await migrations.upgrade(database, "anonymous")
    assert await migrations.is_current(database, "anonymous")
    assert await lost(database, extra) == set()
    made = await tables(database)
    for name, rows in before.items():
        columns = [made[name].c[column.name] for column in first.tables[name].columns]
        assert await contents(database, made[name], columns) == rows


async def contents(database: Database, table: Table, columns: Sequence[Any] = ()) -> list[str]:
    async with database.read() as tx:
        chosen = table.select() if not columns else table.select().with_only_columns(*columns)
        return sorted(str(tuple(row)) for row in await tx.execute(chosen))


async def test_the_new_store_reads_them(database: Database, seal: Seal, first: FirstVersion) -> None:
    await migrations.upgrade(database, "anonymous")
    store = QuestionStore(seal, Random(7))
    async with database.read() as tx:
        out, answered, closed = [await store.by_number(tx, HERE, number) for number in (1, 2, 3)]
        claims = {claim.question: claim for claim in await store.claims(tx, HERE)}
        acts = await store.waiting(tx, HERE)
    assert out is not None
    assert answered is not None
    assert closed is not None
    assert [each.state for each in (out, answered, closed)] == [State.OUT, State.ANSWERED, State.CLOSED]
    assert (out.text, out.answer, out.window) == (HER_WORDS, None, WINDOW)
    for each in (answered, closed):
        assert each.answer is not None
        assert (each.text, each.answer.text, each.answer.by) == (HER_WORDS, AN_ANSWER, "")
    assert (closed.closed_on, closed.card.token) == (date(2026, 5, 13), "token-q-closed")
    seen = {"q-out": 0, "q-answered": 0, "q-closed": 0, "q-read": 1}
    assert {id_: claim.seen for id_, claim in claims.items()} == seen
    assert {claim.draft for claim in claims.values()} == {f"draft-{id_}" for id_, _, _ in WRITTEN}
    (asked,) = [act for act in acts if isinstance(act, Asked)]
    assert (asked.account, asked.text, asked.terms.channel) == (BEN, "another", QUESTIONS)
    assert not asked.terms.release_first
    (read,) = [act for act in acts if isinstance(act, Read)]
    assert read.seen == (("q-answered", 1),)


async def hers(group: Group) -> list[str]:
    """What Ama sees on the first two pages of her own questions."""
    pages = [await group.asking.mine(HERE, AMA, skip) for skip in (0, 3)]
    return [sentence for page in pages for sentence in said(page.notice)]


async def test_its_asker_still_finds_her_questions_and_they_go_on_living(
    database: Database, everyday: Database, seal: Seal, clock: FakeClock, first: FirstVersion
) -> None:
    group = Group(database, everyday, seal, clock)
    await group.begin()
    await group.meets()
    shown = await hers(group)
    for sentence in ("question-mine-out", "question-mine-answered", "question-mine-closed-facilitator"):
        assert sentence in shown or sentence.removesuffix("-facilitator") in shown
    assert said((await group.asking.mine(HERE, BEN)).notice)[1:] == ["question-mine-waiting", "another"]

    await group.next_window()
    assert group.cards() == [["question-card", "another"]]
    assert (await group.kept(group.token())).number == 5
    await group.mine()
    await group.next_window()
    shown = await hers(group)
    assert not any(sentence.startswith("question-mine-closed") for sentence in shown), "she has read it"
    await group.facilitating.answer(HERE, "token-q-out", AN_ANSWER)
    answered = ["question-mine-answered", HER_WORDS, "question-card-answer", AN_ANSWER]
    assert await group.mine() == ["question-mine-title", *answered * 3]
    await group.ends("token-q-answered", Ending.HELPED)
    await group.windows.meeting_ends(HERE)
    await group.next_window()
    assert (await group.kept("token-q-answered")).ending is Ending.HELPED
    assert CARD[1] == (await group.kept("token-q-answered")).text


async def test_one_that_was_answered_then_is_closed_by_age_too(
    database: Database, everyday: Database, seal: Seal, clock: FakeClock, first: FirstVersion
) -> None:
    group = Group(database, everyday, seal, clock)
    await group.begin()
    await group.nights(16)
    assert (await group.kept("token-q-answered")).ending is Ending.AGE
    assert (await group.kept("token-q-out")).state is State.OUT
