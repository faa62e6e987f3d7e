"""The steering group is asked about an agenda; and everybody can read it.

What it says is kept with the agenda, never who of it said so, nor how many.
"""

from __future__ import annotations

from dataclasses import replace

from bot.agenda import rules
from bot.agenda.rules import LONGEST_CHANGE, Approval, Plan
from bot.agenda.service.agenda import Agenda
from bot.agenda.service.parts import number, parted
from bot.agenda.service.ports import Communities, Holders, Nudges, People
from bot.agenda.text import reading as text
from bot.agenda.text.lines import Known
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, Delivery, Post, new_key
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.postman import Refusal
from bot.meetings.rules import Change
from bot.nudges.rules import Budget, Nudge
from bot.people.rules import Member
from bot.questions.rules.writing import clean
from bot.standing_roles.rules import Role

#: The kind of delivery: somebody of the steering group would change something.
WISH = "agenda.wish"


class Steering:
    """What the steering groups are asked; the owner of the messages that come of it."""

    def __init__(
        self,
        *,
        database: Database,
        agenda: Agenda,
        communities: Communities,
        people: People,
        holders: Holders,
        nudges: Nudges,
        deliveries: Deliveries,
        clock: Clock,
    ) -> None:
        """`database` and `deliveries` are the everyday ones; `holders` knows who is in the group."""
        self._database = database
        self._agenda = agenda
        self._communities = communities
        self._people = people
        self._nudges = nudges
        self._deliveries = deliveries
        self._clock = clock
        self._holders = holders

    # What facilitators press

    async def asking(self, community: int, meeting: str) -> Notice:
        """[Ask the steering group]: what it would read. Raises Refused if it cannot be asked now."""
        async with self._database.read() as tx:
            known, _ = await self._to_ask(tx, community, meeting)
        return text.ask_preview(known)

    async def ask(self, community: int, meeting: str) -> Notice:
        """It is asked: each of it gets one message, when messages may come. Raises Refused as `asking`."""
        async with self._database.write() as tx:
            known, group = await self._to_ask(tx, community, meeting)
            await self._agenda.put(tx, rules.asked(known.plan))
            for member in group:
                await self._nudges.send(tx, self._message(known, member))
        return text.asked(known.meeting)

    # What everybody presses

    async def show(self, community: int, token: str) -> Notice:
        """The agenda of a meeting, to read; raises Refused if the meeting is not there."""
        meeting, page = parted(token)
        async with self._database.read() as tx:
            return text.shown(await self._agenda.known(tx, community, meeting), number(page))

    # What the steering group presses

    async def see(self, community: int, account: int, token: str) -> Notice:
        """[See the agenda]; raises Refused for whoever is not in the steering group."""
        meeting, page = parted(token)
        member = await self._people.find(community, account)
        async with self._database.read() as tx:
            known = await self._known_to(tx, community, member, meeting)
        return text.for_steering(known, number(page))

    async def agree(self, community: int, account: int, token: str) -> Notice:
        """[I agree], to the version behind the meeting's id. Raises Refused if it has changed since."""
        meeting, version = parted(token)
        member = await self._people.find(community, account)
        async with self._database.write() as tx:
            known = await self._known_to(tx, community, member, meeting)
            await self._agenda.put(tx, rules.agreed(known.plan, number(version)))
        return text.agreed()

    async def wish_form(self, community: int, account: int, token: str) -> Form:
        """[I would change something]; raises Refused as `agree`."""
        meeting, version = parted(token)
        member = await self._people.find(community, account)
        async with self._database.read() as tx:
            known = await self._known_to(tx, community, member, meeting)
        rules.wants(known.plan, number(version))
        return text.wish_form(token)

    async def wish(self, community: int, account: int, token: str, words: str) -> Notice:
        """That form was sent: facilitators are told in their channel, with her name.

        What is said without a name goes the way of anonymous questions: the form says where.
        """
        typed = clean(words, "note", LONGEST_CHANGE)
        meeting, version = parted(token)
        member = await self._people.find(community, account)
        async with self._database.write() as tx:
            known = await self._known_to(tx, community, member, meeting)
            await self._agenda.put(tx, rules.wants(known.plan, number(version)))
            await self._tell(tx, known, typed, f"<@{account}>")
        return text.wished()

    # What other features tell and ask

    async def approval(self, tx: Tx, plan: Plan) -> Approval:
        """How it stands with the steering group."""
        group = await self._group(tx, plan.community)
        return rules.approval(plan, has_group=bool(group))

    async def meeting_changed(self, tx: Tx, community: int, change: Change) -> None:
        """Of a meeting that is cancelled nobody is asked any more."""
        if change.before is not None and change.after is None:
            await self._nudges.withdraw(tx, community, _key(change.before.id))

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """Nothing follows."""

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """It goes where facilitators are now, if that is another channel; it is tried again anyway."""
        community = await self._communities.found(tx, delivery.community)
        if community is not None and delivery.place != Post(community.facilitators_channel):
            there = replace(delivery, place=Post(community.facilitators_channel))
            await self._deliveries.put(tx, there, self._clock.now())

    # Shared steps

    async def _to_ask(self, tx: Tx, community: int, meeting: str) -> tuple[Known, list[str]]:
        known = await self._agenda.known(tx, community, meeting)
        group = await self._group(tx, community)
        if not group:
            raise Refused("error-agenda-no-group")
        # Messages that nobody asked for are let go in a pause: they would never hear of it.
        if (await self._communities.settings_in(tx, community)).pause is not None:
            raise Refused("error-agenda-paused")
        rules.asked(known.plan)
        return known, group

    async def _group(self, tx: Tx, community: int) -> list[str]:
        return await self._holders.of(tx, community, Role.STEERING_GROUP)

    async def _known_to(self, tx: Tx, community: int, member: Member | None, meeting: str) -> Known:
        if member is None or member.id not in await self._group(tx, community):
            raise Refused("error-agenda-steering-only")
        return await self._agenda.known(tx, community, meeting)

    async def _tell(self, tx: Tx, known: Known, words: str, name: str) -> None:
        community = await self._communities.found(tx, known.plan.community)
        if community is None:
            raise Refused("error-not-set-up")
        key, place = new_key(), Post(community.facilitators_channel)
        notice = text.wish(known, words, name, key)
        await self._deliveries.put(tx, Delivery(key, community.id, WISH, place, notice), self._clock.now())

    def _message(self, known: Known, member: str) -> Nudge:
        return Nudge(
            _key(known.meeting.id),
            known.plan.community,
            member,
            kind="message",
            notice=text.asking(known),
            not_before=self._clock.now(),
            until=known.meeting.starts_at,
            budget=Budget.COUNTED,
            errand=text.errand(known),
        )


def _key(meeting: str) -> str:
    return f"agenda {meeting}"
