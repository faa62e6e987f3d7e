"""Proposals for a glossary: made, decided on, told of, forgotten; on every kind of database."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.app.opening import EVERYDAY_ALARMS, EVERYDAY_DELIVERIES
from bot.community.rules import Community, PauseOfAll
from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.core.alarms import Alarms
from bot.core.database import Database
from bot.core.deliveries import Deliveries
from bot.core.errors import Refused
from bot.core.notices import Form, Line, Notice
from bot.core.sealing import Seal
from bot.glossary.rules.history import Kind as Done
from bot.glossary.service import Keeping
from bot.glossary.service.indexes import Indexes
from bot.glossary.store import GlossaryStore
from bot.people.rules import Member
from bot.proposals.rules import UNSIGNED, Fate, Proposal
from bot.proposals.service import Deciding, Office, Proposing, Telling
from bot.proposals.store import ProposalStore, proposal_table
from bot.questions.kinds import Said
from bot.questions.rules.saying import read_token, token_about
from bot.questions.text import ToSay, say_form
from tests.bot.glossary.drawn import PATHWAY
from tests.support import FakeClock
from tests.tables import make_all_tables

HERE, CHANNEL = 900_000_000_000_000_001, 77
AMINA, LEILA, STRANGER = 11, 12, 13
TERM = replace(PATHWAY, id="s1", name="Audit", plain="A systematic review.", theme="nhs", by="")
SIMPLER = "A look at how things are done."
DAY = date(2026, 3, 2)
#: A Monday, and within the hours.
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


class Members:
    """Two have joined; a third has not."""

    def __init__(self) -> None:
        self.left: set[int] = set()

    async def find(self, community: int, account: int) -> Member | None:
        if account == STRANGER:
            return None
        left = DAY if account in self.left else None
        member = Member(f"m{account}", community, account, DAY, frozenset(), NOW)
        return replace(member, left_on=left)


class LookedUp:
    """What somebody has looked up."""

    def word(self, token: str) -> str:
        return "Care budget" if token == "t" else ""


class Unsigned:
    """The way for what is said without a name; nothing comes out of it by itself."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, str, str, str]] = []

    async def form(
        self, kind: str, community: int, subject: str, *, name: str, fields: Mapping[str, str]
    ) -> Form:
        return say_form(f"draft~{subject}", ToSay(_BY_CODE[kind], subject, name, fields), few=False)

    async def say(
        self, kind: str, community: int, account: int, token: str, *, fields: Mapping[str, str], name: str
    ) -> Notice:
        self.taken.append((kind, read_token(token)[1], name, fields["plain"]))
        return Notice(())


_BY_CODE = {kind.code: kind for kind in UNSIGNED.values()}


@dataclass
class Shop:
    """A community with one word, and all that is done about proposals."""

    office: Office
    proposing: Proposing
    deciding: Deciding
    telling: Telling
    clock: FakeClock
    members: Members
    unsigned: Unsigned

    async def proposes(self, name: str = "Care budget", plain: str = "Money.", term: str = "") -> Proposal:
        before = {each.id for each in await self.deciding.proposals(HERE)}
        fields = {"name": name, "plain": plain, "how": "named"}
        await self.proposing.propose(HERE, AMINA, token_about("draft", term), fields, "Amina A.")
        (made,) = [each for each in await self.deciding.proposals(HERE) if each.id not in before]
        return made

    async def get(self, id_: str) -> Proposal:
        async with self.office.database.read() as tx:
            return await self.office.get(tx, HERE, id_)

    async def take(self, proposal: Proposal, who: int = LEILA, **typed: str) -> Notice:
        """A facilitator takes it."""
        form = await self.deciding.take_form(HERE, proposal.id, held=True)
        assert isinstance(form, Form)
        values = {each.name: getattr(each, "value", "") for each in form.fields} | {"theme": "nhs"} | typed
        return await self.deciding.take(HERE, who, form.token, values, held=True)

    async def plain(self, name: str) -> tuple[str, str]:
        (found,) = [each for each in await self.office.keeping.terms(HERE) if each.name == name]
        return found.plain, found.by

    async def told(self) -> int:
        async with self.office.database.read() as tx:
            return len((await tx.execute(EVERYDAY_DELIVERIES.select())).all())


