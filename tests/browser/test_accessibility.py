"""Every view against axe-core, light and dark, wide and narrow; large text, and little motion."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Locator, Page, ViewportSize, expect

from rehearsal.web import PracticeRoom
from tests.browser.conftest import FACILITATOR, LAY, NARROW, WIDE, column, log_of, visiting
from tests.browser.hands import Mouse
from tests.browser.test_by_hand import QUESTION, ask

pytestmark = pytest.mark.asyncio(loop_scope="session")

#: All its rules, those of WCAG 2.2 that are off by themselves too. Not AAA, which nobody promised; not one
#: that is an experiment and does not let a wide table take the focus, which the arrow keys need to scroll it.
RUN = """async (only) => {
  const left = ({ruleId, tags}) => tags.includes("wcag2aaa") || tags.includes("deprecated")
    || ruleId === "focus-order-semantics" || (only !== null && !tags.includes(only));
  const rules = axe.getRules().map((each) => [each.ruleId, {enabled: !left(each)}]);
  return (await axe.run({rules: Object.fromEntries(rules), resultTypes: ["violations"]})).violations;
}"""
#: The rules that look at colours.
COLOURS = "cat.color"
SIDEWAYS = "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
MOVING = """() => document.getAnimations()
  .filter(({playState, effect}) => playState === "running" && effect.getComputedTiming().activeDuration > 1)
  .map(({animationName, transitionProperty}) => animationName ?? transitionProperty)"""
#: The page's own policy lets no style in that is written as an attribute.
PLANT = """([kind, look, words]) => {
  for (let at = 0; at < 2; at += 1) {
    const node = document.createElement(kind);
    node.style.cssText = look;
    node.textContent = words;
    document.querySelector("header").append(node);
  }
}"""


async def violations(page: Page, only: str | None = None) -> list[str]:
    """What axe-core finds on the page: the rule, where, and what to do; `only` names a group of rules."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(Axe().axe_script)
    found: list[dict[str, Any]] = await page.evaluate(RUN, only)
    return [
        f"{rule['id']} at {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


async def hold(page: Page) -> None:
    """Nothing is found in the light, nor in the dark, and the page does not scroll sideways.

    Only colours are others in the dark, so all else is looked at once
    (test_dark.py).
    """
    assert await page.evaluate(SIDEWAYS) == 0
    await page.emulate_media(color_scheme="light")
    assert await violations(page) == [], "light"
    await page.emulate_media(color_scheme="dark")
    assert await violations(page, COLOURS) == [], "dark"


async def turn_to(page: Page, who: str) -> Locator:
    """Her column; on a narrow page her tab comes first."""
    tab = page.get_by_role("tab", name=who)
    if await tab.count():
        await tab.click()
    return column(page, who)


async def unfold(page: Page) -> Locator:
    """The stage with all its buttons; on a narrow page it is folded at first."""
    stage = page.get_by_role("complementary", name="The stage")
    more = stage.get_by_role("button", name="Show more")
    if await more.count():
        await more.click()
    return stage


async def facilitate(page: Page) -> Locator:
    """The card of a question is there, and a facilitator opens her menu of it; her column."""
    await (await unfold(page)).get_by_role("button", name="Next thing due").click()
    leila = await turn_to(page, FACILITATOR)
    await leila.get_by_role("log").get_by_role("button", name="Facilitators", exact=True).click()
    await expect(leila.get_by_role("button", name="Answer", exact=True)).to_be_visible()
    return leila


@pytest_asyncio.fixture(loop_scope="session", params=[WIDE, NARROW], ids=["wide", "narrow"])
async def sized(request: pytest.FixtureRequest, browser: Browser, room: PracticeRoom) -> AsyncIterator[Page]:
    """The page of one visitor of a new room, in both sizes."""
    size: ViewportSize = request.param
    async with visiting(browser, room, size=size) as page:
        yield page


@pytest_asyncio.fixture(loop_scope="session", params=[WIDE, NARROW], ids=["wide", "narrow"])
async def looking(
    request: pytest.FixtureRequest, browser: Browser, lasting_room: PracticeRoom
) -> AsyncIterator[Page]:
    """The same, of somebody who does nothing that lasts."""
    size: ViewportSize = request.param
    async with visiting(browser, lasting_room, size=size) as page:
        yield page


async def test_the_opening_and_the_form_for_a_question(looking: Page) -> None:
    await hold(looking)
    amina = column(looking, LAY)
    await amina.get_by_role("log").get_by_role("button", name="Ask anonymously").click()
    form = amina.get_by_role("dialog", name="Ask anonymously")
    await expect(form).to_be_visible()
    await hold(looking)
    await form.get_by_role("button", name="Send", exact=True).click()
    await expect(form).to_contain_text("Please fill this in.")
    await hold(looking)


async def test_f6_goes_from_the_stage_to_each_person_and_round(looking: Page) -> None:
    titles = [
        looking.get_by_role("complementary", name="The stage").get_by_role("heading", level=2),
        *(column(looking, who).get_by_role("heading", name=who) for who in (LAY, FACILITATOR)),
    ]
    for key, on in (("F6", (0, 1, 2, 0)), ("Shift+F6", (2, 1, 0))):
        for number in on:
            await looking.keyboard.press(key)
            await expect(titles[number]).to_be_focused()


async def test_a_card_with_answers_and_the_menu_of_facilitators(sized: Page) -> None:
    await ask(Mouse(sized))
    leila = await facilitate(sized)
    await hold(sized)
    await leila.get_by_role("button", name="Pass it to a member").click()
    form = leila.get_by_role("dialog")
    await expect(form).to_be_visible()
    await hold(sized)
    await form.get_by_role("button", name="Close without sending").click()
    await leila.get_by_role("button", name="Answer", exact=True).click()
    form = leila.get_by_role("dialog", name="Answer this question")
    await form.get_by_role("textbox", name="Your answer").fill("Somebody who buys care.")
    await form.get_by_role("button", name="Send", exact=True).click()
    await expect(form).to_be_hidden()
    await (await unfold(sized)).get_by_role("button", name="Next thing due").click()
    amina = await turn_to(sized, LAY)
    await expect(amina.get_by_role("log")).to_contain_text("Somebody who buys care.")
    await hold(sized)


async def test_the_forms_of_the_settings(sized: Page) -> None:
    leila = await turn_to(sized, FACILITATOR)
    await leila.get_by_role("navigation", name="Places").get_by_role("button", name="facilitators").click()
    await leila.get_by_role("button", name="Question settings").click()
    kinds = {"In meetings": "radio", "Who sees them": "radio", "How long": "textbox"}
    for part, control in kinds.items():
        await leila.get_by_role("log").get_by_role("button", name=part, exact=True).click()
        form = leila.get_by_role("dialog")
        await expect(form.get_by_role(control).first).to_be_visible()  # type: ignore[arg-type]
        await hold(sized)
        await form.get_by_role("button", name="Close without sending").click()


async def test_the_scenes_and_the_question_before_a_new_meeting(sized: Page) -> None:
    stage = await unfold(sized)
    await stage.get_by_role("button", name="Start afresh").click()
    sure = sized.get_by_role("dialog", name="Start afresh?")
    await expect(sure).to_be_visible()
    await hold(sized)
    await sure.get_by_role("button", name="Keep this meeting").click()
    await sized.get_by_role("button", name="Guided scenes").click()
    scenes = sized.get_by_role("dialog", name="Guided scenes")
    start = scenes.get_by_role("button", name="Start:")
    await expect(start.first).to_be_visible()
    await hold(sized)
    await start.first.click()
    await expect(scenes).to_be_hidden()
    following = sized.get_by_role("complementary", name="The stage").get_by_role(
        "button", name="Next", exact=True
    )
    await following.click()
    await expect(sized.get_by_role("complementary", name="The stage")).to_contain_text("Step 1 of")
    await expect(following).to_be_enabled()
    await hold(sized)


async def test_what_the_machine_knows(sized: Page) -> None:
    await ask(Mouse(sized))
    await sized.get_by_role("button", name="What the machine knows").click()
    tables = sized.get_by_role("dialog", name="What the machine knows")
    await expect(tables.get_by_role("cell").first).to_be_visible()
    await hold(sized)


async def test_commands_and_menus(looking: Page) -> None:
    amina = column(looking, LAY)
    await amina.get_by_role("button", name="Commands").click()
    await expect(amina.get_by_role("listbox", name="Commands").get_by_role("option").first).to_be_visible()
    await hold(looking)
    await looking.keyboard.press("Escape")
    await amina.get_by_role("log").get_by_role("button", name="Message menu").first.click()
    await expect(amina.get_by_role("menu", name="Menu of this message")).to_be_visible()
    await hold(looking)
    await looking.keyboard.press("Escape")
    await amina.get_by_role("button", name="Change person").click()
    await expect(amina.get_by_role("menu", name="Who is in this column")).to_be_visible()
    await hold(looking)


async def test_without_a_key(browser: Browser, lasting_room: PracticeRoom) -> None:
    page = await browser.new_page()
    for size in (WIDE, NARROW):
        await page.set_viewport_size(size)
        await page.goto(lasting_room.url)
        await expect(
            page.get_by_role("heading", name="Open the address that the terminal shows")
        ).to_be_visible()
        await hold(page)
    await page.close()


async def test_a_colour_that_was_chosen_counts_more_than_the_machine(lasting_page: Page) -> None:
    ground = "() => getComputedStyle(document.body).backgroundColor"
    await lasting_page.emulate_media(color_scheme="light")
    light = await lasting_page.evaluate(ground)
    await lasting_page.get_by_role("combobox", name="Colours").select_option("Dark")
    assert await lasting_page.evaluate(ground) != light
    assert await violations(lasting_page) == []


@pytest.mark.parametrize(
    ("kind", "look", "words", "rule"),
    [
        ("button", "", "", "button-name"),
        ("input", "", "", "label"),
        ("p", "color: #aaa; background: #fff", "Words that are hard to read", "color-contrast"),
        ("button", "all: unset; width: 9px; height: 9px", "x", "target-size"),
    ],
    ids=["no-name", "no-label", "pale", "tiny"],
)
async def test_a_fault_is_found(lasting_page: Page, kind: str, look: str, words: str, rule: str) -> None:
    assert await violations(lasting_page) == []
    await lasting_page.evaluate(PLANT, [kind, look, words])
    assert {each.split()[0] for each in await violations(lasting_page)} == {rule}


async def test_nothing_moves_where_little_motion_is_wanted(
    browser: Browser, lasting_room: PracticeRoom
) -> None:
    rehearsal = lasting_room.production.rehearsal
    async with visiting(browser, lasting_room, reduced_motion="reduce") as page:
        assert await page.evaluate(MOVING) == []
        # The bot does not answer, so the button turns for as long as is looked at it.
        with rehearsal.refuse(503):
            await log_of(page, LAY).get_by_role("button", name="More", exact=True).click()
            await expect(log_of(page, LAY).get_by_role("button", name="More", exact=True)).to_be_disabled()
            assert await page.evaluate(MOVING) == []
            await page.emulate_media(reduced_motion="no-preference")
            assert await page.evaluate(MOVING) == ["turn"]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_text_of_twice_the_size(browser: Browser, room: PracticeRoom, size: ViewportSize) -> None:
    async with visiting(browser, room, size=size) as page:
        await page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert await page.evaluate(SIDEWAYS) == 0
        await log_of(page, LAY).get_by_role("button", name="Ask anonymously").click()
        form = column(page, LAY).get_by_role("dialog", name="Ask anonymously")
        await form.get_by_role("textbox", name="Your question").fill(QUESTION)
        assert await page.evaluate(SIDEWAYS) == 0
        await form.get_by_role("button", name="Send", exact=True).click()
        await expect(log_of(page, LAY)).to_contain_text("Your question is safe here")
        assert await page.evaluate(SIDEWAYS) == 0
        for name in ("Guided scenes", "What the machine knows"):
            await page.get_by_role("button", name=name).click()
            dialog = page.get_by_role("dialog", name=name)
            await expect(dialog).to_be_visible()
            assert await page.evaluate(SIDEWAYS) == 0
            await dialog.get_by_role("button", name="Close").click()
        await page.evaluate("document.querySelector('main').style.width = '200vw'")
        assert await page.evaluate(SIDEWAYS) > 0


async def everywhere(page: Page) -> None:
    """Nothing is found on the wide page, nor on the narrow one, whoever is in front."""
    await hold(page)
    await page.set_viewport_size(NARROW)
    for who in (LAY, FACILITATOR):
        await turn_to(page, who)
        await hold(page)
    await page.set_viewport_size(WIDE)


async def join(page: Page) -> Locator:
    """Amina joins, and opens [About me]; the messages that she sees."""
    amina = column(page, LAY)
    log = amina.get_by_role("log")
    await log.get_by_role("button", name="More", exact=True).click()
    await log.get_by_role("button", name="Join this community").last.click()
    await log.get_by_role("button", name="Join", exact=True).click()
    form = amina.get_by_role("dialog", name="Join this community")
    await form.get_by_label("Patient", exact=True).check()
    await form.get_by_role("button", name="Send", exact=True).click()
    await expect(form).to_be_hidden()
    await log.get_by_role("button", name="About me").last.click()
    await expect(log.get_by_role("button", name="Not in my room")).to_be_visible()
    return log


async def test_what_a_word_means(sized: Page) -> None:
    """The answer, the form in which somebody says it more simply, and all words."""
    amina = await turn_to(sized, LAY)
    log = amina.get_by_role("log")
    await log.get_by_role("button", name="What does that word mean?").click()
    form = amina.get_by_role("dialog", name="What does that word mean?")
    await form.get_by_role("textbox", name="The word").fill("coproducktion")
    await hold(sized)
    await form.get_by_role("button", name="Send", exact=True).click()
    await expect(log).to_contain_text("I looked for “coproducktion”")
    await hold(sized)
    await log.get_by_role("button", name="I know a simpler way to say it").click()
    form = amina.get_by_role("dialog", name="A simpler way to say it")
    await expect(form).to_be_visible()
    await hold(sized)
    await form.get_by_role("button", name="Close without sending").click()
    await log.get_by_role("button", name="All words").click()
    await expect(log).to_contain_text("Choose what they are about.")
    await hold(sized)


async def test_the_desk_of_a_word_editor(sized: Page) -> None:
    """With what waits, one that somebody proposed, the form in which she takes it, and the word."""
    await sized.get_by_role("button", name="Guided scenes").click()
    await sized.get_by_role("button", name="Start: A hard word").click()
    stage = sized.get_by_role("complementary", name="The stage")
    following = stage.get_by_role("button", name="Next", exact=True)
    for at in range(1, 16):
        await following.click()
        await expect(stage).to_contain_text(f"Step {at} of", timeout=60_000 if at == 1 else None)
        if at in (10, 11, 12, 13, 15):
            await turn_to(sized, "Derek Holloway")
            await hold(sized)
    derek = column(sized, "Derek Holloway")
    await unfold(sized)
    await stage.get_by_role("button", name="Take over by hand").click()
    await turn_to(sized, "Derek Holloway")
    await derek.get_by_role("button", name="Change", exact=True).last.click()
    await expect(derek.get_by_role("dialog", name="Change a word")).to_be_visible()
    await hold(sized)


async def test_what_is_kept_of_a_member_and_what_facilitators_set_up(lasting_page: Page) -> None:
    """Pages that take each other's place, a form with pickers, and a file that can be opened."""
    page = lasting_page
    leila = column(page, FACILITATOR)
    log = await join(page)
    await leila.get_by_role("navigation", name="Places").get_by_role("button", name="facilitators").click()
    await leila.get_by_role("log").get_by_role("button", name="Set up", exact=True).click()
    await expect(leila.get_by_role("log")).to_contain_text("Set your community up")
    await everywhere(page)
    await log.get_by_role("button", name="My data").click()
    await expect(log).to_contain_text("The day you joined")
    await expect(log.get_by_role("button", name="Not in my room")).to_have_count(0)
    await log.get_by_role("button", name="Save as a file").click()
    async with page.expect_download() as coming:
        await log.get_by_role("link", name="my-data.json").click()
    kept = json.loads(Path(await (await coming.value).path()).read_text(encoding="utf-8"))
    assert kept["people"]["groups"] == ["lay"]
    await leila.get_by_role("log").get_by_role("button", name="Named contacts").first.click()
    await leila.get_by_role("log").get_by_role("button", name="Add or change one").click()
    await expect(leila.get_by_role("dialog", name="A named contact")).to_be_visible()
    await everywhere(page)
