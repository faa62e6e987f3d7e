"""The order of hands: by press, whatever the clock says; and of two presses at once one counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.notices import Notice
from bot.core.wording import Wording
from bot.hands import rules, text
from bot.hands.rules import Hand, Order, Saw, called, emptied, lowered, raised, read_token, taken_back
from config.settings import WORDING
from tests.bot.hands.samples import shown

NONE = Order(1, "s1", "k1", 2, 3)
SAYS = Wording(WORDING)


def up(*members: str, order: Order = NONE) -> Order:
    """These put their hands up, one after the other."""
    for each in members:
        order = raised(order, each)
    return order


def names(order: Order) -> list[str]:
    return [each.member for each in order.hands]


def press(order: Order, token: str) -> Order:
    """A button that was shown with this token is pressed, and counts."""
    after = called(order, read_token(token))
    assert after is not None
    return after


def test_hands_stand_in_the_order_of_the_presses_and_a_second_press_changes_nothing() -> None:
    order = up("ama", "ben", "cat", "ama")
    assert names(order) == ["ama", "ben", "cat"]
    assert raised(order, "ben") == order


def test_whoever_takes_hers_down_stands_last_when_she_comes_back() -> None:
    assert names(up("ama", order=lowered(up("ama", "ben"), "ama"))) == ["ben", "ama"]
    assert lowered(NONE, "ama") == NONE


def test_next_calls_the_first_and_a_second_press_at_once_calls_nobody() -> None:
    order = up("ama", "ben")
    after = press(order, order.token)
    assert (after.now, names(after)) == (Hand("ama", 1), ["ben"])
    assert called(after, read_token(order.token)) is None


def test_somebody_else_and_next_at_once_take_nobodys_turn() -> None:
    order = up("ama", "ben", "cat")
    after = press(order, order.token_for(order.hands[2]))
    assert (after.now, names(after)) == (Hand("cat", 3), ["ama", "ben"])
    assert called(after, read_token(order.token)) is None
    assert names(press(after, after.token)) == ["ben"]


def test_a_hand_that_went_down_is_not_called_nor_anybody_in_its_place() -> None:
    order = up("ama", "ben")
    assert called(lowered(order, "ama"), read_token(order.token)) is None


def test_who_was_called_last_has_spoken_when_nobody_waits() -> None:
    order = press(up("ama"), up("ama").token)
    done = press(order, order.token)
    assert (done.now, done.hands) == (None, ())
    # The same press once more, when somebody has come meanwhile, calls her not.
    again = up("ben", order=done)
    assert called(again, read_token(order.token)) is None
    assert called(again, read_token(done.token)) is None


def test_whoever_spoke_can_want_to_speak_again_while_she_is_called() -> None:
    order = up("ama", order=press(up("ama"), up("ama").token))
    assert (order.now, names(order)) == (Hand("ama", 1), ["ama"])
    assert rules.readable(order, "ama") == {"hand_is_up": True, "hand_was_called": True}
    assert rules.readable(order, "ben") == rules.readable(None, "ama") == {}


def test_a_call_is_taken_back_to_the_old_place_and_only_the_last_one() -> None:
    order = up("ama", "ben")
    after = press(order, order.token)
    back = taken_back(after, read_token(after.token))
    assert back is not None
    assert (back.now, names(back)) == (None, ["ama", "ben"])
    assert taken_back(press(after, after.token), read_token(after.token)) is None
    twice = taken_back(up("ama", order=after), read_token(after.token))
    assert twice is not None
    assert names(twice) == ["ama", "ben"]


def test_who_is_taken_out_is_nowhere_and_numbers_are_not_given_twice() -> None:
    order = up("ben", order=press(up("ama"), up("ama").token))
    gone = rules.without(rules.without(order, "ama"), "ben")
    assert (gone.now, gone.hands) == (None, ())
    assert up("cat", order=emptied(gone)).hands == (Hand("cat", 3),)


@pytest.mark.parametrize("token", ["", "k1", "forged", "k1.0", "k1.x.y", "k1.0.99", "k1.-1.2", ".", "k1.²."])
def test_a_token_that_was_made_up_calls_nobody(token: str) -> None:
    assert called(up("ama"), read_token(token)) is None
    assert taken_back(up("ama"), read_token(token)) is None


PRESSES = st.lists(
    st.tuples(st.sampled_from(["raise", "lower", "next", "back"]), st.integers(0, 4)), max_size=25
)


@given(PRESSES)
def test_nobody_is_in_the_order_twice_and_no_number_comes_back(presses: list[tuple[str, int]]) -> None:
    order, highest = NONE, 0
    for kind, who in presses:
        if kind == "raise":
            order = raised(order, f"m{who}")
        elif kind == "lower":
            order = lowered(order, f"m{who}")
        elif kind == "next":
            order = called(order, read_token(order.token)) or order
        else:
            order = taken_back(order, read_token(order.token)) or order
        assert len(set(names(order))) == len(order.hands)
        numbers = [each.number for each in order.hands]
        assert numbers == sorted(numbers)
        assert order.last >= highest
        highest = order.last


def said(notice: Notice) -> str:
    return "\n".join(SAYS.say(part) for part in notice.parts)  # type: ignore[arg-type]


def test_the_message_says_who_is_called_who_is_next_and_that_there_are_more() -> None:
    nobody, spoken, one, many = (text.order(each) for each in shown())
    assert "No hand is up." in said(nobody)
    assert nobody.buttons == ()
    assert "**Now:** <@" in said(spoken)
    assert [each.action for each in spoken.buttons] == ["hands:call", "hands:choose", "hands:clear"]
    assert "**Then:** –" in said(one)
    assert said(many).count("<@") == 1 + rules.MOST_NAMES
    assert "and more" in said(many)
    assert [each.token for each in many.buttons][1:] == ["k" * 16] * 2


def test_a_whole_token_is_read_as_it_was_made() -> None:
    order = press(up("ama", "ben"), up("ama", "ben").token)
    assert read_token(order.token) == Saw("k1", 1, 2)
