"""Posting what came of something that was said anonymously: promised in the anonymous database."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.database import Tx
from bot.core.deliveries import Delivery, Post, new_key
from bot.core.notices import Notice
from bot.questions.service import desk as kinds
from bot.questions.service.desk import Desk

#: The place of what only facilitators may see, if its channel is gone.
TO_FACILITATORS = "facilitators"


class Posting:
    """Promises plain messages; where Discord lets none through, facilitators are told as for a card."""

    def __init__(self, desk: Desk) -> None:
        """`desk` holds databases, stores and keys."""
        self._desk = desk

    async def post(
        self, tx: Tx, community: int, say: Callable[[str], Notice], *, to_facilitators: bool = False
    ) -> str:
        """Post a message where questions go, or to facilitators; `tx` is of the anonymous database.

        `say` makes it from its key, which one of its buttons has to carry: by that it is found after a crash.
        Returns the key. Raises Refused before the community is set up.
        """
        here = await self._desk.communities.get(community)
        place = Post(here.facilitators_channel if to_facilitators else here.questions_channel)
        about = TO_FACILITATORS if to_facilitators else ""
        key = new_key()
        delivery = Delivery(key, community, kinds.SHOWN, place, say(key), about)
        await self._desk.put_note(tx, delivery)
        return key
