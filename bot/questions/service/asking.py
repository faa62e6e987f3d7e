"""What is done anonymously: asking in every way, wondering too, reading, and what only the asker can do.

Each of these is an act that waits for a window; here is nothing that anybody else can see before that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.database import Tx
from bot.core.deliveries import new_key
from bot.core.drafts import Drafts
from bot.core.errors import NotNow, Refused
from bot.core.notices import Button, Form, Notice
from bot.questions import text
from bot.questions.rules import acts as acting
from bot.questions.rules import claims as claiming
from bot.questions.rules.acts import Act, Asked, Ended, Wondered
from bot.questions.rules.changes import without_account
from bot.questions.rules.question import AnonymousQuestion, Ending, State
from bot.questions.rules.saying import read_token, token_about
from bot.questions.rules.settings import QuestionSettings, Terms, Who
from bot.questions.rules.writing import LONGEST_QUOTE, clean, shortened
from bot.questions.service.desk import Desk
from bot.questions.service.limits import SMALL_CROWD
from bot.questions.service.ports import FirstToAnswer, Noticing, People, SecondLook, Server
from bot.questions.service.saying import Saying

#: In how many servers somebody who has joined none is looked for.
_MOST_SERVERS = 10
_MOST_BUTTONS = 4
#: After the draft in the token of a form that said "facilitators only".
_PRIVATE = "!"


@dataclass(frozen=True, slots=True)
class Draft:
    """A question before it is sent."""

    text: str
    to_facilitators: bool = False
    tell: bool = False
    quote: str = ""
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The message that somebody does not follow; `text` is empty where there is nothing to quote."""

    channel: int
    text: str


