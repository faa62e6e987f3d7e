"""An answer in time, and how it is shown."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Collection
from typing import Any, TypeVar

import discord

from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from cogs import _forms, _send
from cogs._views import AndThen, Answer, Away

log = logging.getLogger(__name__)

Given = TypeVar("Given")

#: Discord waits three seconds for a form.
_SOON_SECONDS = 2
_given_up: set[asyncio.Future[Any]] = set()


def given_up() -> Collection[asyncio.Future[Any]]:
    """The answers that came too late to be waited for, and are still being made."""
    return list(_given_up)


async def soon(answer: Awaitable[Given]) -> Given:
    """An answer that cannot be deferred, in the time that Discord leaves; raises Refused if there is none."""
    task = asyncio.ensure_future(answer)
    await asyncio.wait({task}, timeout=_SOON_SECONDS)
    if task.done():
        return task.result()
    # A database that is locked is waited for in a thread, which cannot be broken off; it ends by itself.
    _given_up.add(task)
    task.add_done_callback(_forget)
    raise Refused("error-busy")


def _forget(task: asyncio.Future[Any]) -> None:
    _given_up.discard(task)
    if not task.cancelled() and (error := task.exception()) is not None:
        log.warning("an answer came to nothing after its time: %s", type(error).__name__)


async def show(interaction: discord.Interaction, answer: Answer, wording: Wording, prefix: str = "") -> None:
    """Open a form, or show a notice to whoever pressed and nobody else; `prefix` goes before each token."""
    if isinstance(answer, Form):
        await interaction.response.send_modal(_forms.modal(answer, wording, interaction.locale.value, prefix))
        return
    notice = answer if isinstance(answer, Notice) else answer.notice
    await _send.privately(interaction, notice, wording, prefix)
    if isinstance(answer, AndThen):
        await answer.done()
    elif isinstance(answer, Away) and interaction.message is not None:
        await interaction.message.delete()
