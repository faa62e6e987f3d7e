"""Walking through the guided panel, as whoever sets a community up sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rehearsal import Outcome, Person, Rehearsal
from rehearsal.screen import Shown

SAFETY = {
    "Who is the safeguarding lead?": "Ruth Calder, ruth@example.org",
    "When are they there?": "Monday to Friday, 9 to 5",
    "Who covers for them?": "Leila Haddad",
    "What do you do about a threat?": "We call the police, the same hour.",
}


class Desk:
    """Somebody at the guided panel."""

    def __init__(self, rehearsal: Rehearsal, name: str, channel: str = "general") -> None:
        self.person: Person = rehearsal.person(name)
        self.channel = channel

    async def begin(self) -> str:
        """`/setup`; what it says."""
        return seen(await self.person.command("setup", channel=self.channel))

    async def press(self, *labels: str) -> str:
        """Press one button after the other; what the page says after the last."""
        text = ""
        for label in labels:
            text = seen(await self.person.press(label, channel=self.channel))
        return text

    async def fill(self, label: str, typed: Mapping[str, str | Sequence[str]]) -> str:
        """Press a button that opens a form, and send it; what the page says then."""
        opened = await self.person.press(label, channel=self.channel)
        assert opened.form is not None, opened.failed
        return seen(await opened.form.submit(dict(typed)))

    def page(self) -> Shown:
        """The page as it is now."""
        return [each for each in self.person.read(self.channel) if each.only_you][-1]

    def buttons(self) -> list[str]:
        """What can be pressed on it."""
        return [button.label for button in self.page().buttons]


def seen(outcome: Outcome) -> str:
    """What only the one who pressed reads."""
    assert outcome.message is not None, outcome.failed
    assert outcome.message.only_you
    return outcome.message.text
