"""Each scene, played with the real bot on its own server; one that is wrong does not pass."""

from __future__ import annotations

import asyncio

import pytest

from rehearsal import Rehearsal, scenes
from rehearsal.scenes.player import Player, SceneFailed
from rehearsal.scenes.script import Scene, Step, parse
from rehearsal.world.errors import CannotUse
from tests.e2e.flows import readers

#: The words that in the end stand on the screens of these people, and of nobody else.
READ_BY = {
    "someone-paused": {
        "go to facilitators first, until": {"Gwyn"},
        "You can talk to Owen or to me.": {"Gwyn"},
    },
    "joining": {"I need a break after an hour.": {"Amina"}},
    "a-word": {"Could you ring me?": {"Owen"}},
    "a-hard-word": {
        "What you wrote about “Co-production” is safe": {"Amina"},
        "Everyone will see what “Co-production” means": {"Rosa"},
    },
}


def spoilt(scene: Scene) -> Scene:
    """The same scene, but the last thing that somebody sees is not what it says."""
    *before, last = scene.steps
    (first, *_) = last.expect
    wrong = last.model_copy(update={"expect": (first.model_copy(update={"sees": "something else"}),)})
    return scene.model_copy(update={"steps": (*before, wrong)})


@pytest.mark.parametrize(
    ("rehearsal", "name"),
    [(scenes.read(name).server, name) for name in scenes.names()],
    indirect=["rehearsal"],
)
async def test_it_plays_to_its_end_and_one_wrong_expectation_fails_it(
    rehearsal: Rehearsal, bot: asyncio.Task[None], name: str
) -> None:
    """The planted fault comes first: then the last step is looked at again, as it should be."""
    scene = scenes.read(name)
    there = {channel.name for channel in rehearsal.world.guild.channels.values()}
    player = Player(rehearsal, spoilt(scene))
    for _ in scene.steps[:-1]:
        await player.forward()
    with pytest.raises(SceneFailed, match="does not see"):
        await player.forward()
    player.scene = scene
    await player.forward()
    assert player.next is None
    made = {channel.name for channel in rehearsal.world.guild.channels.values()} - there
    assert made == set(scene.makes)
    read = READ_BY.get(name, {})
    assert {words: readers(rehearsal, words) for words in read} == read


def scene_of(*steps: Step) -> Scene:
    return Scene(title="A", about="B", people=("Amina",), channels=("general",), steps=steps)


async def test_the_menu_of_a_message_that_is_not_there(rehearsal: Rehearsal, bot: asyncio.Task[None]) -> None:
    step = Step(
        says="A menu.", who="Amina", menu="I don’t follow this", on="no such words", channel="general"
    )
    with pytest.raises(SceneFailed, match="sees no message with 'no such words'"):
        await Player(rehearsal, scene_of(step)).step(step)


async def test_an_entry_that_is_not_in_the_menu(rehearsal: Rehearsal, bot: asyncio.Task[None]) -> None:
    said = Step(says="Words.", who="Amina", writes="Good morning.", channel="general")
    step = Step(says="A menu.", who="Derek", menu="Another entry", on="Good morning", channel="general")
    player = Player(rehearsal, scene_of(said, step))
    await player.step(said)
    with pytest.raises(CannotUse, match="Another entry"):
        await player.step(step)


async def test_several_people_do_the_same_and_days_go_by(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    said = Step(says="Both say so.", who=("Amina", "Derek"), writes="Good morning.", channel="general")
    player = Player(rehearsal, scene_of(said))
    await player.step(said)
    shown = rehearsal.person("Priya").read("general")
    assert [each.author for each in shown] == ["Amina Yusuf", "Derek Holloway"]
    before = rehearsal.world.clock.now()
    await player.step(Step(says="Two days.", days=2))
    assert (rehearsal.world.clock.now() - before).days == 2


PRESSING = {"press": "More", "channel": "questions"}


async def test_a_form_that_is_filled_in_with_the_press_is_sent_at_once(
    community: Rehearsal, bot: asyncio.Task[None]
) -> None:
    asks = {"press": "Ask anonymously", "channel": "questions", "types": {"Your question": "What is an ICB?"}}
    sent = Step.model_validate({"says": "She asks.", "who": "Amina", **asks})
    player = Player(community, scene_of(sent))
    await player.step(sent)
    assert readers(community, "Your question is safe here") == {"Amina"}
    assert player.opened is None
    without = Step.model_validate({"says": "No form.", "who": "Amina", "types": {"A": "B"}, **PRESSING})
    with pytest.raises(SceneFailed, match="'More' opened no form for Amina Yusuf"):
        await player.step(without)
    both = without.model_copy(update={"press": ("More", "My questions")})
    with pytest.raises(SceneFailed, match="'My questions' opened no form for Amina Yusuf"):
        await player.step(both)
    assert readers(community, "Waiting.") == {"Amina"}


async def test_a_command_is_filled_in_as_a_press_is(community: Rehearsal, bot: asyncio.Task[None]) -> None:
    typed = {"Your question": "What is an ICB?"}
    sent = Step(says="She asks.", who="Amina", command="ask", channel="questions", types=typed)
    player = Player(community, scene_of(sent))
    await player.step(sent)
    assert readers(community, "Your question is safe here") == {"Amina"}
    with pytest.raises(SceneFailed, match="'mydata' opened no form for Amina Yusuf"):
        await player.step(sent.model_copy(update={"command": "mydata"}))


async def test_what_nobody_watches_is_done_once_with_the_first_step(
    rehearsal: Rehearsal, bot: asyncio.Task[None]
) -> None:
    """The first step fails at first; what came before it is not done again."""
    before = Step(says="Before.", who="Derek", writes="I was here.", channel="general")
    first = Step(says="First.", who="Amina", menu="I don’t follow this", on="Good morning", channel="general")
    scene = scene_of(first).model_copy(update={"before": (before,)})
    player = Player(rehearsal, scene)
    assert rehearsal.person("Priya").read("general") == []
    for _ in range(2):
        with pytest.raises(SceneFailed, match="sees no message"):
            await player.forward()
        assert [each.text for each in rehearsal.person("Priya").read("general")] == ["I was here."]
        assert player.at == 0


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ('who = "Amina"\nmenu = "A"\nchannel = "general"', "go together"),
        ('who = "Amina"\ncommand = "a"\non = "B"', "is for a menu or a press"),
        ('who = "Amina"\nwrites = "A"', "stands in a channel"),
        ('who = "Amina"\ndays = 1', "but for waiting"),
        ('who = "Amina"\npress = []', "at least one button"),
        ("days = 0", "greater than or equal to 1"),
        ('press = "A"', "somebody does each step"),
        ('who = "Amina"\nmenu = "A"\non = "B"\ntypes = { C = "D" }', "a step is one of"),
        ('who = "Amina"\npress = "A"\nmenu = "B"\non = "C"', "a step is one of"),
    ],
)
def test_what_a_scene_may_not_say(step: str, told: str) -> None:
    head = 'title = "A"\nabout = "B"\npeople = ["Amina"]\nchannels = ["general"]'
    with pytest.raises(ValueError, match=told):
        parse(f'{head}\n[[steps]]\nsays = "C"\n{step}\n')
