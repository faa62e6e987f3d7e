"""A database that is locked, a disk that is full: what people read, and that nothing is lost."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool

from bot.core import database
from rehearsal import Outcome, Rehearsal
from rehearsal.wire.observing import Exchange
from tests.e2e.conftest import answer, ask, cards, pass_window
from tests.e2e.flows import press_more

QUESTION = "What does stratified care mean?"
ANSWER = "Care that fits the person."
LONGEST_LOCK = timedelta(minutes=2)
SAFE = "Your question is safe here"


@pytest.fixture
def anonymous(tmp_path: Path) -> Path:
    """The file that askers' acts are kept in."""
    return tmp_path / "anonymous.db"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot waits a moment only for a database that is locked: a test of many tries is over soon."""
    monkeypatch.setattr(database, "_LONGEST_WAIT_MS", 100)


@contextmanager
def locked_at_once(file: Path) -> Iterator[None]:
    """Another program holds the database for itself while this lasts; nobody must be reading."""
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@asynccontextmanager
async def locked(file: Path) -> AsyncIterator[None]:
    """The same; the bot, which is in this process, can end what it reads first."""
    with ExitStack() as lock:
        await asyncio.to_thread(lock.enter_context, locked_at_once(file))
        yield


class Disk:
    """The disk of every database of this process; when it is `full`, none can grow by a page."""

    def __init__(self) -> None:
        self.full = False

    def checked_out(self, connection: Any, _record: Any, _proxy: Any) -> None:
        """A connection is about to be used: it may have this many pages, or as many as it has now."""
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA max_page_count={1 if self.full else 1_000_000}")
        cursor.close()


@pytest.fixture
def disk() -> Iterator[Disk]:
    """A disk with room."""
    disk = Disk()
    event.listen(Pool, "checkout", disk.checked_out)
    yield disk
    event.remove(Pool, "checkout", disk.checked_out)


def said(outcome: Outcome) -> str:
    """What somebody reads who pressed."""
    assert outcome.message is not None, outcome.failed
    return outcome.message.text


async def test_a_question_that_a_locked_database_cannot_take_is_given_back(
    community: Rehearsal, anonymous: Path
) -> None:
    async with locked(anonymous):
        told = said(await ask(community, "Amina", QUESTION))
    assert "went wrong on our side" in told
    assert SAFE not in told
    assert "This is what you wrote" in told
    assert QUESTION in told
    assert SAFE in said(await ask(community, "Amina", QUESTION))
    await pass_window(community)
    await community.advance(LONGEST_LOCK)
    assert len(cards(community)) == 1


async def test_a_form_that_a_locked_database_cannot_open_says_so(
    community: Rehearsal, anonymous: Path
) -> None:
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    async with locked(anonymous):
        more = await community.person("Derek").press("Ask more about this", channel="questions")
    assert "once more" in said(more)
    opened = await community.person("Derek").press("Ask more about this", channel="questions")
    assert opened.form is not None


async def test_a_window_that_finds_the_database_locked_opens_when_it_is_free(
    impatient: None, community: Rehearsal, bot: asyncio.Task[None], anonymous: Path
) -> None:
    for name in ("Amina", "Derek"):
        await ask(community, name, f"{name} wonders.")
    async with locked(anonymous):
        await pass_window(community)
        assert cards(community) == []
    assert not bot.done(), "the bot goes on"
    await community.advance(LONGEST_LOCK)
    out = [card.splitlines()[-1] for card in cards(community)]
    assert sorted(out) == [">>> Amina wonders.", ">>> Derek wonders."]


async def test_an_answer_that_a_locked_database_cannot_take_is_given_back(
    community: Rehearsal, anonymous: Path
) -> None:
    await ask(community, "Amina", QUESTION)
    await pass_window(community)
    leila = community.person("Leila")
    await leila.press("Facilitators", channel="questions")
    opened = await leila.press("Answer", channel="questions")
    assert opened.form is not None
    async with locked(anonymous):
        told = said(await opened.form.submit({"Your answer": ANSWER}))
    assert "went wrong on our side" in told
    assert "This is what you wrote" in told
    assert ANSWER in told
    await answer(community, "Leila", ANSWER)
    await community.settle()
    assert cards(community)[0].count(ANSWER) == 1


async def test_a_card_that_arrives_while_the_database_is_locked_is_there_once(
    impatient: None, community: Rehearsal, bot: asyncio.Task[None], anonymous: Path
) -> None:
    with ExitStack() as lock:
        # The facilitators' message about the meeting is there before.
        await community.settle()
        when_posted = WhenPosted(lambda: lock.enter_context(locked_at_once(anonymous)))
        community.observers.append(when_posted)
        await ask(community, "Amina", QUESTION)
        await pass_window(community)
        assert when_posted.done, "it was locked between the post and the note that it arrived"
        assert len(cards(community)) == 1
    await community.advance(timedelta(minutes=20))
    assert not bot.done(), "the bot goes on"
    assert len(cards(community)) == 1
    await answer(community, "Leila", ANSWER)
    await community.advance(timedelta(minutes=1))
    assert ANSWER in cards(community)[0]


async def test_a_question_that_a_full_disk_cannot_take_is_given_back(
    disk: Disk, community: Rehearsal
) -> None:
    disk.full = True
    told = said(await ask(community, "Amina", QUESTION))
    assert "went wrong on our side" in told
    assert SAFE not in told
    assert "This is what you wrote" in told
    assert QUESTION in told
    disk.full = False
    assert SAFE in said(await ask(community, "Amina", QUESTION))
    await pass_window(community)
    await community.advance(LONGEST_LOCK)
    assert len(cards(community)) == 1


async def test_a_window_that_cannot_be_written_is_done_when_there_is_room(
    disk: Disk, community: Rehearsal, bot: asyncio.Task[None]
) -> None:
    names = ("Amina", "Derek", "Rosa", "Gwyn", "Linh")
    for name in names:
        await ask(community, name, f"{name} wonders{' why' * 350}.")
    disk.full = True
    await pass_window(community)
    assert cards(community) == []
    mine = await press_more(community.person("Amina"), "My questions")
    assert "Amina wonders" in said(mine)
    disk.full = False
    assert not bot.done(), "the bot goes on"
    await community.advance(LONGEST_LOCK)
    out = "\n".join(cards(community))
    assert [out.count(f"{name} wonders") for name in names] == [1] * 5


class WhenPosted:
    """Watches the wire, and does something once, as soon as a card has been posted."""

    def __init__(self, do: Callable[[], object]) -> None:
        self._do = do
        self.done = False

    def rest(self, exchange: Exchange) -> None:
        posted = exchange.method == "POST" and exchange.path.endswith("/messages") and exchange.status == 200
        if posted and not self.done:
            self.done = True
            self._do()

    def sent(self, event: str, data: Any) -> None:
        """Events are of no interest here."""

    def received(self, op: int, data: Any) -> None:
        """Nor are frames."""
