"""Agendas: order, times, breaks, role groups, what the steering group said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.agenda import rules
from bot.agenda.rules import (
    LONGEST_INVITATION,
    MOST_ITEMS,
    Approval,
    Experience,
    Plan,
    Purpose,
    Typed,
)
from bot.agenda.text import invitation
from bot.agenda.text.lines import Known
from bot.core.errors import Refused
from bot.core.wording import Wording
from config.settings import WORDING
from tests.bot.agenda.samples import PLAIN, full, plan
from tests.bot.attending.samples import MEETING

TYPED = Typed("How  letters are written", " 20 ", "Ama", "lay", "to decide")
GROUPS = ("lay", "clinical")


def lasting(*minutes: int) -> Plan:
    """An agenda whose items take so long."""
    return plan(*(replace(PLAIN, minutes=each) for each in minutes))


def ids(of: Plan) -> list[str]:
    """The items in their order, by the digits in their ids."""
    assert [each.position for each in of.items] == list(range(len(of.items)))
    return [each.id.strip("ix") for each in of.items]


def test_items_are_added_moved_and_taken_out_and_each_change_is_a_version() -> None:
    three = lasting(10, 20, 30)
    assert ids(rules.moved(three, three.items[0].id, 1)) == ["1", "0", "2"]
    assert ids(rules.moved(three, three.items[2].id, -1)) == ["0", "2", "1"]
    assert rules.moved(three, three.items[2].id, 1) is three
    assert rules.moved(three, three.items[0].id, -1) is three
    without = rules.removed(three, three.items[1].id)
    assert ids(without) == ["0", "2"]
    assert ids(rules.added(without, three.items[1], 1)) == ["0", "1", "2"]
    assert ids(rules.added(without, three.items[1], 9)) == ["0", "2", "1"]
    longer = replace(three.items[1], minutes=25)
    assert [each.minutes for each in rules.changed(three, longer).items] == [10, 25, 30]
    assert [each.version for each in (three, without, rules.added(without, longer))] == [0, 1, 2]


def test_what_is_gone_cannot_be_changed_and_a_sixteenth_does_not_fit() -> None:
    for change in (
        lambda of: rules.moved(of, "gone", 1),
        lambda of: rules.removed(of, "gone"),
        lambda of: rules.changed(of, replace(PLAIN, id="gone")),
    ):
        with pytest.raises(Refused, match="error-agenda-item-gone"):
            change(lasting(10))
    with pytest.raises(Refused, match="error-agenda-full"):
        rules.added(lasting(*[1] * MOST_ITEMS), PLAIN)
    rules.check_room(lasting(*[1] * (MOST_ITEMS - 1)))


@pytest.mark.parametrize(
    ("minutes", "after"),
    [
        ((), 0),
        ((90,), 0),
        ((30, 30), 0),
        ((30, 31), 1),
        ((10, 10, 60), 2),
        ((60, 10, 10), 1),
        ((20, 20, 20, 20), 2),
        # Two are as near: the earlier one.
        ((20, 40, 20), 1),
    ],
)
def test_a_break_is_proposed_about_the_middle_of_more_than_an_hour(
    minutes: tuple[int, ...], after: int
) -> None:
    assert rules.rest_after(lasting(*minutes)) == after


def test_what_she_decides_about_the_break_is_kept() -> None:
    four = lasting(20, 20, 20, 20)
    assert rules.rest_after(rules.rested(four, 1)) == 3
    assert rules.rest_after(rules.rested(rules.rested(four, 1), 1)) == 3
    assert rules.rest_after(rules.rested(four, -2)) == 1
    without = rules.without_rest(four)
    assert rules.rest_after(rules.added(without, full())) == 0
    assert rules.rested(without, 1) is without
    assert rules.rest_after(rules.with_rest(without)) == 2
    # Also in a plan so short that none would be proposed, and until only one item is left.
    later = rules.rested(four, 1)
    shorter = rules.removed(rules.removed(later, four.items[0].id), four.items[1].id)
    assert rules.rest_after(shorter) == 1
    assert rules.rest_after(rules.removed(shorter, four.items[2].id)) == 0
    assert rules.pauses(four) == rules.Pauses(early=True, rest=True)
    assert rules.pauses(rules.opened_early(without, early=False)) == rules.Pauses(early=False, rest=False)
    assert rules.opened_early(four, early=True) is four
    assert not rules.opened_early(four, early=False).early


def test_each_begins_when_the_one_before_is_over_and_the_break_takes_its_time() -> None:
    steps = rules.steps(lasting(20, 30, 40), MEETING.starts_at)
    told = [(each.starts_at - MEETING.starts_at, each.minutes, each.item is None) for each in steps]
    assert told == [
        (timedelta(), 20, False),
        (timedelta(minutes=20), 30, False),
        (timedelta(minutes=50), 10, True),
        (timedelta(minutes=60), 40, False),
    ]
    assert rules.minutes_of(lasting(20, 30, 40)) == 100
    assert rules.minutes_of(lasting(20, 30)) == 50


def test_minutes_fall_over_groups_and_one_without_any_is_there() -> None:
    items = [replace(PLAIN, group=group) for group in ("clinical", "gone", "", "clinical")]
    assert rules.shares(items, GROUPS) == [("lay", 0), ("clinical", 40), ("", 40)]
    assert rules.shares(items[:1], GROUPS) == [("lay", 0), ("clinical", 20)]


def test_what_is_typed_becomes_an_item() -> None:
    found = rules.explained(
        rules.described(PLAIN, TYPED, GROUPS), "The\nwords", " ", ["caring", "using services"]
    )
    wanted = frozenset({Experience.CARING, Experience.SERVICES})
    title, purpose = "How letters are written", Purpose.DECIDE
    assert found == replace(
        PLAIN, title=title, speaker="Ama", group="lay", purpose=purpose, open="The words", wanted=wanted
    )
    assert rules.described(found, replace(TYPED, group="none"), GROUPS).group == ""


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"minutes": "0"}, "error-agenda-minutes"),
        ({"minutes": "481"}, "error-agenda-minutes"),
        ({"minutes": "-5"}, "error-agenda-minutes"),
        ({"minutes": "²"}, "error-agenda-minutes"),
        ({"minutes": ""}, "error-agenda-minutes"),
        ({"minutes": "a while"}, "error-agenda-minutes"),
        ({"title": " \n "}, "error-item-title-empty"),
        ({"title": "x" * 4_000}, "error-item-title-long"),
        ({"speaker": "x" * 4_000}, "error-item-speaker-long"),
        ({"group": "managerial"}, "error-choice"),
        ({"purpose": "to sing"}, "error-choice"),
    ],
)
def test_what_cannot_be_is_refused(typed: dict[str, str], fault: str) -> None:
    with pytest.raises(Refused, match=fault):
        rules.described(PLAIN, replace(TYPED, **typed), GROUPS)


def test_other_words_and_other_experience_are_refused() -> None:
    with pytest.raises(Refused, match="error-item-words-long"):
        rules.explained(PLAIN, "", "x" * 4_000, [])
    with pytest.raises(Refused, match="error-choice"):
        rules.explained(PLAIN, "", "", ["singing"])


def test_every_item_is_on_one_page_and_a_short_agenda_has_one() -> None:
    assert rules.pages(()) == [()]
    assert len(rules.pages(lasting(*[5] * 8).items)) == 1
    for items in (lasting(*[5] * MOST_ITEMS).items, plan(*[full()] * MOST_ITEMS).items):
        pages = rules.pages(items)
        assert [each for page in pages for each in page] == list(items)
        assert all(pages)


def test_own_words_are_those_in_sentences_and_can_be_said_otherwise() -> None:
    item = replace(PLAIN, open="The words", speaker="Ama")
    assert list(rules.own_words(item)) == ["title", "open"]
    assert rules.reworded(item, {"open": "The letter"}) == replace(item, open="The letter")


def test_the_steering_group_is_asked_and_agrees_until_the_agenda_is_changed() -> None:
    before = lasting(20)
    assert rules.approval(before, has_group=False) is Approval.NO_GROUP
    assert rules.approval(before, has_group=True) is Approval.NOT_ASKED
    asked = rules.asked(before)
    assert rules.approval(asked, has_group=True) is Approval.ASKED
    agreed = rules.agreed(rules.agreed(asked, 0), 0)
    assert rules.approval(agreed, has_group=True) is Approval.AGREED
    assert rules.approval(agreed, has_group=False) is Approval.AGREED
    changed = rules.without_rest(agreed)
    assert rules.approval(changed, has_group=True) is Approval.AGREED_BEFORE
    assert rules.approval(changed, has_group=False) is Approval.AGREED_BEFORE
    assert rules.approval(rules.without_rest(asked), has_group=True) is Approval.ASKED_BEFORE
    assert rules.approval(rules.asked(changed), has_group=True) is Approval.ASKED


def test_who_would_change_something_is_heard_before_any_yes_and_can_be_asked_again() -> None:
    asked = rules.asked(lasting(20))
    for wanted in (rules.wants(rules.agreed(asked, 0), 0), rules.agreed(rules.wants(asked, 0), 0)):
        assert rules.approval(wanted, has_group=True) is Approval.WANTED
        assert rules.approval(rules.asked(wanted), has_group=True) is Approval.ASKED
    for refused in (rules.agreed, rules.wants):
        with pytest.raises(Refused, match="error-agenda-other"):
            refused(rules.without_rest(asked), 0)
    with pytest.raises(Refused, match="error-agenda-asked"):
        rules.asked(asked)
    with pytest.raises(Refused, match="error-agenda-empty"):
        rules.asked(lasting())


def test_an_invitation_says_all_of_it_and_the_longest_fits() -> None:
    say = Wording(WORDING).say
    caring = replace(
        PLAIN, title="Letters", open="The words", wanted=frozenset({Experience.CARING, Experience.CONDITION})
    )
    text = invitation.written(Known(replace(MEETING, title="We meet"), plan(caring)), "", say)
    for said in (
        "Please come to our meeting “We meet”.",
        "Wednesday 30 September 2026, from 11:30 to 13:30 (Europe/London).",
        "We will tell you later where we meet.",
        "– Letters. You can still change: The words",
        "– live with a long illness\n– look after someone",
        "press “I’m coming”",
        "ask [name], [phone or e-mail]",
    ):
        assert said in text
    longest = replace(
        MEETING, zone="America/Argentina/ComodRivadavia", place=replace(MEETING.place, link="x" * 300)
    )
    many = plan(*[full("x")] * MOST_ITEMS)
    assert len(invitation.written(Known(longest, many), "", say)) <= LONGEST_INVITATION
