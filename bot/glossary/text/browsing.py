"""All the words, by theme, and a page to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.notices import Attached, Button, Line, Notice, Words
from bot.glossary.rules.pages import MOST_PRINTED, ROOM, THEMES_ON_A_PAGE, WORDS_ON_A_PAGE, Shelf, Theme, cut
from bot.glossary.rules.term import LONGEST_NAME, Term
from bot.glossary.text.meaning import LOOK, button, named
from bot.questions.rules.writing import shortened

FILE_NAME = "words.txt"
_THEME = 50
#: For one plain meaning; its name takes some, too.
_PLAIN = ROOM // WORDS_ON_A_PAGE - LONGEST_NAME


@dataclass(frozen=True, slots=True)
class Themes:
    """A page of the themes; `first` is the place of the first one shown, among all of them."""

    shown: tuple[Theme, ...]
    first: int
    number: int


def themes(page: Themes, choice: Button | None = None) -> Notice:
    """A button for each theme; before them `choice`, which leads to words that are needed now."""
    if not page.shown:
        return Notice((Line("glossary-browse-empty"),), tuple(_other_themes(page)))
    opens = (
        Button(
            "glossary:browse",
            "glossary-button-theme",
            f"{page.first + at}-0",
            values={"theme": shortened(theme.name, _THEME), "number": theme.number},
        )
        for at, theme in enumerate(page.shown)
    )
    first = () if choice is None or page.first else (choice,)
    if len(page.shown) < THEMES_ON_A_PAGE:
        return Notice((Line("glossary-browse"),), (*first, *opens, *_other_themes(page)))
    # All rows but the last are full of themes.
    last = [replace(each, new_row=at == 0) for at, each in enumerate((*first, *_other_themes(page)))]
    return Notice((Line("glossary-browse"),), (*opens, *last))


def shelf(page: Shelf) -> Notice:
    """A page of one theme's words, each with its plain meaning."""
    theme = shortened(page.theme, _THEME)
    lines = [
        Line(
            "glossary-jargon-term",
            {"name": named(term), "plain": Words(cut(term.plain, _PLAIN))},
        )
        for term in page.terms
    ]
    return Notice(
        (Line("glossary-shelf", {"theme": theme, "page": page.page + 1, "of": page.of}), *lines),
        (*map(button, page.terms), *_turning(page)),
    )


def printed(attached: Attached) -> Notice:
    """The file to print."""
    return Notice((Line("glossary-print"),), files=(attached,))


def to_print(theme: str, terms: Sequence[Term], say: Callable[[Line], str]) -> Attached:
    """A text file with a theme's words, their plain meanings and examples: at most MOST_PRINTED of them."""
    shown = terms[:MOST_PRINTED]
    blocks = [say(Line("glossary-print-title", {"theme": " ".join(theme.split())}))]
    blocks += [_block(term, say) for term in shown]
    if len(shown) < len(terms):
        blocks.append(say(Line("glossary-print-more", {"number": len(shown)})))
    # The mark lets old programs see that it is UTF-8; the line ends are those that all of them know.
    text = "\n\n".join(blocks).replace("\n", "\r\n") + "\r\n"
    return Attached(FILE_NAME, text.encode("utf-8-sig"))


def _block(term: Term, say: Callable[[Line], str]) -> str:
    lines = [named(term).words, " ".join(term.plain.split())]
    if term.said:
        lines.append(say(Line("glossary-print-said", {"words": " ".join(term.said.split())})))
    if term.example:
        lines.append(say(Line("glossary-print-example", {"words": " ".join(term.example.split())})))
    return "\n".join(lines)


def _other_themes(page: Themes) -> Iterator[Button]:
    if page.first > 0:
        before = max(page.first - THEMES_ON_A_PAGE, 0)
        yield Button("glossary:themes", "glossary-button-back", str(before), new_row=True)
    after = page.first + len(page.shown)
    if after < page.number:
        yield Button(
            "glossary:themes", "glossary-button-more", str(after), main=True, new_row=page.first == 0
        )
    yield LOOK
    yield Button("proposals:add", "proposal-button-add", new_row=True)
    yield Button("proposals:list", "proposal-button-list")
    yield Button("glossary_desk:open", "glossary-button-to-look-after")


def _turning(page: Shelf) -> Iterator[Button]:
    if page.page > 0:
        yield Button("glossary:browse", "glossary-button-back", f"{page.at}-{page.page - 1}", new_row=True)
    if page.page < page.of - 1:
        more = f"{page.at}-{page.page + 1}"
        yield Button("glossary:browse", "glossary-button-more", more, main=True, new_row=page.page == 0)
    yield Button("glossary:themes", "glossary-button-themes", new_row=page.of == 1)
    yield Button("glossary:print", "glossary-button-print", str(page.at))
