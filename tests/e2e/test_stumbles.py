"""What a group stumbles over in a quarter: people look words up, facilitators read of it, in the real bot."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.core.keyring import read_key_file
from rehearsal import Rehearsal
from tests.attacks import with_key
from tests.e2e.conftest import Log
from tests.e2e.flows import CROWD, FACILITATING, join, labels, press, readers, seen, write_to_the_bot
from tests.e2e.test_glossary import MENU, ODD, explain, look

FACILITATORS = "facilitators"
TITLE = "## Words that were hard, January to March 2026"
TOLD = "Every three months the facilitators are told which words five or more people looked up. Never who."
#: The last day of March is in summer time: midnight in London is 23:00 in UTC.
LAST_EVENING = datetime(2026, 3, 31, 22, 30, tzinfo=UTC)
MIDNIGHT = datetime(2026, 3, 31, 23, 1, tzinfo=UTC)
MORNING = datetime(2026, 4, 1, 8, 1, tzinfo=UTC)


def told(rehearsal: Rehearsal) -> list[str]:
    """The messages about quarters that are over."""
    shown = rehearsal.person("Leila").read(FACILITATORS)
    return [each.text for each in shown if "Words that were hard, " in each.text and not each.only_you]


def copies(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.glob("*.db*"))]


async def test_a_quarter_of_look_ups(community: Rehearsal, tmp_path: Path, log: Log) -> None:
    await join(community, *CROWD, "Leila", "Owen")
    # Five people, in every way there is; one of them five times.
    for _ in range(5):
        assert TOLD in seen(await look(community, "Amina", "ICB"))
    await community.person("Derek").command("meaning", channel="general", word="ICB")
    await write_to_the_bot(community, "Rosa", "what is an ICB?")
    await look(community, "Gwyn", "icb")
    await look(community, "Linh", "I.C.B.")
    # Four people and both facilitators.
    for name in ("Amina", "Derek", "Rosa", "Gwyn", "Leila", "Owen"):
        await look(community, name, "commissioning")
    # Letters that nothing explains, in a message; and a word that is no term at all.
    for name in CROWD[:5]:
        await explain(community, name, "The ZQXT agreed.")
    await look(community, "Tom", f"{ODD} 07700 900123")
    accounts = [person.user_id for person in community.people]
    seal = read_key_file(tmp_path / "master.key")
    assert with_key.lookers(copies(tmp_path), seal, community.community_id, accounts) == set()

    await community.move_to(LAST_EVENING)
    known = with_key.lookers(copies(tmp_path), seal, community.community_id, accounts)
    assert len({who for subject, who in known if subject == "uzqxt"}) == 5, (
        "the planted fault: it can be seen"
    )
    assert len(known) == 5 + 4 + 5
    assert told(community) == []

    await community.move_to(MIDNIGHT)
    assert told(community) == [], "nobody is there at midnight"
    await community.move_to(MORNING)
    (message,) = told(community)
    assert message.startswith(TITLE)
    assert "**Looked up by several people (five or more):** Integrated care board" in message
    assert "**Not in the glossary yet, looked up by several people:** ZQXT" in message
    assert "ommissioning" not in message
    assert readers(community, TITLE) == FACILITATING
    assert with_key.lookers(copies(tmp_path), seal, community.community_id, accounts) == set()
    assert ODD not in log.getvalue()
    assert "ZQXT" not in log.getvalue()
    await _is_read_again(community)


async def _is_read_again(community: Rehearsal) -> None:
    """Facilitators copy it, and find it again from their panel."""
    copied = await press(community, "Owen", "Copy for the agenda", channel=FACILITATORS)
    assert copied.startswith("Words that were hard, January to March 2026\n")
    assert "Integrated care board" in copied
    shown = await press(community, "Leila", "Words that were hard", channel=FACILITATORS)
    assert "The next one comes after" in shown
    again = await press(community, "Leila", "January to March 2026", channel=FACILITATORS)
    assert again == copied


async def test_four_people_are_nothing_and_fewer_than_five_are_told_so(community: Rehearsal) -> None:
    await join(community, *CROWD[:4])
    shown = await press(community, "Leila", "Words that were hard", channel=FACILITATORS)
    assert "Fewer than five people have joined here who are not facilitators." in shown
    for name in CROWD[:4]:
        await look(community, name, "ICB")
    await community.move_to(LAST_EVENING)
    await join(community, "Linh")
    shown = await press(community, "Leila", "Words that were hard", channel=FACILITATORS)
    assert "There is nothing to read yet." in shown
    await community.move_to(MORNING)
    assert told(community) == [f"{TITLE}\nThere is nothing to show for these three months."]


async def test_letters_that_few_can_read_are_explained_and_not_counted(
    community: Rehearsal, tmp_path: Path
) -> None:
    """Invented ones would be bait: where four who act together read, and one person, it was that person."""
    for joined, channel in ((CROWD[:7], "general"), (CROWD[7:], "patients-and-public")):
        await join(community, *joined)
        message = await community.person("Amina").say(channel, "The ZQXT agreed.")
        for name in ("Amina", "Derek"):
            told = await community.person(name).use_menu(MENU, message=message, channel=channel)
            assert "ZQXT" in str(labels(told))
    await look(community, "Amina", "ICB")
    await community.move_to(LAST_EVENING)
    accounts = [person.user_id for person in community.people]
    seal = read_key_file(tmp_path / "master.key")
    known = with_key.lookers(copies(tmp_path), seal, community.community_id, accounts)
    assert len(known) == 1, "the planted fault: what she typed herself"
    assert "uzqxt" not in {subject for subject, _ in known}
