"""Which proposals belong together, who sees which, and what can become of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.core.errors import Refused
from bot.proposals import rules
from bot.proposals.rules import Decision, Fate, Kind, Proposal

DAY = date(2026, 3, 2)
WORD = Proposal("a", 1, Kind.WORD, "", "Care budget", "Money for care.", DAY)
OTHER = replace(WORD, id="b", name="CARE BUDGET", plain="What care may cost.")
DECLINED = Decision(Fate.DECLINED, DAY, "f", "Thank you. We have it already.")


def test_a_decision_is_made_once() -> None:
    done = rules.decided(WORD, DECLINED)
    assert (done.fate, done.reason, done.who) == (Fate.DECLINED, DECLINED.reason, "f")
    with pytest.raises(Refused):
        rules.decided(done, replace(DECLINED, fate=Fate.TAKEN))


def test_only_proposals_for_one_word_are_put_together() -> None:
    joined = rules.together(WORD, OTHER, DAY, "f")
    assert (joined.fate, joined.into) == (Fate.TOGETHER, "b")
    assert rules.apart(joined) == WORD
    for not_this in (WORD, replace(OTHER, name="Pathway"), rules.decided(OTHER, DECLINED)):
        with pytest.raises(Refused):
            rules.together(WORD, not_this, DAY, "f")


def test_two_meanings_of_one_term_belong_together_whatever_it_is_called_now() -> None:
    first = replace(WORD, kind=Kind.MEANING, term="t1", name="ICB")
    assert rules.are_for_one_word(first, replace(OTHER, kind=Kind.MEANING, term="t1", name="Board"))
    assert not rules.are_for_one_word(first, replace(OTHER, kind=Kind.MEANING, term="t2", name="Board"))


def test_what_was_for_two_terms_that_are_gone_is_not_for_one_word() -> None:
    first = replace(WORD, kind=Kind.MEANING, term="t1", name="")
    assert not rules.are_for_one_word(first, replace(first, id="b", term="t2"))


def test_what_was_put_together_shares_its_fate_and_waits_again_if_that_goes() -> None:
    first = rules.together(WORD, OTHER, DAY, "f")
    done = rules.decided(OTHER, DECLINED)
    assert rules.ending(first, [first, done]) == done
    assert rules.ending(first, [first]) == first
    circle = replace(OTHER, fate=Fate.TOGETHER, into="a")
    assert rules.ending(first, [first, circle]) in (first, circle), "a circle comes to an end"
    assert rules.loosened([first, OTHER], "b") == [WORD]


def test_what_waits_comes_first_and_what_is_held_is_not_for_everybody() -> None:
    held = replace(WORD, id="c", is_held=True)
    old = replace(OTHER, id="d", on=DAY - timedelta(days=3))
    done = replace(rules.decided(replace(WORD, id="e"), DECLINED))
    assert [each.id for each in rules.in_order([done, WORD, held, old])] == ["d", "a", "c", "e"]
    assert [each.id for each in rules.for_everybody([done, WORD, held, old])] == ["d", "a", "e"]


def test_what_came_without_a_name_is_never_refused() -> None:
    bare = replace(WORD, name="", plain="")
    made = rules.unsigned(bare, None, f"  {'x' * 500}\n{'y' * 900}\nz")
    assert (len(made.name), len(made.plain)) == (100, 300)
    assert made.member is None
    assert rules.unsigned(bare, None, "").plain == ""


def test_words_that_were_taken_out_are_gone_with_their_name() -> None:
    gone = rules.emptied(replace(WORD, by="Elowen", member="m"))
    assert (gone.name, gone.plain, gone.by, gone.member, gone.is_out) == ("", "", "", None, True)
