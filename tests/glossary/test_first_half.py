"""The half of the test set that the matcher was tuned on; the figures are printed, beside two plain ways'."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.glossary.rules import Index, Term
from tests.bot.glossary.making import starter_index, starter_terms, term
from tests.glossary.measuring import Figures, measure
from tests.glossary.plain_ways import PlainAutomaton, PlainRapidfuzz

FIRST = Path(__file__).parent / "first"


def of_ours(folder: Path, index: Index) -> Figures:
    return measure(
        folder,
        lambda query: [{each.name for each in found.terms} for found in index.look_up(query)],
        lambda text: {each.name for spot in index.find_in(text) for each in spot.terms},
    )


def of_plain_ways(folder: Path, terms: list[Term]) -> Figures:
    return measure(folder, PlainRapidfuzz(terms).look_up, PlainAutomaton(terms).find_in)


def test_what_people_type_and_hear_is_found_and_ordinary_words_are_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ours, plain = of_ours(FIRST, starter_index()), of_plain_ways(FIRST, starter_terms())
    with capsys.disabled():
        sys.stdout.write(f"\nours:                       {ours}\nplain WRatio and automaton: {plain}\n")
    assert ours.first >= 0.95, ours.missed
    assert ours.in_three >= 0.99, ours.missed
    assert ours.nonsense == 0, ours.missed
    assert ours.ordinary == 0, ours.missed
    assert ours.recall >= 0.95, ours.missed
    assert ours.first > plain.first
    assert ours.recall > plain.recall
    assert ours.precision > plain.precision


def test_what_is_not_found_and_what_is_found_wrongly_is_counted(tmp_path: Path) -> None:
    (tmp_path / "lookups.tsv").write_text("gowt\tGout\nmsk\tMusculoskeletal\n", encoding="utf-8")
    (tmp_path / "nonsense.txt").write_text("gout\n", encoding="utf-8")
    (tmp_path / "ordinary.txt").write_text("My gout.\nNothing.\n", encoding="utf-8")
    (tmp_path / "holding.tsv").write_text("Gout and MSK.\tMusculoskeletal\n", encoding="utf-8")
    figures = of_ours(tmp_path, Index([term("Gout")]))
    assert (figures.first, figures.in_three) == (0.5, 0.5)
    assert (figures.nonsense, figures.ordinary) == (1, 1)
    assert (figures.recall, figures.precision) == (0, 0)
    assert len(figures.missed) == 4
