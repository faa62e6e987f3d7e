"""Each habit is needed, at each of its places, and hides nothing else there."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.conformance import samples
from tests.conformance.document import needs_document
from tests.conformance.habits import ANSWERS, HABITS, Habit, Route
from tests.conformance.openapi import OpenApi

pytestmark = needs_document

CASES = [
    pytest.param(habit, route, pointer, id=f"{habit.name}: {' '.join(route)} {pointer}")
    for habit in HABITS
    for route in habit.routes
    for pointer in habit.pointers
]
# For each way of undoing, values that are almost the habit and must be caught all the same.
NEARLY: dict[str, tuple[Any, ...]] = {
    "_snowflake_as_text": (5.5, -5, True, "five"),
    "_without_false": (True, None, 0),
    "_without_true": (False, None, 1),
    "_without_zero": (1, False, None),
    "_without_boolean": (0, "true", None),
    "_without_text": (5, None, True),
    "_without_count": (-1, 1.5, True, "1"),
    "_bits_as_number": (1.5, True, "-1", "many"),
    "_boolean_as_word": ("2", "True", ""),
    "_true_as_word": ("0", "2", "True"),
}


def places(value: Any, path: list[str]) -> Iterator[tuple[Any, Any]]:
    """Each container and key that the path leads to."""
    if isinstance(value, list) and path[0] == "*":
        keys: list[Any] = list(range(len(value)))
    else:
        keys = [path[0]] if isinstance(value, dict) and path[0] in value else []
    for key in keys:
        if path[1:]:
            yield from places(value[key], path[1:])
        else:
            yield value, key


def bodies(habit: Habit, route: Route, pointer: str) -> Iterator[tuple[Any, Any, Any]]:
    """Copies of what discord.py sends on the route, each with one place of the habit in it."""
    sent = [samples.QUERIES[route]] if habit.where == "query" else samples.requests()[route]
    for body in copy.deepcopy(sent):
        for container, key in places(body, pointer.split("/")[1:]):
            yield body, container, key


def found(openapi: OpenApi, habit: Habit, route: Route, body: Any) -> list[str]:
    """Where violations are found in a body (or a query) that is sent on the route."""
    if habit.where == "query":
        exchange = samples.refused(route, samples.requests().get(route, [None])[0], body)
    else:
        exchange = samples.refused(route, body, samples.QUERIES.get(route, {}))
    return [violation.where for violation in openapi.check(exchange)]


@pytest.mark.parametrize(("habit", "route", "pointer"), CASES)
async def test_a_habit_is_needed_at_each_place(habit: Habit, route: Route, pointer: str) -> None:
    lesser = replace(habit, pointers=tuple(other for other in habit.pointers if other != pointer))
    without = OpenApi(habits=tuple(lesser if other is habit else other for other in HABITS))
    met = [body for body, _, _ in bodies(habit, route, pointer)]
    assert met, "discord.py's serialisers never produce this"
    assert any(found(without, habit, route, body) for body in met)
    assert not any(found(OpenApi(), habit, route, body) for body in met)


@pytest.mark.parametrize(("habit", "route", "pointer"), CASES)
async def test_a_habit_hides_nothing_else_there(habit: Habit, route: Route, pointer: str) -> None:
    openapi = OpenApi()
    for nearly in NEARLY[habit.undo.__name__]:
        body, container, key = list(bodies(habit, route, pointer))[-1]
        container[key] = nearly
        assert habit.where in found(openapi, habit, route, body), nearly


async def test_every_difference_is_written_down_in_full() -> None:
    for habit in (*HABITS, *ANSWERS):
        assert habit.description
        assert ".py" in habit.source or habit in ANSWERS
    names = [habit.name for habit in (*HABITS, *ANSWERS)]
    assert len(names) == len(set(names))
