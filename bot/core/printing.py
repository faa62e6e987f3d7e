"""A page to print: one HTML file of its own, which asks for nothing from outside and runs nothing.

What stands in it is plain text. Nothing that somebody wrote is ever read as HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

_HIGHEST, _LOWEST = 2, 4
#: Line breaks and tabs are the only control characters that HTML knows.
_CONTROLS = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title; `level` is 2 to 4."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; line breaks in it stay."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `ordered` puts numbers in place of dots. With nothing in it, nothing is printed."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the first cell of each row says what the row is. Without rows nothing is printed."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Bullets | Table


def page(title: str, language: str, body: Sequence[Block]) -> bytes:
    """The file, in UTF-8, for A4 and large type; `language` is a tag like "en-GB", `title` the first heading.

    Raises ValueError for a heading of another level: whoever reads by headings would be lost.
    """
    name = _safe(" ".join(title.split()))
    inside = "\n".join(each for block in body if (each := _block(block)))
    written = _PAGE.format(language=_safe(language), title=name, style=_STYLE, body=inside)
    return written.encode("utf-8", "replace")


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            if not _HIGHEST <= level <= _LOWEST:
                raise ValueError("a page to print has headings of level 2 to 4")
            return f"<h{level}>{_safe(text)}</h{level}>"
        case Paragraph(text):
            return f"<p>{_safe(text)}</p>"
        case Bullets(items, ordered):
            kind = "ol" if ordered else "ul"
            return f"<{kind}>{_each('li', items)}</{kind}>" if items else ""
        case Table(head, rows):
            return _table(head, rows) if rows else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    names = "".join(f'<th scope="col">{_safe(each)}</th>' for each in head)
    lines = "\n".join(
        f'<tr><th scope="row">{_safe(first)}</th>{_each("td", rest)}</tr>' for first, *rest in rows
    )
    return f"<table>\n<thead><tr>{names}</tr></thead>\n<tbody>\n{lines}\n</tbody>\n</table>"


def _each(kind: str, texts: Iterable[str]) -> str:
    return "".join(f"<{kind}>{_safe(each)}</{kind}>" for each in texts)


def _safe(text: str) -> str:
    return escape(text.translate(_CONTROLS), quote=True)


#: 14 points are what guides to accessible print call large enough for most; lines are short and well apart.
_STYLE = """
@page { size: A4; margin: 20mm; }
body { font: 14pt/1.5 Arial, "Liberation Sans", Helvetica, sans-serif; color: #000; background: #fff;
  max-width: 170mm; margin: 0 auto; text-align: left; overflow-wrap: anywhere; }
h1 { font-size: 22pt; line-height: 1.25; margin: 0 0 12pt; }
h2 { font-size: 18pt; margin: 20pt 0 6pt; }
h3 { font-size: 16pt; margin: 14pt 0 4pt; }
h4 { font-size: 14pt; margin: 10pt 0 2pt; }
h1, h2, h3, h4 { break-after: avoid; break-inside: avoid; }
p, li, td, th { white-space: pre-line; }
p { margin: 0 0 8pt; orphans: 3; widows: 3; }
ul, ol { margin: 0 0 10pt; padding-left: 22pt; }
li { margin-bottom: 4pt; break-inside: avoid; }
table { width: 100%; border-collapse: collapse; margin: 6pt 0 12pt; white-space: normal; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 1pt solid #000; padding: 5pt 7pt; text-align: left; vertical-align: top; }
@media screen { body { padding: 24px; } }
"""

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""
