"""Finds terms: looked up as they are typed and heard, completed, and spotted in a text."""

from __future__ import annotations

from collections.abc import Sequence

from bot.glossary.rules.acronyms import EVERYDAY
from bot.glossary.rules.completing import Completing
from bot.glossary.rules.found import Found, How, Spotted, Suggestion
from bot.glossary.rules.lexicon import Lexicon, Words, names_of
from bot.glossary.rules.likeness import Likeness
from bot.glossary.rules.looking import look_up
from bot.glossary.rules.parts import LITTLE, Parts
from bot.glossary.rules.spotting import Spotting
from bot.glossary.rules.term import Term
from bot.plain.rules import unexplained

__all__ = ["Found", "How", "Index", "Spotted", "Suggestion"]


class Index:
    """All terms of a community, for finding; immutable once it is built, and keeps nothing that is asked.

    What comes first among terms that fit equally well is the order in which they were given. Building takes
    up to two seconds at 100,000 terms: do it in a thread, off the event loop.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        words = Words()
        self._lexicon = Lexicon(terms, words)
        self._likeness = Likeness(self._lexicon)
        self._parts = Parts(self._lexicon)
        self._spotting = Spotting(self._lexicon)
        for name in names_of(self._lexicon.terms, words):
            self._lexicon.add(name)
            self._likeness.add(name)
            self._parts.add(name)
            self._spotting.add(name)
        for each in (self._likeness, self._parts, self._spotting):
            each.finish()
        self._completing = Completing(self._lexicon, self._likeness, self._parts)
        words.close()

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms, in the order in which they were given."""
        return self._lexicon.terms

    def look_up(self, query: str, most: int = 3) -> list[Found]:
        """What a person may have meant, best first: at most `most`, none where nothing is near enough.

        A query may be a question ("what does X mean?"). What fits but for plurals, hyphens, dots, apostrophes
        and American spelling stands alone.
        """
        return look_up(self._lexicon, self._likeness, self._parts, query)[:most]

    def complete(self, typed: str, most: int = 25) -> list[Suggestion]:
        """What somebody who has typed so much may be looking for: at most `most`, each term once.

        Of nothing typed: the first terms.
        """
        return self._completing.complete(typed, most)

    def find_in(self, text: str, *, is_company: bool = False) -> list[Spotted]:
        """The terms that a text names, in its order: the longest each time, none over another.

        Ordinary words in ordinary use are left alone: a short form that could be a word counts in its own
        case only, another name only of two words or more, or as a short form. An everyday word needs jargon
        beside it, unless `is_company`: in a text for a meeting it is the term if nothing speaks against it.
        """
        return self._spotting.find_in(text, is_company=is_company)

    def unknown_acronyms(self, text: str) -> list[str]:
        """The acronyms of a text that neither it nor a term explains, each once, in its order, as written."""
        spots = self.find_in(text)
        known = {text[spot.start : spot.end] for spot in spots}
        return [each for each in unexplained(text, known) if self._is_unknown(each)]

    def _is_unknown(self, letters: str) -> bool:
        one = letters.removesuffix("s").removesuffix("'").removesuffix("’")
        small = one.casefold()
        if one.upper() in EVERYDAY or small in LITTLE or small.isdigit():
            return False
        return not self._spotting.is_name(one) and not self._spotting.is_name(letters)
