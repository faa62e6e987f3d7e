"""Who looks after whom in one community, and a fair suggestion for those whom nobody looks after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.community.rules import CommunitySettings
from bot.core.notices import Words
from bot.people.rules import Member

#: How somebody is shown: Discord's mention, which rings nobody, or the name that a facilitator typed.
Name = str | Words


def shown(member: Member) -> Name:
    """How a member is shown to people."""
    return Words(member.about.name) if member.account is None else f"<@{member.account}>"


@dataclass(frozen=True, slots=True)
class Supporter:
    """A member who is a named contact: `hours`, in her own words, is when she reads messages.

    `cover` is the id of the member who covers for her.
    """

    community: int
    member: str
    hours: str = ""
    cover: str | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """Everybody in a community, by member id, and the named contacts among them."""

    members: Mapping[str, Member]
    supporters: Mapping[str, Supporter]

    def here(self, member: str | None) -> Member | None:
        """The member with this id, unless she has left."""
        found = None if member is None else self.members.get(member)
        return None if found is None or found.left_on is not None else found

    def cover_of(self, contact: str) -> Member | None:
        """Who covers for a contact, if she has not left."""
        supporter = self.supporters.get(contact)
        return None if supporter is None else self.here(supporter.cover)

    def contact_of(self, member: Member) -> Member | None:
        """Whom a member can turn to: her named contact, or the cover while the contact is gone.

        Nobody is her own contact.
        """
        if member.contact is None or member.contact == member.id:
            return None
        found = self.here(member.contact) or self.cover_of(member.contact)
        return None if found is None or found.id == member.id else found

    def hours_of(self, contact: str) -> str:
        """When a contact reads messages; empty if she has not said so."""
        supporter = self.supporters.get(contact)
        return "" if supporter is None else supporter.hours

    def looked_after(self, contact: str) -> list[Member]:
        """Whom somebody looks after now, also as a cover; those without Discord first, then by id."""
        found = [
            member
            for member in self.members.values()
            if member.left_on is None and (who := self.contact_of(member)) is not None and who.id == contact
        ]
        return sorted(found, key=lambda member: (member.has_discord, member.id))

    def available(self) -> list[Supporter]:
        """The named contacts who have not left, by id."""
        return [each for _, each in sorted(self.supporters.items()) if self.here(each.member) is not None]

    def lay_without(self, settings: CommunitySettings) -> list[Member]:
        """The patient and public members whom nobody looks after, by id."""
        found = [
            member
            for member in self.members.values()
            if member.left_on is None and is_lay(settings, member) and self.contact_of(member) is None
        ]
        return sorted(found, key=lambda member: member.id)


def is_lay(settings: CommunitySettings, member: Member) -> bool:
    """Whether any of a member's role groups is on the side of patients and public."""
    return any(settings.is_lay(group) for group in member.about.groups)


def in_order(circle: Circle, settings: CommunitySettings) -> list[Member]:
    """Everybody who has not left: patients and public without a contact first, then those with one."""

    def place(member: Member) -> tuple[bool, bool, str]:
        return (not is_lay(settings, member), circle.contact_of(member) is not None, member.id)

    return sorted((each for each in circle.members.values() if each.left_on is None), key=place)


def suggest(circle: Circle, members: Sequence[Member]) -> list[tuple[Member, Member]]:
    """A contact for each of these members, as (member, contact); none for whom nobody is left.

    Whoever looks after the fewest comes first; of equals one who has a cover, then by id. Nobody is given
    herself, nor a contact for whom only she herself covers, unless there is no other.
    """
    load = Counter(
        contact.id for each in circle.members.values() if (contact := circle.contact_of(each)) is not None
    )
    pairs = []
    for member in members:
        chosen = min(
            (each for each in circle.available() if each.member != member.id),
            key=lambda each: (
                each.cover == member.id,
                load[each.member],
                circle.cover_of(each.member) is None,
                each.member,
            ),
            default=None,
        )
        if chosen is not None:
            load[chosen.member] += 1
            pairs.append((member, circle.members[chosen.member]))
    return pairs
