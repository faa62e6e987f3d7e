"""What a scene's file may say of a form."""

from __future__ import annotations

import pytest

from rehearsal.scenes.script import Step, parse

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


@pytest.mark.parametrize("types", ["{Why = 5}", "{Days = [1]}", "{Why = {a = 1}}"])
def test_what_no_field_takes(types: str) -> None:
    with pytest.raises(ValueError, match="types"):
        _step(types)
