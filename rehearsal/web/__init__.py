"""The practice room: a page on this machine, on which anyone can be any member of the cast."""

from rehearsal.web.room import PracticeRoom

__all__ = ["PracticeRoom"]
