"""A page to print is one file, asks for nothing, and shows what people wrote as they wrote it."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import chain

import pytest

from bot.core.printing import Block, Bullets, Heading, Paragraph, Table, page

HOSTILE = "</title><script>alert(1)</script><img src=x onerror='f()'>&amp; \"5 < 6\"{style}"
KNOWN = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "ul", "li"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


class Read(HTMLParser):
    """What a browser makes of a page: its elements, their attributes, and the text in each."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text: dict[str, list[str]] = {}
        self._inside: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag != "meta":
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._inside.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._inside and data.strip():
            self.text.setdefault(self._inside[-1], []).append(data)


def test_a_page_says_everything_in_its_place() -> None:
    body = [
        Heading("What it is about"),
        Paragraph("Two lines\nof one paragraph"),
        Bullets(("Waiting times", "Rare visits"), ordered=True),
        Table(("Word", "What it means"), (("Triage", "Deciding who is seen first"),)),
    ]
    read = Read(page("Spring meeting", "en-GB", body))
    assert read.text["title"] == read.text["h1"] == ["Spring meeting"]
    assert read.text["h2"] == ["What it is about"]
    assert read.text["p"] == ["Two lines\nof one paragraph"]
    assert read.text["li"] == ["Waiting times", "Rare visits"]
    assert read.text["th"] == ["Word", "What it means", "Triage"]
    assert read.text["td"] == ["Deciding who is seen first"]
    assert ("lang", "en-GB") in read.attributes
    assert "ol" in read.tags


@pytest.mark.parametrize(
    "block",
    [
        Heading(HOSTILE),
        Paragraph(HOSTILE),
        Bullets((HOSTILE,)),
        Table((HOSTILE,), ((HOSTILE, HOSTILE),)),
    ],
)
def test_what_somebody_wrote_is_never_read_as_html(block: Block) -> None:
    read = Read(page(HOSTILE, "en-GB", [block]))
    assert set(read.tags) <= KNOWN
    assert not [name for name, _ in read.attributes if name.startswith("on") or name in ("src", "href")]
    # Twice in the head and once or more in the block: letter by letter as it was written.
    shown = [each for each in chain(*read.text.values()) if each == HOSTILE]
    assert len(shown) >= 3


def test_a_page_asks_for_nothing_from_outside() -> None:
    content = page("A", "en-GB", [Paragraph("B")]).decode()
    assert "default-src 'none'" in content
    assert "url(" not in content
    assert "@import" not in content
    assert "//" not in content


def test_characters_that_no_page_can_hold_are_left_out() -> None:
    read = Read(page("A\x00B\x1b", "en-GB", [Paragraph("half a letter: \ud800.\nnext\x85line")]))
    assert read.text["h1"] == ["AB"]
    assert read.text["p"] == ["half a letter: ?.\nnextline"]


def test_what_is_empty_is_not_printed() -> None:
    assert not {"ul", "ol", "table"} & set(Read(page("A", "en-GB", [Bullets(()), Table(("B",), ())])).tags)


@pytest.mark.parametrize("level", [1, 5])
def test_a_heading_of_no_level_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match="level"):
        page("A", "en-GB", [Heading("B", level)])
