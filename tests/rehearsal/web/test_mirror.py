"""What a browser builds from differences is what is there, and nothing that this person may not see."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearsal import Person
from rehearsal.web import picture
from rehearsal.web.mirror import ClockMirror
from rehearsal.world.clock import WorldClock
from rehearsal.world.model import Channel, Message
from tests.rehearsal.web import worlds
from tests.rehearsal.web.browser import Copy
from tests.rehearsal.web.worlds import HAPPENINGS, Place

WATCHED = ("Amina", "Derek", "Leila")
Happened = Sequence[tuple[Callable[[Place, int], None], int]]
happened = st.lists(st.tuples(st.sampled_from(HAPPENINGS), st.integers(0, 60)), max_size=25)


def assert_differences_are_complete(all_of_it: Happened) -> None:
    place = Place()
    mirrors = {who: place.mirror(who) for who in WATCHED}
    copies = {who: Copy() for who in WATCHED}
    for happening, number in [(worlds.say, 2), (worlds.whisper, 0), *all_of_it]:
        happening(place, number)
        for who in WATCHED:
            copies[who].take_all(mirrors[who].news())
            fresh = place.fresh(who)
            assert copies[who].screen() == fresh.screen()
            assert copies[who].clock == fresh.clock
            assert mirrors[who].news() == []


def assert_only_hers(all_of_it: Happened) -> None:
    """Held against a plain reading of the rules, which is not the code that draws the picture."""
    place = Place()
    mirrors = {who: place.mirror(who) for who in WATCHED}
    for happening, number in [(worlds.whisper, each) for each in range(6)] + list(all_of_it):
        happening(place, number)
        for who, mirror in mirrors.items():
            user_id = place.people[who].user_id
            hidden = {str(each.id) for each in place.messages() if not may_see(place, user_id, each)}
            told = {
                message["id"]
                for frame in mirror.news()
                if frame["type"] == "messages"
                for message in frame["messages"]
            }
            assert not told & hidden


def test_a_role_that_came_later_can_be_named() -> None:
    place = Place()
    mirror = place.mirror("Amina")
    mirror.news()
    role = place.world.create_role("Carers")
    (frame,) = mirror.news()

    assert frame["type"] == "places"
    assert {"id": str(role.id), "name": "Carers"} in frame["roles"]


def may_see(place: Place, user_id: int, message: Message) -> bool:
    channel = place.world.channels[message.channel_id]
    if channel.recipient_id is not None:
        return channel.recipient_id == user_id
    rights = place.world.permissions(user_id, channel)
    return message.only_for in (None, user_id) and rights & 1 << 10 != 0 and rights & 1 << 16 != 0


@settings(deadline=None, max_examples=60)
@given(happened)
def test_differences_are_complete(all_of_it: Happened) -> None:
    assert_differences_are_complete(all_of_it)


@settings(deadline=None, max_examples=60)
@given(happened)
def test_nobody_is_told_what_is_not_hers(all_of_it: Happened) -> None:
    assert_only_hers(all_of_it)


def test_a_picture_that_shows_everybody_what_is_for_one_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault."""

    def everything(_person: Person, channel: Channel) -> list[Message]:
        return list(channel.messages.values())

    monkeypatch.setattr(Person, "_visible", everything)
    with pytest.raises(AssertionError):
        assert_only_hers([])


def test_a_picture_that_forgets_rights_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault: hidden channels are read."""
    monkeypatch.setattr(Person, "_sees", lambda _person, _channel: True)
    monkeypatch.setattr(Person, "may_read", lambda _person, _channel: True)
    with pytest.raises(AssertionError):
        assert_only_hers([(worlds.say, 3)])


def test_a_stamp_that_misses_a_change_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault: messages are told once, and never again."""

    def by_id(_world: object, shown: Message, _people: object, *, has_menus: bool) -> object:
        return shown.id, has_menus

    monkeypatch.setattr(picture, "stamp", by_id)
    with pytest.raises(AssertionError):
        assert_differences_are_complete([(worlds.edit, 0), (worlds.edit, 3), (worlds.edit, 6)])


def test_new_is_what_came_while_she_looked() -> None:
    place = Place()
    before = place.posted("questions", "Before")
    hidden = place.posted("facilitators", "Hidden")
    mirror, copy = place.mirror("Amina"), Copy()
    copy.take_all(mirror.news())
    assert copy.new == set()
    came = place.posted("questions", "Came")
    place.world.messages.change(before, worlds.Change(components=worlds.components(worlds.text("Edited"))))
    place.people["Amina"].gains("Facilitators")
    copy.take_all(mirror.news())
    assert copy.new == {str(came.id)}
    assert [each["id"] for each in copy.read("facilitators")] == [str(hidden.id)]


def test_what_is_in_a_place_that_goes_is_told_to_be_gone() -> None:
    place = Place()
    place.posted("general", "Here")
    mirror, copy = place.mirror("Amina"), Copy()
    copy.take_all(mirror.news())
    general = copy.place("general")
    place.world.deny("@everyone", "general", "VIEW_CHANNEL")
    copy.take_all(mirror.news())
    assert copy.messages[general] == {}
    assert "Here" not in json.dumps(copy.messages)


def test_whoever_left_has_the_chat_alone() -> None:
    place = Place()
    place.posted("general", "Here")
    place.written_to("Amina", "To you")
    place.people["Amina"].leave()
    copy = place.fresh("Amina")
    assert [(each["name"], each["kind"], each["can_write"]) for each in copy.places] == [
        ("Equal Footing", "direct", False)
    ]
    assert [each["content"] for each in copy.read("Equal Footing")] == ["To you"]


def test_without_its_history_a_place_is_empty_and_offers_nothing() -> None:
    place = Place()
    worlds.register(place, 3)
    place.posted("general", "Here")
    place.world.deny("@everyone", "general", "READ_MESSAGE_HISTORY")
    copy = place.fresh("Amina")
    assert copy.read("general") == []
    assert copy.offers[copy.place("general")] == {"commands": [], "menus": []}
    assert copy.offers[copy.place("welcome")]["menus"] == ["Not clear"]
    (general,) = [each for each in copy.places if each["name"] == "general"]
    assert not general["can_write"]


class Seconds:
    """Real seconds, as a test counts them."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_clock_that_flows_is_told_once_and_again_when_it_is_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = Seconds()
    monkeypatch.setattr("rehearsal.world.clock.time.monotonic", seconds)
    clock = WorldClock(worlds.DEFAULT_START)
    mirror = ClockMirror(clock, seconds)
    told: list[Any] = [mirror.has_moved(), mirror.has_moved()]
    clock.flow()
    told += [mirror.has_moved(), mirror.has_moved()]
    seconds.now += 3600
    told.append(mirror.has_moved())
    clock.move_to(clock.now() + timedelta(seconds=20))
    told += [mirror.has_moved(), mirror.has_moved()]
    clock.stand_still()
    told.append(mirror.has_moved())
    seconds.now += 3600
    told.append(mirror.has_moved())
    clock.move_to(clock.now() + timedelta(milliseconds=1))
    told.append(mirror.has_moved())
    assert told == [True, False, True, False, False, True, False, True, False, True]


def test_time_that_stands_still_goes_on_from_where_it_stood(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = Seconds()
    monkeypatch.setattr("rehearsal.world.clock.time.monotonic", seconds)
    clock = WorldClock(worlds.DEFAULT_START, rate=1)
    seconds.now += 60
    clock.stand_still()
    seconds.now += 60
    assert clock.now() - worlds.DEFAULT_START == timedelta(seconds=60)
