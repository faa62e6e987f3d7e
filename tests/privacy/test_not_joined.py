"""Somebody who has not joined, and a member without Discord: what is kept of them is shown, and goes."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.app.hosting.backing_up import back_up
from bot.app.hosting.restoring import restore
from bot.contacts.service import Presser
from bot.core.errors import Refused
from bot.people.service.without import Helper
from bot.questions.rules.stand_in import stand_in
from tests.privacy.busy.cast import (
    LINKED_WITHOUT,
    OUTSIDER,
    OUTSIDERS_PLACE,
    OUTSIDERS_TERMS,
    OUTSIDERS_WORD,
    RELAYED,
)
from tests.privacy.look import forms_of, forms_of_number, forms_of_words, look, opened
from tests.privacy.test_erasing import settings_of, starts_again
from tests.privacy.town import FACILITATOR_ROLE, HER, HERE, PEOPLE, WITHOUT_NAME, Town, said

pytestmark = pytest.mark.parametrize("kind", ["sqlite"])


def forms_of_account(account: int, words: Iterable[str]) -> dict[str, bytes]:
    """What would lead to somebody who has no id of her own."""
    found = {f"account, {form}": content for form, content in forms_of_number(account).items()}
    for each in words:
        found |= {f"{each!r}, {form}": content for form, content in forms_of_words(each).items()}
    return found


async def test_somebody_who_has_not_joined_sees_and_erases_what_is_kept(
    town: Town, log: io.StringIO, tmp_path: Path
) -> None:
    hers = forms_of_account(OUTSIDER, (OUTSIDERS_WORD, OUTSIDERS_PLACE))
    shown = said(await town.features.my_data.show(HERE, OUTSIDER))
    assert all(words in shown for words in (OUTSIDERS_PLACE, OUTSIDERS_WORD, OUTSIDERS_TERMS))
    assert f"<@{town.account(HER)}>" in shown, "who is to be her named contact"
    await back_up(settings_of(town), tmp_path / "before.db")
    for _ in range(2):
        assert "is erased" in said(await town.features.my_data.erase(HERE, OUTSIDER))
    assert await look(town, hers, log.getvalue()) == []
    assert "keeps nothing about you" in said(await town.features.my_data.show(HERE, OUTSIDER))
    assert len(await town.members()) == PEOPLE
    blocks = b"\n".join((await opened(town)).values())
    assert OUTSIDERS_TERMS.encode() in blocks, "the role that she offered stays, as nobody's"
    await town.close()
    await restore(settings_of(town), tmp_path / "before.db", is_sure=True)
    town.open()
    await starts_again(town)
    assert await look(town, hers, log.getvalue()) == []
    assert len(await town.members()) == PEOPLE


async def test_whatever_is_forgotten_of_her_is_found(town: Town, log: io.StringIO, tmp_path: Path) -> None:
    """The planted fault: a restore that brings back what only an account leads to."""
    hers = forms_of_account(OUTSIDER, (OUTSIDERS_WORD, OUTSIDERS_PLACE))
    await town.everyday.close()
    before = (town.folder / "equal-footing.db").read_bytes()
    await town.features.my_data.erase(HERE, OUTSIDER)
    await town.everyday.close()
    (town.folder / "equal-footing.db").write_bytes(before)
    await town.restart()
    assert await look(town, hers, log.getvalue()) != []


async def test_of_a_member_without_discord_all_that_was_relayed_goes_too(
    town: Town, log: io.StringIO
) -> None:
    member = (await town.without()).id
    hers = forms_of(stand_in(member), member, (*LINKED_WITHOUT, WITHOUT_NAME))
    with pytest.raises(Refused):
        await town.features.my_data.theirs(HERE, Presser(town.account(0), facilitator=True), member)
    notice = await town.features.my_data.theirs(HERE, Presser(town.account(HER)), member)
    kept = json.loads(notice.files[0].content)
    assert kept["people"]["name"] == WITHOUT_NAME
    assert kept["contacts"]["takes_part"] == "phone"
    assert all(words in str(kept) for words in LINKED_WITHOUT)
    facilitator = Helper(town.account(0), frozenset({FACILITATOR_ROLE}))
    await town.features.coming.without.erase(HERE, facilitator, member)
    await town.round.make()
    assert await look(town, hers, log.getvalue()) == []
    assert len(await town.members()) == PEOPLE - 1
    blocks = b"\n".join((await opened(town)).values())
    assert RELAYED.format(week=2).encode() in blocks, "what is out stays, as nobody's"
