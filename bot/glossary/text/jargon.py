"""The jargon of a message, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.notices import Button, Line, Notice, Words
from bot.glossary.rules.pages import MOST_ACRONYMS, ROOM, WORDS_ON_A_PAGE, cut
from bot.glossary.rules.term import LONGEST_NAME, Term
from bot.glossary.text.meaning import BROWSE, LOOK, button, named
from bot.questions.rules.writing import shortened

_WORD = 40
#: For one plain meaning; its name takes some, too.
_PLAIN = ROOM // WORDS_ON_A_PAGE - LONGEST_NAME


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of the message, as it stands there, with what it can mean."""

    word: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Jargon:
    """A page of what was found in a message; `token` stands for all of it; pages count from 0.

    `acronyms`, which nothing explains, are on the last page.
    """

    token: str
    page: int
    of: int
    spots: tuple[Spot, ...]
    acronyms: tuple[str, ...] = ()


def nothing() -> Notice:
    """There is no word in it that the glossary knows, and no acronym."""
    return Notice((Line("glossary-jargon-nothing"),), (LOOK, BROWSE))


def no_words() -> Notice:
    """The message holds no text at all."""
    return Notice((Line("glossary-jargon-empty"),), (LOOK, BROWSE))


def explained(jargon: Jargon) -> Notice:
    """A page of the terms, each with its plain meaning; the acronyms nobody explains, each with a button."""
    last = jargon.page == jargon.of - 1
    acronyms = jargon.acronyms[:MOST_ACRONYMS] if last else ()
    heading = Line("glossary-jargon-title", {"page": jargon.page + 1, "of": jargon.of})
    terms = {term.id: term for spot in jargon.spots for term in spot.terms}
    unknown = (Line("glossary-jargon-unknown"),) if acronyms else ()
    asks = (_ask(jargon.token, at, word) for at, word in enumerate(acronyms))
    buttons = (*map(button, terms.values()), *asks, *_turning(jargon))
    return Notice((heading, *_spots(jargon), *unknown), buttons)


def _spots(jargon: Jargon) -> Iterator[Line]:
    for spot in jargon.spots:
        if len(spot.terms) > 1:
            yield Line("glossary-jargon-several", {"word": Words(cut(spot.word, _WORD))})
        for term in spot.terms:
            plain = Words(cut(term.plain, _PLAIN))
            yield Line("glossary-jargon-term", {"name": named(term), "plain": plain})


def _ask(token: str, at: int, word: str) -> Button:
    asked = shortened(word, _WORD)
    return Button("glossary:unknown", "glossary-button-unknown", f"{token}-{at}", values={"word": asked})


def _turning(jargon: Jargon) -> Iterator[Button]:
    if jargon.page > 0:
        yield Button(
            "glossary:jargon", "glossary-button-back", f"{jargon.token}-{jargon.page - 1}", new_row=True
        )
    if jargon.page < jargon.of - 1:
        yield Button(
            "glossary:jargon", "glossary-button-more", f"{jargon.token}-{jargon.page + 1}", main=True
        )
