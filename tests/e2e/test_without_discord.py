"""A member without Discord, from her first errand to her erasure: no step needs an account."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.questions.rules.stand_in import stand_in
from rehearsal import Rehearsal
from tests.e2e.conftest import Log, answer, bot_running, cards, set_up, settings_for
from tests.e2e.contacts import FACILITATORS, MARGARET, MARGARETS_ID, begin, mention, name_contacts
from tests.e2e.flows import fill, join, press, readers, under_more

HER_QUESTION = "Will anybody pay for my bus?"
AN_ANSWER = "Yes: keep your ticket, and we pay it back."
PAPERS = "the papers for 14 May"
HER_SEAT = "a seat by the door"
NOT_OUT_YET = "May my sister come along?"


def everyday(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the everyday database, by table."""
    with closing(sqlite3.connect(folder / "equal-footing.db")) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=str) for name in tables
        }


async def open_her_page(rehearsal: Rehearsal, who: str) -> str:
    """Her contact goes from the panel to her page."""
    await press(rehearsal, who, "I’d like a word")
    await press(rehearsal, who, "People I look after")
    return await press(rehearsal, who, "Open 1")


async def relay(rehearsal: Rehearsal, who: str, words: str = HER_QUESTION) -> str:
    """Her contact asks for her."""
    await open_her_page(rehearsal, who)
    opened = await rehearsal.person(who).press("Relay a question", channel="questions")
    assert opened.form is not None
    assert MARGARET in opened.form.text
    assert "Tell you when there is an answer?" not in [field.label for field in opened.form.fields]
    outcome = await opened.form.submit({"Your question": words})
    assert outcome.message is not None
    return outcome.message.text


async def test_from_being_added_to_being_erased_with_a_contact_who_goes_in_the_middle(
    community: Rehearsal, tmp_path: Path, log: Log
) -> None:
    await join(community, "Leila", "Owen", "Priya")
    await name_contacts(community, ("Priya", "Owen"))
    await is_added(community)
    await gets_a_role(community)
    await has_things_printed(community)

    # Her question goes out like any other; the everyday database does not change by it.
    before = everyday(tmp_path)
    assert "You read this for the person" in await relay(community, "Priya")
    assert everyday(tmp_path) == before
    await community.advance(timedelta(seconds=20))
    assert everyday(tmp_path) == before
    assert HER_QUESTION in cards(community)[-1]
    assert MARGARET not in "".join(cards(community))
    # It is hers, and neither her contact's nor anybody else's.
    assert HER_QUESTION not in await under_more(community, "Priya", "My questions")
    await answer(community, "Leila", AN_ANSWER)

    # Her contact leaves the server: whoever covers goes on, and finds the same.
    community.person("Priya").leave()
    await press(community, "Leila", "Meeting ends", channel=FACILITATORS)
    await community.advance(timedelta(hours=25))
    await open_her_page(community, "Owen")
    assert AN_ANSWER in await press(community, "Owen", "Their questions")
    await press(community, "Owen", "Question 1")
    await press(community, "Owen", "That helps")
    await community.advance(timedelta(hours=12))
    assert "says that this helps" in cards(community)[-1]

    # She is erased, with what was relayed and has not come out yet.
    await relay(community, "Owen", NOT_OUT_YET)
    shown = cards(community)
    await is_erased(community)
    await community.advance(timedelta(hours=12))
    assert cards(community) == shown
    assert "nobody" in await press(community, "Owen", "People I look after")
    for who in ("Owen", "Leila", "Ruth"):
        assert MARGARET not in await under_more(community, who, "Before my first meeting")
    assert MARGARET not in await press(community, "Leila", "Standing roles", channel=FACILITATORS)
    assert HER_SEAT not in log.getvalue()
    assert MARGARET not in log.getvalue()


async def is_added(rehearsal: Rehearsal) -> None:
    """Leila writes her down, once she has asked her."""
    values: dict[str, Any] = {
        "Name": MARGARET,
        "What is your part here?": "Patient",
        "Named contact": [rehearsal.person("Priya").name],
    }
    agreed = {"Did this person say yes?": ["Yes, this person agreed to be added"]}
    for filled, told in ((values, "Please ask this person first"), ({**values, **agreed}, "Said yes")):
        await press(rehearsal, "Leila", "Add members", channel=FACILITATORS)
        await press(rehearsal, "Leila", "Members without Discord", channel=FACILITATORS)
        read = await fill(rehearsal, "Leila", "Add a member", filled, channel=FACILITATORS)
        assert told in read
        assert MARGARET in read, "what was typed is not lost"
    assert mention(rehearsal, "Priya") in read
    needs = {"Tick what helps": ["Large print"], "In your own words": HER_SEAT}
    assert HER_SEAT in await fill(rehearsal, "Leila", "What they need", needs, channel=FACILITATORS)  # type: ignore[arg-type]


