"""Proposing a word or a simpler meaning, under one's name or without; and what everybody can read of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.core.database import Tx
from bot.core.deliveries import new_key
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.paging import page_of
from bot.glossary.rules.checking import squeezed
from bot.glossary.rules.term import LONGEST_NAME, LONGEST_PLAIN, Term
from bot.people.rules import Member
from bot.proposals import rules
from bot.proposals.rules import MOST_WAITING, Kind, Proposal
from bot.proposals.service.office import Office
from bot.proposals.service.ports import Anonymous, LookedUp
from bot.proposals.text import proposing as text
from bot.proposals.text.proposing import HOW, NAMED, ON_A_PAGE
from bot.questions.kinds import Said, read_token
from bot.questions.rules.writing import clean, shortened, tidy


class Proposing:
    """What everybody can press. `community` and `account` are Discord ids; `fields` come from a form."""

    def __init__(self, office: Office, looked_up: LookedUp, anonymous: Anonymous) -> None:
        """`anonymous` is the way for what is proposed without a name."""
        self._office = office
        self._looked_up = looked_up
        self._anonymous = anonymous

    # Forms

    async def add_form(self, community: int, token: str = "") -> Form:
        """[Add a word]; `token` stands for a word that was looked up and not found."""
        return await self._form(community, None, self._looked_up.word(token) if token else "")

    async def simpler_form(self, community: int, id_: str) -> Form:
        """[I know a simpler way to say it]; raises Refused for a term that is not there any more."""
        return await self._form(community, await self._shown(community, id_), "")

    async def propose(
        self, community: int, account: int, token: str, fields: Mapping[str, str], shown_as: str
    ) -> Notice:
        """The form was sent. Raises Refused for an empty or over-long box, and unless she joined, for a name.

        It also raises Refused where too many without a name wait: what is sent once is promised an answer.
        `shown_as` is what Discord shows for her: what stands below it, if she chose that.
        """
        _, subject = read_token(token)
        term = await self._shown(community, subject) if subject else None
        if fields.get(HOW) != NAMED:
            if rules.are_too_many(await self._office.all_of(community)):
                raise Refused("error-proposal-full")
            kind = Kind.WORD if term is None else Kind.MEANING
            name = fields.get("name", "") if term is None else term.name
            shown = shortened(name, LONGEST_NAME)
            return await self._anonymous.say(kind.value, community, account, token, fields=fields, name=shown)
        member = await self._office.member(community, account)
        if member is None:
            raise Refused("error-proposal-not-joined")
        by = shortened(tidy(shown_as), LONGEST_NAME)
        return await self._keep(_made(member, term, fields, by, self._office.clock.now().date()))

    async def take_back(self, community: int, account: int, id_: str) -> Notice:
        """[Take it back], by whoever proposed it under her name, while it waits; twice is once."""
        member = await self._office.member(community, account)
        async with self._office.database.write() as tx:
            found = await self._office.store.get(tx, community, id_)
            if found is not None:
                if member is None or found.member != member.id:
                    raise Refused("error-proposal-gone")
                if not found.waits:
                    raise Refused("error-proposal-decided")
                await self._office.drop(tx, found)
        return text.taken_back()

    async def listed(self, community: int, token: str = "") -> Notice:
        """[Words that were proposed]; `token` is the page."""
        every = await self._office.all_of(community)
        shown = rules.for_everybody(every)
        page, of = page_of(token, len(shown), ON_A_PAGE)
        some = shown[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
        return text.listed(text.Listed(tuple((each, rules.ending(each, every)) for each in some), page, of))

    # What came out without a name

    async def take(self, said: Said) -> None:
        """Keep what was said without a name; the same token once more changes nothing."""
        office = self._office
        today = office.clock.now().date()
        async with office.database.write() as tx:
            if await office.store.get(tx, said.community, said.token) is not None:
                return
            every = await office.keeping.every(tx, said.community) if said.subject else ()
            term = next((each for each in every if each.id == said.subject), None)
            bare = Proposal(said.token, said.community, Kind(said.kind), said.subject, "", "", today)
            made = rules.unsigned(bare, term, tidy(said.text))
            await office.let_wait(tx, replace(made, is_held=said.to_facilitators_first))

    # Rights

    async def export_for(self, community: int, member: str) -> dict[str, object]:
        """What a member proposed under her name, and what she decided, readable."""
        return rules.readable(await self._office.all_of(community), member)

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing of hers that waits; of what is decided, not whose it was, nor why she decided."""
        every = await self._office.store.of_community(tx, community)
        for proposal in every:
            if proposal.member == member and rules.ending(proposal, every).waits:
                await self._office.drop(tx, proposal)
        # What was put together with one of hers has changed by now.
        for proposal in await self._office.store.of_community(tx, community):
            if member in (proposal.member, proposal.who):
                await self._office.store.put(tx, _without(proposal, member))

    async def expire(self, tx: Tx, community: int, before: date) -> int:
        """Forget what had its answer before a day; returns how many things."""
        old = rules.over(await self._office.store.of_community(tx, community), before)
        for proposal in old:
            await self._office.store.drop(tx, community, proposal.id)
        return len(old)

    # Steps

    async def _form(self, community: int, term: Term | None, word: str) -> Form:
        kind, subject, name = (
            (Kind.WORD, "", word)
            if term is None
            else (Kind.MEANING, term.id, shortened(term.name, LONGEST_NAME))
        )
        fields = {"name": word} if term is None else {}
        form = await self._anonymous.form(kind.value, community, subject, name=name, fields=fields)
        return replace(form, fields=(*form.fields, text.how()))

    async def _shown(self, community: int, id_: str) -> Term:
        term = await self._office.term(community, id_)
        if term is None:
            raise Refused("glossary-term-gone")
        return term

    async def _keep(self, made: Proposal) -> Notice:
        async with self._office.database.write() as tx:
            every = await self._office.store.of_community(tx, made.community)
            hers = [each for each in every if each.waits and each.member == made.member]
            same = next((each for each in hers if _is_same(each, made)), None)
            if same is None:
                if len(hers) >= MOST_WAITING:
                    raise Refused("error-proposal-many")
                await self._office.let_wait(tx, made)
        return text.proposed(same or made)


def _made(member: Member, term: Term | None, fields: Mapping[str, str], by: str, today: date) -> Proposal:
    plain = squeezed(clean(fields.get("plain", ""), "proposal", LONGEST_PLAIN))
    if term is None:
        kind, id_ = Kind.WORD, ""
        name = squeezed(clean(fields.get("name", ""), "proposal", LONGEST_NAME))
    else:
        kind, id_, name = Kind.MEANING, term.id, term.name
    return Proposal(new_key(), member.community, kind, id_, name, plain, today, member.id, by)


def _is_same(one: Proposal, other: Proposal) -> bool:
    return (one.term, one.name, one.plain) == (other.term, other.name, other.plain)


def _without(proposal: Proposal, member: str) -> Proposal:
    if proposal.member == member:
        proposal = replace(proposal, member=None, by="")
    return replace(proposal, who=None, reason="") if proposal.who == member else proposal
