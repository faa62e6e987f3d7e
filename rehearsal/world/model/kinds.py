"""Discord's numbers for kinds of things, as far as they are known here."""

from __future__ import annotations

from enum import IntEnum, IntFlag


class MessageFlag(IntFlag):
    """The message flags that are known here."""

    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    SUPPRESS_NOTIFICATIONS = 1 << 12
    IS_COMPONENTS_V2 = 1 << 15


class ChannelKind(IntEnum):
    """Discord's channel types, as far as they are known here."""

    TEXT = 0
    DIRECT = 1
    VOICE = 2
    CATEGORY = 4


class OverwriteKind(IntEnum):
    """Whom an overwrite is for."""

    ROLE = 0
    MEMBER = 1


class InteractionKind(IntEnum):
    """Discord's interaction types, as far as they are known here."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class CallbackKind(IntEnum):
    """The first answers to an interaction that are known here."""

    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    SUGGESTIONS = 8
    MODAL = 9


class CommandKind(IntEnum):
    """Discord's types of application commands, as far as they are known here."""

    SLASH = 1
    MESSAGE_MENU = 3


class OptionKind(IntEnum):
    """The types of command options that are known here."""

    STRING = 3
    INTEGER = 4
    BOOLEAN = 5
    USER = 6
    CHANNEL = 7
    ROLE = 8
    NUMBER = 10
