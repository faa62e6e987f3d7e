"""A proposal for the glossary: what it is, which belong together, and what can become of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.core.errors import Refused
from bot.glossary.rules.checking import squeezed
from bot.glossary.rules.term import LONGEST_NAME, LONGEST_PLAIN, Term
from bot.questions.rules import saying

#: Characters of why something was declined: everybody reads it.
LONGEST_REASON = 200
#: So many of one member's, made under her name, wait at most.
MOST_WAITING = 20
#: So many without a name wait at most in one community, before no more can be sent.
MOST_UNSIGNED = 200


class Kind(StrEnum):
    """What is proposed."""

    WORD = "word"
    MEANING = "meaning"


_PLAIN = saying.Box("plain", "proposal-form-plain", "proposal-form-plain-hint", LONGEST_PLAIN)
_NAME = saying.Box("name", "proposal-form-name", "proposal-form-name-hint", LONGEST_NAME, is_line=True)
#: Each as it is said without a name.
UNSIGNED = {
    kind: saying.Kind(
        kind.value,
        done="proposal-said",
        waits="proposal-said-waits",
        action="proposals:propose",
        title=f"proposal-form-{kind.value}-title",
        intro="proposal-form-promise",
        boxes=boxes,
    )
    for kind, boxes in ((Kind.WORD, (_NAME, _PLAIN)), (Kind.MEANING, (_PLAIN,)))
}


class Fate(StrEnum):
    """What has become of a proposal."""

    WAITS = "waits"
    TAKEN = "taken"
    CHANGED = "changed"
    TOGETHER = "together"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A new word, or a simpler meaning for the term with the id `term`; `id` is random.

    `member` is who made it under her name, `by` what is shown of that; an anonymous one has neither: nothing
    tells whose it is. `is_held`: only facilitators see it, till its words are taken. `into` is the proposal
    that it was put together with. `who` decided, for `reason`. `is_out`: its words were taken out for good.
    """

    id: str
    community: int
    kind: Kind
    term: str
    name: str
    plain: str
    on: date
    member: str | None = None
    by: str = ""
    is_held: bool = False
    fate: Fate = Fate.WAITS
    reason: str = ""
    decided_on: date | None = None
    who: str | None = None
    into: str = ""
    is_out: bool = False

    @property
    def waits(self) -> bool:
        """Whether somebody has still to decide on it."""
        return self.fate is Fate.WAITS


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided, when and why; `who` is a member's own id."""

    fate: Fate
    on: date
    who: str | None
    reason: str = ""


def unsigned(bare: Proposal, term: Term | None, words: str) -> Proposal:
    """What came out without a name, in a proposal that has no words yet; `term` is what it is for.

    Of a new word the first line is the word, and what follows is its meaning; of a meaning all is meaning. It
    never fails: too much is cut, for nobody is there to be told.
    """
    first, _, rest = words.partition("\n")
    name, plain = (first, rest) if bare.kind is Kind.WORD else ("", words)
    called = squeezed(name)[:LONGEST_NAME] if term is None else term.name
    return replace(bare, name=called, plain=squeezed(plain)[:LONGEST_PLAIN])


def decided(proposal: Proposal, decision: Decision) -> Proposal:
    """What it is then; raises Refused if somebody has decided already."""
    if not proposal.waits:
        raise Refused("error-proposal-decided")
    return replace(
        proposal,
        fate=decision.fate,
        decided_on=decision.on,
        who=decision.who,
        reason=decision.reason,
    )


def emptied(proposal: Proposal) -> Proposal:
    """The proposal without its words, and without whose they were; so everybody may read what is left."""
    return replace(proposal, name="", plain="", by="", member=None, is_out=True, is_held=False)


def as_taken(proposal: Proposal, term: Term) -> Proposal:
    """The proposal as everybody may read it once it is taken as `term`.

    What was held back shows the words that were taken: those that were changed stay unseen.
    """
    if not proposal.is_held:
        return proposal
    return replace(proposal, name=term.name, plain=term.plain, is_held=False)


def together(proposal: Proposal, into: Proposal, on: date, who: str | None) -> Proposal:
    """One proposal put together with another for the same word; raises Refused for any other."""
    if not into.waits or not are_for_one_word(proposal, into):
        raise Refused("error-proposal-decided")
    return replace(decided(proposal, Decision(Fate.TOGETHER, on, who)), into=into.id)


def apart(proposal: Proposal) -> Proposal:
    """It waits by itself again."""
    return replace(proposal, fate=Fate.WAITS, decided_on=None, who=None, into="")


def are_too_many(every: Iterable[Proposal]) -> bool:
    """Whether so many without a name wait that another one would have no answer for long."""
    return sum(each.waits and each.member is None for each in every) >= MOST_UNSIGNED


def are_for_one_word(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals, not the same one, are about one word."""
    same_term = bool(one.term) and one.term == other.term
    # Without a name is what was for a term that is gone.
    same_name = bool(one.name) and one.name.casefold() == other.name.casefold()
    return one.id != other.id and (same_term or same_name)


def in_order(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Those that wait first, the oldest of them first; then what was decided last."""
    every = sorted(proposals, key=lambda each: each.id)
    waiting = sorted((each for each in every if each.waits), key=lambda each: each.on)
    done = sorted((each for each in every if not each.waits), key=lambda each: each.decided_on or each.on)
    return [*waiting, *done[::-1]]


def for_everybody(proposals: Sequence[Proposal]) -> list[Proposal]:
    """What everybody may read, in order: of what is held only that it has an answer, without its words."""
    shown = (each for each in in_order(proposals) if not each.is_held or not ending(each, proposals).waits)
    return [emptied(each) if each.is_held else each for each in shown]


def ending(proposal: Proposal, every: Sequence[Proposal]) -> Proposal:
    """The proposal whose fate this one shares: its own, or of what it was put together with."""
    by_id = {each.id: each for each in every}
    seen = {proposal.id}
    while proposal.into in by_id and proposal.into not in seen:
        proposal = by_id[proposal.into]
        seen.add(proposal.id)
    return proposal


def over(every: Sequence[Proposal], before: date) -> list[Proposal]:
    """Those that had their answer before a day; what was put together has it when the other one has."""
    answers = ((each, ending(each, every)) for each in every)
    return [each for each, end in answers if end.decided_on is not None and end.decided_on < before]


def loosened(every: Iterable[Proposal], gone: str) -> list[Proposal]:
    """Those that were put together with one that is gone: they wait by themselves again."""
    return [apart(each) for each in every if each.fate is Fate.TOGETHER and each.into == gone]


def readable(proposals: Iterable[Proposal], member: str) -> dict[str, object]:
    """What a member proposed under her name, and what she decided, as text for herself.

    Why others decided on hers are their words: she reads them where everybody does.
    """
    every = in_order(proposals)
    made = [
        {
            "word": each.name,
            "plain": each.plain,
            "shown_name": each.by,
            "state": each.fate.value,
        }
        for each in every
        if each.member == member
    ]
    decisions = [
        {
            "word": each.name,
            "state": each.fate.value,
            "reason": each.reason,
            "decided_on": "" if each.decided_on is None else each.decided_on.isoformat(),
        }
        for each in every
        if each.who == member
    ]
    return {"words_proposed": made, "words_decided": decisions}
