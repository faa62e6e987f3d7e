"""What she and others propose to talk about under their names, and what would make it easier to come."""

from __future__ import annotations

from bot.questions.kinds import Said
from tests.privacy.busy.cast import CONTACT, LAST
from tests.privacy.town import HER, HER_NAME, HERE, Town


async def wishes(town: Town, week: int) -> None:
    """One of hers has its answer, two wait; somebody wishes for something each month."""
    around = town.features.around_meetings
    if week in (2, 6, LAST):
        for number, name in ((HER, HER_NAME), (CONTACT, "Somebody else")):
            fields = {"what": f"Swings {week}", "why": "They squeak.", "how": "named"}
            await around.proposing_items.propose(HERE, town.account(number), "", fields, name)
    if week == 3:
        for button in (await around.deciding_items.listed(HERE)).buttons[1:4:2]:
            await around.deciding_items.decline(HERE, button.token, {"reason": "Thank you. In the summer."})
    if week % 4 == 0:
        await around.wishing.take(Said(HERE, f"wish{week}", "easier", "", f"A lift, in week {week}", False))
