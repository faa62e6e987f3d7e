"""Which backups may be put back, and which are kept."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.backup.rules import (
    KEPT_BEFORE_MIGRATIONS,
    OLDEST,
    Contents,
    before_migration,
    is_too_old,
    superfluous,
)
from bot.core.erasures import KEPT

DAY = date(2026, 5, 14)


def test_no_backup_may_be_older_than_the_list_of_erasures() -> None:
    assert OLDEST <= KEPT
    contents = Contents("everyday_0004", DAY, {})
    assert not is_too_old(contents, DAY + OLDEST)
    assert is_too_old(contents, DAY + OLDEST + timedelta(days=1))


def test_what_is_in_it_is_counted_by_table() -> None:
    contents = Contents("everyday_0004", DAY, {"member": 40, "community": 2, "panel": 2})
    assert (contents.members, contents.communities) == (40, 2)
    assert (Contents("everyday_0001", DAY, {}).members) == 0


@given(st.lists(st.tuples(st.floats(0, 9e9), st.text(min_size=1)), unique_by=lambda each: each[1]))
def test_the_latest_few_are_kept(files: list[tuple[float, str]]) -> None:
    gone = superfluous(files)
    kept = [each for each in files if each[1] not in gone]
    assert len(kept) == min(len(files), KEPT_BEFORE_MIGRATIONS)
    assert all(time <= other for time, name in files if name in gone for other, _ in kept)


def test_its_name_says_before_what_it_was_made() -> None:
    assert before_migration("equal-footing", "everyday_0005") == "equal-footing-before-everyday_0005.db"
