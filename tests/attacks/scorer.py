"""Guesses who asked what: tries every reading of the loot on some windows, and scores the best on the others.

A *view* pairs something known of each ask with something known of each question and guesses that both stand
in the same order, in the opposite one, or in one that is learned; or it follows what points outright.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.attacks.loot import Window

Guess = list[int | None]
_ORDER = "order"


@dataclass(frozen=True, slots=True)
class Score:
    """How often the best view of the training windows was right there, and on the others."""

    view: str
    views: int
    training_hits: int
    training_questions: int
    hits: int
    questions: int

    @property
    def rate(self) -> float:
        """The share of askers that were found."""
        return self.hits / self.questions

    @property
    def upper_bound(self) -> float:
        """What the rate is below, with 95 % confidence."""
        return upper_bound(self.hits, self.questions)


def score(windows: Sequence[Window], truth: Sequence[Sequence[int]], training: int) -> Score:
    """Fix the rule on the first `training` windows, and score it on the others."""
    known, answers = windows[:training], truth[:training]
    names = sorted({name for window in known for name in _names(window)})
    counted = {name: sum(_tried(name, known, answers)) for name in names}
    # Of views that are right equally often, the plainest.
    best = max(names, key=lambda name: (counted[name], "(learned)" not in name, _ORDER in name, -len(name)))
    rule = _rule(best, known, answers)
    hits = sum(_hits(rule(w), t) for w, t in zip(windows[training:], truth[training:], strict=True))
    return Score(
        best,
        len(names),
        counted[best],
        sum(map(len, answers)),
        hits,
        sum(map(len, truth[training:])),
    )


def upper_bound(hits: int, of: int, confidence: float = 0.95) -> float:
    """The one-sided upper bound of a share (C. J. Clopper and E. S. Pearson, Biometrika 26, 1934, 404-413).

    It is the share at which so few hits have a chance of 1 - `confidence`, found by halving.
    """
    low, high = hits / of, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if chance_of_at_most(hits, of, middle) > 1 - confidence:
            low = middle
        else:
            high = middle
    return high


def chance_of_at_most(hits: int, of: int, share: float) -> float:
    """How likely so few hits, or fewer, are where each of `of` has the chance `share` (0 to 1)."""
    if share in (0.0, 1.0) or hits >= of:
        return float(share == 0.0 or hits >= of)
    return math.fsum(math.exp(_log_chance(count, of, share)) for count in range(hits + 1))


def _log_chance(hits: int, of: int, share: float) -> float:
    ways = math.lgamma(of + 1) - math.lgamma(hits + 1) - math.lgamma(of - hits + 1)
    return ways + hits * math.log(share) + (of - hits) * math.log1p(-share)


# Views: their names, and the rules that they stand for

View = tuple[str, ...]
Rule = Callable[[Window], Guess]


def _names(window: Window) -> Iterator[str]:
    # What is not there for every ask, such as the size of a file that comes and goes, orders none of them.
    whole = {name: each for name, each in window.by_ask.items() if len(each) == len(window.asks)}
    by_ask = [name for name, values in whole.items() if len(set(values)) > 1]
    by_question = [
        name for name, values in window.by_question.items() if len(set(map(_sortable, values))) > 1
    ]
    yield from (
        f"{name} (points)" for name, found in window.pointing.items() if any(f is not None for f in found)
    )
    for question in by_question:
        yield from (f"{ask} ~ {question} ({way})" for ask in by_ask for way in ("same", "opposite"))
        yield f"{_ORDER} ~ {question} (learned)"


def _rule(name: str, known: Sequence[Window], answers: Sequence[Sequence[int]]) -> Rule:
    """The rule of this name; one that is learned is learned from these windows."""
    pair, _, way = name.removesuffix(")").rpartition(" (")
    if way == "points":
        return lambda window: window.pointing.get(pair, [None] * len(window.cards))
    ask, _, question = pair.partition(" ~ ")
    if way == "learned":
        places = _learned(question, known, answers)
        return lambda window: [places.get(rank) for rank in _ranks(window.by_question.get(question, ()))]
    return lambda window: _in_order(window, ask, question, opposite=way == "opposite")


def _in_order(window: Window, ask: str, question: str, *, opposite: bool) -> Guess:
    asks = _ordered(window.by_ask.get(ask, ()))
    if opposite:
        asks.reverse()
    return [asks[rank] if rank < len(asks) else None for rank in _ranks(window.by_question.get(question, ()))]


def _learned(question: str, known: Sequence[Window], answers: Sequence[Sequence[int]]) -> dict[int, int]:
    """Which ask it mostly was, for each rank of a question."""
    counts: dict[int, dict[int, int]] = {}
    for window, right in zip(known, answers, strict=True):
        for rank, ask in zip(_ranks(window.by_question.get(question, ())), right, strict=False):
            counts.setdefault(rank, {})[ask] = counts.get(rank, {}).get(ask, 0) + 1
    return {rank: max(asks, key=lambda ask: asks[ask]) for rank, asks in counts.items()}


def _tried(name: str, known: Sequence[Window], answers: Sequence[Sequence[int]]) -> Iterator[int]:
    """The hits in each training window; a rule that is learned is tried on windows it has not seen."""
    if not name.endswith("(learned)"):
        rule = _rule(name, known, answers)
        yield from (_hits(rule(window), right) for window, right in zip(known, answers, strict=True))
        return
    for left_out in range(len(known)):
        others = [*known[:left_out], *known[left_out + 1 :]], [*answers[:left_out], *answers[left_out + 1 :]]
        yield _hits(_rule(name, *others)(known[left_out]), answers[left_out])


def _ordered(values: Sequence[Any]) -> list[int]:
    """The places of the values, from the least to the greatest."""
    return sorted(range(len(values)), key=lambda place: _sortable(values[place]))


def _ranks(values: Sequence[Any]) -> list[int]:
    ranks = [0] * len(values)
    for rank, place in enumerate(_ordered(values)):
        ranks[place] = rank
    return ranks


def _sortable(value: Any) -> tuple[int, Any]:
    """Values of one column can be of several kinds, and are sorted as SQLite does."""
    if value is None:
        return 0, 0
    kinds = {int: 1, float: 1, tuple: 1, str: 2, bytes: 3}
    return kinds[type(value)], value


def _hits(guess: Sequence[int | None], right: Sequence[int]) -> int:
    """How many are right, where what is not guessed gets what is left, in the order of the cards."""
    left = iter([ask for ask in range(max(right, default=0) + 1) if ask not in guess])
    filled = [next(left, None) if ask is None else ask for ask in (guess or [None] * len(right))]
    return sum(ask == is_so for ask, is_so in zip(filled, right, strict=False))
