"""The glossary as a file, on Discord: what facilitators press."""

from __future__ import annotations

from bot.community.service import Communities
from bot.core.notices import Form, Notice
from bot.core.wording import Wording
from bot.glossary.service.files import Files
from cogs._checks import FACILITATORS
from cogs._views import FeatureCog, Press, button, form, opens_form


class GlossaryFilesCog(FeatureCog):
    """Files that are read in after a preview, and written out."""

    def __init__(self, wording: Wording, communities: Communities, files: Files) -> None:
        """`files` does what is asked here."""
        super().__init__(wording, communities)
        self._files = files

    @opens_form("glossary_files:choose", FACILITATORS)
    async def choose(self, press: Press) -> Form:
        """[Read a file in]."""
        return self._files.form()

    # As bytes: a spreadsheet writes what is not UTF-8.
    @form("glossary_files:read", FACILITATORS, in_place=True, raw=True)
    async def read(self, press: Press) -> Notice:
        """A file was sent."""
        return await self._files.preview(press.community, press.account, press.files.get("file", b""))

    @button("glossary_files:again", FACILITATORS, in_place=True)
    async def again(self, press: Press) -> Notice:
        """[Back to the file]."""
        return await self._files.again(press.community, press.account, press.token)

    @button("glossary_files:different", FACILITATORS, in_place=True)
    async def different(self, press: Press) -> Notice:
        """[See what is different], and a page of it."""
        return self._files.different(press.community, press.account, press.token)

    @button("glossary_files:new", FACILITATORS, in_place=True)
    async def take_new(self, press: Press) -> Notice:
        """[Take in the new ones]."""
        return await self._files.take_new(press.community, press.account, press.token)

    @button("glossary_files:all", FACILITATORS, in_place=True)
    async def take_all(self, press: Press) -> Notice:
        """[Take in all, the file's words win]."""
        return await self._files.take_all(press.community, press.account, press.token)

    @button("glossary_files:never-mind", FACILITATORS, in_place=True)
    async def never_mind(self, press: Press) -> Notice:
        """[Never mind]."""
        return self._files.never_mind(press.account, press.token)

    @button("glossary_files:write", FACILITATORS, in_place=True)
    async def write(self, press: Press) -> Notice:
        """[Write a file out]."""
        return await self._files.write_out(press.community)
