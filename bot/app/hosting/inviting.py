"""`equal-footing invite`: the link by which an administrator adds the bot to a server."""

from __future__ import annotations

from bot.client import Inspector, invitation, point_at
from bot.core.errors import HostError
from bot.core.wording import Line
from bot.doctor import text
from bot.doctor.service import Unreachable, WrongToken
from config.settings import Settings


async def invite(settings: Settings, client_id: int | None, *, with_setup: bool) -> list[Line]:
    """The link, with the least permissions; `with_setup` also those with which `/setup` makes channels.

    Without `client_id` Discord is asked for it; raises HostError if it cannot be.
    """
    found = client_id or await _ask_discord(settings)
    return text.invitation(invitation(found, with_setup=with_setup), with_setup=with_setup)


async def _ask_discord(settings: Settings) -> int:
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    if settings.discord_token is None:
        raise HostError("There is no Discord token. Set DISCORD_TOKEN, or say --client-id.")
    try:
        return await Inspector(settings.discord_token.get_secret_value()).application()
    except WrongToken:
        raise HostError("Discord does not accept the token. Copy it again, or say --client-id.") from None
    except Unreachable as error:
        raise HostError(f"Discord cannot be reached ({error}). Try again, or say --client-id.") from None