async def gets_a_role(rehearsal: Rehearsal) -> None:
    """It is offered by way of her contact, who puts her answer in."""
    await press(rehearsal, "Leila", "Standing roles", channel=FACILITATORS)
    offer = {
        "Which role?": "Note-taker",
        "Or the name of somebody without Discord": MARGARET,
        "How much time does it take?": "Two hours a month",
        "What is paid?": "25 pounds an hour",
    }
    await fill(rehearsal, "Leila", "Offer a role", offer, channel=FACILITATORS)
    assert "is offered" in await press(rehearsal, "Leila", "Offer it", channel=FACILITATORS)
    await rehearsal.advance(timedelta(hours=1))
    await open_her_page(rehearsal, "Priya")
    assert "take notes in small groups" in await press(rehearsal, "Priya", "What to print or say")
    await press(rehearsal, "Priya", "Done 1")
    await open_her_page(rehearsal, "Priya")
    await press(rehearsal, "Priya", "Roles")
    assert "It is yours" in await press(rehearsal, "Priya", "Yes")
    assert MARGARET in await press(rehearsal, "Leila", "Standing roles", channel=FACILITATORS)


async def has_things_printed(rehearsal: Rehearsal) -> None:
    """Papers stand on her contact's list until they are done."""
    assert "is not on Discord" in await open_her_page(rehearsal, "Priya")
    papers = {"What should be printed or said?": PAPERS, "By when?": "14/5/2026"}
    await fill(rehearsal, "Priya", "Add to their list", papers)
    listed = await press(rehearsal, "Priya", "What to print or say")
    assert PAPERS in listed
    assert PAPERS not in await press(rehearsal, "Priya", "Done 2")
    assert "nothing to print" in await press(rehearsal, "Priya", "Done 1")
    await open_her_page(rehearsal, "Priya")
    by_phone = {"How do they take part in meetings?": "By phone"}
    assert "by phone" in await fill(rehearsal, "Priya", "How they take part", by_phone)


async def is_erased(rehearsal: Rehearsal) -> None:
    """Leila opens her page, and erases her."""
    await press(rehearsal, "Leila", "Add members", channel=FACILITATORS)
    await press(rehearsal, "Leila", "Members without Discord", channel=FACILITATORS)
    page = await fill(rehearsal, "Leila", "Open one", {"Who?": MARGARET}, channel=FACILITATORS)
    assert HER_SEAT in page
    await press(rehearsal, "Leila", "They leave", channel=FACILITATORS)
    assert "It is erased" in await press(rehearsal, "Leila", "Yes, erase their data", channel=FACILITATORS)
    listed = await press(rehearsal, "Leila", "Back to the list", channel=FACILITATORS)
    assert "no member without Discord" in listed


async def test_nobody_else_can_ask_for_her_and_two_at_once_are_one(
    community: Rehearsal, tmp_path: Path
) -> None:
    await begin(community, tmp_path, without=MARGARET)
    await press(community, "Owen", "Named contacts", channel=FACILITATORS)
    assert "nothing to print" in await press(community, "Owen", "What to print or say", channel=FACILITATORS)
    assert "look after nobody" in await press(community, "Owen", "People I look after", channel=FACILITATORS)
    await open_her_page(community, "Leila")
    opened = await community.person("Leila").press("Relay a question", channel="questions")
    assert opened.form is not None
    sent = [opened.form.submit({"Your question": HER_QUESTION}, unchecked=True) for _ in range(2)]
    await asyncio.gather(*sent)
    await community.advance(timedelta(seconds=20))
    assert sum(HER_QUESTION in card for card in cards(community)) == 1
    # The second look is for her, too, and what it finds is sent only on a second press.
    found = await relay(community, "Leila", "Please call me on 07700 900123.")
    assert "Please look again" in found
    await press(community, "Leila", "Send it anyway")
    assert readers(community, "07700 900123") == {"Leila"}
    await press(community, "Leila", "Take it back")
    await community.advance(timedelta(seconds=40))
    assert "07700 900123" not in "".join(cards(community))


async def test_it_all_goes_on_after_a_restart(rehearsal: Rehearsal, tmp_path: Path) -> None:
    settings = settings_for(rehearsal, tmp_path)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        await begin(rehearsal, tmp_path, without=MARGARET)
        await relay(rehearsal, "Leila")
    async with bot_running(settings):
        await rehearsal.bot_ready()
        assert HER_QUESTION in await press(rehearsal, "Leila", "Their questions")
    kept = b"".join(path.read_bytes() for path in sorted(tmp_path.glob("anonymous.db*")))
    number = stand_in(MARGARETS_ID)
    forms = [
        str(number).encode(),
        number.to_bytes(8, "big"),
        number.to_bytes(8, "little"),
        MARGARETS_ID.encode(),
    ]
    assert [form for form in forms if form in kept] == []
