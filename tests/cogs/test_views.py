"""Presses find their method: whatever the bot shows leads somewhere, and fits what Discord takes."""

from __future__ import annotations

import pytest

from bot.core.deliveries import new_key
from bot.core.notices import Button, Field, Form, Line, Notice
from bot.core.wording import DEFAULT_LOCALE, Wording
from cogs._views import Router, modal
from config.settings import WORDING
from tests.bot.samples import all_buttons, all_shown
from tests.cogs.samples import cogs, communities

WORDS = Wording(WORDING)
LOCALES = WORDS.locales
SHOWN = all_shown()
FORMS = [each for _, each in SHOWN if isinstance(each, Form)]
BUTTONS = all_buttons()


def leads_nowhere(buttons: list[Button], forms: list[Form]) -> set[str]:
    """The actions that no cog answers to."""
    answered = {(mark.kind == "form", mark.action) for cog in cogs() for mark, _ in cog.marked()}
    shown = {(False, button.action) for button in buttons} | {(True, form.action) for form in forms}
    return {action for _, action in shown - answered}


def test_every_button_and_every_form_leads_somewhere() -> None:
    assert len(BUTTONS) > 50
    assert len(FORMS) >= 2
    assert leads_nowhere(BUTTONS, FORMS) == set()


def test_a_button_that_leads_nowhere_is_found() -> None:
    """The planted fault."""
    planted = Button("questions:forgotten", "question-button-mine")
    lost = Form("questions:mine", "", "question-form-title", ())
    assert leads_nowhere([*BUTTONS, planted], [*FORMS, lost]) == {"questions:forgotten", "questions:mine"}


def test_nothing_that_leads_somewhere_is_shown_nowhere() -> None:
    """A method that no button reaches is a promise that nobody can find."""
    shown = {(False, button.action) for button in BUTTONS} | {(True, form.action) for form in FORMS}
    answered = {(mark.kind == "form", mark.action) for cog in cogs() for mark, _ in cog.marked()}
    assert answered - shown == set()


def test_a_custom_id_fits_and_tells_action_and_token_apart() -> None:
    for each in (*BUTTONS, *FORMS):
        assert len(each.custom_id) <= 100
        assert each.custom_id.rpartition(":")[::2] == (each.action, each.token)


def test_the_row_of_a_notice_has_no_two_buttons_with_one_custom_id() -> None:
    for _, each in SHOWN:
        if isinstance(each, Notice):
            ids = [button.custom_id for button in each.buttons]
            assert len(ids) == len(set(ids)) <= 5


def too_long(buttons: list[Button], forms: list[Form], wording: Wording, locale: str) -> set[str]:
    """The ids of labels that Discord would refuse."""
    limits = [(button.label, 80) for button in buttons]
    for form in forms:
        limits.append((form.title, 45))
        for box in form.fields:
            limits += [(box.label, 45), (box.hint, 100)]
    return {id_ for id_, most in limits if not 0 < len(wording.say(Line(id_), locale)) <= most}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_label_fits(locale: str) -> None:
    assert too_long(BUTTONS, FORMS, WORDS, locale) == set()


def test_a_label_that_is_too_long_is_found() -> None:
    """The planted fault: sentences in place of labels."""
    box = Field("text", "question-form-hint", "question-promise-host", 10)
    form = Form("questions:ask", "", "question-form-intro", (box,))
    button = Button("questions:mine", "question-urgent")
    planted = {"question-form-hint", "question-promise-host", "question-form-intro", "question-urgent"}
    assert too_long([button], [form], WORDS, DEFAULT_LOCALE) == planted


@pytest.mark.parametrize("locale", LOCALES)
def test_every_form_is_one_that_discord_takes(locale: str) -> None:
    for form in FORMS:
        made = modal(form, WORDS, locale).to_dict()
        assert made["custom_id"] == form.custom_id
        assert len(made["title"]) <= 45
        assert 1 <= len(made["components"]) <= 5


def test_every_command_is_described_in_words_that_fit() -> None:
    commands = [command for cog in cogs() for command in cog.get_app_commands()]
    assert commands
    for command in commands:
        assert 0 < len(command.description) <= 100
        for parameter in command.parameters:
            assert 0 < len(str(parameter.description)) <= 100
            assert str(parameter.description) != "…"


def test_two_methods_for_one_action_are_refused() -> None:
    first = cogs()
    with pytest.raises(ValueError, match="two methods for"):
        Router(WORDS, communities(), [*first, *cogs()])
    Router(WORDS, communities(), first)


def test_a_form_keeps_its_token_from_the_button_to_its_return() -> None:
    token = new_key()
    form = Form("questions:ask", token, "question-form-title", ())
    assert modal(form, WORDS, DEFAULT_LOCALE).custom_id == f"questions:ask:{token}"
