"""What facilitators read about their community's choices: what holds now is what the forms begin with."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.deliveries import new_key
from bot.core.notices import Choice, Field
from bot.questions import text
from bot.questions.rules.settings import PARTS, QuestionSettings, Who
from bot.questions.rules.settings import chosen as choose
from bot.questions.rules.windows import Pace
from tests.bot.questions.making import SNOWFLAKE, WORDS, WORST, actions, chosen, faults, ids, said

LOCALES = pytest.mark.parametrize("locale", WORDS.locales)
LONG = {"hours": (22, 23), "close_after": 365, "keep_for": 3_650}

made = st.builds(
    QuestionSettings,
    st.just(SNOWFLAKE),
    pace=st.sampled_from(Pace),
    hours=st.lists(st.integers(0, 23), min_size=2, max_size=2, unique=True).map(
        lambda two: tuple(sorted(two))
    ),
    release_first=st.booleans(),
    who=st.sampled_from(Who),
    close_after=st.integers(1, 365),
    keep_for=st.integers(1, 3_650),
    urgent=st.sampled_from(["", *(words[:600].strip() for words in WORST.values())]),
    threats=st.sampled_from(["", *(words[:600].strip() for words in WORST.values())]),
)


@LOCALES
@pytest.mark.parametrize("words", WORST.values(), ids=WORST)
def test_everything_about_the_choices_fits(words: str, locale: str) -> None:
    for pace in Pace:
        for who in Who:
            for first in (False, True):
                it = chosen(
                    pace=pace, who=who, release_first=first, urgent=words[:600], threats=words[:600], **LONG
                )
                notices = [text.settings(it), text.settings_saved(it)]
                notices += [text.settings_preview(new_key(), it, part) for part in PARTS]
                assert [faults(each, locale) for each in notices] == [[]] * len(notices)
                forms = [text.settings_form(it, part) for part in PARTS]
                assert [faults(each, locale) for each in forms] == [[]] * len(forms)


@settings(deadline=None)
@given(made, st.sampled_from(PARTS))
def test_a_form_that_is_sent_as_it_is_changes_nothing(it: QuestionSettings, part: str) -> None:
    typed = {}
    for box in text.settings_form(it, part).fields:
        assert isinstance(box, Field | Choice)
        typed[box.name] = box.value if isinstance(box, Field) else box.chosen
        if isinstance(box, Choice):
            assert box.chosen in [value for value, _ in box.options]
    assert choose(it, part, typed) == it


@pytest.mark.parametrize("part", PARTS)
def test_each_option_of_a_form_can_be_chosen(part: str) -> None:
    for box in text.settings_form(chosen(), part).fields:
        if isinstance(box, Choice):
            results = [choose(chosen(), part, {box.name: value}) for value, _ in box.options]
            assert len(set(results)) == len(box.options)


def test_there_is_a_button_for_each_part() -> None:
    notice = text.settings(chosen())
    assert actions(notice) == ["choose"] * len(PARTS)
    assert [button.token for button in notice.buttons] == list(PARTS)


@given(made)
@settings(deadline=None)
def test_what_holds_is_said_in_sentences(it: QuestionSettings) -> None:
    release = "release" if it.release_first else "straight"
    told = [
        f"question-told-{it.pace}",
        "question-told-between",
        f"question-told-{release}",
        f"question-told-who-{it.who}",
        "question-told-time",
    ]
    assert ids(text.settings(it)) == ["question-settings-title", *told]
    assert ids(text.settings_saved(it)) == ["question-settings-saved", *told]
    words = said(text.settings(it))
    assert f"{it.hours[0]}:00" in words
    assert f"{it.hours[1]}:00" in words
    assert f"{it.close_after} days" in words


def test_nothing_holds_before_the_second_press() -> None:
    preview = text.settings_preview("token", chosen(release_first=True), "release")
    assert ids(preview)[0] == "question-settings-preview"
    assert ids(preview)[-1] == "question-settings-from-now"
    assert "question-told-release" in ids(preview)
    assert actions(preview) == ["use", "leave"]
    assert preview.buttons[0].token == "token"


@pytest.mark.parametrize("part", ["urgent", "threats"])
def test_lines_of_its_own_are_shown_as_an_asker_will_read_them(part: str) -> None:
    it = chosen(urgent="Ring 0.", threats="We act.")
    preview = said(text.settings_preview("token", it, part))
    for line in ("Ring 0", "We act", "not medical advice"):
        assert line in preview


def test_the_risk_of_each_pace_is_said_in_words() -> None:
    assert "one time in six" in said(text.settings(chosen(pace=Pace.QUICK)))
    assert "hardest to guess" in said(text.settings(chosen(pace=Pace.CAREFUL)))
