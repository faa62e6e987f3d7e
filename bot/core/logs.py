"""Logging, with a last look at every line: no Discord id and no token leaves this process.

discord.py writes whole URLs, tokens and all, when a request fails; ids of people are in many a
traceback. So the one handler scrubs the finished text, whoever wrote it.
"""

from __future__ import annotations

import copy
import logging
import re
import sys
import traceback
from typing import TextIO

import structlog
from sqlalchemy.exc import DBAPIError

from bot.core.errors import EqualFootingError

_SCRUBBED = (
    (re.compile(r"(?i)(/(?:interactions|webhooks)/)\d+/[\w.~%-]+"), r"\1[id]/[token]"),
    (re.compile(r"(?i)\b(Bot|Bearer)\s+[\w.~-]{20,}"), r"\1 [token]"),
    # A bot's token: its id, a time and a signature, in base64.
    (re.compile(r"[\w-]{18,}\.[\w-]{6,}\.[\w-]{20,}"), "[token]"),
    # A snowflake since 2015 has 17 digits or more.
    (re.compile(r"(?<!\d)\d{17,20}(?!\d)"), "[id]"),
)


#: Ours; what the machine says; what a database says (its parameters are hidden).
_SAFE_TO_TELL = (EqualFootingError, OSError, DBAPIError)


def scrub(text: str) -> str:
    """Take Discord ids and tokens out of a text."""
    for pattern, replacement in _SCRUBBED:
        text = pattern.sub(replacement, text)
    return text


def bare_traceback(stream: TextIO, exc_info: structlog.typing.ExcInfo) -> None:
    """Write where it happened, without the values: they may be what a member wrote, or who she is.

    The message of an error is written only for classes whose messages never hold either.
    """
    _, error, frames = exc_info
    stream.write("\n" + "".join(traceback.format_tb(frames)) + _named(error))
    for part in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        bare_traceback(stream, (type(part), part, part.__traceback__))


def _named(error: BaseException) -> str:
    kind = type(error)
    told = f": {error}" if isinstance(error, _SAFE_TO_TELL) else ""
    return f"{kind.__module__}.{kind.__qualname__}{told}"


class ScrubbingFormatter(structlog.stdlib.ProcessorFormatter):
    """Formats a record as a line, tracebacks included, and scrubs what came out."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the scrubbed text."""
        if record.name == "asyncio":
            record = _first_line_only(record)
        return scrub(super().format(record))


def _first_line_only(record: logging.LogRecord) -> logging.LogRecord:
    # Further lines of asyncio's hold the repr of a task, and in it that of an error, values and all.
    short = copy.copy(record)
    short.msg, short.args = record.getMessage().partition("\n")[0], None
    return short


def configure(level: str, stream: TextIO | None = None) -> logging.Handler:
    """Send everything that is logged from now on to `stream` (standard error); returns the handler.

    Never lower than INFO for discord.py, whose DEBUG lines hold whole events.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        ScrubbingFormatter(
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
            ],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.dev.ConsoleRenderer(colors=False, exception_formatter=bare_traceback),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for chatty in ("discord", "aiohttp", "asyncio"):
        logging.getLogger(chatty).setLevel(max(logging.INFO, root.level))
    for quiet in ("alembic", "aiosqlite", "apscheduler", "sqlalchemy"):
        logging.getLogger(quiet).setLevel(max(logging.WARNING, root.level))
    return handler
