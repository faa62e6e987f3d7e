"""Making channels and roles, using what is there, taking back what was made, giving the facilitators' role.

Discord is never asked inside a transaction. Each thing made is kept as soon as it is there; what was begun is
kept before, so that after a crash in between it is found by its name, and not made twice.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.community.rules import setup as rules
from bot.community.rules import steps
from bot.community.rules.setup import (
    FACILITATORS,
    FACILITATORS_ROLE,
    LAY,
    ROOM,
    Fate,
    Item,
    Kind,
    Made,
    Setup,
    Step,
)
from bot.community.rules.steps import View
from bot.community.service.desk import SetupDesk
from bot.community.service.ports import Access
from bot.community.text import forms
from bot.community.text import setup as text
from bot.core.database import Tx
from bot.core.deliveries import Delivery, Post, new_key
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.wording import Line
from bot.doctor.rules import Role

BEGUN = "community.begun"


class Making:
    """What setting up does on Discord."""

    def __init__(self, desk: SetupDesk) -> None:
        """In one community only one of these runs at a time; a second press waits, and finds it done."""
        self._desk = desk
        self._locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def make(self, community: int, which: str) -> Notice:
        """[Make these]: all that is listed, or (`needed`) only what a community cannot be without.

        What Discord refuses is told on the page, with what was made before it; it can be tried again.
        """
        async with self._locks[community]:
            try:
                await self._make(community, only_needed=which == "needed")
            except Refused as refusal:
                return await self._desk.page(community, Step.SERVER, refusal.line, again=True)
        return await self._shown(community, Line("community-made"))

    def existing_form(self) -> Form:
        """[Use existing ones]."""
        return forms.existing()

    async def existing(self, community: int, picked: Mapping[str, Sequence[str]]) -> Notice:
        """Use these roles and channels. Raises Refused for one that cannot be used so."""
        chosen = {use: int(ids[0]) for use, ids in picked.items() if ids}
        async with self._locks[community]:
            view = await self._desk.view(community)
            _check(chosen, view)
            for use, id_ in chosen.items():
                await self._keep(community, use, id_, made=False)
        return await self._shown(community, Line("community-saved"))

    def people_form(self) -> Form:
        """[Choose people]."""
        return forms.people()

    async def people(self, community: int, accounts: Sequence[str]) -> Notice:
        """Give the facilitators' role to these people. Whoever had it before keeps it."""
        role = (await self._desk.communities.get(community)).facilitators_role
        given = 0
        try:
            server = await self._desk.building.look(community)
            if accounts and "manage_roles" not in server.allowed:
                raise Refused("community-refused-manage-roles")
            if accounts and rules.too_high(server, role):
                raise Refused("community-refused-role-high", role=_name(server.named, role))
            for account in accounts:
                await self._desk.building.give_role(community, int(account), role)
                given += 1
        except Refused as refusal:
            done = (Line("community-given", {"count": given}),) if given else ()
            return await self._desk.page(community, Step.FACILITATORS, *done, refusal.line, again=True)
        if not given:
            return await self._desk.page(community, Step.FACILITATORS, Line("community-given-none"))
        async with self._desk.database.write() as tx:
            await self._desk.change(tx, community, lambda setup: rules.confirmed(setup, Step.FACILITATORS))
        said = Line("community-given", {"count": given})
        return await self._desk.next_page(community, Step.FACILITATORS, said)

    async def post(self, community: int, *, again: bool) -> Notice:
        """[Post them]: once, however often it is pressed, unless somebody wants them `again`."""
        view = await self._desk.view(community)
        if steps.must_wait(view, Step.PANELS) or view.community is None:
            return await self._desk.page(community, Step.PANELS)
        faults = self._desk.faults(view)
        if faults:
            return await self._desk.page(community, Step.PANELS, *faults, again=True)
        async with self._desk.database.write() as tx:
            setup = await self._desk.store.get(tx, community)
            if Step.PANELS not in setup.done or again:
                await self._desk.panels.promise(tx, view.community, view.settings.joining_channel)
                await self._desk.store.put(tx, rules.confirmed(setup, Step.PANELS))
        return await self._desk.page(community, Step.PANELS)

    # Taking back

    async def taking_back(self, community: int) -> Notice:
        """[Take back what was made]: what would go, and what would stay."""
        sorted_ = await self._made(await self._desk.view(community))
        return text.taking_back(*([_name_of(made) for made in some] for some in sorted_))

    async def take_back(self, community: int, which: str) -> Notice:
        """[Take these back]: only what the bot made; with `all`, also channels in which people wrote."""
        async with self._locks[community]:
            try:
                going, staying, _ = await self._made(await self._desk.view(community))
                for made in (*going, *(staying if which == "all" else ())):
                    await self._delete(community, made)
            except Refused as refusal:
                return await self._desk.page(community, Step.SERVER, refusal.line)
        return await self._desk.page(community, Step.SERVER, Line("community-taken-back"))

    async def _made(self, view: View) -> tuple[list[Made], list[Made], list[Made]]:
        """What the bot made and could delete; what people wrote in; what only a hand can delete."""
        going: list[Made] = []
        staying: list[Made] = []
        by_hand: list[Made] = []
        for made in rules.still_there(view.setup, view.server):
            if made.place.use == LAY:
                by_hand.append(made)
                continue
            written = made.kind is Kind.CHANNEL and await self._desk.building.has_words_of_people(
                view.setup.community, made.place.id
            )
            (staying if written else going).append(made)
        return going, staying, by_hand

    async def _delete(self, community: int, made: Made) -> None:
        building, place = self._desk.building, made.place
        delete = building.delete_channel if made.kind is Kind.CHANNEL else building.delete_role
        await delete(community, place.id)
        async with self._desk.database.write() as tx:
            await self._desk.change(tx, community, lambda setup: rules.forgotten(setup, place.id))
            await self._desk.communities.change(
                tx, community, lambda settings: rules.settings_without(settings, place)
            )

    # Steps

    async def _make(self, community: int, *, only_needed: bool) -> None:
        view = await self._desk.view(community)
        items = rules.to_do(view.items, only_needed=only_needed)
        permission = rules.lacking(items, view.server)
        if permission is not None:
            raise Refused(f"community-refused-{permission.replace('_', '-')}")
        own = {item.wanted.use for item in items if item.fate is Fate.MAKE}
        async with self._desk.database.write() as tx:
            setup = await self._desk.change(tx, community, lambda setup: rules.begun(setup, own))
        used_for = rules.places(view.setup, view.community, view.settings)
        used_for |= {item.wanted.use: item.id for item in view.items if item.id is not None}
        for item in items:
            made = item.id if item.id is not None else await self._make_one(community, item, used_for)
            used_for[item.wanted.use] = made
            await self._keep(community, item.wanted.use, made, made=item.wanted.use in setup.begun)

    async def _make_one(self, community: int, item: Item, used_for: Mapping[str, int]) -> int:
        name, use = item.wanted.name, item.wanted.use
        if item.wanted.kind is Kind.ROLE:
            return await self._desk.building.make_role(community, name)
        access = Access(voice=use == ROOM)
        if use in (FACILITATORS, LAY):
            role = FACILITATORS_ROLE if use == FACILITATORS else rules.group_role("lay")
            if role not in used_for:
                raise Refused("community-refused-role-first", channel=name)
            access = Access(everybody=False, roles=(used_for[role],), bot=use != LAY)
        return await self._desk.building.make_channel(community, name, access)

    async def _keep(self, community: int, use: str, id_: int, *, made: bool) -> None:
        """Use this from now on; once all is there that a community cannot be without, it is one."""
        async with self._desk.database.write() as tx:
            setup = await self._desk.change(
                tx, community, lambda before: rules.used(before, use, id_, made=made)
            )
            settings = await self._desk.communities.change(
                tx, community, lambda chosen: rules.settings_with(chosen, use, id_)
            )
            known = await self._desk.communities.found(tx, community)
            used_for = {**rules.places(setup, known, settings), use: id_}
            here = rules.community_of(community, used_for)
            if here is not None and here != known:
                await self._desk.communities.save(tx, here)
                if known is None:
                    await self._tell_facilitators(tx, setup, here.facilitators_channel)

    async def _tell_facilitators(self, tx: Tx, setup: Setup, channel: int) -> None:
        key = new_key()
        notice = text.anybody_can_go_on(key)
        delivery = Delivery(key, setup.community, BEGUN, Post(channel), notice)
        await self._desk.deliveries.put(tx, delivery, self._desk.clock.now())

    async def _shown(self, community: int, said: Line) -> Notice:
        """The page of channels and roles while something of it can be done; otherwise the next step."""
        return await self._desk.page_or_next(community, Step.SERVER, said, _nothing_left)


def _check(chosen: Mapping[str, int], view: View) -> None:
    """Raise Refused for what is used twice, for everybody's role, and for what is not there."""
    known = {item.wanted.use: item.id for item in view.items if item.fate is Fate.THERE}
    after = [id_ for id_ in {**known, **chosen}.values() if id_ is not None]
    if len(after) != len(set(after)):
        raise Refused("community-refused-twice")
    if view.server.id in chosen.values():
        raise Refused("error-role-everyone")
    open_ = {channel.id for channel in view.server.channels if channel.is_open}
    if any(chosen.get(use) in open_ for use in (FACILITATORS, LAY)):
        raise Refused("community-refused-open")


def _name(named: Sequence[Role], role: int) -> str:
    return next((each.name for each in named if each.id == role), "")


def _name_of(made: Made) -> str:
    return f"#{made.name}" if made.kind is Kind.CHANNEL else made.name


def _nothing_left(view: View) -> bool:
    """Whether all that is needed is there, and nothing waits for somebody to choose."""
    return view.is_ready and not any(item.fate in (Fate.TWICE, Fate.OPEN, Fate.CLOSED) for item in view.items)
