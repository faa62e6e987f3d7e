"""Two plain ways to find terms, which ours must beat: rapidfuzz over all names, and an automaton."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils

from bot.glossary.rules import Term

#: What WRatio gives two names that many would call alike.
_ALIKE = 80


class PlainRapidfuzz:
    """WRatio over all names, in small letters without signs."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._names = [(utils.default_process(name), term.name) for term in terms for name in names(term)]

    def look_up(self, query: str) -> list[set[str]]:
        """The names of the three terms that come first."""
        found = process.extract(
            utils.default_process(query),
            [name for name, _ in self._names],
            scorer=fuzz.WRatio,
            score_cutoff=_ALIKE,
            limit=20,
        )
        best: dict[str, set[str]] = {}
        for name, _, at in found:
            best.setdefault(name, set()).add(self._names[at][1])
        return list(best.values())[:3]


class PlainAutomaton:
    """All names in lower-cased text, whole words, the longest first: it finds what Aho-Corasick does."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms: dict[str, set[str]] = {}
        for term in terms:
            for name in names(term):
                self._terms.setdefault(name.lower(), set()).add(term.name)
        longest_first = sorted(self._terms, key=len, reverse=True)
        self._any = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def find_in(self, text: str) -> set[str]:
        """The names of the terms that are found."""
        return {name for found in self._any.findall(text.lower()) for name in self._terms[found]}


def names(term: Term) -> tuple[str, ...]:
    """Everything that a term is called."""
    return (term.name, *term.shorts, *term.also)
