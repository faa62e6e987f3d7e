"""Offering a standing role, as each side sees it, in the real bot."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from rehearsal import Rehearsal
from tests.e2e.conftest import set_up
from tests.e2e.contacts import FACILITATORS, MARGARET, begin
from tests.e2e.flows import fill, press, screen

TERMS = {"How much time does it take?": "Two hours a month", "What is paid?": "25 pounds an hour"}


async def offer(rehearsal: Rehearsal, role: str, *to: str, name: str = "") -> str:
    """Leila offers a role; what she reads when it is done."""
    await press(rehearsal, "Leila", "Standing roles", channel=FACILITATORS)
    people = [rehearsal.person(each).name for each in to]
    values = {
        "Which role?": role,
        "To whom?": people,
        "Or the name of somebody without Discord": name,
        **TERMS,
    }
    preview = await fill(rehearsal, "Leila", "Offer a role", values, channel=FACILITATORS)  # type: ignore[arg-type]
    if "Nothing was sent yet" not in preview:
        return preview
    return await press(rehearsal, "Leila", "Offer it", channel=FACILITATORS)


async def test_a_role_is_offered_in_private_and_a_refusal_stays_there(
    rehearsal: Rehearsal, bot: asyncio.Task[None], tmp_path: Path
) -> None:
    community = rehearsal
    await set_up(community)
    await begin(community, tmp_path, without=MARGARET)
    before = {who: screen(community, who) for who in ("Owen", "Priya", "Ruth")}
    assert "is offered" in await offer(community, "Chair", "Amina")
    await community.advance(timedelta(days=1))
    amina = community.person("Amina")
    (message,) = amina.read_direct()
    for told in ("chair the meetings", "Two hours a month", "25 pounds an hour", "You can say no"):
        assert told in message.text
    more = await amina.press("Tell me more")
    assert more.message is not None
    assert "opens the meeting" in more.message.text
    await amina.press("Not this time")
    await community.settle()
    assert {who: screen(community, who) for who in before} == before
    await press(community, "Owen", "Standing roles", channel=FACILITATORS)
    assert "no offers" in await press(community, "Owen", "My offers", channel=FACILITATORS)
    await press(community, "Leila", "Standing roles", channel=FACILITATORS)
    assert "not this time" in await press(community, "Leila", "My offers", channel=FACILITATORS)
    # For a member without Discord it stands on her contact's list, who puts the answer in.
    assert "first" in await offer(community, "Note-taker", "Priya")
    assert "is offered" in await offer(community, "Note-taker", name=MARGARET)
    await community.advance(timedelta(days=1))
    await press(community, "Leila", "I’d like a word")
    await press(community, "Leila", "People I look after")
    assert "take notes in small groups" in await press(community, "Leila", "What to print or say")
    await press(community, "Leila", "People I look after")
    await press(community, "Leila", "Open 1")
    await press(community, "Leila", "Roles")
    assert "It is yours" in await press(community, "Leila", "Yes")
    assert MARGARET in await press(community, "Owen", "Standing roles", channel=FACILITATORS)
    assert "has ended" in await press(community, "Owen", "End 1", channel=FACILITATORS)
