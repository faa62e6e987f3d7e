"""Keys, handles and sealed blocks: only the right key, for the right purpose, opens anything."""

from __future__ import annotations

import base64
import secrets
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.errors import SealBroken
from bot.core.sealing import KEY_BYTES, SALT_BYTES, SEAL_BYTES, Purpose, Seal

SEAL = Seal(bytes(range(KEY_BYTES)))
PURPOSE = Purpose("asker", 7, "a question")
SALT = bytes(SALT_BYTES)
ACCOUNT = 190_000_000_000_000_042
ROOM = 400

contents = st.binary(max_size=ROOM - 4)
names = st.text(st.characters(exclude_characters="\x1f", codec="utf-8"), max_size=12)
purposes = st.builds(Purpose, names, st.integers(0, 2**63 - 1), names)


def test_the_same_person_has_the_same_handle_for_the_same_question() -> None:
    assert SEAL.handle(PURPOSE, SALT, ACCOUNT) == SEAL.handle(PURPOSE, SALT, ACCOUNT)


@pytest.mark.parametrize(
    ("purpose", "salt", "account"),
    [
        pytest.param(PURPOSE, SALT, ACCOUNT + 1, id="account"),
        pytest.param(PURPOSE, b"\1" * SALT_BYTES, ACCOUNT, id="salt"),
        pytest.param(replace(PURPOSE, community=8), SALT, ACCOUNT, id="community"),
        pytest.param(replace(PURPOSE, subject="another"), SALT, ACCOUNT, id="subject"),
        pytest.param(replace(PURPOSE, name="voter"), SALT, ACCOUNT, id="purpose"),
    ],
)
def test_anything_else_gives_another_handle(purpose: Purpose, salt: bytes, account: int) -> None:
    assert SEAL.handle(purpose, salt, account) != SEAL.handle(PURPOSE, SALT, ACCOUNT)


def test_another_key_gives_another_handle() -> None:
    other = Seal(secrets.token_bytes(KEY_BYTES))
    assert other.handle(PURPOSE, SALT, ACCOUNT) != SEAL.handle(PURPOSE, SALT, ACCOUNT)


@given(purposes, purposes)
def test_no_two_purposes_share_a_key(one: Purpose, other: Purpose) -> None:
    assert (one == other) == (one.info() == other.info())


@given(purposes, contents)
def test_what_was_sealed_comes_out_again(purpose: Purpose, content: bytes) -> None:
    assert SEAL.open(purpose, SEAL.close(purpose, content)) == content
    assert SEAL.open(purpose, SEAL.close(purpose, content, ROOM)) == content


@given(contents)
def test_every_padded_block_has_one_length(content: bytes) -> None:
    assert len(SEAL.close(PURPOSE, content, ROOM)) == SEAL_BYTES + ROOM


def test_without_padding_a_block_would_tell_the_length() -> None:
    """The planted fault."""
    assert len(SEAL.close(PURPOSE, b"short")) != len(SEAL.close(PURPOSE, b"much, much longer"))


@pytest.mark.parametrize("length", [4, 5, ROOM])
def test_what_does_not_fit_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        SEAL.close(PURPOSE, b"x" * (length - 3), length)


def test_the_same_text_sealed_twice_looks_different() -> None:
    assert SEAL.close(PURPOSE, b"text", ROOM) != SEAL.close(PURPOSE, b"text", ROOM)


@settings(max_examples=60)
@given(st.data(), contents)
def test_a_changed_byte_breaks_the_seal(data: st.DataObject, content: bytes) -> None:
    block = bytearray(SEAL.close(PURPOSE, content))
    place = data.draw(st.integers(0, len(block) - 1))
    block[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(SealBroken):
        SEAL.open(PURPOSE, bytes(block))


@pytest.mark.parametrize("length", [0, 1, 12, 13, 14, SEAL_BYTES - 1, SEAL_BYTES])
def test_a_block_cut_short_breaks_the_seal(length: int) -> None:
    with pytest.raises(SealBroken):
        SEAL.open(PURPOSE, SEAL.close(PURPOSE, b"text")[:length])


@pytest.mark.parametrize(
    "other",
    [
        replace(PURPOSE, name="voter"),
        replace(PURPOSE, community=8),
        replace(PURPOSE, subject="another"),
    ],
)
def test_a_block_does_not_open_for_another_purpose(other: Purpose) -> None:
    with pytest.raises(SealBroken):
        SEAL.open(other, SEAL.close(PURPOSE, b"text"))


def test_a_block_does_not_open_with_a_key_of_another_number() -> None:
    master = bytes(KEY_BYTES)
    block = Seal(master, 1).close(PURPOSE, b"text")
    with pytest.raises(SealBroken, match="another number"):
        Seal(master, 2).open(PURPOSE, block)


def test_a_broken_seal_does_not_repeat_what_is_in_it() -> None:
    block = SEAL.close(PURPOSE, b"am I the only one?")
    with pytest.raises(SealBroken) as caught:
        SEAL.open(replace(PURPOSE, community=8), block)
    assert "only one" not in str(caught.value)
    assert "a question" not in str(caught.value)


def test_an_older_key_opens_what_it_closed_and_closes_nothing() -> None:
    old, new = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(KEY_BYTES)
    block = Seal(old, 1).close(PURPOSE, b"text", ROOM)
    both = Seal(new, 2, {1: old})
    assert both.open(PURPOSE, block) == b"text"
    again = both.again(PURPOSE, block)
    assert (len(again), again[0]) == (len(block), 2)
    assert Seal(new, 2).open(PURPOSE, again) == b"text"
    both.drop(1)
    with pytest.raises(SealBroken, match="another number"):
        both.open(PURPOSE, block)


def test_a_handle_is_found_again_with_the_key_that_made_it() -> None:
    old, new = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(KEY_BYTES)
    kept = Seal(old).handle(PURPOSE, SALT, ACCOUNT)
    both = Seal(new, 2, {1: old})
    assert both.handle(PURPOSE, SALT, ACCOUNT, 1) == kept
    assert both.handle(PURPOSE, SALT, ACCOUNT) == both.handle(PURPOSE, SALT, ACCOUNT, 2) != kept
    both.drop(1)
    with pytest.raises(SealBroken, match="is gone"):
        both.handle(PURPOSE, SALT, ACCOUNT, 1)


@pytest.mark.parametrize("shown", [repr, str, lambda seal: f"{seal}", lambda seal: repr([seal])])
def test_a_seal_never_shows_its_key(shown: object) -> None:
    master = secrets.token_bytes(KEY_BYTES)
    said = shown(Seal(master))  # type: ignore[operator]
    for form in (master.hex(), base64.b64encode(master).decode(), repr(master)[2:-1]):
        assert form not in said
