"""Terms of which a query holds some words: "MRI scan", "steroid jab", "wear and tear"."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import nsmallest

from rapidfuzz.distance import OSA

from bot.glossary.rules.hearing import as_spelled
from bot.glossary.rules.lexicon import Kind, Lexicon, Name
from bot.glossary.rules.spelling import plain_word, same_start

#: Words that carry no meaning of their own, or only courtesy.
_LITTLE = """
    a about afternoon all also am an and any anyone anything are as ask at be because been being but by
    can could did do does doing each else evening ever every everyone everything few for from get go
    good got had has have he hello her here hey hi him his how i if im in into is it its just kind know
    like lot lots made make many may me mean might more morning most much must my no nobody not nothing
    of off ok on one only or other our out over own part please put really same see shall she should
    show so some someone something sorry sort stuff such take tell term than thank thanks that the their
    them then there these they thing this those to too type up us use used very was way we were what
    whats when where which while who whos whose why will with within without word would yes you your
    yours
"""
LITTLE = frozenset(plain_word(word) for word in _LITTLE.split())
#: The letters that a query and a name share, of all letters of both; and of the query's own, unless the rest
#: of it stands in the term's meanings.
_SHARE = 0.5
_SHARE_OF_QUERY = 2 / 3
#: Words of so many first letters in common may be forms of one; so near, one is the other mistyped.
_STEM = 5
_NEAR = 0.8
_FORM = 0.85
_LONE = 8
#: A word of more names than these tells nothing.
_MOST_NAMES = 1_000
_LONG = 4
_FEWEST = 2
_AFTER_ALL = "\U0010ffff"
_ENDING = re.compile(
    r"^.?(?P<ending>e|ed|er|or|ing|ion|tion|ation|al|ial|ical|ive|ative|ist|y|ic|tic|ity|ment|ement|able|ible|ant"
    r"|ent|ance|ence|ise|ised|ising|isation|ly)?$"
)


class Parts:
    """The words of names, and in which names each is; `holders` gives the number of a name's term."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.names_with: dict[str, array[int]] = {}
        self.holders = array("I")
        self._words = Held()
        self._letters = array("H")
        self._called = 0
        self.vocabulary: list[str] = []
        self._heard: dict[str, list[str]] = {}

    def add(self, name: Name) -> None:
        """Take in a name, unless it is an acronym."""
        if name.is_acronym:
            return
        at, words, names_with = len(self.holders), name.words, self.names_with
        for word in words:
            if word in names_with:
                names_with[word].append(at)
            else:
                names_with[word] = array("I", (at,))
        self._words.add(words)
        self.holders.append(name.number)
        self._letters.append(len(name.key))
        if name.kind == Kind.NAME:
            self._called = at + 1

    def finish(self) -> None:
        """Put the words of all names that were taken in into order."""
        self.vocabulary = sorted(self.names_with)
        self._words.finish(self.vocabulary)
        # What is shared is counted in letters of words that mean something by themselves.
        for word in LITTLE & self.names_with.keys():
            for at in self.names_with[word]:
                self._letters[at] -= len(word)
        for word in () if self._lexicon.is_large else self.vocabulary:
            if len(word) >= _LONE:
                self._heard.setdefault(self._lexicon.words.sound([word]), []).append(word)

    def holding(self, words: Sequence[str], most: int) -> list[int]:
        """Numbers of the first terms with a name that holds all of these words, the last of them begun.

        It holds them in any order. Of words that are in very many names, the first names are looked at.
        """
        *whole, begin = words
        begun = self.begun(begin)
        held = [
            self.names_with[word] if word in self.names_with else self._with_begun(word) for word in whole
        ]
        if not held:
            at = (at for word in begun for at in self.names_with[word][:_MOST_NAMES])
            return nsmallest(most, {self.holders[each] for each in at})
        rarest = min(held, key=len)
        if len(begin) > 1 and len(begun) < min(len(rarest), _MOST_NAMES):
            with_begun = self._with_begun(begin)
            rarest = min(rarest, with_begun, key=len)
        ends = self._words.range_of(begin) if len(begin) > 1 else None
        wanted = [self._words.range_of(word, is_whole=word in self.names_with) for word in whole]
        fits = (
            at for at in rarest[:_MOST_NAMES] if self._words.fits(at, [*wanted, ends] if ends else wanted)
        )
        return nsmallest(most, {self.holders[at] for at in fits})

    def _with_begun(self, begin: str) -> array[int]:
        found = array("I")
        for word in self.begun(begin):
            found.extend(self.names_with[word])
            if len(found) > _MOST_NAMES * _FEWEST:
                break
        return found

    def begun(self, begin: str) -> list[str]:
        """The words that begin so."""
        low = bisect_left(self.vocabulary, begin)
        return self.vocabulary[low : bisect_left(self.vocabulary, begin + _AFTER_ALL, low)]

    def sharing(self, words: Sequence[str]) -> list[int]:
        """Numbers of the terms of which a query holds enough, the most first."""
        asked = content(words)
        if len(asked) == 1:
            return self._with(asked[0]) if len(words) == 1 else []
        shared = self._shared(asked)
        letters = sum(map(len, asked))
        found = []
        for at, parts in shared.items():
            share = sum(parts.values()) / (letters + self._letters[at])
            if share >= _SHARE and self._is_enough(at, asked, parts):
                found.append((-share, at))
        return [self.holders[at] for _, at in sorted(found)]

    def _with(self, word: str) -> list[int]:
        """Numbers of the terms that are called so among other words; a lone word is not taken for another."""
        forms = [word] if word in self.names_with else [] if len(word) < _LONE else self._lone_forms(word)
        found = []
        for at in (at for form in forms for at in self.names_with[form][:_MOST_NAMES]):
            share = 2 * len(word) / (len(word) + self._letters[at])
            if at < self._called and share >= _SHARE:
                found.append((-share, at))
        return [self.holders[at] for _, at in sorted(found)]

    def _lone_forms(self, word: str) -> list[str]:
        near = [
            form
            for form, _ in self._forms(word)
            if OSA.normalized_similarity(word, form) >= _NEAR or same_start(word, form) >= _LONE
        ]
        return near or self._sounding(word)

    def _sounding(self, word: str) -> list[str]:
        """Longer words of names that sound the same, and are spelled so by ear."""
        by_ear = as_spelled(word)
        known = self._heard.get(self._lexicon.words.sound([word]), ())
        return [each for each in known if OSA.normalized_similarity(by_ear, as_spelled(each)) >= _NEAR]

    def _shared(self, asked: Sequence[str]) -> dict[int, dict[str, float]]:
        """For each name with a word of the query: the letters that each of these words shares with it."""
        shared: dict[int, dict[str, float]] = {}
        for word in asked:
            for form, quality in self._forms(word):
                names = self.names_with[form]
                for at in names if len(names) <= _MOST_NAMES else ():
                    parts = shared.setdefault(at, {})
                    parts[word] = max(parts.get(word, 0), quality * (len(word) + len(form)))
        return shared

    def _is_enough(self, at: int, asked: Sequence[str], parts: Collection[str]) -> bool:
        rest = [word for word in asked if word not in parts]
        if sum(map(len, rest)) <= (1 - _SHARE_OF_QUERY) * sum(map(len, asked)):
            return True
        return self.tells(self.holders[at], rest)

    def _forms(self, word: str) -> Iterator[tuple[str, float]]:
        """Words of names that are this one, with how surely."""
        if word in self.names_with:
            yield word, 1.0
        if len(word) < _STEM:
            return
        for other in self.begun(word[: max(_STEM - 1, len(word) // 2)]):
            if other != word and len(other) >= _STEM and is_form(word, other):
                yield other, _FORM

    def told(self, words: Sequence[str]) -> list[int]:
        """Numbers of the terms in whose name or meanings all words of a query stand (two at least)."""
        asked = content(words)
        if len(asked) < _FEWEST or self._lexicon.is_large or not set(asked) <= self._known():
            return []
        return [
            number
            for number in range(len(self._lexicon.terms))
            if self._names(number, asked) and self.tells(number, asked)
        ]

    def _known(self) -> frozenset[str]:
        return self._lexicon.read | self.names_with.keys()

    def _names(self, number: int, asked: Sequence[str]) -> bool:
        """Whether a longer word of the query stands in a word of the term's names."""
        term = self._lexicon.terms[number]
        named = self._lexicon.words.of(" ".join((term.name, *term.also)))
        return any(word in each for word in asked if len(word) > _LONG for each in named)

    def tells(self, number: int, asked: Sequence[str]) -> bool:
        """Whether these words stand in the term's names and meanings."""
        term = self._lexicon.terms[number]
        told = self._lexicon.words.of(" ".join((term.name, *term.also, term.plain, term.precise)))
        return set(asked) <= set(told)


class Held:
    """The words of each name, as places in the alphabet."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._places = array("I")
        self._held = array("I")
        self._starts = array("I", (0,))
        self._alphabet: list[str] = []

    def add(self, words: Sequence[str]) -> None:
        """Take in the words of the next name."""
        numbers = self._numbers
        try:
            # Most words are in another name already.
            self._held.extend([numbers[word] for word in words])
        except KeyError:
            self._held.extend([numbers.setdefault(word, len(numbers)) for word in words])
        self._starts.append(len(self._held))

    def finish(self, alphabet: list[str]) -> None:
        """Put them into order; `alphabet` has all of them, sorted."""
        places = {word: place for place, word in enumerate(alphabet)}
        self._places = array("I", (places[word] for word in self._numbers))
        self._alphabet = alphabet
        self._numbers = {}

    def range_of(self, begin: str, *, is_whole: bool = False) -> range:
        """The places of the words that begin so, or of the whole word."""
        low = bisect_left(self._alphabet, begin)
        return range(low, low + 1 if is_whole else bisect_left(self._alphabet, begin + _AFTER_ALL, low))

    def fits(self, at: int, wanted: Sequence[range]) -> bool:
        """Whether this name has a word in each of these ranges."""
        held = [self._places[each] for each in self._held[self._starts[at] : self._starts[at + 1]]]
        return all(any(each in places for each in held) for places in wanted)


def content(words: Iterable[str]) -> list[str]:
    """The words that mean something by themselves."""
    return [word for word in words if word not in LITTLE]


def is_form(one: str, other: str) -> bool:
    """Whether two words are forms of one (prescribing, prescription), or one is the other mistyped."""
    same = same_start(one, other)
    if same > _STEM:
        endings = [_ENDING.match(each[same:]) for each in (one, other)]
        if all(endings) and any(match["ending"] for match in endings if match):
            return True
    return OSA.normalized_similarity(one, other) >= _NEAR
