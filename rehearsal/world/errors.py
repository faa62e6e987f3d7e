"""Everything the rehearsal says no with.

RehearsalError
├── DiscordError      a refusal of Discord's own, with its HTTP status and code
├── NotKnownError     something Discord has and the rehearsal does not (HTTP 501)
├── BadEventError     the rehearsal was about to send a malformed gateway event
├── BotSilentError    the bot under rehearsal did not do what was waited for
├── BotFailedError    a command of the bot ended otherwise than well
└── ClientRefusal     what a person's own client would not let her do
    ├── CannotSee     the channel, message or button is not on her screen
    ├── CannotUse     her client does not offer the command
    └── CannotSend    her client does not let the text or form go
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


class RehearsalError(Exception):
    """Base of all refusals."""


class NotKnownError(RehearsalError):
    """Discord may know this; the rehearsal does not and refuses it."""


class BadEventError(RehearsalError):
    """A gateway event broke its own schema."""


class BotSilentError(RehearsalError):
    """The bot did not become ready, or did not say that it was idle, in time."""


class BotFailedError(RehearsalError):
    """A command of the bot ended otherwise than well; the message is the last line that it printed."""


class ClientRefusal(RehearsalError):
    """What a person's own client would not let her do."""


class CannotSee(ClientRefusal):
    """It is not on this person's screen."""


class CannotUse(ClientRefusal):
    """This person's client does not offer the command, or not with these options."""


class CannotSend(ClientRefusal):
    """This person's client does not let this text or form go."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a body: where, Discord's inner code, and the sentence."""

    path: tuple[str, ...]
    code: str
    message: str


class DiscordError(RehearsalError):
    """A refusal of Discord's own; `body()` is what goes over the wire."""

    def __init__(self, status: int, code: int, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(f"{status} {code}: {message} {[p.message for p in problems] or ''}".rstrip())
        self.status = status
        self.code = code
        self.message = message
        self.problems = tuple(problems)

    def under(self, step: str) -> DiscordError:
        """The same refusal of a body that stood inside another, under the field `step`."""
        deeper = [Problem((step, *each.path), each.code, each.message) for each in self.problems]
        return DiscordError(self.status, self.code, self.message, deeper)

    def body(self) -> dict[str, Any]:
        """The JSON body, with the problems as Discord's tree of `_errors`."""
        body: dict[str, Any] = {"message": self.message, "code": self.code}
        if self.problems:
            body["errors"] = _tree(self.problems)
        return body


def _tree(problems: Sequence[Problem]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for problem in problems:
        node = tree
        for key in problem.path:
            node = node.setdefault(key, {})
        node.setdefault("_errors", []).append({"code": problem.code, "message": problem.message})
    return tree


def unauthorised() -> DiscordError:
    """No `Authorization: Bot <token>`, or a wrong one."""
    return DiscordError(401, 0, "401: Unauthorized")


def unknown_channel() -> DiscordError:
    """10003."""
    return DiscordError(404, 10003, "Unknown Channel")


def unknown_guild() -> DiscordError:
    """10004."""
    return DiscordError(404, 10004, "Unknown Guild")


def unknown_member() -> DiscordError:
    """10007: there is such an account, and it is not in this community."""
    return DiscordError(404, 10007, "Unknown Member")


def unknown_message() -> DiscordError:
    """10008."""
    return DiscordError(404, 10008, "Unknown Message")


def unknown_overwrite() -> DiscordError:
    """10009."""
    return DiscordError(404, 10009, "Unknown Permission Overwrite")


def unknown_role() -> DiscordError:
    """10011."""
    return DiscordError(404, 10011, "Unknown Role")


def unknown_user() -> DiscordError:
    """10013: there is no such account at all."""
    return DiscordError(404, 10013, "Unknown User")


def unknown_webhook() -> DiscordError:
    """10015: no such application, or an interaction that was never answered."""
    return DiscordError(404, 10015, "Unknown Webhook")


def unknown_interaction() -> DiscordError:
    """10062: no such interaction, or its three seconds are over."""
    return DiscordError(404, 10062, "Unknown interaction")


def unknown_scheduled_event() -> DiscordError:
    """10070."""
    return DiscordError(404, 10070, "Unknown Guild Scheduled Event")


def unknown_application() -> DiscordError:
    """10002."""
    return DiscordError(404, 10002, "Unknown Application")


def too_many_roles(most: int) -> DiscordError:
    """30005."""
    return DiscordError(400, 30005, f"Maximum number of guild roles reached ({most})")


def too_many_channels(most: int) -> DiscordError:
    """30013."""
    return DiscordError(400, 30013, f"Maximum number of guild channels reached ({most})")


def too_many_attachments() -> DiscordError:
    """30015: files that were there, and new ones, are more than ten."""
    return DiscordError(400, 30015, "Maximum number of attachments in a message reached (10)")


def too_many_scheduled_events() -> DiscordError:
    """30038: 100 events of the community are still to come or under way."""
    return DiscordError(400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)")


def too_large() -> DiscordError:
    """40005: a file above its limit, or a whole request."""
    return DiscordError(413, 40005, "Request entity too large")


def attachment_not_found(index: int) -> DiscordError:
    """50035: an attachment that is neither among the files nor on the message, by its place in the list."""
    where = ("attachments", str(index))
    return invalid_form(Problem(where, "ATTACHMENT_NOT_FOUND", "Attachment data not found"))


def not_in_voice() -> DiscordError:
    """40032: only who is in a voice room can be moved."""
    return DiscordError(400, 40032, "Target user is not connected to voice.")


def already_acknowledged() -> DiscordError:
    """40060: an interaction has one answer."""
    return DiscordError(400, 40060, "Interaction has already been acknowledged.")


def missing_access() -> DiscordError:
    """50001: the channel cannot be seen, or the voice room not be entered."""
    return DiscordError(403, 50001, "Missing Access")


def not_in_direct_messages() -> DiscordError:
    """50003: in a chat nobody touches what the other wrote."""
    return DiscordError(403, 50003, "Cannot execute action on a DM channel")


def edit_of_another() -> DiscordError:
    """50005."""
    return DiscordError(403, 50005, "Cannot edit a message authored by another user")


def empty_message() -> DiscordError:
    """50006."""
    return DiscordError(400, 50006, "Cannot send an empty message")


def closed_direct_messages() -> DiscordError:
    """50007."""
    return DiscordError(403, 50007, "Cannot send messages to this user")


def missing_permissions() -> DiscordError:
    """50013."""
    return DiscordError(403, 50013, "Missing Permissions")


def wrong_channel_type() -> DiscordError:
    """50024: a channel of a type that this cannot be done in."""
    return DiscordError(400, 50024, "Cannot execute action on this channel type")


def invalid_webhook_token() -> DiscordError:
    """50027: a wrong interaction token, or one older than 15 minutes."""
    return DiscordError(401, 50027, "Invalid Webhook Token")


def finished_event() -> DiscordError:
    """180000: the scheduled event is over, or was cancelled."""
    return DiscordError(400, 180000, "Cannot update a finished event")


def no_mutual_guild() -> DiscordError:
    """50278: the person shares no community with the bot any more."""
    return DiscordError(
        403, 50278, "Cannot send messages to this user due to having no mutual guilds with the user"
    )


def invalid_json() -> DiscordError:
    """50109."""
    return DiscordError(400, 50109, "The request body contains invalid JSON.")


def invalid_form(*problems: Problem) -> DiscordError:
    """50035, with at least one problem."""
    return DiscordError(400, 50035, "Invalid Form Body", problems)
