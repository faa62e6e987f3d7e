"""Each guided scene from the list to the end, by mouse or by keyboard alone, as everybody sees it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import cycle

import pytest
from playwright.async_api import Locator, Page, expect

from rehearsal import scenes
from rehearsal.scenes.script import DIRECT, Expectation, Scene
from rehearsal.screen import Shown
from rehearsal.web import PracticeRoom
from tests.browser.conftest import FACILITATOR, LAY, column, log_of
from tests.browser.hands import HANDS, Hand, Keyboard, Mouse, stage

pytestmark = pytest.mark.asyncio(loop_scope="session")

LONG_MS = 90_000
#: Returns as soon as an element holds these words, or when it has not after so many milliseconds.
SAYS = """(element, [words, patience]) => new Promise((resolve) => {
  const look = () => { if (element.textContent.includes(words)) resolve(); };
  new MutationObserver(look).observe(element, {subtree: true, childList: true, characterData: true});
  setTimeout(resolve, patience);
  look();
})"""
#: An article is called by who wrote it, and when: "Helen Okafor, 10:00".
_NAMES_AND_TEXTS = "articles => articles.map(each => [each.ariaLabel, each.innerText])"


async def begin(hand: Hand, scene: Scene) -> None:
    """Chooses a scene from the list."""
    page = hand.page
    await hand.press(page.get_by_role("button", name="Guided scenes"))
    listed = page.get_by_role("dialog", name="Guided scenes")
    await hand.press(listed.get_by_role("button", name=f"Start: {scene.title}"))
    await expect(stage(page).get_by_role("heading", name=scene.title)).to_be_visible()
    await expect(stage(page)).to_contain_text(f"{len(scene.steps)} steps")
    await expect(stage(page)).to_contain_text(f"This scene: {scene.about}")
    for name in scene.people:
        await expect(log_of(page, name)).to_be_visible()


async def go_on(hand: Hand, scene: Scene, at: int) -> None:
    """Does step `at`, the first being 1, and reads what the stage says of it."""
    bar = stage(hand.page)
    await hand.press(bar.get_by_role("button", name="Next", exact=True))
    done = scene.steps[at - 1]
    # Days take a while: each thing that is due in them is done. So does what nobody watches.
    patience = LONG_MS if done.days or (at == 1 and scene.before) else None
    # What changes is heard of; `expect` would look once a second.
    await bar.evaluate(SAYS, [f"Step {at} of {len(scene.steps)}", patience or 20_000])
    await expect(bar).to_contain_text(f"Step {at} of {len(scene.steps)}")
    await expect(bar).to_contain_text(f"What happened: {done.says}")
    is_last = at == len(scene.steps)
    following = "Nothing: that was the last step." if is_last else scene.steps[at].says
    await expect(bar).to_contain_text(f"What comes next: {following}")
    await expect(bar.get_by_role("alert")).to_have_count(0)


async def watch(hand: Hand, name: str, steps: int) -> Scene:
    """Starts a scene, and does the first steps of it."""
    scene = scenes.read(name)
    await begin(hand, scene)
    for at in range(1, steps + 1):
        await go_on(hand, scene, at)
    return scene


async def check(hand: Hand, room: PracticeRoom, scene: Scene, expected: Iterable[Expectation]) -> None:
    """Raises AssertionError unless all whose columns are shown see, and do not see, what the scene says."""
    wanted = list(expected)
    for name in dict.fromkeys(each.who for each in wanted):
        if not await column(hand.page, name).count():
            continue
        hers = [each for each in wanted if each.who == name]
        text = await read(hand, room, scene, name, [plain(each.sees) for each in hers if each.sees])
        for each in hers:
            assert each.sees is None or plain(each.sees) in text, f"{name} does not see {each.sees!r}: {text}"
            unwanted = each.does_not_see
            assert unwanted is None or plain(unwanted) not in text, f"{name} sees {unwanted!r}: {text}"


async def read(hand: Hand, room: PracticeRoom, scene: Scene, name: str, awaited: list[str]) -> str:
    """All that stands in the scene's channels on her screen; the one that is open comes first."""
    texts = []
    log = log_of(hand.page, name)
    places = standing(room, scene, name)
    is_open = await log.get_attribute("aria-label")
    for place in sorted(places, key=lambda each: is_open != f"Messages in {each}"):
        if len(places) > 1 and await log.get_attribute("aria-label") != f"Messages in {place}":
            await hand.open_place(name, place)
        here = column(hand.page, name).get_by_role("log", name=f"Messages in {place}")
        # News takes a moment to come; nothing is said about what is not there before all of it is.
        shown = places[place]
        await expect(here.get_by_role("article")).to_have_count(len(shown))
        said = plain("\n".join(each.text for each in shown))
        for words in awaited:
            if words in said:
                await expect(here).to_contain_text(words)
        texts.append(await said_in(here))
    return "\n".join(texts)


