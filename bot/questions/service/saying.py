"""Saying anything else than a question without a name: words of another kind, or a single press.

It waits, comes out and is taken back as a question does. What it is for, and what becomes of it, its owner
knows (`bot/questions/kinds.py`).
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.deliveries import new_key
from bot.core.drafts import Drafts
from bot.core.notices import Form, Notice
from bot.questions import text
from bot.questions.rules import acts as acting
from bot.questions.rules.acts import Told
from bot.questions.rules.saying import (
    LONGEST_NAME,
    Kind,
    checked_subject,
    put_together,
    read_token,
    token_about,
)
from bot.questions.rules.writing import shortened
from bot.questions.service.desk import Desk
from bot.questions.service.handing import HandingOver
from bot.questions.service.limits import SMALL_CROWD, Limits
from bot.questions.service.ports import SecondLook, Server


class Saying:
    """What features call when somebody says something of theirs. `community`, `account`: Discord ids."""

    def __init__(self, desk: Desk, server: Server, look: SecondLook, handing: HandingOver) -> None:
        """Drafts, and how much was sent within an hour, are kept in memory only."""
        self._desk = desk
        self._server = server
        self._look = look
        self._drafts: Drafts[text.ToSay] = Drafts("error-said-gone")
        self.limits = Limits()
        self.kinds: Mapping[str, Kind] = handing.kinds

    async def form(
        self,
        kind: str,
        community: int,
        subject: str = "",
        *,
        name: str = "",
        fields: Mapping[str, str] | None = None,
    ) -> Form:
        """The form of the kind with this code, about a subject, which is called `name`.

        `fields` stand in it to begin with. It comes back to the action of the kind, and its token ends in `~`
        and the subject.
        Raises Refused before the community is set up.
        """
        saying = text.ToSay(self.kinds[kind], checked_subject(subject), name, fields or {})
        return await self._form(community, new_key(), saying)

    async def say(
        self,
        kind: str,
        community: int,
        account: int,
        token: str,
        *,
        fields: Mapping[str, str],
        name: str = "",
    ) -> Notice:
        """Her form was sent, with its token: a second look, and then it waits for the next window, once.

        `name` is what it is about, as she reads it under [My questions]. Returns the acknowledgement, or what
        the second look found. Raises Refused for an empty or over-long box, for too many in an hour, and
        before the community is set up.
        """
        now = self._desk.clock.now()
        draft, subject = read_token(token)
        saying = text.ToSay(self.kinds[kind], checked_subject(subject), name, fields)
        words = put_together(saying.kind, fields)
        self.limits.check(account, now)
        findings = self._look(words, self._server.names(community), now.date())
        if findings:
            self._drafts.put(draft, account, saying, now)
            return text.say_look(draft, words, findings)
        return await self._send(community, account, draft, saying)

    async def press(self, kind: str, community: int, account: int, subject: str, name: str) -> Notice:
        """She pressed a button for which nothing is typed; the same once more, while it waits, is the same.

        Where few could have pressed, she is told so first, and can leave it. Raises Refused as `say` does.
        """
        now, draft = self._desk.clock.now(), new_key()
        saying = text.ToSay(self.kinds[kind], checked_subject(subject), name)
        self.limits.check(account, now)
        if await self._are_few(community):
            self._drafts.put(draft, account, saying, now)
            return text.say_few(draft)
        return await self._send(community, account, draft, saying)

    # After the second look

    async def send_anyway(self, community: int, account: int, token: str) -> Notice:
        """Send a draft as it is; raises Refused if it is not there any more, or for too many in an hour."""
        saying = self._drafts.get(token, account, self._desk.clock.now())
        self.limits.check(account, self._desk.clock.now())
        notice = await self._send(community, account, token, saying)
        self._drafts.drop(token)
        return notice

    async def change(self, community: int, account: int, token: str) -> Form:
        """The form once more, with what was typed; raises Refused if it is not there any more."""
        saying = self._drafts.get(token, account, self._desk.clock.now())
        return await self._form(community, token, saying)

    def never_mind(self, token: str) -> Notice:
        """Nothing was sent, and the draft is forgotten."""
        self._drafts.drop(token)
        return text.never_mind()

    def forget(self, account: int) -> None:
        """Forget what an account was about to send."""
        self._drafts.forget(account)

    # Steps

    async def _form(self, community: int, draft: str, saying: text.ToSay) -> Form:
        few = await self._are_few(community)
        return text.say_form(token_about(draft, saying.subject), saying, few=few)

    async def _are_few(self, community: int) -> bool:
        channel = (await self._desk.communities.get(community)).questions_channel
        return await self._server.readers(community, channel) < SMALL_CROWD

    async def _send(self, community: int, account: int, draft: str, saying: text.ToSay) -> Notice:
        # Before the community is set up there is nowhere to say anything.
        await self._desk.communities.get(community)
        settings = await self._desk.settings(community)
        now = self._desk.clock.now()
        told = Told(
            draft,
            account,
            saying.kind.code,
            saying.subject,
            put_together(saying.kind, saying.fields),
            shortened(saying.name, LONGEST_NAME),
            settings.pace_at(now),
            settings.to_facilitators_first,
            settings.not_before(now),
        )
        async with self._desk.database.read() as tx:
            pause = await self._desk.pause_of(tx, community, account)
        async with self._desk.database.write() as tx:
            acts = await self._desk.store.waiting(tx, community)
            known = acting.same_press(acts, told)
            new = draft not in acting.waiting_drafts(acts) and not self.limits.has_counted(draft)
            if known is None and new:
                # Once more, as many may have been sent at once; from here on they go one by one.
                self.limits.check(account, now)
                await self._desk.let_wait(tx, community, [*acts, told], settings)
                self.limits.count(account, draft, now)
        # What waits already is what she can take back.
        return text.say_acknowledgement(known.draft if known else draft, saying, settings, pause, now)
