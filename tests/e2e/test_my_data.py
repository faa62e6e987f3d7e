"""[My data]: what somebody sees of herself, saves and erases, in the real bot; and [Privacy]."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from rehearsal import Outcome, Rehearsal, Shown
from tests.e2e.conftest import Log
from tests.e2e.test_joining import join, seen

NOTHING = "The bot keeps nothing about you in this community."
HER_QUESTION = "What does commissioning mean?"


async def my_data(rehearsal: Rehearsal, name: str) -> Shown:
    """What `/mydata` shows somebody."""
    outcome = await rehearsal.person(name).command("mydata", channel="questions")
    return only_hers(outcome)


def only_hers(outcome: Outcome) -> Shown:
    assert outcome.message is not None, outcome.failed
    assert outcome.message.only_you
    return outcome.message


async def on(rehearsal: Rehearsal, name: str, label: str, shown: Shown) -> Shown:
    """What somebody sees after a press on what she was shown."""
    return only_hers(await rehearsal.person(name).press(label, channel="questions", message=shown))


async def ask(rehearsal: Rehearsal, name: str) -> None:
    opened = await rehearsal.person(name).press("Ask anonymously", channel="questions")
    assert opened.form is not None
    await opened.form.submit({"Your question": HER_QUESTION})


def in_public(rehearsal: Rehearsal) -> list[str]:
    """What everybody reads in the channel for questions."""
    return [each.text for each in rehearsal.person("Ruth").read("questions") if not each.only_you]


def files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*.db*")))


async def test_she_sees_saves_and_erases_what_is_kept_of_her(community: Rehearsal, tmp_path: Path) -> None:
    amina = community.person("Amina")
    assert NOTHING in (await my_data(community, "Amina")).text
    await join(community, "Amina")
    await ask(community, "Amina")
    shown = await my_data(community, "Amina")
    assert "The day you joined" in shown.text
    assert f"<@{amina.user_id}>" in shown.text
    assert HER_QUESTION in shown.text
    file = (await on(community, "Amina", "Save as a file", shown)).files[0]
    assert file.name == "my-data.json"
    saved = json.loads(await amina.open_file(file))
    assert saved["people"]["account"] == str(amina.user_id)
    assert saved["questions"]["waiting"][0]["text"] == HER_QUESTION
    question = await on(community, "Amina", "Erase everything", shown)
    assert "There is no way back." in question.text
    kept = await on(community, "Amina", "No, keep it", question)
    assert "The day you joined" in kept.text
    question = await on(community, "Amina", "Erase everything", kept)
    assert (
        "Everything about you is erased."
        in (await on(community, "Amina", "Yes, erase everything", question)).text
    )
    await community.settle()
    assert NOTHING in (await my_data(community, "Amina")).text
    account = amina.user_id
    forms = [str(account).encode(), account.to_bytes(8, "big"), account.to_bytes(8, "little")]
    assert [form for form in forms if form in files(tmp_path)] == []
    await community.advance(timedelta(minutes=1))
    assert not any(HER_QUESTION in each.text for each in amina.read("questions")), "what waited is gone"


async def test_what_is_hers_is_not_anybody_elses(community: Rehearsal) -> None:
    for name in ("Amina", "Derek"):
        await join(community, name)
    amina, derek = (community.person(name).user_id for name in ("Amina", "Derek"))
    for name, own, other in (("Amina", amina, derek), ("Derek", derek, amina)):
        shown = (await my_data(community, name)).text
        assert f"<@{own}>" in shown
        assert f"<@{other}>" not in shown
    public = in_public(community)
    question = await on(community, "Amina", "Erase everything", await my_data(community, "Amina"))
    await on(community, "Amina", "Yes, erase everything", question)
    assert in_public(community) == public
    assert f"<@{derek}>" in (await my_data(community, "Derek")).text


async def test_two_presses_at_once_erase_once_and_both_are_told(community: Rehearsal, log: Log) -> None:
    await join(community, "Amina")
    question = await on(community, "Amina", "Erase everything", await my_data(community, "Amina"))
    amina = community.person("Amina")
    both = await asyncio.gather(
        *(amina.press("Yes, erase everything", channel="questions", message=question) for _ in range(2))
    )
    assert any("Everything about you is erased." in seen(outcome) for outcome in both if outcome.message)
    assert str(amina.user_id) not in log.getvalue()
    assert NOTHING in (await my_data(community, "Amina")).text


async def test_facilitators_say_how_long_and_see_what_went(community: Rehearsal, tmp_path: Path) -> None:
    leila = community.person("Leila")
    report = only_hers(await leila.press("Privacy", channel="facilitators"))
    assert "erased after 30 days" in report.text
    opened = await leila.press("Change how long", channel="facilitators", message=report)
    assert opened.form is not None
    refused = await opened.form.submit({"Days after somebody left": "soon"})
    assert "a number of days from 1 to 365" in seen(refused)
    opened = await leila.press("Change how long", channel="facilitators", message=report)
    assert opened.form is not None
    changed = await opened.form.submit({"Days after somebody left": "7"})
    assert "erased after 7 days" in seen(changed)
    await community.advance(timedelta(days=1))
    with closing(sqlite3.connect(tmp_path / "equal-footing.db")) as connection:
        (due,) = connection.execute("SELECT count(*) FROM alarm WHERE kind = 'privacy.night'").fetchone()
    assert due == 1, "the community has a night to come"
