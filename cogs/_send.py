"""Notice -> Discord's layout, and the Sender of deliveries. Nobody is ever rung by what a person wrote."""

from __future__ import annotations

import io
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

import aiohttp
import discord
from discord import ui

from bot.core.deliveries import Delivery, Direct, Edit, Remove, Withdraw
from bot.core.errors import Gone, NotAllowed, NotNow, Unreachable
from bot.core.happenings import Listing
from bot.core.notices import Button, Line, Notice, Words
from bot.core.wording import DEFAULT_LOCALE, Wording
from cogs import _events

#: Discord's limit for all the text of one message.
MOST_TEXT = 4_000
NOBODY = discord.AllowedMentions.none()
#: What begins or ends Discord's markup.
_MARK = re.compile(r"[\\*_~`|\[<]")
#: What looks like an address, with a `<` that follows it at once; or a mark.
_PIECE = re.compile(rf"(https?://[^\s<]*)(<)?|({_MARK.pattern})")
#: What Discord takes for an address.
_ADDRESS = re.compile(r"""https?://[^\s<]+[^<.,:;"')\]\s]""")
#: What makes a heading, a quotation or a list of a line.
_LINE_MARKS = re.compile(r"^([ \t]*\d*)(?=[#>+.)-])", re.MULTILINE)
#: Discord's clock and ours may differ by this much when a message is looked for.
_CLOCKS_DIFFER = timedelta(minutes=1)
#: There is no such channel, message or event; or the event is over, or was cancelled.
_GONE = (10003, 10008, 10070, 180000)
#: Direct messages are closed; there is no server in common any more; there is no such account.
_UNREACHABLE = (50007, 50278, 10013)
_A_ROW = 5
#: Statuses that say nothing about this message: the token, and too many requests.
_NOT_ABOUT_THIS = (401, 429)


def layout(notice: Notice, wording: Wording, locale: str = DEFAULT_LOCALE, prefix: str = "") -> ui.LayoutView:
    """A notice in Discord's components; `prefix` goes before the token of each button.

    It is stopped at once: presses are found by `custom_id` alone.
    """
    texts = _texts(notice, wording, locale, quoted)
    if sum(map(len, texts)) > MOST_TEXT:
        texts = _texts(notice, wording, locale, boxed)
    view = ui.LayoutView(timeout=None)
    for text in texts:
        view.add_item(ui.TextDisplay(text))
    for file in notice.files:
        view.add_item(ui.File(f"attachment://{file.name}"))
    for row in _rows(notice.buttons):
        view.add_item(ui.ActionRow(*(_button(each, wording, locale, prefix) for each in row)))
    view.stop()
    return view


def _rows(buttons: Sequence[Button]) -> list[list[Button]]:
    rows: list[list[Button]] = []
    for each in buttons:
        if not rows or each.new_row or len(rows[-1]) == _A_ROW:
            rows.append([])
        rows[-1].append(each)
    return rows


def quoted(words: Words) -> str:
    """A person's words as a quotation, with every mark of Discord's markup made plain."""
    return ">>> " + _LINE_MARKS.sub(r"\1\\", _PIECE.sub(_made_plain, words.words))


def _made_plain(piece: re.Match[str]) -> str:
    address, opens, mark = piece.groups()
    if mark:
        return f"\\{mark}"
    # A backslash would break an address; in what only looks like one, it is needed.
    if not _ADDRESS.match(address):
        address = _MARK.sub(r"\\\g<0>", address)
    # An address would swallow the backslash of what follows it at once.
    return f"{address} \\<" if opens else address


def inline(words: Words) -> str:
    """A person's words inside a sentence of ours, on one line, with every mark made plain."""
    return _PIECE.sub(_made_plain, " ".join(words.words.split()))


def boxed(words: Words) -> str:
    """The same for words so full of marks that escaping them would pass Discord's limit."""
    return "```\n" + words.words.replace("```", "'''") + "\n```"


async def privately(
    interaction: discord.Interaction, notice: Notice, wording: Wording, prefix: str = ""
) -> None:
    """Show a notice to whoever pressed and nobody else, whether or not the press was deferred.

    Deferred as a change of the message that was pressed, it takes that message's place.
    """
    view = layout(notice, wording, interaction.locale.value, prefix)
    files = [discord.File(io.BytesIO(file.content), file.name) for file in notice.files]
    if not interaction.response.is_done():
        await interaction.response.send_message(
            view=view, ephemeral=True, allowed_mentions=NOBODY, files=files
        )
    elif files or _in_place(interaction):
        await interaction.edit_original_response(view=view, allowed_mentions=NOBODY, attachments=files)
    else:
        await interaction.edit_original_response(view=view, allowed_mentions=NOBODY)


async def beside(interaction: discord.Interaction, notice: Notice, wording: Wording) -> None:
    """As `privately`, but the message that was pressed stays as it is."""
    if not _in_place(interaction):
        await privately(interaction, notice, wording)
        return
    view = layout(notice, wording, interaction.locale.value)
    await interaction.followup.send(view=view, ephemeral=True, allowed_mentions=NOBODY)


def _in_place(interaction: discord.Interaction) -> bool:
    return interaction.response.type is discord.InteractionResponseType.deferred_message_update


