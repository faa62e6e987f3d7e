"""What lies in the anonymous database, as the person who runs the bot's computer sees it without the key."""

from __future__ import annotations

import asyncio
import base64
import re
import sqlite3
import sys
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.keyring import read_key_file
from bot.core.sealing import Purpose
from rehearsal import BotFailedError, Rehearsal
from rehearsal.launcher import BotProcess
from tests.e2e.conftest import answer, pass_window, set_up
from tests.e2e.flows import TELL_ME, ask_with, at, meeting_ends, meeting_starts, mine, press
from tests.forking import our_bot

QUESTION = "What does stratified care mean for people like me?"
ANSWER = "Care that fits the person."
#: What proves who it was, and what waits: all that is kept of a person.
OF_PERSONS = ("waiting", "claim", "pause")

Told = dict[str, Any]


@pytest.fixture
async def bot(rehearsal: Rehearsal, tmp_path: Path) -> AsyncIterator[BotProcess]:
    """The bot in a process of its own, with its panels posted and a meeting on."""
    process = BotProcess(rehearsal, tmp_path, our_bot())
    await process.start()
    try:
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        await meeting_starts(rehearsal)
        yield process
    finally:
        await process.stop()


def rows(told: Told, name: str) -> list[dict[str, str | None]]:
    """The rows of a table, each with its cells by their columns' names."""
    (table,) = (each for each in told["tables"] if each["name"] == name)
    columns = [column["name"] for column in table["columns"]]
    return [dict(zip(columns, row, strict=True)) for row in table["rows"]]


def count(told: Told, *names: str) -> list[int]:
    return [len(rows(told, name)) for name in names]


def about(told: Told, table: str, column: str | None = None) -> str:
    """The sentence on a table, or on one of its columns."""
    (found,) = (each for each in told["tables"] if each["name"] == table)
    if column is None:
        return str(found["about"])
    (of,) = (each["about"] for each in found["columns"] if each["name"] == column)
    return str(of)


# What must not be there


def encoded(raw: bytes) -> set[str]:
    """Bytes as a table could show them, apart from sealed: as hexadecimal, or as base64 of either kind."""
    return {
        raw.hex(),
        *(encode(raw).decode().rstrip("=") for encode in (base64.b64encode, base64.urlsafe_b64encode)),
    }


def written(words: str) -> set[str]:
    """Somebody's words, as they are and encoded, in whatever case."""
    every = {words, words.lower(), words.upper()}
    return every.union(*(encoded(each.encode(code)) for each in every for code in ("utf-8", "utf-16-le")))


def numbers(account: int) -> set[str]:
    """An account's number, as it is and encoded."""
    big, little = account.to_bytes(8, "big"), account.to_bytes(8, "little")
    return {f"{account:x}", *written(str(account)), *encoded(big), *encoded(little)}


def cells_with(told: Told, signs: set[str]) -> set[tuple[str, str]]:
    """The tables and columns of which a cell holds one of these."""
    looked_for = re.compile("|".join(re.escape(sign) for sign in sorted(signs)))
    return {
        (table["name"], name)
        for table in told["tables"]
        for row in rows(told, table["name"])
        for name, cell in row.items()
        if cell is not None and looked_for.search(cell)
    }


def signs_of(rehearsal: Rehearsal, name: str) -> set[str]:
    """Whatever would say that it was she: account, name, parts of the name, user name."""
    person = rehearsal.person(name)
    user = rehearsal.world.guild.members[person.user_id].user
    names = {user.username, user.display_name, *user.display_name.split()}
    return numbers(person.user_id).union(*map(written, names))


def signs_of_words(*texts: str) -> set[str]:
    """Texts, whole, and each of their longer words."""
    words = {word for text in texts for word in re.findall(r"\w{5,}", text)}
    return set[str]().union(*map(written, {*texts, *words}))


HER_WORDS = signs_of_words(QUESTION)


# The life of a question


