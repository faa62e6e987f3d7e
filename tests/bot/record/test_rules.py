"""What becomes of a record: nobody overwrites somebody else, nothing is posted twice, texts are cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import Refused
from bot.core.notices import Words
from bot.record import rules
from bot.record.rules import MOST_ACTIONS, PAGE, Action, Box, Content, Facts, Knowledge, Part, Stage
from cogs._send import quoted
from tests.bot.record.samples import ENDED, RECORD, SMALL, action

TODAY = date(2026, 10, 1)


def writes(text: str) -> Content:
    return Content({Box.DECIDED: text})


def test_of_two_who_write_one_part_the_second_is_told_and_the_first_is_kept() -> None:
    first = rules.saved(RECORD, Part.DECIDED, 0, writes("Mornings."))
    assert first is not None
    assert first.content.words == {Box.DECIDED: "Mornings."}
    assert rules.saved(first, Part.DECIDED, 0, writes("Evenings.")) is None
    second = rules.saved(first, Part.DECIDED, 1, writes("Evenings."))
    assert second is not None
    assert second.content.words == {Box.DECIDED: "Evenings."}


def test_two_parts_are_written_at_once_and_the_same_words_twice_are_no_conflict() -> None:
    first = rules.saved(RECORD, Part.DECIDED, 0, writes("Mornings."))
    assert first is not None
    other = rules.saved(first, Part.KNOWLEDGE, 0, Content({}, (Knowledge.LIVED,)))
    assert other is not None
    assert (other.content.words, other.content.knowledge) == ({Box.DECIDED: "Mornings."}, (Knowledge.LIVED,))
    assert rules.saved(other, Part.DECIDED, 0, writes("Mornings.")) == other
    emptied = rules.saved(other, Part.DECIDED, 1, writes(""))
    assert emptied is not None
    assert emptied.content.words == {}


def test_an_action_is_there_once_and_there_are_not_too_many() -> None:
    one = rules.with_action(RECORD, action(1))
    assert rules.with_action(one, replace(action(1), id="another")) == one
    full = RECORD
    for number in range(MOST_ACTIONS):
        full = rules.with_action(full, Action(str(number), "Sam", f"thing {number}", ""))
    with pytest.raises(Refused) as caught:
        rules.with_action(full, action(1))
    assert caught.value.line.id == "error-record-actions"
    less = rules.without_action(full, "3")
    assert len(less.content.actions) == MOST_ACTIONS - 1
    assert rules.without_action(less, "3") == less


def test_a_meeting_that_goes_on_takes_the_offer_back_and_keeps_what_was_written() -> None:
    written = replace(rules.offered(RECORD, ENDED, 5, "one"), content=SMALL)
    on = rules.goes_on(written)
    assert (on.stage, on.content) == (Stage.WAITS, SMALL)
    again = rules.offered(on, ENDED, 5, "two")
    assert again.stage is Stage.OPEN
    assert again.offer_key != written.offer_key


def test_what_is_posted_stays_posted_and_says_when_it_was_changed() -> None:
    posted = rules.as_posted(replace(RECORD, content=SMALL), Facts(), TODAY)
    assert posted.posted is not None
    assert (posted.posted.content, posted.posted.changed_on) == (SMALL, None)
    assert rules.goes_on(posted) == posted
    changed = rules.as_posted(replace(posted, content=Content()), Facts(), TODAY)
    assert changed.posted is not None
    assert (changed.posted.content, changed.posted.changed_on) == (Content(), TODAY)


def test_what_is_written_after_it_was_posted_is_not_shown_yet() -> None:
    posted = rules.as_posted(replace(RECORD, content=SMALL), Facts(), TODAY)
    view = rules.shown(replace(posted, content=Content({Box.DECIDED: "Zyzzle."})), ())
    assert view is not None
    assert view.content == SMALL
    assert rules.shown(RECORD, ()) is None


@given(st.text(alphabet="ab *_[<\\\n.#>1-", max_size=400), st.integers(10, 200))
def test_a_cut_text_takes_no_more_than_its_room(text: str, room: int) -> None:
    cut = rules.shortened(text, room)
    assert "\n" not in cut
    assert len(cut) + sum(each in "\\*_~`|[<" for each in cut) <= room


@given(st.lists(st.text(alphabet="a*<\n#1.https:/ ", max_size=800), max_size=30))
def test_pages_hold_everything_in_order_and_each_fits(texts: list[str]) -> None:
    blocks = [(Words(text),) for text in texts]
    made = rules.pages(blocks)
    assert [part for page in made for part in page] == [part for block in blocks for part in block]
    for page in made:
        assert sum(len(quoted(part)) for part in page if isinstance(part, Words)) <= PAGE