def standing(room: PracticeRoom, scene: Scene, name: str) -> dict[str, list[Shown]]:
    """What stands for her in each of the scene's channels that she sees, and in her chat with the bot."""
    rehearsal = room.production.rehearsal
    person = rehearsal.person(name)
    shown = {each: person.read(each) for each in scene.channels if each in person.channels()}
    if DIRECT in scene.channels:
        shown[rehearsal.world.application.name] = person.read_direct()
    return shown


async def said_in(log: Locator) -> str:
    """What the messages say, each without its author's name at the top."""
    articles = await log.get_by_role("article").evaluate_all(_NAMES_AND_TEXTS)
    return plain("\n".join(text.replace(name.rpartition(", ")[0], "", 1) for name, text in articles))


def plain(text: str) -> str:
    """As it is read: without Markdown's asterisks, and all space the same."""
    return " ".join(text.replace("**", "").split())


#: Each scene by one hand, in turns: what a hand uses here are the stage and the places, in every scene the
#: same. A whole meeting is played by both.
_BY_BOTH = "a-meeting"
_OTHERS = [name for name in scenes.names() if name != _BY_BOTH]
_TURNS = [
    *((hand, _BY_BOTH) for hand in (Mouse, Keyboard)),
    *((hand, name) for name, hand in zip(_OTHERS, cycle((Keyboard, Mouse)), strict=False)),
]


@pytest.mark.parametrize(("kind", "name"), _TURNS)
async def test_a_scene_is_watched_to_the_end(
    lasting_page: Page, lasting_room: PracticeRoom, kind: type[Hand], name: str
) -> None:
    scene, hand = scenes.read(name), kind(lasting_page)
    await begin(hand, scene)
    for at, step in enumerate(scene.steps, start=1):
        await go_on(hand, scene, at)
        await check(hand, lasting_room, scene, step.expect)
    again = stage(lasting_page).get_by_role("button", name="Choose another scene")
    await hand.press(again)
    await expect(lasting_page.get_by_role("dialog", name="Guided scenes")).to_be_visible()
    await lasting_page.keyboard.press("Escape")
    await expect(again).to_be_focused()


async def test_a_scene_that_expects_something_else_is_noticed(
    lasting_page: Page, lasting_room: PracticeRoom
) -> None:
    hand = Mouse(lasting_page)
    scene = await watch(hand, "gives-herself-away", 2)
    for right, wrong in (
        (
            Expectation(who="Ngozi Eze", sees="Press **Ask anonymously**"),
            Expectation(who="Ngozi Eze", sees="Press **Ask with your name**"),
        ),
        (
            Expectation(who="Leila Haddad", does_not_see="Ngozi"),
            Expectation(who="Leila Haddad", does_not_see="The meeting has started."),
        ),
    ):
        await check(hand, lasting_room, scene, [right])
        with pytest.raises(AssertionError, match=wrong.who):
            await check(hand, lasting_room, scene, [right, wrong])


