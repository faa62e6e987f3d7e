"""Which words: what is kept, what erasing does, how long things are kept."""

from bot.privacy.text.data import erase_question, erased, file, nothing, page, theirs
from bot.privacy.text.report import periods_form, report

__all__ = ["erase_question", "erased", "file", "nothing", "page", "periods_form", "report", "theirs"]
