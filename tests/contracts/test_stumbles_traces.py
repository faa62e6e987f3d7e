"""What the files and the log show of who looked a word up: databases, journals, free pages, every line."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core import logs
from bot.core.database import Database
from bot.core.sealing import Seal
from tests.attacks import with_key
from tests.contracts.stumbling import HERE, LAY, Readers, open_readers
from tests.contracts.test_forgetting import contents
from tests.contracts.test_traces import forms
from tests.support import FakeClock

pytestmark = pytest.mark.usefixtures("untouched")

ODD = "zqxtquux"
WORD = "uzqxtquux"
#: They look up a word that is there and one that is not.
LOOKERS = LAY[:6]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that is logged, in every detail."""
    written = io.StringIO()
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    logs.configure("DEBUG", written)
    yield written
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
async def readers(
    database: Database, everyday: Database, seal: Seal, clock: FakeClock, log: io.StringIO
) -> Readers:
    """Two communities in which people look words up."""
    return await open_readers(database, everyday, seal, clock)


async def some_look(readers: Readers) -> None:
    """Six people look up two words."""
    await readers.look("Audit", *LOOKERS)
    await readers.look(ODD, *LOOKERS)


def in_plain(raw: bytes) -> set[str]:
    """What of the words and the accounts can be read without the key, in any of the usual forms."""
    small = raw.lower()
    found = {ODD} if ODD.encode() in small else set()
    told = (
        account for account in LOOKERS if any(form in raw or form.lower() in small for form in forms(account))
    )
    return found | {str(account) for account in told}


def files_of(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.glob("*.db*"))]


async def test_without_the_key_no_file_and_no_line_of_the_log_ever_shows_it(
    readers: Readers, log: io.StringIO
) -> None:
    async def check() -> None:
        raw = await contents(readers.database) + await contents(readers.everyday)
        assert in_plain(raw + log.getvalue().encode()) == set()

    for _ in range(3):
        await some_look(readers)
        await check()
        await readers.night()
        await check()
    await readers.stumbles.erase(HERE, LOOKERS[0])
    await check()
    await readers.midnight()
    assert in_plain(await contents(readers.everyday) + log.getvalue().encode()) == set()
    await check()


async def test_in_plain_they_would_be_found(readers: Readers, log: io.StringIO) -> None:
    """The planted faults: a column that is not sealed, and a line of the log."""
    async with readers.database.write() as tx:
        await tx.exec_driver_sql("CREATE TABLE planted (account BIGINT, word TEXT)")
        await tx.exec_driver_sql(f"INSERT INTO planted VALUES ({LOOKERS[0]}, '{ODD}')")
    raw = await contents(readers.database)
    # A database counts a number's bytes from the front or from the back.
    assert ODD in in_plain(raw)
    assert str(LOOKERS[0]) in in_plain(raw)
    # The filter of the log takes accounts out, and cannot know a word.
    logging.getLogger("bot").info("looked up %s", ODD)
    assert in_plain(log.getvalue().encode()) == {ODD}


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_with_the_key_it_can_be_computed_while_the_quarter_runs_and_not_after(
    readers: Readers, seal: Seal, tmp_path: Path
) -> None:
    """The first half is the planted fault of the second: every byte of every file is tried."""
    everything = {(subject, who) for subject in ("tAudit", WORD) for who in LOOKERS}

    def found() -> set[tuple[str, int]]:
        return with_key.lookers(files_of(tmp_path), seal, HERE, LAY)

    await some_look(readers)
    assert found() == set(), "nothing is written before night"
    await readers.night()
    assert found() == everything
    assert with_key.lookers(files_of(tmp_path), Seal(b"x" * 32), HERE, LAY) == set(), "another key"
    await readers.stumbles.erase(HERE, LOOKERS[0])
    assert found() == {each for each in everything if each[1] != LOOKERS[0]}
    await readers.night()
    await readers.midnight()
    assert found() == set()


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_a_journal_left_by_a_crash_shows_no_more_than_the_file(
    readers: Readers, seal: Seal, tmp_path: Path
) -> None:
    await some_look(readers)
    await readers.night()
    async with readers.database.write() as tx:
        kept = await readers.store.read(tx, HERE)
        await readers.store.write(tx, HERE, kept)
        # What a crash in the middle of this would leave.
        journal = next(path.read_bytes() for path in tmp_path.glob("*.db-journal"))
    assert len(journal) > 0
    assert in_plain(journal) == set()
    await readers.midnight()
    assert list(tmp_path.glob("test.db-journal")) == []
    files = [*files_of(tmp_path), journal]
    left = with_key.lookers(files, seal, HERE, LAY)
    assert left, "a copy of the journal that was made before still tells: the threat model says so"
    assert with_key.lookers(files_of(tmp_path), seal, HERE, LAY) == set()


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_copies_of_the_file_are_all_of_one_length_and_change_by_night_only(
    readers: Readers, tmp_path: Path
) -> None:
    """Whoever copies the file all day sees a write at 3:00, of the same length on a day without a look-up."""
    await readers.night()
    lengths = set()
    for looks in (False, True, False, True):
        before = files_of(tmp_path)
        if looks:
            await some_look(readers)
        assert files_of(tmp_path) == before
        await readers.night()
        assert files_of(tmp_path) != before
        lengths.add((tmp_path / "test.db").stat().st_size)
    assert len(lengths) == 1
