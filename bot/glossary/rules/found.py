"""What finding gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.glossary.rules.term import Term


class How(StrEnum):
    """How what was typed led to a term, from the surest on."""

    #: Its name, a short form or another name, give or take plurals, hyphens, dots and American spelling.
    EXACT = "exact"
    #: Spelled nearly so, or as it is heard.
    ALIKE = "alike"
    #: Words of its name, and others.
    PART = "part"
    #: Words that stand in its meanings.
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Found:
    """The terms that share a name or a short form: one at least, the best first."""

    terms: tuple[Term, ...]
    how: How


@dataclass(frozen=True, slots=True)
class Suggestion:
    """For autocomplete: `label` has at most 100 characters, `value` is a term's id."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Spotted:
    """Terms (one at least, the first 25 at most) that `text[start:end]` names."""

    start: int
    end: int
    terms: tuple[Term, ...]
