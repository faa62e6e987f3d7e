"""What somebody reads who proposes a word or a meaning, and what everybody can read of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.notices import Button, Choice, Line, Notice, Words
from bot.glossary.rules.pages import cut
from bot.proposals.rules import Fate, Kind, Proposal

LIST = Button("proposals:list", "proposal-button-list")
ADD = Button("proposals:add", "proposal-button-add")
#: Who says it: the box in which that is chosen, its two values, the first of them to begin with.
HOW, ANONYMOUSLY, NAMED = "how", "anonymously", "named"
#: On a page of the list: each takes some hundred characters.
ON_A_PAGE = 4
#: Room for what people wrote, as it is sent.
_NAME, _PLAIN, _REASON = 130, 400, 250


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of what was proposed, each with the one whose fate it shares; `page` counts from 0."""

    shown: tuple[tuple[Proposal, Proposal], ...]
    page: int
    of: int


def how() -> Choice:
    """Whether a name stands below it."""
    options = ((ANONYMOUSLY, "proposal-how-anonymously"), (NAMED, "proposal-how-named"))
    return Choice(HOW, "proposal-how", "proposal-how-hint", options, ANONYMOUSLY)


def proposed(proposal: Proposal) -> Notice:
    """It is on the list, with her name, and can be taken back."""
    values = {"name": Words(cut(proposal.name, _NAME)), "by": Words(cut(proposal.by, _NAME))}
    back = Button("proposals:take-back", "proposal-button-take-back", proposal.id)
    return Notice((Line("proposal-done", values),), (back, LIST))


def taken_back() -> Notice:
    """It is gone."""
    return Notice((Line("proposal-taken-back"),), (LIST,))


def listed(page: Listed) -> Notice:
    """What was proposed, and what became of it: nobody's name but a writer's who chose it."""
    if not page.shown:
        return Notice((Line("proposal-list-nothing"),), (ADD,))
    lines: list[Line | Words] = [Line("proposal-list", {"page": page.page + 1, "of": page.of})]
    for proposal, ending in page.shown:
        lines += about(proposal)
        lines += _became(proposal, ending)
    return Notice(tuple(lines), (*turning("proposals:list", page.page, page.of), ADD))


def about(proposal: Proposal) -> tuple[Line, ...]:
    """The word, how somebody would say it, and whose name stands below."""
    if proposal.is_out:
        return (Line("proposal-out"),)
    values = {
        "name": Words(cut(proposal.name, _NAME)),
        "plain": Words(cut(proposal.plain, _PLAIN)),
    }
    line = Line("proposal-word" if proposal.kind is Kind.WORD else "proposal-meaning", values)
    by = (Line("proposal-by", {"by": Words(cut(proposal.by, _NAME))}),) if proposal.by else ()
    return (line, *by)


def turning(action: str, page: int, of: int) -> tuple[Button, ...]:
    """The buttons to turn a page."""
    before = Button(action, "proposal-button-before", str(page - 1), new_row=True)
    after = Button(action, "proposal-button-after", str(page + 1), new_row=page == 0)
    return (*((before,) if page > 0 else ()), *((after,) if page < of - 1 else ()))


def _became(proposal: Proposal, ending: Proposal) -> tuple[Line, ...]:
    together = (Line("proposal-fate-together"),) if proposal.fate is Fate.TOGETHER else ()
    fate = Line(f"proposal-fate-{ending.fate}")
    reason = Words(cut(ending.reason, _REASON))
    why = (Line("proposal-reason", {"reason": reason}),) if ending.reason else ()
    return (*together, fate, *why)
