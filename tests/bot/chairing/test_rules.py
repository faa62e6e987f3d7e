"""What is on in a meeting, what comes next, and the break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.agenda.rules import Item
from bot.chairing import text
from bot.chairing.rules import BREAK, QUESTIONS, Stand, begun, goes_on, held, moved, rests, unanswered
from bot.core.errors import Refused
from bot.core.notices import Line, Notice, Words
from bot.questions.rules.question import Band, State
from tests.bot.chairing.samples import NOW, SITTING, VIEW, full, item, many, question, stands

MINUTE = timedelta(minutes=1)
THREE = [item(0), item(1), item(2)]


def stand(items: Sequence[Item] = THREE, on: str = "i0", position: int = 0) -> Stand:
    return Stand(replace(VIEW, item=on, position=position), SITTING, items)


def on(view_of: Stand) -> str | None:
    return None if view_of.item is None else view_of.item.id


def line(notice: Notice, id_: str) -> dict[str, object]:
    (found,) = [each for each in notice.parts if isinstance(each, Line) and each.id == id_]
    return {name: value.words if isinstance(value, Words) else value for name, value in found.values.items()}


def ids(notice: Notice) -> list[str]:
    return [each.id for each in notice.parts if isinstance(each, Line)]


def verbs(notice: Notice) -> list[str]:
    return [button.action.partition(":")[2] for button in notice.buttons]


def refused(what: object) -> str:
    with pytest.raises(Refused) as caught:
        what()  # type: ignore[operator]
    return caught.value.line.id


# The place on the agenda


def test_a_meeting_begins_with_its_first_item_and_without_an_agenda_with_nothing() -> None:
    assert begun(SITTING, THREE).item == "i0"
    assert begun(SITTING, []).item == ""
    bare = Stand(begun(SITTING, []), SITTING)
    assert (bare.item, bare.next, bare.item_ends_at) == (None, None, None)


def test_one_further_and_one_back() -> None:
    later = NOW + 7 * MINUTE
    second = moved(stand(), 1, later)
    assert (second.item, second.position, second.since, second.number) == ("i1", 1, later, 1)
    first = moved(Stand(second, SITTING, THREE), -1, later)
    assert (first.item, first.number) == ("i0", 2)


def test_there_is_nothing_before_the_first_after_the_last_or_without_an_agenda() -> None:
    assert refused(lambda: moved(stand(), -1, NOW)) == "error-chairing-first"
    assert refused(lambda: moved(stand(on="i2"), 1, NOW)) == "error-chairing-last"
    assert refused(lambda: moved(stand([], ""), 1, NOW)) == "error-chairing-no-agenda"


@pytest.mark.parametrize(
    ("items", "now"),
    [
        ([item(2), item(0), item(1)], "i1"),
        ([item(0), item(2)], "i2"),
        ([item(0)], "i0"),
        ([item(5), item(6), item(7), item(1)], "i1"),
        ([], None),
    ],
    ids=["moved", "gone", "gone, and it was the last", "others before it", "all gone"],
)
def test_an_agenda_that_was_changed_keeps_the_place_by_the_id_and_else_by_the_position(
    items: list[Item], now: str | None
) -> None:
    assert on(stand(items, "i1", 1)) == now


def test_an_agenda_that_is_made_in_the_meeting_begins_with_its_first_item() -> None:
    made = Stand(begun(SITTING, []), SITTING, THREE)
    assert on(made) == "i0"
    assert moved(made, 1, NOW).item == "i1"


def test_an_item_has_its_minutes_and_one_without_any_has_no_end() -> None:
    assert stand().item_ends_at == NOW + 10 * MINUTE
    for minutes in (0, -1):
        assert stand([item(0, minutes=minutes)]).item_ends_at is None


# Breaks


def test_a_break_takes_nothing_from_the_item_that_is_on() -> None:
    rest = rests(stand(), NOW + 4 * MINUTE)
    assert rest.rest is not None
    assert rest.rest.until == NOW + 4 * MINUTE + BREAK
    resting = Stand(rest, SITTING, THREE)
    assert resting.item_ends_at is None
    after = Stand(goes_on(resting, NOW + 16 * MINUTE), SITTING, THREE)
    assert after.item_ends_at == NOW + 22 * MINUTE
    assert refused(lambda: rests(resting, NOW)) == "error-chairing-break-is-on"
    assert refused(lambda: goes_on(after, NOW)) == "error-chairing-no-break"


def test_a_clock_that_was_set_back_takes_no_time_from_an_item() -> None:
    resting = Stand(rests(stand(), NOW), SITTING, THREE)
    assert goes_on(resting, NOW - 60 * MINUTE).since == NOW


def test_each_press_makes_another_token() -> None:
    view = VIEW
    tokens = {view.token}
    for change in (rests, goes_on, lambda known, now: moved(known, 1, now)):
        view = change(Stand(view, SITTING, THREE), NOW)
        tokens.add(view.token)
    assert len(tokens) == 4


# What is shown


def test_what_is_on_comes_first_then_what_comes_next() -> None:
    shown = text.view(stand([item(0, speaker="Dr Ama Boateng", open="When", fixed="Where"), item(1)]), [])
    assert ids(shown) == [
        *("chairing-now", "chairing-what", "chairing-until", "chairing-open", "chairing-fixed"),
        *("chairing-next", "chairing-meeting", "chairing-ends-itself", "chairing-questions"),
        "chairing-who-sees",
    ]
    assert line(shown, "chairing-what") == {"purpose": "talk", "said": "yes", "speaker": "Dr Ama Boateng"}
    # Summer time, on the wall in London.
    assert line(shown, "chairing-until") == {"time": "14:40", "at": int((NOW + 10 * MINUTE).timestamp())}
    assert line(shown, "chairing-next")["title"] == "Item 1"


def test_without_an_agenda_there_is_no_button_for_one() -> None:
    shown = text.view(stand([], ""), [])
    assert ids(shown) == ["chairing-title", "chairing-ends-itself", "chairing-questions", "chairing-who-sees"]
    assert verbs(shown) == ["break", "list", "end"]


@pytest.mark.parametrize(("at", "moves"), [("i0", ["next"]), ("i1", ["next", "back"]), ("i2", ["back"])])
def test_a_button_that_leads_nowhere_is_not_there(at: str, moves: list[str]) -> None:
    shown = text.view(stand(on=at), [])
    assert verbs(shown) == [*moves, "break", "list", "end"]
    assert ("chairing-last" in ids(shown)) == (at == "i2")


def test_in_a_break_its_end_comes_first_and_its_button_ends_it() -> None:
    resting = Stand(rests(stand(), NOW), SITTING, THREE)
    shown = text.view(resting, [])
    assert ids(shown)[:2] == ["chairing-break", "chairing-now"]
    assert line(shown, "chairing-break")["time"] == "14:40"
    assert "go-on" in verbs(shown)
    assert "break" not in verbs(shown)


def test_only_what_is_out_and_has_no_answer_is_open_and_what_waits_to_be_read_is_counted() -> None:
    answered = question(4, state=State.ANSWERED)
    wondered = question(3, band=Band.SEVERAL)
    waits = question(9, "Read me first", state=State.HELD, number=None)
    known = [question(2), answered, wondered, waits]
    assert [each.number for each in unanswered(known)] == [3, 2]
    assert held(known) == 1
    shown = text.view(stand(), known)
    assert line(shown, "chairing-questions") == {"number": 2}
    assert line(shown, "chairing-held") == {"number": 1}
    assert "Read me first" not in str(shown)
    assert [each.values for each in shown.buttons if each.action == "questions:answering"] == [
        {"number": 3},
        {"number": 2},
    ]


def test_one_that_is_being_answered_says_so_and_has_no_button() -> None:
    shown = text.view(stand(), [question(1, answering=True)])
    assert line(shown, "chairing-question")["answering"] == "yes"
    assert "answering" not in verbs(shown)


def test_300_questions_and_15_items_fit_into_one_message() -> None:
    shown = text.view(stand([full(at) for at in range(15)], "i7"), many())
    assert line(shown, "chairing-questions") == {"number": 300}
    assert ids(shown).count("chairing-question") == QUESTIONS
    assert len(shown.parts) + len(shown.buttons) + 5 <= 40


def test_a_meeting_that_is_over_has_no_buttons() -> None:
    over = [text.view(each, [question(1)]) for each in stands() if each.sitting.ended_at is not None]
    assert over
    for shown in over:
        assert ids(shown) == ["chairing-title", "chairing-over"]
        assert shown.buttons == ()


def test_one_button_carries_the_key_as_it_is_so_that_the_message_can_be_found() -> None:
    for each in stands():
        if each.sitting.ended_at is None:
            assert each.view.key in {button.token for button in text.view(each, None).buttons}
