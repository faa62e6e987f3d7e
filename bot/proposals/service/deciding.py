"""Deciding on proposals: what facilitators and word editors press. Whether she is one, the caller knows.

Some are held: those are for facilitators. `held` says that she is one; for anybody else they are not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.core.database import Tx
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.paging import page_of
from bot.glossary.rules import editing
from bot.glossary.rules.editing import Meanings
from bot.glossary.rules.term import Term
from bot.glossary.service.keeping import Proposed
from bot.glossary.text.desk import APART
from bot.proposals import rules
from bot.proposals.rules import LONGEST_REASON, Decision, Fate, Kind, Proposal
from bot.proposals.service.office import Office
from bot.proposals.text import deciding as text
from bot.proposals.text.deciding import NO, ON_A_PAGE_OF_OTHERS, SHOW, Opened
from bot.questions.rules.writing import clean, shortened

_ON_A_PAGE = 8


class Deciding:
    """What becomes of proposals. `community` and `account` are Discord ids; `fields` come from a form.

    Where two decide at once, the second reads what the first decided.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    async def number(self, community: int, *, held: bool = False) -> int:
        """How many wait."""
        return sum(each.waits for each in await self._seen(community, held=held))

    async def proposals(self, community: int) -> list[Proposal]:
        """Every proposal, decided ones too."""
        return await self._office.all_of(community)

    async def waiting(self, community: int, token: str = "", *, held: bool = False) -> Notice:
        """What waits; `token` is the page."""
        every = rules.in_order(await self._seen(community, held=held))
        waits = [each for each in every if each.waits]
        page, of = page_of(token, len(waits), _ON_A_PAGE)
        shown = tuple(waits[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE])
        return text.waiting(text.Waiting(shown, page, of, len(waits)))

    async def open(self, community: int, id_: str, *, held: bool = False) -> Notice:
        """One proposal, with all that can be done with it.

        Raises Refused, as what follows, if it is gone, or is held and not for her.
        """
        return text.opened(await self._opened(community, id_, held=held))

    # Taking it

    async def take_form(self, community: int, id_: str, *, held: bool = False) -> Form | Notice:
        """[Take it]; if somebody has decided meanwhile, what she decided."""
        what = await self._opened(community, id_, held=held)
        if not what.proposal.waits:
            return text.meanwhile(what)
        if what.proposal.kind is Kind.MEANING and what.term is None:
            raise Refused("error-glossary-gone")
        known = await self._office.indexes.of(community)
        return text.take_form(what.proposal, what.term, editing.themes_of(known.terms))

    async def take(
        self, community: int, account: int, token: str, fields: Mapping[str, str], *, held: bool = False
    ) -> Notice:
        """It goes into the glossary as it was typed, and shows its writer's name only below her own words.

        Raises Refused for what cannot be, for a word that its theme has already, and for a term that changed
        after the form had opened.
        """
        id_, _, state = token.partition(APART)
        what, who = await self._opened(community, id_, held=held), await self._who(community, account)
        if not what.proposal.waits:
            return text.meanwhile(what)
        written = _written(what, state, fields)
        are_hers = _are_her_words(what, written)
        written = replace(written, by=what.proposal.by if are_hers else "")
        reason = shortened(fields.get("reason", ""), LONGEST_REASON)
        async with self._office.database.write() as tx:
            proposal = await self._office.get(tx, community, id_)
            if proposal.waits:
                term = await self._put(tx, what, written, who, reason)
                fate = Fate.TAKEN if are_hers else Fate.CHANGED
                decision = Decision(fate, self._today(), who, reason)
                kept = await self._decide(tx, rules.as_taken(proposal, term), decision)
                return text.done(kept, term)
        return text.meanwhile(await self._opened(community, id_, held=held))

    # Not taking it

    async def decline_form(self, community: int, id_: str, *, held: bool = False) -> Form | Notice:
        """[Not this one]; if somebody has decided meanwhile, what she decided."""
        what = await self._opened(community, id_, held=held)
        return text.decline_form(what.proposal) if what.proposal.waits else text.meanwhile(what)

    async def decline(
        self, community: int, account: int, id_: str, fields: Mapping[str, str], *, held: bool = False
    ) -> Notice:
        """It is not taken, for a reason that everybody can read; raises Refused without one.

        The words of what was held go: nobody else has seen them, and the reason can be read by all.
        """
        reason = clean(fields.get("reason", ""), "proposal", LONGEST_REASON)
        who = await self._who(community, account)
        async with self._office.database.write() as tx:
            proposal = await self._get(tx, community, id_, held=held)
            if proposal.waits:
                goes = proposal.is_held or fields.get(SHOW) == NO
                kept = rules.emptied(proposal) if goes else proposal
                declined = Decision(Fate.DECLINED, self._today(), who, reason)
                return text.done(await self._decide(tx, kept, declined), None)
        return text.meanwhile(await self._opened(community, id_, held=held))

    async def others(self, community: int, id_: str, *, held: bool = False) -> Notice:
        """[Put it together with another]: which others there are for its word."""
        every = await self._seen(community, held=held)
        proposal = (await self._opened(community, id_, held=held)).proposal
        return text.others(proposal, _for_its_word(proposal, every)[:ON_A_PAGE_OF_OTHERS])

    async def put_together(self, community: int, account: int, token: str, *, held: bool = False) -> Notice:
        """It shares the fate of another one for its word; twice is once. Refused if that is decided."""
        id_, _, into = token.partition(APART)
        today, who = self._today(), await self._who(community, account)
        async with self._office.database.write() as tx:
            proposal = await self._get(tx, community, id_, held=held)
            if proposal.waits:
                target = await self._get(tx, community, into, held=held)
                await self._office.store.put(tx, rules.together(proposal, target, today, who))
        return await self.open(community, id_, held=held)

    async def apart(self, community: int, id_: str, *, held: bool = False) -> Notice:
        """[Take it apart again]; raises Refused once what it was put together with is decided."""
        async with self._office.database.write() as tx:
            proposal = await self._get(tx, community, id_, held=held)
            if proposal.fate is Fate.TOGETHER:
                every = await self._office.store.of_community(tx, community)
                if not rules.ending(proposal, every).waits:
                    raise Refused("error-proposal-decided")
                await self._office.store.put(tx, rules.apart(proposal))
        return await self.open(community, id_, held=held)

    # Steps

    async def _seen(self, community: int, *, held: bool) -> list[Proposal]:
        return [each for each in await self._office.all_of(community) if held or not each.is_held]

    async def _get(self, tx: Tx, community: int, id_: str, *, held: bool) -> Proposal:
        proposal = await self._office.get(tx, community, id_)
        if proposal.is_held and not held:
            raise Refused("error-proposal-gone")
        return proposal

    async def _opened(self, community: int, id_: str, *, held: bool) -> Opened:
        every = await self._seen(community, held=held)
        proposal = next((each for each in every if each.id == id_), None)
        if proposal is None:
            raise Refused("error-proposal-gone")
        term = await self._office.term(community, proposal.term) if proposal.term else None
        also = tuple(each for each in every if each.into == id_)
        return Opened(proposal, term, also, len(_for_its_word(proposal, every)))

    async def _who(self, community: int, account: int) -> str | None:
        member = await self._office.member(community, account)
        return None if member is None else member.id

    async def _put(self, tx: Tx, what: Opened, term: Term, who: str | None, reason: str) -> Term:
        proposal = what.proposal
        return await self._office.keeping.put_in(
            tx,
            proposal.community,
            term,
            who=who,
            reason=reason,
            was=what.term,
            proposed=Proposed(proposal.member if term.by else None),
        )

    async def _decide(self, tx: Tx, proposal: Proposal, decision: Decision) -> Opened:
        kept = rules.decided(proposal, decision)
        await self._office.store.put(tx, kept)
        return Opened(kept, None, (), 0)

    def _today(self) -> date:
        return self._office.clock.now().date()


