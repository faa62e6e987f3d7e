"""A word that somebody would like everyone to see: nobody is named, and nothing says who it was."""

from __future__ import annotations

from datetime import datetime

from bot.core.notices import Button, Line, Notice, Words
from bot.glossary.rules.pages import cut
from bot.glossary.rules.term import LONGEST_EXAMPLE, LONGEST_PLAIN, Term
from bot.glossary.text.meaning import LOOK, named


def show_word(key: str, term: Term) -> Notice:
    """The message that everybody sees; `key` is the delivery's."""
    return Notice((Line("glossary-show"), *_word(term)), (Button(LOOK.action, LOOK.label, key),))


def show_first(key: str, term: Term) -> Notice:
    """What facilitators see first, with [Post it]."""
    lines = (Line("glossary-show"), Line("glossary-show-first"), *_word(term))
    return Notice(lines, (Button("glossary:post-word", "glossary-button-post-word", key, main=True),))


def show_already(at: datetime) -> Notice:
    """Everybody was shown this word lately."""
    return Notice((Line("glossary-show-already", {"at": f"<t:{int(at.timestamp())}:f>"}),))


def show_posted() -> Notice:
    """A facilitator has posted it."""
    return Notice((Line("glossary-show-posted"),))


def _word(term: Term) -> tuple[Line, ...]:
    plain = Line("glossary-plain", {"plain": Words(cut(term.plain, LONGEST_PLAIN))})
    example = Line("glossary-example", {"words": Words(cut(term.example, LONGEST_EXAMPLE))})
    return (Line("glossary-term", {"name": named(term)}), plain, *((example,) if term.example else ()))