class Asking:
    """What askers do. `community` and `account` are Discord ids throughout."""

    def __init__(self, desk: Desk, server: Server, people: People, look: SecondLook, saying: Saying) -> None:
        """Drafts are kept in memory only; what else is said counts with what is asked: see `saying`."""
        self._desk = desk
        self._server = server
        self._people = people
        self._look = look
        self._drafts: Drafts[Draft] = Drafts()
        self._saying = saying
        self._limits = saying.limits
        self._first: FirstToAnswer | None = None
        self._noticing: Noticing | None = None

    def let_answer(self, first: FirstToAnswer) -> None:
        """Who is asked first what a direct message wants."""
        self._first = first

    def tell(self, noticing: Noticing) -> None:
        """Who counts about which words questions are asked."""
        self._noticing = noticing

    # Ways in

    async def form(
        self, community: int, token: str = "", *, words: str = "", quoted_from: int | None = None
    ) -> Form:
        """The form for a question; `token` is the card's of a question that it asks more about.

        `words` stand in it to begin with, but for those of a message in `quoted_from`, a channel that not
        everyone can read who will see the card, or too few: these she has to type herself.
        Raises Refused before the community is set up, and for a card that is not there or was taken back.
        """
        channel = (await self._desk.communities.get(community)).questions_channel
        settings = await self._desk.settings(community)
        if quoted_from is not None and not await self.may_quote(community, quoted_from):
            return text.ask_form(_new_draft(settings), settings, in_own_words=True)
        few = await self._server.readers(community, channel) < SMALL_CROWD
        if not token:
            return text.ask_form(_new_draft(settings), settings, few=few, before=text.Filled(words))
        about = await self._open_card(community, token)
        return text.ask_form(token_about(_new_draft(settings), token), settings, few=few, about=about)

    async def may_quote(self, community: int, channel: int) -> bool:
        """Whether all who see the questions' channel can read this one, and SMALL_CROWD joined people can.

        Before the community is set up, nothing is certain: False.
        """
        here = await self._desk.communities.find(community)
        if here is None or not await self._server.all_can_read(community, channel, here.questions_channel):
            return False
        return await self._server.readers(community, channel) >= SMALL_CROWD

    async def quote(self, community: int, account: int, chosen: Chosen) -> Notice | Form:
        """A preview of the card that says "I don't follow this" of a message; nothing needs to be typed.

        A message that not everyone can read who will see the card, or that fewer than SMALL_CROWD joined
        people can read, is not quoted: then this is the form for her own words.
        """
        # Before the community is set up, this refuses.
        await self._desk.communities.get(community)
        settings = await self._desk.settings(community)
        quote = shortened(chosen.text, LONGEST_QUOTE)
        if not quote or not await self.may_quote(community, chosen.channel):
            return text.ask_form(_new_draft(settings), settings, in_own_words=True)
        self._limits.check(account, self._desk.clock.now())
        token = new_key()
        draft = Draft("", to_facilitators=settings.who is Who.FACILITATORS, quote=quote)
        self._drafts.put(token, account, draft, self._desk.clock.now())
        return text.preview(token, draft.quote, settings)

    async def direct(self, account: int, typed: str = "") -> Notice:
        """The answer to a direct message: to what it wants to know, or the ways in.

        No question is taken from it.
        """
        answer = await self._first.direct(account, typed) if self._first and typed else None
        if answer is not None:
            community, notice = answer
            return replace(notice, buttons=tuple(_in(community, each) for each in notice.buttons))
        found = await self.servers_of(account)
        return text.direct([(community, self._server.name(community)) for community in found])

    async def servers_of(self, account: int) -> list[int]:
        """The communities that somebody has joined, else those in whose server she is: a few at most."""
        return (await self._servers_of(account))[:_MOST_BUTTONS]

    # Sending

    async def ask(self, community: int, account: int, token: str, sent: Draft) -> Notice:
        """The form was sent: a second look, and then it waits for the next window; it counts once.

        Returns the acknowledgement, or what the second look found. Raises Refused for an empty or over-long
        text, for too many in an hour, and before the community is set up.
        """
        now = self._desk.clock.now()
        head, about = read_token(token)
        draft = head.removesuffix(_PRIVATE)
        words = clean(sent.text, "question")
        self._limits.check(account, now)
        private = sent.to_facilitators or head.endswith(_PRIVATE)
        whole = replace(sent, text=words, about=about or None, to_facilitators=private)
        findings = self._look(words, self._server.names(community), now.date())
        if findings:
            self._drafts.put(draft, account, whole, now)
            return text.second_look(draft, words, findings)
        return await self._send(community, account, draft, whole)

    async def send_anyway(self, community: int, account: int, token: str) -> Notice:
        """Send a draft as it is; raises Refused if it is not there any more, or for too many in an hour."""
        draft = self._drafts.get(token, account, self._desk.clock.now())
        self._limits.check(account, self._desk.clock.now())
        notice = await self._send(community, account, token, draft)
        self._drafts.drop(token)
        return notice

    async def change(self, community: int, account: int, token: str) -> Form:
        """The form once more, with what was typed; raises Refused if it is not there any more."""
        draft = self._drafts.get(token, account, self._desk.clock.now())
        settings = await self._desk.settings(community)
        head = f"{token}{_PRIVATE}" if settings.who is Who.FACILITATORS else token
        again = head if draft.about is None else token_about(head, draft.about)
        about = None if draft.about is None else await self._open_card(community, draft.about)
        before = text.Filled(draft.text, to_facilitators=draft.to_facilitators, tell=draft.tell)
        return text.ask_form(again, settings, about=about, before=before)

    def never_mind(self, token: str) -> Notice:
        """Nothing was sent, and the draft is forgotten."""
        self._drafts.drop(token)
        return text.never_mind()

    async def take_back_waiting(self, community: int, account: int, token: str) -> Notice:
        """Take back what is not out yet, of any kind: it is gone at once. Raises Refused once it is out."""
        async with self._desk.database.write() as tx:
            acts = await self._desk.store.waiting(tx, community)
            left = acting.without_draft(acts, token, account)
            if len(left) == len(acts):
                raise Refused("error-out-already")
            await self._desk.store.wait(tx, community, left)
        gone = next(act for act in acts if act not in left)
        return text.taken_back_in_time(a_question=isinstance(gone, Asked))

    # What is hers

    async def mine(self, community: int, account: int, skip: int = 0) -> text.MinePage:
        """One page of the asker's own questions, and how much of their news is on it."""
        async with self._desk.database.read() as tx:
            acts = await self._desk.store.waiting(tx, community)
            own = await self._desk.own_claims(tx, community, account)
            questions = await self._desk.claimed(tx, own)
            into = await self._into(tx, questions)
            pause = await self._desk.pause_of(tx, community, account)
            passed = [q for q in await self._desk.store.open(tx, community) if q.passed_to == account]
        waiting = acting.of_account(acts, account)
        page = text.Mine(waiting, questions, into, pause, passed, self._saying.kinds)
        settings = await self._desk.settings(community)
        return text.mine(page, settings.latest(self._desk.clock.now()), skip)

    async def own(self, community: int, account: int, token: str) -> text.MinePage:
        """[Mine] on a card: what its asker can do. Raises Refused for anybody else."""
        async with self._desk.database.read() as tx:
            question = await self._desk.by_card(tx, community, token)
            await self._prove(tx, question, account)
            acts = await self._desk.store.waiting(tx, community)
            into = await self._into(tx, [question])
        ended = next((act for act in acts if isinstance(act, Ended) and act.question == question.id), None)
        return text.own(question, into.get(question.id), ended)

    async def read(self, community: int, account: int, shown: Sequence[tuple[str, int]]) -> None:
        """So much news of these questions was shown to her: an act that waits like any other."""
        settings = await self._desk.settings(community)
        not_before = settings.not_before(self._desk.clock.now())
        async with self._desk.database.write() as tx:
            acts = await self._desk.store.waiting(tx, community)
            own = await self._desk.own_claims(tx, community, account)
            newly_read = claiming.newly_read(dict(shown), own, acts, not_before)
            if newly_read is not None:
                await self._desk.let_wait(tx, community, [*acts, newly_read], settings)

    async def end(self, community: int, account: int, token: str, how: Ending) -> Notice:
        """The asker says that it helps, or takes it back.

        Raises Refused for anybody else, and if it has ended.
        """
        settings = await self._desk.settings(community)
        now = self._desk.clock.now()
        async with self._desk.database.write() as tx:
            question = await self._desk.by_card(tx, community, token)
            await self._prove(tx, question, account)
            if question.state is State.CLOSED:
                raise Refused("error-already-closed", number=question.number or 0)
            acts = await self._desk.store.waiting(tx, community)
            others = [act for act in acts if not (isinstance(act, Ended) and act.question == question.id)]
            act = Ended(question.id, how, settings.not_before(now))
            await self._desk.let_wait(tx, community, [*others, act], settings)
        return text.ended(how, settings, now)

    # What anybody can do

    async def wonder(self, community: int, account: int, token: str) -> Notice:
        """[I wondered too]: counted once for each person, at the next window.

        Raises Refused if it has ended.
        """
        settings = await self._desk.settings(community)
        not_before = settings.not_before(self._desk.clock.now())
        async with self._desk.database.write() as tx:
            question = await self._desk.by_card(tx, community, token)
            if not question.is_out:
                raise Refused(f"error-already-{question.state}", number=question.number or 0)
            acts = await self._desk.store.waiting(tx, community)
            if not any(_is_wonder(act, question.id, account) for act in acts):
                act = Wondered(question.id, account, not_before)
                await self._desk.let_wait(tx, community, [*acts, act], settings)
        return text.wondered()

    async def promise(self, community: int, account: int) -> Notice:
        """What anyone can find out about an asker; while she is paused, that too."""
        takes_part = (await self._desk.settings(community)).host_takes_part
        async with self._desk.database.read() as tx:
            pause = await self._desk.pause_of(tx, community, account)
        return text.promise(pause, host_takes_part=takes_part)

    # About somebody

    async def erase(self, community: int, account: int) -> None:
        """Forget who this account is in questions: what waits goes, what is out stays, as nobody's.

        A pause outlives this until it ends; nothing that others can see changes, but a name under an answer.
        """
        self._drafts.forget(account)
        self._saying.forget(account)
        async with self._desk.database.write() as tx:
            store = self._desk.store
            acts = await store.waiting(tx, community)
            await store.wait(tx, community, acting.without_account(acts, account))
            claims = await store.claims(tx, community)
            kept = [
                self._desk.forgotten(claim) if self._desk.is_of(community, claim, account) else claim
                for claim in claims
            ]
            await self._desk.put_claims(tx, community, claims, kept)
            await self._forget_answers(tx, community, account)
        await self._desk.database.vacuum()

    async def export_for(self, community: int, account: int) -> dict[str, object]:
        """All that is kept here about an account, readable."""
        store = self._desk.store
        async with self._desk.database.read() as tx:
            acts = await store.waiting(tx, community)
            known = [*await store.open(tx, community), *await store.closed(tx, community)]
            own = {claim.question for claim in await self._desk.own_claims(tx, community, account)}
            wondered = {claim.question for claim in await self._desk.tokens(tx, community, account)}
            pause = await self._desk.pause_of(tx, community, account)
        wondered |= {act.question for act in acts if isinstance(act, Wondered) and act.account == account}
        waiting = acting.of_account(acts, account)
        return text.export(text.Kept(account, waiting, own, wondered, pause), known)

    # Steps

    async def _send(self, community: int, account: int, draft: str, whole: Draft) -> Notice:
        settings = await self._desk.settings(community)
        now = self._desk.clock.now()
        # All that can be read beforehand is: everybody who asks waits for the one writer.
        async with self._desk.database.read() as tx:
            about = await self._about(tx, community, whole)
            pause = await self._desk.pause_of(tx, community, account)
            known = claiming.drafts(await self._desk.store.claims(tx, community))
        terms = await self._terms(whole, about, settings)
        asked = Asked(
            draft,
            account,
            whole.text,
            terms,
            settings.not_before(now),
            quote=whole.quote,
            about=about.id if about else None,
            tell=whole.tell,
        )
        is_new = False
        async with self._desk.database.write() as tx:
            acts = await self._desk.store.waiting(tx, community)
            if draft not in known | acting.waiting_drafts(acts) and not self._limits.has_counted(draft):
                # Once more, as many forms may have been sent at once; from here on they go one by one.
                self._limits.check(account, now)
                await self._desk.let_wait(tx, community, [*acts, asked], settings)
                self._limits.count(account, draft, now)
                is_new = True
        if is_new and self._noticing is not None:
            await self._noticing.asked(community, account, whole.text)
        return text.acknowledgement(draft, settings, terms, pause, now)

    async def _terms(
        self, whole: Draft, about: AnonymousQuestion | None, settings: QuestionSettings
    ) -> Terms:
        """What she is promised. What is about a question of the facilitators' alone is theirs alone, too."""
        here = await self._desk.communities.get(settings.community)
        # What she chose, or the form said, holds, also if another choice was made meanwhile.
        private = whole.to_facilitators or settings.who is Who.FACILITATORS
        private = private or (about is not None and about.to_facilitators)
        channel = here.facilitators_channel if private else here.questions_channel
        return settings.terms(self._desk.clock.now(), channel, to_facilitators=private)

    async def _about(self, tx: Tx, community: int, whole: Draft) -> AnonymousQuestion | None:
        return None if whole.about is None else await self._desk.by_card(tx, community, whole.about)

    async def _open_card(self, community: int, token: str) -> AnonymousQuestion:
        async with self._desk.database.read() as tx:
            question = await self._desk.by_card(tx, community, token)
        if question.is_wordless:
            raise Refused("error-already-closed", number=question.number or 0)
        return question

    async def _prove(self, tx: Tx, question: AnonymousQuestion, account: int) -> None:
        own = await self._desk.own_claims(tx, question.community, account)
        if question.id not in {claim.question for claim in own}:
            raise Refused("error-not-yours")

    async def _into(self, tx: Tx, questions: Sequence[AnonymousQuestion]) -> dict[str, AnonymousQuestion]:
        """For each merged question the one that it was put together with."""
        ids = {each.merged_into for each in questions if each.merged_into}
        found = {each.id: each for each in await self._desk.store.these(tx, ids)}
        return {each.id: found[each.merged_into] for each in questions if each.merged_into in found}

    async def _servers_of(self, account: int) -> list[int]:
        joined = await self._people.communities_of(account)
        if joined:
            return joined
        known = [each.id for each in await self._desk.communities.all()][:_MOST_SERVERS]
        return [community for community in known if await self._is_in(community, account)]

    async def _is_in(self, community: int, account: int) -> bool:
        try:
            return await self._server.is_in(community, account)
        except NotNow:
            return False

    async def _forget_answers(self, tx: Tx, community: int, account: int) -> None:
        for question in await self._named(tx, community, account):
            settings = await self._desk.settings(community)
            await self._desk.publish(tx, question, settings)

    async def _named(self, tx: Tx, community: int, account: int) -> list[AnonymousQuestion]:
        store = self._desk.store
        known = [*await store.open(tx, community), *await store.closed(tx, community)]
        return [changed for question in known if (changed := without_account(question, account)) != question]


def _in(community: int, button: Button) -> Button:
    """A button as it has to be in a direct message, which belongs to no community."""
    return replace(button, token=f"{community}.{button.token}")


def _new_draft(settings: QuestionSettings) -> str:
    return f"{new_key()}{_PRIVATE}" if settings.who is Who.FACILITATORS else new_key()


def _is_wonder(act: Act, question: str, account: int) -> bool:
    return isinstance(act, Wondered) and act.question == question and act.account == account