@pytest.fixture
async def shop(database: Database, seal: Seal) -> Shop:
    await make_all_tables(database, "everyday")
    clock, members = FakeClock(), Members()
    clock.time = NOW
    communities = Communities(database, CommunityStore())
    async with database.write() as tx:
        await communities.save(tx, Community(HERE, 1, CHANNEL, 7))
    keeping = Keeping(database=database, store=GlossaryStore(seal), starter=lambda: (TERM,), clock=clock)
    alarms = Alarms(database, EVERYDAY_ALARMS, clock)
    office = Office(
        database=database,
        store=ProposalStore(seal),
        keeping=keeping,
        indexes=Indexes(keeping),
        people=members,
        communities=communities,
        deliveries=Deliveries(EVERYDAY_DELIVERIES, seal),
        alarms=alarms,
        clock=clock,
    )
    telling = Telling(office)
    alarms.answer(telling.works())
    unsigned = Unsigned()
    proposing = Proposing(office, LookedUp(), unsigned)
    return Shop(office, proposing, Deciding(office), telling, clock, members, unsigned)


def said(notice: Notice) -> list[str]:
    return [part.id for part in notice.parts if isinstance(part, Line)]


# Made


async def test_a_name_stands_below_it_only_of_somebody_who_has_joined(shop: Shop) -> None:
    made = await shop.proposes()
    assert (made.by, made.member, made.on) == ("Amina A.", "m11", DAY)
    shop.members.left = {AMINA}
    for account in (STRANGER, AMINA):
        with pytest.raises(Refused) as refused:
            await shop.proposing.propose(HERE, account, "", {"name": "x", "plain": "y", "how": "named"}, "X")
        assert refused.value.line.id == "error-proposal-not-joined"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": "", "plain": "x"}, "error-proposal-empty"),
        ({"name": "x", "plain": " \u200b"}, "error-proposal-empty"),
        ({"name": "x" * 101, "plain": "x"}, "error-proposal-long"),
        ({"name": "x", "plain": "x" * 301}, "error-proposal-long"),
    ],
)
async def test_what_cannot_be_is_refused(shop: Shop, fields: dict[str, str], sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        await shop.proposing.propose(HERE, AMINA, "", {**fields, "how": "named"}, "Amina")
    assert refused.value.line.id == sentence
    assert await shop.deciding.proposals(HERE) == []


async def test_the_same_form_twice_is_one_proposal_and_many_are_refused(shop: Shop) -> None:
    fields = {"name": "Care budget", "plain": "Money.", "how": "named"}
    for _ in range(2):
        await shop.proposing.propose(HERE, AMINA, "", fields, "Amina")
    assert await shop.deciding.number(HERE) == 1
    for at in range(19):
        await shop.proposes(f"Word {at}")
    with pytest.raises(Refused):
        await shop.proposes("One", "more")


async def test_she_takes_hers_back_while_it_waits_and_nobody_else_does(shop: Shop) -> None:
    made = await shop.proposes()
    with pytest.raises(Refused):
        await shop.proposing.take_back(HERE, LEILA, made.id)
    for _ in range(2):
        await shop.proposing.take_back(HERE, AMINA, made.id)
    assert await shop.deciding.proposals(HERE) == []


async def test_what_came_without_a_name_is_kept_once_and_leads_to_nobody(shop: Shop) -> None:
    for _ in range(2):
        await shop.proposing.take(Said(HERE, "t1", "word", "", "Care budget\nMoney for care.", False))
    await shop.proposing.take(Said(HERE, "t2", "meaning", "s1", SIMPLER, True))
    await shop.proposing.take(Said(HERE, "t3", "meaning", "gone", SIMPLER, False))
    word, held, gone = sorted(await shop.deciding.proposals(HERE), key=lambda each: each.id)
    assert (word.name, word.plain, word.member, word.by) == ("Care budget", "Money for care.", None, "")
    assert (held.name, held.plain, held.is_held) == ("Audit", SIMPLER, True)
    assert gone.name == ""
    listed = await shop.proposing.listed(HERE)
    assert said(listed).count("proposal-fate-waits") == 2, "not what is held"
    assert await shop.deciding.number(HERE, held=True) == 3
    async with shop.office.database.read() as tx:
        rows = (await tx.execute(proposal_table.select())).mappings().all()
    assert all(row["member"] is None and row["who"] is None for row in rows)
    assert not any(b"Money" in row["block"] or b"Audit" in row["block"] for row in rows)


async def test_without_a_name_is_the_first_choice_and_leaves_nothing_here(shop: Shop) -> None:
    form = await shop.proposing.add_form(HERE, "t")
    assert [each.name for each in form.fields] == ["name", "plain", "how"]
    form = await shop.proposing.simpler_form(HERE, "s1")
    assert [getattr(each, "chosen", "") for each in form.fields] == ["", "anonymously"]
    fields = {"plain": SIMPLER, "how": "anonymously"}
    await shop.proposing.propose(HERE, STRANGER, form.token, fields, "Nobody’s name")
    assert shop.unsigned.taken == [("meaning", "s1", "Audit", SIMPLER)]
    assert await shop.deciding.proposals(HERE) == []
    await shop.proposing.propose(HERE, AMINA, form.token, {**fields, "how": "named"}, "Amina A.")
    (made,) = await shop.deciding.proposals(HERE)
    assert (made.term, made.by) == ("s1", "Amina A.")


async def test_where_two_hundred_without_a_name_wait_no_other_is_promised_an_answer(shop: Shop) -> None:
    for at in range(200):
        await shop.proposing.take(Said(HERE, f"t{at}", "word", "", f"Word {at}\nMoney.", at % 2 == 0))
    fields = {"name": "Audit", "plain": SIMPLER, "how": "anonymously"}
    with pytest.raises(Refused) as refused:
        await shop.proposing.propose(HERE, STRANGER, "", fields, "")
    assert refused.value.line.id == "error-proposal-full"
    assert shop.unsigned.taken == []
    await shop.proposes("Under her name")
    # What was sent before is kept all the same.
    await shop.proposing.take(Said(HERE, "late", "word", "", "Late\nMoney.", False))
    assert await shop.deciding.number(HERE, held=True) == 202
    for at in ("t0", "t1"):
        await shop.deciding.decline(HERE, LEILA, at, {"reason": "Thank you."}, held=True)
    await shop.proposing.propose(HERE, STRANGER, "", fields, "")
    assert len(shop.unsigned.taken) == 1


# Decided


async def test_a_simpler_meaning_becomes_the_terms_with_its_writers_name(shop: Shop) -> None:
    made = await shop.proposes(plain=SIMPLER, term="s1")
    await shop.take(made, reason="Everybody follows it")
    assert await shop.plain("Audit") == (SIMPLER, "Amina A.")
    assert (await shop.get(made.id)).fate is Fate.TAKEN
    (change,) = await shop.office.keeping.history(HERE, "s1")
    assert (change.kind, change.who, change.reason) == (Done.PROPOSED, "m12", "Everybody follows it")
    exported = await shop.office.keeping.export_for(HERE, "m11")
    assert exported["shows_your_name"] == ["Audit"]


async def test_a_changed_meaning_does_not_show_the_name_of_whoever_did_not_write_it(shop: Shop) -> None:
    made = await shop.proposes(plain=SIMPLER, term="s1")
    await shop.take(made, plain="A check of how things are done.")
    assert await shop.plain("Audit") == ("A check of how things are done.", "")
    assert (await shop.get(made.id)).fate is Fate.CHANGED


@pytest.mark.parametrize(
    "added", [{"precise": "A cycle."}, {"example": "We did one."}, {"name": "Care plan"}, {"plain": "Cash."}]
)
@pytest.mark.parametrize("term", ["", "s1"])
async def test_no_name_stands_below_what_an_editor_added_or_changed(
    shop: Shop, added: dict[str, str], term: str
) -> None:
    made = await shop.proposes(plain=SIMPLER, term=term)
    await shop.take(made, **added)
    taken = added.get("name", "Audit" if term else "Care budget")
    assert await shop.plain(taken) == (added.get("plain", SIMPLER), "")
    assert (await shop.get(made.id)).fate is Fate.CHANGED
    assert "proposal-fate-changed" in said(await shop.proposing.listed(HERE))


async def test_a_new_word_with_its_letters_is_hers_as_it_is(shop: Shop) -> None:
    made = await shop.proposes("Care  budget | CB", "Money.")
    await shop.take(made)
    assert await shop.plain("Care budget") == ("Money.", "Amina A.")
    assert (await shop.get(made.id)).fate is Fate.TAKEN


async def test_a_name_that_two_members_share_goes_with_whoever_wrote_the_words(shop: Shop) -> None:
    await shop.office.keeping.put(HERE, replace(TERM, by="Amina A."), who="m12")
    await shop.take(await shop.proposes(plain=SIMPLER, term="s1"))
    async with shop.office.database.write() as tx:
        await shop.office.keeping.erase(tx, HERE, "m12")
    assert await shop.plain("Audit") == (SIMPLER, "Amina A.")
    async with shop.office.database.write() as tx:
        await shop.office.keeping.erase(tx, HERE, "m11")
    assert await shop.plain("Audit") == (SIMPLER, "")


async def test_the_mark_that_patients_checked_it_goes_with_the_words(shop: Shop) -> None:
    await shop.office.keeping.put(HERE, replace(TERM, is_checked_by_lay=True), who=None)
    await shop.take(await shop.proposes(plain=SIMPLER, term="s1"))
    (term,) = await shop.office.keeping.terms(HERE)
    assert not term.is_checked_by_lay


async def test_a_new_word_goes_into_a_theme_and_one_that_is_there_is_refused(shop: Shop) -> None:
    await shop.take(await shop.proposes("Care budget", "Money."))
    assert await shop.plain("Care budget") == ("Money.", "Amina A.")
    again = await shop.proposes("AUDIT", "A look.")
    with pytest.raises(Refused):
        await shop.take(again)
    assert (await shop.get(again.id)).waits


async def test_a_term_that_changed_since_the_form_opened_is_not_written_over(shop: Shop) -> None:
    made = await shop.proposes(plain=SIMPLER, term="s1")
    form = await shop.deciding.take_form(HERE, made.id)
    assert isinstance(form, Form)
    await shop.office.keeping.put(HERE, replace(TERM, example="We did an audit."), who=None)
    with pytest.raises(Refused):
        await shop.deciding.take(HERE, LEILA, form.token, {"name": "Audit", "plain": SIMPLER})
    assert (await shop.get(made.id)).waits


async def test_of_two_who_decide_at_once_the_second_reads_what_the_first_decided(shop: Shop) -> None:
    made = await shop.proposes()
    no = {"reason": "Thank you. We have it."}
    first, second = await asyncio.gather(shop.take(made), shop.deciding.decline(HERE, AMINA, made.id, no))
    assert sorted(["proposal-kept" in said(first), "proposal-kept" in said(second)]) == [False, True]
    assert "proposal-meanwhile" in [*said(first), *said(second)]
    taken = (await shop.get(made.id)).fate is Fate.TAKEN
    assert taken == any(each.name == "Care budget" for each in await shop.office.keeping.terms(HERE))


async def test_declining_needs_a_reason_that_everybody_reads(shop: Shop) -> None:
    made = await shop.proposes()
    with pytest.raises(Refused):
        await shop.deciding.decline(HERE, LEILA, made.id, {"reason": " "})
    reason = "Thank you. We have it under another name."
    await shop.deciding.decline(HERE, LEILA, made.id, {"reason": reason, "show": "yes"})
    assert (await shop.get(made.id)).reason == reason
    assert {"proposal-fate-declined", "proposal-reason", "proposal-by"} <= set(
        said(await shop.proposing.listed(HERE))
    )
    rude = await shop.proposes("Rude", "About somebody.")
    await shop.deciding.decline(HERE, LEILA, rude.id, {"reason": "It names somebody.", "show": "no"})
    assert (await shop.get(rude.id)).plain == ""
    assert "proposal-out" in said(await shop.proposing.listed(HERE))


async def test_what_was_held_back_shows_the_words_that_were_taken_and_no_others(shop: Shop) -> None:
    await shop.proposing.take(Said(HERE, "t1", "word", "", "Rude name\nRude words.", True))
    assert said(await shop.proposing.listed(HERE)) == ["proposal-list-nothing"]
    await shop.take(await shop.get("t1"), name="Care budget", plain="Money for care.")
    listed = await shop.proposing.listed(HERE)
    assert {"proposal-word", "proposal-fate-changed"} <= set(said(listed))
    assert "Rude" not in repr(listed)
    assert "Rude" not in repr(await shop.get("t1"))


async def test_whoever_was_held_back_and_declined_finds_the_answer_without_the_words(shop: Shop) -> None:
    await shop.proposing.take(Said(HERE, "t1", "meaning", "s1", "Rude words.", True))
    form = await shop.deciding.decline_form(HERE, "t1", held=True)
    assert isinstance(form, Form)
    assert [each.name for each in form.fields] == ["reason"], "nobody is asked whether all may read them"
    await shop.deciding.decline(HERE, LEILA, "t1", {"reason": "Thank you. It may hurt somebody."}, held=True)
    listed = await shop.proposing.listed(HERE)
    assert {"proposal-out", "proposal-fate-declined", "proposal-reason"} <= set(said(listed))
    assert "Rude" not in repr(listed)
    assert "Rude" not in repr(await shop.get("t1"))


async def test_what_is_held_is_for_facilitators_and_for_no_other_editor(shop: Shop) -> None:
    for at in ("t1", "t2"):
        await shop.proposing.take(Said(HERE, at, "meaning", "s1", "Rude words.", True))
    seen = await shop.proposes(plain=SIMPLER, term="s1")
    await shop.deciding.put_together(HERE, LEILA, f"t1.{seen.id}", held=True)
    assert "Rude" in repr(await shop.deciding.open(HERE, seen.id, held=True)), "the planted fault"
    assert (await shop.deciding.number(HERE), await shop.deciding.number(HERE, held=True)) == (1, 2)
    for read in (
        await shop.deciding.waiting(HERE),
        await shop.deciding.open(HERE, seen.id),
        await shop.deciding.others(HERE, seen.id),
    ):
        assert "Rude" not in repr(read)
        assert "proposals:others" not in {button.action for button in read.buttons}
    reason = {"reason": "Thank you."}
    for refused in (
        shop.deciding.open(HERE, "t2"),
        shop.deciding.take_form(HERE, "t2"),
        shop.deciding.take(HERE, AMINA, "t2", {"name": "x", "plain": "y"}),
        shop.deciding.decline_form(HERE, "t2"),
        shop.deciding.decline(HERE, AMINA, "t2", reason),
        shop.deciding.others(HERE, "t2"),
        shop.deciding.put_together(HERE, AMINA, f"t2.{seen.id}"),
        shop.deciding.put_together(HERE, AMINA, f"{seen.id}.t2"),
        shop.deciding.apart(HERE, "t1"),
    ):
        with pytest.raises(Refused):
            await refused
    left = [(await shop.get(each)).fate for each in ("t1", "t2", seen.id)]
    assert left == [Fate.TOGETHER, Fate.WAITS, Fate.WAITS]


async def test_what_is_put_together_shares_an_answer_and_can_be_taken_apart_before(shop: Shop) -> None:
    first, second = await shop.proposes(plain="Money."), await shop.proposes(plain="What care may cost.")
    for _ in range(2):
        await shop.deciding.put_together(HERE, LEILA, f"{first.id}.{second.id}")
    assert await shop.deciding.number(HERE) == 1
    await shop.deciding.apart(HERE, first.id)
    assert await shop.deciding.number(HERE) == 2
    await shop.deciding.put_together(HERE, LEILA, f"{first.id}.{second.id}")
    await shop.take(second)
    assert said(await shop.proposing.listed(HERE)).count("proposal-fate-taken") == 2
    with pytest.raises(Refused):
        await shop.deciding.apart(HERE, first.id)


@pytest.mark.parametrize("is_taken", [True, False])
async def test_what_is_held_finds_the_answer_of_what_it_was_put_together_with(
    shop: Shop, is_taken: bool
) -> None:
    await shop.proposing.take(Said(HERE, "t1", "meaning", "s1", "Rude words.", True))
    other = await shop.proposes(plain=SIMPLER, term="s1")
    await shop.deciding.put_together(HERE, LEILA, f"t1.{other.id}", held=True)
    assert said(await shop.proposing.listed(HERE)).count("proposal-fate-waits") == 1, "nothing of it yet"
    if is_taken:
        await shop.take(other)
    else:
        await shop.deciding.decline(HERE, LEILA, other.id, {"reason": "Thank you."})
    listed = await shop.proposing.listed(HERE)
    assert said(listed).count("proposal-fate-taken" if is_taken else "proposal-fate-declined") == 2
    assert {"proposal-out", "proposal-fate-together"} <= set(said(listed))
    assert "Rude" not in repr(listed)


# Told


async def test_facilitators_are_told_once_a_week_at_most_and_not_at_night(shop: Shop) -> None:
    shop.clock.time = NOW.replace(hour=22)
    await shop.proposes("One")
    await shop.office.alarms.ring()
    assert await shop.told() == 0, "by day only"
    shop.clock.time = NOW + timedelta(days=1)
    await shop.office.alarms.ring()
    assert await shop.told() == 1
    for at in range(3):
        await shop.proposes(f"Two {at}")
    shop.clock.time += timedelta(days=5)
    await shop.office.alarms.ring()
    assert await shop.told() == 1
    shop.clock.time += timedelta(days=2)
    await shop.office.alarms.ring()
    assert await shop.told() == 2


async def test_nothing_is_told_while_all_is_paused_or_nothing_waits(shop: Shop) -> None:
    made = await shop.proposes()
    paused = PauseOfAll(NOW, "A break.", "k" * 16, 1, 1)
    async with shop.office.database.write() as tx:
        await shop.office.communities.change(tx, HERE, lambda known: replace(known, pause=paused))
    await shop.office.alarms.ring()
    assert await shop.told() == 0
    async with shop.office.database.write() as tx:
        await shop.office.communities.change(tx, HERE, lambda known: replace(known, pause=None))
    await shop.proposing.take_back(HERE, AMINA, made.id)
    shop.clock.time += timedelta(days=3)
    await shop.office.alarms.ring()
    assert await shop.told() == 0


# Forgotten


async def test_erasing_leaves_no_name_and_no_reason_and_the_words_that_were_taken(shop: Shop) -> None:
    taken = await shop.proposes()
    await shop.take(taken)
    waits, other = await shop.proposes("Waits"), await shop.proposes("waits", "Another.")
    await shop.deciding.put_together(HERE, AMINA, f"{other.id}.{waits.id}")
    declined = await shop.proposes("Not this")
    await shop.deciding.decline(HERE, LEILA, declined.id, {"reason": "Thank you all the same."})
    readable = await shop.proposing.export_for(HERE, "m12")
    decided = [row["word"] for row in readable["words_decided"]]  # type: ignore[attr-defined]
    assert sorted(decided) == ["Care budget", "Not this"]
    async with shop.office.database.write() as tx:
        await shop.proposing.erase(tx, HERE, "m11")
        await shop.proposing.erase(tx, HERE, "m12")
    left = await shop.deciding.proposals(HERE)
    assert {each.id for each in left} == {taken.id, declined.id}
    assert [(each.member, each.by, each.who, each.reason) for each in left] == [(None, "", None, "")] * 2


async def test_what_was_decided_long_ago_goes(shop: Shop) -> None:
    made = await shop.proposes()
    await shop.deciding.decline(HERE, LEILA, made.id, {"reason": "Thank you."})
    await shop.proposes("Waits")
    async with shop.office.database.write() as tx:
        assert await shop.proposing.expire(tx, HERE, DAY) == 0
        assert await shop.proposing.expire(tx, HERE, DAY + timedelta(days=1)) == 1
    assert [each.name for each in await shop.deciding.proposals(HERE)] == ["Waits"]


async def test_what_is_put_together_stays_as_long_as_what_it_shares_an_answer_with(shop: Shop) -> None:
    first, second = await shop.proposes(plain="Money."), await shop.proposes(plain="What care may cost.")
    await shop.deciding.put_together(HERE, LEILA, f"{first.id}.{second.id}")
    shop.clock.time += timedelta(days=400)

    async def expired(before: date) -> int:
        async with shop.office.database.write() as tx:
            return await shop.proposing.expire(tx, HERE, before)

    today = shop.clock.now().date()
    assert await expired(today) == 0, "it waits for its answer"
    await shop.take(second)
    assert await expired(today) == 0, "nobody has read the answer yet"
    assert said(await shop.proposing.listed(HERE)).count("proposal-fate-taken") == 2
    assert await expired(today + timedelta(days=1)) == 2
