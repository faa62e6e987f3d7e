"""What the steering group has said about an agenda; never who of it, nor how many."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from bot.agenda.rules.plan import Plan
from bot.core.errors import Refused


class Approval(StrEnum):
    """How it stands with the steering group."""

    #: Nobody has that role here.
    NO_GROUP = "no-group"
    NOT_ASKED = "not-asked"
    ASKED = "asked"
    AGREED = "agreed"
    #: Somebody would change something.
    WANTED = "wanted"
    #: The agenda was changed after they were asked, or after they agreed.
    ASKED_BEFORE = "asked-before"
    AGREED_BEFORE = "agreed-before"


def approval(plan: Plan, *, has_group: bool) -> Approval:
    """How it stands; `has_group` says whether anybody is in the steering group."""
    if plan.wanted == plan.version:
        return Approval.WANTED
    if plan.agreed == plan.version:
        return Approval.AGREED
    if not has_group:
        return Approval.AGREED_BEFORE if plan.agreed >= 0 else Approval.NO_GROUP
    if plan.asked == plan.version:
        return Approval.ASKED
    if plan.agreed >= 0:
        return Approval.AGREED_BEFORE
    return Approval.ASKED_BEFORE if plan.asked >= 0 else Approval.NOT_ASKED


def asked(plan: Plan) -> Plan:
    """The steering group is asked about the agenda as it is now.

    Raises Refused if there is nothing on it, and if it was asked about this already and nobody would change
    anything.
    """
    if not plan.items:
        raise Refused("error-agenda-empty")
    if plan.asked == plan.version and plan.wanted != plan.version:
        raise Refused("error-agenda-asked")
    return replace(plan, asked=plan.version, agreed=-1, wanted=-1)


def agreed(plan: Plan, version: int) -> Plan:
    """Somebody agrees to the version that she has read; raises Refused if it has changed since."""
    _check(plan, version)
    return replace(plan, agreed=version)


def wants(plan: Plan, version: int) -> Plan:
    """Somebody would change something in the version that she has read; raises Refused as `agreed`."""
    _check(plan, version)
    return replace(plan, wanted=version)


def _check(plan: Plan, version: int) -> None:
    if plan.version != version:
        raise Refused("error-agenda-other")
