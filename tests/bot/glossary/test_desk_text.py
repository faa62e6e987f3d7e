"""What facilitators type in boxes, and what that makes of a term; what they read of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.core.notices import Field, Form
from bot.glossary.rules.checking import Fault, Faulty
from bot.glossary.rules.editing import (
    MOST_THEMES,
    THEMES,
    Meanings,
    Rest,
    boxed_name,
    new,
    reworded,
    state_of,
    themes_of,
    with_rest,
)
from bot.glossary.rules.term import Term
from bot.glossary.text import desk, files
from bot.glossary.text.desk import OnDesk
from bot.glossary.text.files import MOST_FAULTS_SHOWN, Looked
from tests.bot.glossary.drawn import CHECKED, PATHWAY
from tests.bot.glossary.samples import PLAIN
from tests.bot.glossary.samples_of_desk import full


def typed(form: Form) -> dict[str, str]:
    """What stands in the boxes of a form to begin with."""
    return {
        box.name: box.value if isinstance(box, Field) else getattr(box, "chosen", "") for box in form.fields
    }


def meanings(term: Term) -> Meanings:
    return Meanings(boxed_name(term), term.plain, term.precise, term.example)


@pytest.mark.parametrize("term", [PATHWAY, CHECKED, PLAIN, full("x")], ids=lambda term: term.name[:8])
def test_a_form_that_is_sent_as_it_opened_changes_nothing(term: Term) -> None:
    first = typed(desk.change_form(term))
    assert first.pop("reason") == ""
    assert reworded(term, Meanings(**first)) == term
    assert with_rest(term, Rest(**typed(desk.more_form(term, themes_of((), term.theme))))) == term


@pytest.mark.parametrize("term", [PATHWAY, full("x"), full("*")], ids=lambda term: term.name[:8])
def test_the_longest_word_fits_into_its_boxes(term: Term) -> None:
    for form in (desk.change_form(term), desk.more_form(term, THEMES), desk.sign_form(term)):
        for box in form.fields:
            assert not isinstance(box, Field) or len(box.value) <= box.most, box.name


def test_short_forms_come_after_bars() -> None:
    term = new(Meanings("  Care  board |CB| cb | ", "Plain.", "", ""), "nhs")
    assert (term.name, term.shorts, term.theme) == ("Care board", ("CB", "cb"), "nhs")
    assert new(Meanings(" | ", "Plain.", "", ""), "nhs").name == ""


def test_other_meanings_are_nobodys_until_they_are_signed_and_checked_again() -> None:
    term = replace(CHECKED, by="Elowen Biscuit")
    changed = reworded(term, replace(meanings(term), example="On the pathway."))
    assert (changed.by, changed.checked_on, changed.is_official) == ("", None, True)
    assert not reworded(term, replace(meanings(term), precise="A plan.")).is_official
    assert reworded(term, meanings(term)).by == "Elowen Biscuit"


def test_a_state_is_another_one_for_each_change() -> None:
    others = [
        replace(PATHWAY, plain="x"),
        replace(PATHWAY, by="x"),
        replace(PATHWAY, checked_on=date(2026, 5, 14)),
        replace(PATHWAY, is_checked_by_lay=True),
    ]
    assert len({state_of(each) for each in (PATHWAY, *others)}) == len(others) + 1
    assert state_of(PATHWAY) == state_of(replace(PATHWAY))


def test_a_term_can_keep_its_theme_however_many_there_are() -> None:
    many = [replace(PATHWAY, theme=f"theme {at}") for at in range(50)]
    themes = themes_of(many, "theme 49")
    assert themes[: len(THEMES)] == THEMES
    assert "theme 49" in themes
    assert len(themes) == MOST_THEMES
    assert themes_of(()) == THEMES


def test_a_hidden_word_can_be_shown_again_and_nothing_else_is_done_with_it() -> None:
    actions = [button.action for button in desk.word(OnDesk(PLAIN, is_hidden=True)).buttons]
    assert actions == ["glossary_desk:show", "glossary_desk:history", "glossary_desk:open"]


def test_a_preview_names_the_first_faults_and_counts_the_others() -> None:
    faulty = tuple(Faulty(line, "x", Fault.NO_PLAIN) for line in range(2, 22))
    notice = files.preview(Looked("k", 0, 3, 0, faulty))
    shown = [part.values["line"] for part in notice.parts if part.id == "glossary-fault-no-plain"]  # type: ignore[union-attr]
    assert shown == list(range(2, 2 + MOST_FAULTS_SHOWN))
    (more,) = [part for part in notice.parts if part.id == "glossary-files-more-faults"]  # type: ignore[union-attr]
    assert more.values == {"count": len(faulty) - MOST_FAULTS_SHOWN}  # type: ignore[union-attr]
    assert [button.action for button in notice.buttons] == ["glossary_desk:open"], "nothing can be taken in"
