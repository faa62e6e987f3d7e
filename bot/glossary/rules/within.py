"""Which terms a longer question asks for: "they keep saying fidelity what is it", "pls explain fidellity"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.glossary.rules.acronyms import could_be_word
from bot.glossary.rules.asking import FRAME
from bot.glossary.rules.everyday import company_of, is_known
from bot.glossary.rules.found import How
from bot.glossary.rules.lexicon import Lexicon, Numbers
from bot.glossary.rules.likeness import Likeness
from bot.glossary.rules.parts import LITTLE
from bot.glossary.rules.spelling import WORD, bare, joined, plain_word

_FRAME = frozenset(map(plain_word, FRAME.split())) | LITTLE
#: Words of a name, at most; of a mistyped one.
_MOST, _MOST_MISTYPED = 8, 4
#: An abbreviation in capitals has so many letters at most: what is longer may be a word that is shouted.
_SHORT_FORM = 5
_VOWELS = frozenset("aeiouy")
#: A mistyped name has so many letters.
_SHORTEST = 6
#: How near several words have to be to a name that is longer than the one in them.
_ALL_BUT = 0.9
#: The share of the letters of a query, without those of words that only ask, that a name has to have.
_SHARE = 0.5
#: The same of a question for an everyday word.
_MOST_OF_IT = 0.7


class Query:
    """The words of a query: as typed, plain, and whether they only ask."""

    def __init__(self, lexicon: Lexicon, asked: str) -> None:
        self.typed = WORD.findall(asked)
        self.plain = [lexicon.words.plain(word) for word in self.typed]
        self.is_shouted, self.is_small = asked.isupper(), asked.islower() or asked.istitle()
        self._letters = [0 if word in _FRAME else len(word) for word in self.plain]

    @property
    def is_question(self) -> bool:
        """Whether some of its words only ask."""
        return not all(self._letters)

    @property
    def is_short_form(self) -> bool:
        """Whether it asks for one word of letters that nobody says: BBC, dvla, though in no glossary."""
        at = [number for number, letters in enumerate(self._letters) if letters]
        if len(at) != 1:
            return False
        typed = self.typed[at[0]]
        is_capital = typed.isupper() and len(typed) <= _SHORT_FORM
        return is_capital or (typed.isalpha() and _VOWELS.isdisjoint(typed.casefold()))

    def core(self) -> list[str]:
        """Its plain words without those at both ends that only ask."""
        at = [number for number, letters in enumerate(self._letters) if letters]
        return self.plain[at[0] : at[-1] + 1] if at else []

    def windows(self, most: int) -> Iterator[tuple[int, int]]:
        """Where parts of it begin and end, the longest first."""
        for size in range(min(most, len(self.plain)), 0, -1):
            yield from ((at, at + size) for at in range(len(self.plain) - size + 1))

    def share(self, start: int, end: int) -> float:
        """Of the letters of the words that do not only ask, how many are in a part of it."""
        return sum(self._letters[start:end]) / max(1, sum(self._letters))

    def is_capital(self, at: int) -> bool:
        """Whether a word stands in capitals, where not all of them do."""
        return len(self.typed[at]) > 1 and self.typed[at].isupper() and not self.is_shouted


def named_in(lexicon: Lexicon, query: Query) -> Iterator[tuple[Numbers, How]]:
    """The terms that a part of a query names: in so many words, else nearly so."""
    taken: set[int] = set()
    for start, end in query.windows(_MOST):
        numbers = () if taken & set(range(start, end)) else _named(lexicon, query, start, end)
        if numbers:
            taken |= set(range(start, end))
            yield numbers, How.PART


def _named(lexicon: Lexicon, query: Query, start: int, end: int) -> Numbers:
    key = joined(query.plain[start:end])
    small = bare(query.typed[start]) if end - start == 1 else ""
    short = next((each for each in (small, small.removesuffix("s")) if each and each in lexicon.acronyms), "")
    share = query.share(start, end)
    is_clear = query.is_capital(start) or "." in query.typed[start] or not could_be_word(short)
    if short and (share == 1 or is_clear):
        return lexicon.keys[short]
    if key not in lexicon.keys or not share:
        return ()
    if company_of(key, is_capital=False) or (short and company_of(short, is_capital=True)):
        is_it = share == 1 or (query.is_question and share >= _MOST_OF_IT)
        return lexicon.keys[key] if is_it else ()
    return lexicon.keys[key] if share >= _SHARE or query.is_question else ()


def longer_in(lexicon: Lexicon, likeness: Likeness, query: Query) -> Iterator[tuple[Numbers, How]]:
    """The terms that some words of a query all but name, though one of these is a name by itself.

    "Implementation sience" does not ask for implementation.
    """
    for start, end in query.windows(_MOST_MISTYPED):
        words = query.plain[start:end]
        key = joined(words)
        if key in lexicon.keys or words[0] in _FRAME or words[-1] in _FRAME:
            continue
        if any(joined(words[at:to]) in lexicon.keys for at, to in combinations(range(len(words) + 1), 2)):
            near = likeness.near(key, lexicon.words.sound(words))
            yield from ((lexicon.keys[each.key], How.ALIKE) for each in near if each.score >= _ALL_BUT)


def nearly_named_in(lexicon: Lexicon, likeness: Likeness, query: Query) -> Iterator[tuple[Numbers, How]]:
    """The terms that some words of a query nearly name, where these are most of what it asks."""
    for start, end in query.windows(_MOST_MISTYPED):
        words = query.plain[start:end]
        if query.share(start, end) < _SHARE or not _is_mistyped(lexicon, words):
            continue
        key = joined(words)
        for near in likeness.near(key, lexicon.words.sound(words)) if len(key) >= _SHORTEST else ():
            yield lexicon.keys[near.key], How.ALIKE


def _is_mistyped(lexicon: Lexicon, words: Sequence[str]) -> bool:
    """Whether a part neither begins nor ends with a word that only asks, and holds a mistyped one."""
    is_bare = words[0] not in _FRAME and words[-1] not in _FRAME
    return is_bare and not all(word in lexicon.read or word in _FRAME or is_known(word) for word in words)
