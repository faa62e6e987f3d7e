"""Samples of what the glossary's texts are made from: the longest and the worst there can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from bot.glossary.rules.pages import MOST_ACRONYMS, THEMES_ON_A_PAGE, WORDS_ON_A_PAGE, Shelf, Theme
from bot.glossary.rules.term import (
    LONGEST_EXAMPLE,
    LONGEST_NAME,
    LONGEST_PLAIN,
    LONGEST_PRECISE,
    LONGEST_SAID,
    MOST_SHORTS,
    Term,
)
from bot.glossary.text.browsing import Themes
from bot.glossary.text.jargon import Jargon, Spot
from bot.glossary.text.meaning import Answer, Choice, Lost, Where

PLAIN = Term(
    id="a1",
    name="Osteoarthritis",
    shorts=("OA",),
    also=(),
    theme="musculoskeletal",
    plain="A joint is worn, so it hurts and gets stiff.",
    precise="A common disorder of joints.",
    example="How do we help people with OA to stay active?",
    said="OSS-tee-oh-ar-THRY-tis",
    related=("Joint",),
    source="",
    by="Equal Footing's starter glossary",
    checked_on=date(2026, 3, 2),
    is_checked_by_lay=True,
    is_official=True,
)


def worst(character: str, number: int = 1) -> Term:
    """A term as long as one can be, of one character."""
    return Term(
        id=f"{number:0>32}",
        name=character * LONGEST_NAME,
        shorts=(character * LONGEST_NAME,) * MOST_SHORTS,
        also=(),
        theme=character * LONGEST_NAME,
        plain=character * LONGEST_PLAIN,
        precise=character * LONGEST_PRECISE,
        example=character * LONGEST_EXAMPLE,
        said=character * LONGEST_SAID,
        related=(character * LONGEST_NAME,) * 9,
        source=character * LONGEST_PLAIN,
        by=character * LONGEST_NAME,
        checked_on=None,
        is_checked_by_lay=True,
        is_official=True,
    )


def terms(character: str, number: int) -> tuple[Term, ...]:
    """So many of them."""
    return tuple(worst(character, at) for at in range(number))


def _bare() -> Term:
    bare = replace(PLAIN, id="a3", precise="", example="", said="", by="")
    return replace(bare, is_checked_by_lay=False, is_official=False)


def _answers() -> list[Answer]:
    many = [Answer(worst(c, 99), terms(c, 20), terms(c, 12)[5:], c * LONGEST_NAME) for c in ("*", "x")]
    return [Answer(PLAIN), Answer(_bare()), *many]


def _choices() -> list[Choice]:
    return [
        Choice("OA", "k" * 16, (PLAIN, replace(PLAIN, id="a2", name="Open access", theme="research"))),
        Choice("OA", "", (PLAIN, _bare())),
        *(Choice(c * 100, "k" * 16, terms(c, 30)) for c in "*x"),
    ]


def _lost() -> list[Lost]:
    return [Lost("x", ""), *(Lost(c * 100, "k" * 16, terms(c, 5)) for c in "*x")]


def _jargon() -> list[Jargon]:
    letters = tuple(f"{'X' * 90}{at}" for at in range(MOST_ACRONYMS * 2))
    many = terms("*", WORDS_ON_A_PAGE)
    pairs = tuple(Spot("*" * 100, many[at : at + 2]) for at in range(0, WORDS_ON_A_PAGE, 2))
    each = tuple(Spot("x" * 100, (term,)) for term in terms("x", WORDS_ON_A_PAGE))
    return [
        Jargon("k" * 16, 0, 1, (Spot("OA", (PLAIN,)),)),
        Jargon("k" * 16, 0, 1, (), ("FCP",)),
        Jargon("k" * 16, 0, 3, pairs, letters),
        Jargon("k" * 16, 1, 3, pairs, letters),
        Jargon("k" * 16, 999, 1_000, pairs, letters),
        Jargon("k" * 16, 2, 3, each, letters),
    ]


def _shelves() -> list[Shelf]:
    many = terms("*", WORDS_ON_A_PAGE)
    pages = [Shelf("*" * 100, 9_999, page, 9_999, many) for page in (0, 7, 9_998)]
    return [Shelf("nhs", 0, 0, 1, (PLAIN,)), *pages]


def _themes() -> list[Themes]:
    many = tuple(Theme("x" * 100, 99_999) for _ in range(THEMES_ON_A_PAGE))
    few = Themes((Theme("nhs", 54), Theme("research", 57)), 0, 2)
    return [Themes((), 0, 0), few, *(Themes(many, first, 100) for first in (0, 20, 80))]


KINDS: dict[Any, Any] = {
    Answer: _answers,
    Term: lambda: (PLAIN, _bare(), worst("*"), worst("x")),
    Choice: _choices,
    Lost: _lost,
    Where: lambda: (Where(), Where(chat=True), Where(chat=True, stays=True)),
    Jargon: _jargon,
    Shelf: _shelves,
    Themes: _themes,
}
