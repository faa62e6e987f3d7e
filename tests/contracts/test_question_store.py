"""What the stores of questions keep comes back as it was, on every kind of database."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from sqlalchemy.exc import IntegrityError

from bot.core.database import Database
from bot.core.sealing import Seal
from bot.questions.rules.acts import Act, Asked, Ended, Read, Wondered
from bot.questions.rules.claims import Claim, Role
from bot.questions.rules.pauses import Pause
from bot.questions.rules.question import AnonymousQuestion, Answer, Band, Card, Ending, State
from bot.questions.rules.settings import QuestionSettings, Terms, Who
from bot.questions.rules.windows import Pace
from bot.questions.rules.writing import LONGEST, LONGEST_NOTE, LONGEST_QUOTE
from bot.questions.store import QuestionStore, SettingsStore
from tests.tables import make_all_tables

HERE, ELSEWHERE, BIG = 2**62, 5, 2**63 - 1
NOW = datetime(2026, 5, 14, 13, 0, 0, tzinfo=UTC)
WIDE = '\N{FACE WITH TEARS OF JOY}"\\\n'
PLAIN = AnonymousQuestion("q1", HERE, 1, "text", Card(BIG, "t1"), NOW)
#: With everything in it that can be.
FULL = AnonymousQuestion(
    id="q2",
    community=HERE,
    number=2**31 - 1,
    text=WIDE,
    card=Card(BIG, "t2", BIG),
    window=NOW,
    goes_to=BIG,
    to_facilitators=True,
    state=State.MERGED,
    quote=WIDE,
    about=7,
    band=Band.SEVERAL,
    answer=Answer(WIDE, by=WIDE, account=BIG, aloud=True, plain=WIDE),
    answered_at=NOW + timedelta(days=1),
    answering=True,
    asked=WIDE,
    meeting="on 21 May",
    on_agenda=True,
    reason=WIDE,
    passed_to=BIG,
    suggested=WIDE,
    merged_into="q1",
    ending=Ending.DECLINED,
    news=3,
    nudged=7,
    changed_on=date(2026, 5, 15),
)
ENDED = replace(PLAIN, id="q3", number=3, card=Card(1, "t3"), state=State.CLOSED, closed_on=date(2026, 5, 16))


@pytest.fixture
async def store(database: Database, seal: Seal) -> QuestionStore:
    await make_all_tables(database, "anonymous")
    return QuestionStore(seal, Random(7))


async def test_every_field_of_a_question_comes_back(database: Database, store: QuestionStore) -> None:
    assert {f.name for f in fields(FULL) if getattr(FULL, f.name) == getattr(PLAIN, f.name)} == {
        *("community", "window", "closed_on")
    }
    for question in (PLAIN, FULL, ENDED):
        async with database.write() as tx:
            await store.put(tx, question)
        async with database.read() as tx:
            assert await store.get(tx, question.id) == question


async def test_a_question_is_kept_once_as_it_is_now(database: Database, store: QuestionStore) -> None:
    async with database.write() as tx:
        await store.put(tx, PLAIN)
        await store.put(tx, replace(PLAIN, state=State.ANSWERED, answer=Answer("yes"), band=Band.OTHERS))
        await store.put(tx, PLAIN)
    async with database.read() as tx:
        assert await store.open(tx, HERE) == [PLAIN]


async def test_questions_are_found_by_card_number_and_state_in_their_own_community(
    database: Database, store: QuestionStore
) -> None:
    theirs = replace(PLAIN, id="q9", community=ELSEWHERE, card=Card(1, "t9"))
    async with database.write() as tx:
        for question in (PLAIN, FULL, ENDED, theirs):
            await store.put(tx, question)
    async with database.read() as tx:
        assert await store.by_card(tx, HERE, "t2") == FULL
        assert await store.by_card(tx, HERE, "t9") is None
        assert await store.by_number(tx, HERE, 1) == PLAIN
        assert await store.by_number(tx, ELSEWHERE, 1) == theirs
        assert await store.by_number(tx, ELSEWHERE, 3) is None
        assert {each.id for each in await store.open(tx, HERE)} == {"q1", "q2"}
        assert await store.closed(tx, HERE) == [ENDED]
        assert await store.closed_on(tx, HERE) == {"q3": date(2026, 5, 16)}
        assert {each.id for each in await store.these(tx, ["q1", "q9", "nothing"])} == {"q1", "q9"}
        assert await store.these(tx, []) == []
        assert await store.communities(tx) == [ELSEWHERE, HERE]


IMPOSSIBLE = {
    "out without a number": replace(PLAIN, number=None),
    "answered without an answer": replace(PLAIN, state=State.ANSWERED),
    "merged with nothing": replace(PLAIN, state=State.MERGED),
    "merged with another and out": replace(PLAIN, merged_into="q2"),
    "closed without a date": replace(PLAIN, state=State.CLOSED),
    "open with the date of its end": replace(PLAIN, closed_on=date(2026, 5, 14)),
    "a number below one": replace(PLAIN, number=0),
    "another's number": replace(PLAIN, id="q5", card=Card(1, "t5"), number=3),
    "another's card": replace(PLAIN, id="q5", card=Card(1, "t3")),
}


@pytest.mark.parametrize("question", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
async def test_the_table_itself_takes_nothing_that_cannot_be(
    database: Database, store: QuestionStore, question: AnonymousQuestion
) -> None:
    async with database.write() as tx:
        await store.put(tx, ENDED)
    with pytest.raises(IntegrityError):
        async with database.write() as tx:
            await store.put(tx, question)


WIDEST = "\N{FACE WITH TEARS OF JOY}"
ACTS: list[Act] = [
    Asked("d1", BIG, "text", Terms(BIG), 0),
    Asked(
        *("d" * 16, BIG, WIDEST * LONGEST, Terms(BIG, True, True, Pace.CAREFUL), 2**33),
        quote=WIDEST * LONGEST_QUOTE,
        about="q" * 16,
        tell=True,
        waited=True,
    ),
    Wondered("q1", BIG, 2**33),
    Ended("q1", Ending.TAKEN_BACK, 2**33),
    Read((("q1", 3), ("q2", 1)), 2**33),
]
CLAIMS = [
    Claim("q" * 16, Role.ASKED, b"\0" * 16, b"\xff" * 32, "d" * 16, 999, 999, b"\1" * 41),
    Claim("q1", Role.WONDERED, b"s" * 16, b"h" * 32),
]
PAUSES = [
    Pause("q" * 16, b"\0" * 16, b"\xff" * 32, NOW, NOW + timedelta(days=28), WIDEST * LONGEST_NOTE),
    Pause("q1", b"s" * 16, b"h" * 32, NOW, NOW + timedelta(days=7), "why"),
]


async def test_acts_claims_and_pauses_come_back_in_no_order(database: Database, store: QuestionStore) -> None:
    async with database.write() as tx:
        await store.wait(tx, HERE, ACTS)
        await store.put_claims(tx, HERE, CLAIMS)
        await store.put_pauses(tx, HERE, PAUSES)
    async with database.read() as tx:
        for kept, put in (
            (await store.waiting(tx, HERE), ACTS),
            (await store.claims(tx, HERE), CLAIMS),
            (await store.pauses(tx, HERE), PAUSES),
        ):
            assert sorted(map(repr, kept)) == sorted(map(repr, put))
        assert await store.waiting(tx, ELSEWHERE) == []
        assert await store.communities(tx) == [HERE]


async def test_what_a_community_chose_comes_back_and_else_the_defaults(database: Database) -> None:
    await make_all_tables(database, "everyday")
    store = SettingsStore()
    chosen = QuestionSettings(
        *(HERE, Pace.CAREFUL, (7, 20), "Europe/Dublin", True, Who.FACILITATORS, 3, 400, WIDE, WIDE),
        meeting_until=NOW,
        hurried_at=NOW + timedelta(seconds=7),
    )
    default = QuestionSettings(HERE)
    same = {f.name for f in fields(chosen) if getattr(chosen, f.name) == getattr(default, f.name)}
    assert same == {"community", "safeguarding", "host_takes_part"}, (
        "the last two are kept with the community"
    )
    async with database.write() as tx:
        assert await store.get(tx, HERE) == default
        await store.put(tx, default)
        await store.put(tx, chosen)
        assert await store.get(tx, HERE) == chosen
        assert await store.get(tx, ELSEWHERE) == QuestionSettings(ELSEWHERE)
