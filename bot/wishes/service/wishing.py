"""What would make it easier to come: said without a name, by anybody."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.questions.kinds import Kind, Said
from bot.questions.rules.writing import tidy
from bot.wishes import rules
from bot.wishes.rules import LONGEST_WISH, Wish
from bot.wishes.service.desk import Desk
from bot.wishes.service.ports import Anonymous


class Wishing:
    """What everybody can press. `community` and `account` are Discord ids; `fields` come from a form.

    Nothing of a press is written to the everyday database before the window at which it comes out.
    """

    def __init__(self, desk: Desk, anonymous: Anonymous) -> None:
        """`anonymous` is the only way: nothing of this is said under a name."""
        self._desk = desk
        self._anonymous = anonymous

    async def form(self, kind: Kind, community: int) -> Form:
        """[What would make it easier to come?] or [Write down an idea]; raises Refused before the set-up."""
        return await self._anonymous.form(kind.code, community)

    async def say(
        self, kind: Kind, community: int, account: int, token: str, fields: Mapping[str, str]
    ) -> Notice:
        """The form was sent; raises Refused for an empty or over-long box, and if very many wait.

        What is sent is promised to be read: so many that nobody could read them are not taken.
        """
        async with self._desk.database.read() as tx:
            wishes = await self._desk.store.wishes(tx, community)
        if rules.are_too_many(wishes):
            raise Refused("error-wishes-many-wait")
        return await self._anonymous.say(kind.code, community, account, token, fields=fields, name="")

    async def take(self, said: Said) -> None:
        """Keep what came out, for the next batch; the same token once more changes nothing."""
        desk = self._desk
        async with desk.database.write() as tx:
            known = await desk.store.wishes(tx, said.community)
            if all(each.id != said.token for each in known):
                text = tidy(said.text)[:LONGEST_WISH]
                await desk.store.put_wish(tx, Wish(said.token, said.community, text))
                await desk.let_wait(tx, said.community)
