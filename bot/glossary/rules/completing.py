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
_AFTER_ALL = "\U0010ffff"


class _Keys:
    """Some keys in alphabetical order, and the first term of each."""

    def __init__(self, lexicon: Lexicon, keys: list[str]) -> None:
        self._keys = sorted(keys)
        self._first = array("I", (lexicon.keys[key][0] for key in self._keys))

    def beginning(self, key: str, most: int) -> list[int]:
        """The first terms of the keys that begin so; of what is longer than a key, without its end."""
        for cut in range(1 + min(_TOO_MANY, max(0, len(key) - _FEWEST + 1))):
            begin = key[: len(key) - cut]
            low = bisect_left(self._keys, begin)
            high = bisect_left(self._keys, begin + _AFTER_ALL, low)
            if low < high:
                return nsmallest(most, set(self._first[low:high]))
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
        held = nsmallest(most, self._holding([*self._lexicon.words.of(typed)[:-1], words[-1]]))
        yield held
        if len(begun) + len(held) < _FEW:
            yield from self._resembling(self._lexicon.words.of(typed))

    def _holding(self, words: list[str]) -> set[int]:
        """Terms with a name that holds all of these words, in any order, the last of them begun."""
        with_word = self._parts.names_with
        held = [set(with_word[word]) if word in with_word else self._with_begun(word) for word in words[:-1]]
        if not held or len(words[-1]) > 1:
            held.append(self._with_begun(words[-1]))
        return {self._parts.holders[at] for at in set.intersection(*held)}

    def _with_begun(self, begin: str) -> set[int]:
        with_word = self._parts.names_with
        return {at for word in self._parts.begun(begin) for at in with_word[word]}

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
