"""What a file would do with the terms that are there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.glossary.rules.checking import key_of
from bot.glossary.rules.merging import compare, to_take
from bot.glossary.rules.reading import read
from bot.glossary.rules.term import Term
from bot.glossary.rules.writing import csv_of
from tests.bot.glossary.drawn import CHECKED, PATHWAY, terms

HERE = replace(CHECKED, id="x1", by="Amina Yusuf")
AWAY = replace(PATHWAY, id="x2", name="Referral")


def file_of(*written: Term) -> bytes:
    return csv_of(written)


def test_each_row_is_new_the_same_or_in_conflict() -> None:
    changed = replace(PATHWAY, plain="Another way to say it.", said="as it is written")
    other_theme = replace(PATHWAY, theme="research")
    other = replace(PATHWAY, name="Audit")
    there = (HERE, replace(other, id="x3"))
    preview = compare(read(file_of(changed, other_theme, other, replace(AWAY, plain="New."))), there, [AWAY])
    assert preview.new == (other_theme, replace(AWAY, plain="New."))
    assert [term.id for term in preview.same] == ["x3"]
    (conflict,) = preview.conflicts
    assert (conflict.here, conflict.columns) == (HERE, ("plain", "said"))
    assert preview.every == {"x1"}


def test_what_is_changed_is_nobodys_here_and_has_to_be_checked_again() -> None:
    preview = compare(read(file_of(replace(PATHWAY, plain="Another way to say it."))), [HERE])
    (theirs,) = to_take(preview, preview.every, by="A shared glossary")
    assert theirs == replace(
        HERE,
        plain="Another way to say it.",
        by="A shared glossary",
        checked_on=None,
        is_checked_by_lay=False,
        is_official=False,
    )
    edited = compare(read(file_of(replace(CHECKED, plain="Another."))), [HERE]).conflicts[0].theirs
    assert not edited.is_checked_by_lay, "a file cannot say that a new wording was checked by her"
    assert edited.checked_on == date(2026, 5, 14)


def test_a_mark_alone_changes_nobodys_words() -> None:
    preview = compare(read(file_of(replace(CHECKED, checked_on=date(2027, 5, 1)))), [HERE])
    (theirs,) = to_take(preview, preview.every, by="A shared glossary")
    assert theirs == replace(HERE, checked_on=date(2027, 5, 1))


def test_a_column_that_is_not_in_the_file_changes_nothing() -> None:
    preview = compare(read(f"term,theme,plain\ncare PATHWAY,NHS,{HERE.plain}\n".encode()), [HERE])
    assert [each.columns for each in preview.conflicts] == [("term", "theme")], "its capital letters"
    assert preview.conflicts[0].theirs.related == HERE.related


def test_hers_is_kept_unless_the_files_is_chosen() -> None:
    preview = compare(read(file_of(replace(PATHWAY, plain="Another."), replace(PATHWAY, name="B"))), [HERE])
    assert [term.name for term in to_take(preview)] == ["B"]
    assert [term.name for term in to_take(preview, {"x1"})] == ["B", "Care pathway"]
    assert [term.name for term in to_take(preview, {"something else"})] == ["B"]


def test_of_two_that_are_there_the_first_is_meant() -> None:
    preview = compare(read(file_of(PATHWAY)), [replace(PATHWAY, id="own"), replace(HERE, id="starter")])
    assert [term.id for term in preview.same] == ["own"]


@given(
    there=st.lists(terms, max_size=4, unique_by=key_of), more=st.lists(terms, max_size=4, unique_by=key_of)
)
@settings(deadline=None)
def test_whoever_takes_everything_has_the_file_and_what_it_did_not_have(
    there: list[Term], more: list[Term]
) -> None:
    shown = {str(number): replace(term, id=str(number)) for number, term in enumerate(there)}
    preview = compare(read(csv_of(more)), list(shown.values()))
    for number, term in enumerate(to_take(preview, preview.every)):
        id_ = term.id or f"new {number}"
        shown[id_] = replace(term, id=id_)
    again = compare(read(csv_of(more)), list(shown.values()))
    assert again.new == ()
    marks = {"checked", "lay", "official"}
    assert all(set(each.columns) <= marks for each in again.conflicts), "but for marks that have to be earned"
    assert {key_of(term) for term in shown.values()} == {key_of(term) for term in [*there, *more]}
