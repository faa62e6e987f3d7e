"""Deliveries without a database: how long to wait, and what a key may be."""

from __future__ import annotations

import re
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.deliveries import LEASE, LOOKED_UP_AFTER, edit_key, new_key, wait_before
from bot.core.notices import Button

NONCE = 25
CUSTOM_ID = 100
#: Discord forgets a nonce after a few minutes.
NONCE_IS_REMEMBERED = timedelta(minutes=5)


@given(st.integers(2, 10_000))
def test_the_wait_is_never_shorter_than_the_one_before(attempt: int) -> None:
    assert wait_before(attempt) <= wait_before(attempt + 1)


@given(st.integers(-5, 10_000))
def test_the_wait_is_between_half_a_minute_and_a_quarter_of_an_hour(attempt: int) -> None:
    assert timedelta(seconds=30) <= wait_before(attempt) <= timedelta(minutes=15)


def test_the_wait_begins_short_and_ends_long() -> None:
    assert wait_before(2) == timedelta(seconds=30)
    assert wait_before(3) == timedelta(minutes=1)
    assert wait_before(50) == timedelta(minutes=15)


def test_what_is_claimed_is_looked_up_before_its_nonce_is_forgotten() -> None:
    assert LEASE < LOOKED_UP_AFTER < NONCE_IS_REMEMBERED


def test_a_key_fits_a_nonce_and_a_custom_id() -> None:
    keys = {new_key() for _ in range(500)}
    assert len(keys) == 500
    for key in keys:
        assert len(key) <= NONCE
        assert re.fullmatch(r"[A-Za-z0-9_-]+", key)
        custom_id = Button("questions:facilitators", "label", key).custom_id
        assert len(custom_id) <= CUSTOM_ID
        assert custom_id.rpartition(":")[2] == key


def test_an_edit_never_has_the_key_of_a_post() -> None:
    key = new_key()
    assert edit_key(key) == edit_key(key) != key
    assert " " in edit_key(key)
