"""The files on messages and in forms, given out to whoever knows where they are."""

from __future__ import annotations

import secrets

from aiohttp import web

from rehearsal.world.files import Attachment
from rehearsal.world.world import World

ROUTE = "/attachments/{channel}/{message}/{secret}/{filename}"
ROUTE_OF_FORMS = "/ephemeral-attachments/{attachment}/{secret}/{filename}"


class Attachments:
    """Gives out a file while its message exists and has it, or its form is new; 404 for anything else."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def handle(self, request: web.Request) -> web.Response:
        """GET and HEAD. What a client does not draw is sent to be kept, and runs nothing in a browser."""
        found = self._in_form(request) if "attachment" in request.match_info else self._found(request)
        if found is None:
            return web.Response(status=404, text="This content is no longer available.", headers=_HEADERS)
        headers = _HEADERS | {"Content-Type": found.content_type or "application/octet-stream"}
        if not found.is_picture:
            headers["Content-Disposition"] = f'attachment; filename="{found.name}"'
        return web.Response(body=found.content, headers=headers)

    def _found(self, request: web.Request) -> Attachment | None:
        number, channel_id = request.match_info["message"], request.match_info["channel"]
        if not all(each.isascii() and each.isdecimal() for each in (number, channel_id)):
            return None
        channel = self._world.channels.get(int(channel_id))
        message = channel.messages.get(int(number)) if channel else None
        for each in message.attachments if message else ():
            if _is_meant(each, request):
                return each
        return None

    def _in_form(self, request: web.Request) -> Attachment | None:
        number = request.match_info["attachment"]
        if not (number.isascii() and number.isdecimal()):
            return None
        found = self._world.handed_in.find(int(number))
        return found if found is not None and _is_meant(found, request) else None


def _is_meant(file: Attachment, request: web.Request) -> bool:
    known = secrets.compare_digest(file.secret.encode(), request.match_info["secret"].encode())
    return known and file.name == request.match_info["filename"]


_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "no-store",
}
