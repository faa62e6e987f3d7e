"""Inviting many at once, and members without Discord, on every kind of database."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.core.database import Database
from bot.core.errors import Refused
from bot.core.notices import Form, Line, Notice, Words
from bot.people.rules import About
from bot.people.service import Helper
from tests.contracts.town import AMA, BEN, CAT, FACILITATING, HERE, Town, ids, pressable, value
from tests.support import FakeClock

CROWD = 190_000_000_000_001_000
OURS = {"patient or public member": "lay", "clinical": "clinical"}
LEILA = Helper(AMA, frozenset({FACILITATING}))


@pytest.fixture
async def town(database: Database, clock: FakeClock) -> Town:
    """A community with forty people in its server, of whom Ama and Ben have joined."""
    town = Town(database, clock)
    await town.is_built()
    for number in range(40):
        town.servers.there[HERE, CROWD + number] = frozenset({HERE})
        town.servers.called[CROWD + number] = f"Person {number}"
    town.servers.called |= {AMA: "Ama B.", BEN: "Ben", CROWD + 39: "Person 38"}
    await town.joins(AMA)
    await town.joins(BEN)
    return town


def forty() -> str:
    """Forty rows, of which six are faulty: lines 2, 3, 4, 5, 6 and 41, below a heading."""
    faulty = [
        "Nobody Here;clinical;;",
        "Person 38;clinical;;",
        "Person 1;kings;;",
        "Person 2;clinical;;Person 3",
        f"<@{AMA}>;clinical;;",
    ]
    good = [f"Person {number};Clinical;Hill End Surgery;Ben" for number in range(4, 37)]
    # The last one is there a second time, by her id.
    rows = ["Name;Role group;Organisation;Contact", *faulty, *good, f"<@{CROWD + 37}>;lay;;", str(CROWD + 36)]
    return "\n".join(rows)


async def preview(town: Town, text: str, account: int = AMA) -> Notice:
    return await town.inviting.preview(HERE, account, {"paste": text, "file": ""}, OURS)


async def send(town: Town, shown: Notice, account: int = AMA) -> Notice:
    return await town.inviting.send(HERE, account, shown.buttons[0].token)


def faults(notice: Notice) -> list[tuple[object, str, str]]:
    """The lines that are faulty: number, name as typed, why."""
    lines = [part for part in notice.parts if isinstance(part, Line)]
    found = [line for line in lines if line.id.startswith("people-fault-")]
    return [(each.values["line"], each.values["name"].words, each.id[13:]) for each in found]


async def test_of_forty_with_six_faulty_rows_34_are_invited_and_again_none(town: Town) -> None:
    shown = await preview(town, forty())
    assert (value(shown, "people-can", "good"), value(shown, "people-can", "bad")) == (34, 6)
    assert faults(shown) == [
        (2, "Nobody Here", "not-found"),
        (3, "Person 38", "several"),
        (4, "Person 1", "group"),
        (5, "Person 2", "contact"),
        (6, f"<@{AMA}>", "joined"),
        (41, str(CROWD + 36), "twice"),
    ]
    assert await town.open_invitations() == 0, "a preview does nothing"
    done = await send(town, shown)
    assert value(done, "people-invited-done", "count") == 34
    assert await town.open_invitations() == 34
    assert await town.waiting() == [], "nothing is sent to them"
    again = await preview(town, forty())
    assert value(again, "people-can", "good") == 0
    assert pressable(again) == ["people:invite"]
    assert sum(why == "invited" for _, _, why in faults(again)) == 7
    assert await town.open_invitations() == 34


async def test_two_facilitators_at_once_invite_nobody_twice(town: Town) -> None:
    shown = [await preview(town, forty(), account) for account in (AMA, BEN)]
    done = await asyncio.gather(send(town, shown[0], AMA), send(town, shown[1], BEN))
    assert sorted(value(each, "people-invited-done", "count") for each in done) == [0, 34]
    assert await town.open_invitations() == 34


async def test_a_preview_is_used_once_by_whoever_made_it_and_for_a_quarter_of_an_hour(town: Town) -> None:
    shown = await preview(town, "Person 4")
    with pytest.raises(Refused, match="error-list-gone"):
        await send(town, shown, BEN)
    await send(town, shown)
    with pytest.raises(Refused, match="error-list-gone"):
        await send(town, shown)
    late = await preview(town, "Person 5")
    town.clock.move(minutes=15)
    with pytest.raises(Refused, match="error-list-gone"):
        await send(town, late)
    assert await town.open_invitations() == 1


async def test_what_is_kept_of_an_invitation_says_nothing_without_the_key(town: Town, tmp_path: Path) -> None:
    await send(town, await preview(town, f"<@{CROWD}>, clinical, Hill End Surgery"))
    async with town.database.read() as tx:
        rows = (await tx.exec_driver_sql("SELECT handle, block FROM invitation")).all()
    kept = b"".join(bytes(part) for row in rows for part in row)
    forms = [str(CROWD).encode(), CROWD.to_bytes(8, "big"), CROWD.to_bytes(8, "little"), b"Hill End"]
    assert [form for form in forms if form in kept] == []
    await send(town, await preview(town, f"<@{CROWD + 1}>"))
    async with town.database.read() as tx:
        lengths = (await tx.exec_driver_sql("SELECT DISTINCT length(block) FROM invitation")).all()
    assert len(lengths) == 1, "how much was put in cannot be seen"


async def test_an_invited_person_reads_what_was_put_in_and_decides(town: Town) -> None:
    text = "\n".join(f"Person {number},clinical,Hill End Surgery,Ben" for number in (4, 5, 6))
    await send(town, await preview(town, text))
    four, five, six = (CROWD + number for number in (4, 5, 6))
    read = await town.joining.joining(HERE, four, frozenset({HERE}))
    assert pressable(read) == ["people:confirm", "people:decline", "people:notnow"]
    assert value(read, "people-organisation", "words") == "Hill End Surgery"
    assert value(read, "people-contact", "who") == f"<@{BEN}>"
    form = await town.joining.form(HERE, four)
    assert isinstance(form, Form)
    assert [box.name for box in form.fields] == ["group", "organisation", "contact"]
    await town.joins(four, group="clinical", organisation="Hill End Surgery")
    joined, ben = await town.member(four), await town.member(BEN)
    assert joined.about == About(groups=("clinical",), organisation="Hill End Surgery")
    assert joined.contact == ben.id
    await town.joining.join(HERE, five, frozenset({HERE}), {"group": "none"}, keeps_contact=False)
    assert (await town.member(five)).contact is None
    assert ids(await town.joining.decline(HERE, six)) == ["people-declined"]
    assert await town.open_invitations() == 0
    assert await town.people.find(HERE, six) is None
    assert "people-invited" not in ids(await town.joining.joining(HERE, six, frozenset({HERE})))


async def test_an_invitation_ends_by_night_after_thirty_days(town: Town) -> None:
    await send(town, await preview(town, "Person 4"))
    await town.days(20)
    await send(town, await preview(town, "Person 5"))
    await town.days(9)
    assert await town.open_invitations() == 2
    await town.days(2)
    assert await town.open_invitations() == 1
    await town.days(20)
    assert await town.open_invitations() == 0


async def test_invitations_are_taken_back_and_nobody_learns_who_had_one(town: Town) -> None:
    await send(town, await preview(town, "Person 4\nPerson 5\nPerson 6"))
    taken = await town.inviting.take_back(HERE, CROWD + 4)
    assert await town.open_invitations() == 2
    assert await town.inviting.take_back(HERE, CROWD + 9) == taken
    assert value(await town.inviting.back_first(HERE), "people-back-all-first", "count") == 2
    assert await town.open_invitations() == 2
    await town.inviting.take_all_back(HERE)
    page = await town.inviting.page(HERE)
    assert value(page, "people-open-invitations", "count") == 0
    assert pressable(page) == ["people:invite-list", "people:without"]


async def test_while_discord_says_nothing_a_row_is_a_fault_and_not_somebody_else(town: Town) -> None:
    town.servers.silent.add(CROWD + 4)
    assert faults(await preview(town, f"Person 4\n<@{CROWD + 4}>")) == [
        (1, "Person 4", "not-asked"),
        (2, f"<@{CROWD + 4}>", "not-asked"),
    ]


async def test_a_list_of_nobody_and_one_that_cannot_be_read_are_refused(town: Town) -> None:
    for text in ("", "\n \n", "Name, Role group"):
        with pytest.raises(Refused, match="error-nobody-listed"):
            await preview(town, text)
    with pytest.raises(Refused, match="error-list-unreadable"):
        await preview(town, '"' + "x" * 140_000)


# Members without Discord

EDITH = {"name": "Edith Moss", "group": "lay-carer", "organisation": "", "contact": ""}


async def add(town: Town, helper: Helper = LEILA, **fields: str) -> str:
    """Somebody is added; her id."""
    await town.without.add(HERE, helper, {**EDITH, **fields}, permitted=True)
    (found,) = [
        each for each in await town.everybody() if each.about.name == fields.get("name", "Edith Moss")
    ]
    return found.id


async def test_a_member_without_discord_is_added_changed_and_erased(town: Town) -> None:
    with pytest.raises(Refused, match="error-permission-needed"):
        await town.without.add(HERE, LEILA, EDITH, permitted=False)
    with pytest.raises(Refused, match="error-name-empty"):
        await town.without.add(HERE, LEILA, {**EDITH, "name": " "}, permitted=True)
    assert len(await town.everybody()) == 2
    edith = await add(town, contact=str(BEN))
    (kept,) = [each for each in await town.everybody() if each.id == edith]
    assert kept.account is None
    assert kept.about.groups == ("lay",)
    assert kept.about.permission == "a facilitator, 14 May 2026"
    assert kept.contact == (await town.member(BEN)).id
    assert await town.here() == {AMA, BEN}, "she is nobody's reader, and is never looked up"
    await town.without.set_needs(HERE, LEILA, edith, ["post", "print"], "No stairs")
    shown = await town.without.change(HERE, LEILA, edith, {**EDITH, "name": "Edith Marsh", "group": "none"})
    assert value(shown, "people-without-name", "name") == "Edith Marsh"
    assert Words("No stairs") in shown.parts
    assert value(shown, "people-contact", "who") == f"<@{BEN}>"
    await town.days(40)
    assert len(await town.everybody()) == 3, "she never counts as gone"
    await town.without.leave_first(HERE, LEILA, edith)
    assert len(await town.everybody()) == 3
    await town.without.erase(HERE, LEILA, edith)
    assert town.told == [(HERE, edith)]
    assert len(await town.everybody()) == 2


async def test_her_contact_looks_after_her_own_and_nobody_elses(town: Town) -> None:
    ben, stranger = Helper(BEN, frozenset()), Helper(CAT, frozenset())
    edith = await add(town, contact=str(BEN))
    arthur = await add(town, name="Arthur Lane")
    assert ids(await town.without.listing(HERE, ben)).count("people-without-one") == 1
    assert ids(await town.without.listing(HERE, LEILA)).count("people-without-one") == 2
    await town.without.one(HERE, ben, edith)
    with pytest.raises(Refused, match="error-no-such-member"):
        await town.without.one(HERE, ben, arthur)
    with pytest.raises(Refused, match="error-no-such-member"):
        await town.without.erase(HERE, ben, arthur)
    with pytest.raises(Refused, match="error-helpers-only"):
        await town.without.listing(HERE, stranger)
    await add(town, ben, name="Olive Reed")
    assert ids(await town.without.listing(HERE, ben)).count("people-without-one") == 2


async def test_her_contact_can_leave_in_the_middle(town: Town) -> None:
    edith = await add(town, contact=str(BEN))
    await town.joining.leave(HERE, BEN)
    shown = await town.without.one(HERE, LEILA, edith)
    assert "people-contact-none" in ids(shown)


async def test_a_long_list_comes_in_pages(town: Town) -> None:
    for number in range(23):
        await add(town, name=f"Member {number:02}")
    first = await town.without.listing(HERE, LEILA)
    (more,) = [button for button in first.buttons if button.label == "people-button-more"]
    second = await town.without.listing(HERE, LEILA, more.token)
    assert [ids(page).count("people-without-one") for page in (first, second)] == [20, 3]
