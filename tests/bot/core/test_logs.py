"""Logs: whoever writes a line, no Discord id, no token and no word of a member leaves this process."""

from __future__ import annotations

import asyncio
import io
import logging
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.core import logs
from bot.core.database import Database, Journal
from bot.core.errors import NotNow, SealBroken

ACCOUNT = 190000000000000042
WORDS = "what does commissioning mean, please"
# Put together here, so that no line of this file is taken for a secret.
BOT_TOKEN = ".".join(("MTkwMDAwMDAwMDAwMDAwMDQy", "GabCde", "dQw4w9WgXcQ-" * 3))
PRESS_TOKEN = "aW50ZXJhY3Rpb246" + "Zm9yZ2V0LW1l" * 8
PRESS_URL = f"https://discord.com/api/v10/interactions/{ACCOUNT}/{PRESS_TOKEN}/callback"
HOOK_URL = f"https://discord.com/api/v10/webhooks/{ACCOUNT}/{PRESS_TOKEN}/messages/@original?thread_id=1"
SECRETS = {
    "account": str(ACCOUNT),
    "bot token": BOT_TOKEN,
    "press token": PRESS_TOKEN,
    "words": WORDS,
}
NAMES = ("discord.client", "discord.http", "aiohttp.server", "asyncio", "bot.questions.service", "")


#: Those whose DEBUG lines hold whole events, and those whose INFO lines nobody needs.
CHATTY = ("discord", "aiohttp", "asyncio")
QUIET = ("apscheduler", "alembic", "aiosqlite", "sqlalchemy")


@dataclass
class Log:
    """All that came out, of our handler and of a plain one beside it."""

    ours: io.StringIO
    plain: io.StringIO

    def holds(self, secret: str) -> tuple[bool, bool]:
        """Whether a secret is in ours, and in the plain one."""
        return SECRETS[secret] in self.ours.getvalue(), SECRETS[secret] in self.plain.getvalue()


@pytest.fixture
def log() -> Iterator[Log]:
    """Logging as `run` sets it up, at its most talkative, and put back afterwards."""
    root = logging.getLogger()
    touched = [logging.getLogger(name) for name in (*CHATTY, *QUIET)]
    handlers, levels = list(root.handlers), [(each, each.level) for each in (root, *touched)]
    log = Log(io.StringIO(), io.StringIO())
    logs.configure("DEBUG", log.ours)
    control = logging.StreamHandler(log.plain)
    control.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
    root.addHandler(control)
    yield log
    root.handlers[:] = handlers
    for each, level in levels:
        each.setLevel(level)


LET_THROUGH_BY_THE_PLAIN_ONE_ONLY = (False, True)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("secret", "line"),
    [
        ("account", f"member {ACCOUNT} pressed"),
        ("account", f"<@{ACCOUNT}> and <@&{ACCOUNT}>"),
        ("account", f"id={ACCOUNT},{ACCOUNT}"),
        ("account", f"id_{ACCOUNT}_x{ACCOUNT}y"),
        ("bot token", f"Authorization: Bot {BOT_TOKEN}"),
        ("bot token", f"token={BOT_TOKEN}"),
        ("press token", f"POST {PRESS_URL} has returned 404"),
        ("press token", f"PATCH {HOOK_URL} with {{}} has returned 500"),
        ("account", f"PATCH {HOOK_URL} with {{}} has returned 500"),
    ],
)
def test_no_id_and_no_token_comes_out(log: Log, name: str, secret: str, line: str) -> None:
    logging.getLogger(name).warning(line)
    assert log.holds(secret) == LET_THROUGH_BY_THE_PLAIN_ONE_ONLY


@pytest.mark.parametrize("name", NAMES)
def test_what_is_filled_into_a_line_does_not_come_out_either(log: Log, name: str) -> None:
    logging.getLogger(name).error("for %s: %r", ACCOUNT, {"token": BOT_TOKEN, "url": PRESS_URL})
    for secret in ("account", "bot token", "press token"):
        assert log.holds(secret) == LET_THROUGH_BY_THE_PLAIN_ONE_ONLY


@given(st.integers(10**16, 10**19 - 1), st.characters(exclude_categories=["Nd"]))
def test_no_snowflake_gets_through(snowflake: int, beside: str) -> None:
    assert str(snowflake) not in logs.scrub(f"{beside}{snowflake}{beside}")


def test_what_a_host_needs_stays_readable(log: Log) -> None:
    line = "not delivered: questions.card, attempt 3: Discord's code 50013 at 2026-05-14T13:00:05Z"
    logging.getLogger("bot.core.postman").warning(line)
    assert line in log.ours.getvalue()


def fail_with(error: BaseException) -> None:
    """Fail in a frame whose locals and arguments hold what a member wrote."""
    words, account = WORDS, ACCOUNT
    raise error from ValueError(f"{words} {account}")


