"""A word's meaning: how somebody asks for it, and what she reads then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.notices import Button, Field, Form, Line, Notice, Words
from bot.glossary.rules.pages import MOST_MEANINGS, ROOM, cut
from bot.glossary.rules.term import LONGEST_NAME, Term
from bot.questions.rules.writing import shortened

LOOK = Button("glossary:look", "glossary-button-look")
BROWSE = Button("glossary:themes", "glossary-button-browse")
_MOST_RELATED = 5
_MOST_SHORTS = 3
#: Discord's limit for a label is 80.
_LABEL = 60
_SHORT = 36
_WORD = 60
#: How much each part of a meaning takes at most: together they fit into a message.
_ROOMS = {"plain": 600, "precise": 900, "example": 450, "said": 200, "by": 150, "source": 350}


@dataclass(frozen=True, slots=True)
class Where:
    """Where an answer is read. In the chat with the bot Discord keeps it, and nothing of it is asked on."""

    chat: bool = False
    #: Written there as a message, not only shown to whoever pressed.
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A meaning, with the terms that belong to it and others that may have been meant.

    `typed` is what was looked up where it is not this word itself; otherwise it is empty.
    """

    term: Term
    related: tuple[Term, ...] = ()
    others: tuple[Term, ...] = ()
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A word with several meanings; `token` stands for it."""

    word: str
    token: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A word that is not there; `token` stands for it; `near` are terms that begin as it does."""

    word: str
    token: str
    near: tuple[Term, ...] = ()


def form() -> Form:
    """Where somebody types the word that she wants to know."""
    box = Field("word", "glossary-form-label", "glossary-form-hint", LONGEST_NAME, kind="line")
    return Form("glossary:look", "", "glossary-form-title", (box,), Line("glossary-form-intro"))


def meaning(answer: Answer, where: Where) -> Notice:
    """One meaning, the plain one first."""
    term = answer.term
    lines = all_of(term)
    near = (Line("glossary-nearest", {"word": _words(answer.typed, _WORD)}),) if answer.typed else ()
    goes_with = (Line("glossary-goes-with"),) if answer.related or answer.others else ()
    others = _once(term, (*answer.others, *answer.related))[:_MOST_RELATED]
    said = (*near, *lines, Line("stumbles-told"), *goes_with, *_kept_by_discord(where))
    # The words that go with it stand by themselves, as the sentence above them says.
    unclear = replace(_unclear(term, where), new_row=bool(others))
    # Where Discord keeps what was read, nothing of it is taken on.
    simpler = () if where.chat else (Button("proposals:simpler", "proposal-button-simpler", term.id),)
    return Notice(said, (*map(button, others), unclear, *simpler, *_show(term, where), BROWSE))


def all_of(term: Term) -> list[Line]:
    """A term's name, its meanings, and where they come from."""
    about = [part for part in ("precise", "example", "said") if getattr(term, part)]
    lines = [_heading(term), Line("glossary-plain", {"plain": _part(term, "plain")})]
    if term.is_checked_by_lay:
        lines.append(Line("glossary-checked-by-lay"))
    lines += [Line(f"glossary-{part}", {"words": _part(term, part)}) for part in about]
    return [*lines, *_origin(term)]


def meanings(choice: Choice, where: Where) -> Notice:
    """The meanings of one word side by side."""
    shown = choice.terms[:MOST_MEANINGS]
    lines = [_side_by_side(term, len(shown)) for term in shown]
    word = _words(choice.word, _WORD)
    more = (Line("glossary-several-more"),) if len(choice.terms) > len(shown) else ()
    said = (
        Line("glossary-several", {"word": word, "number": len(choice.terms)}),
        *lines,
        *more,
        *_kept_by_discord(where),
    )
    return Notice(said, (*(button(term, by_theme=True) for term in shown), _ask(choice.token, where), BROWSE))


def nothing(lost: Lost, where: Where) -> Notice:
    """It is not there: not her fault, what is near, and whom to ask."""
    near = (Line("glossary-near"),) if lost.near else ()
    lines = (
        Line("glossary-nothing", {"word": _words(lost.word, _WORD)}),
        *near,
        Line("glossary-nothing-ask"),
    )
    add = Button("proposals:add", "proposal-button-add", lost.token)
    buttons = (*map(button, lost.near), _ask(lost.token, where, main=True), LOOK, add, BROWSE)
    return Notice((*lines, *_kept_by_discord(where)), buttons)


def button(term: Term, *, by_theme: bool = False) -> Button:
    """Opens a term."""
    if by_theme:
        name, theme = shortened(term.name, _SHORT), shortened(term.theme, _SHORT)
        return Button(
            "glossary:term", "glossary-button-meaning", term.id, values={"name": name, "theme": theme}
        )
    return Button(
        "glossary:term", "glossary-button-term", term.id, values={"name": shortened(term.name, _LABEL)}
    )


def named(term: Term) -> Words:
    """A term's name with its short forms in brackets."""
    shorts = ", ".join(term.shorts[:_MOST_SHORTS])
    return Words(cut(f"{term.name} ({shorts})" if shorts else term.name, LONGEST_NAME + _SHORT))


def _heading(term: Term) -> Line:
    return Line("glossary-term", {"name": named(term)})


def _origin(term: Term) -> list[Line]:
    """Who wrote it, when it was last looked at, and whether it is a standard's."""
    by = Line("glossary-by", {"by": _part(term, "by")}) if term.by else Line("glossary-by-somebody")
    lines = [by]
    if term.checked_on is None:
        # Beside the mark that somebody has checked it, this would read as its contrary.
        lines += [] if term.is_checked_by_lay else [Line("glossary-not-checked")]
    else:
        day = {"day": term.checked_on.day, "month": term.checked_on.month, "year": term.checked_on.year}
        lines.append(Line("glossary-checked", day))
    if term.is_official:
        lines.append(Line("glossary-official"))
    if term.source:
        lines.append(Line("glossary-source", {"source": _part(term, "source")}))
    return lines


def _side_by_side(term: Term, among: int) -> Line:
    theme = shortened(term.theme, _SHORT)
    plain = Words(cut(term.plain, ROOM // among - 2 * LONGEST_NAME))
    return Line("glossary-meaning", {"name": named(term), "theme": theme, "plain": plain})


def _unclear(term: Term, where: Where) -> Button:
    if where.chat:
        return _ask("", where)
    return Button("glossary:unclear", "glossary-button-unclear", term.id)


def _show(term: Term, where: Where) -> tuple[Button, ...]:
    """[Show it to everyone]: not in the chat, where Discord would keep who pressed it."""
    return () if where.chat else (Button("glossary:show", "glossary-button-show", term.id),)


def _ask(token: str, where: Where, *, main: bool = False) -> Button:
    """[Ask anonymously], with the word in the form; without it where Discord keeps what was typed."""
    if where.chat or not token:
        return Button("questions:ask", "question-button-ask", main=main)
    return Button("glossary:ask", "question-button-ask", token, main=main)


def _kept_by_discord(where: Where) -> tuple[Line, ...]:
    return (Line("glossary-chat"),) if where.stays else ()


def _once(term: Term, terms: Sequence[Term]) -> list[Term]:
    return list({each.id: each for each in terms if each.id != term.id}.values())


def _part(term: Term, part: str) -> Words:
    return Words(cut(getattr(term, part), _ROOMS[part]))


def _words(text: str, most: int) -> Words:
    return Words(shortened(text, most))
