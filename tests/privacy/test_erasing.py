"""One of forty is erased after a busy quarter: nothing leads to her, and for the others nothing changes."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.app.hosting.backing_up import back_up
from bot.app.hosting.restoring import restore
from bot.core.notices import Notice
from config.settings import Settings
from tests.privacy.busy.cast import CALLS_HER, COVER, HER_TERMS, LINKED, UNLINKED, WRITES_TO_HER
from tests.privacy.look import Found, forms_of, look, opened
from tests.privacy.rows import about, rows
from tests.privacy.town import HER, HER_NAME, HERE, PEOPLE, WITHOUT, Town, said

#: Whoever waited for her is told that it is somebody else now, and that one whom to look after.
TOLD = (CALLS_HER, WRITES_TO_HER, COVER)
#: What somebody sees of what was between her and them, and goes with her: a call, cover, an offer.
BETWEEN_THEM = ("call", "has_cover")
#: What stands in the place of her name.
SOMEONE = "someone who has left"


async def forms(town: Town) -> dict[str, bytes]:
    """What would lead to her; to be asked for while she is there."""
    return forms_of(town.account(HER), (await town.member(HER)).id, LINKED)


async def erase_her(town: Town) -> Notice:
    """She presses, and what follows by itself is done."""
    notice = await town.features.my_data.erase(HERE, town.account(HER))
    await town.round.make()
    return notice


def kinds(found: list[Found]) -> set[str]:
    return {each.form.split(",")[0] for each in found}


async def test_nothing_is_left_that_leads_to_her(town: Town, log: io.StringIO) -> None:
    hers = await forms(town)
    before = await look(town, hers, log.getvalue())
    for words in ("account", "own id", *map(repr, LINKED)):
        assert any(each.form.startswith(words) for each in before), f"while she is there, {words} is found"
    assert not [each for each in before if each.where == "log"]
    assert "Everything about you is erased" in said(await erase_her(town))
    assert await look(town, hers, log.getvalue()) == []
    assert "nothing about you" in said(await town.features.my_data.show(HERE, town.account(HER)))
    await unlinked_words_are_still_there(town)
    await later_comes_without_her_name(town)
    assert "Everything about you is erased" in said(await erase_her(town)), "twice is once"
    assert await look(town, hers, log.getvalue()) == []


async def unlinked_words_are_still_there(town: Town) -> None:
    """What nobody can link to her goes at its own time, and is not hers any more."""
    assert UNLINKED
    blocks = b"\n".join((await opened(town)).values()).decode("utf-8", "replace")
    assert all(words in blocks for words in UNLINKED)
    page = await town.features.questions.asking.mine(HERE, town.account(HER))
    assert not any(words in said(page.notice) for words in UNLINKED)
    pages = [said(await town.features.my_data.show(HERE, town.account(3), str(page))) for page in range(1, 9)]
    assert any("what nobody can link to you" in shown for shown in pages)


async def later_comes_without_her_name(town: Town) -> None:
    """What waits for others comes to them, and does not name her."""
    already = {each.id for each in town.discord.messages}
    await town.passes(days=4)
    messages = [said(each.notice) for each in town.discord.messages if each.id not in already]
    assert any(f"{SOMEONE}: a few" in each for each in messages)
    assert any(f"It is with {SOMEONE} now." in each for each in messages)
    assert any("Your papers are here." in each for each in messages)
    assert not any(str(town.account(HER)) in each for each in messages)


class Others:
    """What everybody but her sees and has, with what has to change when she goes taken out."""

    def __init__(self, town: Town, own_id: str) -> None:
        self.account, self.cover = str(town.account(HER)), str(town.account(COVER))
        self.own_id = own_id

    async def look(self, town: Town) -> tuple[object, dict[int, Any]]:
        """The channels, and what each of them finds."""
        numbers = [number for number in range(PEOPLE) if number not in (HER, WITHOUT)]
        public = self.without_her(town.public())
        return public, {number: self.without_her(await town.seen_by(number)) for number in numbers}

    def without_her(self, shown: object) -> Any:
        """Her name and her answers' signature are somebody's; whoever looks after people is her cover."""
        if isinstance(shown, dict):
            given = {**shown, "contact": self.cover} if shown.get("contact") == self.account else shown
            return {key: self.without_her(value) for key, value in given.items() if key not in BETWEEN_THEM}
        if isinstance(shown, list):
            hers = (self.account, self.own_id)
            return [
                self.without_her(each) for each in shown if each not in hers and HER_TERMS not in str(each)
            ]
        if isinstance(shown, str):
            without = shown.replace(f"{HER_NAME} answers:", "A facilitator answers:")
            return without.replace(f"<@{self.account}>", SOMEONE)
        return shown


async def test_for_the_others_nothing_changes_but_her_name(town: Town) -> None:
    her = (await town.member(HER)).id
    others, hers, kept = Others(town, her), await about(town, her), await rows(town)
    public, before = await others.look(town)
    assert HER_NAME in str(town.public())
    await erase_her(town)
    shown, after = await others.look(town)
    assert shown == public
    for number, seen in before.items():
        new = after[number]["chat"][len(seen["chat"]) :]
        assert not new or number in TOLD
        assert not any(SOMEONE in each or others.account in each for each in new)
        if number in TOLD:
            after[number] = {**seen, "mine": after[number]["mine"]}
    assert after == before
    assert HER_NAME not in str(town.discord.messages)
    left = await rows(town)
    assert {name: kept[name] - left[name] for name in kept} == hers
    # Her cover is asked for times, and has a call to make for the member without Discord.
    assert {name for name in kept if left[name] - kept[name]} <= {"nudge", "errand"}


async def test_a_backup_made_before_brings_nothing_of_hers_back(
    town: Town, log: io.StringIO, tmp_path: Path
) -> None:
    hers, her = await forms(town), (await town.member(HER)).id
    kept, gone = await rows(town), await about(town, her)
    settings = settings_of(town)
    await back_up(settings, tmp_path / "before.db")
    await erase_her(town)
    await town.close()
    await restore(settings, tmp_path / "before.db", is_sure=True)
    town.open()
    left = await rows(town)
    assert {name: len(keys - left[name]) for name, keys in kept.items() if name not in DROPPED} == {
        name: len(keys) for name, keys in gone.items() if name not in DROPPED
    }
    await starts_again(town)
    assert await look(town, hers, log.getvalue()) == []
    assert len(await town.members()) == PEOPLE - 1


#: In these tables a restore also drops what may be of people who have not joined: nobody could tell.
DROPPED = ("invitation", "word")


def settings_of(town: Town) -> Settings:
    """What the host's commands go by."""
    return Settings(
        database_url=town.url,
        anonymous_database_url=f"sqlite+aiosqlite:///{town.folder}/anonymous.db",
        key_file=town.key_file,
    )


