"""Fills the databases of a bot that does not run: many communities, each with open questions."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import SystemRandom

from bot import app
from bot.community.rules import Community
from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.core.deliveries import new_key
from bot.core.sealing import SALT_BYTES
from bot.questions.rules.claims import Claim, Role
from bot.questions.rules.question import AnonymousQuestion, Band, Card
from bot.questions.store import QuestionStore
from config.settings import Settings

#: How many others wondered about each question: two make the band OTHERS.
WONDERERS = 2
#: A handle is a SHA-256 digest.
_HANDLE_BYTES = 32
_FIRST_ID = 910_000_000_000_000_000


@dataclass(frozen=True, slots=True)
class Amount:
    """How much there is: `questions` is for each community."""

    communities: int = 100
    questions: int = 50

    @property
    def open(self) -> int:
        """The number of open questions."""
        return self.communities * self.questions


async def fill(folder: Path, here: int, amount: Amount, now: datetime) -> None:
    """Give the community `here`, which is set up, and as many others as it takes, their open questions."""
    settings = Settings(
        database_url=f"sqlite+aiosqlite:///{folder}/equal-footing.db",
        anonymous_database_url=f"sqlite+aiosqlite:///{folder}/anonymous.db",
        key_file=folder / "master.key",
    )
    async with app.open_store(settings) as store:
        questions = QuestionStore(store.seal, SystemRandom())
        communities = Communities(store.everyday, CommunityStore())
        others = [_FIRST_ID + 10 * number for number in range(1, amount.communities)]
        for id_ in others:
            async with store.everyday.write() as tx:
                await communities.save(tx, Community(id_, id_ + 1, id_ + 2, id_ + 3))
        async with store.anonymous.write() as tx:
            for community in (here, *others):
                opened = [_question(community, number, now) for number in range(1, amount.questions + 1)]
                for question in opened:
                    await questions.put(tx, question)
                claims = [claim for question in opened for claim in _claims(question)]
                await questions.put_claims(tx, community, claims)


def _question(community: int, number: int, now: datetime) -> AnonymousQuestion:
    card = Card(community + 1, new_key(), community + 1000 + number)
    text = f"What does the word mean that was used in part {number}? " * 4
    return AnonymousQuestion(secrets.token_hex(8), community, number, text, card, now, band=Band.OTHERS)


def _claims(question: AnonymousQuestion) -> list[Claim]:
    roles = [Role.ASKED, *[Role.WONDERED] * WONDERERS]
    return [
        Claim(
            question.id,
            role,
            secrets.token_bytes(SALT_BYTES),
            secrets.token_bytes(_HANDLE_BYTES),
            new_key() if role is Role.ASKED else "",
        )
        for role in roles
    ]
