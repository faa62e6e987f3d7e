"""What every scene begins with: the panels, and people who join."""

from __future__ import annotations

from tests.crash.crowd import Crowd

PANELS = {"questions": "Is something not clear?", "facilitators": "For facilitators"}
_MOST_TIMES = 3


async def set_up(crowd: Crowd) -> None:
    """The administrator posts the panels."""
    ruth, leila = crowd.person("Ruth Calder"), crowd.person("Leila Haddad")
    options = {
        "questions_channel": "questions",
        "facilitators_channel": "facilitators",
        "facilitators_role": "Facilitators",
    }

    def are_there() -> bool:
        return all(any(text in each.text for each in leila.read(where)) for where, text in PANELS.items())

    await crowd.until_done(lambda: ruth.command("panel", channel="general", **options), "Done.", are_there)


async def join(crowd: Crowd, name: str, part: str) -> None:
    """Somebody joins. A form closes when it is sent; if nothing comes of it, she begins once more."""
    for _ in range(_MOST_TIMES):
        offer = await crowd.open_more(name, "Join this community")
        if offer.message is not None and "You joined this community" in offer.message.text:
            return
        opened = await crowd.open(name, "Join", on=offer.message)
        await crowd.fill_in(opened, {"What is your part here?": part}, "", follows=False)
    raise AssertionError("she never joins")
