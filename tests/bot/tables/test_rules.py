"""How values become text, and in which order rows are shown."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime

import pytest

from bot.tables.rules import all_shown, shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        (b"\x00\xab", "00ab"),
        (b"", ""),
        (date(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 2, 10, tzinfo=UTC), "2026-03-02T10:00:00+00:00"),
        (2**63 - 1, "9223372036854775807"),
        ("held", "held"),
    ],
)
def test_each_kind_of_value_is_text(value: object, text: str | None) -> None:
    assert shown(value) == text


def test_rows_are_sorted_by_all_their_cells_wherever_they_lie() -> None:
    rows: list[tuple[object, ...]] = [
        (9, None, b"\x01"),
        (9, "a", b"\x00"),
        (9, "a", b"\x00\x01"),
        (9, "b", None),
        (10, None, b"\x00"),
        (10, "a", None),
    ]
    in_order = all_shown(rows)
    assert in_order[0] == ("9", None, "01")
    assert [row[0] for row in in_order] == ["9"] * 4 + ["10"] * 2
    for seed in range(50):
        random.Random(seed).shuffle(rows)
        assert all_shown(rows) == in_order


def test_a_table_of_somebody_elses_may_hold_anything() -> None:
    """SQLite lets a column hold values of every kind."""
    mixed: list[tuple[object, ...]] = [("x",), (b"\xff",), (3,), (None,), (1.5,), (True,)]
    assert all_shown(mixed) == all_shown(mixed[::-1])
    assert all_shown(mixed)[0] == (None,)
