"""What people read before they join, when they have, and when they leave."""

from __future__ import annotations

from datetime import date

from bot.community.rules import CommunitySettings
from bot.core.notices import Button, Form, Line, Notice, Several, Words
from bot.people.rules.inviting import Invitation
from bot.people.text import groups

_JOIN = Button("people:confirm", "people-button-confirm", main=True)
_NOT_NOW = Button("people:notnow", "people-button-not-now")
_ME = Button("people:me", "people-button-me")
_LEAVE = Button("people:leave", "people-button-leave")


def offer(settings: CommunitySettings) -> Notice:
    """What would be kept, and why, before anything is."""
    return Notice(_offered(settings), (_JOIN, _NOT_NOW))


def invited(settings: CommunitySettings, invitation: Invitation, contact: str | Words | None) -> Notice:
    """The same for somebody who is invited, with what was put in for her; `contact`: who is to be hers."""
    put_in: tuple[Line, ...] = (groups.line(settings, invitation.group),) if invitation.group else ()
    if invitation.organisation:
        put_in += (Line("people-organisation", {"words": Words(invitation.organisation)}),)
    if contact is not None:
        put_in += (Line("people-contact", {"who": contact}),)
    return Notice(
        (*_offered(settings), Line("people-invited"), *put_in, Line("people-invited-choose")),
        (_JOIN, Button("people:decline", "people-button-decline"), _NOT_NOW),
    )


def form(settings: CommunitySettings, invitation: Invitation | None) -> Form:
    """The form that is sent to join, filled in for somebody who is invited."""
    if invitation is None:
        return Form(
            "people:confirm",
            "",
            "people-form-title",
            (groups.choice(settings, None),),
            intro=Line("people-form-agree"),
        )
    boxes = (groups.choice(settings, invitation.group or None), groups.organisation(invitation.organisation))
    keep = Several(
        "contact", "people-form-contact", "people-form-contact-hint", (("yes", "people-form-yes"),), ("yes",)
    )
    return Form(
        "people:confirm",
        "invited",
        "people-form-title",
        (*boxes, keep) if invitation.contact else boxes,
        intro=Line("people-form-agree"),
    )


def joined(since: date, *, has_role: bool = False) -> Notice:
    """What somebody who has joined reads, at once and whenever she looks; `has_role`: others see it."""
    day = {"day": since.day, "month": since.month, "year": since.year}
    role = (Line("people-role-seen"),) if has_role else ()
    return Notice((Line("people-joined", day), Line("people-agreed"), *role), (_ME, _LEAVE))


def not_now() -> Notice:
    """What somebody reads who does not want to join now."""
    return Notice((Line("people-not-now"),))


def declined() -> Notice:
    """What somebody reads who does not want what was put in for her, or for whom nothing is there."""
    return Notice((Line("people-declined"),))


def leave_first() -> Notice:
    """What goes, before it goes."""
    return Notice(
        (Line("people-leave-first"),),
        (
            Button("people:leave-yes", "people-button-leave-yes"),
            Button("privacy:data", "people-button-data"),
            Button("people:me", "people-button-stay", main=True),
        ),
    )


def left() -> Notice:
    """What somebody reads who has left, or had never joined."""
    return Notice((Line("people-left"),))


def role_refused(key: str, role: int) -> Notice:
    """What facilitators read when the bot may not give a role to who joins; `key` is the delivery's."""
    members = Button("people:invite", "people-button-members", key)
    return Notice((Line("people-role-refused", {"role": f"<@&{role}>"}),), (members,))


def _offered(settings: CommunitySettings) -> tuple[Line | Words, ...]:
    own = settings.lawful_basis
    return (Line("people-offer"), *((Line("people-offer-basis"), Words(own)) if own else ()))
