"""Named contacts and standing roles on every kind of database: what is kept, shown to her, and erased."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from bot.app import EVERYDAY_ALARMS, EVERYDAY_DELIVERIES
from bot.community.rules import Community
from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.contacts.service import Contacts, Office, Presser
from bot.contacts.store import (
    ContactStore,
    attendance_table,
    errand_table,
    supporter_table,
    word_table,
)
from bot.core.alarms import Alarms
from bot.core.bell import Round
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries
from bot.core.errors import Refused
from bot.core.notices import Line, Notice, Words
from bot.core.postman import Postman
from bot.core.sealing import Seal
from bot.nudges.rules import Nudge
from bot.people.rules import About, Member
from bot.people.service import People
from bot.people.store import InvitationStore, PeopleStore
from bot.standing_roles.rules import Role
from bot.standing_roles.service import Offer, Offers, StandingRoles
from bot.standing_roles.store import StandingRoleStore, standing_role_table
from tests.support import FakeClock, FakeDiscord
from tests.tables import make_all_tables

HERE, QUESTIONS, FACILITATORS = 900_000_000_000_000_001, 800_000_000_000_000_001, 800_000_000_000_000_002
#: Members by name: a lay member, two who look after people, and one without Discord.
IDS = {"amina": "a" * 16, "leila": "b" * 16, "owen": "c" * 16, "margaret": "d" * 16}
AMINA, LEILA, OWEN = 190_000_000_000_000_042, 190_000_000_000_000_043, 190_000_000_000_000_044
HER_WORDS = "I felt lost last week."
TABLES = (supporter_table, word_table, errand_table, attendance_table, standing_role_table)


@dataclass
class FakeNudges:
    """Messages to members, as they would reach them at once."""

    sent: dict[str, Nudge] = field(default_factory=dict)

    async def send(self, tx: Tx, nudge: Nudge) -> None:
        self.sent[nudge.key] = nudge

    async def withdraw(self, tx: Tx, community: int, prefix: str) -> None:
        self.sent = {key: nudge for key, nudge in self.sent.items() if not key.startswith(prefix)}


class Village:
    """A community with named contacts, built as `bot.app` builds it."""

    def __init__(self, database: Database, seal: Seal, clock: FakeClock) -> None:
        self.database, self.clock, self.nudges = database, clock, FakeNudges()
        self.discord, self.members = FakeDiscord(clock), PeopleStore(seal)
        alarms = Alarms(database, EVERYDAY_ALARMS, clock)
        communities = Communities(database, CommunityStore())
        people = People(
            database=database,
            store=self.members,
            invitations=InvitationStore(seal),
            communities=communities,
            alarms=alarms,
            clock=clock,
        )
        deliveries = Deliveries(EVERYDAY_DELIVERIES, seal)
        self.communities, self.people = communities, people
        office = Office(
            database=database,
            store=ContactStore(seal),
            people=people,
            communities=communities,
            deliveries=deliveries,
            alarms=alarms,
            clock=clock,
            nudges=self.nudges,
        )
        unused: Any = None
        self.contacts = Contacts(office, unused)
        self.roles = StandingRoles(
            database=database,
            store=StandingRoleStore(seal),
            people=people,
            communities=communities,
            contacts=self.contacts,
            nudges=self.nudges,
            alarms=alarms,
            clock=clock,
        )
        for works in (self.contacts.works(), self.roles.works()):
            alarms.answer(works)
        postman = Postman(database, deliveries, self.discord, clock)
        postman.belongs(self.contacts.kinds())
        self.round = Round(clock, [alarms, postman])

    async def begin(self) -> None:
        """Leila looks after Amina and Margaret; Owen covers."""
        await make_all_tables(self.database, "everyday")
        now, lay = self.clock.now().replace(microsecond=0), About(groups=("lay",))
        async with self.database.write() as tx:
            await self.communities.save(tx, Community(HERE, QUESTIONS, FACILITATORS, 1))
            for name, account in (("amina", AMINA), ("leila", LEILA), ("owen", OWEN), ("margaret", None)):
                about = replace(lay, name="Margaret Dunne") if account is None else lay
                about = About() if name in ("leila", "owen") else about
                contact = IDS["leila"] if about.groups else None
                member = Member(IDS[name], HERE, account, now.date(), frozenset(), now, about, contact)
                await self.members.put(tx, member)
        await self.contacts.supporters.add(HERE, LEILA, "Mondays", OWEN)

    async def asks(self, account: int = AMINA, words: str = HER_WORDS) -> str:
        """Somebody asks for a word; returns its id."""
        token = self.contacts.words.form("").token
        await self.contacts.words.preview(HERE, account, token, words)
        await self.contacts.words.send(HERE, account, token)
        await self.round.make()
        return token

    async def offers(self, account: int | None = AMINA, name: str = "", role: Role = Role.CHAIR) -> str:
        """Leila offers a role; returns its id."""
        offer = Offer(role.value, account, name, "Two hours a month", "25 pounds an hour")
        notice = await self.roles.preview(HERE, LEILA, offer)
        token = notice.buttons[0].token
        await self.roles.send(HERE, LEILA, token)
        return token

    async def passes(self, **by: float) -> None:
        self.clock.move(**by)
        await self.round.make()

    async def erases(self, name: str) -> None:
        async with self.database.write() as tx:
            await self.roles.erase(tx, HERE, IDS[name])
            await self.contacts.erase(tx, HERE, IDS[name])
            await self.members.erase(tx, HERE, IDS[name])
        await self.round.make()

    async def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        async with self.database.read() as tx:
            found = {each.name: (await tx.execute(select(each))).all() for each in TABLES}
        return {name: [tuple(row) for row in rows] for name, rows in found.items()}

    def reads(self, where: int) -> list[str]:
        """What came to an account, or stands in a channel."""
        return [ids(each.notice)[0] for each in self.discord.messages if each.channel == where]


def ids(notice: Notice) -> list[str]:
    return [part.id if isinstance(part, Line) else part.words for part in notice.parts]


async def refusal(what: Any) -> str:
    with pytest.raises(Refused) as caught:
        await what
    return caught.value.line.id


@pytest.fixture
async def village(database: Database, seal: Seal, clock: FakeClock) -> Village:
    village = Village(database, seal, clock)
    await village.begin()
    return village


async def test_a_word_is_sealed_and_goes_when_it_was_seen(village: Village) -> None:
    id_ = await village.asks()
    (row,) = (await village.rows())["word"]
    assert HER_WORDS.encode() not in bytes(row[-1])
    assert village.reads(LEILA) == ["contact-word-somebody"]
    await village.contacts.words.seen(HERE, Presser(LEILA), id_)
    assert await refusal(village.contacts.words.take_back(HERE, AMINA, id_)) == "error-word-seen"
    await village.passes(days=29)
    assert len((await village.rows())["word"]) == 1
    await village.passes(days=1)
    assert (await village.rows())["word"] == []
    assert village.reads(OWEN) == []


async def test_nobody_reads_a_word_that_did_not_reach_them(village: Village) -> None:
    id_ = await village.asks()
    for account, facilitator in ((OWEN, False), (OWEN, True), (AMINA, False)):
        reading = village.contacts.words.read(HERE, Presser(account, facilitator), id_)
        assert await refusal(reading) == "error-word-not-yours"
    assert HER_WORDS in ids(await village.contacts.words.read(HERE, Presser(LEILA), id_))


async def test_a_word_sent_on_a_friday_waits_over_the_weekend_and_the_bank_holiday(village: Village) -> None:
    # Friday the 22nd of May 2026; Monday the 25th is a bank holiday.
    village.clock.move(days=8)
    await village.asks()
    await village.passes(days=4)
    assert village.reads(OWEN) == []
    await village.passes(days=1)
    assert village.reads(OWEN) == ["contact-word-somebody"]
    (told,) = village.nudges.sent.values()
    assert (told.member, ids(told.notice)[0]) == (IDS["amina"], "contact-word-passed-on")
    await village.passes(days=2)
    assert village.reads(FACILITATORS) == ["contact-word-a-member"]


async def test_what_is_taken_back_before_it_goes_never_goes(village: Village) -> None:
    token = village.contacts.words.form("").token
    await village.contacts.words.preview(HERE, AMINA, token, HER_WORDS)
    await village.contacts.words.send(HERE, AMINA, token)
    await village.contacts.words.take_back(HERE, AMINA, token)
    await village.passes(days=10)
    assert village.discord.messages == []


async def test_a_suggestion_is_used_as_it_was_shown_or_shown_again(village: Village) -> None:
    async with village.database.write() as tx:
        for name in ("amina", "margaret"):
            await village.people.change(tx, HERE, IDS[name], lambda known: replace(known, contact=None))
    shown = await village.contacts.supporters.suggestion(HERE)
    (use,) = [each.token for each in shown.buttons if each.action == "contacts:use"]
    await village.contacts.supporters.assign(HERE, IDS["amina"], LEILA)
    again = await village.contacts.supporters.use(HERE, use)
    assert ids(again)[0] == "contact-suggest-changed"
    (use,) = [each.token for each in again.buttons if each.action == "contacts:use"]
    assert ids(await village.contacts.supporters.use(HERE, use)) == ["contact-used"]
    async with village.database.read() as tx:
        contact = await village.contacts.contact_of(tx, HERE, IDS["margaret"])
    assert contact is not None
    assert contact.account == LEILA


async def test_a_contact_who_is_erased_is_covered_for_and_what_waits_goes_on(village: Village) -> None:
    await village.asks()
    await village.erases("leila")
    assert village.reads(OWEN) == ["contact-word-somebody"]
    assert village.reads(FACILITATORS) == []
    await village.erases("owen")
    assert sorted(village.reads(FACILITATORS)) == ["contact-somebody-without", "contact-word-a-member"]
    rows = str(await village.rows())
    assert IDS["leila"] not in rows
    assert IDS["owen"] not in rows


async def test_an_errand_is_for_whoever_has_no_discord_and_is_forgotten_when_done(village: Village) -> None:
    line, due = Line("contact-errand-words", {"words": Words("the record")}), date(2026, 5, 20)
    async with village.database.write() as tx:
        for name in ("amina", "margaret"):
            await village.contacts.errand(tx, HERE, IDS[name], kind="record", line=line, due=due)
        await village.contacts.errand(
            tx, HERE, IDS["margaret"], kind="a kind of their own", line=line, due=due
        )
    shown = await village.contacts.errands.list(HERE, Presser(LEILA))
    assert sorted(each for each in ids(shown) if each.startswith("contact-errand-")) == [
        "contact-errand-message",
        "contact-errand-record",
        *["contact-errand-words"] * 2,
    ]
    first = next(each.token for each in shown.buttons if each.action == "contacts:done")
    assert await refusal(village.contacts.errands.done(HERE, Presser(OWEN, True), first)) == "error-no-errand"
    for _ in range(2):
        await village.contacts.errands.done(HERE, Presser(LEILA), first)
    await village.passes(days=30)
    assert len((await village.rows())["errand"]) == 1


async def test_what_is_kept_is_shown_to_her_and_erased_with_her(village: Village) -> None:
    await village.asks()
    await village.offers()
    await village.offers(account=None, name="margaret dunne")
    await village.contacts.errands.attends(HERE, Presser(LEILA), IDS["margaret"], "phone")
    mine = await village.contacts.export_for(HERE, IDS["amina"])
    assert mine["words"] == [{"words": HER_WORDS, "sent": "2026-05-14T13:00:05+00:00", "seen": ""}]
    assert (await village.contacts.export_for(HERE, IDS["margaret"]))["takes_part"] == "phone"
    assert (await village.contacts.export_for(HERE, IDS["leila"]))["reads_messages"] == "Mondays"
    offered = await Offers(village.database, village.roles._store, village.people).export_for(HERE, LEILA)
    assert len(offered["offered_by_you"]) == 2  # type: ignore[arg-type]
    for name in ("amina", "margaret"):
        await village.erases(name)
    left = {name: rows for name, rows in (await village.rows()).items() if rows}
    assert left.keys() == {"supporter"}
    assert village.nudges.sent == {}
    await village.passes(days=60)
    assert village.reads(OWEN) == []


# Standing roles


async def test_a_refusal_is_seen_by_nobody_but_who_offered(village: Village) -> None:
    id_ = await village.offers()
    (nudge,) = village.nudges.sent.values()
    assert (nudge.member, nudge.budget) == (IDS["amina"], "counted")
    assert await refusal(village.roles.answer(HERE, OWEN, id_, yes=True)) == "error-standing-gone"
    for _ in range(2):
        assert ids(await village.roles.answer(HERE, AMINA, id_, yes=False)) == ["standing-not-now"]
    assert "standing-state-not-now" in ids(await village.roles.offers(HERE, LEILA))
    assert ids(await village.roles.offers(HERE, OWEN)) == ["standing-offers-none"]
    assert ids(await village.roles.holders(HERE)) == ["standing-list-nobody"]
    assert await refusal(village.roles.answer(HERE, AMINA, id_, yes=True)) == "error-standing-answered"
    assert b"not-now" not in b"".join(bytes(row[-1]) for row in (await village.rows())["standing_role"])
    await village.passes(days=31)
    assert (await village.rows())["standing_role"] == []


async def test_two_offers_at_once_are_one_and_one_can_be_taken_back(village: Village) -> None:
    offer = Offer("chair", AMINA, "", "Two hours", "25 pounds")
    tokens = [(await village.roles.preview(HERE, LEILA, offer)).buttons[0].token for _ in range(2)]
    sent = [village.roles.send(HERE, LEILA, token) for token in (*tokens, tokens[0])]
    done = await asyncio.gather(*sent, return_exceptions=True)
    assert [each.line.id for each in done if isinstance(each, Refused)] == ["error-standing-taken"]
    assert len(village.nudges.sent) == 1
    ((id_, *_),) = (await village.rows())["standing_role"]
    await village.roles.withdraw(HERE, LEILA, id_)
    assert village.nudges.sent == {}
    assert await refusal(village.roles.answer(HERE, AMINA, id_, yes=True)) == "error-standing-gone"


async def test_an_offer_ends_after_three_weeks(village: Village) -> None:
    id_ = await village.offers()
    await village.passes(days=20, hours=23)
    assert "standing-state-offered" in ids(await village.roles.offers(HERE, LEILA))
    await village.passes(hours=1)
    assert "standing-state-expired" in ids(await village.roles.offers(HERE, LEILA))
    assert await refusal(village.roles.answer(HERE, AMINA, id_, yes=True)) == "error-standing-answered"


async def test_for_a_member_without_discord_her_contact_answers(village: Village) -> None:
    id_ = await village.offers(account=None, name="Margaret Dunne", role=Role.NOTE_TAKER)
    assert [each.kind for each in village.nudges.sent.values()] == ["offer"]
    assert await refusal(village.roles.mine(HERE, OWEN, IDS["margaret"])) == "error-standing-gone"
    assert ids(await village.roles.mine(HERE, LEILA, IDS["margaret"]))[0] == "standing-offer-note-taker"
    await village.roles.answer(HERE, LEILA, id_, yes=True)
    assert "standing-row-note-taker" in ids(await village.roles.holders(HERE))
    for _ in range(2):
        await village.roles.give_back(HERE, LEILA, id_, facilitator=False)
    assert ids(await village.roles.holders(HERE)) == ["standing-list-nobody"]


async def test_professionals_are_not_offered_one(village: Village) -> None:
    assert await refusal(village.offers(account=OWEN)) == "error-standing-lay-first"
    assert await refusal(village.offers(account=None, name="Nobody")) == "error-standing-nobody"
    assert await refusal(village.offers(account=None)) == "error-standing-nobody"
