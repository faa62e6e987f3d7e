"""Names that are spelled or sound nearly as what was typed, found without comparing all of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.glossary.rules.hearing import as_spelled
from bot.glossary.rules.lexicon import Lexicon, Name

#: Shorter names are alike to too many words.
_SHORTEST = 4
#: How near the spelling must be; if it sounds nearly so; if it sounds the same.
SPELLED = 0.8
_SPELLED_IF_HEARD = 0.6
_SPELLED_IF_SAME, _SPELLED_IF_SHORT = 0.45, 0.61
#: How near the sound must be: nearer for what is short.
HEARD, _HEARD_SHORT = 0.85, 0.9
_SHORT, _SHORT_WORD = 12, 5
#: An acronym of so many letters may be said as a word: GIRFT.
_SAID_AS_WORD = 5
_VOWELS = frozenset("aeiouy")
#: So many of each kind are weighed.
_WEIGHED = 20
#: So many are compared: more take longer than somebody who types should wait.
_COMPARED = 2_500
_AFTER_ALL = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Near:
    """A key, and how near it is: from 0 to 1, the same."""

    score: float
    key: str


class Likeness:
    """Names in the order of their sounds: whoever mistypes or mishears gets the first of them right.

    One is compared with the names that begin with the same sound, or as many sounds as it takes for these to
    be few enough.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._names: dict[str, str] = {}
        self._spelled: list[str] = []
        self._heard: list[str] = []

    def add(self, name: Name) -> None:
        """Take in a name, unless it is an acronym: only long ones are said as words, and misheard."""
        if len(name.key) >= _SHORTEST and (not name.is_acronym or _is_said(name.key)):
            self._names[name.key] = self._lexicon.words.sound(name.words)

    def finish(self) -> None:
        """Put all names that were taken in into order."""
        self._spelled = sorted(self._names, key=self._names.__getitem__)
        self._heard = [self._names[key] for key in self._spelled]
        self._names = {}

    def near(self, key: str, heard: str) -> list[Near]:
        """Names like a key and its sound, the nearest first."""
        if len(key) < _SHORTEST:
            return []
        spelled, sounds = self._beginning_as(heard)
        weighed = {at for *_, at in _extract(key, spelled, SPELLED)}
        weighed |= {at for *_, at in _extract(heard, sounds, HEARD)}
        near = [Near(likeness(key, spelled[at], heard, sounds[at]), spelled[at]) for at in weighed]
        return sorted((each for each in near if each.score), key=lambda each: (-each.score, each.key))

    def begun(self, key: str, heard: str) -> list[str]:
        """Names whose beginning is like a key that is still being typed, the nearest first."""
        if len(key) < _SHORTEST:
            return []
        spelled, sounds = self._beginning_as(heard)
        written = _extract(key, [each[: len(key)] for each in spelled], SPELLED)
        is_enough = len(heard) >= _SHORTEST
        said = _extract(heard, [each[: len(heard)] for each in sounds], _HEARD_SHORT) if is_enough else []
        return [spelled[at] for *_, at in (*written, *said)]

    def _beginning_as(self, heard: str) -> tuple[list[str], list[str]]:
        for size in range(1, max(2, len(heard))):
            low = bisect_left(self._heard, heard[:size])
            high = bisect_left(self._heard, heard[:size] + _AFTER_ALL, low)
            if high - low <= _COMPARED:
                break
        return self._spelled[low : min(high, low + _COMPARED)], self._heard[low : min(high, low + _COMPARED)]


def _is_said(acronym: str) -> bool:
    return len(acronym) >= _SAID_AS_WORD and not _VOWELS.isdisjoint(acronym)


def likeness(one: str, other: str, heard_one: str, heard_other: str) -> float:
    """How alike two keys are; 0 where they are not alike enough to be the same word."""
    spelled = OSA.normalized_similarity(one, other)
    heard = OSA.normalized_similarity(heard_one, heard_other)
    if heard == 1:
        spelled = max(spelled, OSA.normalized_similarity(as_spelled(one), as_spelled(other)))
    near = HEARD if len(heard_one) >= _SHORT else _HEARD_SHORT
    same = _SPELLED_IF_SAME if max(len(one), len(other)) > _SHORT_WORD else _SPELLED_IF_SHORT
    needed = same if heard == 1 else _SPELLED_IF_HEARD if heard >= near else SPELLED
    if spelled >= needed:
        return max(spelled, (spelled + heard) / 2)
    return 0.0


def _extract(key: str, choices: list[str], cutoff: float) -> list[tuple[str, float, int]]:
    return process.extract(
        key, choices, scorer=OSA.normalized_similarity, score_cutoff=cutoff, limit=_WEIGHED
    )
