"""Where a facilitator reads first, and where facilitators alone read: who sees what, and when."""

from __future__ import annotations

import asyncio

import pytest

from rehearsal import CannotSee, Rehearsal
from tests.e2e.conftest import ask, cards, pass_window, set_up
from tests.e2e.flows import (
    FACILITATING,
    FACILITATORS_ONLY,
    READ_FIRST,
    THE_FACILITATORS,
    ask_with,
    card,
    choose,
    everybody,
    facilitate,
    held,
    labels,
    meeting_ends,
    meeting_starts,
    mine,
    press,
    readers,
    seen,
)

QUESTION = "Who pays for the taxi?"
TOLD = "What shall the person who asked be told?"


@pytest.fixture
async def reading_first(rehearsal: Rehearsal, bot: asyncio.Task[None]) -> Rehearsal:
    """A meeting in a community whose facilitators read each question first."""
    await set_up(rehearsal)
    await choose(rehearsal, *READ_FIRST)
    await meeting_starts(rehearsal)
    return rehearsal


async def waiting(community: Rehearsal) -> str:
    """Amina's question waits for facilitators; what she read when she had asked."""
    told = seen(await ask(community, "Amina", QUESTION))
    await pass_window(community)
    return told


async def test_held_only_facilitators_see_it_and_its_asker_knows(reading_first: Rehearsal) -> None:
    assert "A facilitator looks at it first" in await waiting(reading_first)
    assert cards(reading_first) == []
    (waits,) = held(reading_first)
    assert QUESTION in waits.text
    assert "Amina" not in waits.text
    assert "Question 1" not in waits.text, "it has no number before it is out"
    assert [button.label for button in waits.buttons] == ["Facilitators"]
    assert readers(reading_first, QUESTION) == FACILITATING
    assert "A facilitator looks at this one first" in await mine(reading_first, "Amina")
    assert "nothing of yours" in await mine(reading_first, "Derek")


async def test_the_menu_of_what_waits(reading_first: Rehearsal) -> None:
    await waiting(reading_first)
    menu = await reading_first.person("Owen").press("Facilitators", channel=THE_FACILITATORS)
    assert "Nobody else can see it yet" in seen(menu)
    assert labels(menu) == [
        "Let it out",
        "Keep it for now",
        "Put together with another",
        "End it without an answer",
        "Pause questions from this person",
        "Report this",
        "Examples of reasons",
    ]
    refused = await reading_first.person("Ruth").press("Facilitators", channel=THE_FACILITATORS)
    assert labels(refused) == ["Report this"], "the owner reads the channel, and is no facilitator"


async def test_let_out_it_has_a_card_and_a_number_like_any_other(reading_first: Rehearsal) -> None:
    await waiting(reading_first)
    told = await facilitate(reading_first, "Let it out", on=held(reading_first)[0], channel=THE_FACILITATORS)
    assert "**Question 1** is on its way out" in told
    assert readers(reading_first, QUESTION) == everybody(reading_first)
    assert card(reading_first, 1).text.startswith("### Question 1\nSomeone asks:")
    assert held(reading_first) == []
    said = [each.text for each in reading_first.person("Owen").read(THE_FACILITATORS)]
    assert "This question is out, as **Question 1**." in said
    assert "**Question 1** is out. There is no answer yet." in await mine(reading_first, "Amina")
    await facilitate(reading_first, "Answer", {"Your answer": "The trust."})
    assert readers(reading_first, "The trust.") == everybody(reading_first)


async def test_two_facilitators_let_it_out_at_once_and_there_is_one_card(reading_first: Rehearsal) -> None:
    await waiting(reading_first)
    (waits,) = held(reading_first)
    people = [reading_first.person(name) for name in ("Leila", "Owen")]
    for person in people:
        await person.press("Facilitators", channel=THE_FACILITATORS, message=waits)
    both = await asyncio.gather(*(each.press("Let it out", channel=THE_FACILITATORS) for each in people))
    await reading_first.settle()
    assert len(cards(reading_first)) == 1
    assert sum("is on its way out" in seen(each) for each in both) == 1
    assert sum("Nothing was changed" in seen(each) for each in both) == 1


async def test_kept_for_now_she_reads_why_and_facilitators_what_she_was_told(
    reading_first: Rehearsal,
) -> None:
    await waiting(reading_first)
    why = "We come to this after the break."
    await facilitate(
        reading_first, "Keep it for now", {TOLD: why}, on=held(reading_first)[0], channel=THE_FACILITATORS
    )
    assert "What its asker was told:" in held(reading_first)[0].text
    assert readers(reading_first, why) == FACILITATING
    assert why in await mine(reading_first, "Amina")
    await facilitate(reading_first, "Let it out", on=held(reading_first)[0], channel=THE_FACILITATORS)
    assert readers(reading_first, QUESTION) == everybody(reading_first)
    assert why not in await mine(reading_first, "Amina")


