"""Mistyped words of a text, put right where a term's name has nearly the same word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from bot.glossary.rules.lexicon import Kind, Lexicon, Name

#: Shorter words are other words too often.
_SHORTEST = 6
#: From so many letters on, two of them may be wrong.
_LONG = 12
_VOWELS = re.compile("[@AOWY]")


class Mending:
    """The longer words of names by their consonants, which hardly anybody leaves out more than one of.

    A large glossary has a word near to almost any: there it is not used, and nothing is put right.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon.words
        self.is_used = not lexicon.is_large
        self._right = set(lexicon.read)
        self._called: set[str] = set()
        self._by_bones: dict[str, list[str]] = {}

    def add(self, name: Name) -> None:
        """Take in the words of a name, if it `is_used`."""
        self._right.update(name.words)
        if name.kind == Kind.NAME:
            self._called.update(name.words)

    def finish(self) -> None:
        """Put the words that were taken in into order."""
        for word in sorted(word for word in self._called if len(word) >= _SHORTEST):
            for each in set(self._ways(word)):
                self._by_bones.setdefault(each, []).append(word)
        self._called = set()

    def mended(self, word: str, seen: str) -> str:
        """The word of a name that a plain word is, mistyped; the word itself if it is none, or is right.

        `seen` is how it stands in the text: an end that was taken for a plural may be a letter left out.
        """
        if not self.is_used or len(seen) < _SHORTEST or word in self._right:
            return word
        near = self._near(word)
        return self._near(seen.casefold()) if near == word and seen.endswith("s") else near

    def _near(self, word: str) -> str:
        near = {known for each in self._ways(word) for known in self._by_bones.get(each, ())}
        return _nearest(word, near) if near else word

    def _ways(self, word: str) -> list[str]:
        """The consonants of a word as they sound, and with each of them left out."""
        bones = _VOWELS.sub("", self._words.sound([word]))
        return [bones, *(bones[:at] + bones[at + 1 :] for at in range(len(bones)))]


def _nearest(word: str, near: Iterable[str]) -> str:
    """Only the inside of a word is taken for mistyped: another ending makes another word of it."""
    fits = []
    for known in near:
        if known[0] == word[0] and known[-1] == word[-1]:
            wrong = OSA.distance(word, known)
            if wrong <= (1 if len(known) < _LONG else 2):
                fits.append((wrong, known))
    return min(fits)[1] if fits else word
