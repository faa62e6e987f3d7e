"""Writing the record: what facilitators and note-takers press until they post it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core.deliveries import new_key
from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.core.own_words import AsItIs, OwnWords, Passage, Reading
from bot.questions.rules.writing import clean, optional
from bot.record import rules
from bot.record.rules import (
    BOXES,
    LONGEST,
    LONGEST_UNTIL,
    LONGEST_WHAT,
    LONGEST_WHO,
    Action,
    Box,
    Content,
    Knowledge,
    Part,
    Record,
    Stage,
)
from bot.record.service.office import Office
from bot.record.service.posting import AGAIN, NEW
from bot.record.text import desk as text
from bot.record.text import page

#: What a facilitator writes herself in the preview.
WORDS = "record.words"


class Writing:
    """The draft, which is kept from the first word on. Who wrote what is not."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._reading: Reading = AsItIs()

    def let_read(self, reading: Reading) -> None:
        """From now on this looks at what facilitators write, in the preview."""
        self._reading = reading

    async def open(self, community: int, token: str) -> Notice:
        """[Finish the record], or [Change it]: the page with what there is; raises Refused if it is gone."""
        return await self._page(await self._office.read(community, token))

    async def form(self, community: int, token: str) -> Form:
        """The form for one part; raises Refused if the record is gone."""
        key, part, _ = _read(token)
        return text.form(await self._office.read(community, key), part)

    async def save(
        self, community: int, token: str, fields: Mapping[str, str], kinds: Sequence[str]
    ) -> Notice:
        """One part as it was written, unless somebody else saved it meanwhile: then both are shown.

        Raises Refused for a text that is too long.
        """
        key, part, version = _read(token)
        hers = {box: optional(fields.get(box, ""), "lines", LONGEST) for box in BOXES[part]}
        written = Content(hers, tuple(each for each in Knowledge if each.value in kinds))
        async with self._office.database.write() as tx:
            record = await self._office.find(tx, community, key)
            after = rules.saved(record, part, version, written)
            if after is None:
                return text.meanwhile(record, part, hers)
            await self._office.store.put(tx, after)
        return await self._page(after)

    # Actions

    async def action_form(self, community: int, token: str) -> Form:
        """[Add an action]."""
        return text.action_form(await self._office.read(community, token))

    async def act(self, community: int, token: str, fields: Mapping[str, str]) -> Notice:
        """An action is added; raises Refused for one without a name or a thing to do, and for too many."""
        action = Action(
            new_key(),
            " ".join(clean(fields.get("who", ""), "note", LONGEST_WHO).split()),
            " ".join(clean(fields.get("what", ""), "note", LONGEST_WHAT).split()),
            " ".join(optional(fields.get("until", ""), "lines", LONGEST_UNTIL).split()),
        )
        async with self._office.database.write() as tx:
            record = rules.with_action(await self._office.find(tx, community, token), action)
            await self._office.store.put(tx, record)
        return await self._page(record)

    async def actions(self, community: int, token: str) -> Notice:
        """[Remove an action]: which ones there are."""
        return text.actions(await self._office.read(community, token))

    async def remove(self, community: int, token: str) -> Notice:
        """One of them goes; twice is once. The token is the record's key, and the action's id."""
        async with self._office.database.write() as tx:
            found = await self._office.find(tx, community, token)
            record = rules.without_action(found, token.partition(".")[2])
            await self._office.store.put(tx, record)
        return text.actions(record)

    # Before it is posted

    async def preview(self, community: int, account: int, token: str, *, leads: bool) -> Notice:
        """[Show it as it will be]; `leads`: a facilitator reads what in her words may be hard.

        Raises Refused while its meeting goes on.
        """
        record = await self._office.read(community, token)
        if record.stage is Stage.WAITS:
            raise Refused("error-record-goes-on")
        shown = await self._preview(record)
        boxes = [box for box in Box if box in record.content.words]
        if not leads or not boxes:
            return shown

        async def again(texts: Sequence[str]) -> Notice:
            return await self._preview(await self._reword(record, dict(zip(boxes, texts, strict=True))))

        passages = tuple(Passage(record.content.words[box], LONGEST) for box in boxes)
        return await self._reading.hint(shown, OwnWords(community, account, WORDS, passages, again))

    async def _preview(self, record: Record) -> Notice:
        is_posted = record.posted is not None
        token = rules.token_of(record.key, record.version, AGAIN if is_posted else NEW)
        return page.preview(await self._office.draft(record), token, is_posted=is_posted)

    async def _reword(self, known: Record, words: Mapping[Box, str]) -> Record:
        """What was made easier to read in a preview is saved; raises Refused if another was quicker."""
        async with self._office.database.write() as tx:
            record = await self._office.find(tx, known.community, known.key)
            kept = {box: text for box, text in {**record.content.words, **words}.items() if text}
            content = replace(record.content, words=kept)
            if content == record.content:
                return record
            if record.version != known.version:
                raise Refused("error-record-changed")
            changed = {
                part
                for part in Part
                if any(kept.get(box) != record.content.words.get(box) for box in BOXES[part])
            }
            versions = {**record.versions, **{part: record.versions.get(part, 0) + 1 for part in changed}}
            after = replace(record, content=content, versions=versions, version=record.version + 1)
            await self._office.store.put(tx, after)
        return after

    async def _page(self, record: Record) -> Notice:
        return text.working(record, await self._office.draft(record))


def _read(token: str) -> tuple[str, Part, int]:
    """A record's key, one of its parts, and how often that had been saved; Refused for any other token."""
    key, _, rest = token.partition(".")
    part, _, version = rest.partition(".")
    if part not in set(Part):
        raise Refused("error-old-button")
    return key, Part(part), int(version) if version.isascii() and version.isdecimal() else 0
