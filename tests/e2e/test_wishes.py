"""What would let people come, what they would talk about, and who is missing: in the real bot."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from rehearsal import Rehearsal
from tests.e2e.attending import decide, posts
from tests.e2e.conftest import Log, pass_window
from tests.e2e.contacts import FACILITATORS as DESK
from tests.e2e.contacts import mention, put_members
from tests.e2e.flows import FACILITATING, KINDS, at, fill, join, labels, mine, press, readers, screen, seen
from tests.e2e.hands import forge
from tests.e2e.test_attending import COMING, MAYBE, NOT, TITLE, a_meeting
from tests.e2e.test_standing_roles import offer

EASIER, ITEM, ANSWERS = (
    "What would make it easier to come?",
    "Propose something to talk about",
    "What was proposed",
)
BOX, WHAT, WHY = (
    "What would make it easier?",
    "What do you want to talk about?",
    "Why does it matter? (It may be empty)",
)
HERS, THEIRS = "A lift to the door", "A meeting in the evening"
NAMED = {"Do you want your name with it?": "With my name"}
PARKING, REASON = "The price of parking", "Thank you. We talk about it in June."
#: The first Monday after the rehearsal begins, and a moment after nine.
MONDAY = at(9, 9, 1)


async def test_whoever_says_that_she_cannot_come_says_why_to_nobodys_eyes_but_the_batchs(
    community: Rehearsal, tmp_path: Path, log: Log
) -> None:
    await join(community, "Amina", "Priya", "Tom")
    await decide(community, tmp_path, None, a_meeting(community))
    for who, label in (("Amina", NOT), ("Priya", COMING), ("Tom", MAYBE)):
        (announced,) = posts(community, TITLE)
        told = await community.person(who).press(label, channel="questions", message=announced)
        assert EASIER in labels(told)
        assert (ITEM in labels(told)) is (label == COMING)
    others = {who: screen(community, who) for who in KINDS if who != "Amina"}
    assert "Nobody in this community can see who wrote it." in await fill(
        community, "Amina", EASIER, {BOX: HERS}
    )
    assert "What would make it easier to come. It is put with" in await mine(community, "Amina")
    # Who has not joined finds it with the next meeting; what she wrote is taken back.
    shown = await forge(community, community.person("Derek"), "attending:next:")
    assert labels(shown)[-3:] == [ITEM, EASIER, ANSWERS]
    await fill(community, "Derek", EASIER, {BOX: "Never mind me"})
    await press(community, "Derek", "Take it back")
    assert {who: screen(community, who) for who in others if who != "Derek"} == {
        who: shown for who, shown in others.items() if who != "Derek"
    }
    await pass_window(community)
    assert "nothing of yours" in await mine(community, "Amina")
    await community.move_to(MONDAY - timedelta(minutes=2))
    assert readers(community, HERS) == {"Amina"}, "what she was shown when she looked"
    await community.move_to(MONDAY)
    assert readers(community, HERS) == {"Amina", *FACILITATING}
    (given,) = (each for each in community.person("Owen").read(DESK) if HERS in each.text)
    for hidden in ("Amina", mention(community, "Amina"), TITLE, "Never mind me", "March"):
        assert hidden not in given.text
    assert HERS not in log.getvalue()
    told = seen(await _unchecked(community, "Amina", EASIER, {BOX: "x" * 4_000}))
    assert "500 is the most" in told


async def test_an_item_has_its_answer_with_a_name_and_without(community: Rehearsal, log: Log) -> None:
    await join(community, "Amina")
    for who, values in (("Amina", NAMED), ("Derek", {})):
        shown = await forge(community, community.person(who), "attending:next:")
        assert ITEM in labels(shown)
        await fill(community, who, ITEM, {WHAT: f"{PARKING} of {who}", WHY: "It is dear.", **values})
    assert "Many" not in screen(community, "Leila")
    told = seen(await _unchecked(community, "Derek", ITEM, {WHAT: PARKING, **NAMED}))
    assert "you have to join first" in told
    await pass_window(community)
    for who in ("Amina", "Priya"):
        for action in ("list", "put", "decline"):
            outcome = await forge(community, community.person(who), f"wishes:{action}:x")
            assert "Only facilitators can do this" in seen(outcome)
    await press(community, "Leila", "Meetings", channel=DESK)
    listed = await press(community, "Leila", "Proposed items", channel=DESK)
    assert "Proposed by: Amina" in listed
    assert listed.count("Proposed by") == 1
    assert "No meeting is planned." in seen(
        await community.person("Leila").press("Put 1 on the agenda", channel=DESK)
    )
    for _ in "12":
        await press(community, "Leila", "Meetings", channel=DESK)
        await press(community, "Leila", "Proposed items", channel=DESK)
        answered = await fill(
            community, "Leila", "1: not now, because", {"Why not now?": REASON}, channel=DESK
        )
        assert "That is kept." in answered
    (told_her,) = (each.text for each in community.person("Amina").read_direct() if REASON in each.text)
    assert f"{PARKING} of Amina" in told_her
    assert all(REASON not in each.text for each in community.person("Derek").read_direct())
    await forge(community, community.person("Derek"), "attending:next:")
    answers = await press(community, "Derek", ANSWERS)
    assert f"{PARKING} of Derek" in answers
    assert answers.count(f"Not now, because: {REASON}") == 2
    assert PARKING not in log.getvalue()


async def test_the_steering_group_is_asked_who_is_missing_and_an_idea_has_no_name(
    community: Rehearsal, tmp_path: Path
) -> None:
    await join(community, "Amina", "Derek")
    await put_members(community, tmp_path, "Amina", "Derek")
    await offer(community, "Steering group", "Amina")
    await community.advance(timedelta(days=1))
    assert (await community.person("Amina").press("Yes")).message is not None
    await community.move_to(at(18, 8, 59))
    assert readers(community, "Who is not here") == set()
    await community.move_to(at(18, 9, 1))
    assert readers(community, "Who is not here") == {"Amina"}
    opened = await community.person("Amina").press("Write down an idea")
    assert opened.form is not None
    assert "guess who" in opened.form.text
    told = await opened.form.submit({"What would let them come?": THEIRS})
    assert told.message is not None
    assert "no name is with it" in told.message.text
    await community.move_to(at(23, 9, 1))
    assert readers(community, THEIRS) == FACILITATING
    await community.move_to(at(31, 12))
    assert len([1 for each in community.person("Amina").read_direct() if "Who is not here" in each.text]) == 1


async def _unchecked(rehearsal: Rehearsal, who: str, label: str, values: dict[str, str]):  # type: ignore[no-untyped-def]
    await forge(rehearsal, rehearsal.person(who), "attending:next:")
    opened = await rehearsal.person(who).press(label, channel="questions")
    assert opened.form is not None
    return await opened.form.submit(values, unchecked=True)
