"""Presses find their method: whatever the bot shows leads somewhere, and fits what Discord takes."""

from __future__ import annotations

from typing import Any

import pytest
from discord import app_commands

from bot.core.deliveries import new_key
from bot.core.notices import Button, Choice, Field, Form, Line, Notice, Person, Several
from bot.core.wording import DEFAULT_LOCALE, Wording
from cogs._forms import modal
from cogs._router import Router
from config.settings import WORDING
from tests.bot.samples import all_buttons, all_shown
from tests.cogs.samples import cogs, communities, is_in

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
    assert len({form.action for form in FORMS}) > 10
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


def twice_on_a_notice(buttons: tuple[Button, ...]) -> set[str]:
    """The ids for which Discord would refuse a message: each may be on it once."""
    ids = [button.custom_id for button in buttons]
    return {id_ for id_ in ids if ids.count(id_) > 1}


def test_no_notice_has_two_buttons_with_one_custom_id() -> None:
    for name, each in SHOWN:
        if isinstance(each, Notice):
            assert twice_on_a_notice(each.buttons) == set(), name
            assert len(each.buttons) <= 25


def test_two_buttons_with_one_custom_id_are_found() -> None:
    """The planted fault."""
    lift = Button("questions:lift", "question-button-lift", "0")
    assert twice_on_a_notice((lift, lift, BUTTONS[0])) == {"questions:lift:0"}


def test_a_custom_id_fits_in_a_direct_message_too() -> None:
    """There the community stands before the token."""
    in_messages = {mark.action for cog in cogs() for mark, _ in cog.marked() if mark.audience.in_messages}
    for each in (*BUTTONS, *FORMS):
        if each.action in in_messages:
            assert len(each.custom_id) + len(f"{2**63 - 1}.") <= 100


def too_long(buttons: list[Button], forms: list[Form], wording: Wording, locale: str) -> set[str]:
    """The ids of labels that Discord would refuse."""
    limits = [(Line(button.label, button.values), 80) for button in buttons]
    for form in forms:
        limits.append((Line(form.title), 45))
        for box in form.fields:
            limits += [(Line(box.label), 45), (Line(box.hint), 100)]
            options = box.options if isinstance(box, Choice | Several) else ()
            # People's own words are cut where the form is made.
            limits += [(Line(label), 100) for _, label in options if isinstance(label, str)]
    return {line.id for line, most in limits if not 0 < len(wording.say(line, locale)) <= most}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_label_fits(locale: str) -> None:
    assert too_long(BUTTONS, FORMS, WORDS, locale) == set()


def test_a_label_that_is_too_long_is_found() -> None:
    """The planted fault: sentences in place of labels."""
    box = Field("text", "question-form-hint", "question-promise-host", 10)
    form = Form("questions:ask", "", "question-form-intro", (box,))
    button = Button("questions:mine", "question-urgent")
    option = Choice("who", "question-form-who", "question-form-who-hint", (("x", "question-direct"),), "x")
    several = Several("who", "question-form-who", "question-form-who-hint", (("x", "question-look"),))
    lost = Form("questions:ask", "", "question-form-title", (option, several))
    planted = {"question-form-hint", "question-promise-host", "question-form-intro", "question-urgent"}
    planted |= {"question-direct", "question-look"}
    assert too_long([button], [form, lost], WORDS, DEFAULT_LOCALE) == planted


@pytest.mark.parametrize("locale", LOCALES)
def test_every_form_is_one_that_discord_takes(locale: str) -> None:
    for form in FORMS:
        made = modal(form, WORDS, locale).to_dict()
        assert made["custom_id"] == form.custom_id
        assert len(made["title"]) <= 45
        assert 1 <= len(made["components"]) <= 5
        names = [box.name for box in form.fields]
        assert len(names) == len(set(names))


KINDS: dict[str, Any] = {
    "text": (Field("a", "question-form-label", "question-form-hint", 7, value="typed"), 4),
    "choice": (
        Choice(
            "a",
            "question-form-who",
            "question-form-who-hint",
            (("x", "question-who-asker"), ("y", "question-who-everyone")),
            "y",
        ),
        21,
    ),
    "person": (Person("a", "question-pass-label", "question-pass-hint"), 5),
}


@pytest.mark.parametrize(("box", "component"), KINDS.values(), ids=KINDS)
def test_each_kind_of_field_is_discords_own_kind(box: Any, component: int) -> None:
    form = Form("questions:ask", "", "question-form-title", (box,))
    (label,) = modal(form, WORDS, DEFAULT_LOCALE, "12345.").to_dict()["components"]
    made = label["component"]
    assert (label["type"], made["type"], made["custom_id"]) == (18, component, "a")
    assert modal(form, WORDS, DEFAULT_LOCALE, "12345.").custom_id == "questions:ask:12345."
    if isinstance(box, Field):
        assert (made["max_length"], made["value"], made["required"]) == (7, "typed", True)
    if isinstance(box, Choice):
        assert [(each["value"], each.get("default", False)) for each in made["options"]] == [
            *(("x", False), ("y", True))
        ]
    if isinstance(box, Person):
        assert made["required"] is True


def test_the_form_of_every_command_menu_has_a_name_that_fits() -> None:
    menus = [menu.name for cog in cogs() for menu in cog.menus]
    assert menus == ["Explain the jargon here", "I don\N{RIGHT SINGLE QUOTATION MARK}t follow this"]
    assert all(0 < len(name) <= 32 for name in menus)


def test_every_command_is_described_in_words_that_fit() -> None:
    every = [command for cog in cogs() for command in cog.walk_app_commands()]
    assert len(every) >= 5
    for command in every:
        assert 0 < len(command.description) <= 100
        assert command.description not in ("…", command.name)
    for command in (each for each in every if isinstance(each, app_commands.Command)):
        for parameter in command.parameters:
            assert 0 < len(str(parameter.description)) <= 100
            assert str(parameter.description) != "…"


def test_two_methods_for_one_action_are_refused() -> None:
    first = cogs()
    with pytest.raises(ValueError, match="two methods for"):
        Router(WORDS, communities(), [*first, *cogs()], is_in)
    Router(WORDS, communities(), first, is_in)


def test_a_form_keeps_its_token_from_the_button_to_its_return() -> None:
    token = new_key()
    form = Form("questions:ask", token, "question-form-title", ())
    assert modal(form, WORDS, DEFAULT_LOCALE).custom_id == f"questions:ask:{token}"
