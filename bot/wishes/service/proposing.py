"""Proposing something to talk about, under one's name or without; and what everybody can read of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.core.database import Tx
from bot.core.deliveries import new_key
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.paging import page_of
from bot.proposals.text.proposing import HOW, NAMED, how
from bot.questions.kinds import Said
from bot.questions.rules.saying import LONGEST_NAME, put_together
from bot.questions.rules.writing import shortened, tidy
from bot.wishes import rules
from bot.wishes.rules import ITEM, LONGEST_WHAT, MOST_WAITING, Proposed
from bot.wishes.service.desk import Desk
from bot.wishes.service.ports import Anonymous
from bot.wishes.text import items as text
from bot.wishes.text.items import ON_A_PAGE


class ProposingItems:
    """What everybody can press. `community` and `account` are Discord ids; `fields` come from a form."""

    def __init__(self, desk: Desk, anonymous: Anonymous) -> None:
        """`anonymous` is the way for what is proposed without a name."""
        self._desk = desk
        self._anonymous = anonymous

    async def form(self, community: int) -> Form:
        """[Propose something to talk about]."""
        form = await self._anonymous.form(ITEM.code, community)
        return replace(form, fields=(*form.fields, how()))

    async def propose(
        self, community: int, account: int, token: str, fields: Mapping[str, str], shown_as: str
    ) -> Notice:
        """The form was sent. Raises Refused for an empty or over-long box, and unless she joined, for a name.

        It also raises Refused where too many wait: what is sent once is promised an answer. `shown_as` is
        what Discord shows for her: what facilitators read with it, if she chose that.
        """
        if fields.get(HOW) != NAMED:
            if rules.is_full(await self._desk.items(community)):
                raise Refused("error-wishes-full")
            name = shortened(fields.get("what", ""), LONGEST_WHAT)
            return await self._anonymous.say(ITEM.code, community, account, token, fields=fields, name=name)
        written = put_together(ITEM, fields)
        member = await self._desk.member(community, account)
        if member is None:
            raise Refused("error-wishes-not-joined")
        by = shortened(tidy(shown_as), LONGEST_NAME)
        bare = Proposed(new_key(), community, "", "", self._today(), member.id, by)
        return await self._keep(rules.made_of(bare, written))

    async def take_back(self, community: int, account: int, id_: str) -> Notice:
        """[Take it back], by whoever proposed it under her name, while it waits; twice is once.

        Raises Refused for anybody else's, and for what has its answer.
        """
        member = await self._desk.member(community, account)
        async with self._desk.database.write() as tx:
            found = await self._desk.store.get(tx, community, id_)
            if found is not None:
                if member is None or found.member != member.id:
                    raise Refused("error-wishes-gone")
                await self._desk.store.drop(tx, community, id_)
        return text.taken_back()

    async def answers(self, community: int, token: str = "") -> Notice:
        """[What was proposed]: what has its answer; `token` is the page."""
        shown = rules.answered(await self._desk.items(community))
        page, of = page_of(token, len(shown), ON_A_PAGE)
        return text.answers(text.Page(tuple(shown[page * ON_A_PAGE :][:ON_A_PAGE]), page, of))

    # What came out without a name

    async def take(self, said: Said) -> None:
        """Keep what was said without a name; the same token once more changes nothing."""
        desk, bare = self._desk, Proposed(said.token, said.community, "", "", self._today())
        made = replace(rules.made_of(bare, said.text), is_held=said.to_facilitators_first)
        async with desk.database.write() as tx:
            if await desk.store.get(tx, said.community, said.token) is None:
                await desk.store.put(tx, made)
                await desk.let_wait(tx, said.community)

    # Rights

    async def export_for(self, community: int, member: str) -> dict[str, object]:
        """What a member proposed under her name, and still waits, readable."""
        return rules.readable(await self._desk.items(community), member)

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing of hers; what has its answer is nobody's already."""
        for item in await self._desk.store.of_community(tx, community):
            if item.member == member:
                await self._desk.store.drop(tx, community, item.id)

    async def expire(self, tx: Tx, community: int, before: date) -> int:
        """Forget what had its answer before a day; returns how many things."""
        old = rules.over(await self._desk.store.of_community(tx, community), before)
        for item in old:
            await self._desk.store.drop(tx, community, item.id)
        return len(old)

    # Steps

    async def _keep(self, made: Proposed) -> Notice:
        desk = self._desk
        async with desk.database.write() as tx:
            every = await desk.store.of_community(tx, made.community)
            hers = [each for each in every if each.member == made.member]
            same = next((each for each in hers if rules.is_same(each, made)), None)
            if same is None:
                if len(hers) >= MOST_WAITING:
                    raise Refused("error-wishes-many")
                await desk.store.put(tx, made)
                await desk.let_wait(tx, made.community)
        return text.proposed(same or made)

    def _today(self) -> date:
        return self._desk.clock.now().date()
