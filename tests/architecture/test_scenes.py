"""Each scene can be read, is of a length that holds attention, and names only who and what is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rehearsal import Rehearsal
from rehearsal.scenes.script import DIRECT, Scene, Step, parse
from tests.architecture.tree import ROOT

FOLDER = ROOT / "rehearsal" / "scenes"
FEWEST_STEPS, MOST_STEPS = 6, 20
#: Not a scene of its own: the steps that come before one.
OPENING = "opening"


def wrong_with(path: Path) -> list[str]:
    """What nobody could play, or would sit through, in a scene's file; each as `file: what`."""
    try:
        scene = parse(path.read_text(encoding="utf-8"))
    except ValueError as error:
        return [f"{path.stem}: {error}"]
    return [f"{path.stem}: {found}" for found in (*_length(path, scene), *_nobody(scene), *_nowhere(scene))]


def _length(path: Path, scene: Scene) -> Iterator[str]:
    fewest = 1 if path.stem == OPENING else FEWEST_STEPS
    if not fewest <= len(scene.steps) <= MOST_STEPS:
        yield f"{len(scene.steps)} steps"


def _nobody(scene: Scene) -> Iterator[str]:
    """The people who are named and not in the cast; by full name or first name, as the player finds them."""
    cast = Rehearsal()
    named = [*scene.people]
    for step in (*scene.before, *scene.steps):
        named += [*step.people, *(expectation.who for expectation in step.expect)]
    for name in named:
        try:
            cast.person(name)
        except LookupError:
            yield f"nobody is called {name}"


def _nowhere(scene: Scene) -> Iterator[str]:
    there = Rehearsal(server=scene.server).world.guild.channels.values()
    known = {DIRECT, *scene.makes, *(channel.name for channel in there)}
    for name in (
        *scene.channels,
        *(each for step in (*scene.before, *scene.steps) for each in _places(step)),
    ):
        if name not in known:
            yield f"there is no channel {name}"


def _places(step: Step) -> Iterator[str]:
    """Where a step happens, and the channels that its options choose."""
    if step.channel is not None:
        yield step.channel
    yield from (value for option, value in step.options.items() if option.endswith("_channel"))


def test_every_scene_can_be_played_by_the_cast() -> None:
    files = sorted(FOLDER.glob("*.toml"))
    assert FOLDER / "first-question.toml" in files
    assert [found for path in files for found in wrong_with(path)] == []


_HEAD = 'title = "A"\nabout = "B"\npeople = ["Amina Yusuf"]\nchannels = ["general"]\n'
_STEP = '[[steps]]\nsays = "C"\nwho = "Tom"\nchannel = "general"\npress = "D"\n'


def _written(folder: Path, text: str, name: str = "scene") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_scene_that_is_right_passes(tmp_path: Path) -> None:
    for steps in (6, 20):
        assert wrong_with(_written(tmp_path, _HEAD + _STEP * steps)) == []
    assert wrong_with(_written(tmp_path, _HEAD + _STEP * 2, OPENING)) == []
    elsewhere = _HEAD + 'server = "empty"\nmakes = ["questions"]\n' + _STEP * 5
    for place in ("questions", "direct"):
        assert wrong_with(_written(tmp_path, elsewhere + _STEP.replace("general", place))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            _HEAD + _STEP.replace("steps", "before").replace('"Tom"', '"Tim"') + _STEP * 6,
            ["scene: nobody is called Tim"],
        ),
        (
            _HEAD + _STEP.replace("steps", "before").replace("general", "lobby") + _STEP * 6,
            ["scene: there is no channel lobby"],
        ),
        (_HEAD + _STEP * 5, ["scene: 5 steps"]),
        (_HEAD + _STEP * 21, ["scene: 21 steps"]),
        (_HEAD.replace("Amina Yusuf", "Amina Smith") + _STEP * 6, ["scene: nobody is called Amina Smith"]),
        (_HEAD + _STEP * 5 + _STEP.replace('"Tom"', '["Tom", "Tim"]'), ["scene: nobody is called Tim"]),
        (
            _HEAD + _STEP * 6 + 'expect = [{ who = "Equal Footing", sees = "E" }]\n',
            ["scene: nobody is called Equal Footing"],
        ),
        (_HEAD.replace('"general"', '"lobby"') + _STEP * 6, ["scene: there is no channel lobby"]),
        (_HEAD + _STEP * 5 + _STEP.replace("general", "lobby"), ["scene: there is no channel lobby"]),
        (
            _HEAD + 'server = "empty"\n' + _STEP * 5 + _STEP.replace("general", "welcome"),
            ["scene: there is no channel welcome"],
        ),
        (
            _HEAD + _STEP * 5 + _STEP.replace("press", 'options = { to_channel = "lobby" }\ncommand'),
            ["scene: there is no channel lobby"],
        ),
    ],
)
def test_a_scene_that_is_wrong_is_found(tmp_path: Path, text: str, found: list[str]) -> None:
    """The planted faults."""
    assert wrong_with(_written(tmp_path, text)) == found


@pytest.mark.parametrize("text", ["title = ", _HEAD, _HEAD + _STEP.replace('press = "D"\n', "")])
def test_a_scene_that_cannot_be_read_is_found(tmp_path: Path, text: str) -> None:
    """The planted faults."""
    (found,) = wrong_with(_written(tmp_path, text))
    assert found.startswith("scene: ")
