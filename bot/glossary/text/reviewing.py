"""What those read who look at words again that nobody has looked at for a year."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.notices import Button, Line, Notice
from bot.glossary.rules.term import Term
from bot.glossary.text.desk import token_of
from bot.glossary.text.meaning import all_of


@dataclass(frozen=True, slots=True)
class ToCheck:
    """One word of those to look at again: `at` counts from 0, of `of`; `kept`: the last one was right."""

    term: Term | None
    at: int
    of: int
    kept: bool = False
    in_chat: bool = False


def to_check(what: ToCheck) -> Notice:
    """One word, and whether it is still right; or that there is none any more."""
    kept = (Line("glossary-review-kept"),) if what.kept else ()
    if what.term is None:
        return Notice((*kept, Line("glossary-review-nothing")))
    term = what.term
    head = Line("glossary-review-one", {"at": what.at + 1, "of": what.of})
    right = Button("glossary_review:right", "glossary-review-button-right", token_of(term), main=True)
    change = Button("glossary_desk:word", "glossary-review-button-change", term.id)
    after = Button("glossary_review:next", "glossary-review-button-next", str(what.at + 1))
    # The desk stands in the server: there is no way to it from a direct message.
    return Notice((*kept, head, *all_of(term)), (right, *(() if what.in_chat else (change,)), after))


def due(number: int, key: str) -> Notice:
    """For the facilitators' channel, once a quarter at most."""
    see = Button("glossary_review:next", "glossary-review-button-see", key, main=True)
    return Notice((Line("glossary-review-due", {"number": number}),), (see,))


def due_for(number: int) -> Notice:
    """The same for somebody who looks after the words."""
    see = Button("glossary_review:next", "glossary-review-button-see", main=True)
    return Notice((Line("glossary-review-due-editor", {"number": number}),), (see,))