async def in_chat(chat: discord.abc.Messageable, notice: Notice, wording: Wording) -> None:
    """Answer a direct message; if that is not possible any more, so be it: it can be written again."""
    with suppress(discord.HTTPException, aiohttp.ClientError, OSError):
        await chat.send(view=layout(notice, wording), allowed_mentions=NOBODY)


class DiscordSender:
    """The Sender of deliveries, through a client that has logged in."""

    def __init__(self, client: discord.Client, wording: Wording) -> None:
        """No request is made before `send` or `find`."""
        self._client = client
        self._wording = wording

    async def send(self, delivery: Delivery) -> int:
        """Post (with the delivery's key as nonce), edit, withdraw, remove or list; returns an id, or 0.

        Raises NotAllowed if Discord refused, Gone if the channel, message or event is not there any more,
        Unreachable if somebody lets no direct message in, NotNow if nobody knows.
        """
        place = delivery.place
        async with _translated():
            if isinstance(place, Listing):
                return await self._list(delivery, place)
            channel = await self._channel(delivery)
            if isinstance(place, Withdraw):
                await self._withdraw(channel, f"{place.action}:{delivery.community}.")
                return 0
            if isinstance(place, Remove):
                await self._remove(channel, place)
                return 0
            prefix = f"{delivery.community}." if isinstance(place, Direct) else ""
            view = layout(delivery.notice, self._wording, prefix=prefix)
            if isinstance(place, Edit):
                message = channel.get_partial_message(place.message)
                await message.edit(view=view, allowed_mentions=NOBODY)
                return message.id
            posted = await channel.send(view=view, nonce=delivery.key, allowed_mentions=NOBODY)
            return posted.id
        raise AssertionError("unreachable")

    async def find(self, delivery: Delivery, since: datetime) -> int | None:
        """Look for our own message whose buttons carry the delivery's key, posted since then."""
        prefix = f"{delivery.community}."
        async with _translated():
            channel = await self._channel(delivery)
            async for message in channel.history(after=since - _CLOCKS_DIFFER, limit=None):
                tokens = {token.removeprefix(prefix) for token in _tokens(message)}
                if message.author == self._client.user and delivery.key in tokens:
                    return message.id
        return None

    async def _list(self, delivery: Delivery, place: Listing) -> int:
        """The server's list of events has what it should; what is said of it is the delivery's notice."""
        about = "\n\n".join(_texts(delivery.notice, self._wording, DEFAULT_LOCALE, quoted))
        listed = _events.Listed(self._client, delivery.community, place)
        return await listed.as_it_should_be(about, self._wording.say)

    async def _channel(self, delivery: Delivery) -> discord.PartialMessageable | discord.DMChannel:
        place = delivery.place
        if isinstance(place, Direct | Withdraw):
            return await self._client.create_dm(discord.Object(place.account))
        if isinstance(place, Listing):
            raise NotAllowed("no channel")
        return self._client.get_partial_messageable(place.channel)

    async def _withdraw(self, chat: discord.PartialMessageable | discord.DMChannel, beginning: str) -> None:
        """Delete our own messages with a button whose `custom_id` begins so."""
        async for message in chat.history(limit=None):
            if message.author == self._client.user and any(
                custom_id.startswith(beginning) for custom_id in custom_ids(message)
            ):
                await message.delete()

    async def _remove(self, channel: discord.PartialMessageable | discord.DMChannel, place: Remove) -> None:
        """Delete our own message with a button that carries this token."""
        since = datetime.fromtimestamp(place.since, UTC) - _CLOCKS_DIFFER
        async for message in channel.history(after=since, limit=None):
            if message.author == self._client.user and place.token in _tokens(message):
                await message.delete()


def _texts(notice: Notice, wording: Wording, locale: str, say_words: Callable[[Words], str]) -> list[str]:
    return [
        wording.say(part, locale, inline) if isinstance(part, Line) else say_words(part)
        for part in notice.parts
    ]


def _button(button: Button, wording: Wording, locale: str, prefix: str) -> ui.Button[ui.LayoutView]:
    style = discord.ButtonStyle.primary if button.main else discord.ButtonStyle.secondary
    label = wording.say(Line(button.label, button.values), locale)
    return ui.Button(label=label, style=style, custom_id=f"{button.action}:{prefix}{button.token}")


def custom_ids(message: discord.Message) -> list[str]:
    """The `custom_id` of each button of a message."""
    rows = (part for part in message.components if isinstance(part, discord.ActionRow))
    return [getattr(child, "custom_id", None) or "" for row in rows for child in row.children]


def _tokens(message: discord.Message) -> set[str]:
    return {custom_id.rpartition(":")[2] for custom_id in custom_ids(message)}


@asynccontextmanager
async def _translated() -> AsyncIterator[None]:
    try:
        yield
    except discord.DiscordServerError as error:
        raise NotNow(f"status {error.status}") from error
    except discord.HTTPException as error:
        if error.status in _NOT_ABOUT_THIS:
            raise NotNow(f"status {error.status}") from error
        raise _refusal(error.code)(f"Discord's code {error.code}") from error
    except (TimeoutError, aiohttp.ClientError, OSError, discord.RateLimited) as error:
        raise NotNow(type(error).__name__) from error


def _refusal(code: int) -> type[NotAllowed]:
    if code in _UNREACHABLE:
        return Unreachable
    return Gone if code in _GONE else NotAllowed
