"""What is kept of somebody who may not have joined: an invitation, and that others named her."""

from __future__ import annotations

from functools import partial

from bot.core.database import Database, Tx
from bot.people import rules
from bot.people.rules.inviting import readable_invitation
from bot.people.service.people import People
from bot.people.service.ports import InvitationStore


class Invited:
    """What only an account leads to. `account` is a Discord account's."""

    def __init__(self, database: Database, people: People, invitations: InvitationStore) -> None:
        """`database` is the everyday one."""
        self._database = database
        self._people = people
        self._invitations = invitations

    async def export_for(self, community: int, account: int) -> dict[str, object]:
        """What was put in for her, readable; nothing if she is not invited.

        Who would rather not share a room with her is shown to nobody, and so not to her.
        """
        async with self._database.read() as tx:
            found = await self._invitations.get(tx, community, account)
            named = None if found is None else found.contact
            contact = await self._people.member(tx, community, named) if named else None
        return {} if found is None else readable_invitation(found, contact)

    async def erase(self, community: int, account: int) -> None:
        """Keep no invitation of hers, and nobody's wish not to share a room with her. Twice is once."""
        async with self._database.write() as tx:
            await self._invitations.drop(tx, community, account)
            for member in await self._people.of_community(tx, community):
                if str(account) in member.about.apart:
                    await self._people.change(
                        tx, community, member.id, partial(rules.without_account, account=account)
                    )

    async def forget_all(self, tx: Tx, community: int) -> None:
        """Keep no invitation at all: nobody can tell who has declined since."""
        await self._invitations.drop_all(tx, community)
