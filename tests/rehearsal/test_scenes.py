"""What a scene's file may say of a form."""

from __future__ import annotations

import pytest

from rehearsal.scenes.script import FileGiven, Step, parse

_SCENE = """
title = "A"
about = "B"
people = ["Amina"]
channels = ["general"]

[[steps]]
says = "Amina fills in the form"
who = "Amina"
types = {types}
"""


def _step(types: str) -> Step:
    return parse(_SCENE.format(types=types)).steps[0]


def test_a_step_fills_in_all_kinds_of_fields() -> None:
    step = _step('{Why = "To help", Sure = true, Days = ["Monday", "Friday"]}')

    assert step.types == {"Why": "To help", "Sure": True, "Days": ("Monday", "Friday")}


def test_a_step_puts_a_file_into_a_form() -> None:
    step = _step('{List = {file = "people.csv", text = "Jo"}}')

    assert step.types == {"List": FileGiven(file="people.csv", text="Jo")}


def test_a_scene_says_where_it_plays() -> None:
    head = 'server = "empty"\nmakes = ["questions"]\n'
    scene = parse(
        head + _SCENE.format(types='{Why = "To help"}').replace('"general"', '"questions", "direct"')
    )

    assert (scene.server, scene.makes) == ("empty", ("questions",))
    with pytest.raises(ValueError, match="server"):
        parse('server = "full"\n' + _SCENE.format(types='{Why = "To help"}'))


def test_words_of_a_message_are_for_a_menu_or_a_press() -> None:
    with pytest.raises(ValueError, match="`on` is for"):
        Step(says="A", who="Amina", command="ask", on="B")
    with pytest.raises(ValueError, match="go together"):
        Step(says="A", who="Amina", menu="Answer")
    assert Step(says="A", who="Amina", press="Answer", channel="direct").place is None


@pytest.mark.parametrize("types", ["{Why = 5}", "{Days = [1]}", "{Why = {a = 1}}"])
def test_what_no_field_takes(types: str) -> None:
    with pytest.raises(ValueError, match="types"):
        _step(types)
