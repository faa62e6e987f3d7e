"""Files that people put into forms, until Discord throws them away.

Discord calls such attachments ephemeral: they are there "for a set period of time", which it does not say.
Here that is as long as the form can be answered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rehearsal.world.clock import WorldClock
from rehearsal.world.files import Attachment, Upload, attachment

KEPT_FOR = timedelta(minutes=15)


@dataclass(slots=True)
class HandedIn:
    """The files of forms. Each has an address of its own, which nobody can guess."""

    clock: WorldClock
    next_id: Callable[[], int]
    _files: dict[int, tuple[datetime, Attachment]] = field(default_factory=dict)

    def take(self, upload: Upload) -> Attachment:
        """Somebody puts a file into a form."""
        taken = attachment(self.next_id(), upload)
        self._files[taken.id] = self.clock.now(), taken
        return taken

    def find(self, attachment_id: int) -> Attachment | None:
        """A file by its id; None once it is gone."""
        taken_at, found = self._files.get(attachment_id, (None, None))
        if taken_at is not None and self.clock.now() - taken_at >= KEPT_FOR:
            del self._files[attachment_id]
            return None
        return found


def path(attached: Attachment) -> str:
    """Where the rehearsal's server gives it out."""
    return f"/ephemeral-attachments/{attached.id}/{attached.secret}/{attached.name}"
