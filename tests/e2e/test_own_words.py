"""What facilitators write themselves is looked at in the preview that they see anyway, in the real bot."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.glossary.rules import before_posting as rules
from rehearsal import Outcome, Rehearsal
from tests.e2e.conftest import Log
from tests.e2e.contacts import FACILITATORS, begin
from tests.e2e.flows import everybody, labels, press, readers, seen
from tests.e2e.test_glossary_check import BOX as CHECKED
from tests.e2e.test_glossary_check import THE_BOARD, everything, label_with
from tests.e2e.test_pausing_everything import NOW, on, writes
from tests.e2e.test_preparation import MEETING
from tests.e2e.test_standing_roles import TERMS

LOOK, BACK = "Look at them", "Back to the preview"
HARD = "The ICB closed. The ZQXT, too, says zzyzxly."


async def test_a_pause_is_made_plainer_on_the_way_and_goes_out_mended(
    community: Rehearsal, tmp_path: Path, log: Log
) -> None:
    before = everything(tmp_path)
    preview = await writes(community, "Leila", HARD)
    assert "2 words here may be hard: ICB, ZQXT" in seen(preview)
    assert labels(preview) == [NOW, "Change the words", "Do not pause", LOOK]
    shown = await on(community, "Leila", LOOK, preview)
    assert "Nothing was posted" in seen(shown)
    taken = await on(community, "Leila", label_with(shown, "Say “ICB” in full"), shown)
    opened = await on(community, "Leila", "Show the text", taken)
    assert opened.form is not None
    assert opened.form.fields[0].value == HARD.replace("ICB", "integrated care board (ICB)")
    changed = await opened.form.submit({CHECKED: opened.form.fields[0].value.replace("ZQXT", "board")})
    assert everything(tmp_path) == before
    again = await on(community, "Leila", BACK, changed)
    assert "Nothing has happened yet" in seen(again)
    assert labels(again) == [NOW, "Change the words", "Do not pause"], "nothing is asked twice"
    assert readers(community, "integrated care board (ICB)") == {"Leila"}
    assert "Everything is paused" in seen(await on(community, "Leila", NOW, again))
    assert readers(community, "The integrated care board (ICB) closed. The board, too") == everybody(
        community
    )
    assert "zzyzxly" not in log.getvalue()


async def test_it_stops_nothing_and_says_nothing_twice(community: Rehearsal) -> None:
    first = await writes(community, "Leila", HARD)
    assert LOOK in labels(first)
    second = await writes(community, "Leila", f"{HARD} Ring Owen.")
    assert labels(second) == [NOW, "Change the words", "Do not pause"]
    assert LOOK in labels(await writes(community, "Leila", f"{HARD} Ask the QZXP."))
    assert LOOK in labels(await writes(community, "Owen", HARD)), "he was not told yet"
    assert "Everything is paused" in seen(await on(community, "Leila", NOW, first))


async def test_a_plain_text_is_left_alone(community: Rehearsal) -> None:
    preview = await writes(community, "Leila", "We stop for a week. Ring Owen if you need us.")
    assert "may be hard" not in seen(preview)
    assert labels(preview) == [NOW, "Change the words", "Do not pause"]


async def test_a_text_stays_as_long_as_it_may_be(community: Rehearsal) -> None:
    words = ("The ICB met. " * 100)[:1_000].strip()
    shown = await on(community, "Leila", LOOK, await writes(community, "Leila", words))
    assert "there is no room" in seen(shown)
    opened = await on(community, "Leila", "Show the text", shown)
    assert opened.form is not None
    told = await opened.form.submit({CHECKED: "x" * 1_001}, unchecked=True)
    assert "Here, 1000 is the most. Nothing was changed." in seen(told)
    again = await on(community, "Leila", BACK, shown)
    assert words in seen(again)


async def test_what_is_looked_at_is_hers_alone(community: Rehearsal) -> None:
    shown = await on(community, "Leila", LOOK, await writes(community, "Leila", HARD))
    assert readers(community, "zzyzxly") == {"Leila"}
    assert BACK in labels(shown)


async def test_where_looking_fails_the_preview_comes_as_always(
    community: Rehearsal, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError(HARD)

    monkeypatch.setattr(rules, "check", fails)
    preview = await writes(community, "Leila", HARD)
    assert labels(preview) == [NOW, "Change the words", "Do not pause"]
    assert "RuntimeError" in log.getvalue()
    assert "zzyzxly" not in log.getvalue()
    assert "Everything is paused" in seen(await on(community, "Leila", NOW, preview))


async def opened(rehearsal: Rehearsal, label: str, typed: dict[str, object]) -> Outcome:
    """Leila opens a form in the facilitators' channel, and sends it."""
    shown = await rehearsal.person("Leila").press(label, channel=FACILITATORS)
    assert shown.form is not None, shown
    outcome = await shown.form.submit(typed)  # type: ignore[arg-type]
    await rehearsal.settle()
    return outcome


async def test_a_meetings_title(community: Rehearsal) -> None:
    await press(community, "Leila", "Meetings", channel=FACILITATORS)
    typed = {**MEETING, "What is it called?": "The ICB and us"}
    preview = await opened(community, "Add a meeting", dict(typed))
    assert "One word here may be hard: ICB" in seen(preview)
    shown = await on(community, "Leila", LOOK, preview)
    taken = await on(community, "Leila", label_with(shown, "in full"), shown)
    again = await on(community, "Leila", BACK, taken)
    assert "The integrated care board (ICB) and us" in seen(again)
    assert "16 March 2026" in seen(again)
    assert "Saved." in seen(await on(community, "Leila", "Yes, use this", again))


async def test_both_texts_of_an_offer_one_after_the_other(community: Rehearsal, tmp_path: Path) -> None:
    await begin(community, tmp_path)
    await press(community, "Leila", "Standing roles", channel=FACILITATORS)
    typed = {
        "Which role?": "Chair",
        "To whom?": [community.person("Amina").name],
        **TERMS,
        "How much time does it take?": "An ICB day",
        "What is paid?": "What the ICB pays",
    }
    preview = await opened(community, "Offer a role", dict(typed))
    assert "One word here may be hard: ICB" in seen(preview)
    shown = await on(community, "Leila", LOOK, preview)
    first = await on(community, "Leila", label_with(shown, "in full"), shown)
    second = await on(community, "Leila", "The next text", first)
    assert "What the ICB pays" in seen(second)
    assert "The next text" not in labels(second)
    taken = await on(community, "Leila", label_with(second, "Explain"), second)
    again = seen(await on(community, "Leila", BACK, taken))
    assert "An integrated care board (ICB) day" in again
    assert f"What the ICB ({THE_BOARD}) pays" in again
    assert "Nothing was sent yet" in again


async def test_a_communitys_own_words_on_a_card(community: Rehearsal) -> None:
    await press(community, "Leila", "Before the first meeting", channel=FACILITATORS)
    await press(community, "Leila", "Patient and public members", channel=FACILITATORS)
    await press(community, "Leila", "Payment and costs", channel=FACILITATORS)
    card = await opened(
        community, "Fill in payment", {"How much is it?": "£25 an hour", "Whom can they ask?": "The ICB"}
    )
    assert "One word here may be hard: ICB" in seen(card)
    shown = await on(community, "Leila", LOOK, card)
    taken = await on(community, "Leila", label_with(shown, "in full"), shown)
    again = seen(await on(community, "Leila", BACK, taken))
    assert "The integrated care board (ICB)" in again
    assert "£25 an hour" in again
