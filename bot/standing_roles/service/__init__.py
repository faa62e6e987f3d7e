"""Standing roles: offered, held, given back."""

from bot.standing_roles.service.holders import Holders
from bot.standing_roles.service.offers import Offers
from bot.standing_roles.service.roles import Offer, StandingRoles

__all__ = ["Holders", "Offer", "Offers", "StandingRoles"]
