"""What stands between somebody who says anything else than a question and its way: the second look's buttons.

The form of a kind, and the button that opens it, belong to the feature that the kind is for.
"""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.questions.service import Saying
from cogs._checks import EVERYONE
from cogs._views import FeatureCog, Press, button, opens_form


class SayingCog(FeatureCog):
    """What is pressed after the second look."""

    def __init__(self, wording: Wording, communities: Communities, saying: Saying) -> None:
        """`saying` does what is asked here."""
        super().__init__(wording, communities)
        self._saying = saying

    @button("questions:say-anyway", EVERYONE)
    async def anyway(self, press: Press) -> Notice:
        """[Send it anyway]."""
        return await self._saying.send_anyway(press.community, press.account, press.token)

    @opens_form("questions:say-change", EVERYONE)
    async def change(self, press: Press) -> Form:
        """[Change it]."""
        return await self._saying.change(press.community, press.account, press.token)

    @button("questions:say-never-mind", EVERYONE)
    async def never_mind(self, press: Press) -> Notice:
        """[Never mind]."""
        return self._saying.never_mind(press.token)
