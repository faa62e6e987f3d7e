"""A whole bot without Discord: every service as `bot.app` wires it, on real files, with a Discord to read.

What a feature does in a busy quarter is a function in `tests/privacy/busy/`.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot import migrations
from bot.app.features import Features
from bot.app.opening import ANONYMOUS_KEYS, EVERYDAY_KEYS, Store
from bot.community.rules import Community
from bot.core import keys
from bot.core.bell import Round
from bot.core.database import Database, Journal
from bot.core.erasures import Erasures
from bot.core.notices import Line, Notice, Words
from bot.core.postman import Postman
from bot.core.sealing import Seal
from bot.core.wording import Wording
from bot.people.rules import About, Member
from config.settings import WORDING
from tests.no_disk import quick
from tests.support import FakeClock, FakeDiscord

HERE = 900_000_000_000_000_001
QUESTIONS, FACILITATORS = 800_000_000_000_000_001, 800_000_000_000_000_002
FACILITATOR_ROLE = 700_000_000_000_000_001
#: Seventeen digits and more, as Discord's ids have since 2015.
FIRST_ACCOUNT = 190_000_000_000_000_400
PEOPLE = 40
#: Who is erased: neither the first nor the last, and on the lay side.
HER = 15
HER_NAME = "Amarantha Quillfeather"
#: The last one has no Discord.
WITHOUT = PEOPLE - 1
WITHOUT_NAME = "Philippa Underhay"

WORDS = Wording(WORDING)


@dataclass
class Servers:
    """What Discord knows: everybody is in the server until they leave it."""

    left: set[int] = field(default_factory=set)

    async def readers(self, community: int, channel: int) -> int:
        return PEOPLE

    async def all_can_read(self, community: int, channel: int, seen_in: int) -> bool:
        return True

    async def is_in(self, community: int, account: int) -> bool:
        return account not in self.left

    async def roles_of(self, community: int, account: int) -> frozenset[int] | None:
        return None if account in self.left else frozenset()


class Town:
    """Forty members of one community, and everything under them."""

    def __init__(self, url: str, folder: Path, seal: Seal, clock: FakeClock, discord: FakeDiscord) -> None:
        """`url` is the everyday database's; `folder` holds everything else; `discord` what was sent."""
        self.url, self.folder, self.seal, self.clock = url, folder, seal, clock
        self.discord, self.servers = discord, Servers()
        self.everyday = quick(Database(url, Journal.EVERYDAY))
        self.anonymous = quick(Database(f"sqlite+aiosqlite:///{folder}/anonymous.db", Journal.FORGETFUL))
        self.key_file = folder / "keys" / "master.key"
        self.erasures = Erasures(self.key_file.with_name("erased"), seal)
        self.wire()

    def wire(self) -> None:
        """The bot, built as it is at each start."""
        store = Store(self.everyday, self.anonymous, self.seal, self.key_file, self.erasures)
        self.features = Features(store, self.clock)
        for name in ("readers", "all_can_read", "is_in", "roles_of"):
            setattr(self.features.server, name, getattr(self.servers, name))
        everyday = Postman(self.everyday, self.features.ground.deliveries, self.discord, self.clock)
        everyday.belongs(self.features.everyday_kinds())
        anonymous = Postman(
            self.anonymous, self.features.ground.anonymous_deliveries, self.discord, self.clock
        )
        anonymous.belongs(self.features.anonymous_kinds())
        alarms = (self.features.ground.anonymous_alarms, self.features.ground.alarms)
        self.round = Round(self.clock, [*alarms, everyday, anonymous])

    async def begin(self) -> None:
        """The first start, and everybody joins."""
        await migrations.upgrade(self.everyday, "everyday")
        await migrations.upgrade(self.anonymous, "anonymous")
        for database, table in ((self.everyday, EVERYDAY_KEYS), (self.anonymous, ANONYMOUS_KEYS)):
            await keys.check_and_remember(database, table, self.seal)
        community = Community(HERE, QUESTIONS, FACILITATORS, FACILITATOR_ROLE)
        await self.features.panel.post(community)
        for number in range(PEOPLE):
            await self._joins(number)
        await self.features.start()
        await self.round.make()

    async def close(self) -> None:
        await self.everyday.close()
        await self.anonymous.close()

    async def restart(self, url: str | None = None) -> None:
        """The bot ends and starts again, with another everyday database if one is given."""
        await self.everyday.close()
        self.open(url)
        self.wire()
        await self.features.before_start()
        await self.features.start()
        await self.round.make()

    def open(self, url: str | None = None) -> None:
        """Open the everyday database once more, or another one if one is given."""
        self.everyday = quick(Database(url or self.url, Journal.EVERYDAY))

    async def passes(self, **by: float) -> None:
        """Time goes by, and all that falls due meanwhile is done when it does."""
        self.clock.move(**by)
        await self.round.make()

    # Who is who

    def account(self, number: int) -> int:
        """A member's account: far apart in their last digits, so that none holds another."""
        return FIRST_ACCOUNT + number * 7_919

    async def member(self, number: int) -> Member:
        async with self.everyday.read() as tx:
            found = await self.features.members.get(tx, HERE, self.account(number))
        assert found is not None
        return found

    async def without(self) -> Member:
        """The member without Discord."""
        (found,) = [each for each in await self.members() if not each.has_discord]
        return found

    async def members(self) -> list[Member]:
        async with self.everyday.read() as tx:
            return await self.features.members.of_community(tx, HERE)

    async def change(self, number: int, **changes: Any) -> None:
        """Somebody says something of herself."""
        member = replace(await self.member(number), **changes)
        async with self.everyday.write() as tx:
            await self.features.members.put(tx, member)

    async def _joins(self, number: int) -> None:
        groups = ("lay",) if number % 3 == 0 else ("clinical",)
        named = WITHOUT_NAME if number == WITHOUT else ""
        member = Member(
            secrets.token_hex(8),
            HERE,
            None if named else self.account(number),
            self.clock.now().date(),
            frozenset({FACILITATOR_ROLE + 1 + number % 3}),
            self.clock.now().replace(microsecond=0),
            About(name=named, groups=groups, organisation=f"Organisation {number}"),
        )
        async with self.everyday.write() as tx:
            await self.features.members.put(tx, member)

    # What can be seen

    def public(self) -> list[str]:
        """What lies in the channels, as everybody reads it."""
        shown = [each for each in self.discord.messages if each.channel in (QUESTIONS, FACILITATORS)]
        return [said(each.notice) for each in shown]

    async def seen_by(self, number: int) -> dict[str, Any]:
        """What somebody finds when she looks at what is hers."""
        account = self.account(number)
        mine = await self.features.questions.asking.mine(HERE, account)
        chat = [said(each.notice) for each in self.discord.messages if each.channel == account]
        file = await self.features.my_data.file(HERE, account)
        return {
            "mine": said(mine.notice),
            "chat": chat,
            "data": json.loads(file.files[0].content),
            "inbox": said(await self.features.nudges.inbox(HERE, account)),
            "roles": said(await self.features.standing_roles.mine(HERE, account)),
            "cards": said(await self.features.preparation.reading.mine(HERE, account)),
        }


def said(notice: Notice) -> str:
    """A notice in words."""
    parts = [WORDS.say(part) if isinstance(part, Line) else part.words for part in notice.parts]
    assert all(isinstance(part, Line | Words) for part in notice.parts)
    return "\n".join(parts)


async def folder_of(database: Database) -> Path:
    """Where a PostgreSQL server keeps the files of this database's tables."""
    async with database.read() as tx:
        folder = await tx.scalar(text("SHOW data_directory"))
        oid = await tx.scalar(text("SELECT oid FROM pg_database WHERE datname = current_database()"))
    return Path(str(folder)) / "base" / str(oid)


async def files_of(town: Town) -> dict[str, bytes]:
    """Every file in which anything of a community lies, but the key: tables, journals, lists."""
    found = [path for path in town.folder.rglob("*") if path.is_file() and path != town.key_file]
    if not town.everyday.is_sqlite:
        found += [path for path in (await folder_of(town.everyday)).rglob("*") if path.is_file()]
    read = await asyncio.to_thread(lambda: {str(path): path.read_bytes() for path in found})
    return {name: content for name, content in read.items() if content}