async def starts_again(town: Town) -> None:
    """The bot starts after a restore."""
    # The command goes by the machine's clock.
    town.clock.time = max(town.clock.time, datetime.now(UTC))
    await town.restart()
    await town.passes(minutes=5)


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_an_interrupted_erasure_is_finished_after_the_next_start(
    town: Town, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    hers = await forms(town)

    async def fails(community: int, account: int) -> None:
        raise OSError("no space left on device")

    rights = town.features.rights
    broken = replace(rights, by_account=tuple(replace(each, erase=fails) for each in rights.by_account))
    monkeypatch.setattr(town.features.erasing, "_rights", broken)
    assert "Everything about you is erased" in said(await erase_her(town))
    assert "account" in kinds(await look(town, hers, log.getvalue())), "whose it is waits, sealed"
    assert len(await town.members()) == PEOPLE - 1
    await town.restart()
    await town.passes(minutes=5)
    assert await look(town, hers, log.getvalue()) == []


@pytest.mark.parametrize("kind", ["sqlite"])
async def test_a_backup_that_is_only_copied_back_is_noticed(
    town: Town, log: io.StringIO, tmp_path: Path
) -> None:
    """The planted fault: nobody erases again who was erased since."""
    hers = await forms(town)
    await town.everyday.close()
    before = (town.folder / "equal-footing.db").read_bytes()
    await erase_her(town)
    await town.everyday.close()
    (town.folder / "equal-footing.db").write_bytes(before)
    await town.restart()
    assert "own id" in kinds(await look(town, hers, log.getvalue()))


FEATURES = (
    "attending",
    "hands",
    "presence",
    "preparation",
    "standing_roles",
    "contacts",
    "glossary",
    "proposals",
    "wishes",
    "nudges",
    "people",
)


@pytest.mark.parametrize("kind", ["sqlite"])
@pytest.mark.parametrize("forgotten", [*FEATURES, "by account", "names", "messages", "file"])
async def test_whatever_is_forgotten_is_found(
    town: Town, log: io.StringIO, monkeypatch: pytest.MonkeyPatch, forgotten: str
) -> None:
    """The planted faults: a feature, the messages that wait, or the emptying of the files, left out."""
    hers, rights = await forms(town), town.features.rights

    async def nothing(*args: object) -> None:
        """In place of what would forget."""

    if forgotten in FEATURES:
        named = tuple(each for each in rights.named if each.name != forgotten)
        rights = replace(rights, named=named)
    elif forgotten == "by account":
        rights = replace(rights, by_account=())
    elif forgotten == "names":
        rights = replace(rights, unnames=())
    elif forgotten == "messages":
        monkeypatch.setattr(town.features.ground.deliveries, "forget", nothing)
    else:
        monkeypatch.setattr(town.everyday, "forget", nothing)
    monkeypatch.setattr(town.features.erasing, "_rights", rights)
    await town.features.my_data.erase(HERE, town.account(HER))
    assert await look(town, hers, log.getvalue()) != []
