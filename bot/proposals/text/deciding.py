"""What those read who decide on proposals: facilitators and lay editors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.notices import Button, Choice, Field, Form, Line, Notice, Words
from bot.glossary.rules import editing
from bot.glossary.rules.pages import cut
from bot.glossary.rules.term import Term
from bot.glossary.text.desk import APART, meaning_boxes, reason_box, theme_box
from bot.proposals.rules import LONGEST_REASON, Fate, Kind, Proposal
from bot.proposals.text.proposing import about, turning
from bot.questions.rules.writing import shortened

DESK = Button("glossary_desk:open", "proposal-button-desk")
WAITING = Button("proposals:waiting", "proposal-button-waiting")
#: In the form in which somebody declines: whether the list goes on showing the words.
SHOW, YES, NO = "show", "yes", "no"
_LABEL, _PLAIN, _REASON = 50, 400, 250
_MOST_ALSO = 3
#: Each stands there with its words.
ON_A_PAGE_OF_OTHERS = 6


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page of what waits; `number` of them do, `page` counts from 0."""

    shown: tuple[Proposal, ...]
    page: int
    of: int
    number: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A proposal, its term, what was put together with it, and how many more wait for its word."""

    proposal: Proposal
    term: Term | None
    also: tuple[Proposal, ...]
    others: int


def waiting(page: Waiting) -> Notice:
    """A button for each that waits."""
    line = Line("proposal-waiting", {"number": page.number, "page": page.page + 1, "of": page.of})
    opens = (_opens("proposals:open", each, each.id) for each in page.shown)
    return Notice((line,), (*opens, *turning("proposals:waiting", page.page, page.of), DESK))


def opened(what: Opened) -> Notice:
    """One proposal with all that can be done with it; one that is decided, with what was decided."""
    proposal = what.proposal
    parts = [*about(proposal), *_of_term(what.term)]
    parts += [
        Line("proposal-also", {"plain": Words(cut(each.plain, _PLAIN // 2))})
        for each in what.also[:_MOST_ALSO]
    ]
    if not proposal.waits:
        back = Button("proposals:apart", "proposal-button-apart", proposal.id)
        undo = (back,) if proposal.fate is Fate.TOGETHER else ()
        return Notice((*parts, *_decided(proposal)), (*undo, WAITING, DESK))
    held = (Line("proposal-held"),) if proposal.is_held else ()
    return Notice((*parts, *held), (*_to_do(what), WAITING, DESK))


def take_form(proposal: Proposal, term: Term | None, themes: Sequence[str]) -> Form:
    """The desk's form, with what was proposed in it: all of it can be changed before it is taken."""
    if proposal.kind is Kind.MEANING and term is not None:
        fields: tuple[Field | Choice, ...] = (
            *meaning_boxes(replace(term, plain=proposal.plain)),
            # The list of proposals shows it, as it does why one is declined.
            replace(reason_box(), hint="proposal-take-reason-hint"),
        )
        token = f"{proposal.id}{APART}{editing.state_of(term)}"
        return Form("proposals:take", token, "proposal-take-meaning-title", fields)
    made = editing.new(editing.Meanings(proposal.name, proposal.plain, "", ""), "")
    fields = (*meaning_boxes(made), theme_box(themes, ""))
    return Form("proposals:take", proposal.id, "proposal-take-word-title", fields)


def decline_form(proposal: Proposal) -> Form:
    """Why not; and whether its words stay in the list, where they are there."""
    reason = Field("reason", "proposal-decline-reason", "proposal-decline-reason-hint", LONGEST_REASON)
    if proposal.is_held:
        held = Line("proposal-decline-intro-held")
        return Form("proposals:decline", proposal.id, "proposal-decline-title", (reason,), held)
    options = ((YES, "proposal-decline-show"), (NO, "proposal-decline-out"))
    words = Choice(SHOW, "proposal-decline-words", "proposal-decline-words-hint", options, YES)
    intro = Line("proposal-decline-intro")
    return Form("proposals:decline", proposal.id, "proposal-decline-title", (reason, words), intro)


def done(what: Opened, term: Term | None) -> Notice:
    """What was just decided; a word that was taken can be opened, to write the rest of it."""
    parts = (Line("proposal-kept"), *about(what.proposal), *_decided(what.proposal))
    opens = Button("glossary_desk:word", "proposal-button-word", "" if term is None else term.id, main=True)
    return Notice(parts, (*(() if term is None else (opens,)), WAITING, DESK))


def meanwhile(what: Opened) -> Notice:
    """Somebody else was first; what she decided."""
    parts = (Line("proposal-meanwhile"), *about(what.proposal), *_decided(what.proposal))
    return Notice(parts, (WAITING, DESK))


def others(proposal: Proposal, for_one_word: Sequence[Proposal]) -> Notice:
    """With which other proposal for its word it can be put together."""
    back = Button("proposals:open", "proposal-button-back", proposal.id)
    if not for_one_word:
        return Notice((Line("proposal-no-others"),), (back, WAITING))
    shown = for_one_word[:ON_A_PAGE_OF_OTHERS]
    lines = [
        Line("proposal-other", {"number": at, "plain": Words(cut(each.plain, _PLAIN))})
        for at, each in enumerate(shown, 1)
    ]
    buttons = (
        Button(
            "proposals:put-together",
            "proposal-button-with",
            f"{proposal.id}{APART}{each.id}",
            values={"number": at},
        )
        for at, each in enumerate(shown, 1)
    )
    return Notice((Line("proposal-others"), *lines), (*buttons, back))


def some_wait(number: int, key: str) -> Notice:
    """For the facilitators' channel, once a week at most; nobody is named."""
    see = Button("proposals:waiting", "proposal-button-see", key, main=True)
    return Notice((Line("proposal-some-wait", {"number": number}),), (see,))


def _of_term(term: Term | None) -> tuple[Line, ...]:
    if term is None:
        return ()
    return (Line("proposal-now", {"plain": Words(cut(term.plain, _PLAIN))}),)


def _decided(proposal: Proposal) -> tuple[Line, ...]:
    fate = Line(f"proposal-fate-{proposal.fate}")
    reason = Words(cut(proposal.reason, _REASON))
    return (fate, *((Line("proposal-reason", {"reason": reason}),) if proposal.reason else ()))


def _to_do(what: Opened) -> tuple[Button, ...]:
    id_ = what.proposal.id
    take = Button("proposals:take", "proposal-button-take", id_, main=True)
    together = Button("proposals:others", "proposal-button-together", id_)
    gone = what.proposal.kind is Kind.MEANING and what.term is None
    return (
        *(() if gone else (take,)),
        *((together,) if what.others else ()),
        Button("proposals:decline", "proposal-button-decline", id_),
    )


def _opens(action: str, proposal: Proposal, token: str) -> Button:
    label = "proposal-button-word-of" if proposal.kind is Kind.WORD else "proposal-button-meaning-of"
    return Button(action, label, token, values={"name": shortened(proposal.name, _LABEL)})
