"""The scorer finds what is there to be found, and its arithmetic is that of the books."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from tests.attacks import telling
from tests.attacks.loot import Ask, Window
from tests.attacks.scorer import chance_of_at_most, score, upper_bound

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
ACCOUNTS = [1_477_968_710_860_800_000 + number for number in range(15)]
TIMES = [START + timedelta(milliseconds=700 * number) for number in range(15)]


@pytest.mark.parametrize(
    ("hits", "of", "bound"),
    # 1 - 0.05 ** (1 / n) for none; the others from tables of the beta distribution.
    [(0, 10, 0.2589), (0, 750, 0.0040), (1, 10, 0.3942), (5, 10, 0.7776), (10, 10, 1.0), (50, 750, 0.0837)],
)
def test_the_upper_bound_is_that_of_clopper_and_pearson(hits: int, of: int, bound: float) -> None:
    assert upper_bound(hits, of) == pytest.approx(bound, abs=6e-4)


def test_chances_add_up() -> None:
    assert chance_of_at_most(0, 3, 0.5) == pytest.approx(1 / 8)
    assert chance_of_at_most(2, 3, 0.5) == pytest.approx(7 / 8)
    assert chance_of_at_most(3, 3, 0.5) == 1.0
    assert chance_of_at_most(2, 3, 1.0) == 0.0


def windows_with(question: Any, number: int = 9) -> tuple[list[Window], list[list[int]]]:
    """Windows in which each question has the value that `question` makes of its ask, and a random one."""
    rng = Random(1)
    windows, truth = [], []
    for _ in range(number):
        order = rng.sample(range(15), 15)
        window = Window([Ask(account, str(account), at) for account, at in zip(ACCOUNTS, TIMES, strict=True)])
        window.by_ask["order"] = list(range(15))
        window.by_question["value"] = [question(ask, rng) for ask in order]
        window.by_question["nothing"] = [rng.random() for _ in order]
        windows.append(window)
        truth.append(order)
    return windows, truth


@pytest.mark.parametrize(
    ("question", "view"),
    [
        (lambda ask, rng: ask, "order ~ value (same)"),
        (lambda ask, rng: bytes([20 - ask]), "order ~ value (opposite)"),
        (lambda ask, rng: ask * 7 % 15, "order ~ value (learned)"),
    ],
)
def test_an_order_that_tells_is_found(question: Any, view: str) -> None:
    found = score(*windows_with(question), training=5)
    assert found.view == view
    assert (found.hits, found.questions) == (60, 60)


def test_where_nothing_tells_nothing_is_found() -> None:
    found = score(*windows_with(lambda ask, rng: rng.random(), 60), training=20)
    assert found.questions == 600
    assert found.upper_bound < 0.12


@pytest.mark.parametrize(
    "written",
    [
        lambda at: int(at.timestamp() * 1_000),
        lambda at: int(at.timestamp() * 1_000_000).to_bytes(8, "big"),
        lambda at: b"some more" + int(at.timestamp() * 1_000).to_bytes(8, "little"),
        lambda at: f"asked {at:%Y-%m-%d %H:%M:%S.%f}",
        lambda at: (int(at.timestamp() * 1_000) - 1_420_070_400_000) << 22,
    ],
)
def test_a_time_is_read_in_every_form(written: Any) -> None:
    values = [[b"all have this", START.timestamp() + 0.05, written(at)] for at in TIMES]
    assert telling.nearest_times(values, TIMES) == list(range(15))


@pytest.mark.parametrize(
    "written",
    [
        str,
        lambda account: account.to_bytes(8, "little"),
        lambda account: hashlib.sha256(str(account).encode()).hexdigest(),
        lambda account: hashlib.blake2b(account.to_bytes(8, "big"), digest_size=16).digest(),
        lambda account: hashlib.sha1(b"salt" + str(account).encode()).digest()[:12],
    ],
)
def test_an_account_is_found_behind_every_unkeyed_form(written: Any) -> None:
    values = [["salt", b"what else there is", written(account)] for account in ACCOUNTS]
    accounts = telling.Accounts(ACCOUNTS)
    assert [accounts.hashed_in(each) for each in values] == list(range(15))


def test_an_account_is_not_found_behind_a_key() -> None:
    values = [[hashlib.sha256(b"key" + str(account).encode()).digest()] for account in ACCOUNTS]
    accounts = telling.Accounts(ACCOUNTS)
    assert {accounts.hashed_in(each) for each in values} == {None}