def whatever_was_wrong() -> list[BaseException]:
    """Errors whose messages hold a member's words and who she is, as any library's may."""
    told = f"{WORDS} from {ACCOUNT} with {BOT_TOKEN} at {PRESS_URL}"
    return [
        ValueError(told),
        KeyError(told),
        RuntimeError({"text": told}),
        ExceptionGroup(told, [TypeError(told)]),
        UnicodeEncodeError("ascii", told, 0, 1, told),
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("which", range(5))
def test_a_traceback_shows_where_and_nothing_else(log: Log, name: str, which: int) -> None:
    try:
        fail_with(whatever_was_wrong()[which])
    except Exception:
        logging.getLogger(name).exception("it failed")
    for secret in SECRETS:
        assert log.holds(secret) == LET_THROUGH_BY_THE_PLAIN_ONE_ONLY
    assert "fail_with" in log.ours.getvalue()
    assert type(whatever_was_wrong()[which]).__name__ in log.ours.getvalue()


def test_what_our_own_errors_say_is_told(log: Log) -> None:
    """They never hold a member's words, so a host may read them; what caused them is left out."""
    for error in (SealBroken("a block for shelf waiting does not open"), NotNow("status 503")):
        try:
            fail_with(error)
        except (SealBroken, NotNow):
            logging.getLogger("bot").exception("it failed")
        assert str(error) in log.ours.getvalue()
    assert log.holds("words") == LET_THROUGH_BY_THE_PLAIN_ONE_ONLY


def refused_by(hide_parameters: bool) -> DBAPIError:
    engine = create_engine("sqlite://", hide_parameters=hide_parameters)
    try:
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE note (words TEXT UNIQUE)"))
            for _ in range(2):
                connection.execute(text("INSERT INTO note VALUES (:words)"), {"words": WORDS})
    except IntegrityError as error:
        return error
    finally:
        engine.dispose()
    raise AssertionError("it was not refused")


def test_a_databases_error_does_not_tell_what_was_to_be_written(log: Log) -> None:
    error = refused_by(hide_parameters=True)
    logging.getLogger("bot.core.alarms").error("alarm failed", exc_info=error)
    assert log.holds("words") == (False, False)
    assert "IntegrityError" in log.ours.getvalue()


def test_a_database_that_hides_nothing_would_tell(log: Log) -> None:
    """The planted fault: the error of an engine that was not told to hide its parameters."""
    logging.getLogger("bot").error("alarm failed", exc_info=refused_by(hide_parameters=False))
    assert log.holds("words")[1]


def test_the_drivers_own_error_is_not_told(log: Log) -> None:
    logging.getLogger("bot").error("failed", exc_info=sqlite3.IntegrityError(WORDS))
    assert log.holds("words") == LET_THROUGH_BY_THE_PLAIN_ONE_ONLY


async def test_a_task_that_failed_unheard_does_not_tell_what_a_member_wrote(log: Log) -> None:
    """asyncio writes the error's own text into the line, in front of any traceback."""

    async def fails() -> None:
        raise ValueError(f"{WORDS} from {ACCOUNT}")

    task = asyncio.create_task(fails(), name="press")
    await asyncio.wait([task])
    asyncio.get_running_loop().call_exception_handler(
        {
            "message": "Task exception was never retrieved",
            "exception": task.exception(),
            "task": task,
        }
    )
    assert log.holds("account") == LET_THROUGH_BY_THE_PLAIN_ONE_ONLY
    assert log.holds("words") == LET_THROUGH_BY_THE_PLAIN_ONE_ONLY


def group_of_errors() -> ExceptionGroup[Exception]:
    """Errors in an error in an error, each with a member's words, each raised somewhere."""
    parts: list[Exception] = []
    for error in (TypeError(WORDS), SealBroken("a block for shelf claim does not open")):
        try:
            fail_with(error)
        except (TypeError, SealBroken) as caught:
            parts.append(caught)
    return ExceptionGroup(WORDS, [ExceptionGroup(WORDS, parts), KeyError(WORDS)])


def test_a_group_of_errors_is_written_part_by_part(log: Log) -> None:
    try:
        raise group_of_errors()
    except ExceptionGroup:
        logging.getLogger("bot").exception("it failed")
    assert not [secret for secret in SECRETS.values() if secret in log.ours.getvalue()]
    written = log.ours.getvalue()
    assert log.holds("words") == LET_THROUGH_BY_THE_PLAIN_ONE_ONLY
    for part in ("ExceptionGroup", "builtins.TypeError", "builtins.KeyError", "shelf claim does not open"):
        assert part in written
    assert written.count("in fail_with") == 2


def test_of_asyncios_records_only_the_first_line_is_kept(log: Log) -> None:
    line = f"Executing took 0.2 seconds\ntask: <Task name='press' result='{WORDS}'>\nfuture: {WORDS}"
    logging.getLogger("asyncio").warning("%s", line)
    logging.getLogger("bot").warning("one\ntwo")
    assert log.holds("words") == LET_THROUGH_BY_THE_PLAIN_ONE_ONLY
    assert "Executing took 0.2 seconds" in log.ours.getvalue()
    assert "two" in log.ours.getvalue()


@pytest.mark.parametrize(
    "name", ["aiosqlite", "sqlalchemy.engine.Engine", "sqlalchemy.pool", "alembic.runtime"]
)
def test_statements_are_not_written_even_at_the_most_talkative(log: Log, name: str) -> None:
    logging.getLogger(name).debug("executing %s", WORDS)
    logging.getLogger(name).info("INSERT INTO note VALUES (%s)", WORDS)
    assert log.ours.getvalue() == ""
    logging.getLogger(name).warning("this is needed")
    assert "this is needed" in log.ours.getvalue()


async def test_a_real_database_writes_no_statement_into_the_log(log: Log, tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/test.db", Journal.FORGETFUL)
    async with database.write() as tx:
        await tx.execute(text("CREATE TABLE note (words TEXT)"))
        await tx.execute(text("INSERT INTO note VALUES (:words)"), {"words": WORDS})
    await database.close()
    assert log.ours.getvalue() == ""


def test_whole_events_are_not_written_even_at_the_most_talkative(log: Log) -> None:
    for name in ("discord.gateway", "aiohttp.access", "asyncio"):
        logging.getLogger(name).debug("received %s", WORDS)
    assert log.holds("words")[0] is False


def test_a_quieter_level_is_kept(log: Log) -> None:
    logs.configure("ERROR", log.ours)
    logging.getLogger("discord.client").warning("not needed")
    logging.getLogger("bot").error("needed")
    assert "not needed" not in log.ours.getvalue()
    assert "needed" in log.ours.getvalue()
