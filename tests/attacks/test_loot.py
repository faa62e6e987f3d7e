"""What the thief keeps of a window, on small files whose leaks are known."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.attacks.hands import Card
from tests.attacks.loot import Ask, Thief

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
ACCOUNTS = (1_477_968_710_860_800_001, 1_477_968_710_860_800_002, 1_477_968_710_860_800_003)
#: Which ask each card is of.
TRUTH = [2, 0, 1]


class Store:
    """A table of questions and one of what waits, as a careless bot would keep them."""

    def __init__(self, folder: Path) -> None:
        self.connection = sqlite3.connect(folder / "careless.db", isolation_level=None)
        self.connection.execute("CREATE TABLE waiting (key BLOB PRIMARY KEY) WITHOUT ROWID")
        self.connection.execute("CREATE TABLE question (token TEXT PRIMARY KEY, more BLOB) WITHOUT ROWID")

    def waits(self) -> bytes:
        key = secrets.token_bytes(16)
        self.connection.execute("INSERT INTO waiting VALUES (?)", (key,))
        return key

    def comes_out(self, more: bytes) -> Card:
        token, message = secrets.token_urlsafe(12), 1_477_968_710_861_000_000 + secrets.randbelow(1 << 20)
        self.connection.execute("INSERT INTO question VALUES (?, ?)", (token, more))
        return Card(message, 1, "What?", (token,))

    def changes(self, card: Card) -> None:
        change = "UPDATE question SET more = ? WHERE token = ?"
        self.connection.execute(change, (secrets.token_bytes(8), card.wires[0]))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path)
    yield store
    store.connection.close()


def hold(thief: Thief, store: Store, *, carried_over: bool) -> list[Card]:
    """One window, in which what waited is carried over into the question or not."""
    thief.begin()
    keys = []
    for account in ACCOUNTS:
        keys.append(store.waits())
        thief.asked(Ask(account, str(account), NOW), 0)
    cards = [store.comes_out(keys[ask] if carried_over else secrets.token_bytes(16)) for ask in TRUTH]
    store.connection.execute("DELETE FROM waiting")
    thief.end(cards)
    return cards


def thief_in(folder: Path) -> Thief:
    (folder / "master.key").write_bytes(b"not for him")
    return Thief(folder, "master.key", lambda: "")


def test_bytes_that_are_carried_over_point_to_their_ask(store: Store, tmp_path: Path) -> None:
    thief = thief_in(tmp_path)
    hold(thief, store, carried_over=True)
    assert thief.window.pointing["first copy with its bytes"] == TRUTH
    hold(thief, store, carried_over=False)
    assert thief.window.pointing["first copy with its bytes"] == [None, None, None]


def test_rows_are_linked_to_cards_by_what_the_buttons_carry(store: Store, tmp_path: Path) -> None:
    thief = thief_in(tmp_path)
    cards = hold(thief, store, carried_over=False)
    tokens = thief.window.by_question["copy 0: careless.question, token"]
    assert tokens == [card.wires[0] for card in cards]


def test_what_changes_when_somebody_goes_points_to_her(store: Store, tmp_path: Path) -> None:
    thief = thief_in(tmp_path)
    cards = hold(thief, store, carried_over=False)
    with thief.around(ACCOUNTS[0]):
        pass
    assert thief.window.pointing["changed when somebody acted"] == [None, None, None]
    with thief.around(ACCOUNTS[0]):
        store.changes(cards[TRUTH.index(0)])
    assert thief.window.pointing["changed when somebody acted"] == [None, 0, None]


def test_the_key_file_is_not_taken(store: Store, tmp_path: Path) -> None:
    thief = thief_in(tmp_path)
    thief.begin()
    store.connection.execute("INSERT INTO waiting VALUES (?)", (b"not for her",))
    thief.asked(Ask(ACCOUNTS[0], "A", NOW), 0)
    kept = b"".join(bucket.raw for bucket in thief._buckets)
    assert b"not for her" in kept
    assert b"not for him" not in kept
