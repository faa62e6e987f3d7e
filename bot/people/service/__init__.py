"""Who has joined a community, and all that she can do about it."""

from bot.people.service.about_me import AboutMe
from bot.people.service.invited import Invited
from bot.people.service.inviting import Inviting
from bot.people.service.joining import NOTE, Joining
from bot.people.service.people import People
from bot.people.service.ports import (
    Directory,
    Erasing,
    InvitationStore,
    Meetings,
    OnJoined,
    OnLeft,
    PeopleStore,
    Roles,
    Search,
)
from bot.people.service.without import Helper, WithoutDiscord

__all__ = [
    "NOTE",
    "AboutMe",
    "Directory",
    "Erasing",
    "Helper",
    "InvitationStore",
    "Invited",
    "Inviting",
    "Joining",
    "Meetings",
    "OnJoined",
    "OnLeft",
    "People",
    "PeopleStore",
    "Roles",
    "Search",
    "WithoutDiscord",
]
