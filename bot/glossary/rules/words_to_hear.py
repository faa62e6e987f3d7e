"""The card "Words you will hear": which of a text's terms stand on it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.glossary.rules.term import Term

#: Of Discord's 4,000 characters for a message, what terms may take with each mark made plain; and how many.
_ROOM, MOST_TERMS = 3_200, 15
#: What stands round a term on the card.
_AROUND = 12
#: The short forms that are shown.
MOST_SHORTS = 2


def on_card(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The first of them that fit on one card."""
    room = _ROOM
    fitting = []
    for term in terms[:MOST_TERMS]:
        room -= sum(map(_room, (term.name, *term.shorts[:MOST_SHORTS], term.plain))) + _AROUND
        if room < 0:
            break
        fitting.append(term)
    return tuple(fitting)


def named(term: Term) -> str:
    """Its name, with its short forms in brackets."""
    shorts = ", ".join(term.shorts[:MOST_SHORTS])
    return f"{term.name} ({shorts})" if shorts else term.name


def as_text(terms: Sequence[Term]) -> str:
    """The card to copy: a line for each."""
    return "\n".join(f"{named(term)}: {' '.join(term.plain.split())}" for term in terms)


def _room(words: str) -> int:
    """How long these can become when each of Discord's marks in them is made plain."""
    return len(words) + sum(not (each.isalnum() or each.isspace()) for each in words)