async def test_declined_before_it_was_out_only_she_reads_why(reading_first: Rehearsal) -> None:
    await waiting(reading_first)
    why = "Please ask your own nurse about this. I can help you with that."
    values = {TOLD: why}
    label = "End it without an answer"
    told = await facilitate(reading_first, label, values, on=held(reading_first)[0], channel=THE_FACILITATORS)
    assert "The person who asked can read it" in told
    assert held(reading_first) == []
    assert cards(reading_first) == []
    assert readers(reading_first, QUESTION) == set()
    assert readers(reading_first, why) == set()
    assert readers(reading_first, "Its asker can read why") == FACILITATING
    found = await mine(reading_first, "Amina")
    assert "This question will get no answer here" in found
    assert why in found
    await pass_window(reading_first)
    assert "nothing of yours" in await mine(reading_first, "Amina")
    for name in ("Derek", "Owen", "Ruth"):
        assert why not in await mine(reading_first, name)


async def test_declined_when_it_was_out(community: Rehearsal) -> None:
    await waiting(community)
    why = "Please ask your own nurse about this."
    await facilitate(community, "End it without an answer", {TOLD: why})
    all_read = "This question will get no answer here. The person who asked can press **More**"
    assert readers(community, all_read) == everybody(community)
    assert readers(community, why) == set()
    assert why in await mine(community, "Amina")
    assert readers(community, why) == {"Amina"}


async def test_what_waits_can_be_put_together_with_one_that_is_out(reading_first: Rehearsal) -> None:
    await waiting(reading_first)
    await facilitate(reading_first, "Let it out", on=held(reading_first)[0], channel=THE_FACILITATORS)
    await ask(reading_first, "Rosa", "And for the bus?")
    await pass_window(reading_first)
    values = {"Number of the other question": "1", TOLD: "It is nearly the same."}
    (waits,) = held(reading_first)
    await facilitate(reading_first, "Put together with another", values, on=waits, channel=THE_FACILITATORS)
    assert held(reading_first) == []
    assert (
        readers(reading_first, "A question that waited here was put together with another one")
        == FACILITATING
    )
    await facilitate(reading_first, "Answer", {"Your answer": "The trust."})
    found = await mine(reading_first, "Rosa")
    assert "The trust." in found
    assert "It is nearly the same." in found
    assert "Question 0" not in found
    assert readers(reading_first, "And for the bus?") == {"Rosa"}


async def test_taken_back_while_it_waits_for_facilitators(reading_first: Rehearsal) -> None:
    await waiting(reading_first)
    await mine(reading_first, "Amina")
    opened = await reading_first.person("Amina").press("The one that waits", channel="questions")
    assert labels(opened) == ["That helps", "Take it back"]
    assert "after the meeting" in await press(reading_first, "Amina", "Take it back")
    assert QUESTION in held(reading_first)[0].text
    await meeting_ends(reading_first)
    assert held(reading_first) == []
    assert readers(reading_first, "was taken back by its asker") == FACILITATING
    assert cards(reading_first) == []


async def test_for_facilitators_only_the_card_is_in_their_channel_and_nowhere_else(
    community: Rehearsal,
) -> None:
    sent = await ask_with(community, "Amina", QUESTION, **FACILITATORS_ONLY)
    assert "Only facilitators will see it" in seen(sent)
    await pass_window(community)
    assert cards(community) == []
    assert readers(community, QUESTION) == FACILITATING
    private = card(community, 1, channel=THE_FACILITATORS)
    await facilitate(community, "Answer", {"Your answer": "The trust."}, channel=THE_FACILITATORS)
    assert readers(community, "The trust.") == FACILITATING
    assert "The trust." in await mine(community, "Amina")
    assert readers(community, "The trust.") == {"Amina", *FACILITATING}
    assert [each.label for each in private.buttons][-1] == "Facilitators"
    with pytest.raises(CannotSee):
        community.person("Derek").read(THE_FACILITATORS)


async def test_the_examples_are_to_look_at_and_nothing_is_filled_in(community: Rehearsal) -> None:
    await waiting(community)
    leila = community.person("Leila")
    menu = await leila.press("Facilitators", channel="questions")
    shown = await leila.press("Examples of reasons", channel="questions")
    assert "Please use your own words" in seen(shown)
    for label in (
        "End it without an answer",
        "Put together with another",
        "Pause questions from this person",
    ):
        opened = await leila.press(label, channel="questions", message=menu.message)
        assert opened.form is not None
        (reason,) = (each for each in opened.form.fields if each.label == TOLD)
        assert reason.value == ""
        assert reason.required
