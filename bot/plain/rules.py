"""What in a text is hard to read: long sentences, long words, letters that stand for words.

A first sieve only, and for the writer alone: it knows no meaning. The bounds are those of NHS style and of
the Patient Information Forum (reading age 9 to 11). The reading age is SMOG (McLaughlin, 1969), with 5 added
to make a school grade an age; of a short text it says nothing, so there it is not given.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

#: Words in a sentence, at most.
LONGEST_SENTENCE = 20
#: A word with so many syllables is a long one.
LONG_WORD = 3
#: The share of words that may be long; but this many may be in any text, however short.
LONG_WORDS_SHARE, LONG_WORDS_ALWAYS = 0.10, 2
#: SMOG needs at least as much as this.
_WORDS_FOR_AN_AGE, _SENTENCES_FOR_AN_AGE = 100, 10
_GRADE_TO_AGE = 5

_MARKUP = re.compile(
    r"<(?:@[&!]?|#)\d+>|<t:\d+(?::\w)?>|https?://\S+|^\s*(?:#{1,3}|-#|>|[-*]|\d+\.)\s+|[*_`~|]+", re.M
)
_MENTION = re.compile(r"<(?:@[&!]?|#)\d+>|<t:\d+(?::\w)?>|https?://\S+")
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:[’'\-.,/&@:][^\W_]+)*")
_FEWEST_CAPITALS = 2

_GROUP = re.compile(r"[aeiouy]+")
#: Two vowels next to each other that are said apart.
_APART = re.compile(
    r"ia(?!l\b|n\b|n[cst])|i[ou](?!s\b|r\b|n)|eo(?!u)(?<!peo)|ua(?!r)|uou|oev|(?<=\w\w)ea\b"
    r"|[aeiou]ing\b|[^aeiou]ying\b|[^aeiou]ier\b|rea(?:te|li|ct)|sci"
)
#: An `e` that is not said, at the end or before what was put behind it.
_SILENT = re.compile(
    r"(?<=[^aeiouy])(?<![^aeiouy]l)e\b|(?<=[^aeiouytd])ed\b|(?<=[^aeiouycsgxz])(?<![csz]h)(?<![^aeiouy]l)es\b"
    r"|(?<=[^aeiouyl])e(?=(?:ful|ly|ments?|less|ness|where|things?|times?|body|one)\b)"
)


class Fault(StrEnum):
    """What makes a text hard."""

    LONG_SENTENCE = "long-sentence"
    LONG_WORDS = "long-words"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault and where it is: the sentence, the long words, or the letters."""

    fault: Fault
    found: str


@dataclass(frozen=True, slots=True)
class Known:
    """What readers have had explained: whole words in small letters, and letters as they are written."""

    words: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Report:
    """What was found. `age` is a rough reading age in years, None of a text that is too short for one."""

    words: int
    sentences: tuple[str, ...]
    long_words: tuple[str, ...]
    age: int | None
    findings: tuple[Finding, ...]


def look(text: str, known: Known = Known()) -> Report:
    """Look at a text, Discord's markup and all. Raises nothing; an empty text has no findings."""
    said = tuple(sentences(text))
    every = [word for sentence in said for word in words(sentence)]
    hard = tuple(word for word in every if is_long(word))
    excused = tuple(word for word in hard if not _is_known(word, known.words))
    found = [Finding(Fault.LONG_SENTENCE, each) for each in said if len(words(each)) > LONGEST_SENTENCE]
    if len(excused) > max(LONG_WORDS_ALWAYS, LONG_WORDS_SHARE * len(every)):
        found.append(Finding(Fault.LONG_WORDS, ", ".join(dict.fromkeys(excused))))
    found += [Finding(Fault.ACRONYM, each) for each in unexplained(text, known.acronyms)]
    return Report(len(every), said, hard, _age(len(every), len(said), len(hard)), tuple(found))


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without markup. A new line begins a new one."""
    # A name, a channel or an address is one word to whoever reads it.
    plain = _MARKUP.sub(lambda match: "7" if _MENTION.match(match[0]) else "", text)
    yield from (part.strip() for part in _END.split(plain) if part and _WORD.search(part))


def words(sentence: str) -> list[str]:
    """The words of a sentence; a number is one, and so is what a hyphen joins."""
    return _WORD.findall(sentence)


def syllables(word: str) -> int:
    """How many syllables an English word has: a guess, right about "three or more" in 98 of 100."""
    small = re.sub(r"['’]s?$", "", word.lower())
    groups = len(_GROUP.findall(small)) + len(_APART.findall(small))
    return max(1, groups - len(_SILENT.findall(small)))


def is_long(word: str) -> bool:
    """Whether a word has three syllables or more; of what a hyphen joins, whether a part has."""
    return any(part.isalpha() and syllables(part) >= LONG_WORD for part in re.split(r"[-/.]", word))


def unexplained(text: str, known: Collection[str] = ()) -> list[str]:
    """Letters that stand for words and that neither this text nor `known` explains; each once."""
    found = dict.fromkeys(word for each in sentences(text) for word in words(each) if _is_acronym(word))
    return [word for word in found if _singular(word) not in known and not is_explained(word, text)]


def _is_acronym(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return capitals >= _FEWEST_CAPITALS and 2 * capitals >= len(letters)


def _singular(word: str) -> str:
    return re.sub(r"['’]?s$", "", word)


def is_explained(word: str, text: str) -> bool:
    """Whether letters stand in brackets behind words in a text, or have words in brackets behind them."""
    bare = re.escape(_singular(word))
    behind = rf"[^\W\d_]{{2,}}[*_ ]*\((?:or |the )?{bare}s?\)"
    before = rf"{bare}s?[*_ ]*\((?=[^()]*[^\W\d_]{{2,}} )"
    return bool(re.search(behind, text) or re.search(before, text))


def _is_known(word: str, known: Collection[str]) -> bool:
    small = re.sub(r"['’]s$", "", word.lower())
    return small in known or small.removesuffix("s") in known or small.removesuffix("ly") in known


def _age(words_: int, sentences_: int, long_: int) -> int | None:
    if words_ < _WORDS_FOR_AN_AGE or sentences_ < _SENTENCES_FOR_AN_AGE:
        return None
    return round(1.0430 * math.sqrt(long_ * 30 / sentences_) + 3.1291 + _GRADE_TO_AGE)
