"""What each half of the test set has to keep to, and its figures beside those of two plain ways."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from bot.glossary.rules import Index, Term
from tests.bot.glossary.making import starter_index, starter_terms
from tests.glossary.measuring import Figures, measure
from tests.glossary.plain_ways import PlainAutomaton, PlainRapidfuzz


def of_ours(folder: Path, index: Index) -> Figures:
    return measure(
        folder,
        lambda query: [{each.name for each in found.terms} for found in index.look_up(query)],
        lambda text: {each.name for spot in index.find_in(text) for each in spot.terms},
    )


def of_plain_ways(folder: Path, terms: list[Term]) -> Figures:
    return measure(folder, PlainRapidfuzz(terms).look_up, PlainAutomaton(terms).find_in)


def hold_to_bounds(folder: Path, called: str) -> None:
    """Print the figures of a half, and hold them to the bounds and to the plain ways'."""
    ours, plain = of_ours(folder, starter_index()), of_plain_ways(folder, starter_terms())
    sys.stdout.write(
        f"\n{called}\nours:                                  {ours}"
        f"\nplain rapidfuzz (WRatio), Aho-Corasick: {plain}\n"
    )
    assert ours.first >= 0.95, ours.missed
    assert ours.in_three >= 0.99, ours.missed
    assert ours.nonsense == 0, ours.missed
    assert ours.ordinary == 0, ours.missed
    assert ours.recall >= 0.95, ours.missed
    assert ours.first > plain.first
    assert ours.in_three > plain.in_three
    assert ours.recall > plain.recall
    assert ours.precision > plain.precision


def hold_to_hashes(folder: Path) -> None:
    """A half that was written blind is still the one whose hashes were fixed beforehand."""
    lines = (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    fixed = {name: digest for digest, name in (line.split() for line in lines)}
    assert set(fixed) == {"lookups.tsv", "holding.tsv", "nonsense.txt", "ordinary.txt"}
    assert fixed == {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in fixed}
