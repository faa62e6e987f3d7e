"""Who holds the key file and the last copy resolves open questions, and none that is done with."""

from __future__ import annotations

import os
from pathlib import Path

from bot.core.sealing import SALT_BYTES, Seal
from tests.attacks import hands, key_scene, with_key

COMMUNITY, ACCOUNT, OTHER = 900_000_000_000_000_001, 190_000_000_000_000_042, 190_000_000_000_000_043


async def test_only_questions_that_are_open_or_unread_can_be_resolved(tmp_path: Path) -> None:
    month = await key_scene.play(tmp_path)
    assert len(month.open.right) == 6
    assert month.open.found == month.open.right, "the planted fault: the key opens all, while they are open"

    assert month.paused in month.read
    done = month.read - {month.paused}
    left = {number: who for number, who in month.closed.right.items() if number not in done}
    assert len(done) == 2
    assert month.closed.found == left, "closed and read: not any more, at once, but for whom is paused"

    assert month.month_later.found == {}, "closed for 30 days, read or not; the pause is over, too"
    assert month.month_later.named == set()

    later = {number: who for number, who in month.asked_again.right.items() if number > 6}
    assert month.asked_again.found == later, "only what was asked since"
    assert month.asked_again.named == {month.waiting}, "what waits names its asker, under the seal"


def sealed(seal: Seal, content: bytes, purpose: str) -> bytes:
    (of_purpose,) = (each for each in hands.purposes(COMMUNITY) if each.name == purpose)
    return seal.close(of_purpose, content, 320)


def test_a_claim_on_a_free_page_is_found_too(seal: Seal) -> None:
    """The planted fault: a block that no table knows of, its end overwritten."""
    salt = os.urandom(SALT_BYTES)
    handle = seal.handle(hands.asker_purpose(COMMUNITY, "q1"), salt, ACCOUNT)
    claim = (
        f'{{"question": "q1", "salt": "{salt.hex()}", "handle": "{handle.hex()}", "read": false}}'.encode()
    )
    file = os.urandom(5_000) + sealed(seal, claim, "shelf claim")[:-80] + os.urandom(5_000)
    found = with_key.resolve([file], seal, COMMUNITY, [OTHER, ACCOUNT])
    assert found.askers == {"q1": ACCOUNT}
    assert with_key.resolve([file], Seal(os.urandom(32)), COMMUNITY, [OTHER, ACCOUNT]).askers == {}


def test_an_account_in_what_waited_is_found_too(seal: Seal) -> None:
    act = f'{{"draft": "d", "account": {ACCOUNT}, "text": "Why?"}}'.encode()
    file = os.urandom(5_000) + sealed(seal, act, "shelf waiting") + os.urandom(5_000)
    assert with_key.resolve([file], seal, COMMUNITY, [OTHER, ACCOUNT]).named == {ACCOUNT}
