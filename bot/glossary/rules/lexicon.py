"""Every name of every term as a key, made once; what looks up, completes and spots is built of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from bot.glossary.rules.acronyms import is_acronym
from bot.glossary.rules.hearing import respelled, sound
from bot.glossary.rules.spelling import WORD, bare, joined, plain_word, read
from bot.glossary.rules.term import Term

#: A glossary of more terms is compared less widely: what is mistyped is sought among names that begin alike.
LARGE = 20_000
#: Of so many terms, the first, the texts are read.
_MOST_READ = 1_500
#: What is shorter sounds like too much.
_FEWEST_SOUNDS = 4

Numbers = tuple[int, ...]


class Kind:
    """What a name is to its term; what it is called counts most."""

    NAME: Final = 0
    SHORT: Final = 1
    OTHER: Final = 2


class Name(NamedTuple):
    """One name of the term with this number: as written, its plain words, and its key."""

    number: int
    kind: int
    written: str
    words: tuple[str, ...]
    key: str
    is_acronym: bool


class Words:
    """Words made plain, each once: most names of a large glossary are made of the same ones."""

    def __init__(self) -> None:
        self._plain: dict[str, str] = {}
        self._sounds: dict[str, str] = {}
        self._is_kept = True

    def close(self) -> None:
        """Keep no further word: from now on they are those of people, who leave no trace."""
        self._is_kept = False

    def of(self, text: str) -> list[str]:
        """As `spelling.words`."""
        known = self._plain
        try:
            # Most names of a large glossary are known words with nothing but spaces between.
            return [known[word] for word in text.split()]
        except KeyError:
            found = WORD.findall(read(text))
            return [known[word] if word in known else self._new(word) for word in found]

    def plain(self, word: str) -> str:
        """One word of a text, plain; several, where one sign stands for them, in one."""
        return self._plain.get(word) or (self._new(word) if word.isascii() else joined(self.of(word)))

    def sound(self, words: Sequence[str]) -> str:
        """What plain words sound like, one after the other."""
        known = self._sounds
        try:
            return "".join([known[word] for word in words])
        except KeyError:
            return "".join([known[word] if word in known else self._new_sound(word) for word in words])

    def _new(self, word: str) -> str:
        # Most words with a capital are known in small letters, or will be asked for so.
        small = word.lower()
        plain = self._plain.get(small) or plain_word(small)
        if self._is_kept:
            self._plain[word] = self._plain[small] = plain
        return plain

    def _new_sound(self, word: str) -> str:
        heard = sound(word)
        if self._is_kept:
            self._sounds[word] = heard
        return heard


def names_of(terms: Sequence[Term], words: Words) -> Iterator[Name]:
    """What all terms are called, then their short forms, then their other names."""
    written: Iterator[tuple[int, int, str]] = chain(
        ((number, Kind.NAME, term.name) for number, term in enumerate(terms)),
        ((number, Kind.SHORT, short) for number, term in enumerate(terms) for short in term.shorts),
        ((number, Kind.OTHER, name) for number, term in enumerate(terms) for name in term.also),
    )
    for number, kind, text in written:
        if is_acronym(text):
            yield Name(number, kind, text, (small := bare(text),), small, True)
        elif plain := tuple(words.of(text)):
            yield Name(number, kind, text, plain, "".join(plain), False)


class Lexicon:
    """`keys` gives the numbers of the terms that a key names, those that are called so first.

    The first `own` of the keys are names and short forms, the rest other names. `acronyms` gives short forms
    by their small letters, as they are written; `heard` the terms that tell how they sound; `read` the words
    of the first terms' texts, which are spelled right. Numbers are places in `terms`.
    """

    def __init__(self, terms: Sequence[Term], words: Words) -> None:
        self.terms = tuple(terms)
        self.words = words
        self.keys: dict[str, Numbers] = {}
        self.acronyms: dict[str, tuple[tuple[str, int], ...]] = {}
        self.heard: dict[str, Numbers] = {}
        self.own = 0
        for number, term in enumerate(self.terms):
            if term.said:
                self._hear(number, term)
        self.read = self._read()

    @property
    def is_large(self) -> bool:
        """Whether comparing with all names takes too long."""
        return len(self.terms) > LARGE

    def add(self, name: Name) -> None:
        """Take in a name: one of `names_of`, in its order."""
        number, kind, _, _, key, is_acronym = name
        put(self.keys, key, number)
        if kind != Kind.OTHER:
            self.own = len(self.keys)
        if is_acronym:
            small = key
            self.acronyms[small] = (
                *self.acronyms.get(small, ()),
                (name.written.replace(".", ""), name.number),
            )

    def _hear(self, number: int, term: Term) -> None:
        for spelled in respelled(term.name, term.said, bool(term.shorts)):
            heard = sound(spelled)
            if len(heard) >= _FEWEST_SOUNDS:
                put(self.heard, heard, number)

    def _read(self) -> frozenset[str]:
        texts = ((term.plain, term.precise, term.example) for term in self.terms[:_MOST_READ])
        return frozenset(chain.from_iterable(self.words.of(text) for three in texts for text in three))

    def terms_of(self, numbers: Numbers) -> tuple[Term, ...]:
        """The terms with these numbers."""
        return tuple(map(self.terms.__getitem__, numbers))


def put(table: dict[str, Numbers], key: str, number: int) -> None:
    """Add a number to those of a key, once."""
    new = (number,)
    before = table.setdefault(key, new)
    if before is not new and number not in before:
        table[key] = before + new