async def test_while_it_waits_there_is_one_sealed_block_and_no_more(
    rehearsal: Rehearsal, bot: BotProcess
) -> None:
    before = await bot.tables()
    assert count(before, "waiting", "claim", "question", "delivery") == [0, 0, 0, 0]
    await ask_with(rehearsal, "Amina", QUESTION, **TELL_ME)
    waits = await bot.tables()
    assert count(waits, "waiting", "claim", "question", "delivery") == [1, 0, 0, 0]
    (row,) = rows(waits, "waiting")
    assert row["community"] == str(rehearsal.community_id)
    assert {each["kind"] for each in rows(waits, "alarm")} >= {"questions.window"}
    assert cells_with(waits, HER_WORDS | signs_of(rehearsal, "Amina")) == set()


async def test_a_long_question_a_press_and_a_blank_look_the_same(
    rehearsal: Rehearsal, bot: BotProcess
) -> None:
    """As the sentence says: always of one length, and no row can be followed."""
    await ask_with(rehearsal, "Amina", QUESTION)
    await pass_window(rehearsal)
    seen: list[Told] = []
    await ask_with(rehearsal, "Rosa", "w" * 1_500)
    seen.append(await bot.tables())
    await rehearsal.person("Derek").press("I wondered too", channel="questions")
    seen.append(await bot.tables())
    await press(rehearsal, "Rosa", "Take it back")
    seen.append(await bot.tables())
    assert [count(each, "waiting") for each in seen] == [[1], [2], [2]]
    assert len({len(str(row["block"])) for told in seen for row in rows(told, "waiting")}) == 1
    keys = [{row["key"] for row in rows(told, "waiting")} for told in seen]
    assert sum(map(len, keys)) == len(set().union(*keys)), "each has a new one each time"
    for promise in ("always of one length", "a blank", "until the next window"):
        assert promise in about(seen[0], "waiting", "block")
    await pass_window(rehearsal)
    assert count(await bot.tables(), "waiting") == [0]


async def test_from_the_first_press_to_the_last_night(rehearsal: Rehearsal, bot: BotProcess) -> None:
    never = signs_of(rehearsal, "Amina") | signs_of_words(QUESTION, ANSWER)

    async def look() -> Told:
        told = await bot.tables()
        assert cells_with(told, never) == set()
        return told

    await ask_with(rehearsal, "Amina", QUESTION, **TELL_ME)
    await look()
    await pass_window(rehearsal)
    out = await look()
    assert count(out, "waiting", "claim", "question", "delivery") == [0, 1, 1, 0]
    (question,) = rows(out, "question")
    assert (question["number"], question["state"]) == ("1", "out")
    assert (question["answer"], question["closed_on"]) == (None, None)
    assert int(str(question["window"])) == at(2, 10).timestamp() + 20
    assert question["card_message"] == str(rehearsal.person("Derek").read("questions")[-1].id)

    await answer(rehearsal, "Leila", ANSWER)
    await rehearsal.settle()
    assert rows(await look(), "question")[0]["state"] == "answered"
    await meeting_ends(rehearsal)
    await rehearsal.move_to(at(2, 16, 1))
    assert len(rehearsal.person("Amina").read_direct()) == 1, "she was told"
    assert count(await look(), "claim", "delivery") == [1, 0]

    assert ANSWER in await mine(rehearsal, "Amina")
    # That she read it is kept a moment after it was shown.
    await rehearsal.settle()
    assert count(await look(), "waiting", "claim") == [1, 1]
    await press(rehearsal, "Leila", "Facilitators")
    await press(rehearsal, "Leila", "Close this question")
    # A window applies that she has read it; the night after that takes the blank away.
    await rehearsal.move_to(at(3, 9, 1))
    assert count(await look(), *OF_PERSONS) == [0, 1, 0]
    await rehearsal.move_to(at(4, 3, 1))
    gone = await look()
    assert count(gone, *OF_PERSONS) == [0, 0, 0]
    (closed,) = rows(gone, "question")
    assert (closed["state"], closed["closed_on"]) == ("closed", "2026-03-02")
    assert "when the question is closed and she has read the answer" in about(gone, "claim", "block").replace(
        "When", "when"
    )


