"""A contact asks for a member without Discord: the question, and all that comes of it, is the member's.

Nothing here writes to the everyday database, and nothing about the contact goes with the question.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial

from bot.contacts import text
from bot.contacts.rules import shown
from bot.contacts.service.office import Office, Presser
from bot.contacts.service.ports import Asking
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.questions.rules.question import Ending
from bot.questions.rules.stand_in import stand_in
from bot.questions.service import Draft


@dataclass(frozen=True, slots=True)
class Read:
    """A notice, and what is to be done once it has been shown."""

    notice: Notice
    done: Callable[[], Awaitable[None]]


class Relaying:
    """What a contact presses under [Relay a question]; a token is the member's id, a dot, and theirs."""

    def __init__(self, office: Office, asking: Asking) -> None:
        """`asking` is the questions' own."""
        self._office = office
        self._asking = asking

    async def form(self, community: int, presser: Presser, member: str) -> Form:
        """[Relay a question]: the form for it, with the line that says who knows whose it is."""
        name, facilitator = await self._check(community, presser, member)
        form = await self._asking.form(community)
        return text.relay_form(form, member, name, facilitator=facilitator)

    async def ask(self, community: int, presser: Presser, token: str, fields: Mapping[str, str]) -> Notice:
        """The form was sent: it waits for a window like any other, under her handle, and counts for her."""
        member, draft = _parts(token)
        await self._check(community, presser, member)
        sent = Draft(fields["text"], to_facilitators=fields.get("who") == "facilitators")
        notice = await self._asking.ask(community, stand_in(member), draft, sent)
        return text.relayed(notice, member)

    async def send(self, community: int, presser: Presser, token: str) -> Notice:
        """[Send it anyway], after the second look."""
        member, draft = await self._hers(community, presser, token)
        return text.relayed(await self._asking.send_anyway(community, stand_in(member), draft), member)

    async def change(self, community: int, presser: Presser, token: str) -> Form:
        """[Change it], after the second look."""
        member, draft = _parts(token)
        name, facilitator = await self._check(community, presser, member)
        form = await self._asking.change(community, stand_in(member), draft)
        return text.relay_form(form, member, name, facilitator=facilitator)

    async def take_back_waiting(self, community: int, presser: Presser, token: str) -> Notice:
        """[Take it back], before the card is out."""
        member, draft = await self._hers(community, presser, token)
        return text.relayed(await self._asking.take_back_waiting(community, stand_in(member), draft), member)

    async def questions(self, community: int, presser: Presser, token: str) -> Read:
        """[Their questions], as [My questions] shows them; after the dot, how many to skip."""
        member, skip = await self._hers(community, presser, token)
        who = stand_in(member)
        page = await self._asking.mine(community, who, int(skip) if skip.isdecimal() else 0)
        return Read(text.relayed(page.notice, member), partial(self._asking.read, community, who, page.shown))

    async def own(self, community: int, presser: Presser, token: str) -> Read:
        """One of her questions, and what only she can do with it."""
        member, card = await self._hers(community, presser, token)
        who = stand_in(member)
        page = await self._asking.own(community, who, card)
        return Read(text.relayed(page.notice, member), partial(self._asking.read, community, who, page.shown))

    async def end(self, community: int, presser: Presser, token: str, how: Ending) -> Notice:
        """She says that it helps, or takes it back."""
        member, card = await self._hers(community, presser, token)
        return text.relayed(await self._asking.end(community, stand_in(member), card, how), member)

    # Steps

    async def _hers(self, community: int, presser: Presser, token: str) -> tuple[str, str]:
        member, rest = _parts(token)
        await self._check(community, presser, member)
        return member, rest

    async def _check(self, community: int, presser: Presser, member: str) -> tuple[text.Name, bool]:
        """How she is shown, and whether whoever presses is also a facilitator; Refused for anybody else."""
        async with self._office.database.read() as tx:
            circle, found = await self._office.look_after(tx, community, presser, member)
            facilitator = await self._office.is_facilitator(circle, community, presser)
        return shown(found), facilitator


def _parts(token: str) -> tuple[str, str]:
    member, _, rest = token.partition(".")
    if not member:
        raise Refused("error-old-button")
    return member, rest