async def test_what_no_key_reaches_is_noticed(lasting_page: Page) -> None:
    # The time of the meeting is on the page, and never a place for the focus.
    with pytest.raises(pytest.fail.Exception, match="after 80 presses"):
        await Keyboard(lasting_page).reach(stage(lasting_page).locator("#clock-time"))


@pytest.mark.parametrize("kind", HANDS)
async def test_what_is_done_by_hand_between_two_steps_does_not_stop_a_scene(
    lasting_page: Page, kind: type[Hand]
) -> None:
    hand = kind(lasting_page)
    scene = await watch(hand, "first-question", 4)
    hers = log_of(lasting_page, LAY)
    await hand.press(hers.get_by_role("button", name="My questions").first)
    await expect(hers).to_contain_text("There is nothing of yours here")
    await go_on(hand, scene, 5)
    await go_on(hand, scene, 6)
    await expect(hers).to_contain_text("Your question is safe here")


@pytest.mark.parametrize("kind", HANDS)
async def test_a_scene_is_taken_over_by_hand_and_what_was_there_stays(
    lasting_page: Page, kind: type[Hand]
) -> None:
    hand, bar = kind(lasting_page), stage(lasting_page)
    await watch(hand, "first-question", 6)
    await hand.press(bar.get_by_role("button", name="Take over by hand"))
    await expect(bar.get_by_role("heading", name="You play by hand")).to_be_visible()
    await expect(bar.get_by_role("button", name="Next", exact=True)).to_have_count(0)
    await expect(log_of(lasting_page, LAY)).to_contain_text("Your question is safe here")
    await hand.press(bar.get_by_role("button", name="Next thing due"))
    await expect(log_of(lasting_page, FACILITATOR)).to_contain_text("What is a commissioner?")


@pytest.mark.parametrize("kind", HANDS)
async def test_a_step_that_cannot_be_done_says_so_and_is_tried_again(
    lasting_page: Page, kind: type[Hand]
) -> None:
    hand, bar, ngozi = kind(lasting_page), stage(lasting_page), "Ngozi Eze"
    scene = await watch(hand, "gives-herself-away", 4)
    # Her next step is to press [Change it] on the message that she puts away by hand.
    hers = log_of(lasting_page, ngozi)
    await expect(hers.get_by_role("button", name="Change it")).to_be_visible()
    await hand.press(hers.get_by_role("button", name="Dismiss"))
    await expect(hers.get_by_role("button", name="Change it")).to_have_count(0)
    await hand.press(bar.get_by_role("button", name="Next", exact=True))
    await expect(bar.get_by_role("alert")).to_contain_text(f"{ngozi} sees no button 'Change it' there")
    await expect(bar.get_by_role("alert")).to_contain_text("You can press Next again, or take over by hand.")
    await expect(bar).to_contain_text("Step 4 of 7")
    await hand.press(hers.get_by_role("button", name="Ask anonymously"))
    typed = scene.steps[3].types or {}
    await hand.send(ngozi, "Ask anonymously", "Your question", str(typed["Your question"]))
    await expect(hers.get_by_role("button", name="Change it")).to_be_visible()
    await go_on(hand, scene, 5)
    await go_on(hand, scene, 6)
    await expect(hers).to_contain_text("Your question is safe here")


async def test_a_reload_leaves_a_scene_where_it_was(lasting_page: Page) -> None:
    hand = Mouse(lasting_page)
    scene = await watch(hand, "first-question", 6)
    await lasting_page.reload()
    await expect(stage(lasting_page)).to_contain_text("Step 6 of 19")
    await expect(stage(lasting_page)).to_contain_text(f"What happened: {scene.steps[5].says}")
    for name in scene.people:
        await expect(log_of(lasting_page, name)).to_contain_text("Press Ask anonymously")
    await expect(log_of(lasting_page, LAY)).to_contain_text("Your question is safe here")
    await go_on(hand, scene, 7)
    await go_on(hand, scene, 8)
    await expect(log_of(lasting_page, LAY)).to_contain_text("Waiting.")
