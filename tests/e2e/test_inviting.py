"""Inviting forty people at once, as facilitators and those who are invited see it, in the real bot."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from rehearsal import Person, Rehearsal
from rehearsal.world.files import Upload
from tests.e2e.conftest import Log, bot_running, set_up, settings_for
from tests.e2e.contacts import FACILITATORS
from tests.e2e.flows import agree, fill, join, labels, press, press_more, screen, seen, under_more

MENTIONED, BY_ID, BY_NAME = 12, 11, 11
GOOD = MENTIONED + BY_ID + BY_NAME
PUT_IN = "clinical, Hill End Surgery, owen.beckett"
#: Each faulty row, with what is said of it.
FAULTY = {
    "Elowen Biscuit, clinical": "has this user name or mention",
    "nobody.here, clinical": "has this user name or mention",
    "ginger.puddle, kings": "there is no such role group here",
    "heather.puddle, clinical, , derek.holloway": "the named contact is not found, has not joined yet",
    "@owen.beckett, clinical": "has joined already",
    "alder.teapot, clinical": "stands on this list twice",
}
HEADING = "User name, Role group, Organisation, Named contact"


def crowd(rehearsal: Rehearsal) -> list[Person]:
    """The made-up people whom nobody has a part for."""
    return [each for each in rehearsal.people if each.part.side == "crowd"]


def forty(rehearsal: Rehearsal) -> str:
    """A heading, then forty rows: mentions, ids, user names, of which the last six are faulty."""
    people = crowd(rehearsal)[:GOOD]
    mentioned = [f"<@{each.user_id}>, {PUT_IN}" for each in people[:MENTIONED]]
    by_id = [f"{each.user_id}, {PUT_IN}" for each in people[MENTIONED : MENTIONED + BY_ID]]
    by_name = [f"@{username(each)}, {PUT_IN}" for each in people[MENTIONED + BY_ID :]]
    return "\n".join([HEADING, *mentioned, *by_id, *by_name, *FAULTY])


def username(person: Person) -> str:
    return person.name.casefold().replace(" ", ".")


async def preview(rehearsal: Rehearsal, who: str, *, paste: str = "", file: Upload | None = None) -> str:
    """A facilitator sends a list; what she reads."""
    await press(rehearsal, who, "Add members", channel=FACILITATORS)
    values = {"Paste the list here": paste, "Or choose a file": file}
    return await fill(rehearsal, who, "Invite from a list", values, channel=FACILITATORS)  # type: ignore[arg-type]


async def opens(rehearsal: Rehearsal) -> str:
    """What a facilitator reads about open invitations."""
    return await press(rehearsal, "Leila", "Add members", channel=FACILITATORS)


@pytest.mark.parametrize("rehearsal", [40], indirect=True)
async def test_forty_rows_with_six_faulty_ones_from_the_preview_to_the_thirtieth_day(
    rehearsal: Rehearsal, tmp_path: Path, log: Log
) -> None:
    settings, listed = settings_for(rehearsal, tmp_path), forty(rehearsal)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await set_up(rehearsal)
        await join(rehearsal, "Owen", "Leila")
        before = {each.name: screen(rehearsal, each.name) for each in crowd(rehearsal)}
        # From a spreadsheet, with what it puts at the beginning of a file.
        file = Upload("people.csv", listed.replace(", ", ";").encode("utf-8-sig"))
        await says_who_can_and_who_cannot(rehearsal, await preview(rehearsal, "Leila", file=file))
        assert "No invitation is open" in await opens(rehearsal), "a preview does nothing"
        await preview(rehearsal, "Leila", paste=listed)
    async with bot_running(settings):
        await rehearsal.bot_ready()
        label = f"Invite {GOOD}"
        assert "too old, or was used" in await press(rehearsal, "Leila", label, channel=FACILITATORS)
        await says_who_can_and_who_cannot(rehearsal, await preview(rehearsal, "Leila", paste=listed))
        leila = rehearsal.person("Leila")
        both = [seen(each) for each in await twice(leila, label)]
        assert sum(f"{GOOD} people are invited." in text for text in both) == 1
        assert sum("was used already" in text for text in both) == 1
        again = await preview(rehearsal, "Owen", paste=listed)
        assert "0 can be invited, 40 cannot" in again
        assert "is invited already" in again
        assert f"{GOOD} invitations" in await opens(rehearsal)
        await they_decide(rehearsal)
        assert f"{GOOD - 2} invitations" in await opens(rehearsal)
        told = {each.name: screen(rehearsal, each.name) for each in crowd(rehearsal)[2:]}
        assert told == {name: before[name] for name in told}, "nobody was sent anything"
        assert all(each.read_direct() == [] for each in crowd(rehearsal))
    rehearsal.world.clock.move_to(rehearsal.world.clock.now() + timedelta(days=31))
    async with bot_running(settings):
        await rehearsal.bot_ready()
        await rehearsal.settle()
        late = crowd(rehearsal)[2]
        offered = await under_more(rehearsal, late.name, "Join this community")
        assert "Hill End" not in offered
        assert "If you join" in offered
        assert "No invitation is open" in await opens(rehearsal)
    assert [each.name for each in crowd(rehearsal) if str(each.user_id) in log.getvalue()] == []


async def says_who_can_and_who_cannot(rehearsal: Rehearsal, text: str) -> None:
    assert f"{GOOD} can be invited, 6 cannot" in text
    for line, (row, why) in enumerate(FAULTY.items(), GOOD + 2):
        (said,) = [each for each in text.splitlines() if each.startswith(f"Line {line}, ")]
        assert row.partition(",")[0] in said
        assert why in said


async def twice(person: Person, label: str) -> list:  # type: ignore[type-arg]
    presses = (person.press(label, channel=FACILITATORS) for _ in range(2))
    return list(await asyncio.gather(*presses))


async def they_decide(rehearsal: Rehearsal) -> None:
    """One joins with what was put in for her, one declines."""
    first, second = crowd(rehearsal)[:2]
    read = await under_more(rehearsal, first.name, "Join this community")
    for told in ("Someone has put this in for you", "Clinical", "Hill End Surgery"):
        assert told in read
    opened = await first.press("Join", channel="questions")
    assert opened.form is not None
    assert "You joined this community" in seen(await opened.form.submit({}))
    me = await under_more(rehearsal, first.name, "About me")
    for told in ("Clinical", "Hill End Surgery", f"<@{rehearsal.person('Owen').user_id}>"):
        assert told in me
    asked = await press_more(second, "Join this community")
    assert labels(asked) == ["Join", "No, delete this", "Not now"]
    assert "It is gone" in await press(rehearsal, second.name, "No, delete this")
    assert "Hill End" not in await under_more(rehearsal, second.name, "Join this community")


async def test_who_is_not_on_a_list_reads_nothing_of_one(community: Rehearsal) -> None:
    """The planted fault of the story above: what an invited person reads is not there for everybody."""
    offered = await under_more(community, "Derek", "Join this community")
    assert "Someone has put this in for you" not in offered
    assert "You joined this community" in seen(await agree(community.person("Derek"), "Carer"))
