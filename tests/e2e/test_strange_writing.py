"""What people write that does not look like what it is: invisible, turned round, or far too long."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rehearsal import Rehearsal
from tests.e2e.conftest import answer, ask, cards, pass_window
from tests.e2e.flows import press_more
from tests.e2e.hands import said

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_TURNING = "\u202e\u202d\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@pytest.mark.parametrize(
    "text", [_INVISIBLE, _TURNING, "\u3164\u2800\u115f", " \u00a0\u2003\n\u2028", "\u0301" * 9]
)
async def test_nothing_that_can_be_seen_is_nothing(community: Rehearsal, text: str) -> None:
    told = said(await ask(community, "Amina", text, unchecked=True))
    assert "There was nothing in your question. Nothing was sent." in told
    mine = await press_more(community.person("Amina"), "My questions")
    assert "nothing of yours" in said(mine)
    await community.advance(timedelta(minutes=1))
    assert cards(community) == []


async def test_what_turns_the_text_round_is_taken_out_and_the_words_stay(community: Rehearsal) -> None:
    await ask(community, "Amina", f"What is {_TURNING}a fracture{_TURNING}?")
    await pass_window(community)
    answered = await answer(community, "Leila", f"A \u202ebreak{_INVISIBLE}.")
    assert "Thank you" in said(answered)
    await community.settle()
    (card,) = cards(community)
    assert "What is a fracture?" in card
    assert [mark for mark in _TURNING if mark in card] == []
    assert "### Question 1" in card
    mine = said(await press_more(community.person("Amina"), "My questions"))
    assert "What is a fracture?" in mine
    assert [mark for mark in _TURNING if mark in mine] == []


@pytest.mark.parametrize(
    "text",
    ["ما معنى الرعاية المتدرجة؟", "מה זה אומר?", "सवाल 🙂‍🔬 क्या है?", "What is 👩🏽‍⚕️ for?"],
    ids=["arabic", "hebrew", "hindi", "joined emoji"],
)
async def test_other_scripts_come_out_as_they_were_written(community: Rehearsal, text: str) -> None:
    assert "Your question is safe here" in said(await ask(community, "Amina", text))
    await pass_window(community)
    (card,) = cards(community)
    assert text in card


async def test_four_thousand_characters_are_given_back_whole(community: Rehearsal) -> None:
    """As many as Discord lets a form hold; the bot's own form stops at 1,500."""
    text = "wondering " * 400
    told = said(await ask(community, "Amina", text, unchecked=True))
    assert "1500 is the most. Nothing was sent." in told
    assert "This is what you wrote" in told
    assert told.count("wondering") >= 350, "as much as one message holds"
    assert cards(community) == []
