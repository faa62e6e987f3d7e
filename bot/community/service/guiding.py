"""The guided panel: its steps, and what is filled in for each. Another facilitator can go on at any time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from bot.community.rules import choices, steps
from bot.community.rules import setup as rules
from bot.community.rules.settings import CommunitySettings
from bot.community.rules.setup import Step
from bot.community.service.desk import SetupDesk
from bot.community.text import forms
from bot.community.text import setup as text
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.wording import Line

_SAVED = Line("community-saved")


class Guiding:
    """Steps, forms and settings."""

    def __init__(self, desk: SetupDesk) -> None:
        """Nothing is kept in memory between two presses."""
        self._desk = desk

    async def overview(self, community: int) -> Notice:
        """`/setup`, [Set up], [Back]: the list of steps."""
        return text.overview(await self._desk.view(community))

    async def open(self, community: int, step: str, roles: Collection[int]) -> Notice:
        """One step; raises Refused if there is no such step. `roles` are those of whoever presses."""
        return await self._desk.page(community, _step(step), roles=roles)

    async def skip(self, community: int, step: str) -> Notice:
        """[Skip for now]: the next step that is missing."""
        left = _step(step)
        async with self._desk.database.write() as tx:
            await self._desk.change(tx, community, lambda setup: rules.skipped(setup, left))
        return await self._desk.next_page(community, left, Line("community-skipped"))

    async def right(self, community: int, step: str) -> Notice:
        """[This is right]: the step is done as it stands. Raises Refused if it cannot be done yet."""
        done = _step(step)
        if steps.must_wait(await self._desk.view(community), done):
            raise Refused("community-refused-first")
        async with self._desk.database.write() as tx:
            await self._desk.change(tx, community, lambda setup: rules.confirmed(setup, done))
        return await self._desk.next_page(community, done, _SAVED)

    # Forms

    async def form(self, community: int, name: str, token: str = "") -> Form:
        """The form of one step; `token` is a role group's key. Raises Refused if there is no such group."""
        settings = await self._desk.communities.settings(community)
        if name == "group":
            known = settings.group(token)
            if token and known is None:
                raise Refused("error-choice")
            words = self._desk.names(settings)[known.key] if known else ""
            return forms.group(None if known is None else replace(known, words=words))
        if name == "safety":
            chosen = await self._desk.choosing.chosen(community)
            return forms.safety(settings, chosen.urgent, chosen.threats)
        made: dict[str, Callable[[CommunitySettings], Form]] = {
            "place": forms.place,
            "times": forms.times,
            "basis": forms.basis,
        }
        return made[name](settings)

    async def group(
        self, community: int, key: str, typed: Mapping[str, str], picked: Sequence[str]
    ) -> Notice:
        """A role group was reworded, or one was added."""
        role = int(picked[0]) if picked else None
        before = await self._desk.communities.settings(community)
        # Words that are the wording's own are not kept: a later wording would not show.
        own = self._desk.names(before).get(key)
        known = before.group(key)
        if known is not None and not known.words and typed["words"].strip() == own:
            typed = {**typed, "words": ""}
        await self._change(community, lambda settings: choices.with_group(settings, key, typed, role))
        return await self._desk.page(community, Step.GROUPS, _SAVED)

    async def host(self, community: int, answer: str) -> Notice:
        """Whether whoever runs the bot also takes part: from now on the promise of anonymity says so."""
        if answer not in ("yes", "no"):
            raise Refused("error-choice")
        await self._change(community, lambda settings: replace(settings, host_takes_part=answer == "yes"))
        return await self._desk.next_page(community, Step.HOST, _SAVED)

    async def place(self, community: int, typed: Mapping[str, str]) -> Notice:
        """Time zone and nation. Raises Refused for a zone or a country that nobody knows."""
        return await self._fill(community, Step.PLACE, lambda chosen: choices.with_place(chosen, typed))

    async def times(self, community: int, typed: Mapping[str, str], days: Sequence[str]) -> Notice:
        """When unasked messages may come. Raises Refused for more than is allowed."""
        return await self._fill(community, Step.TIMES, lambda chosen: choices.with_quiet(chosen, typed, days))

    async def basis(self, community: int, typed: Mapping[str, str]) -> Notice:
        """The organisation's lawful basis."""
        return await self._fill(community, Step.BASIS, lambda chosen: choices.with_basis(chosen, typed))

    async def safety(self, community: int, typed: Mapping[str, str]) -> Notice:
        """Safeguarding lead, urgent help, threats: all of it or, where one box cannot be, nothing."""
        async with self._desk.database.write() as tx:
            await self._desk.communities.change(
                tx, community, lambda settings: choices.with_safeguarding(settings, typed)
            )
            for part in ("urgent", "threats"):
                await self._desk.choosing.choose(tx, community, part, typed)
            await self._desk.change(tx, community, lambda setup: rules.confirmed(setup, Step.SAFETY))
        return await self._shown(community, Step.SAFETY)

    async def _fill(
        self, community: int, step: Step, change: Callable[[CommunitySettings], CommunitySettings]
    ) -> Notice:
        async with self._desk.database.write() as tx:
            await self._desk.communities.change(tx, community, change)
            await self._desk.change(tx, community, lambda setup: rules.confirmed(setup, step))
        return await self._shown(community, step)

    async def _shown(self, community: int, step: Step) -> Notice:
        """The step itself while something of it is missing; otherwise the next one."""
        return await self._desk.page_or_next(
            community, step, _SAVED, lambda view: steps.status(view, step) is rules.Status.DONE
        )

    async def _change(self, community: int, change: Callable[[CommunitySettings], CommunitySettings]) -> None:
        async with self._desk.database.write() as tx:
            await self._desk.communities.change(tx, community, change)


def _step(step: str) -> Step:
    if step not in set(Step):
        raise Refused("error-choice")
    return Step(step)