async def test_until_night_a_blank_stands_there_and_nothing_is_in_it(
    rehearsal: Rehearsal, bot: BotProcess, tmp_path: Path
) -> None:
    """Who has the key as well can see that the sentence is true."""
    seal = read_key_file(tmp_path / "master.key")

    def opened(told: Told) -> list[bytes]:
        purpose = Purpose("shelf claim", rehearsal.community_id)
        return [seal.open(purpose, bytes.fromhex(str(row["block"]))) for row in rows(told, "claim")]

    await ask_with(rehearsal, "Amina", QUESTION)
    await pass_window(rehearsal)
    assert b"handle" in opened(await bot.tables())[0]
    await answer(rehearsal, "Leila", ANSWER)
    await mine(rehearsal, "Amina")
    await pass_window(rehearsal)
    await press(rehearsal, "Leila", "Facilitators")
    await press(rehearsal, "Leila", "Close this question")
    told = await bot.tables()
    assert opened(told) == [b""]
    assert "Until night a blank stands in its place" in about(told, "claim", "block")


async def test_the_words_of_a_published_question_lie_there_sealed(
    rehearsal: Rehearsal, bot: BotProcess, tmp_path: Path
) -> None:
    await ask_with(rehearsal, "Amina", QUESTION)
    await pass_window(rehearsal)
    told = await bot.tables()
    (question,) = rows(told, "question")
    sealed = bytes.fromhex(str(question["text"]))
    purpose = Purpose("question", rehearsal.community_id)
    assert read_key_file(tmp_path / "master.key").open(purpose, sealed).decode() == QUESTION
    assert cells_with(told, HER_WORDS) == set()
    sentence = about(told, "question", "text")
    assert sentence.startswith("Sealed")
    assert "length shows how long they are" in sentence
    await ask_with(rehearsal, "Rosa", QUESTION + "?" * 40)
    await pass_window(rehearsal)
    lengths = sorted(len(str(row["text"])) // 2 for row in rows(await bot.tables(), "question"))
    assert lengths[1] - lengths[0] == 40, "so the sentence has to say it"


async def test_the_question_of_an_hour_ago_is_no_nearer(rehearsal: Rehearsal, bot: BotProcess) -> None:
    """The time that a question's row tells is that of its window, however long it waited."""
    await press(rehearsal, "Leila", "Meeting ends", channel="facilitators")
    await ask_with(rehearsal, "Amina", QUESTION)
    await rehearsal.advance(timedelta(hours=1))
    assert count(await bot.tables(), "waiting", "question") == [1, 0]
    await rehearsal.move_to(at(2, 16, 1))
    (question,) = rows(await bot.tables(), "question")
    assert int(str(question["window"])) == at(2, 16).timestamp()


# The planted faults


def every_sign(rehearsal: Rehearsal) -> dict[str, str | bytes]:
    """Her account, her names and her words, as a careless program would keep them."""
    person = rehearsal.person("Amina")
    account = person.user_id
    user = rehearsal.world.guild.members[account].user
    big, little = account.to_bytes(8, "big"), account.to_bytes(8, "little")
    return {
        "decimal": str(account),
        "decimal in bytes": f"x{account}y".encode(),
        "big": b"x" + big + b"y",
        "little": little,
        "hexadecimal": big.hex(),
        "base64": base64.b64encode(big).decode(),
        "name": user.display_name,
        "first name": b"x" + user.display_name.split()[0].encode(),
        "user name": user.username,
        "words": QUESTION.encode(),
        "one word": '{"said": "stratified"}',
        "wide": QUESTION.encode("utf-16-le"),
    }


async def test_whatever_leaked_into_the_file_would_be_found(
    rehearsal: Rehearsal, bot: BotProcess, tmp_path: Path
) -> None:
    planted = every_sign(rehearsal)
    connection = sqlite3.connect(tmp_path / "anonymous.db")
    for name, value in planted.items():
        connection.execute(f'CREATE TABLE "leak {name}" (value)')
        connection.execute(f'INSERT INTO "leak {name}" VALUES (?)', (value,))
    connection.execute('CREATE TABLE "leak number" (value INTEGER)')
    connection.execute('INSERT INTO "leak number" VALUES (?)', (rehearsal.person("Amina").user_id,))
    connection.commit()
    connection.close()
    told = await bot.tables()
    found = {table for table, _ in cells_with(told, HER_WORDS | signs_of(rehearsal, "Amina"))}
    assert found == {f"leak {name}" for name in (*planted, "number")}
    assert cells_with(told, signs_of(rehearsal, "Derek")) == set()
    assert "did not make this table" in about(told, "leak number")


# The command


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """The databases' files, and when each was written."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.glob("*.db*"))}


async def test_it_changes_nothing_and_needs_no_key_and_no_bot(
    rehearsal: Rehearsal, bot: BotProcess, tmp_path: Path
) -> None:
    await ask_with(rehearsal, "Amina", QUESTION)
    before = contents(tmp_path)
    running = await bot.tables()
    assert contents(tmp_path) == before
    assert count(running, "waiting") == [1]
    await bot.stop()
    (tmp_path / "master.key").unlink()
    (tmp_path / "anonymous.db").chmod(0o400)
    before = contents(tmp_path)
    assert await bot.tables() == running
    assert contents(tmp_path) == before
    assert not list(tmp_path.glob("anonymous.db-*"))


async def test_it_waits_while_the_bot_writes(rehearsal: Rehearsal, bot: BotProcess, tmp_path: Path) -> None:
    await ask_with(rehearsal, "Amina", QUESTION)
    writer = sqlite3.connect(tmp_path / "anonymous.db", isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    looking = asyncio.create_task(bot.tables())
    # Twice as long as it takes where nobody writes.
    done, _ = await asyncio.wait([looking], timeout=3)
    assert not done
    writer.execute("COMMIT")
    writer.close()
    assert count(await looking, "waiting") == [1]


async def test_before_the_first_start_it_is_one_sentence(rehearsal: Rehearsal, tmp_path: Path) -> None:
    with pytest.raises(BotFailedError) as caught:
        await BotProcess(rehearsal, tmp_path / "new").tables()
    sentence = (
        f"There is no database {tmp_path}/new/anonymous.db yet: the first “equal-footing run” makes it."
    )
    assert str(caught.value) == sentence
    assert not (tmp_path / "new").exists()


def stand_in(script: str) -> tuple[str, ...]:
    """A bot whose every command is this script."""
    return (sys.executable, "-c", script, "run")


async def test_it_is_told_where_the_database_is_and_neither_token_nor_key(
    rehearsal: Rehearsal, tmp_path: Path
) -> None:
    environment = stand_in("import json, os, sys; print(json.dumps({'to': sys.argv[1:], **os.environ}))")
    bot = BotProcess(rehearsal, tmp_path, environment, extra={"MASTER_KEY": "c2VjcmV0", "LOG_LEVEL": "INFO"})
    told: Mapping[str, object] = await bot.tables()
    assert told["to"] == ["tables"]
    assert str(tmp_path / "anonymous.db") in str(told["ANONYMOUS_DATABASE_URL"])
    assert told["LOG_LEVEL"] == "INFO"
    assert not told.keys() & {"DISCORD_TOKEN", "KEY_FILE", "MASTER_KEY"}
    assert rehearsal.token not in told.values()


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("import sys; print('one', file=sys.stderr); sys.exit('The last.')", "The last."),
        ("import sys; sys.exit(3)", "The tables were not told: exit code 3."),
    ],
)
async def test_a_command_that_fails_is_told_by_its_last_line(
    rehearsal: Rehearsal, tmp_path: Path, script: str, told: str
) -> None:
    with pytest.raises(BotFailedError) as caught:
        await BotProcess(rehearsal, tmp_path, stand_in(script)).tables()
    assert str(caught.value) == told
