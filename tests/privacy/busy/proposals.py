"""Proposals for the glossary: what she proposed under her name, and what she decided about others'."""

from __future__ import annotations

from tests.privacy.busy.cast import CONTACT, HER_REASON, LAST
from tests.privacy.town import HER, HER_NAME, HERE, Town


async def proposals(town: Town, week: int) -> None:
    """Two of hers are taken, one waits; she declines somebody else's."""
    proposing, deciding = town.features.proposing, town.features.deciding
    her, other = town.account(HER), town.account(CONTACT)
    if week in (2, 6, LAST):
        fields = {"name": f"Slope {week}", "plain": "The way up.", "how": "named"}
        await proposing.propose(HERE, her, "", fields, HER_NAME)
    if week in (3, 7):
        (waiting,) = [each.id for each in await deciding.proposals(HERE) if each.waits]
        typed = {"name": f"Slope {week}", "plain": "The way up.", "theme": "nhs"}
        await deciding.take(HERE, other, waiting, typed)
    if week == 8:
        fields = {"name": "Slide", "plain": "The way down.", "how": "named"}
        await proposing.propose(HERE, other, "", fields, "Somebody else")
        (waiting,) = [each.id for each in await deciding.proposals(HERE) if each.waits]
        await deciding.decline(HERE, her, waiting, {"reason": HER_REASON})
