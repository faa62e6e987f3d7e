"""Meetings with anonymous questions, in which everybody takes part, and she more than others."""

from __future__ import annotations

from bot.questions.rules.question import State
from bot.questions.service import Draft
from tests.privacy.busy.cast import HER_OPEN, HER_WAITING, WEEKS
from tests.privacy.town import HER, HER_NAME, HERE, PEOPLE, Town


async def questions(town: Town, week: int) -> None:
    """A meeting: people ask, wonder, answer by name; facilitators answer; some read what they were told."""
    asking, windows = town.features.questions.asking, town.features.questions.windows
    await windows.meeting_starts(HERE)
    askers = [(5 * week + step) % PEOPLE for step in range(3)]
    for number in askers:
        await _asks(town, number, f"What did item {week} point {number} mean?", tell=number % 2 == 0)
    if week % 4 == 0:
        await _asks(town, HER, HER_OPEN.format(week=week), tell=True)
    await town.passes(seconds=40)
    await _are_answered(town, week)
    await windows.meeting_ends(HERE)
    for number in askers[:2]:
        page = await asking.mine(HERE, town.account(number))
        await asking.read(HERE, town.account(number), page.shown)
    if week == WEEKS - 1:
        await _asks(town, HER, HER_WAITING, tell=True)


async def _are_answered(town: Town, week: int) -> None:
    """Others wonder too; facilitators answer, and pass one on to her, who answers under her name."""
    asking, facilitating = town.features.questions.asking, town.features.questions.facilitating
    cards = await _unanswered(town)
    for place, token in enumerate(cards[-4:]):
        await asking.wonder(HERE, town.account((week + place) % PEOPLE), token)
        await asking.wonder(HERE, town.account(HER), token)
    await town.passes(seconds=40)
    for token in cards[:-1]:
        await facilitating.answer(HERE, token, f"It is what we said in week {week}.")
    if week in (3, 7):
        await facilitating.pass_on(HERE, cards[-1], town.account(HER))
        words = f"It means the route, week {week}."
        await facilitating.answer_by_name(HERE, town.account(HER), HER_NAME, cards[-1], words)
    if week == 6:
        await facilitating.pause(HERE, cards[0], "28", "We read these first for a while.")


async def _asks(town: Town, number: int, words: str, *, tell: bool) -> None:
    asking = town.features.questions.asking
    draft = (await asking.form(HERE)).token
    account = town.account(number)
    notice = await asking.ask(HERE, account, draft, Draft(words, tell=tell))
    if any(button.action == "questions:send" for button in notice.buttons):
        await asking.send_anyway(HERE, account, draft)


async def _unanswered(town: Town) -> list[str]:
    store = town.features.questions.asking._desk.store
    async with town.anonymous.read() as tx:
        out = [each for each in await store.open(tx, HERE) if each.state is State.OUT]
    return [each.card.token for each in sorted(out, key=lambda each: each.number or 0)]
