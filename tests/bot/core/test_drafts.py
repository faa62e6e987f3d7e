"""What waits for a second press: in memory, for a while, each account its own."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.core.drafts import KEPT, Drafts
from tests.bot.questions.making import NOW, refusal

SECOND = timedelta(seconds=1)


def test_a_draft_is_there_for_a_quarter_of_an_hour() -> None:
    drafts: Drafts[str] = Drafts()
    drafts.put("token", 7, "What is it?", NOW)
    assert timedelta(minutes=15) == KEPT
    assert drafts.get("token", 7, NOW) == "What is it?"
    assert drafts.get("token", 7, NOW + KEPT - SECOND) == "What is it?"
    assert refusal(lambda: drafts.get("token", 7, NOW + KEPT)).id == "error-draft-gone"


def test_only_its_writer_gets_it_back() -> None:
    drafts: Drafts[str] = Drafts()
    drafts.put("token", 7, "What is it?", NOW)
    assert refusal(lambda: drafts.get("token", 8, NOW)).id == "error-draft-gone"
    assert refusal(lambda: drafts.get("another", 7, NOW)).id == "error-draft-gone"
    assert drafts.get("token", 7, NOW) == "What is it?"


def test_what_was_kept_too_long_is_not_in_memory_any_more() -> None:
    drafts: Drafts[str] = Drafts()
    drafts.put("old", 7, "What is it?", NOW)
    drafts.put("new", 8, "And that?", NOW + KEPT)
    # Also a clock that was set back does not bring it back.
    assert refusal(lambda: drafts.get("old", 7, NOW)).id == "error-draft-gone"
    drafts.put("newer", 8, "And this?", NOW + KEPT + SECOND)
    assert drafts.get("new", 8, NOW + KEPT + SECOND) == "And that?"


def test_a_draft_can_be_dropped_and_written_anew() -> None:
    drafts: Drafts[str] = Drafts()
    drafts.put("token", 7, "What is it?", NOW)
    drafts.put("token", 7, "What is that?", NOW + KEPT - SECOND)
    assert drafts.get("token", 7, NOW + KEPT) == "What is that?"
    drafts.drop("token")
    drafts.drop("never there")
    assert refusal(lambda: drafts.get("token", 7, NOW)).id == "error-draft-gone"


def test_all_of_one_account_can_be_forgotten() -> None:
    drafts: Drafts[str] = Drafts()
    for token, account in (("a", 7), ("b", 7), ("c", 8)):
        drafts.put(token, account, "x", NOW)
    drafts.forget(7)
    assert refusal(lambda: drafts.get("a", 7, NOW)).id == "error-draft-gone"
    assert refusal(lambda: drafts.get("b", 7, NOW)).id == "error-draft-gone"
    assert drafts.get("c", 8, NOW) == "x"


def test_of_two_who_use_it_the_second_finds_nothing() -> None:
    drafts: Drafts[str] = Drafts()
    drafts.put("token", 7, "x", NOW)
    with drafts.using("token", 7, NOW) as content:
        assert content == "x"
        assert refusal(lambda: drafts.get("token", 7, NOW)).id == "error-draft-gone"
    assert refusal(lambda: drafts.get("token", 7, NOW)).id == "error-draft-gone"


@pytest.mark.parametrize("trouble", [OSError, asyncio.CancelledError])
def test_what_could_not_be_done_can_be_pressed_again(trouble: type[BaseException]) -> None:
    drafts: Drafts[str] = Drafts()
    drafts.put("token", 7, "x", NOW)
    with pytest.raises(trouble), drafts.using("token", 7, NOW):
        raise trouble
    assert drafts.get("token", 7, NOW) == "x"
    assert refusal(lambda: drafts.get("token", 7, NOW + KEPT)).id == "error-draft-gone"


def test_what_was_forgotten_while_it_was_used_does_not_come_back() -> None:
    drafts: Drafts[str] = Drafts()
    drafts.put("token", 7, "x", NOW)
    with pytest.raises(OSError), drafts.using("token", 7, NOW):
        drafts.forget(7)
        raise OSError
    assert refusal(lambda: drafts.get("token", 7, NOW)).id == "error-draft-gone"
