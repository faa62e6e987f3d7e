"""A word editor's whole path by keyboard alone: from all words to the desk, each answer, and the way out."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, expect

from rehearsal.web import PracticeRoom
from tests.browser.conftest import column, log_of
from tests.browser.hands import Keyboard, stage
from tests.browser.test_scenes import watch

pytestmark = pytest.mark.asyncio(loop_scope="session")

EDITOR, CARER, LAY = "Derek Holloway", "Rosa Pereira", "Amina Yusuf"
LOOK = "What does that word mean?"
HERS = "Patients and staff plan it and do it together, as equals."
EDITED = "Patients and staff plan something and do it together, as equals."
OFF_THE_POINT = "Some people in a big building."
REASON = "Thank you. Could you say what they do there?"
MARK = "Mark: checked by a patient or public member"
MARKED = "A patient or member of the public has checked that this is plain."


def button(page: Page, who: str, label: str) -> Locator:
    """The latest button of this name on somebody's screen."""
    return log_of(page, who).get_by_role("button", name=label, exact=True).last


async def answer(hand: Keyboard, who: str, label: str, field: str | None = None, text: str = "") -> None:
    """Presses a button, fills in one box of the form that opens over what stands in it, and sends it."""
    await hand.press(button(hand.page, who, label))
    form = column(hand.page, who).get_by_role("dialog")
    await expect(form).to_be_visible()
    if field is not None:
        await hand.reach(form.get_by_role("textbox", name=field))
        await hand.page.keyboard.press("Control+A")
        await hand.page.keyboard.insert_text(text)
    await hand.press(form.get_by_role("button", name="Send", exact=True))
    await expect(form).to_be_hidden()


async def go(hand: Keyboard, who: str, *labels: str, sees: str) -> None:
    """Presses one button after the other, and reads what comes."""
    for label in labels:
        await hand.press(button(hand.page, who, label))
    await expect(log_of(hand.page, who)).to_contain_text(sees)


async def look(hand: Keyboard, who: str, word: str, *, key: str = "Tab") -> None:
    """Goes to the panel, which stands above all the rest, and looks a word up."""
    await hand.reach(button(hand.page, who, LOOK), key=key)
    await answer(hand, who, LOOK, "The word", word)


async def has_two_proposals(hand: Keyboard) -> None:
    """A scene up to the first proposal; then Rosa sends a second by hand, and the window passes."""
    page = hand.page
    await watch(hand, "a-hard-word", 4)
    await hand.press(stage(page).get_by_role("button", name="Take over by hand"))
    await look(hand, CARER, "ICB")
    await expect(log_of(page, CARER)).to_contain_text("Integrated care board")
    await answer(hand, CARER, "I know a simpler way to say it", "How you would say it", OFF_THE_POINT)
    await expect(log_of(page, CARER)).to_contain_text("What you wrote about “Integrated care board” is safe.")
    await hand.press(stage(page).get_by_role("button", name="Next thing due"))


async def takes_the_first(hand: Keyboard) -> None:
    """She reads what somebody proposed, changes a word of it, takes it, and marks it as plain."""
    derek = log_of(hand.page, EDITOR)
    await go(hand, EDITOR, "Proposals that wait", sees="Press one to read it.")
    # Another page is read from its beginning, and a second Enter presses nothing.
    await expect(derek.get_by_role("article").last).to_be_focused()
    await go(hand, EDITOR, "Simpler: Co-production", sees=HERS)
    await expect(derek).to_contain_text("Now it says: “People who use a service")
    await answer(hand, EDITOR, "Take it", "Plain meaning", EDITED)
    await expect(derek).to_contain_text("It was taken, with some changes. It is in the glossary now.")
    await go(hand, EDITOR, "Open the word", sees=EDITED)
    await expect(derek).not_to_contain_text(MARKED)
    await answer(hand, EDITOR, MARK)
    await expect(derek).to_contain_text(MARKED)
    await expect(derek).not_to_contain_text("Amina")


async def declines_the_second(hand: Keyboard) -> None:
    """She says no, and why."""
    derek = log_of(hand.page, EDITOR)
    await go(hand, EDITOR, "Back to the glossary", "Proposals that wait", sees="One proposal waits. Press it")
    await go(hand, EDITOR, "Simpler: Integrated care board", sees=OFF_THE_POINT)
    await answer(hand, EDITOR, "Not this one", "Why not?", REASON)
    await expect(derek).to_contain_text("That is kept. Everybody can read it")
    await expect(derek).to_contain_text(f"Why: {REASON}")
    await expect(derek).not_to_contain_text("Rosa")


async def test_all_of_it_is_done_by_keys_alone(lasting_page: Page, lasting_room: PracticeRoom) -> None:
    """What she did, everybody reads; with the role the desk goes, too."""
    page, hand = lasting_page, Keyboard(lasting_page)
    derek, rosa = log_of(page, EDITOR), log_of(page, CARER)
    await has_two_proposals(hand)
    await look(hand, EDITOR, "commissioner")
    await go(hand, EDITOR, "All words", "Words to look after", sees="2 proposals wait.")
    await takes_the_first(hand)
    await declines_the_second(hand)
    await go(hand, EDITOR, "Back to the glossary", "My roles", sees="You have this role: word editor.")
    await go(hand, EDITOR, "Give back: word editor", sees="The role has ended.")
    await look(hand, EDITOR, "commissioner", key="Shift+Tab")
    # The page with her role, further up, has the same button.
    await go(hand, EDITOR, "All words", sees="Choose what they are about.")
    await go(hand, EDITOR, "Words to look after", sees="This is for facilitators, and for members")
    await look(hand, CARER, "co-production")
    await expect(rosa).to_contain_text(EDITED)
    await expect(rosa).to_contain_text(MARKED)
    await go(hand, CARER, "All words", "Words that were proposed", sees="It was taken, with some changes.")
    await expect(rosa).to_contain_text(f"Why: {REASON}")
    for name in ("Amina", "Derek"):
        await expect(rosa).not_to_contain_text(name)
    await expect(derek).not_to_contain_text("Amina")
