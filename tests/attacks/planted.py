"""One leak each, planted into the store of the running bot: the product itself knows nothing of them."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select, text, update

from tests.attacks import hands
from tests.attacks.meeting import Whisper

Leak = Callable[[], AbstractContextManager[Whisper | None]]


@contextmanager
def row_order() -> Iterator[Whisper | None]:
    """Nothing is shuffled, and keys grow: rows lie, and are published, in the order in which people asked."""
    numbers = itertools.count(1)
    growing = SimpleNamespace(token_bytes=lambda size: next(numbers).to_bytes(size, "big"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hands.SHELF, "secrets", growing)
        patch.setattr(hands.WORLD, "SystemRandom", _InOrder)
        yield None


class _InOrder(Random):
    """Draws ever greater numbers, and shuffles nothing."""

    def __init__(self) -> None:
        super().__init__(0)
        self._drawn = itertools.count(2)

    def random(self) -> float:
        """Greater than the last one, and less than 1."""
        return 1 - 1 / next(self._drawn)

    def shuffle(self, x: Any) -> None:
        """Leave the order."""


@contextmanager
def time_stamp() -> Iterator[Whisper | None]:
    """Beside each published question stands when it was asked, in milliseconds."""
    times: dict[str, int] = {}

    def whisper(words: str, _account: int, at: datetime) -> None:
        times[words] = int(at.timestamp() * 1_000)

    with _beside_each_question("INTEGER", times.__getitem__):
        yield whisper


@contextmanager
def unkeyed_hash() -> Iterator[Whisper | None]:
    """Beside each published question stands a hash of the asker's account, made without the key."""
    hashes: dict[str, bytes] = {}

    def whisper(words: str, account: int, _at: datetime) -> None:
        hashes[words] = hashlib.sha256(str(account).encode()).digest()

    with _beside_each_question("BLOB", hashes.__getitem__):
        yield whisper


@contextmanager
def living_row() -> Iterator[Whisper | None]:
    """A waiting row keeps its key from ask to ask, and the published question takes it over."""
    keys: dict[bytes, bytes] = {}

    def key_of(words: str) -> bytes:
        return next(key for content, key in keys.items() if words.encode() in content)

    original = hands.SHELF.Shelf.write

    async def write(self: Any, tx: Any, community: int, contents: Any, **how: Any) -> None:
        await original(self, tx, community, contents, **how)
        table = self._table
        if table.name != hands.WAITING_TABLE:
            return
        chosen = select(table.c.key, table.c.block).where(table.c.community == community)
        for key, block in (await tx.execute(chosen)).all():
            content = self._seal.open(self._purpose(community), block)
            kept = keys.setdefault(content, key) if content else key
            await tx.execute(update(table).where(table.c.key == key).values(key=kept))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hands.SHELF.Shelf, "write", write)
        with _beside_each_question("BLOB", key_of):
            yield None


@contextmanager
def _beside_each_question(kind: str, value_of: Callable[[str], Any]) -> Iterator[None]:
    """A further column of published questions; what is in it is found by a question's text."""
    table = hands.QUESTION_TABLE
    original = hands.STORE.put
    has_column = False

    async def put(self: Any, tx: Any, question: Any) -> None:
        nonlocal has_column
        await original(self, tx, question)
        if not has_column:
            await tx.execute(text(f"ALTER TABLE {table} ADD COLUMN planted {kind}"))
            has_column = True
        values = {"planted": value_of(question.text), "id": question.id}
        await tx.execute(text(f"UPDATE {table} SET planted = :planted WHERE id = :id"), values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hands.STORE, "put", put)
        yield


LEAKS: Mapping[str, Leak] = {
    "row order": row_order,
    "time stamp": time_stamp,
    "unkeyed hash": unkeyed_hash,
    "row that lives on": living_row,
}
