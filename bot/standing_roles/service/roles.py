"""Offering a standing role, answering, holding it, giving it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from bot.community.rules import Part
from bot.community.service import Communities
from bot.contacts.rules import Name, is_lay, shown
from bot.core.alarms import AfterCommit, Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import new_key
from bot.core.drafts import Drafts
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.own_words import AsItIs, OwnWords, Passage, Reading
from bot.nudges.rules import Budget, Nudge
from bot.people.rules import Member
from bot.questions.rules.writing import clean, optional
from bot.standing_roles import rules, text
from bot.standing_roles.rules import EXPIRES, FOR_PART, FORGOTTEN_AFTER, LONGEST_TERMS, Role, Standing, State
from bot.standing_roles.service.holders import Holders
from bot.standing_roles.service.ports import People, StandingRoleStore

EXPIRE = "standing_roles.expire"
FORGET = "standing_roles.forget"
#: What a facilitator writes herself in a preview.
TERMS = "standing_roles.terms"


class Contacts(Protocol):
    """Who looks after whom."""

    async def contact_of(self, tx: Tx, community: int, member: str) -> Member | None: ...


class Nudges(Protocol):
    """Carries messages to members, as far as they let them come."""

    async def send(self, tx: Tx, nudge: Nudge) -> None: ...
    async def withdraw(self, tx: Tx, community: int, prefix: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Offer:
    """What a facilitator filled in: an account, or the name of a member without Discord."""

    role: str
    account: int | None
    name: str
    takes: str
    paid: str


class StandingRoles:
    """The standing roles of every community. `account` is always whoever presses."""

    def __init__(
        self,
        *,
        database: Database,
        store: StandingRoleStore,
        people: People,
        communities: Communities,
        contacts: Contacts,
        nudges: Nudges,
        alarms: Alarms,
        clock: Clock,
    ) -> None:
        """`database` and `alarms` are the everyday ones; what is about to be offered is in memory only."""
        self._database = database
        self._store = store
        self._people = people
        self._holders = Holders(store, people)
        self._communities = communities
        self._contacts = contacts
        self._nudges = nudges
        self._alarms = alarms
        self._clock = clock
        self._drafts: Drafts[Standing] = Drafts("error-standing-draft-gone")
        self._reading: Reading = AsItIs()

    def let_read(self, reading: Reading) -> None:
        """From now on this looks at what a facilitator writes of time and payment, in the preview."""
        self._reading = reading

    # What facilitators press

    async def holders(self, community: int) -> Notice:
        """[Standing roles]: who has which. Who was asked, and what was answered, is not in it."""
        async with self._database.read() as tx:
            held = await self._named(tx, community, State.HELD)
        return text.holders(held)

    def form(self) -> Form:
        """[Offer a role]."""
        return text.offer_form()

    async def preview(self, community: int, account: int, offer: Offer) -> Notice:
        """The form was sent: what she would read. Raises Refused for whoever cannot be offered one."""
        shown_ = await self._previewed(community, account, offer)

        async def again(texts: Sequence[str]) -> Notice:
            return await self._previewed(community, account, replace(offer, takes=texts[0], paid=texts[1]))

        terms = (Passage(offer.takes, LONGEST_TERMS), Passage(offer.paid, LONGEST_TERMS))
        return await self._reading.hint(shown_, OwnWords(community, account, TERMS, terms, again))

    async def _previewed(self, community: int, account: int, offer: Offer) -> Notice:
        if offer.role not in list(Role):
            raise Refused("error-choice")
        takes = rules.stated(clean(offer.takes, "note", LONGEST_TERMS))
        paid = rules.stated(clean(offer.paid, "note", LONGEST_TERMS))
        now = self._clock.now()
        async with self._database.read() as tx:
            member = await self._find(tx, community, offer)
        standing = Standing(
            new_key(), community, member.id, Role(offer.role), takes, paid, account, now.date()
        )
        self._drafts.put(standing.id, account, standing, now)
        return text.preview(standing, shown(member), has_discord=member.has_discord)

    async def send(self, community: int, account: int, token: str) -> Notice:
        """[Offer it]. Twice is once; raises Refused if she has been offered this role, or has it."""
        now = self._clock.now()
        standing = self._drafts.get(token, account, now)
        async with self._database.write() as tx:
            member = await self._here(tx, community, standing.member)
            known = await self._store.of_community(tx, community)
            if all(each.id != standing.id for each in known):
                if rules.is_taken(known, member.id, standing.role):
                    raise Refused("error-standing-taken")
                await self._store.put(tx, standing)
                await self._alarms.set(tx, Alarm(EXPIRE, standing.id, now + EXPIRES))
                await self._nudges.send(tx, _message(standing, now))
        return text.sent(standing, shown(member))

    def never_mind(self, token: str) -> Notice:
        """Nothing was offered."""
        self._drafts.drop(token)
        return text.never_mind()

    async def offers(self, community: int, account: int) -> Notice:
        """[My offers]: what became of those that this facilitator made, and nobody else's."""
        async with self._database.read() as tx:
            known = await self._named(tx, community)
        return text.my_offers([(each, name) for each, name in known if each.offered_by == account])

    async def withdraw(self, community: int, account: int, id_: str) -> Notice:
        """Whoever made an offer takes it back, while it is not answered. Raises Refused after that."""
        async with self._database.write() as tx:
            standing = await self._get(tx, community, id_)
            if standing.offered_by != account:
                raise Refused("error-standing-gone")
            if standing.state is not State.OFFERED:
                raise Refused("error-standing-answered")
            await self._drop(tx, standing)
        return await self.offers(community, account)

    # What a member presses, or her contact if she has no Discord

    async def mine(self, community: int, account: int, member: str = "", *, in_chat: bool = True) -> Notice:
        """What somebody was offered, and has; with `member`, of a member without Discord, by her contact.

        `in_chat`: it is read in the chat with the bot, or by somebody else than whoever has the role.
        """
        async with self._database.read() as tx:
            for_whom = await self._for_whom(tx, community, account, member)
            known = [
                each for each in await self._store.of_community(tx, community) if each.member == for_whom
            ]
        return text.mine(
            [each for each in known if each.state in (State.OFFERED, State.HELD)], in_chat=in_chat
        )

    async def more(self, community: int, account: int, id_: str) -> Notice:
        """[Tell me more]: the briefing."""
        async with self._database.read() as tx:
            standing = await self._hers(tx, community, account, id_)
        return text.more(standing)

    async def answer(self, community: int, account: int, id_: str, *, yes: bool) -> Notice:
        """[Yes] or [Not this time]; twice is once. Raises Refused if it was withdrawn, or is over."""
        now = self._clock.now()
        async with self._database.write() as tx:
            standing = await self._hers(tx, community, account, id_)
            changed = rules.answered(standing, yes=yes)
            if changed is not standing:
                await self._store.put(tx, changed)
                await self._alarms.forget(tx, EXPIRE, id_)
                if not yes:
                    await self._alarms.set(tx, Alarm(FORGET, id_, now + FORGOTTEN_AFTER))
        return text.said_yes(standing) if yes else text.said_not_now()

    async def give_back(self, community: int, account: int, id_: str, *, facilitator: bool) -> Notice:
        """A role ends: by who has it, her contact, or a facilitator. Twice is once."""
        async with self._database.write() as tx:
            standing = await self._store.get(tx, id_)
            if standing is not None and standing.community == community:
                if not facilitator:
                    await self._hers(tx, community, account, id_)
                if standing.state is State.HELD:
                    await self._drop(tx, standing)
        return text.given_back()

    # Who has which part

    async def has_part(self, part: Part, community: int, account: int) -> bool:
        """Whether this account's member, who has not left, has that part by a role of hers."""
        async with self._database.read() as tx:
            return await self._holders.has(tx, community, account, *FOR_PART[part])

    async def editors_in(self, tx: Tx, community: int) -> list[str]:
        """The ids of the members who look after the words, and have not left."""
        return await self._holders.of(tx, community, Role.WORD_EDITOR)

    # What falls due, and about somebody

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that this feature sets."""

        async def expire(tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
            standing = await self._store.get(tx, alarm.subject)
            if standing is not None and standing.state is State.OFFERED:
                await self._store.put(tx, replace(standing, state=State.EXPIRED))
                await self._alarms.set(tx, Alarm(FORGET, standing.id, now + FORGOTTEN_AFTER))
            return None

        async def forget(tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
            await self._store.drop(tx, alarm.subject)
            return None

        return {EXPIRE: expire, FORGET: forget}

    async def export_for(self, community: int, member: str) -> dict[str, object]:
        """All that is kept here of a member, readable."""
        async with self._database.read() as tx:
            known = await self._store.of_community(tx, community)
        return {"standing_roles": [rules.readable(each) for each in known if each.member == member]}

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing of what a member was offered, or has."""
        for standing in await self._store.of_community(tx, community):
            if standing.member == member:
                await self._drop(tx, standing)

    # Steps

    async def _drop(self, tx: Tx, standing: Standing) -> None:
        await self._store.drop(tx, standing.id)
        await self._nudges.withdraw(tx, standing.community, _key(standing))
        for kind in (EXPIRE, FORGET):
            await self._alarms.forget(tx, kind, standing.id)

    async def _named(self, tx: Tx, community: int, state: State | None = None) -> list[tuple[Standing, Name]]:
        members = {each.id: each for each in await self._people.of_community(tx, community)}
        order = list(Role)
        found = [
            (each, shown(members[each.member]))
            for each in await self._store.of_community(tx, community)
            if each.member in members and state in (None, each.state)
        ]
        return sorted(found, key=lambda pair: (order.index(pair[0].role), pair[0].id))

    async def _get(self, tx: Tx, community: int, id_: str) -> Standing:
        standing = await self._store.get(tx, id_)
        if standing is None or standing.community != community:
            raise Refused("error-standing-gone")
        return standing

    async def _hers(self, tx: Tx, community: int, account: int, id_: str) -> Standing:
        """An offer to, or a role of, whoever presses, or of whom she is the contact."""
        standing = await self._get(tx, community, id_)
        if await self._for_whom(tx, community, account, standing.member) != standing.member:
            raise Refused("error-standing-gone")
        return standing

    async def _for_whom(self, tx: Tx, community: int, account: int, member: str) -> str:
        """Whose roles somebody may see: her own, or of `member` without Discord, whose contact she is."""
        members = await self._people.of_community(tx, community)
        own = next((e for e in members if e.account == account and e.left_on is None), None)
        if own is None:
            raise Refused("error-contact-not-joined")
        other = next((each for each in members if each.id == member and each.id != own.id), None)
        if other is None:
            return own.id
        contact = await self._contacts.contact_of(tx, community, other.id)
        if other.has_discord or contact is None or contact.id != own.id:
            raise Refused("error-standing-gone")
        return other.id

    async def _here(self, tx: Tx, community: int, member: str) -> Member:
        found = await self._people.member(tx, community, member)
        if found is None or found.left_on is not None:
            raise Refused("error-no-such-member")
        return found

    async def _find(self, tx: Tx, community: int, offer: Offer) -> Member:
        """Whom a role is offered to. Raises Refused for nobody, and for professional members."""
        name = optional(offer.name, "note", LONGEST_TERMS).casefold()
        found = [
            each
            for each in await self._people.of_community(tx, community)
            if each.left_on is None
            and (
                each.account == offer.account
                if offer.account is not None
                else name and not each.has_discord and each.about.name.casefold() == name
            )
        ]
        if len(found) != 1:
            raise Refused("error-standing-nobody")
        if not is_lay(await self._communities.settings(community), found[0]):
            raise Refused("error-standing-lay-first")
        return found[0]


def _key(standing: Standing) -> str:
    return f"standing_roles {standing.id}"


def _message(standing: Standing, now: datetime) -> Nudge:
    return Nudge(
        _key(standing),
        standing.community,
        standing.member,
        kind="offer",
        notice=text.offer(standing),
        not_before=now,
        until=now + EXPIRES,
        budget=Budget.COUNTED,
        errand=text.errand(standing),
    )
