"""How quickly terms are found among 100,000, how long their index takes to build, and how much it keeps."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.report import Measured
from bot.glossary.rules import Index, Term

TERMS = 100_000
#: The bounds: building; one completion and one scan at p99, in seconds; what the process grows by, in bytes.
MOST_BUILDING = 2.0
MOST_COMPLETING = 0.005
MOST_SCANNING = 0.002
MOST_MEMORY = 150_000_000
MESSAGE = 2_000
_TYPED = 2_000
_MESSAGES = 2_000
#: Calls before it is measured.
_WARM_UP = 100
_WORDS = 30_000
#: What is measured is held against this, too: a machine that is slow or busy is slow in both.
_COUNTED = 10_000

_BEGINNINGS = "b c d f g h j k l m n p r s t v w br cr dr gr pr tr st pl cl ph th sh ch"
_MIDDLES = "a e i o u ea io ou ae"
_ENDS = "n r s t l m x d ct st sis ia ic al ology itis tion ment ity er or ing"
_BEGIN, _MIDDLE, _END = (sounds.split() for sounds in (_BEGINNINGS, _MIDDLES, _ENDS))
_PLAIN = "People who use a service and people who work in it do the work together, from start to finish."
_TALK = (
    "Thank you all for coming on Tuesday; the hall was cold, but we got through a lot. Could somebody send "
    "round what was said about the letters that people get before they see anyone? My neighbour had three. "
)


class Names:
    """Made-up names, from a seed: few of their words are in many names, and many in few."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._words = [self._word() for _ in range(_WORDS)]

    def name(self) -> str:
        """One to four words."""
        words = (self._any_word() for _ in range(self._random.choice((1, 2, 2, 2, 3, 3, 4))))
        return " ".join(words).capitalize()

    def typed(self, name: str) -> str:
        """The beginning of a name, now and then with a wrong letter."""
        begun = name.lower()[: self._random.randint(1, len(name))]
        if len(begun) < 5 or self._random.random() > 0.4:  # noqa: PLR2004 - two in five
            return begun
        at = self._random.randint(1, len(begun) - 1)
        return begun[:at] + self._random.choice("aeiourst") + begun[at + self._random.randint(0, 1) :]

    def _any_word(self) -> str:
        if self._random.random() < 0.5:  # noqa: PLR2004 - half of them
            return self._words[min(int(self._random.paretovariate(0.35)) - 1, _WORDS - 1)]
        return self._random.choice(self._words)

    def _word(self) -> str:
        pick = self._random.choice
        begin = (pick(_BEGIN) + pick(_MIDDLE) for _ in range(self._random.randint(1, 3)))
        return "".join(begin) + pick(_END)


def made_up_terms(amount: int, seed: int) -> list[Term]:
    """Terms with a name; half of the longer ones with a short form, half of all with another name."""
    names, random = Names(seed), Random(seed)
    return [_term(number, names, random) for number in range(amount)]


def _term(number: int, names: Names, random: Random) -> Term:
    name = names.name()
    letters = "".join(word[0] for word in name.split()).upper()
    shorts = (letters,) if len(letters) > 1 and random.random() < 0.5 else ()  # noqa: PLR2004 - half
    also = (names.name(),) if random.random() < 0.5 else ()  # noqa: PLR2004 - half
    texts = (_PLAIN, _PLAIN, _PLAIN)
    return Term(str(number), name, shorts, also, "", *texts, "", (), "", "", None, False, False)


def of_the_glossary(amount: int = TERMS, seed: int = 7) -> tuple[str, bool]:
    """What was measured, to print, and whether all of it keeps the bounds."""
    names, terms = Names(seed), made_up_terms(amount, seed)
    gc.collect()
    before, start, busy = _memory(), time.perf_counter(), time.process_time()
    index = Index(terms)
    built, grown = time.perf_counter() - start, _memory() - before
    busy = time.process_time() - busy
    random = Random(seed)
    typed = [names.typed(random.choice(terms).name) for _ in range(_TYPED)]
    completing = _timed(index.complete, typed)
    messages = [_message(random, terms) for _ in range(_MESSAGES)]
    scanning = _timed(index.find_in, messages)
    is_good = (
        built < MOST_BUILDING
        and grown < MOST_MEMORY
        and completing.waited.at(99) <= MOST_COMPLETING
        and scanning.waited.at(99) <= MOST_SCANNING
    )
    lines = [
        f"Glossary of {amount:,} terms: built in {built:.2f} s (at most {MOST_BUILDING:.0f}), "
        f"{busy:.2f} s of them at work, "
        f"{grown / 1e6:.0f} MB (at most {MOST_MEMORY / 1e6:.0f})",
        _line("Completing", completing, MOST_COMPLETING),
        _line(f"Scanning {MESSAGE:,} characters", scanning, MOST_SCANNING),
        f"{'within' if is_good else 'NOT within'} these bounds.",
    ]
    return "\n".join(lines), is_good


def _line(what: str, timed: _Timed, most: float) -> str:
    counted = _timed(lambda _: sum(range(_COUNTED)), [""] * 999).working.at(50)
    working = timed.working.at(99)
    return (
        f"{what}: p50 {timed.waited.at(50) * 1000:.2f} ms, p99 {timed.waited.at(99) * 1000:.2f} ms (at most "
        f"{most * 1000:.0f}); at work p99 {working * 1000:.2f} ms, {working / counted:.1f} times as long as "
        f"adding up {_COUNTED:,} numbers; {len(timed.waited.seconds):,} calls"
    )


def _message(random: Random, terms: Sequence[Term]) -> str:
    """Talk, with a term in each second sentence."""
    parts = [f"{_TALK} We spoke of {random.choice(terms).name.lower()} too. " for _ in range(10)]
    return "".join(parts)[:MESSAGE]


@dataclass(frozen=True, slots=True)
class _Timed:
    """How long some calls took, and how much of that they were at work, not waiting for a processor."""

    waited: Measured
    working: Measured


def _timed(does: Callable[[str], object], each: Sequence[str]) -> _Timed:
    waited, working = [], []
    for one in each[:_WARM_UP]:
        does(one)
    for one in each:
        start, busy = time.perf_counter(), time.thread_time()
        does(one)
        working.append(time.thread_time() - busy)
        waited.append(time.perf_counter() - start)
    return _Timed(Measured("waited", waited), Measured("at work", working))


def _memory() -> int:
    """What the process holds, in bytes (Linux)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS"))