def _written(what: Opened, state: str, fields: Mapping[str, str]) -> Term:
    """The term as it was typed; raises Refused if there is another one now than when the form opened."""
    meanings = Meanings(*(fields.get(each, "") for each in ("name", "plain", "precise", "example")))
    if what.proposal.kind is Kind.WORD:
        return editing.new(meanings, fields.get("theme") or editing.THEMES[0])
    if what.term is None:
        raise Refused("error-glossary-gone")
    if editing.state_of(what.term) != state:
        raise Refused("error-glossary-meanwhile")
    return editing.reworded(what.term, meanings)


def _are_her_words(what: Opened, term: Term) -> bool:
    """Whether an editor changed nothing, and added nothing, in the form that the proposal stood in."""
    plain = what.proposal.plain
    if what.term is None:
        return _meanings(term) == _meanings(editing.new(Meanings(what.proposal.name, plain, "", ""), ""))
    was = what.term
    proposed = Meanings(editing.boxed_name(was), plain, was.precise, was.example)
    return _meanings(term) == _meanings(editing.reworded(was, proposed))


def _meanings(term: Term) -> tuple[object, ...]:
    return term.name, term.shorts, term.plain, term.precise, term.example


def _for_its_word(proposal: Proposal, every: list[Proposal]) -> list[Proposal]:
    waits = (each for each in rules.in_order(every) if each.waits)
    return [each for each in waits if rules.are_for_one_word(proposal, each)]
