"""A term in the hands of a facilitator: what she types in boxes, and what that makes of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.glossary.rules.checking import BAR, squeezed, values_of
from bot.glossary.rules.term import Term

#: The themes of the starter glossary, in the order in which they are offered.
THEMES = ("sharing-knowledge", "musculoskeletal", "nhs", "research", "involvement")
#: Discord's limit for the options of a menu.
MOST_THEMES = 25
#: Characters of why something was done.
LONGEST_REASON = 200
_BETWEEN = f" {BAR} "
_MARK_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Meanings:
    """What is typed in the first form: `name` has short forms behind bars."""

    name: str
    plain: str
    precise: str
    example: str


@dataclass(frozen=True, slots=True)
class Rest:
    """What is typed in the second one; of `also` and `related` the values are divided by bars."""

    said: str
    also: str
    related: str
    theme: str
    source: str


def new(meanings: Meanings, theme: str) -> Term:
    """A term that is not kept yet."""
    empty = Term("", "", (), (), theme, "", "", "", "", (), "", "", None, False, False)
    return _with(empty, meanings)


def reworded(term: Term, meanings: Meanings) -> Term:
    """The term with these meanings; who had written or checked others has not written or checked these."""
    changed = _with(term, meanings)
    is_official = term.is_official and changed.precise == term.precise
    if changed == term:
        return term
    return replace(changed, by="", checked_on=None, is_official=is_official)


def with_rest(term: Term, rest: Rest) -> Term:
    """The term with all that is in the second form."""
    return replace(
        term,
        said=squeezed(rest.said),
        also=values_of((rest.also,)),
        related=values_of((rest.related,)),
        theme=rest.theme,
        source=squeezed(rest.source),
    )


def with_mark(term: Term) -> Term:
    """The term with the mark that patients or the public checked it; or without, if it has that."""
    return replace(term, is_checked_by_lay=not term.is_checked_by_lay)


def checked(term: Term, today: date) -> Term:
    """The term, looked at today."""
    return replace(term, checked_on=today)


def signed(term: Term, by: str) -> Term:
    """The term with a name to it, or none."""
    return replace(term, by=squeezed(by))


def boxed_name(term: Term) -> str:
    """A term's name and short forms, as they are typed in one box."""
    return joined((term.name, *term.shorts))


def joined(values: Iterable[str]) -> str:
    """Values with bars between them."""
    return _BETWEEN.join(values)


def state_of(term: Term) -> str:
    """A short mark that is another one for each state of a term: whether it changed since a form opened."""
    return hashlib.sha256(repr(term).encode()).hexdigest()[:_MARK_LENGTH]


def themes_of(terms: Iterable[Term], chosen: str = "") -> tuple[str, ...]:
    """The themes to choose from: the starter's, then a community's own; `chosen` is always among them."""
    first = [*THEMES, chosen] if chosen else [*THEMES]
    every = dict.fromkeys([*first, *(term.theme for term in terms if term.theme)])
    return tuple(every)[:MOST_THEMES]


def _with(term: Term, meanings: Meanings) -> Term:
    name, *shorts = values_of((meanings.name,)) or ("",)
    return replace(
        term,
        name=name,
        shorts=tuple(shorts),
        plain=squeezed(meanings.plain),
        precise=squeezed(meanings.precise),
        example=squeezed(meanings.example),
    )
