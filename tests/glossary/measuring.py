"""Reads a folder of look-ups and sentences, and counts what is found of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

#: What a way of looking up gives for a query: the names of the terms of each hit, best first.
LookUp = Callable[[str], list[set[str]]]
#: What a way of spotting gives for a text: the names of its terms.
FindIn = Callable[[str], set[str]]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of 1, or how many; `missed` says what went wrong, line by line."""

    first: float
    in_three: float
    nonsense: int
    ordinary: int
    recall: float
    precision: float
    missed: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"first {self.first:.1%}, in three {self.in_three:.1%}, nonsense answered {self.nonsense}, "
            f"ordinary words found {self.ordinary}, recall {self.recall:.1%}, precision {self.precision:.1%}"
        )


def measure(folder: Path, look_up: LookUp, find_in: FindIn) -> Figures:
    """Both ways on the four files of a folder.

    `lookups.tsv` and `holding.tsv` hold a text, a tab, and the names of the terms, divided by " | ": all of
    them must be in one hit, or be found. `nonsense.txt` and `ordinary.txt` hold texts without any.
    """
    missed: list[str] = []
    lookups = _pairs(folder / "lookups.tsv")
    places = [_place(wanted, look_up(query)) for query, wanted in lookups]
    missed += [f"look-up: {pair[0]}" for pair, place in zip(lookups, places, strict=True) if place != 0]
    answered = [line for line in _lines(folder / "nonsense.txt") if look_up(line)]
    missed += [f"nonsense: {line}" for line in answered]
    wrong = [(line, name) for line in _lines(folder / "ordinary.txt") for name in sorted(find_in(line))]
    missed += [f"ordinary: {line} -> {name}" for line, name in wrong]
    holding = [(text, wanted, find_in(text)) for text, wanted in _pairs(folder / "holding.tsv")]
    missed += [f"holding: {text} -> {wanted ^ found}" for text, wanted, found in holding if wanted != found]
    right = sum(len(wanted & found) for _, wanted, found in holding)
    return Figures(
        first=sum(place == 0 for place in places) / len(lookups),
        in_three=sum(place is not None for place in places) / len(lookups),
        nonsense=len(answered),
        ordinary=len(wrong),
        recall=right / sum(len(wanted) for _, wanted, _ in holding),
        precision=right / max(1, sum(len(found) for *_, found in holding)),
        missed=tuple(missed),
    )


def _place(wanted: set[str], hits: list[set[str]]) -> int | None:
    return next((at for at, hit in enumerate(hits[:3]) if wanted <= hit), None)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line]


def _pairs(path: Path) -> list[tuple[str, set[str]]]:
    pairs = (line.rsplit("\t", 1) for line in _lines(path))
    return [(text, {name.strip() for name in names.split("|")}) for text, names in pairs]
