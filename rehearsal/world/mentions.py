"""Who is rung by a message.

Without `allowed_mentions` an ordinary message rings everybody that its text names, an interaction's
answer only users. @everyone, and roles that are not mentionable, need MENTION_EVERYONE.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rehearsal.world.model import Guild

_USER = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")
_EVERYONE = re.compile(r"@(everyone|here)\b")


@dataclass(frozen=True, slots=True)
class AllowedMentions:
    """What a sender lets its text do: whole kinds, or single users and roles."""

    parse: frozenset[str]
    users: frozenset[int] = frozenset()
    roles: frozenset[int] = frozenset()


IN_MESSAGES = AllowedMentions(frozenset({"users", "roles", "everyone"}))
IN_INTERACTIONS = AllowedMentions(frozenset({"users"}))


@dataclass(frozen=True, slots=True)
class Mentions:
    """Whom a text mentions, after everything that is allowed and permitted."""

    users: frozenset[int] = frozenset()
    roles: frozenset[int] = frozenset()
    everyone: bool = False

    def rings(self, guild: Guild | None) -> frozenset[int]:
        """The accounts that are notified."""
        if guild is None:
            return self.users
        everyone = set(guild.members) if self.everyone else set()
        by_role = {
            user_id for user_id, member in guild.members.items() if not self.roles.isdisjoint(member.role_ids)
        }
        return frozenset(self.users | everyone | by_role)


def mentioned(
    text: str,
    allowed: AllowedMentions,
    *,
    guild: Guild | None,
    is_user: Callable[[int], bool],
    may_mention_everyone: bool,
) -> Mentions:
    """Whom `text` mentions in `guild` (None: in a direct chat)."""
    users = {int(found) for found in _USER.findall(text)}
    users = {user_id for user_id in users if is_user(user_id)}
    if "users" not in allowed.parse:
        users &= allowed.users
    if guild is None:
        return Mentions(frozenset(users))
    roles = {
        role_id
        for role_id in map(int, _ROLE.findall(text))
        if role_id in guild.roles and (may_mention_everyone or guild.roles[role_id].mentionable)
    }
    if "roles" not in allowed.parse:
        roles &= allowed.roles
    everyone = bool(_EVERYONE.search(text)) and "everyone" in allowed.parse and may_mention_everyone
    return Mentions(frozenset(users), frozenset(roles), everyone)
