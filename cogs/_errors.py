"""Error -> sentence, for whoever pressed. It says what happened, that nothing was lost, and what to press.

`Refused` brings its own sentence. Everything else is a fault of ours: it is logged under a random id,
which a person who acts openly is asked to quote; an asker is not, nor is who looks a word up.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence

import aiohttp
import discord
from discord import app_commands

from bot.core.errors import Refused
from bot.core.notices import Line, Notice, Words
from bot.core.wording import Wording
from cogs import _send

log = logging.getLogger(__name__)

#: Discord's codes for an interaction that can no longer be answered.
_TOO_LATE = (10062, 40060, 50027)
_MOST_GIVEN_BACK = 3_600


async def tell(
    interaction: discord.Interaction,
    error: BaseException,
    wording: Wording,
    typed: Sequence[Words] = (),
    *,
    openly: bool = True,
    unexpected: str = "error-unexpected-anonymous",
) -> None:
    """Tell whoever pressed, and give back what they typed, so that nothing is lost.

    Only somebody who acts `openly` is given an id to quote; of a fault of ours others read `unexpected`.
    """
    error = _cause(error)
    if isinstance(error, discord.HTTPException) and error.code in _TOO_LATE:
        log.warning("an answer came too late: Discord's code %s", error.code)
        return
    parts: list[Line | Words] = [sentence(error, openly=openly, unexpected=unexpected)]
    if any(words.words.strip() for words in typed):
        parts += [Line("error-what-you-wrote"), *_fitting(typed)]
    try:
        await _send.beside(interaction, Notice(tuple(parts)), wording)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as failure:
        log.warning("an error could not be told: %s", type(failure).__name__)


def _fitting(typed: Sequence[Words]) -> list[Words]:
    """What was typed, as much of it as fits into one message: no honest client sends more."""
    room = _MOST_GIVEN_BACK
    given: list[Words] = []
    for words in typed:
        given.append(Words(words.words[:room]))
        room -= len(given[-1].words)
    return [words for words in given if words.words]


def _cause(error: BaseException) -> BaseException:
    """What discord.py has wrapped."""
    if isinstance(error, app_commands.CommandInvokeError):
        return error.original
    if isinstance(error, app_commands.CheckFailure) and error.__cause__ is not None:
        return error.__cause__
    return error


def sentence(error: BaseException, *, openly: bool, unexpected: str = "error-unexpected-anonymous") -> Line:
    """What to say of an error. A fault of ours is logged; who acts `openly` gets an id to quote."""
    if isinstance(error, Refused):
        return error.line
    if not openly:
        log.error("unexpected error", exc_info=error)
        return Line(unexpected)
    quote = secrets.token_hex(3)
    log.error("unexpected error, quoted as %s", quote, exc_info=error)
    return Line("error-unexpected", {"quote": quote})
