"""Who comes: each member's own answer, which facilitators may read."""

from __future__ import annotations

from bot.attending import rules, text
from bot.attending.rules import Announcement, Reply
from bot.attending.service.ports import AttendingStore, Names, People
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.errors import Refused
from bot.core.notices import Notice


class Replying:
    """What members say to announcements."""

    def __init__(
        self, *, database: Database, store: AttendingStore, people: People, names: Names, clock: Clock
    ) -> None:
        """`database` is the everyday one; `names` only puts lists in order."""
        self._database = database
        self._store = store
        self._people = people
        self._names = names
        self._clock = clock

    # What members press

    async def reply(self, community: int, account: int, token: str, reply: Reply) -> Notice:
        """Keep what a member says, in place of what she said before; who has not joined is led to it.

        Raises Refused if the meeting is cancelled or over.
        """
        member = await self._people.find(community, account)
        async with self._database.write() as tx:
            known = await self._open(tx, community, token)
            if member is None or await self._people.member(tx, community, member.id) is None:
                return text.not_joined()
            await self._store.reply(tx, community, known.meeting.id, member.id, reply)
        return text.kept(known.meeting, reply)

    async def coming_next(self, community: int) -> Notice:
        """[What's next]: below a meeting that was cancelled, and under [More]."""
        async with self._database.read() as tx:
            found = await self._store.of_community(tx, community)
        now = self._clock.now()
        return text.coming_next(rules.next_open(found, now), now)

    # What facilitators press

    async def listed(self, community: int, token: str) -> Notice:
        """[Facilitators]: who said what; raises Refused if the meeting is cancelled or over."""
        async with self._database.read() as tx:
            return await self._listed(tx, await self._open(tx, community, token))

    async def listed_of(self, community: int, meeting: str) -> Notice:
        """[Who comes], in the list of meetings; a meeting that is not announced yet has no answers."""
        async with self._database.read() as tx:
            known = await self._store.get(tx, community, meeting)
            if known is None or not known.promised:
                return text.not_announced()
            return await self._listed(tx, known)

    async def _listed(self, tx: Tx, known: Announcement) -> Notice:
        community = known.meeting.community
        replies = await self._store.replies(tx, community, known.meeting.id)
        said: dict[Reply, dict[str, str]] = {each: {} for each in Reply}
        for id_, reply in replies.items():
            member = await self._people.member(tx, community, id_)
            if member is not None and member.account is not None:
                name = self._names.name_of(community, member.account)
                said[reply][f"<@{member.account}>"] = name
        return text.listed(known.meeting, {reply: rules.in_order(names) for reply, names in said.items()})

    # What privacy and people ask

    async def export_for(self, community: int, member: str) -> dict[str, object]:
        """What a member said, as she can read it."""
        async with self._database.read() as tx:
            said = await self._store.of_member(tx, community, member)
            known = [await self._store.get(tx, community, meeting) for meeting in said]
        return rules.readable([(each.meeting, said[each.meeting.id]) for each in known if each is not None])

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing that a member said."""
        await self._store.erase(tx, community, member)

    async def gone(self, tx: Tx, community: int, member: str) -> None:
        """Whoever has left the server does not come."""
        await self._store.erase(tx, community, member)

    async def _open(self, tx: Tx, community: int, token: str) -> Announcement:
        known = await self._store.by_key(tx, community, rules.key_in(token))
        if known is None:
            raise Refused("error-attending-gone")
        if known.stand.cancelled:
            raise Refused("error-attending-cancelled")
        if not known.is_open(self._clock.now()):
            raise Refused("error-attending-over")
        return known
