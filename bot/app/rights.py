"""Every feature that keeps something about somebody: who is asked when she wants to see it, or it erased.

A new feature is a line here; `tests/architecture/test_rights.py` finds one that was forgotten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.people.rules import Member
from bot.privacy.service import ByAccount, Feature, Kept, Rights
from bot.questions.rules.stand_in import stand_in

if TYPE_CHECKING:
    from bot.app.features import Features


def rights_of(features: Features) -> Rights:
    """The features in the order in which somebody is erased; people last, for the others look her up."""
    people, asking = features.people, features.questions.asking
    nudges, contacts, roles = features.nudges, features.contacts, features.standing_roles
    preparation, around = features.preparation, features.around_meetings
    glossary, proposing = features.glossary_keeping, features.proposing
    items = around.proposing_items
    invited, outsiders, offers = features.invited, contacts.outsiders, features.offers
    return Rights(
        named=(
            Feature("hands", around.hands.export_for, around.hands.erase),
            Feature("presence", around.presence.export_for, around.presence.erase),
            Feature("attending", around.replying.export_for, around.replying.erase),
            Feature("wishes", items.export_for, items.erase, items.expire),
            Feature("preparation", preparation.export_for, preparation.erase, preparation.expire),
            Feature("standing_roles", roles.export_for, roles.erase),
            Feature("contacts", contacts.export_for, contacts.erase, contacts.expire),
            Feature("glossary", glossary.export_for, glossary.erase, glossary.expire),
            Feature("proposals", proposing.export_for, proposing.erase, proposing.expire),
            Feature("nudges", nudges.export_for, nudges.erase),
            Feature("people", people.export_for, people.erase),
        ),
        about_nobody=(
            Kept("meetings", around.planning.expire),
            Kept("agenda", around.agenda.expire),
            Kept("sittings", around.sittings.expire),
            Kept("events", around.events.expire),
            Kept("chairing", around.showing.expire),
            Kept("record", around.records.promising.expire),
        ),
        by_account=(
            ByAccount("invitations", invited.export_for, invited.erase, invited.forget_all),
            ByAccount("words", outsiders.export_for, outsiders.erase, outsiders.forget_all),
            ByAccount("offers", offers.export_for, offers.erase, offers.forget_all),
            ByAccount("questions", asking.export_for, asking.erase),
            ByAccount("stumbles", features.stumbles.export_for, features.stumbles.erase),
        ),
        account_of=_account,
        unnames=(nudges.forget_mention, contacts.forget_mention),
        forgets=(features.server.forget, contacts.words.forget),
    )


def _account(member: Member) -> int | None:
    """What her questions are found by: without Discord they were relayed, and her own id stands in."""
    return stand_in(member.id) if member.account is None else member.account
