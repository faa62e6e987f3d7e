"""What somebody may be about to type: names that begin so, hold a word that begins so, or nearly do."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from heapq import nsmallest

from bot.glossary.rules.asking import subject
from bot.glossary.rules.found import Suggestion
from bot.glossary.rules.hearing import sound
from bot.glossary.rules.lexicon import Lexicon
from bot.glossary.rules.likeness import Likeness
from bot.glossary.rules.looking import exactly
from bot.glossary.rules.parts import Parts
from bot.glossary.rules.spelling import WORD, bare, joined, one_spelling
from bot.glossary.rules.term import Term

#: Discord's limit.
LONGEST_LABEL = 100
#: What is typed of a plural is longer than the key: so many letters may be too many.
_TOO_MANY = 3
_FEWEST = 4
#: Fewer hits than these, and names that only resemble what was typed are offered too.
_FEW = 5
#: Discord shows so many.
_OFFERED = 25
_AFTER_ALL = "\U0010ffff"


class _Keys:
    """Some keys in alphabetical order, and the first term of each."""

    def __init__(self, lexicon: Lexicon, keys: list[str]) -> None:
        self._keys = sorted(keys)
        self._first = array("I", (lexicon.keys[key][0] for key in self._keys))
        # Very many names begin with the same letter: too many to be sorted while somebody types.
        self._of_letter = {
            letter: nsmallest(_OFFERED, set(self._between(letter)))
            for letter in {key[:1] for key in self._keys}
        }

    def _between(self, begin: str) -> array[int]:
        low = bisect_left(self._keys, begin)
        return self._first[low : bisect_left(self._keys, begin + _AFTER_ALL, low)]

    def beginning(self, key: str, most: int) -> list[int]:
        """The first terms of the keys that begin so; of what is longer than a key, without its end."""
        for cut in range(1 + min(_TOO_MANY, max(0, len(key) - _FEWEST + 1))):
            begin = key[: len(key) - cut]
            if most <= _OFFERED and begin in self._of_letter:
                return self._of_letter[begin][:most]
            if between := self._between(begin):
                return nsmallest(most, set(between))
        return []


class Completing:
    """Offers terms while a name is being typed."""

    def __init__(self, lexicon: Lexicon, likeness: Likeness, parts: Parts) -> None:
        self._lexicon = lexicon
        self._likeness = likeness
        self._parts = parts
        keys = list(lexicon.keys)
        self._own, self._others = _Keys(lexicon, keys[: lexicon.own]), _Keys(lexicon, keys[lexicon.own :])

    def complete(self, typed: str, most: int) -> list[Suggestion]:
        """At most `most`, each term once: what fits best first, then in the order of the terms."""
        found: dict[int, None] = {}
        for numbers in self._ways(subject(typed), most):
            found.update(dict.fromkeys(numbers))
            if len(found) >= most:
                break
        return [suggested(self._lexicon.terms[number]) for number in list(found)[:most]]

    def _ways(self, typed: str, most: int) -> Iterator[Iterable[int]]:
        words = [one_spelling(bare(word)) for word in WORD.findall(typed)]
        if not words:
            yield range(min(most, len(self._lexicon.terms)))
            return
        yield exactly(self._lexicon, typed)
        key = joined(words)
        # A word that is not typed to its end may still have two letters where its one spelling has one.
        tried = dict.fromkeys((key, key.replace("ll", "l")))
        begun = [
            number
            for begin in tried
            for keys in (self._own, self._others)
            for number in keys.beginning(begin, most)
        ]
        yield begun
        held = self._parts.holding([*self._lexicon.words.of(typed)[:-1], words[-1]], most)
        yield held
        if len(begun) + len(held) < _FEW:
            yield from self._resembling(self._lexicon.words.of(typed))

    def _resembling(self, words: list[str]) -> Iterator[Iterable[int]]:
        key = joined(words)
        heard = sound(key)
        yield (n for near in self._likeness.near(key, heard) for n in self._lexicon.keys[near.key])
        yield (n for name in self._likeness.begun(key, heard) for n in self._lexicon.keys[name])
        yield self._lexicon.heard.get(heard, ())


def suggested(term: Term) -> Suggestion:
    """A term as it is offered: its name and short forms, cut to what Discord shows."""
    label = f"{term.name} ({', '.join(term.shorts)})" if term.shorts else term.name
    return Suggestion(label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…", term.id)
