"""What facilitators do with an agenda: look at it, add to it, change it, put it in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from bot.agenda import rules
from bot.agenda.rules import Draft, Item, Plan, Typed
from bot.agenda.service.agenda import Agenda
from bot.agenda.service.parts import number, parted
from bot.agenda.service.ports import Communities
from bot.agenda.service.steering import Steering
from bot.agenda.text import desk as text
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import new_key
from bot.core.drafts import Drafts
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.own_words import AsItIs, OwnWords, Passage, Reading

#: What a facilitator writes herself in a preview.
ITEM = "agenda.item"
_GONE = "error-agenda-preview-gone"


class Desk:
    """The agendas of every community, for facilitators.

    A `token` is a meeting's id, with an item's behind it or what else is pressed. What is not yet used, or
    was taken out just now, is in memory only.
    """

    def __init__(
        self,
        *,
        database: Database,
        agenda: Agenda,
        steering: Steering,
        communities: Communities,
        clock: Clock,
    ) -> None:
        """`database` is the everyday one."""
        self._database = database
        self._agenda = agenda
        self._steering = steering
        self._communities = communities
        self._clock = clock
        self._drafts: Drafts[Draft] = Drafts(_GONE)
        self._removed: Drafts[Item] = Drafts(_GONE)
        self._reading: Reading = AsItIs()

    def let_read(self, reading: Reading) -> None:
        """From now on this looks at what a facilitator writes about an item, in the preview."""
        self._reading = reading

    # Looking

    async def meetings(self, community: int) -> Notice:
        """[Agendas]: the meetings that are not over."""
        async with self._database.read() as tx:
            return text.meetings(await self._agenda.meetings(tx, community))

    async def open(self, community: int, token: str) -> Notice:
        """[Agenda] of a meeting, or a further page of it; raises Refused if the meeting is not there."""
        meeting, page = parted(token)
        async with self._database.read() as tx:
            return await self._shown(tx, community, meeting, number(page))

    async def item(self, community: int, token: str) -> Notice:
        """One item; raises Refused if it is not there any more."""
        meeting, id_ = parted(token)
        async with self._database.read() as tx:
            known = await self._agenda.known(tx, community, meeting)
            settings = await self._communities.settings_in(tx, community)
        return text.item(known, known.plan.item(id_), settings)

    async def pauses(self, community: int, meeting: str) -> Notice:
        """[Arriving and break]."""
        async with self._database.read() as tx:
            return text.pauses(await self._agenda.known(tx, community, meeting))

    async def groups(self, community: int, meeting: str) -> Notice:
        """[Minutes by role group]."""
        async with self._database.read() as tx:
            known = await self._agenda.known(tx, community, meeting)
            return text.shares(known, await self._communities.settings_in(tx, community))

    # An item, from its form to the agenda

    async def form(self, community: int, token: str) -> Form:
        """[Add an item] to a meeting, or [Change] one; raises Refused if either is not there, or no room."""
        meeting, id_ = parted(token)
        async with self._database.read() as tx:
            plan = await self._agenda.plan(tx, community, meeting)
            settings = await self._communities.settings_in(tx, community)
        if not id_:
            rules.check_room(plan)
        return text.item_form(settings, token, plan.item(id_) if id_ else None)

    async def preview(self, community: int, account: int, token: str, typed: Typed) -> Notice:
        """The form was sent: what the item will be, if it is used. Raises Refused for what cannot be."""
        meeting, id_ = parted(token)
        async with self._database.read() as tx:
            plan = await self._agenda.plan(tx, community, meeting)
            settings = await self._communities.settings_in(tx, community)
        before = plan.item(id_) if id_ else None
        base = before or Item(new_key(), community, meeting, len(plan.items), "", 0)
        after = rules.described(base, typed, [each.key for each in settings.groups])
        return await self._hinted(account, Draft(before, after))

    async def words_form(self, community: int, account: int, token: str) -> Form:
        """[What is open, and what is fixed], of an item that is previewed; raises Refused if it is gone."""
        return text.words_form(token, self._draft(community, account, token).after)

    async def words(
        self, community: int, account: int, token: str, typed: Mapping[str, str], wanted: Iterable[str]
    ) -> Notice:
        """That form was sent: the preview with it. `typed` has `open` and `fixed`. Raises Refused."""
        draft = self._draft(community, account, token)
        after = rules.explained(draft.after, typed.get("open", ""), typed.get("fixed", ""), wanted)
        return await self._hinted(account, replace(draft, after=after))

    async def use(self, community: int, account: int, token: str) -> Notice:
        """What was previewed is on the agenda from now on.

        Raises Refused if it was shown too long ago or used already, or somebody else changed the item
        meanwhile.
        """
        draft = self._draft(community, account, token)
        async with self._database.write() as tx:
            plan = await self._agenda.plan(tx, community, draft.after.meeting)
            await self._agenda.put(tx, _used(plan, draft))
            shown = await self._shown(tx, community, plan.meeting, _page(plan, draft.after.id))
        self._drafts.drop(token)
        return shown

    # Order, and what is between

    async def move(self, community: int, token: str, by: int) -> Notice:
        """[Earlier] or [Later]: the item, in its new place; raises Refused if it is not there any more."""
        meeting, id_ = parted(token)
        await self._change(community, meeting, lambda plan: rules.moved(plan, id_, by))
        return await self.item(community, token)

    async def remove(self, community: int, account: int, token: str) -> Notice:
        """[Take it out]: it can be put back for a quarter of an hour. Raises Refused if it is not there."""
        meeting, id_ = parted(token)
        async with self._database.write() as tx:
            known = await self._agenda.known(tx, community, meeting)
            item = known.plan.item(id_)
            await self._agenda.put(tx, rules.removed(known.plan, id_))
        key = new_key()
        self._removed.put(key, account, item, self._clock.now())
        return text.removed(known, item, key)

    async def put_back(self, community: int, account: int, token: str) -> Notice:
        """[Put it back], where it was; raises Refused if that was too long ago, or there is no room."""
        with self._removed.using(token, account, self._clock.now()) as item:
            if item.community != community:
                raise Refused(_GONE)
            await self._change(community, item.meeting, lambda plan: rules.added(plan, item, item.position))
        return await self.open(community, item.meeting)

    async def early(self, community: int, token: str) -> Notice:
        """The room for arriving early: behind the meeting's id `on` or `off`."""
        meeting, wish = parted(token)
        await self._change(community, meeting, lambda plan: rules.opened_early(plan, early=wish == "on"))
        return await self.pauses(community, meeting)

    async def rest(self, community: int, token: str) -> Notice:
        """The break: behind the meeting's id `on`, `off`, `before` or `later`."""
        meeting, wish = parted(token)
        await self._change(community, meeting, _RESTS.get(wish, _as_it_is))
        return await self.pauses(community, meeting)

    # Shared steps

    async def _change(self, community: int, meeting: str, change: Callable[[Plan], Plan]) -> None:
        async with self._database.write() as tx:
            plan = await self._agenda.plan(tx, community, meeting)
            await self._agenda.put(tx, change(plan))

    async def _shown(self, tx: Tx, community: int, meeting: str, page: int) -> Notice:
        known = await self._agenda.known(tx, community, meeting)
        return text.agenda(known, await self._steering.approval(tx, known.plan), page)

    async def _hinted(self, account: int, draft: Draft) -> Notice:
        after = draft.after
        passages = rules.own_words(after)

        async def again(texts: Sequence[str]) -> Notice:
            words = dict(zip(passages, texts, strict=True))
            return await self._previewed(account, replace(draft, after=rules.reworded(after, words)))

        own = tuple(Passage(getattr(after, name), most) for name, most in passages.items())
        shown = await self._previewed(account, draft)
        return await self._reading.hint(shown, OwnWords(after.community, account, ITEM, own, again))

    async def _previewed(self, account: int, draft: Draft) -> Notice:
        token = new_key()
        self._drafts.put(token, account, draft, self._clock.now())
        async with self._database.read() as tx:
            settings = await self._communities.settings_in(tx, draft.after.community)
        return text.preview(token, draft, settings)

    def _draft(self, community: int, account: int, token: str) -> Draft:
        draft = self._drafts.get(token, account, self._clock.now())
        if draft.after.community != community:
            raise Refused(_GONE)
        return draft


def _used(plan: Plan, draft: Draft) -> Plan:
    if draft.before is None:
        if any(each.id == draft.after.id for each in plan.items):
            raise Refused(_GONE)
        return rules.added(plan, draft.after)
    now = plan.item(draft.before.id)
    if replace(now, position=draft.before.position) != draft.before:
        raise Refused("error-agenda-changed")
    return rules.changed(plan, draft.after)


def _page(plan: Plan, item: str) -> int:
    """The page with an item; the last for one that is new."""
    pages = rules.pages(plan.items)
    return next((at for at, page in enumerate(pages) if any(each.id == item for each in page)), len(pages))


def _as_it_is(plan: Plan) -> Plan:
    return plan


_RESTS: Mapping[str, Callable[[Plan], Plan]] = {
    "on": rules.with_rest,
    "off": rules.without_rest,
    "before": lambda plan: rules.rested(plan, -1),
    "later": lambda plan: rules.rested(plan, 1),
}
